//! Cutting a text into words.

use super::fold::is_ignorable;
use super::unspaced::{is_katakana, is_unspaced, part_len};
use crate::Span;

/// The words of a text: runs of letters with an inner apostrophe, runs of digits with inner points, commas and narrow spaces; in scripts written without
/// spaces the parts that [`super::unspaced`] tells.
pub(crate) fn word_spans(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (start, first) = text[at..].char_indices().find(|(_, c)| c.is_alphanumeric()).map(|(skipped, c)| (at + skipped, c))?;
        let rest = &text[start..];
        let length = if first.is_numeric() {
            number_len(rest)
        } else if is_unspaced(first) {
            part_len(rest)
        } else if is_katakana(first) {
            rest.find(|c| !is_katakana(c)).unwrap_or(rest.len())
        } else {
            letters_len(rest, first)
        };
        at = start + length;
        Some(Span::new(start, at))
    })
}

/// How many words a text has, as readers count: between spaces, and parts in scripts without them.
pub(crate) fn n_words(text: &str) -> usize {
    let parts = |piece: &str| word_spans(piece).filter(|span| span.of(piece).starts_with(is_unspaced)).count();
    text.split_whitespace().map(|piece| if piece.is_ascii() { 1 } else { parts(piece).max(1) }).sum()
}

/// Whether `c` joins two letters to one word.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '＇')
}

fn letters_len(text: &str, first: char) -> usize {
    let mut end = first.len_utf8();
    let mut chars = text[end..].char_indices().map(|(at, c)| (first.len_utf8() + at, c)).peekable();
    while let Some((at, c)) = chars.next() {
        let joins = (c.is_alphabetic() && !is_unspaced(c) && !is_katakana(c))
            || is_mark(c)
            || ((is_apostrophe(c) || is_ignorable(c)) && chars.peek().is_some_and(|(_, next)| next.is_alphabetic()));
        if !joins {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

fn number_len(text: &str) -> usize {
    // Where the group of digits under way starts.
    let (mut end, mut group) = (0, 0);
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let joins = c.is_numeric()
            || (matches!(c, '.' | ',' | '٫' | '٬') && rest.starts_with(char::is_numeric))
            || (is_group_space(c) && (1..=3).contains(&(at - group)) && starts_with_group(rest));
        if !joins {
            break;
        }
        end = at + c.len_utf8();
        group = if c.is_numeric() { group } else { end };
    }
    end
}

/// Spaces that part thousands and break no line.
pub(super) fn is_group_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2009}' | '\u{202f}')
}

fn starts_with_group(text: &str) -> bool {
    text.bytes().take_while(u8::is_ascii_digit).count() == 3
}

/// Combining marks, which are no letters of their own.
fn is_mark(c: char) -> bool {
    // Of the scripts of India, the sign that takes the vowel away, which stands at the same place in each block.
    let is_virama = matches!(c, '\u{900}'..='\u{d7f}') && matches!(u32::from(c) & 0x7F, 0x3C | 0x4D);
    is_virama
        || matches!(c, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{900}'..='\u{903}' | '\u{93A}'..='\u{94F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(word_spans(text).map(|s| s.of(text)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn words() {
        check("Russia's 6,000 bodies, in 24–48 hours.", &["Russia's", "6,000", "bodies", "in", "24", "48", "hours"]);
        check("15.5% of COVID-19", &["15.5", "of", "COVID", "19"]);
        check("‘diametrically opposed’", &["diametrically", "opposed"]);
        check("Владимир Мединский", &["Владимир", "Мединский"]);
        check("أعلن الوزير، اليوم", &["أعلن", "الوزير", "اليوم"]);
    }

    #[test]
    fn words_are_counted() {
        assert_eq!(n_words("Russia’s 6,000 bodies — in 24–48 hours."), 7);
        assert_eq!(n_words("市长说，大桥关闭。"), 7);
        assert_eq!(n_words("Мост закрыт"), 2);
    }

    #[test]
    fn narrow_spaces_join_thousands_only() {
        check("6\u{a0}000 et 1\u{202f}250\u{202f}000", &["6\u{a0}000", "et", "1\u{202f}250\u{202f}000"]);
        check("le 24\u{a0}juillet 2025\u{a0}100 3\u{a0}5", &["le", "24", "juillet", "2025", "100", "3", "5"]);
    }
}
