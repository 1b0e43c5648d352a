//! Articles as the news rules read them: words with what the lists say of them.

use std::ops::Range;

use super::lexicon::{Lexicon, Tags};
use crate::segment::quotation::{Marked, marked};
use crate::segment::{Segments, Token, base, fold};
use crate::{Article, Sentence, Span};

/// The articles of a comparison with their words.
pub(crate) struct Texts<'a> {
    pub articles: &'a [Article],
    pub sentences: &'a [Vec<Sentence>],
    /// Per article, per sentence, its words.
    tokens: Vec<&'a [Vec<Token>]>,
    /// The vocabulary's words by id.
    words: Vec<&'a str>,
    /// Per language met, the lexicon and what it says of every word of the vocabulary.
    lexicons: Vec<(Lexicon, Vec<Tags>)>,
    /// Per article, which of them.
    lexicon_of: Vec<usize>,
    /// Per word of the vocabulary, how it is written in running text.
    seen: Vec<Seen>,
    /// Per article, what stands in quotation marks, in text order.
    marked: Vec<Vec<Marked>>,
}

/// How a word is written away from the start of a sentence, headlines in capitals aside.
#[derive(Clone, Copy, Default)]
struct Seen {
    capitalised: bool,
    small: bool,
}

impl<'a> Texts<'a> {
    /// `segments` holds the articles' words, in the order that `order` gives.
    pub(crate) fn new(articles: &'a [Article], sentences: &'a [Vec<Sentence>], segments: &'a Segments, order: &[usize]) -> Self {
        let mut tokens: Vec<&[Vec<Token>]> = vec![&[]; articles.len()];
        order.iter().zip(&segments.texts).for_each(|(&article, text)| tokens[article] = text);
        let words: Vec<&str> = segments.vocabulary.words().collect();
        let mut languages: Vec<&str> = Vec::new();
        let lexicon_of = articles
            .iter()
            .map(|article| {
                let language = article.language.as_deref().unwrap_or("en").split('-').next().unwrap_or_default();
                languages.iter().position(|known| *known == language).unwrap_or_else(|| {
                    languages.push(language);
                    languages.len() - 1
                })
            })
            .collect();
        let with_tags = |language: &&str| {
            let lexicon = Lexicon::new(language);
            let tags = words.iter().map(|word| tags_of(&lexicon, base(word))).collect();
            (lexicon, tags)
        };
        let lexicons = languages.iter().map(with_tags).collect();
        let seen = seen(articles, &tokens, words.len());
        let marked = articles.iter().map(marked_in).collect();
        Self { articles, sentences, tokens, words, lexicons, lexicon_of, seen, marked }
    }

    /// The words of a sentence.
    pub(crate) fn words(&self, article: usize, sentence: usize) -> Words<'_> {
        let tokens = &self.tokens[article][sentence];
        let text = &self.articles[article].text;
        let (lexicon, by_word) = &self.lexicons[self.lexicon_of[article]];
        let mut words = Vec::with_capacity(tokens.len());
        let mut taken_by_phrase = 0;
        let marks = &self.marked[article];
        for (at, token) in tokens.iter().enumerate() {
            let mut tags = by_word[token.word.0 as usize];
            let mut length = 1;
            if at < taken_by_phrase {
                tags = Tags::default();
            } else if tags.starts_phrase
                && let Some((longer, n)) = phrase(lexicon, text, &tokens[at..])
            {
                (tags, length) = (longer, n);
                taken_by_phrase = at + n;
            }
            let next = marks.partition_point(|m| m.span.end < token.span.end);
            let is_quoted = marks.get(next).is_some_and(|m| m.span.contains(token.span));
            words.push(Word { tags, length, is_quoted });
        }
        Words { text, tokens, words, in_capitals: is_in_capitals(text, tokens), texts: self }
    }

    /// How many sentences of an article have words: none where a limit left it out.
    pub(crate) fn n_sentences(&self, article: usize) -> usize {
        self.tokens[article].len()
    }

    /// What stands in quotation marks in an article.
    pub(crate) fn marked(&self, article: usize) -> &[Marked] {
        &self.marked[article]
    }

    /// What the lists say of a folded word, in the article's language.
    pub(crate) fn tags(&self, article: usize, folded: &str) -> Tags {
        self.lexicons[self.lexicon_of[article]].0.tags(folded)
    }
}

/// What the lists say of a word; several "officials" are what one "official" is.
fn tags_of(lexicon: &Lexicon, word: &str) -> Tags {
    let mut tags = lexicon.tags(word);
    if tags == Tags::default()
        && let Some(singular) = word.strip_suffix('s')
    {
        tags.title = lexicon.tags(singular).title;
    }
    tags
}

/// What stands in quotation marks in the compared blocks of an article.
fn marked_in(article: &Article) -> Vec<Marked> {
    let compared = article.blocks.iter().filter(|block| block.role.is_compared());
    let absolute = |block: Span| {
        marked(block.of(&article.text))
            .into_iter()
            .map(move |m| Marked { span: Span::new(block.start + m.span.start, block.start + m.span.end), ..m })
    };
    compared.flat_map(|block| absolute(block.span)).collect()
}

/// The longest entry of two to four words that begins with the first token; with how many words it has.
fn phrase(lexicon: &Lexicon, text: &str, tokens: &[Token]) -> Option<(Tags, usize)> {
    let longest = tokens.len().min(4);
    (2..=longest).rev().find_map(|n| {
        let written = Span::new(tokens[0].span.start, tokens[n - 1].span.end).of(text);
        let tags = lexicon.tags(&fold(written));
        (tags != Tags::default()).then_some((tags, n))
    })
}

/// Whether capitals say nothing in a sentence: a headline, which ends without a stop, whose longer words all have them.
fn is_in_capitals(text: &str, tokens: &[Token]) -> bool {
    /// Bytes from which on headlines capitalise even small words.
    const LONGER: usize = 4;
    let longer = || tokens.iter().skip(1).filter(|t| !t.is_figure && t.span.len() >= LONGER);
    let n_longer = longer().count();
    let has_stop = tokens.last().is_some_and(|last| text[last.span.end..].starts_with('.'));
    !has_stop && n_longer >= 3 && longer().filter(|t| t.is_capitalised).count() * 10 >= n_longer * 9
}

fn seen(articles: &[Article], tokens: &[&[Vec<Token>]], n_words: usize) -> Vec<Seen> {
    let mut seen = vec![Seen::default(); n_words];
    for (article, sentences) in articles.iter().zip(tokens) {
        let text = &article.text;
        for sentence in sentences.iter().filter(|s| !is_in_capitals(text, s)) {
            for (at, token) in sentence.iter().enumerate() {
                let of_word = &mut seen[token.word.0 as usize];
                of_word.small |= !token.is_capitalised;
                of_word.capitalised |= token.is_capitalised && at > 0 && !begins(text, &sentence[at - 1], token);
            }
        }
    }
    seen
}

/// Whether a word may begin a sentence inside the sentence: what stands before it is more than a space or comma.
fn begins(text: &str, before: &Token, token: &Token) -> bool {
    Span::new(before.span.end, token.span.start).of(text).contains(|c: char| !c.is_whitespace() && c != ',')
}

#[derive(Clone, Copy)]
struct Word {
    tags: Tags,
    /// Words of the entry that begins here.
    length: usize,
    is_quoted: bool,
}

/// The words of a sentence.
pub(crate) struct Words<'a> {
    /// The article's.
    pub text: &'a str,
    pub tokens: &'a [Token],
    words: Vec<Word>,
    /// Capitals say nothing here.
    pub in_capitals: bool,
    texts: &'a Texts<'a>,
}

impl Words<'_> {
    /// The words of another sentence.
    pub(crate) fn of_sentence(&self, article: usize, sentence: usize) -> Words<'_> {
        self.texts.words(article, sentence)
    }

    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// What the lists say of the word or phrase that begins at `at`.
    pub(crate) fn tags(&self, at: usize) -> Tags {
        self.words[at].tags
    }

    /// How many words the phrase at `at` has; one for most.
    pub(crate) fn length(&self, at: usize) -> usize {
        self.words[at].length
    }

    pub(crate) fn is_quoted(&self, at: usize) -> bool {
        self.words[at].is_quoted
    }

    /// Takes a stretch for unquoted: its last mark is missing.
    pub(crate) fn unquote(&mut self, stretch: Span) {
        self.words.iter_mut().zip(self.tokens).filter(|(_, t)| stretch.contains(t.span)).for_each(|(w, _)| w.is_quoted = false);
    }

    /// A word as it is compared.
    pub(crate) fn folded(&self, at: usize) -> &str {
        self.texts.words[self.tokens[at].word.0 as usize]
    }

    /// A word as it is written.
    pub(crate) fn written(&self, at: usize) -> &str {
        self.tokens[at].span.of(self.text)
    }

    /// What stands between a word and the one before; nothing before the first.
    pub(crate) fn gap(&self, at: usize) -> &str {
        if at == 0 || at >= self.len() { "" } else { Span::new(self.tokens[at - 1].span.end, self.tokens[at].span.start).of(self.text) }
    }

    /// Whether only white space stands before a word.
    pub(crate) fn follows_closely(&self, at: usize) -> bool {
        at > 0 && at < self.len() && self.gap(at).chars().all(char::is_whitespace)
    }

    /// The bytes from the first to the last word of a range.
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.tokens[range.start].span.start, self.tokens[range.end - 1].span.end)
    }

    /// Whether a word ends in a possessive 's.
    pub(crate) fn is_possessive(&self, at: usize) -> bool {
        self.folded(at).ends_with("'s") || (self.folded(at).ends_with('s') && self.gap(at + 1).starts_with(['\'', '’']))
    }

    /// Whether a word is capitalised in running text somewhere in the comparison.
    pub(crate) fn is_capitalised_elsewhere(&self, at: usize) -> bool {
        self.texts.seen[self.tokens[at].word.0 as usize].capitalised
    }

    /// Whether a word stands in small letters somewhere in the comparison.
    pub(crate) fn is_small_elsewhere(&self, at: usize) -> bool {
        self.texts.seen[self.tokens[at].word.0 as usize].small
    }

    pub(crate) fn is_capitalised(&self, at: usize) -> bool {
        self.tokens[at].is_capitalised
    }

    /// Too common to name or tell anything.
    pub(crate) fn is_stop(&self, at: usize) -> bool {
        self.tokens[at].is_stop
    }
}
