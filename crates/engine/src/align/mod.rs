//! Sentences of two texts that correspond.
//!
//! Evidence (rare shared words, figures, quotations) gives every pair of sentences a first score; a second pass adds how the pair stands among its
//! neighbours; a gate decides whether the two texts report one event at all. Order is never forced, nor one-to-one: a quarter of true links cross
//! others, and most sentences have several.

mod bag;
mod context;
mod evidence;
mod gate;
mod matrix;
mod model;
mod names;

use crate::Settings;
use crate::segment::Segments;
use bag::prepare;
use evidence::Weighed;
use matrix::Matrix;

/// Scores of every pair of sentences of two texts, with what they rest on.
pub(crate) struct Scored {
    pub weighed: Weighed,
    pub scores: Matrix,
}

/// Scores two texts of a comparison.
pub(crate) fn score(prepared: &bag::Prepared, words: &[&str], a: usize, b: usize) -> Scored {
    let (a, b) = (&prepared.texts[a], &prepared.texts[b]);
    let weighed = Weighed::new(a, b, &names::spelled_alike(a, b, words));
    let evidence = weighed.evidence();
    let (rows, columns) = (a.sentences.len(), b.sentences.len());
    let first = Matrix::from_fn(rows, columns, |i, j| evidence[i * columns + j].first_score());
    let contexts = context::contexts(&first);
    let scores = Matrix::from_fn(rows, columns, |i, j| evidence[i * columns + j].score(first.at(i, j), &contexts[i * columns + j]));
    Scored { weighed, scores }
}

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
    score(&prepare(&segments), &words, 0, 1).scores
}
