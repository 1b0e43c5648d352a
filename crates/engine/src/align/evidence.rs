//! What two sentences share.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::bag::{Bags, Prepared, Term};
use super::model::Evidence;
use super::postings::Postings;
use super::rows::Rows;
use crate::segment::WordId;

/// Two texts as the scorer sees them: stems and trigrams weighed by how rare they are in these two.
///
/// Rarity is taken from the compared texts alone: measured, a background table of frequencies adds nothing.
pub(crate) struct Weighed<'a> {
    a: Side<'a>,
    b: Side<'a>,
    /// Per slot of a stem of `a`, its slot in `b`; likewise of trigrams.
    stem_in_b: Vec<Option<u32>>,
    trigram_in_b: Vec<Option<u32>>,
}

/// One of the two texts.
struct Side<'a> {
    bags: &'a Bags,
    /// Those of `bags`, but with spellings of one name made one.
    terms: Cow<'a, Rows<Term>>,
    stems: Cow<'a, Postings>,
    /// Per slot of a stem or trigram, its weight.
    stem_weights: Vec<f64>,
    trigram_weights: Vec<f64>,
    /// Per sentence.
    sums: Vec<Sums>,
}

/// Sums of the weights of a sentence's terms: of all, of figures, of quoted ones.
#[derive(Clone, Copy, Default)]
struct Sums {
    all: f64,
    figures: f64,
    quoted: f64,
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

impl<'a> Weighed<'a> {
    /// Weighs the texts `a` and `b` of a comparison against each other.
    pub(crate) fn new(prepared: &'a Prepared, a: usize, b: usize) -> Self {
        let (a, b) = (&prepared.texts[a], &prepared.texts[b]);
        let same = prepared.spellings.between(a, b);
        let (mut a, mut b) = (Side::new(a, &BTreeMap::new()), Side::new(b, &same));
        let n_sentences = a.bags.len() + b.bags.len();
        let n = n_sentences as f64 + 1.0;
        // A term occurs at most once in a sentence, so counts go up to the number of sentences.
        let rarities: Vec<f64> = (0..=n_sentences).map(|count| libm::log(n / (count as f64 + 0.5))).collect();
        let relative: Vec<f64> = rarities.iter().map(|rarity| rarity / libm::log(n)).collect();
        let stem_in_b = weigh((&a.stems, &mut a.stem_weights), (&b.stems, &mut b.stem_weights), &relative);
        let (in_a, in_b) = (&a.bags.trigram_index, &b.bags.trigram_index);
        let trigram_in_b = weigh((in_a, &mut a.trigram_weights), (in_b, &mut b.trigram_weights), &rarities);
        a.sum();
        b.sum();
        Self { a, b, stem_in_b, trigram_in_b }
    }

    /// How many sentences the two texts have.
    pub(crate) fn lens(&self) -> (usize, usize) {
        (self.a.bags.len(), self.b.bags.len())
    }

    /// Per stem that both texts have, in how many sentences of each it stands.
    pub(crate) fn shared_counts(&self) -> impl Iterator<Item = (usize, usize)> {
        let counts = |(x, y): (usize, &Option<u32>)| Some((self.a.stems.count(x), self.b.stems.count((*y)? as usize)));
        self.stem_in_b.iter().enumerate().filter_map(counts)
    }

    /// The stems of sentence `i` of `a` that `b` has too and that stand in at most `common` sentences of either text: for each its weight and
    /// the sentences of `b` that hold it.
    pub(crate) fn meetings(&self, i: usize, common: usize) -> impl Iterator<Item = (f64, &[u32])> {
        self.a.terms.of(i).iter().filter_map(move |term| {
            let sentences = self.b.stems.sentences.of(self.stem_in_b[term.slot as usize]? as usize);
            let is_rare = sentences.len() <= common && self.a.stems.count(term.slot as usize) <= common;
            is_rare.then(|| (self.a.weight(term), sentences))
        })
    }

    /// The weight of the lighter of two sentences, as [`Evidence::containment`] takes it.
    pub(crate) fn lighter(&self, i: usize, j: usize) -> f64 {
        self.a.sums[i].all.min(self.b.sums[j].all) + CONTAINMENT_FLOOR
    }

    /// Hands on the evidence for every candidate, row by row.
    pub(crate) fn for_each(&self, candidates: &Rows<u32>, mut take: impl FnMut(Evidence)) {
        // The trigrams of one sentence of `a` written out by slots of `b`, and the lengths of sentences of `b` as far as known.
        let mut written = vec![0.0; self.b.trigram_weights.len()];
        let mut lengths = vec![None; self.b.bags.len()];
        for (i, row) in candidates.iter().enumerate().filter(|(_, row)| !row.is_empty()) {
            let length = self.a.length(i);
            let own = || self.a.trigrams(i).filter_map(|(slot, weight)| Some((self.trigram_in_b[slot]? as usize, weight / length)));
            own().for_each(|(slot, weight)| written[slot] = weight);
            for &j in row {
                let j = j as usize;
                let length = *lengths[j].get_or_insert_with(|| self.b.length(j));
                let cosine = self.b.trigrams(j).map(|(slot, weight)| written[slot] * weight).sum::<f64>() / length;
                take(self.shared(i, j).evidence(&self.a.sums[i], &self.b.sums[j], cosine));
            }
            own().for_each(|(slot, _)| written[slot] = 0.0);
        }
    }

    /// The terms of sentence `i` that `j` shares, rarest first.
    pub(crate) fn shared_terms(&self, i: usize, j: usize) -> Vec<Term> {
        let mut shared: Vec<Term> = self.common(i, j).map(|(term, _)| *term).collect();
        shared.sort_by(|x, y| self.a.weight(y).total_cmp(&self.a.weight(x)).then(x.stem.cmp(&y.stem)));
        shared
    }

    /// The weight of the stems two sentences share, and that of the lighter sentence.
    pub(crate) fn shared_and_lighter(&self, i: usize, j: usize) -> (f64, f64) {
        (self.shared(i, j).all, self.a.sums[i].all.min(self.b.sums[j].all))
    }

    fn shared(&self, i: usize, j: usize) -> Shared {
        let mut shared = Shared::default();
        self.common(i, j).for_each(|(a, b)| shared.add(a, b, self.a.weight(a)));
        shared
    }

    /// The terms that two sentences share, as either has them.
    fn common(&self, i: usize, j: usize) -> impl Iterator<Item = (&Term, &Term)> {
        let mut b = self.b.terms.of(j);
        self.a.terms.of(i).iter().filter_map(move |term| {
            while let [first, others @ ..] = b
                && first.stem < term.stem
            {
                b = others;
            }
            b.first().filter(|other| other.stem == term.stem).map(|other| (term, other))
        })
    }
}

/// Weighs the keys of two texts by how rare they are in both together: `rarities` by the number of sentences. Gives for every slot of `a` that of
/// `b`.
fn weigh((a, a_weights): (&Postings, &mut Vec<f64>), (b, b_weights): (&Postings, &mut Vec<f64>), rarities: &[f64]) -> Vec<Option<u32>> {
    let mut in_b = Vec::with_capacity(a.keys.len());
    a.merge(b, |x, y| {
        let rarity = rarities[x.map_or(0, |x| a.count(x)) + y.map_or(0, |y| b.count(y))];
        if x.is_some() {
            a_weights.push(rarity);
            in_b.push(y.map(|y| y as u32));
        }
        if y.is_some() {
            b_weights.push(rarity);
        }
    });
    in_b
}

impl<'a> Side<'a> {
    fn new(bags: &'a Bags, same: &BTreeMap<WordId, WordId>) -> Self {
        let (terms, stems) = if same.is_empty() {
            (Cow::Borrowed(&bags.terms), Cow::Borrowed(&bags.stems))
        } else {
            let (terms, stems) = bags.unified(same);
            (Cow::Owned(terms), Cow::Owned(stems))
        };
        Self { bags, terms, stems, stem_weights: Vec::new(), trigram_weights: Vec::new(), sums: Vec::new() }
    }

    /// Sums the weights of every sentence, once they are known.
    fn sum(&mut self) {
        let sums = self.terms.iter().map(|terms| {
            terms.iter().fold(Sums::default(), |mut sums, term| {
                let weight = self.weight(term);
                sums.all += weight;
                sums.figures += if term.is_figure { weight } else { 0.0 };
                sums.quoted += if term.is_quoted { weight } else { 0.0 };
                sums
            })
        });
        self.sums = sums.collect();
    }

    fn weight(&self, term: &Term) -> f64 {
        self.stem_weights[term.slot as usize]
    }

    /// The trigrams of a sentence as slots and weights.
    fn trigrams(&self, sentence: usize) -> impl Iterator<Item = (usize, f64)> {
        let weight = |slot: usize, frequency: f64| (slot, frequency * self.trigram_weights[slot]);
        self.bags.trigrams.of(sentence).iter().map(move |t| weight(t.slot as usize, t.frequency))
    }

    /// The length of a sentence as a vector of trigrams.
    fn length(&self, sentence: usize) -> f64 {
        self.trigrams(sentence).map(|(_, weight)| weight * weight).sum::<f64>().sqrt() + 1e-9
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

    fn evidence(&self, a: &Sums, b: &Sums, trigrams: f64) -> Evidence {
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
