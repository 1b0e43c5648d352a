//! Sentences as weighed words, ready for scoring.

use std::collections::BTreeSet;

use crate::segment::{Segments, Token, WordId, base, is_of_one_language};

/// A content stem of a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Term {
    pub stem: WordId,
    pub is_figure: bool,
    /// Stands inside quotation marks at least once.
    pub is_quoted: bool,
}

/// A character trigram of a sentence and how often it occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Trigram {
    pub id: u32,
    pub count: u32,
}

/// A sentence as sets, each sorted by id.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bag {
    pub terms: Vec<Term>,
    pub trigrams: Vec<Trigram>,
}

/// A text ready for scoring.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bags {
    pub sentences: Vec<Bag>,
    /// Stems that look like names: capitalised away from the start of a sentence.
    pub names: BTreeSet<WordId>,
}

/// Bags of every text, over one numbering of trigrams.
pub(crate) struct Prepared {
    pub texts: Vec<Bags>,
    pub n_trigrams: usize,
}

/// Prepares every text of a comparison.
pub(crate) fn prepare(segments: &Segments) -> Prepared {
    let by_word: Vec<Vec<u64>> = segments.vocabulary.words().map(word_trigrams).collect();
    let mut codes: Vec<u64> = by_word.iter().flatten().copied().collect();
    codes.sort_unstable();
    codes.dedup();
    let by_word: Vec<Vec<u32>> = by_word
        .into_iter()
        .map(|codes_of_word| codes_of_word.into_iter().filter_map(|code| codes.binary_search(&code).ok().map(|id| id as u32)).collect())
        .collect();
    let texts = segments.texts.iter().map(|sentences| bags(sentences, &by_word)).collect();
    Prepared { texts, n_trigrams: codes.len() }
}

fn bags(sentences: &[Vec<Token>], trigrams_by_word: &[Vec<u32>]) -> Bags {
    let names = sentences.iter().flat_map(|tokens| tokens.iter().skip(1)).filter(|t| t.is_capitalised).map(|t| t.stem).collect();
    Bags { sentences: sentences.iter().map(|tokens| bag(tokens, trigrams_by_word)).collect(), names }
}

fn bag(tokens: &[Token], trigrams_by_word: &[Vec<u32>]) -> Bag {
    let content = || tokens.iter().filter(|t| !t.is_stop);
    let terms = distinct(content().map(|t| Term { stem: t.stem, is_figure: t.is_figure, is_quoted: t.is_quoted }));
    let mut ids: Vec<u32> = content().flat_map(|t| &trigrams_by_word[t.word.0 as usize]).copied().collect();
    ids.sort_unstable();
    let trigrams = ids.chunk_by(|a, b| a == b).map(|run| Trigram { id: run[0], count: run.len() as u32 }).collect();
    Bag { terms, trigrams }
}

/// Terms by stem, each once; quoted if it is anywhere.
pub(crate) fn distinct(terms: impl Iterator<Item = Term>) -> Vec<Term> {
    let mut terms: Vec<Term> = terms.collect();
    terms.sort_by_key(|t| t.stem);
    terms.dedup_by(|next, kept| {
        kept.is_quoted |= kept.stem == next.stem && next.is_quoted;
        kept.stem == next.stem
    });
    terms
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
