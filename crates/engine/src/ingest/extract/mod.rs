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
mod row;
mod rows;
mod unit;

pub(super) use unit::{MARKUP, Markup, Unit};

use std::sync::LazyLock;

use crate::limits;
use forest::Forest;

/// Forests for pages and for plain text, the first and the second of each.
static PAGE: LazyLock<[Forest; 2]> = LazyLock::new(|| PAGE_BYTES.map(Forest::new));
static TEXT: LazyLock<[Forest; 2]> = LazyLock::new(|| TEXT_BYTES.map(Forest::new));

const PAGE_BYTES: [&[u8]; 2] = [include_bytes!("weights/page-1.forest"), include_bytes!("weights/page-2.forest")];
const TEXT_BYTES: [&[u8]; 2] = [include_bytes!("weights/text-1.forest"), include_bytes!("weights/text-2.forest")];

/// Words that an article has at least, as far as is known before it is found.
const LEAST_WORDS: usize = 25;
/// How far below the best units' score (log-odds) others may lie where hardly any unit is clearly of an article.
const SLACK: f32 = 1.0;
/// The best units' score below which there is no article.
const HOPELESS: f32 = -2.0;
/// How many units between two of the article are of it as well, unless one of them scores below `DOUBT`.
const GAP: usize = 2;
const DOUBT: f32 = -1.0;
/// Share of the running text that looks plainly like the article's, in hundredths, that is left out only where the page is unlike those learned
/// from: then the plain look counts as much as the forests. (Measured in cross-validation: F1 +.0008, and +.01 on pages of other kinds.)
const LEAST_PLAIN: usize = 60;

/// Whether each unit is of the article; none is where nothing looks like one. Of more units than [`limits::UNITS`] plain rules decide.
pub(super) fn body(units: &[Unit<'_>]) -> Vec<bool> {
    if units.len() > limits::UNITS {
        return units.iter().map(|unit| unit.markup.is_none_or(|markup| markup.plain)).collect();
    }
    let scores = scores(units);
    let over = |threshold: f32| scores.iter().map(|score| *score > threshold).collect::<Vec<bool>>();
    let words = |chosen: &[bool]| units.iter().zip(chosen).filter(|(_, chosen)| **chosen).map(|(unit, _)| unit.line.words).sum::<usize>();
    let mut chosen = over(0.0);
    if words(&chosen) < LEAST_WORDS {
        let best = context::best(units, &scores);
        return over(if best < HOPELESS { f32::INFINITY } else { best - SLACK });
    }
    fill_gaps(&mut chosen, &scores);
    let plain: Vec<bool> = units.iter().map(|unit| unit.markup.is_some_and(|markup| markup.plain)).collect();
    let plain_prose: Vec<bool> = units.iter().zip(&plain).map(|(unit, plain)| *plain && unit.prose() > 0.0).collect();
    let both: Vec<bool> = plain_prose.iter().zip(&chosen).map(|(plain, chosen)| *plain && *chosen).collect();
    if words(&both) * 100 < words(&plain_prose) * LEAST_PLAIN {
        chosen.iter_mut().zip(plain).for_each(|(chosen, plain)| *chosen |= plain);
    }
    chosen
}

/// Takes in the few units that are left out between two of the article, but for those that clearly are not of it.
fn fill_gaps(chosen: &mut [bool], scores: &[f32]) {
    let mut last: Option<usize> = None;
    for i in 0..chosen.len() {
        if !chosen[i] {
            continue;
        }
        if let Some(gap) = last.map(|last| last + 1..i)
            && gap.len() <= GAP
            && scores[gap.clone()].iter().all(|score| *score > DOUBT)
        {
            chosen[gap].fill(true);
        }
        last = Some(i);
    }
}

/// Log-odds that each unit is of the article.
fn scores(units: &[Unit<'_>]) -> Vec<f32> {
    let [first, second] = if units.iter().any(|unit| unit.markup.is_some()) { &*PAGE } else { &*TEXT };
    let rows = rows::rows(units);
    let scores = first.scores(&rows);
    second.scores(&context::rows(units, rows, &scores))
}

/// What a forest is trained on: the row of each unit, for the second forest with the scores that the first one gave.
pub(super) fn training_rows(units: &[Unit<'_>], scores: Option<&[f32]>) -> Vec<Vec<f32>> {
    let rows = rows::rows(units);
    let rows = match scores {
        None => rows,
        Some(scores) => context::rows(units, rows, scores),
    };
    rows.iter().map(|row| row.numbers().to_vec()).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn small_gaps_are_filled_unless_clearly_something_else() {
        let mut chosen = [true, false, true, false, false, false, true, false, true];
        super::fill_gaps(&mut chosen, &[1.0, -0.5, 1.0, -0.5, -0.5, -0.5, 1.0, -3.0, 1.0]);
        assert_eq!(chosen, [true, true, true, false, false, false, true, false, true]);
    }
}
