//! What a sentence denies or hedges, and how another that says the same does.

use std::ops::Range;

use super::lexicon::Hedge;
use super::line::Modality;
use super::texts::Words;
use crate::segment::WordId;
use crate::sort::Sort;
use crate::{AttributionKind, Span};

/// A negation or hedge with the words it governs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
    pub at: Range<usize>,
    pub modality: Modality,
    /// Words of meaning after it in its clause, nearest first.
    governed: Vec<WordId>,
    /// Words of meaning right before it.
    before: Vec<WordId>,
}

/// Words of meaning that a negation or hedge is taken to govern.
const GOVERNED: usize = 3;
/// Words in which they stand.
const REACH: usize = 7;

/// The negations and hedges of a sentence.
pub(crate) fn claims(words: &Words<'_>) -> Vec<Claim> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let end = at + words.length(at);
        let not_only = end < words.len() && words.folded(end) == "only";
        let is_month = words.folded(at) == "may" && words.is_capitalised(at);
        if let Some(modality) = Modality::of(words.tags(at)).filter(|_| !not_only && !is_month) {
            let tells = |at: &usize| !words.is_stop(*at) && Modality::of(words.tags(*at)).is_none();
            let is_inside = |at: &usize| *at == end || !words.gap(*at).contains([',', ';', ':', '—', '–', '"', '“', '”']);
            let governed = (end..words.len()).take(REACH).take_while(is_inside).filter(tells).take(GOVERNED);
            let before = (0..at).rev().take(REACH).filter(tells).take(2);
            let stems = |range: &mut dyn Iterator<Item = usize>| range.map(|at| words.tokens[at].stem).collect();
            found.push(Claim { at: at..end, modality, governed: stems(&mut governed.into_iter()), before: stems(&mut before.into_iter()) });
        }
        at = end;
    }
    found
}

/// Negations and hedges that only one of two sentences has on the words both have; with the words of each side.
///
/// `same_text` tells that the sentences share long runs of words: then a governed word that changed its form ("did not see", "saw") does not hide
/// the change.
pub(crate) fn modality_changes(
    a: &[Claim],
    b: &[Claim],
    same_text: bool,
    of_a: &Words<'_>,
    of_b: &Words<'_>,
) -> Vec<(AttributionKind, Option<Span>, Option<Span>)> {
    let mut found = Vec::new();
    for claim in a {
        match there(claim, b, of_b, same_text) {
            There::Same => {}
            There::Nothing => found.push((kind(claim), Some(of_a.span(&claim.at)), None)),
            There::Other(at) => found.push((kind(claim), Some(of_a.span(&claim.at)), Some(of_b.span(&at)))),
        }
    }
    for claim in b {
        match there(claim, a, of_a, same_text) {
            There::Same => {}
            There::Nothing => found.push((kind(claim), None, Some(of_b.span(&claim.at)))),
            There::Other(at) => found.push((kind(claim), Some(of_a.span(&at)), Some(of_b.span(&claim.at)))),
        }
    }
    found.order();
    found.dedup();
    found
}

fn kind(claim: &Claim) -> AttributionKind {
    if claim.modality == Modality::Negated { AttributionKind::Negation } else { AttributionKind::Hedge }
}

/// What the other sentence has in the place of a negation or hedge.
enum There {
    /// The same, or nothing that can be compared.
    Same,
    /// The words it governs, free of it.
    Nothing,
    /// The words it governs, under another.
    Other(Range<usize>),
}

fn there(claim: &Claim, others: &[Claim], words: &Words<'_>, same_text: bool) -> There {
    let has = |stem: &WordId| words.tokens.iter().any(|t| t.stem == *stem);
    let reach = if same_text { claim.governed.len() } else { 1 };
    let Some(governed) = claim.governed.iter().take(reach).find(|stem| has(stem)) else { return There::Same };
    let n_around = claim.governed.iter().chain(&claim.before).filter(|stem| has(stem)).count();
    if n_around < 2 && claim.governed.len() + claim.before.len() > 1 {
        return There::Same;
    }
    let mut governing = others.iter().filter(|other| other.governed.contains(governed) || shares_start(claim, other));
    let Modality::Hedged(hedge) = claim.modality else {
        return if governing.any(|other| other.modality == Modality::Negated) { There::Same } else { There::Nothing };
    };
    let hedges: Vec<&Claim> = governing.filter(|other| other.modality != Modality::Negated).collect();
    // "will" and "would", "can" and "could" shift with the tense of what reports them.
    let is_weak = matches!(hedge, Hedge::Conditional | Hedge::Able);
    match hedges.first() {
        _ if hedges.iter().any(|other| other.modality == claim.modality) => There::Same,
        Some(other) => There::Other(other.at.clone()),
        None if is_weak => There::Same,
        None => There::Nothing,
    }
}

fn shares_start(claim: &Claim, other: &Claim) -> bool {
    !claim.governed.is_empty() && claim.governed.first() == other.governed.first()
}
