//! Corrections with the sentences they mean.

use std::collections::BTreeMap;

use super::anchor::Finder;
use super::{Decision, LinkCorrection, Standing};
use crate::{Article, Sentence};

/// Decisions about pairs of sentences (i, j) of two articles.
pub(crate) type Cells = BTreeMap<(usize, usize), Decision>;

/// Corrections with the sentences they mean in one comparison.
pub(crate) struct Decided {
    /// Every correction, in the order given.
    pub standings: Vec<Standing>,
}

impl Decided {
    /// Finds what the corrections mean among articles that were cut into sentences.
    pub(crate) fn new(corrections: &[LinkCorrection], articles: &[Article], sentences: &[Vec<Sentence>]) -> Self {
        if corrections.is_empty() {
            return Self { standings: Vec::new() };
        }
        let finder = Finder::new(articles, sentences);
        let standing = |correction: &LinkCorrection| {
            let places = finder.find(&correction.a).zip(finder.find(&correction.b)).map(|(a, b)| [a, b]);
            // Two articles with the same text are one to an anchor.
            let places = places.filter(|[a, b]| a.article != b.article);
            Standing { correction: correction.clone(), places }
        };
        Self { standings: corrections.iter().map(standing).collect() }
    }

    /// What was decided about sentences of articles `a` and `b`, as (sentence of `a`, sentence of `b`).
    pub(crate) fn between(&self, a: usize, b: usize) -> Cells {
        let cells = self.standings.iter().filter_map(|standing| {
            let [x, y] = standing.places?;
            let cell = match (x.article.0, y.article.0) {
                (of_x, of_y) if (of_x, of_y) == (a, b) => (x.sentence, y.sentence),
                (of_x, of_y) if (of_x, of_y) == (b, a) => (y.sentence, x.sentence),
                _ => return None,
            };
            Some((cell, standing.correction.decision))
        });
        cells.collect()
    }
}
