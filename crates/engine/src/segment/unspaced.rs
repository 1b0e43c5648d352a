//! Scripts written without spaces: Han, hiragana, and those of Thailand, Laos, Burma and Cambodia.
//!
//! Dictionaries would find their words at hundreds of kilobytes. Here the smallest parts stand for words, and terms that overlap are made of two or three
//! parts in a row: two texts that share a word share the terms inside it.

/// Whether words are not parted by spaces in the script of `c`. Katakana, which writes names and loanwords, is parted by the other two scripts around it.
pub(super) fn is_unspaced(c: char) -> bool {
    is_south_east_asian(c)
        || matches!(c, '\u{3005}' | '\u{3040}'..='\u{309f}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Katakana, with the sign that makes a vowel long.
pub(super) fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}')
}

/// Letters that a sentence may end beside without a space.
pub(super) fn needs_no_space(c: char) -> bool {
    is_unspaced(c) || is_katakana(c)
}

/// Whether letters stand in clusters: a consonant with the vowels and tones around it.
fn is_south_east_asian(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e4f}' | '\u{e80}'..='\u{ecf}' | '\u{edc}'..='\u{edf}' | '\u{1000}'..='\u{103f}' | '\u{1050}'..='\u{109f}' | '\u{1780}'..='\u{17dd}')
}

/// How many parts in a row make a term. A Han character is about half a word, a cluster about a third of one; a Burmese one is a syllable.
pub(super) fn parts_in_term(first: char) -> usize {
    if is_south_east_asian(first) && !matches!(first, '\u{1000}'..='\u{109f}') { 3 } else { 2 }
}

/// Length in bytes of the part at the start of `text`, whose first character [`is_unspaced`]: a Han character or kana, or a cluster.
pub(super) fn part_len(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let Some((_, first)) = chars.next() else { return 0 };
    let (mut end, mut before) = (first.len_utf8(), first);
    if !is_south_east_asian(first) {
        return end;
    }
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let is_killed = is_south_east_asian(c) && matches!(next, '\u{1039}' | '\u{103a}');
        if !(hangs(c) || leads(before) && is_south_east_asian(c) || is_killed) {
            break;
        }
        end = at + c.len_utf8();
        before = c;
    }
    end
}

/// Signs that belong to the consonant before them.
fn hangs(c: char) -> bool {
    matches!(c, '\u{e30}'..='\u{e3a}' | '\u{e45}' | '\u{e47}'..='\u{e4e}' | '\u{eb0}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}')
        || matches!(c, '\u{102b}'..='\u{103e}' | '\u{1056}'..='\u{1059}' | '\u{105e}'..='\u{1060}' | '\u{1062}'..='\u{1064}')
        || matches!(c, '\u{17b6}'..='\u{17d3}' | '\u{17dd}')
}

/// Signs that the next consonant belongs to: vowels written before it, and those that join two consonants.
fn leads(c: char) -> bool {
    matches!(c, '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}' | '\u{1039}' | '\u{17d2}')
}

/// Hiragana, which writes what is grammar in Japanese.
pub(super) fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}')
}

#[cfg(test)]
mod tests {
    use crate::segment::word_spans;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(word_spans(text).map(|s| s.of(text)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn parts() {
        check("会談は終", &["会", "談", "は", "終"]);
        check("ゼレンスキー大統領がキーウで", &["ゼレンスキー", "大", "統", "領", "が", "キーウ", "で"]);
        check("เมื่อวันที่ ๑๒", &["เมื่", "อ", "วั", "น", "ที่", "๑๒"]);
        check("မြန်မာ", &["မြန်", "မာ"]);
        check("កម្ពុជា", &["ក", "ម្ពុ", "ជា"]);
        check("ວຽງຈັນ", &["ວ", "ຽ", "ງ", "ຈັ", "ນ"]);
        check("2025年7月", &["2025", "年", "7", "月"]);
    }
}
