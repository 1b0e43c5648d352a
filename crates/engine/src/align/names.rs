//! One name in two spellings.

use std::collections::BTreeMap;

use super::bag::Bags;
use crate::segment::WordId;

/// Shortest name whose spellings are compared, in characters.
const MIN_LENGTH: usize = 5;
/// From this length on two differences are allowed instead of one.
const LONG: usize = 8;

/// Stems of names that only one of two texts has and that differ by a letter or two from one that only the other has, mapped to one of them.
///
/// `words` gives a stem's text; [`are_alike`] is the rule.
pub(crate) fn spelled_alike(a: &Bags, b: &Bags, words: &[&str]) -> BTreeMap<WordId, WordId> {
    let stems = |text: &Bags| -> Vec<WordId> {
        let mut stems: Vec<_> = text.sentences.iter().flat_map(|s| s.terms.iter().map(|t| t.stem)).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    };
    let (of_a, of_b) = (stems(a), stems(b));
    let only = |own: &[WordId], other: &[WordId]| -> Vec<(WordId, Vec<char>)> {
        own.iter()
            .filter(|stem| a.names.contains(stem) || b.names.contains(stem))
            .filter(|stem| other.binary_search(stem).is_err())
            .map(|stem| (*stem, words[stem.0 as usize].chars().collect::<Vec<_>>()))
            .filter(|(_, letters)| letters.len() >= MIN_LENGTH)
            .collect()
    };
    let (only_a, only_b) = (only(&of_a, &of_b), only(&of_b, &of_a));
    let mut same = BTreeMap::new();
    for (y, y_letters) in &only_b {
        for (x, x_letters) in &only_a {
            if are_alike(x_letters, y_letters) {
                same.entry(*y).or_insert(*x);
            }
        }
    }
    same
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
