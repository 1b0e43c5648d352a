//! Whether lines say when something was published.

use std::sync::LazyLock;

use super::parts::{Token, tokens};
use super::{Order, digits, find};
use crate::ingest::hash::{EMPTY, Lookup, extended, hash};
use crate::ingest::lexicon::{months, time_words, zones};

/// Words that a line which only says when has at most.
const WORDS: usize = 18;

/// What a word of such a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    /// A month or an age.
    When,
    /// It only stands beside them.
    Beside,
}

/// The words of such lines.
static WORDS_OF_TIME: LazyLock<Lookup<Word>> = LazyLock::new(|| {
    let beside = time_words::all().chain(zones::all()).map(|word| (hash(word), Word::Beside));
    Lookup::new(beside.chain(months::all().chain(time_words::ages()).map(|word| (hash(word), Word::When))).collect())
});

/// Whether a whole line says only when something was published: a date or an age, and no other words.
pub(crate) fn is_time_line(line: &str) -> bool {
    let line = digits::western(line);
    let (mut words, mut numbers, mut when) = (0, 0, false);
    for run in line.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty()) {
        words += 1;
        if run.bytes().all(|b| b.is_ascii_alphabetic()) {
            match WORDS_OF_TIME.get(run.bytes().map(|b| b.to_ascii_lowercase()).fold(EMPTY, extended)) {
                Some(word) => when |= *word == Word::When,
                None => return false,
            }
            continue;
        }
        for token in tokens(run) {
            if token.is_number() {
                numbers += 1;
                continue;
            }
            match WORDS_OF_TIME.get(hash(&token.text.to_lowercase())) {
                Some(word) => when |= *word == Word::When,
                None => return false,
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
