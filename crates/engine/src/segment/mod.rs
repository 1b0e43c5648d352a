//! Articles to sentences and words.

mod compose;
mod conventions;
pub(crate) mod lexicon;
pub(crate) mod quotation;
mod sentence;
mod stop;
mod token;
mod vocabulary;

pub use sentence::sentences;
pub(crate) use token::{Token, Tokenizer, base, figure, fold, is_ignorable, unify, word_spans};
pub(crate) use vocabulary::{Vocabulary, WordId};

use crate::{Article, Sentence};

/// The sentences of an article's compared blocks, in text order. The second value tells whether one was cut at the limit.
pub fn article_sentences(article: &Article) -> (Vec<Sentence>, bool) {
    let mut cut = false;
    let found = article
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.role.is_compared())
        .flat_map(|(index, block)| {
            let (spans, was_cut) = sentences(block.span.of(&article.text), block.span.start, block.role, article.block_language(index));
            cut |= was_cut;
            spans.into_iter().map(move |span| Sentence { span, block: index })
        })
        .collect();
    (found, cut)
}

/// Texts cut into sentences and tokens, over one vocabulary.
pub(crate) struct Segments {
    /// Per text, per sentence, its tokens.
    pub texts: Vec<Vec<Vec<Token>>>,
    /// Every word and stem, in alphabetical order.
    pub vocabulary: Vocabulary,
}

impl Segments {
    /// Cuts texts, each given as its sentences with the byte where each starts.
    pub(crate) fn new<'a, T>(texts: impl IntoIterator<Item = T>) -> Self
    where
        T: IntoIterator<Item = (&'a str, usize)>,
    {
        let (tokenizer, mut vocabulary) = (Tokenizer::new(), Vocabulary::default());
        let mut texts: Vec<Vec<Vec<Token>>> = texts
            .into_iter()
            .map(|sentences| sentences.into_iter().map(|(text, offset)| tokenizer.tokens(text, offset, &mut vocabulary)).collect())
            .collect();
        let renumbered = vocabulary.sort();
        for token in texts.iter_mut().flatten().flatten() {
            token.word = renumbered[token.word.0 as usize];
            token.stem = renumbered[token.stem.0 as usize];
        }
        Self { texts, vocabulary }
    }
}
