//! Whether two texts report one event at all, and which pairs of sentences are then linked.

use super::matrix::Matrix;
use crate::Settings;
use crate::sort::Sort;
use crate::tally::LOWEST;

/// Whether two texts report one event, by how many sentences (of the text that has fewer) have a score that vouches for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gate {
    /// None: they share too little, and nothing is linked. Two articles about different events must yield nothing.
    Shut,
    /// One: only sure links pass.
    Narrow,
    /// Two or more.
    Open,
}

impl Gate {
    fn of(scores: &Matrix, settings: &Settings) -> Self {
        let (mut rows, mut columns) = (vec![false; scores.rows()], vec![false; scores.columns]);
        let vouches = vouches(scores.rows() * scores.columns, settings);
        for (i, j, _) in scores.cells().filter(|(.., score)| *score >= vouches) {
            (rows[i], columns[j]) = (true, true);
        }
        let count = |vouched: Vec<bool>| vouched.into_iter().filter(|vouched| *vouched).count();
        match count(rows).min(count(columns)) {
            0 => Self::Shut,
            1 => Self::Narrow,
            _ => Self::Open,
        }
    }

    /// The least score that makes a link of two texts with `n_cells` pairs of sentences where the threshold is `asked`.
    fn least(self, asked: u16, n_cells: usize, settings: &Settings) -> f64 {
        match self {
            Self::Shut => f64::INFINITY,
            Self::Narrow => per_mille(settings.sure.max(asked)).max(threshold(n_cells, asked)),
            Self::Open => threshold(n_cells, asked),
        }
    }
}

/// Pairs of sentences among which a score of [`Settings::vouches`] vouches: eleven sentences by eleven, the median of what the gate was fitted on.
const USUAL: f64 = 121.0;
/// Pairs of sentences from which on a link needs more than [`Settings::threshold`]: a hundred sentences by a hundred.
const MANY: f64 = 10_000.0;
/// Score from which a pair vouches however many there are.
const VOUCHES_ALWAYS: f64 = 0.995;

/// The score from which a pair of sentences vouches for texts of so many pairs: the more there are, the higher the best of them scores by chance.
/// Between [`Settings::sure`] and [`VOUCHES_ALWAYS`].
fn vouches(n_cells: usize, settings: &Settings) -> f64 {
    let usual = per_mille(settings.vouches);
    raised(usual, n_cells as f64 / USUAL).min(VOUCHES_ALWAYS.max(usual)).max(per_mille(settings.sure))
}

/// The score from which a pair of sentences is linked where the threshold is `asked`; for the same reason more in texts as long as books.
fn threshold(n_cells: usize, asked: u16) -> f64 {
    let asked = per_mille(asked);
    raised(asked, (n_cells as f64 / MANY).max(1.0)).min(VOUCHES_ALWAYS.max(asked))
}

/// The threshold to ask for so that a pair of sentences with this score is linked.
pub(crate) fn asked_for(score: f64, n_cells: usize) -> f64 {
    if n_cells as f64 > MANY { raised(score, MANY / n_cells as f64) } else { score }
}

/// A score whose odds are raised by the square root of how many times as many pairs there are.
fn raised(score: f64, times: f64) -> f64 {
    let odds = score / (1.0 - score) * times.sqrt();
    // Infinite odds, where a setting asks for certainty, stay certain.
    if odds.is_finite() { odds / (1.0 + odds) } else { 1.0 }
}

/// Most links of one sentence to one other text: a refrain is not linked with each of its repetitions.
const MAX_LINKS: usize = 12;

/// Pairs of sentences that are links under some threshold.
pub(crate) struct Reach {
    /// With their scores, by (i, j).
    pub cells: Vec<(usize, usize, f64)>,
    /// The least score that makes a link under the threshold in force.
    pub least: f64,
}

/// The pairs that are linked under the threshold in force, or under one down to [`LOWEST`].
///
/// Which of them a lower threshold lets in changes nothing about the others: a sentence keeps its best links.
pub(crate) fn reach(scores: &Matrix, settings: &Settings) -> Reach {
    let (gate, n_cells) = (Gate::of(scores, settings), scores.rows() * scores.columns);
    let lowest = gate.least(settings.threshold.min(LOWEST), n_cells, settings);
    let mut cells: Vec<(usize, usize, f64)> = scores.cells().filter(|(.., score)| *score >= lowest).collect();
    keep_best(&mut cells, |(i, ..)| *i, |(_, j, _)| *j);
    keep_best(&mut cells, |(_, j, _)| *j, |(i, ..)| *i);
    cells.order_by_key(|(i, j, _)| (*i, *j));
    Reach { cells, least: gate.least(settings.threshold, n_cells, settings) }
}

/// The pairs that are linked, with their scores, by (i, j).
pub(crate) fn kept(scores: &Matrix, settings: &Settings) -> Vec<(usize, usize, f64)> {
    let Reach { mut cells, least } = reach(scores, settings);
    cells.retain(|(.., score)| *score >= least);
    cells
}

/// Keeps the best links of each sentence `of` one side; among equal ones those that stand nearest to it in the `other` text.
fn keep_best(kept: &mut Vec<(usize, usize, f64)>, of: fn(&(usize, usize, f64)) -> usize, other: fn(&(usize, usize, f64)) -> usize) {
    kept.order_by(|x, y| {
        let distance = |cell| of(cell).abs_diff(other(cell));
        of(x).cmp(&of(y)).then(y.2.total_cmp(&x.2)).then(distance(x).cmp(&distance(y))).then(other(x).cmp(&other(y)))
    });
    let (mut sentence, mut n_links) = (usize::MAX, 0);
    kept.retain(|cell| {
        n_links = if of(cell) == sentence { n_links + 1 } else { 1 };
        sentence = of(cell);
        n_links <= MAX_LINKS
    });
}

/// A score from a setting.
pub(crate) fn per_mille(value: u16) -> f64 {
    f64::from(value) / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refrain_is_not_linked_with_each_of_its_repetitions() {
        let scores = Matrix::dense(100, &[0.99; 100 * 100]);
        let kept = kept(&scores, &Settings::default());
        assert!(kept.len() <= 100 * MAX_LINKS, "{}", kept.len());
        assert!((0..100).all(|at| kept.iter().any(|(i, j, _)| (*i, *j) == (at, at))));
    }

    #[test]
    fn one_pair_alone_vouches_for_what_is_sure() {
        let scores = |other: f64| Matrix::dense(2, &[0.9, 0.1, 0.1, other]);
        assert_eq!(kept(&scores(0.5), &Settings::default()).len(), 1);
        assert_eq!(kept(&scores(0.7), &Settings::default()).len(), 2);
        assert!(kept(&Matrix::dense(1, &[0.5]), &Settings::default()).is_empty());
        assert!(kept(&Matrix::dense(0, &[]), &Settings::default()).is_empty());
    }

    #[test]
    fn in_long_texts_more_is_needed_to_vouch() {
        let settings = Settings::default();
        assert!((vouches(121, &settings) - 0.75).abs() < 1e-9);
        assert!((vouches(4 * 121, &settings) - 6.0 / 7.0).abs() < 1e-9);
        assert_eq!(vouches(1, &settings), 0.6);
        assert_eq!(vouches(usize::MAX, &settings), VOUCHES_ALWAYS);
        assert_eq!(vouches(121, &Settings { vouches: 1000, ..settings }), 1.0);
        assert!((threshold(10_000, settings.threshold) - 0.37).abs() < 1e-9);
        assert_eq!(threshold(usize::MAX, settings.threshold), VOUCHES_ALWAYS);
        assert!((asked_for(threshold(90_000, 370), 90_000) - 0.37).abs() < 1e-9);
    }
}
