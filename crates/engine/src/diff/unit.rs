//! What the diff compares: words and marks.

use super::kind::Kind;
use crate::Span;
use crate::segment::{fold, is_ignorable, word_spans};

/// A word or a mark of a text, with the white space after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    /// With the white space after it, in bytes of the article's text: units tile the span they were cut from.
    pub span: Span,
    /// The word or mark alone.
    pub core: Span,
    /// What it is compared by: case, quotation marks and dashes folded.
    pub key: String,
    /// What kind of word it is; [`units`] only tells words from marks.
    pub kind: Kind,
}

impl Unit {
    /// Whether it is a word; else a mark.
    pub(crate) fn is_word(&self) -> bool {
        self.kind != Kind::Mark
    }

    /// Whether it is written with a capital.
    pub(crate) fn has_capital(&self, text: &str) -> bool {
        self.core.of(text).starts_with(char::is_uppercase)
    }
}

/// Cuts the span `within` of an article's text into units. White space in front belongs to the first.
pub(crate) fn units(text: &str, within: Span) -> Vec<Unit> {
    let piece = within.of(text);
    let mut units: Vec<Unit> = Vec::new();
    let mut push = |start: usize, end: usize, is_word: bool| {
        let written = &piece[start..end];
        let key = if is_word { fold(written) } else { written.chars().map(fold_mark).collect() };
        let core = Span::new(within.start + start, within.start + end);
        units.push(Unit { span: core, core, key, kind: if is_word { Kind::Word } else { Kind::Mark } });
    };
    let mut at = 0;
    for word in word_spans(piece) {
        marks(piece, at, word.start, &mut push);
        push(word.start, word.end, true);
        at = word.end;
    }
    marks(piece, at, piece.len(), &mut push);
    let ends: Vec<usize> = units.iter().skip(1).map(|u| u.core.start).chain([within.end]).collect();
    for (unit, end) in units.iter_mut().zip(ends) {
        unit.span.end = end;
    }
    if let Some(first) = units.first_mut() {
        first.span.start = within.start;
    }
    units
}

fn marks(piece: &str, from: usize, to: usize, push: &mut impl FnMut(usize, usize, bool)) {
    for (at, c) in piece[from..to].char_indices().filter(|(_, c)| !c.is_whitespace() && !is_ignorable(*c)) {
        push(from + at, from + at + c.len_utf8(), false);
    }
}

/// Every kind of quotation mark is one, and so is every kind of dash; wide marks are narrow ones.
fn fold_mark(mark: char) -> char {
    match mark {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '〝' | '〞' | '「' | '」' | '『' | '』' | '＂' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '`' | '´' | '′' | '＇' => '\'',
        '‐'..='―' | '−' | '﹘' | '﹣' | '－' | '⸺' | '⸻' => '-',
        '。' | '｡' => '.',
        '、' => ',',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(mark) - 0xFEE0).unwrap_or(mark),
        _ => mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_tile_the_span() {
        let text = "He said:  “No, never.” ";
        let units = units(text, Span::new(3, text.len()));
        assert_eq!(units.iter().map(|u| u.span.of(text)).collect::<String>(), &text[3..]);
        assert_eq!(units.iter().map(|u| u.key.as_str()).collect::<Vec<_>>(), ["said", ":", "\"", "no", ",", "never", ".", "\""]);
    }

    #[test]
    fn marks_of_one_kind_have_one_key() {
        let keys = |text: &str| units(text, Span::new(0, text.len())).into_iter().map(|u| u.key).collect::<Vec<_>>();
        assert_eq!(keys("“a” – ‘b’"), keys("„a“ — ‚b‘"));
        assert_eq!(keys("“a” – ‘b’"), keys("«a» - 'b'"));
        assert_eq!(keys("a\u{200e}, b\u{ad}"), keys("a, b"));
        assert_eq!(keys("是，吗？"), keys("是,吗?"));
        assert_ne!(keys("a – b"), keys("a, b"));
    }
}
