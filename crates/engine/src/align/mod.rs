//! Sentences of two texts that correspond.
//!
//! Pairs of sentences that share words of some weight are candidates; evidence (rare shared words, figures, quotations) gives each a first score;
//! a second pass adds how the pair stands among its neighbours; a gate decides whether the two texts report one event at all. Order is never forced, nor one-to-one: a quarter of true links cross
//! others, and most sentences have several.

mod bag;
mod candidates;
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
mod rows;
mod runs;
mod spans;
mod weights;

pub(crate) use bag::{Prepared, prepare};
pub use copies::copied_passages;
pub(crate) use gate::{asked_for, per_mille};
pub(crate) use pair::{Pair, PairLink, floor_per_mille};
pub(crate) use passages::passages;
pub(crate) use spans::{Whole, matching};

use crate::segment::Segments;
use crate::{Settings, limits};
use candidates::Candidates;
use evidence::Weighed;
use rows::Rows;

/// Scores every pair of the given sentences of two texts as if all were candidates: `(sentence of a, sentence of b, score in 0..1)`. For measuring.
pub fn score_sentences(a: &[String], b: &[String]) -> Vec<(usize, usize, f64)> {
    let prepared = prepare(&segments(a, b));
    let weighed = Weighed::new(&prepared, 0, 1);
    let every: Rows<u32> = a.iter().map(|_| 0..b.len() as u32).collect();
    pair::score(&weighed, every).cells().collect()
}

/// What the scorer is trained on: the likeness of the two texts' names, and for every pair of sentences, row by row, its evidence.
pub fn training_evidence(a: &[String], b: &[String]) -> (f64, Vec<[f64; 7]>) {
    let prepared = prepare(&segments(a, b));
    let weighed = Weighed::new(&prepared, 0, 1);
    let every: Rows<u32> = a.iter().map(|_| 0..b.len() as u32).collect();
    let mut rows = Vec::new();
    weighed.for_each(&every, |evidence| rows.push(evidence.values()));
    (weighed.common_names(), rows)
}

/// The pairs of given sentences that make links. For measuring.
pub fn link_sentences(a: &[String], b: &[String], settings: &Settings) -> Vec<(usize, usize, f64)> {
    let prepared = prepare(&segments(a, b));
    let weighed = Weighed::new(&prepared, 0, 1);
    gate::kept(&pair::score(&weighed, Candidates::new(&weighed, limits::PAIR_STEPS).cells), settings)
}

fn segments(a: &[String], b: &[String]) -> Segments {
    Segments::new([a, b].map(|text| text.iter().map(|sentence| (sentence.as_str(), 0))))
}
