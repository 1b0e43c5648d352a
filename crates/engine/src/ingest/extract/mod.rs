//! Which lines of a pasted text, or pieces of a page, are its article: learned from labelled pages.
//!
//! ```text
//! units ──rows──▶ what each is ──first forest──▶ scores ──context──▶ and what its neighbours are ──second forest──▶ scores
//! ```
//! Two passes, as a line alone says too little: a sentence in a list of teasers looks like a sentence in an article, and only the scores around
//! it tell which it is. Nothing in a row names a site or, but for the cue words that [`Line`](super::line::Line) looks for, a language. The
//! forests are trees of gradient-boosted decisions (Friedman 2001) made by `xtask/eval/train_extract.py`, one pair for pages, whose markup says
//! much, and one for plain text.

mod context;
mod forest;
mod rows;
mod unit;

pub(super) use unit::{MARKUP, Markup, Unit};

use forest::Forest;

/// Forests for pages and for plain text.
const PAGE: [&[u8]; 2] = [include_bytes!("weights/page-1.forest"), include_bytes!("weights/page-2.forest")];
const TEXT: [&[u8]; 2] = [include_bytes!("weights/text-1.forest"), include_bytes!("weights/text-2.forest")];

/// Words that an article has at least, as far as is known before it is found.
const LEAST_WORDS: usize = 25;

/// How far below the best units' score others may lie where hardly any unit is clearly of an article.
const SLACK: f32 = 1.0;
/// The best units' score below which there is no article, in log-odds.
const HOPELESS: f32 = -3.0;

/// Whether each unit is of the article; `None` where none is.
pub(super) fn body(units: &[Unit<'_>]) -> Option<Vec<bool>> {
    let scores = scores(units);
    let over = |threshold: f32| scores.iter().map(|score| *score > threshold).collect::<Vec<bool>>();
    let words = |chosen: &[bool]| units.iter().zip(chosen).filter(|(_, chosen)| **chosen).map(|(unit, _)| unit.line.words).sum::<usize>();
    let sure = over(0.0);
    if words(&sure) >= LEAST_WORDS {
        return Some(sure);
    }
    let best = context::best(units, &scores);
    let likely = over(best - SLACK);
    (best > HOPELESS && words(&likely) >= LEAST_WORDS).then_some(likely)
}

/// Log-odds that each unit is of the article.
fn scores(units: &[Unit<'_>]) -> Vec<f32> {
    let forests = if units.iter().any(|unit| unit.markup.is_some()) { PAGE } else { TEXT };
    let [first, second] = forests.map(Forest::new);
    let rows = rows::rows(units);
    let scores: Vec<f32> = rows.iter().map(|row| first.score(row)).collect();
    context::rows(units, rows, &scores).iter().map(|row| second.score(row)).collect()
}

/// What a forest is trained on: the row of each unit, for the second forest with the scores that the first one gave.
pub(super) fn training_rows(units: &[Unit<'_>], scores: Option<&[f32]>) -> Vec<Vec<f32>> {
    let rows = rows::rows(units);
    match scores {
        None => rows,
        Some(scores) => context::rows(units, rows, scores),
    }
}
