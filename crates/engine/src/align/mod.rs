//! Sentences of two texts that correspond.
//!
//! Evidence (rare shared words, figures, quotations) gives every pair of sentences a first score; a second pass adds how the pair stands among its
//! neighbours; a gate decides whether the two texts report one event at all. Order is never forced, nor one-to-one: a quarter of true links cross
//! others, and most sentences have several.

mod bag;
mod context;
mod copies;
mod evidence;
mod gate;
mod matrix;
mod model;
pub(crate) mod names;
mod pair;
mod passages;
mod postings;
mod runs;

pub(crate) use bag::prepare;
pub use copies::copied_passages;
pub(crate) use pair::{Pair, PairLink};
pub(crate) use passages::passages;

use crate::Settings;
use crate::segment::Segments;
use matrix::Matrix;

/// Scores given sentences of two texts: `(sentence of a, sentence of b, score in 0..1)` for every pair. For measuring.
pub fn score_sentences(a: &[String], b: &[String]) -> Vec<(usize, usize, f64)> {
    let scores = matrix_of(a, b);
    (0..scores.rows).flat_map(|i| scores.row(i).enumerate().map(move |(j, score)| (i, j, score)).collect::<Vec<_>>()).collect()
}

/// The pairs of given sentences that make links under the default settings. For measuring.
pub fn link_sentences(a: &[String], b: &[String]) -> Vec<(usize, usize, f64)> {
    let least = gate::least_score(&matrix_of(a, b), &Settings::default());
    score_sentences(a, b).into_iter().filter(|(_, _, score)| least.is_some_and(|least| *score >= least)).collect()
}

fn matrix_of(a: &[String], b: &[String]) -> Matrix {
    let segments = Segments::new([a, b].map(|text| text.iter().map(|sentence| (sentence.as_str(), 0))));
    let words: Vec<&str> = segments.vocabulary.words().collect();
    pair::score(&prepare(&segments), &words, 0, 1).scores
}
