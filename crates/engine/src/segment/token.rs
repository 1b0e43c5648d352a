//! Cutting a sentence into tokens.

use super::figure::figure_in;
use super::fold::fold;
use super::language::Language;
use super::quotation::quoted;
use super::unspaced::{is_hiragana, is_unspaced, parts_in_term};
use super::vocabulary::{Vocabulary, WordId};
use super::word::word_spans;
use crate::Span;

/// A word of a sentence, or a part of one in a script without spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Where it stands in the article's text.
    pub span: Span,
    /// The word in lower case with straight apostrophes: what runs of words are compared by. In scripts without spaces the part with those after it.
    pub word: WordId,
    /// Its stem, or `#` and the value of a figure: what evidence is counted by.
    pub stem: WordId,
    /// Too common to be evidence.
    pub is_stop: bool,
    /// Starts with a capital.
    pub is_capitalised: bool,
    /// A number in digits or words.
    pub is_figure: bool,
    /// Stands inside quotation marks.
    pub is_quoted: bool,
}

/// Cuts sentences into tokens; works out each word of a language once.
#[derive(Default)]
pub(crate) struct Tokenizer {
    known: Vec<Known>,
}

/// The words of a language that occurred, by id.
struct Known {
    language: &'static str,
    forms: Vec<Option<Form>>,
}

/// What a word is compared by.
#[derive(Clone, Copy)]
struct Form {
    stem: WordId,
    is_stop: bool,
    is_figure: bool,
}

/// Longest stop word of a script without spaces, in parts.
const MAX_STOP_PARTS: usize = 8;

impl Tokenizer {
    /// The words of `sentence`, which starts at byte `offset` of its article's text.
    pub(crate) fn tokens(&mut self, sentence: &str, offset: usize, language: &'static Language, vocabulary: &mut Vocabulary) -> Vec<Token> {
        let quotations = quoted(sentence);
        let spans: Vec<Span> = word_spans(sentence).collect();
        let parts = Parts::of(sentence, &spans, language);
        let known = self.known(language);
        spans
            .iter()
            .enumerate()
            .map(|(at, span)| {
                let written = span.of(sentence);
                let (word, form) = match parts.term(at) {
                    Some((term, is_stop)) => {
                        let word = vocabulary.intern(&fold(term));
                        (word, Form { stem: word, is_stop, is_figure: false })
                    }
                    None => {
                        let folded = fold(written);
                        let word = vocabulary.intern(&folded);
                        (word, known.form(word, &folded, language, vocabulary))
                    }
                };
                Token {
                    span: Span::new(offset + span.start, offset + span.end),
                    word,
                    stem: form.stem,
                    is_stop: form.is_stop,
                    is_capitalised: !form.is_figure && language.base(written).starts_with(char::is_uppercase),
                    is_figure: form.is_figure,
                    is_quoted: quotations.iter().any(|q| q.contains(*span)),
                }
            })
            .collect()
    }

    fn known(&mut self, language: &'static Language) -> &mut Known {
        let at = self.known.iter().position(|known| known.language == language.code).unwrap_or_else(|| {
            self.known.push(Known { language: language.code, forms: Vec::new() });
            self.known.len() - 1
        });
        &mut self.known[at]
    }
}

impl Known {
    fn form(&mut self, word: WordId, folded: &str, language: &Language, vocabulary: &mut Vocabulary) -> Form {
        let at = word.0 as usize;
        if self.forms.len() <= at {
            self.forms.resize(at + 1, None);
        }
        *self.forms[at].get_or_insert_with(|| {
            let base = language.base(folded);
            let figure = figure_in(language, base);
            Form {
                is_stop: figure.is_none() && language.is_stop(base),
                is_figure: figure.is_some(),
                stem: vocabulary.intern(&figure.unwrap_or_else(|| language.stem(base))),
            }
        })
    }
}

/// The parts of a sentence that stand in scripts without spaces.
struct Parts<'a> {
    sentence: &'a str,
    spans: &'a [Span],
    /// Whether each lies inside a stop word; empty where there are no such parts.
    in_stop_words: Vec<bool>,
}

impl<'a> Parts<'a> {
    fn of(sentence: &'a str, spans: &'a [Span], language: &Language) -> Self {
        let mut parts = Self { sentence, spans, in_stop_words: Vec::new() };
        if sentence.is_ascii() || !spans.iter().any(|span| span.of(sentence).starts_with(is_unspaced)) {
            return parts;
        }
        parts.in_stop_words = spans.iter().map(|span| span.of(sentence).chars().all(is_hiragana)).collect();
        for at in 0..spans.len() {
            for end in (at + 1..=parts.run_end(at, MAX_STOP_PARTS)).rev() {
                if language.is_stop(Span::new(spans[at].start, spans[end - 1].end).of(sentence)) {
                    parts.in_stop_words[at..end].fill(true);
                    break;
                }
            }
        }
        parts
    }

    /// What the part at `at` is compared by, the part with those after it, and whether that is too common; `None` where it is a word. The last parts of
    /// a run, after which too few follow, are no evidence of their own.
    fn term(&self, at: usize) -> Option<(&'a str, bool)> {
        let span = self.spans[at];
        let first = span.of(self.sentence).chars().next()?;
        if self.in_stop_words.is_empty() || !is_unspaced(first) {
            return None;
        }
        let n_parts = parts_in_term(first);
        let end = self.run_end(at, n_parts);
        let is_tail = end - at < n_parts && at > 0 && self.run_end(at - 1, 2) == at + 1;
        let is_stop = is_tail || self.in_stop_words[at..end].iter().all(|covered| *covered);
        Some((Span::new(span.start, self.spans[end - 1].end).of(self.sentence), is_stop))
    }

    /// Where the run of parts from `at` on ends that nothing parts, after at most `most` of them; `at` for a word.
    fn run_end(&self, at: usize, most: usize) -> usize {
        let is_part = |span: &Span| span.of(self.sentence).starts_with(is_unspaced);
        let mut end = at;
        while end < self.spans.len()
            && end - at < most
            && is_part(&self.spans[end])
            && (end == at || self.spans[end - 1].end == self.spans[end].start)
        {
            end += 1;
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::language::language;

    fn tokens(code: &str, sentence: &str) -> (Vec<Token>, Vec<String>) {
        let (mut tokenizer, mut vocabulary) = (Tokenizer::default(), Vocabulary::default());
        let tokens = tokenizer.tokens(sentence, 0, language(Some(code)), &mut vocabulary);
        let content = tokens.iter().filter(|t| !t.is_stop).map(|t| vocabulary.word(t.stem).to_owned()).collect();
        (tokens, content)
    }

    #[test]
    fn figures_have_one_key_however_written() {
        let (tokens, _) = tokens("en", "three 3 6,000 6000 one");
        assert_eq!(tokens[0].stem, tokens[1].stem);
        assert_eq!(tokens[2].stem, tokens[3].stem);
        assert!(!tokens[4].is_figure);
    }

    #[test]
    fn spellings_of_a_name_have_one_stem() {
        let (tokens, _) = tokens("en", "Kiev’s Kyiv");
        assert_eq!(tokens[0].stem, tokens[1].stem);
        assert_ne!(tokens[0].word, tokens[1].word);
    }

    #[test]
    fn scripts_without_spaces_give_terms_that_overlap() {
        let (tokens, content) = tokens("zh", "市长说，大桥关闭。");
        assert_eq!(tokens.iter().map(|t| t.span.len()).collect::<Vec<_>>(), [3; 7]);
        assert_eq!(content, ["市长", "长说", "大桥", "桥关", "关闭"]);
        assert_eq!(self::tokens("ja", "ゼレンスキーは会談した。").1, ["ゼレンスキー", "は会", "会談", "談し"]);
        let (tokens, content) = self::tokens("th", "ปิดสะพาน");
        assert_eq!(tokens.len(), 5);
        assert_eq!(content, ["ปิดสะ", "ดสะพา", "สะพาน"]);
    }

    #[test]
    fn an_elided_article_does_not_hide_a_name() {
        let (tokens, content) = tokens("fr", "l’Ukraine et l'accord");
        assert!(tokens[0].is_capitalised && !tokens[2].is_capitalised);
        assert_eq!(content, ["ukrain", "accord"]);
    }
}
