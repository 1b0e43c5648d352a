//! Sentences as weighed words, ready for scoring.

use std::collections::{BTreeMap, BTreeSet};

use super::names::Spellings;
use super::postings::Postings;
use super::rows::Rows;
use crate::segment::{Segments, Token, WordId, base, is_of_one_language};
use crate::sort::Sort;

/// A content stem of a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Term {
    pub stem: WordId,
    /// The stem's place in [`Bags::stems`].
    pub slot: u32,
    pub is_figure: bool,
    /// Stands inside quotation marks at least once.
    pub is_quoted: bool,
}

/// A character trigram of a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Trigram {
    /// Its place in [`Bags::trigram_index`].
    pub slot: u32,
    /// One and the logarithm of how often the sentence has it.
    pub frequency: f32,
}

/// A text ready for scoring: its sentences as sets, each sorted by stem or trigram.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bags {
    pub terms: Rows<Term>,
    pub stems: Postings,
    pub trigrams: Rows<Trigram>,
    pub trigram_index: Postings,
    /// Which sentences are the same words: one key for each wording.
    pub wordings: Postings,
    /// Stems that look like names: capitalised away from the start of a sentence.
    pub names: BTreeSet<WordId>,
    /// Per slot of [`Bags::stems`], 0 unless it is a name, else 1 and the logarithm of how many sentences have it.
    pub name_weights: Vec<f64>,
}

/// Every text of a comparison, ready for scoring.
pub(crate) struct Prepared {
    pub texts: Vec<Bags>,
    pub spellings: Spellings,
}

/// Prepares every text of a comparison.
pub(crate) fn prepare(segments: &Segments) -> Prepared {
    let by_word: Vec<Vec<u64>> = segments.vocabulary.words().map(word_trigrams).collect();
    let mut codes: Vec<u64> = by_word.iter().flatten().copied().collect();
    codes.sort_unstable();
    codes.dedup();
    let id = |code: &u64| codes.binary_search(code).unwrap_or_default() as u32;
    let by_word: Rows<u32> = by_word.iter().map(|of_word| of_word.iter().map(id)).collect();
    let texts = segments.texts.iter().zip(wordings(&segments.texts));
    let texts: Vec<Bags> = texts.map(|(sentences, wordings)| Bags::new(sentences, wordings, &by_word)).collect();
    let words: Vec<&str> = segments.vocabulary.words().collect();
    let spellings = Spellings::new(&texts, &words);
    Prepared { texts, spellings }
}

/// Per text, which of its sentences are the same words.
fn wordings(texts: &[Vec<Vec<Token>>]) -> Vec<Postings> {
    let mut places: Vec<(usize, usize)> = texts.iter().enumerate().flat_map(|(text, s)| (0..s.len()).map(move |at| (text, at))).collect();
    let words = |&(text, at): &(usize, usize)| texts[text][at].iter().map(|token| token.word);
    places.order_by(|x, y| words(x).cmp(words(y)));
    let mut keys: Vec<Vec<u32>> = texts.iter().map(|sentences| vec![0; sentences.len()]).collect();
    for (key, same) in (0..).zip(places.chunk_by(|x, y| words(x).eq(words(y)))) {
        same.iter().for_each(|&(text, at)| keys[text][at] = key);
    }
    keys.into_iter().map(|keys| Postings::new(keys.into_iter().map(std::iter::once)).0).collect()
}

impl Bags {
    fn new(sentences: &[Vec<Token>], wordings: Postings, trigrams_by_word: &Rows<u32>) -> Self {
        let content = |tokens: &'_ [Token]| tokens.iter().filter(|t| !t.is_stop).copied().collect::<Vec<_>>();
        let term = |t: Token| Term { stem: t.stem, slot: 0, is_figure: t.is_figure, is_quoted: t.is_quoted };
        let (terms, stems) = indexed_terms(sentences.iter().map(|tokens| content(tokens).into_iter().map(term).collect()));
        let mut trigrams = Rows::default();
        let mut ids: Vec<u32> = Vec::new();
        for tokens in sentences {
            ids.clear();
            ids.extend(content(tokens).iter().flat_map(|t| trigrams_by_word.of(t.word.0 as usize)));
            ids.sort_unstable();
            for same in ids.chunk_by(|x, y| x == y) {
                let frequency = if same.len() == 1 { 1.0 } else { 1.0 + libm::log(same.len() as f64) as f32 };
                trigrams.push(Trigram { slot: same[0], frequency });
            }
            trigrams.end_row();
        }
        let (trigram_index, slots) = Postings::new(trigrams.iter().map(|of_sentence| of_sentence.iter().map(|t| t.slot)));
        trigrams.items_mut().iter_mut().zip(slots).for_each(|(trigram, slot)| trigram.slot = slot);
        let names: BTreeSet<WordId> =
            sentences.iter().flat_map(|tokens| tokens.iter().skip(1)).filter(|t| t.is_capitalised).map(|t| t.stem).collect();
        let name_weights = name_weights(&stems, |stem| names.contains(&stem));
        Self { terms, stems, trigrams, trigram_index, wordings, names, name_weights }
    }

    /// How many sentences the text has.
    pub(crate) fn len(&self) -> usize {
        self.terms.len()
    }

    /// Its terms and their index with spellings of one name made one.
    pub(crate) fn unified(&self, same: &BTreeMap<WordId, WordId>) -> (Rows<Term>, Postings) {
        let one = |t: &Term| Term { stem: same.get(&t.stem).copied().unwrap_or(t.stem), ..*t };
        indexed_terms(self.terms.iter().map(|terms| terms.iter().map(one).collect()))
    }
}

/// Per slot, how much a stem counts as a name: [`Bags::name_weights`].
pub(crate) fn name_weights(stems: &Postings, is_name: impl Fn(WordId) -> bool) -> Vec<f64> {
    let weight = |(slot, key): (usize, &u32)| if is_name(WordId(*key)) { 1.0 + libm::log(stems.count(slot) as f64) } else { 0.0 };
    stems.keys.iter().enumerate().map(weight).collect()
}

/// Terms by stem, each once in a sentence and quoted if it is anywhere, with their index.
fn indexed_terms(sentences: impl Iterator<Item = Vec<Term>>) -> (Rows<Term>, Postings) {
    let distinct = |mut terms: Vec<Term>| {
        terms.order_by_key(|t| t.stem);
        terms.dedup_by(|next, kept| {
            kept.is_quoted |= kept.stem == next.stem && next.is_quoted;
            kept.stem == next.stem
        });
        terms
    };
    let mut terms: Rows<Term> = sentences.map(distinct).collect();
    let (stems, slots) = Postings::new(terms.iter().map(|of_sentence| of_sentence.iter().map(|t| t.stem.0)));
    terms.items_mut().iter_mut().zip(slots).for_each(|(term, slot)| term.slot = slot);
    (terms, stems)
}

/// The trigrams of `^word$`, possessive 's aside, each packed into one number whose order is that of its characters. None of a word that no other
/// language may share.
fn word_trigrams(word: &str) -> Vec<u64> {
    if is_of_one_language(word) {
        return Vec::new();
    }
    let chars: Vec<u64> =
        std::iter::once('^').chain(base(word).chars()).chain(std::iter::once('$')).map(|c| u64::from(u32::from(c))).collect();
    chars.windows(3).map(|w| (w[0] << 42) | (w[1] << 21) | w[2]).collect()
}
