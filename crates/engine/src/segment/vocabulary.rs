//! Words as numbers.

use std::collections::BTreeMap;

/// A word of a [`Vocabulary`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct WordId(pub u32);

/// Every word of a comparison, interned.
///
/// Once [`Vocabulary::sort`] has run, ids are in alphabetical order: sums over words are then taken in an order that depends on the words alone,
/// so that floating-point results do not depend on which articles came first.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    ids: BTreeMap<Box<str>, WordId>,
}

impl Vocabulary {
    /// The id of a word.
    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = WordId(self.ids.len() as u32);
        self.ids.insert(word.into(), id);
        id
    }

    /// The id of a word, if it occurs.
    pub(crate) fn id(&self, word: &str) -> Option<WordId> {
        self.ids.get(word).copied()
    }

    /// Renumbers alphabetically; gives the new id of every old one.
    pub(crate) fn sort(&mut self) -> Vec<WordId> {
        let mut renumbered = vec![WordId::default(); self.ids.len()];
        for (rank, id) in self.ids.values_mut().enumerate() {
            renumbered[id.0 as usize] = WordId(rank as u32);
            *id = WordId(rank as u32);
        }
        renumbered
    }

    /// The words in alphabetical order: after [`Vocabulary::sort`] the place of a word is its id.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.ids.keys().map(|w| &**w)
    }

    /// The word with an id.
    #[cfg(test)]
    pub(crate) fn word(&self, id: WordId) -> &str {
        self.ids.iter().find(|(_, at)| **at == id).map(|(word, _)| &**word).unwrap_or_default()
    }
}
