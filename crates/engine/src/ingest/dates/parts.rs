//! The parts dates are made of: tokens, and days that exist.

use std::fmt;

/// A run of letters or of digits; other characters only part them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    /// Where it starts in its text.
    pub(super) start: usize,
    pub(super) text: &'a str,
}

impl Token<'_> {
    /// Where it ends in its text.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn is_number(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }

    pub(super) fn is_word(&self) -> bool {
        !self.is_number()
    }

    /// A number of at most four digits.
    pub(super) fn number(&self) -> Option<u32> {
        super::number(self.text)
    }

    /// A year, and its length: what is glued on is the time or the minutes it takes to read.
    pub(super) fn year(&self) -> Option<(u32, usize)> {
        let glued = matches!(self.text.len(), 5 | 6) && (self.text.starts_with("19") || self.text.starts_with("20"));
        (self.is_number() && (self.text.len() == 4 || glued)).then(|| Some((super::number(&self.text[..4])?, 4))).flatten()
    }
}

/// The tokens of a text.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out = Vec::new();
    let mut run: Option<(usize, bool)> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let kind = if c.is_ascii_digit() { Some(true) } else { (c.is_alphabetic() || is_mark(c)).then_some(false) };
        if let Some((start, digits)) = run
            && kind != Some(digits)
        {
            out.push(Token { start, text: &text[start..at] });
            run = None;
        }
        if run.is_none() {
            run = kind.map(|digits| (at, digits));
        }
    }
    out
}

/// Vowel signs, which Indic scripts write within words and Unicode does not call alphabetic throughout.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{93c}' | '\u{94d}')
}

/// A day that exists, in a year that newspapers do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) year: u32,
    pub(super) month: u32,
    pub(super) day: u32,
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The day of three numbers, where there is one.
pub(super) fn day_of(year: u32, month: u32, day: u32) -> Option<Day> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => return None,
    };
    ((1600..=2100).contains(&year) && (1..=days).contains(&day)).then_some(Day { year, month, day })
}

impl Day {
    /// Days from Sunday.
    pub(super) fn weekday(self) -> u32 {
        // Sakamoto's method.
        const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let year = if self.month < 3 { self.year - 1 } else { self.year };
        (year + year / 4 - year / 100 + year / 400 + SHIFT[(self.month - 1) as usize] + self.day) % 7
    }
}
