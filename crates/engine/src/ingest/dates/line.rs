//! Whether lines say when something was published.

use super::parts::{Token, tokens};
use super::{Order, digits, find};
use crate::ingest::lexicon::{months, time_words, zones};

/// Words that a line which only says when has at most.
const WORDS: usize = 18;

/// Whether a whole line says only when something was published: a date or an age, and no other words.
pub(crate) fn is_time_line(line: &str) -> bool {
    let line = digits::western(line);
    let (mut words, mut numbers, mut when) = (0, 0, false);
    for token in line.split(|c: char| !c.is_alphanumeric()).filter(|t| !t.is_empty()) {
        words += 1;
        for token in tokens(token) {
            if token.is_number() {
                numbers += 1;
                continue;
            }
            let word = token.text.to_lowercase();
            if months::month(&word).is_some() || time_words::is_age(&word) {
                when = true;
            } else if !(time_words::is_time_word(&word) || zones::zone(&word).is_some()) {
                return false;
            }
        }
    }
    (1..=WORDS).contains(&words) && (when && (numbers > 0 || words <= 4) || find(&line, Order::DayFirst).is_some())
}

/// Whether a text names a day: a month beside a number, in either order.
pub(crate) fn names_day(text: &str) -> bool {
    let text = digits::western(text);
    let tokens = tokens(&text);
    let is_day = |token: Option<&Token<'_>>| token.and_then(Token::number).is_some_and(|n| (1..=31).contains(&n));
    tokens.iter().enumerate().any(|(i, token)| {
        let word = token.text.to_lowercase();
        let month = token.is_word() && months::month(&word).is_some() && !months::is_ambiguous(&word);
        month && (is_day(tokens.get(i + 1)) || (i > 0 && is_day(tokens.get(i - 1))))
    })
}
