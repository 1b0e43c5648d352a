//! One name in two spellings.

use std::collections::{BTreeMap, BTreeSet};

use super::bag::Bags;
use crate::segment::WordId;

/// Shortest name whose spellings are compared, in characters.
const MIN_LENGTH: usize = 5;
/// From this length on two differences are allowed instead of one.
const LONG: usize = 8;

/// Names of a comparison that may be spellings of one another.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spellings {
    /// Per name that has any, the others, ascending.
    alike: BTreeMap<WordId, Vec<WordId>>,
}

impl Spellings {
    /// Compares the names of all texts once; `words` gives a stem's text, [`are_alike`] is the rule.
    pub(crate) fn new(texts: &[Bags], words: &[&str]) -> Self {
        let names: BTreeSet<WordId> = texts.iter().flat_map(|text| &text.names).copied().collect();
        let names: Vec<(WordId, Vec<char>)> = names.into_iter().map(|name| (name, words[name.0 as usize].chars().collect())).collect();
        let mut alike = BTreeMap::<WordId, Vec<WordId>>::new();
        // Words are in alphabetical order, so names with one first letter stand together.
        for of_letter in names.chunk_by(|(_, x), (_, y)| x.first() == y.first()) {
            for (at, (x, x_letters)) in of_letter.iter().enumerate() {
                for (y, y_letters) in &of_letter[at + 1..] {
                    if are_alike(x_letters, y_letters) {
                        alike.entry(*x).or_default().push(*y);
                        alike.entry(*y).or_default().push(*x);
                    }
                }
            }
        }
        alike.values_mut().for_each(|others| others.sort_unstable());
        Self { alike }
    }

    /// Stems of `b` that `a` lacks and that may spell a name which `a` has and `b` lacks, mapped to the first such name.
    pub(crate) fn between(&self, a: &Bags, b: &Bags) -> BTreeMap<WordId, WordId> {
        let holds = |text: &Bags, stem: &WordId| text.stems.keys.binary_search(&stem.0).is_ok();
        let is_name = |stem: &WordId| a.names.contains(stem) || b.names.contains(stem);
        let only_a = |stem: &&WordId| holds(a, stem) && !holds(b, stem) && is_name(stem);
        let only_b = |stem: &&WordId| holds(b, stem) && !holds(a, stem) && is_name(stem);
        let same = self.alike.iter().filter(|(y, _)| only_b(y)).filter_map(|(y, others)| Some((*y, *others.iter().find(only_a)?)));
        same.collect()
    }
}

/// Whether two names may be spellings of one: same first letter, at least five letters, edit distance 1, or 2 from eight letters on (measured).
pub(crate) fn are_alike(x: &[char], y: &[char]) -> bool {
    let shorter = x.len().min(y.len());
    let allowed = if shorter < LONG { 1 } else { 2 };
    shorter >= MIN_LENGTH && x[0] == y[0] && within_edits(x, y, allowed)
}

/// Whether Levenshtein's distance is at most `allowed`.
fn within_edits(x: &[char], y: &[char], allowed: usize) -> bool {
    if x.len().abs_diff(y.len()) > allowed {
        return false;
    }
    let mut row: Vec<usize> = (0..=y.len()).collect();
    for (i, a) in x.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in y.iter().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[y.len()] <= allowed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted() {
        let near = |x: &str, y: &str, k| within_edits(&x.chars().collect::<Vec<_>>(), &y.chars().collect::<Vec<_>>(), k);
        assert!(near("medinsky", "medinski", 1));
        assert!(near("zelensky", "zelenskyy", 1));
        assert!(!near("medvedev", "medinski", 2));
        assert!(near("same", "same", 0));
    }
}
