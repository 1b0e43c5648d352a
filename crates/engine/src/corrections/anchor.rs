//! Sentences named by what they say.

use serde::{Deserialize, Serialize};

use crate::ingest::hash::hash;
use crate::{Article, ArticleIdx, Place, Sentence};

/// A sentence named by what it says and by the article it stands in, not by its place: it is found again whatever the order of the articles,
/// wherever they come from, and when they are read anew.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Anchor {
    /// The words of its article's whole text, as sixteen hexadecimal digits of their hash.
    pub text_hash: String,
    /// [`SourceInfo::sha256`](crate::SourceInfo::sha256) of its article, which tells it where the text was put right since.
    pub source_hash: String,
    /// Its words, a single space between them.
    pub sentence: String,
    /// Which of the article's sentences that read so, from 0.
    pub occurrence: usize,
}

impl Anchor {
    /// Names sentence number `at` of an article cut into `sentences`; `None` where there is none.
    pub fn new(article: &Article, sentences: &[Sentence], at: usize) -> Option<Self> {
        let written = |sentence: &Sentence| sentence.span.of(&article.text);
        let sentence = single_spaced(written(sentences.get(at)?));
        let occurrence = sentences[..at].iter().filter(|earlier| reads(written(earlier), &sentence)).count();
        Some(Self { text_hash: text_hash(article), source_hash: article.source.sha256.clone(), sentence, occurrence })
    }
}

/// Finds anchors among articles that were cut into sentences.
pub(super) struct Finder<'a> {
    articles: &'a [Article],
    sentences: &'a [Vec<Sentence>],
    /// Per article, the hash of its text.
    hashes: Vec<String>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(articles: &'a [Article], sentences: &'a [Vec<Sentence>]) -> Self {
        Self { articles, sentences, hashes: articles.iter().map(text_hash).collect() }
    }

    /// The sentence an anchor names: in the article with that text, and where there is none, in one of the same source.
    pub(super) fn find(&self, anchor: &Anchor) -> Option<Place> {
        let all = || 0..self.articles.len();
        let same_text = all().find(|&at| self.hashes[at] == anchor.text_hash);
        match same_text {
            Some(at) => self.find_in(at, anchor),
            None => all().filter(|&at| self.articles[at].source.sha256 == anchor.source_hash).find_map(|at| self.find_in(at, anchor)),
        }
    }

    fn find_in(&self, article: usize, anchor: &Anchor) -> Option<Place> {
        let text = &self.articles[article].text;
        let found = self.sentences[article].iter().enumerate().filter(|(_, sentence)| reads(sentence.span.of(text), &anchor.sentence));
        // With fewer of them than there were, the last is the one.
        let (sentence, Sentence { span, .. }) = found.take(anchor.occurrence + 1).last()?;
        Some(Place { article: ArticleIdx(article), sentence, span: *span })
    }
}

/// Hash of a text's words, whatever the space between them.
fn text_hash(article: &Article) -> String {
    format!("{:016x}", hash(&single_spaced(&article.text)))
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text is `single_spaced`, whatever the space in it.
fn reads(text: &str, single_spaced: &str) -> bool {
    text.split_whitespace().eq(single_spaced.split(' '))
}
