//! What two sentences share, for every pair of sentences of two texts.

use std::collections::BTreeMap;

use super::bag::{Bag, Bags, Term, Trigram, distinct};
use super::model::Evidence;
use super::postings::Postings;
use crate::segment::WordId;

/// Sentences as the scorer sees them in one pair of texts: stems weighed by how rare they are in these two texts.
///
/// Rarity is taken from the compared texts alone: measured, a background table of frequencies adds nothing.
pub(crate) struct Weighed {
    a: Vec<WeighedSentence>,
    b: Vec<WeighedSentence>,
    /// Spellings of one name, mapped to one of them.
    same: BTreeMap<WordId, WordId>,
    n_stems: usize,
    n_trigrams: usize,
}

struct WeighedSentence {
    terms: Vec<WeighedTerm>,
    /// Trigram ids with their weight, scaled to unit length.
    trigrams: Vec<(u32, f64)>,
    /// Sums of the weights of all terms, of figures, of quoted terms.
    all: f64,
    figures: f64,
    quoted: f64,
}

#[derive(Clone, Copy)]
struct WeighedTerm {
    term: Term,
    weight: f64,
}

/// Weights shared between two sentences.
#[derive(Clone, Copy, Default)]
struct Shared {
    all: f64,
    figures: f64,
    quoted_in_both: f64,
    quoted_in_a: f64,
    quoted_in_b: f64,
}

/// The least weight a sentence is taken to have, so that two-word sentences do not match everything.
const CONTAINMENT_FLOOR: f64 = 0.8;
const FIGURES_FLOOR: f64 = 0.3;
const QUOTATION_FLOOR: f64 = 0.6;
/// Quoted words found unquoted on the other side count less.
const UNQUOTED: f64 = 0.7;

impl Weighed {
    /// Weighs two texts against each other; `same` maps spellings of one name to one stem. `n_stems` and `n_trigrams` bound their ids.
    pub(crate) fn new(a: &Bags, b: &Bags, same: BTreeMap<WordId, WordId>, n_stems: usize, n_trigrams: usize) -> Self {
        let unified = |text: &Bags| -> Vec<Vec<Term>> { text.sentences.iter().map(|s| unify(s, &same)).collect() };
        let (terms_a, terms_b) = (unified(a), unified(b));
        let mut stem_counts = vec![0_u32; n_stems];
        terms_a.iter().chain(&terms_b).flatten().for_each(|t| stem_counts[t.stem.0 as usize] += 1);
        let mut trigram_counts = vec![0_u32; n_trigrams];
        a.sentences.iter().chain(&b.sentences).flat_map(|s| &s.trigrams).for_each(|t| trigram_counts[t.id as usize] += 1);
        let n = (terms_a.len() + terms_b.len()) as f64 + 1.0;
        let scale = libm::log(n);
        // A term occurs at most once in a sentence, so counts go up to the number of sentences.
        let rarities: Vec<f64> = (0..=terms_a.len() + terms_b.len()).map(|count| libm::log(n / (count as f64 + 0.5))).collect();
        let weigh = |terms: Vec<Term>, bag: &Bag| {
            let terms: Vec<WeighedTerm> = terms
                .into_iter()
                .map(|term| WeighedTerm { term, weight: rarities[stem_counts[term.stem.0 as usize] as usize] / scale })
                .collect();
            let sum = |counts: fn(&Term) -> bool| terms.iter().filter(|t| counts(&t.term)).map(|t| t.weight).sum();
            let frequency = |count: u32| if count == 1 { 1.0 } else { 1.0 + libm::log(f64::from(count)) };
            let weight = |t: &Trigram| frequency(t.count) * rarities[trigram_counts[t.id as usize] as usize];
            let mut trigrams: Vec<(u32, f64)> = bag.trigrams.iter().map(|t| (t.id, weight(t))).collect();
            let length = trigrams.iter().map(|(_, w)| w * w).sum::<f64>().sqrt() + 1e-9;
            trigrams.iter_mut().for_each(|(_, w)| *w /= length);
            WeighedSentence { all: sum(|_| true), figures: sum(|t| t.is_figure), quoted: sum(|t| t.is_quoted), terms, trigrams }
        };
        let weighed = |terms: Vec<Vec<Term>>, text: &Bags| terms.into_iter().zip(&text.sentences).map(|(t, s)| weigh(t, s)).collect();
        Self { a: weighed(terms_a, a), b: weighed(terms_b, b), same, n_stems, n_trigrams }
    }

    /// Hands on the evidence for every pair, row by row: there are too many pairs to keep it.
    pub(crate) fn for_each(&self, mut take: impl FnMut(Evidence)) {
        let by_stem = Postings::new(self.n_stems, &self.b, |j| self.b[j].terms.iter().map(|t| (t.term.stem.0, t.term)));
        let by_trigram = Postings::new(self.n_trigrams, &self.b, |j| self.b[j].trigrams.iter().copied());
        let (mut shared, mut cosine) = (vec![Shared::default(); self.b.len()], vec![0.0; self.b.len()]);
        for a in &self.a {
            shared.fill(Shared::default());
            cosine.fill(0.0);
            for WeighedTerm { term, weight } in &a.terms {
                for (j, other) in by_stem.of(term.stem.0) {
                    shared[*j as usize].add(term, other, *weight);
                }
            }
            for (id, weight) in &a.trigrams {
                for (j, other) in by_trigram.of(*id) {
                    cosine[*j as usize] += weight * other;
                }
            }
            self.b.iter().zip(&shared).zip(&cosine).for_each(|((b, shared), cosine)| take(shared.evidence(a, b, *cosine)));
        }
    }

    /// Stems that two sentences share, rarest first; with each the stem as the first sentence had it before spellings were made one.
    pub(crate) fn shared_terms(&self, i: usize, j: usize) -> Vec<(Term, Option<WordId>)> {
        let mut shared: Vec<&WeighedTerm> = self.shared(i, j).collect();
        shared.sort_by(|x, y| y.weight.total_cmp(&x.weight).then(x.term.stem.cmp(&y.term.stem)));
        let written_as = |stem: WordId| self.same.iter().find(|(_, one)| **one == stem).map(|(written, _)| *written);
        shared.into_iter().map(|t| (t.term, written_as(t.term.stem))).collect()
    }

    /// The weight of the stems two sentences share, and that of the lighter sentence.
    pub(crate) fn shared_and_lighter(&self, i: usize, j: usize) -> (f64, f64) {
        (self.shared(i, j).map(|t| t.weight).sum(), self.a[i].all.min(self.b[j].all))
    }

    fn shared(&self, i: usize, j: usize) -> impl Iterator<Item = &WeighedTerm> {
        let b = &self.b[j].terms;
        self.a[i].terms.iter().filter(|t| b.binary_search_by_key(&t.term.stem, |o| o.term.stem).is_ok())
    }
}

impl Shared {
    fn add(&mut self, a: &Term, b: &Term, weight: f64) {
        self.all += weight;
        self.figures += if a.is_figure && b.is_figure { weight } else { 0.0 };
        self.quoted_in_a += if a.is_quoted { weight } else { 0.0 };
        self.quoted_in_b += if b.is_quoted { weight } else { 0.0 };
        self.quoted_in_both += if a.is_quoted && b.is_quoted { weight } else { 0.0 };
    }

    fn evidence(&self, a: &WeighedSentence, b: &WeighedSentence, trigrams: f64) -> Evidence {
        let one_sided = (self.quoted_in_a / (a.quoted + QUOTATION_FLOOR)).max(self.quoted_in_b / (b.quoted + QUOTATION_FLOOR));
        Evidence {
            containment: self.all / (a.all.min(b.all) + CONTAINMENT_FLOOR),
            dice: 2.0 * self.all / (a.all + b.all + 1e-9),
            trigrams,
            figures: self.figures / (a.figures.max(b.figures) + FIGURES_FLOOR),
            quotation: (self.quoted_in_both / (a.quoted.min(b.quoted) + QUOTATION_FLOOR)).max(UNQUOTED * one_sided),
        }
    }
}

/// The sentence's terms with spellings of one name made one, sorted by stem.
fn unify(sentence: &Bag, same: &BTreeMap<WordId, WordId>) -> Vec<Term> {
    distinct(sentence.terms.iter().map(|t| Term { stem: same.get(&t.stem).copied().unwrap_or(t.stem), ..*t }))
}
