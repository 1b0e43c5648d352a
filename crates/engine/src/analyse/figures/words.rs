//! A sentence as figures are read in it: words, numbers in digits, and every sign by itself.

use crate::segment::fold;
use crate::{Number, Span};

/// What a [`Word`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Letters, with inner apostrophes.
    Letters,
    /// Digits with their separators, and whether they are one run without any.
    Digits(Number, bool),
    /// Anything else that is no white space: one character.
    Sign,
}

/// A word of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Word<'a> {
    /// Where it stands in the article's text.
    pub(super) span: Span,
    /// As written.
    pub(super) text: &'a str,
    /// In lower case.
    pub(super) low: String,
    /// What it is.
    pub(super) shape: Shape,
    /// No white space before it.
    pub(super) is_glued: bool,
}

impl Word<'_> {
    pub(super) fn is_letters(&self) -> bool {
        self.shape == Shape::Letters
    }

    pub(super) fn is_digits(&self) -> bool {
        matches!(self.shape, Shape::Digits(..))
    }

    pub(super) fn is_capitalised(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// A hyphen or a dash.
    pub(super) fn is_dash(&self) -> bool {
        matches!(self.text, "-" | "‐" | "‑" | "–" | "—" | "−")
    }

    /// Its whole value, where it is one run of at most four digits.
    pub(super) fn small(&self) -> Option<i64> {
        match self.shape {
            Shape::Digits(value, true) if self.text.len() <= 4 => value.as_whole(),
            _ => None,
        }
    }
}

/// How a language writes long numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// `1,200.5`
    CommaThousands,
    /// `1.200,5` or `1 200,5`
    CommaDecimals,
}

/// Cuts `sentence`, which starts at byte `offset` of its article's text.
pub(super) fn words(sentence: &str, offset: usize, writing: Writing) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let (mut at, mut is_glued) = (0, false);
    while let Some(c) = sentence[at..].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            is_glued = false;
            continue;
        }
        let rest = &sentence[at..];
        let (len, shape) = if c.is_ascii_digit() {
            let (len, value, is_plain) = number(rest, writing);
            value.map_or((len, Shape::Sign), |value| (len, Shape::Digits(value, is_plain)))
        } else if c.is_alphabetic() {
            (letters(rest, writing), Shape::Letters)
        } else {
            (c.len_utf8(), Shape::Sign)
        };
        let text = &rest[..len];
        let low = if shape == Shape::Letters { fold(text) } else { text.to_owned() };
        found.push(Word { span: Span::new(offset + at, offset + at + len), text, low, shape, is_glued });
        at += len;
        is_glued = true;
    }
    found
}

/// Bytes of the run of letters that `text` starts with. An elided article ("d'une") is a word of its own.
fn letters(text: &str, writing: Writing) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let is_apostrophe = matches!(c, '\'' | '’' | 'ʼ');
        if is_apostrophe && at <= 2 && writing == Writing::CommaDecimals && text[..at].is_ascii() {
            return at + c.len_utf8();
        }
        let inner = is_apostrophe && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !(c.is_alphabetic() || inner || c == '\u{301}') {
            return at;
        }
    }
    text.len()
}

/// The number in digits that `text` starts with: its bytes, its value unless it is too long for one, and whether it is digits only.
fn number(text: &str, writing: Writing) -> (usize, Option<Number>, bool) {
    let run = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let mut end = run(0);
    let mut digits = text[..end].to_owned();
    let (mut is_plain, first) = (true, end);
    let mut separator = None;
    while let Some(c) = text[end..].chars().next() {
        let next = end + c.len_utf8();
        let parts = match writing {
            Writing::CommaThousands => matches!(c, ',' | '\u{a0}' | '\u{202f}' | '\u{2009}'),
            Writing::CommaDecimals => matches!(c, '.' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\''),
        };
        if !parts || first > 3 || separator.is_some_and(|s| s != c) || text.starts_with('0') || run(next) != 3 {
            break;
        }
        separator = Some(c);
        digits.push_str(&text[next..next + 3]);
        end = next + 3;
        is_plain = false;
    }
    let mut decimals = 0;
    let point = text[end..].chars().next().filter(|c| *c == '.' || (*c == ',' && writing == Writing::CommaDecimals));
    if point.is_some() && run(end + 1) > 0 {
        decimals = run(end + 1);
        digits.push_str(&text[end + 1..end + 1 + decimals]);
        end += 1 + decimals;
        is_plain = false;
    }
    let value = (digits.len() <= 18).then(|| digits.parse().ok()).flatten();
    let value = value.and_then(|value| Number::new(value, 10_i128.pow(u32::try_from(decimals).ok()?)));
    (end, value, is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, writing: Writing, value: (i128, i128)) {
        let found = words(text, 0, writing);
        assert_eq!(found.len(), 1, "{text}");
        assert!(matches!(found[0].shape, Shape::Digits(found, _) if Some(found) == Number::new(value.0, value.1)), "{text}");
    }

    #[test]
    fn separators_by_language() {
        check("6,000", Writing::CommaThousands, (6000, 1));
        check("1,046,270.5", Writing::CommaThousands, (10_462_705, 10));
        check("6.000", Writing::CommaDecimals, (6000, 1));
        check("6 000,25", Writing::CommaDecimals, (600_025, 100));
        check("6.5", Writing::CommaDecimals, (13, 2));
        check("15.5", Writing::CommaThousands, (31, 2));
        assert_eq!(words("7, 12, 300", 0, Writing::CommaThousands).len(), 5);
    }
}
