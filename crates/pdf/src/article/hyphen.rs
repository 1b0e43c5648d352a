//! Lines joined to text: hyphens at line ends mended, spaces where there are any.

use std::collections::BTreeMap;

use super::Sheet;
use crate::layout::Line;

/// How often each word stands inside a line, where no hyphen can be the typesetter's.
#[derive(Debug, Default)]
pub(super) struct Words {
    counts: BTreeMap<String, usize>,
}

const HYPHENS: [char; 2] = ['-', '\u{2010}'];

impl Words {
    pub(super) fn of(sheets: &[Sheet]) -> Self {
        let mut words = Self::default();
        for line in sheets.iter().flat_map(|sheet| &sheet.laid.blocks).flat_map(|block| &block.lines) {
            words.count(&line.text);
        }
        words
    }

    fn count(&mut self, line: &str) {
        let mut words: Vec<&str> = line.split_whitespace().collect();
        if words.last().is_some_and(|word| word.ends_with(HYPHENS)) {
            words.pop();
        }
        for word in words {
            *self.counts.entry(folded(word)).or_default() += 1;
        }
    }

    fn seen(&self, word: &str) -> usize {
        self.counts.get(&folded(word)).copied().unwrap_or(0)
    }

    /// The text of lines that follow each other.
    pub(super) fn join(&self, lines: &[Line]) -> String {
        let mut text = String::new();
        for line in lines {
            self.append(&mut text, &line.text);
        }
        text.retain(|c| c != '\u{ad}');
        text
    }

    fn append(&self, text: &mut String, next: &str) {
        let (Some(end), Some(start)) = (text.chars().next_back(), next.chars().next()) else {
            text.push_str(next);
            return;
        };
        let word = text.split_whitespace().next_back().unwrap_or_default();
        if end == '\u{ad}' {
            text.pop();
        } else if HYPHENS.contains(&end) && word.chars().count() > 1 {
            if self.is_typesetters(word, next) {
                text.pop();
            }
        } else if !(end == '—' && word.chars().count() > 1 || end == '/' && word.contains("://") || is_unspaced(end) && is_unspaced(start))
        {
            text.push(' ');
        }
        text.push_str(next);
    }

    /// Whether the hyphen at the end of `word` only breaks it. The document itself tells: how often the word stands elsewhere with the hyphen, and
    /// how often without. Where it does neither, most hyphens before small letters are the typesetter's.
    fn is_typesetters(&self, word: &str, next: &str) -> bool {
        let before = word.trim_end_matches(HYPHENS);
        let after = next.split_whitespace().next().unwrap_or_default();
        if !before.ends_with(char::is_alphabetic) || !after.starts_with(char::is_lowercase) {
            return false;
        }
        let (joined, hyphenated) = (self.seen(&format!("{before}{after}")), self.seen(&format!("{before}-{after}")));
        if joined == hyphenated { !before.contains(HYPHENS) } else { joined > hyphenated }
    }
}

/// A word for comparing: lower case, without what stands around it.
fn folded(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .chars()
        .filter(|c| *c != '\u{ad}')
        .flat_map(char::to_lowercase)
        .map(|c| if c == '\u{2010}' { '-' } else { c })
        .collect()
}

/// Whether a character is of a script that has no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c), 0x2e80..=0x30ff | 0x3400..=0x9fff | 0xf900..=0xfaff | 0xff00..=0xff65 | 0x20000..=0x3ffff | 0xe00..=0xeff | 0x1780..=0x17ff)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn join(document: &str, lines: &[&str]) -> String {
        let mut words = Words::default();
        document.lines().for_each(|line| words.count(line));
        let mut text = String::new();
        lines.iter().for_each(|line| words.append(&mut text, line));
        text.retain(|c| c != '\u{ad}');
        text
    }

    #[test]
    fn hyphens() {
        assert_eq!(join("", &["the govern-", "ment said"]), "the government said");
        assert_eq!(join("a cease-fire holds", &["the cease-", "fire, he said"]), "the cease-fire, he said");
        assert_eq!(join("A cease-fire. The ceasefire, this ceasefire", &["the cease-", "fire"]), "the ceasefire");
        assert_eq!(join("", &["the Franco-", "German plan"]), "the Franco-German plan");
        assert_eq!(join("", &["in 2024-", "25 it"]), "in 2024-25 it");
        assert_eq!(join("", &["her mother-in-", "law said"]), "her mother-in-law said");
        assert_eq!(join("", &["the com\u{ad}", "mittee"]), "the committee");
        assert_eq!(join("", &["wait -", "no"]), "wait - no");
    }

    #[test]
    fn spaces() {
        assert_eq!(join("", &["one", "two"]), "one two");
        assert_eq!(join("", &["so it was—", "or not"]), "so it was—or not");
        assert_eq!(join("", &["橋は", "閉じる"]), "橋は閉じる");
        assert_eq!(join("", &["https://news.example/", "bridge"]), "https://news.example/bridge");
    }
}
