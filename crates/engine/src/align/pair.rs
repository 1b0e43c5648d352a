//! The links of two texts.

use std::collections::BTreeMap;

use super::bag::Prepared;
use super::context::Surroundings;
use super::evidence::Weighed;
use super::gate::{kept, per_mille};
use super::matrix::Matrix;
use super::{copies, model, names, runs};
use crate::segment::{Segments, Token};
use crate::{Relation, Settings, Why};

/// Scores of every pair of sentences of two texts, with what they rest on.
pub(crate) struct Scored {
    weighed: Weighed,
    pub(crate) scores: Matrix,
}

/// Scores the texts `a` and `b` of a comparison.
pub(crate) fn score(prepared: &Prepared, words: &[&str], a: usize, b: usize) -> Scored {
    let (a, b) = (&prepared.texts[a], &prepared.texts[b]);
    let weighed = Weighed::new(a, b, names::spelled_alike(a, b, words), words.len(), prepared.n_trigrams);
    let n_cells = a.sentences.len() * b.sentences.len();
    let (mut first, mut second) = (Vec::with_capacity(n_cells), Vec::with_capacity(n_cells));
    weighed.for_each(|evidence| {
        first.push(evidence.first_score());
        second.push(evidence.second_logit());
    });
    let first = Matrix::new(b.sentences.len(), first);
    let surroundings = Surroundings::new(&first);
    let scores = first.cells().zip(second).map(|((i, j, first), second)| model::score(first, second, &surroundings.at(i, j))).collect();
    Scored { weighed, scores: Matrix::new(b.sentences.len(), scores) }
}

/// A link between sentence `i` of one text and sentence `j` of the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PairLink {
    pub i: usize,
    pub j: usize,
    /// Per mille.
    pub score: u16,
    pub sure: bool,
    pub relation: Relation,
    pub why: Why,
}

/// A pair of texts to be linked.
pub(crate) struct Pair<'a> {
    pub segments: &'a Segments,
    pub prepared: &'a Prepared,
    /// The vocabulary's words by id.
    pub words: &'a [&'a str],
    pub settings: &'a Settings,
    /// Indices of the two texts.
    pub a: usize,
    pub b: usize,
}

/// Share of the shorter sentence that runs of common words must cover for `edited`.
const EDITED: f64 = 0.5;
/// Most words, figures and names that a link lists.
const MAX_LISTED: usize = 8;

impl Pair<'_> {
    /// How many pairs of sentences there are to look at.
    pub(crate) fn cells(&self) -> usize {
        self.segments.texts[self.a].len() * self.segments.texts[self.b].len()
    }

    /// The links, by (i, j). `text_a` is the text of the first article, to quote the evidence from.
    pub(crate) fn links(&self, text_a: &str) -> Vec<PairLink> {
        let scored = score(self.prepared, self.words, self.a, self.b);
        let kept: BTreeMap<(usize, usize), f64> =
            kept(&scored.scores, self.settings).into_iter().map(|(i, j, score)| ((i, j), score)).collect();
        let link = |(&(i, j), &score): (&(usize, usize), &f64)| {
            let (a, b) = self.sentences(i, j);
            let mut why = self.why(&scored.weighed, i, j, text_a);
            why.neighbours = neighbours(i, j, |i, j| kept.contains_key(&(i, j)));
            let (shared, lighter) = scored.weighed.shared_and_lighter(i, j);
            self.link((i, j), score, relation(a, b, shared / lighter.max(f64::MIN_POSITIVE)), why)
        };
        kept.iter().map(link).collect()
    }

    /// Only the links that copied words show, for texts too long to score every pair of sentences.
    pub(crate) fn copied_links(&self, text_a: &str) -> Vec<PairLink> {
        let found: BTreeMap<(usize, usize), f64> = copies::copied_sentences(&self.segments.texts[self.a], &self.segments.texts[self.b])
            .into_iter()
            .filter(|(_, covered)| *covered >= EDITED)
            .collect();
        found
            .iter()
            .map(|(&(i, j), &covered)| {
                let (a, b) = self.sentences(i, j);
                let words = a.iter().filter(|t| !t.is_stop && b.iter().any(|o| o.stem == t.stem));
                let why = Why {
                    words: words.take(MAX_LISTED).map(|t| t.span.of(text_a).to_owned()).collect(),
                    neighbours: neighbours(i, j, |i, j| found.contains_key(&(i, j))),
                    ..Why::default()
                };
                self.link((i, j), covered, if runs::are_equal(a, b) { Relation::Verbatim } else { Relation::Edited }, why)
            })
            .collect()
    }

    fn link(&self, (i, j): (usize, usize), score: f64, relation: Relation, why: Why) -> PairLink {
        PairLink { i, j, score: (score * 1000.0).round() as u16, sure: score >= per_mille(self.settings.sure), relation, why }
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
        for (term, written_as) in weighed.shared_terms(i, j) {
            let token = first_with.get(&term.stem).or_else(|| first_with.get(&written_as?));
            let Some(token) = token else { continue };
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
