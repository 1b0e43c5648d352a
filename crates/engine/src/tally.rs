//! How many links another threshold or another shortest length would show.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Comparison;

/// Width of a band of scores, per mille: thresholds are told apart this finely.
pub const BAND: u16 = 10;
/// The lowest threshold whose links are counted, per mille, unless a lower one is in force.
pub const LOWEST: u16 = 200;
/// The greatest length that is told apart, in words.
pub const LONGEST: u16 = 40;

/// Pairs of sentences alike in score and length, that are links under some threshold and shortest length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tally {
    /// The threshold up to which they are links, per mille, rounded down to a multiple of [`BAND`].
    pub score: u16,
    /// Words of the shorter sentence, at most [`LONGEST`].
    pub words: u16,
    /// How many there are.
    pub links: usize,
}

impl Comparison {
    /// How many links there would be with a threshold (a multiple of [`BAND`], at least [`LOWEST`] or the one in force) and a shortest length in
    /// words (at most [`LONGEST`]). What the reader added or confirmed is always among them.
    ///
    /// Exact but for passages that an article has twice: which copies lose their link to another is known for the settings in force only.
    pub fn n_links_at(&self, threshold: u16, shortest: u16) -> usize {
        let tallied = self.tallies.iter().filter(|tally| tally.score >= threshold && tally.words >= shortest.min(LONGEST));
        tallied.map(|tally| tally.links).sum::<usize>() + self.links.iter().filter(|link| link.corrected.is_some()).count()
    }
}

/// Tallies that grow pair by pair.
#[derive(Default)]
pub(crate) struct Tallies(BTreeMap<(u16, u16), usize>);

impl Tallies {
    /// Counts a pair of sentences by its score (per mille) and the words of the shorter one.
    pub(crate) fn count(&mut self, score: u16, words: usize) {
        let band = score / BAND * BAND;
        let words = u16::try_from(words).unwrap_or(LONGEST).min(LONGEST);
        *self.0.entry((band, words)).or_default() += 1;
    }

    /// By score and length.
    pub(crate) fn into_list(self) -> Vec<Tally> {
        self.0.into_iter().map(|((score, words), links)| Tally { score, words, links }).collect()
    }
}
