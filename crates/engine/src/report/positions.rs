//! Bytes to code points and back.

use crate::Span;

/// Bytes between two marks of a [`Positions`] table.
const STEP: usize = 256;

/// Converts positions in one text between UTF-8 bytes (the engine) and Unicode code points (the report).
pub(crate) struct Positions<'a> {
    text: &'a str,
    /// For every `STEP` bytes, how many characters start before.
    marks: Vec<usize>,
}

impl<'a> Positions<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut marks = vec![0; text.len() / STEP + 1];
        let mut n_chars = 0;
        for (at, byte) in text.bytes().enumerate() {
            if at.is_multiple_of(STEP) {
                marks[at / STEP] = n_chars;
            }
            n_chars += usize::from(starts_char(byte));
        }
        if text.len().is_multiple_of(STEP) {
            marks[text.len() / STEP] = n_chars;
        }
        Self { text, marks }
    }

    /// The code points before byte `at`.
    pub(crate) fn code_points(&self, at: usize) -> usize {
        let from = at / STEP * STEP;
        self.marks[at / STEP] + self.text.as_bytes()[from..at].iter().filter(|b| starts_char(**b)).count()
    }

    /// A span of bytes as `[start, end)` in code points.
    pub(crate) fn to_code_points(&self, span: Span) -> [usize; 2] {
        [self.code_points(span.start), self.code_points(span.end)]
    }

    /// The byte where code point `n` starts; `None` beyond the text.
    pub(crate) fn byte(&self, n: usize) -> Option<usize> {
        let mark = self.marks.partition_point(|m| *m <= n) - 1;
        let mut left = n - self.marks[mark];
        for (at, byte) in self.text.bytes().enumerate().skip(mark * STEP) {
            if starts_char(byte) {
                if left == 0 {
                    return Some(at);
                }
                left -= 1;
            }
        }
        (left == 0).then_some(self.text.len())
    }

    /// A span of code points as bytes; `None` where it does not fit the text.
    pub(crate) fn to_bytes(&self, start: usize, end: usize) -> Option<Span> {
        let (start, end) = (self.byte(start)?, self.byte(end)?);
        (start <= end).then_some(Span::new(start, end))
    }
}

/// Whether a byte is the first of its character.
fn starts_char(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn there_and_back(text in "[a-zа-я漢🎙 ]{0,600}") {
            let positions = Positions::new(&text);
            for (n, (at, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(positions.code_points(at), n);
                prop_assert_eq!(positions.byte(n), Some(at));
            }
            let n = text.chars().count();
            prop_assert_eq!(positions.code_points(text.len()), n);
            prop_assert_eq!(positions.byte(n), Some(text.len()));
            prop_assert_eq!(positions.byte(n + 1), None);
        }
    }
}
