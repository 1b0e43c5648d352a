//! Words as two languages can share them: names, figures, quotations in the same words. Every other word belongs to its language.

use std::collections::BTreeSet;

use super::Segments;
use super::language::Language;
use super::romanise::romanise;
use super::token::Token;
use super::vocabulary::{Vocabulary, WordId};

/// What stands before a word of one language, so that no other language has it. It cannot occur in a word.
const OF_LANGUAGE: char = '\u{1}';

/// Whether a word of [`Segments::across_languages`] belongs to one language.
pub(crate) fn is_of_one_language(word: &str) -> bool {
    word.contains(OF_LANGUAGE)
}

impl Segments {
    /// The same texts for pairs in two languages: words and stems keep their languages apart, but for figures, names (capitalised, away from the start of
    /// some sentence) and pairs of quoted words, which are one in every language. Names are in Latin letters.
    pub(crate) fn across_languages(&self) -> Self {
        let words: Vec<&str> = self.vocabulary.words().collect();
        let mut vocabulary = Vocabulary::default();
        let mut texts = Vec::new();
        for (sentences, languages) in self.texts.iter().zip(&self.languages) {
            let names: BTreeSet<WordId> =
                sentences.iter().flat_map(|tokens| tokens.iter().skip(1)).filter(|t| t.is_capitalised).map(|t| t.stem).collect();
            let mut across = |tokens: &Vec<Token>, language: &Language| {
                let mut keyed: Vec<Token> = Vec::with_capacity(tokens.len());
                for (at, token) in tokens.iter().enumerate() {
                    let (word, stem) = (words[token.word.0 as usize], words[token.stem.0 as usize]);
                    let is_name = token.is_capitalised && !token.is_stop && names.contains(&token.stem);
                    let quoted = tokens.get(at + 1).filter(|next| token.is_quoted && next.is_quoted && !(token.is_stop && next.is_stop));
                    let (word, stem) = match quoted {
                        _ if token.is_figure => (stem.to_owned(), stem.to_owned()),
                        _ if is_name => {
                            let name = romanise(&language.name(language.base(word)));
                            (name.clone(), name)
                        }
                        Some(next) => {
                            let pair = format!("{word} {}", words[next.word.0 as usize]);
                            (pair.clone(), pair)
                        }
                        None => [word, stem].map(|text| format!("{}{OF_LANGUAGE}{text}", language.code)).into(),
                    };
                    let is_stop = token.is_stop && quoted.is_none();
                    keyed.push(Token {
                        word: vocabulary.intern(&word),
                        stem: vocabulary.intern(&stem),
                        is_capitalised: is_name,
                        is_stop,
                        ..*token
                    });
                }
                keyed
            };
            texts.push(sentences.iter().zip(languages).map(|(tokens, language)| across(tokens, language)).collect());
        }
        Self::sorted(texts, vocabulary, self.languages.clone())
    }
}
