//! The links of two texts.

use std::collections::BTreeMap;

use super::bag::Prepared;
use super::candidates::Candidates;
use super::context::contexts;
use super::evidence::Weighed;
use super::gate::{Reach, asked_for, per_mille, reach};
use super::matrix::Matrix;
use super::model::Evidence;
use super::rows::Rows;
use super::{model, runs};
use crate::corrections::Cells;
use crate::segment::{Segments, Token};
use crate::{Decision, Relation, Settings, Why};

/// The cosine of the trigrams of two sentences that have nothing in common.
const CHANCE: f64 = 0.04;

/// Scores the candidates of two texts: `cells` holds per sentence of the first text those of the second.
pub(crate) fn score(weighed: &Weighed, cells: Rows<u32>) -> Matrix {
    let n_cells = cells.items().len();
    let (mut first, mut second) = (Vec::with_capacity(n_cells), Vec::with_capacity(n_cells));
    let strangeness = model::strangeness(weighed.common_names());
    weighed.for_each(&cells, |evidence| {
        first.push(evidence.first_score());
        second.push(evidence.second_logit() - strangeness);
    });
    let nothing = Evidence { trigrams: CHANCE, ..Evidence::default() };
    let first = Matrix::new(weighed.lens().1, nothing.first_score(), cells, first);
    let scores = second.into_iter().zip(contexts(&first)).map(|(second, context)| model::score(second, &context)).collect();
    first.with_values(0.0, scores)
}

/// A link between sentence `i` of one text and sentence `j` of the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PairLink {
    pub i: usize,
    pub j: usize,
    /// Per mille.
    pub score: u16,
    pub sure: bool,
    /// What the reader decided about it.
    pub corrected: Option<Decision>,
    pub relation: Relation,
    pub why: Why,
}

/// Scores of pairs of sentences (i, j).
type Scores = BTreeMap<(usize, usize), f64>;

/// A pair of texts to be linked.
pub(crate) struct Pair<'a> {
    pub segments: &'a Segments,
    pub prepared: &'a Prepared,
    pub settings: &'a Settings,
    /// What the reader decided about their sentences.
    pub decided: &'a Cells,
    /// Indices of the two texts.
    pub a: usize,
    pub b: usize,
}

/// The links of two texts and what finding them took.
pub(crate) struct Aligned {
    /// By (i, j).
    pub links: Vec<PairLink>,
    /// Threshold (per mille) and words of the pairs of sentences that would be links under other settings.
    pub reach: Vec<(u16, usize)>,
    /// Steps of looking for candidates.
    pub steps: usize,
    /// Steps left out because too few were allowed.
    pub skipped: usize,
}

/// Share of the shorter sentence that runs of common words must cover for `edited`.
const EDITED: f64 = 0.5;
/// Most words, figures and names that a link lists.
const MAX_LISTED: usize = 8;

impl Pair<'_> {
    /// Links the texts in at most `allowed` steps. `text_a` is the text of the first article, to quote the evidence from.
    pub(crate) fn align(&self, text_a: &str, allowed: usize) -> Aligned {
        let weighed = Weighed::new(self.prepared, self.a, self.b);
        let Candidates { cells, steps, skipped } = Candidates::new(&weighed, allowed);
        let (kept, reach) = self.settle(&score(&weighed, cells));
        let link = |(&(i, j), &score): (&(usize, usize), &f64)| {
            let (a, b) = self.sentences(i, j);
            let mut why = self.why(&weighed, i, j, text_a);
            why.neighbours = neighbours(i, j, |i, j| kept.contains_key(&(i, j)));
            let (shared, lighter) = weighed.shared_and_lighter(i, j);
            self.link((i, j), score, relation(a, b, shared / lighter.max(f64::MIN_POSITIVE)), why)
        };
        Aligned { links: kept.iter().map(link).collect(), reach, steps, skipped }
    }

    /// The pairs that are linked, with their scores, as the reader decided; and those that other settings would link.
    fn settle(&self, scores: &Matrix) -> (Scores, Vec<(u16, usize)>) {
        let Reach { mut cells, least } = reach(scores, self.settings);
        cells.retain(|(i, j, _)| !self.decided.contains_key(&(*i, *j)));
        let words = |i: usize, j: usize| {
            let (a, b) = self.sentences(i, j);
            a.len().min(b.len())
        };
        let is_link = |&(i, j, score): &(usize, usize, f64)| score >= least && words(i, j) >= usize::from(self.settings.shortest);
        let n_cells = scores.rows() * scores.columns;
        let (linked, others): (Vec<_>, Vec<_>) = cells.into_iter().partition(is_link);
        let others = others.into_iter().map(|(i, j, score)| (floor_per_mille(asked_for(score, n_cells)), words(i, j))).collect();
        let mut kept: Scores = linked.into_iter().map(|(i, j, score)| ((i, j), score)).collect();
        let added = self.decided.iter().filter(|(_, decision)| **decision != Decision::Cut);
        kept.extend(added.map(|(&(i, j), _)| ((i, j), scores.at(i, j))));
        (kept, others)
    }

    fn link(&self, (i, j): (usize, usize), score: f64, relation: Relation, why: Why) -> PairLink {
        let corrected = self.decided.get(&(i, j)).copied();
        let sure = corrected.is_some() || score >= per_mille(self.settings.sure);
        PairLink { i, j, score: floor_per_mille(score), sure, corrected, relation, why }
    }

    fn sentences(&self, i: usize, j: usize) -> (&[Token], &[Token]) {
        (&self.segments.texts[self.a][i], &self.segments.texts[self.b][j])
    }

    fn why(&self, weighed: &Weighed, i: usize, j: usize, text_a: &str) -> Why {
        let (a, b) = self.sentences(i, j);
        let names = &self.prepared.texts[self.a].names;
        let mut why = Why::default();
        let mut first_with = BTreeMap::new();
        a.iter().rev().for_each(|token| {
            first_with.insert(token.stem, token);
        });
        for term in weighed.shared_terms(i, j) {
            let Some(token) = first_with.get(&term.stem) else { continue };
            let written = token.span.of(text_a);
            let list = match (term.is_figure, token.is_capitalised && names.contains(&token.stem)) {
                (true, _) => &mut why.figures,
                (_, true) => &mut why.names,
                _ if tells_something(written) => &mut why.words,
                _ => continue,
            };
            if list.len() < MAX_LISTED {
                list.push(written.to_owned());
            }
        }
        why.quotation = runs::common_quotation(a, b)
            .map(|run| crate::Span::new(a[run.start].span.start, a[run.end - 1].span.end).of(text_a).to_owned());
        why
    }
}

/// What the words of two linked sentences say of their relation; `shared` is the weight of shared words over that of the lighter sentence.
fn relation(a: &[Token], b: &[Token], shared: f64) -> Relation {
    /// Below this share of the lighter sentence only a fact, figure or quotation is common.
    const SAME_CLAIM: f64 = 0.4;
    if runs::are_equal(a, b) {
        Relation::Verbatim
    } else if runs::coverage(a, b) >= EDITED {
        Relation::Edited
    } else if shared >= SAME_CLAIM {
        Relation::Paraphrase
    } else {
        Relation::Partial
    }
}

/// A score, rounded down so that no link is shown with a score that it has not reached.
pub(crate) fn floor_per_mille(score: f64) -> u16 {
    (score * 1000.0) as u16
}

/// Whether a shared word is worth showing: the "p" of "5 p.m." is not.
fn tells_something(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(|first| !first.is_ascii()) || chars.next().is_some()
}

/// How many of the eight pairs around (i, j) are linked.
fn neighbours(i: usize, j: usize, linked: impl Fn(usize, usize) -> bool) -> u8 {
    let around = [-1_isize, 0, 1].into_iter().flat_map(|di| [-1_isize, 0, 1].map(|dj| (di, dj)));
    let found = around
        .filter(|step| *step != (0, 0))
        .filter_map(|(di, dj)| Some((i.checked_add_signed(di)?, j.checked_add_signed(dj)?)))
        .filter(|&(i, j)| linked(i, j));
    found.count() as u8
}
