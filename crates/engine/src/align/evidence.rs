//! What two sentences share.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::bag::{Bags, Prepared, Term, Trigram, name_weights};
use super::model::Evidence;
use super::postings::Postings;
use super::rows::Rows;
use crate::segment::WordId;
use crate::sort::Sort;

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
    /// Per slot of a stem, how much it counts as a name.
    names: Cow<'a, [f64]>,
    /// Per slot of a stem or trigram, its weight.
    stem_weights: Vec<f64>,
    trigram_weights: Vec<f32>,
    /// Per trigram of a sentence, its value in a vector of length one.
    trigram_values: Vec<f32>,
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
    /// The greatest two of them.
    rarest: f64,
    second: f64,
    figures: f64,
    quoted_in_both: f64,
    quoted_in_a: f64,
    quoted_in_b: f64,
}

/// The least weight a sentence is taken to have, so that two-word sentences do not match everything.
const CONTAINMENT_FLOOR: f64 = 0.8;
const FIGURES_FLOOR: f64 = 0.3;
const QUOTATION_FLOOR: f64 = 0.6;
/// Sentences that two texts are taken to have at least: between very short texts every word would seem rare, or common. Measured.
const LEAST_SENTENCES: usize = 40;
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
        let raised = libm::log(n_sentences.max(LEAST_SENTENCES) as f64 + 1.0);
        let relative: Vec<f64> = rarities.iter().map(|rarity| (rarity + raised - libm::log(n)) / raised).collect();
        let stem_in_b = weigh((&a.stems, &mut a.stem_weights), (&b.stems, &mut b.stem_weights), &relative);
        let (in_a, in_b) = (&a.bags.trigram_index, &b.bags.trigram_index);
        let trigram_in_b =
            weigh((in_a, &mut a.trigram_weights), (in_b, &mut b.trigram_weights), &rarities.iter().map(|r| *r as f32).collect::<Vec<_>>());
        a.sum();
        b.sum();
        Self { a, b, stem_in_b, trigram_in_b }
    }

    /// How much the two texts name the same: the cosine of their names, each counted as 1 and the logarithm of its sentences. 0 to 1.
    pub(crate) fn common_names(&self) -> f64 {
        let (a, b) = (&self.a.names, &self.b.names);
        let length = |names: &[f64]| names.iter().map(|name| name * name).sum::<f64>().sqrt();
        let shared = a.iter().zip(&self.stem_in_b).filter_map(|(name, slot)| Some(name * b[(*slot)? as usize])).sum::<f64>();
        shared / (length(a) * length(b)).max(f64::MIN_POSITIVE)
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

    /// Sentences that are the same words, the first of `a` with the first of `b`, the second with the second and so on; by sentence of `a`.
    pub(crate) fn equal_sentences(&self) -> Vec<(usize, u32)> {
        let (a, b) = (&self.a.bags.wordings, &self.b.bags.wordings);
        let mut equal = Vec::new();
        a.merge(b, |x, y| {
            if let (Some(x), Some(y)) = (x, y) {
                equal.extend(a.sentences.of(x).iter().map(|i| *i as usize).zip(b.sentences.of(y).iter().copied()));
            }
        });
        equal.sort_unstable();
        equal
    }

    /// Hands on the evidence for every candidate, row by row.
    pub(crate) fn for_each(&self, candidates: &Rows<u32>, mut take: impl FnMut(Evidence)) {
        let mut row = WrittenOut::new(self);
        for (i, columns) in candidates.iter().enumerate().filter(|(_, columns)| !columns.is_empty()) {
            row.write(i);
            columns.iter().for_each(|j| take(row.evidence(*j as usize)));
            row.erase(i);
        }
    }

    /// The terms of sentence `i` that `j` shares, rarest first.
    pub(crate) fn shared_terms(&self, i: usize, j: usize) -> Vec<Term> {
        let mut shared: Vec<Term> = self.common(i, j).copied().collect();
        shared.order_by(|x, y| self.a.weight(y).total_cmp(&self.a.weight(x)).then(x.stem.cmp(&y.stem)));
        shared
    }

    /// The weight of the stems two sentences share, and that of the lighter sentence.
    pub(crate) fn shared_and_lighter(&self, i: usize, j: usize) -> (f64, f64) {
        (self.common(i, j).map(|term| self.a.weight(term)).sum(), self.a.sums[i].all.min(self.b.sums[j].all))
    }

    /// The terms of sentence `i` that `j` shares.
    fn common(&self, i: usize, j: usize) -> impl Iterator<Item = &Term> {
        let b = self.b.terms.of(j);
        self.a.terms.of(i).iter().filter(|term| b.binary_search_by_key(&term.stem, |other| other.stem).is_ok())
    }
}

/// A sentence of `a` written out by slots of `b`: what a sentence of `b` shares with it is then read off.
struct WrittenOut<'a> {
    texts: &'a Weighed<'a>,
    terms: Vec<Option<&'a Term>>,
    trigrams: Vec<f32>,
    sums: Sums,
}

impl<'a> WrittenOut<'a> {
    fn new(texts: &'a Weighed) -> Self {
        let (terms, trigrams) = (vec![None; texts.b.stem_weights.len()], vec![0.0; texts.b.trigram_weights.len()]);
        Self { texts, terms, trigrams, sums: Sums::default() }
    }

    fn write(&mut self, i: usize) {
        let Self { texts, terms, trigrams, sums } = self;
        *sums = texts.a.sums[i];
        for term in texts.a.terms.of(i) {
            if let Some(slot) = texts.stem_in_b[term.slot as usize] {
                terms[slot as usize] = Some(term);
            }
        }
        for (trigram, weight) in texts.a.trigrams(i) {
            if let Some(slot) = texts.trigram_in_b[trigram.slot as usize] {
                trigrams[slot as usize] = *weight;
            }
        }
    }

    fn erase(&mut self, i: usize) {
        let (terms, trigrams) = (self.texts.a.terms.of(i), self.texts.a.bags.trigrams.of(i));
        terms.iter().filter_map(|t| self.texts.stem_in_b[t.slot as usize]).for_each(|slot| self.terms[slot as usize] = None);
        trigrams.iter().filter_map(|t| self.texts.trigram_in_b[t.slot as usize]).for_each(|slot| self.trigrams[slot as usize] = 0.0);
    }

    /// What sentence `j` of `b` shares with it.
    fn evidence(&self, j: usize) -> Evidence {
        let b = &self.texts.b;
        let mut shared = Shared::default();
        for term in b.terms.of(j) {
            if let Some(own) = self.terms[term.slot as usize] {
                shared.add(own, term, b.weight(term));
            }
        }
        shared.evidence(&self.sums, &b.sums[j], self.cosine(j))
    }

    /// The cosine of trigrams. Four sums side by side: the processor need not wait for one before it starts the next.
    fn cosine(&self, j: usize) -> f64 {
        let (trigrams, weights) = (self.texts.b.bags.trigrams.of(j), self.texts.b.trigram_values(j));
        let mut sums = [0.0_f32; 4];
        for (trigrams, weights) in trigrams.chunks(4).zip(weights.chunks(4)) {
            for ((sum, trigram), weight) in sums.iter_mut().zip(trigrams).zip(weights) {
                *sum += self.trigrams[trigram.slot as usize] * weight;
            }
        }
        f64::from((sums[0] + sums[1]) + (sums[2] + sums[3]))
    }
}

/// Weighs the keys of two texts by how rare they are in both together: `rarities` by the number of sentences. Gives for every slot of `a` that of
/// `b`.
fn weigh<W: Copy>((a, a_weights): (&Postings, &mut Vec<W>), (b, b_weights): (&Postings, &mut Vec<W>), rarities: &[W]) -> Vec<Option<u32>> {
    let mut in_b = Vec::with_capacity(a.keys.len());
    a_weights.reserve(a.keys.len());
    b_weights.reserve(b.keys.len());
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
        let (terms, stems, names) = if same.is_empty() {
            (Cow::Borrowed(&bags.terms), Cow::Borrowed(&bags.stems), Cow::Borrowed(&bags.name_weights[..]))
        } else {
            let (terms, stems) = bags.unified(same);
            let names = name_weights(&stems, |stem| bags.names.contains(&stem) || same.values().any(|name| *name == stem));
            (Cow::Owned(terms), Cow::Owned(stems), Cow::Owned(names))
        };
        Self {
            bags,
            terms,
            stems,
            names,
            stem_weights: Vec::new(),
            trigram_weights: Vec::new(),
            trigram_values: Vec::new(),
            sums: Vec::new(),
        }
    }

    /// Sums up every sentence, once the weights are known.
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
        self.trigram_values.reserve(self.bags.trigrams.items().len());
        for trigrams in self.bags.trigrams.iter() {
            let start = self.trigram_values.len();
            self.trigram_values.extend(trigrams.iter().map(|t| t.frequency * self.trigram_weights[t.slot as usize]));
            let values = &mut self.trigram_values[start..];
            let to_unit = 1.0 / (values.iter().map(|value| value * value).sum::<f32>().sqrt() + 1e-9);
            values.iter_mut().for_each(|value| *value *= to_unit);
        }
    }

    fn weight(&self, term: &Term) -> f64 {
        self.stem_weights[term.slot as usize]
    }

    /// The trigrams of a sentence with their values in a vector of length one.
    fn trigrams(&self, sentence: usize) -> impl Iterator<Item = (&Trigram, &f32)> {
        self.bags.trigrams.of(sentence).iter().zip(self.trigram_values(sentence))
    }

    fn trigram_values(&self, sentence: usize) -> &[f32] {
        &self.trigram_values[self.bags.trigrams.range(sentence)]
    }
}

impl Shared {
    fn add(&mut self, a: &Term, b: &Term, weight: f64) {
        self.all += weight;
        self.second = self.second.max(weight.min(self.rarest));
        self.rarest = self.rarest.max(weight);
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
            other_figures: a.figures.min(b.figures) - self.figures,
            second_word: self.second,
            quotation: (self.quoted_in_both / (a.quoted.min(b.quoted) + QUOTATION_FLOOR)).max(UNQUOTED * one_sided),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::training_evidence;

    fn of(a: &[&str], b: &[&str]) -> (f64, Vec<[f64; 7]>) {
        let owned = |text: &[&str]| text.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        training_evidence(&owned(a), &owned(b))
    }

    #[test]
    fn figures_that_differ_are_counted_on_the_side_that_has_less() {
        let other = |a, b| of(&[a], &[b]).1[0][4];
        assert!(other("Some 40 boats left the harbour", "The harbour let 60 boats leave") > 0.1);
        assert!(other("Some 40 boats left the harbour", "The harbour let 40 boats leave").abs() < 1e-9);
        assert!(other("Some 40 boats left the harbour", "Boats left the harbour").abs() < 1e-9);
    }

    #[test]
    fn one_shared_word_has_no_second() {
        let second = |a, b| of(&[a], &[b]).1[0][5];
        assert_eq!(second("Ferries stopped", "Ferries sank"), 0.0);
        assert!(second("Ferries stopped early", "Ferries stopped") > 0.0);
    }

    #[test]
    fn names_are_compared_over_whole_texts() {
        let common = |a, b| of(a, b).0;
        let first: &[&str] = &["Yesterday Marta Holub resigned", "The mayor, Holub, left Brenport"];
        assert!((common(first, first) - 1.0).abs() < 1e-9);
        assert_eq!(common(first, &["Yesterday Oskar Lindqvist resigned"]), 0.0);
        assert_eq!(common(first, &["nobody resigned"]), 0.0);
    }
}
