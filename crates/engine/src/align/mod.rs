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
pub(crate) mod repeats;
mod runs;
mod spans;

pub(crate) use bag::{Prepared, prepare};
pub use copies::copied_passages;
pub(crate) use pair::{Pair, PairLink};
pub(crate) use passages::passages;
pub(crate) use spans::{Whole, matching};

use crate::Settings;
use crate::segment::Segments;
use matrix::Matrix;

/// Scores given sentences of two texts: `(sentence of a, sentence of b, score in 0..1)` for every pair. For measuring.
pub fn score_sentences(a: &[String], b: &[String]) -> Vec<(usize, usize, f64)> {
    matrix_of(a, b).cells().collect()
}

/// The pairs of given sentences that make links under the default settings. For measuring.
pub fn link_sentences(a: &[String], b: &[String]) -> Vec<(usize, usize, f64)> {
    gate::kept(&matrix_of(a, b), &Settings::default())
}

fn matrix_of(a: &[String], b: &[String]) -> Matrix {
    let segments = Segments::new([a, b].map(|text| text.iter().map(|sentence| (sentence.as_str(), 0))));
    let words: Vec<&str> = segments.vocabulary.words().collect();
    pair::score(&prepare(&segments), &words, 0, 1).scores
}
