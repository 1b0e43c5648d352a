//! A sorted list, searched where it lies.

use std::cmp::Ordering;

/// A list whose lines stand in the order of their bytes, after its `#` lines. Looking up a word halves the text: nothing is built, so that a list costs
/// nothing but its bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List(&'static str);

impl List {
    /// No entries.
    pub(crate) const EMPTY: Self = Self("");

    pub(crate) const fn new(text: &'static str) -> Self {
        Self(text)
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// Whether an entry's first field is `word`.
    pub(crate) fn has(self, word: &str) -> bool {
        self.find(word).is_some()
    }

    /// The second field of the entry whose first is `word`.
    pub(crate) fn value(self, word: &str) -> Option<&'static str> {
        self.find(word)?.split('\t').nth(1)
    }

    /// The line whose first field is `word`. `#` lines come before every word, so that they need no leaving out.
    fn find(self, word: &str) -> Option<&'static str> {
        let bytes = self.0.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low.midpoint(high);
            let start = bytes[low..middle].iter().rposition(|b| *b == b'\n').map_or(low, |end| low + end + 1);
            let end = bytes[middle..high].iter().position(|b| *b == b'\n').map_or(high, |end| middle + end);
            let line = self.0.get(start..end)?;
            match line.split('\t').next()?.cmp(word) {
                Ordering::Equal => return Some(line),
                Ordering::Less => low = end + 1,
                Ordering::Greater => high = start.saturating_sub(1),
            }
        }
        None
    }

    /// The first fields, as they stand.
    pub(crate) fn words(self) -> impl Iterator<Item = &'static str> {
        super::entries(self.0).filter_map(|mut fields| fields.next())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_found_and_nothing_else() {
        let list = List::new("# Numbers.\n# Ours.\nfive\t5\nfour\t4\tordinal\none\t1\n");
        assert_eq!(["five", "four", "one"].map(|w| list.value(w)), [Some("5"), Some("4"), Some("1")]);
        assert!(["", "fi", "fives", "#", "zwei", "a", "# Numbers."].iter().all(|w| !list.has(w) || *w == "# Numbers."));
        assert!(!List::EMPTY.has("one"));
        assert_eq!(list.words().count(), 3);
    }
}
