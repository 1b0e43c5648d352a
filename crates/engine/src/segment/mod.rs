//! Articles to sentences and words.

mod across;
mod affixes;
mod compose;
mod conventions;
mod figure;
mod fold;
mod language;
pub(crate) mod lexicon;
pub(crate) mod quotation;
mod romanise;
mod sentence;
mod stock;
mod stop;
mod token;
mod unspaced;
mod vocabulary;
mod word;

pub(crate) use across::is_of_one_language;
pub(crate) use figure::figure;
pub(crate) use fold::{fold, is_ignorable, unify};
pub(crate) use language::are_two;
pub use sentence::sentences;
pub(crate) use token::Token;
pub(crate) use vocabulary::{Vocabulary, WordId};
pub(crate) use word::{n_words, word_spans};

/// An English word in lower case without its possessive 's.
pub(crate) fn base(folded: &str) -> &str {
    folded.strip_suffix("'s").unwrap_or(folded)
}

use crate::{Article, Sentence};
use language::Language;
use token::Tokenizer;

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

/// A sentence as it is cut into tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Written<'a> {
    pub text: &'a str,
    /// The byte of its article's text where it starts.
    pub offset: usize,
    /// BCP 47 primary language, where known.
    pub language: Option<&'a str>,
}

/// Texts cut into sentences and tokens, over one vocabulary.
pub(crate) struct Segments {
    /// Per text, per sentence, its tokens.
    pub texts: Vec<Vec<Vec<Token>>>,
    /// Every word and stem, in alphabetical order.
    pub vocabulary: Vocabulary,
    /// Per text, per sentence, its language.
    languages: Vec<Vec<&'static Language>>,
}

impl Segments {
    /// Cuts English texts, each given as its sentences with the byte where each starts.
    pub(crate) fn new<'a, T>(texts: impl IntoIterator<Item = T>) -> Self
    where
        T: IntoIterator<Item = (&'a str, usize)>,
    {
        let written = |(text, offset)| Written { text, offset, language: Some("en") };
        Self::of(texts.into_iter().map(|sentences| sentences.into_iter().map(written)))
    }

    /// Cuts texts, each given as its sentences.
    pub(crate) fn of<'a, T>(texts: impl IntoIterator<Item = T>) -> Self
    where
        T: IntoIterator<Item = Written<'a>>,
    {
        let (mut tokenizer, mut vocabulary) = (Tokenizer::default(), Vocabulary::default());
        let mut languages = Vec::new();
        let mut cut = |written: Written<'a>, languages: &mut Vec<&'static Language>| {
            let language = language::language(written.language);
            languages.push(language);
            tokenizer.tokens(written.text, written.offset, language, &mut vocabulary)
        };
        let texts: Vec<Vec<Vec<Token>>> = texts
            .into_iter()
            .map(|sentences| {
                let mut of_text = Vec::new();
                let tokens = sentences.into_iter().map(|written| cut(written, &mut of_text)).collect();
                languages.push(of_text);
                tokens
            })
            .collect();
        let mut segments = Self::sorted(texts, vocabulary, languages);
        stock::set_aside(&mut segments.texts, &segments.vocabulary, &segments.languages);
        segments
    }

    /// With ids in alphabetical order.
    fn sorted(mut texts: Vec<Vec<Vec<Token>>>, mut vocabulary: Vocabulary, languages: Vec<Vec<&'static Language>>) -> Self {
        let renumbered = vocabulary.sort();
        for token in texts.iter_mut().flatten().flatten() {
            token.word = renumbered[token.word.0 as usize];
            token.stem = renumbered[token.stem.0 as usize];
        }
        Self { texts, vocabulary, languages }
    }
}
