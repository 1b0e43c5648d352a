//! The result: plain data, no wording, no floating point, so that equal comparisons are equal values.

use serde::{Deserialize, Serialize};

use crate::analyse::{Distinctive, HeadlineDrift, Omissions, Prominence, WordChoice};
use crate::{AttributionChange, Decision, Figure, Name, Quotation, Span, Standing, Tally, limits};

/// Position of an article among those compared, in the order they were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ArticleIdx(pub usize);

impl ArticleIdx {
    /// The letter it goes by: A … Z, AA, AB …
    pub fn label(self) -> String {
        let (head, tail) = (self.0 / 26, char::from(b'A' + (self.0 % 26) as u8));
        if head == 0 { tail.into() } else { format!("{}{tail}", Self(head - 1).label()) }
    }
}

/// A sentence of an article: the unit of alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Index of its block in [`Article::blocks`](crate::Article::blocks).
    pub block: usize,
}

/// A sentence, or the part of it that matches, in one of the articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Which article.
    pub article: ArticleIdx,
    /// Which of its sentences, an index into [`Comparison::sentences`] of that article.
    pub sentence: usize,
    /// The part that matches.
    pub span: Span,
}

/// How two linked spans relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Equal after folding case, spacing, quote marks and punctuation.
    Verbatim,
    /// Common runs of three or more words cover at least half of the shorter span.
    Edited,
    /// The same claim in other words.
    Paraphrase,
    /// Shares only a fact, figure or quotation.
    Partial,
}

/// A sentence of one article matched to one of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// In the article that stands first.
    pub a: Place,
    /// In the other.
    pub b: Place,
    /// How they relate.
    pub relation: Relation,
    /// Whether it is sure (precision about nine in ten) or only possible.
    pub sure: bool,
    /// Per mille.
    pub score: u16,
    /// Whether the reader added or confirmed it.
    pub corrected: Option<Decision>,
    /// The evidence.
    pub why: Why,
    /// Word by word, in order; covers both spans wholly.
    pub diff: Vec<Change>,
}

/// The evidence for a link, as written in the articles: at most eight of each kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// Shared words, rarest first, as in `a`.
    pub words: Vec<String>,
    /// Shared figures.
    pub figures: Vec<String>,
    /// Shared names.
    pub names: Vec<String>,
    /// Longest common run of words inside quotation marks on either side.
    pub quotation: Option<String>,
    /// Linked neighbours: links between the sentences right before or after, 0 to 8.
    pub neighbours: u8,
}

/// One step of a word diff. Spans are into the two articles' texts; an insertion has an empty `a`, a deletion an empty `b`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What happened.
    pub op: Op,
    /// In the first article.
    pub a: Span,
    /// In the second.
    pub b: Span,
    /// What kind of change; `None` for [`Op::Equal`].
    pub class: Option<Class>,
    /// Whether only the word order changed: the same words are inserted elsewhere, or stand in another order on the other side.
    #[serde(default)]
    pub moved: bool,
}

impl Change {
    /// The change seen from the second article.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        Self { op: self.op.mirrored(), a: self.b, b: self.a, ..self }
    }
}

/// What a [`Change`] does, seen from the first article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Op {
    /// The same words.
    Equal,
    /// Only in the first.
    Delete,
    /// Only in the second.
    Insert,
    /// Other words in the second.
    Replace,
}

impl Op {
    /// What it does seen from the second article.
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Delete => Self::Insert,
            Self::Insert => Self::Delete,
            Self::Equal | Self::Replace => self,
        }
    }
}

/// What kind of words a [`Change`] touches, most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// A number.
    Figure,
    /// A day, a month, a year.
    Date,
    /// "not", "never", "no" …
    Negation,
    /// A name.
    Name,
    /// A verb that reports speech: "said", "claimed" …
    Attribution,
    /// A word that says how sure something is: "may", "reportedly" …
    Hedge,
    /// Any other words.
    Wording,
    /// Only words such as "the", "of", "and".
    FunctionWord,
    /// Spelling variants of one name or word (Kyiv, Kiev).
    Spelling,
    /// Capitals only.
    Case,
    /// Punctuation, quote marks, hyphens only.
    Punctuation,
}

impl Class {
    /// Whether the change is set apart as small: shown pale, never hidden. A changed figure never is.
    pub const fn is_trivial(self) -> bool {
        matches!(self, Self::FunctionWord | Self::Spelling | Self::Case | Self::Punctuation)
    }

    /// Whether each such change is told on its own, however small and whatever stands beside it.
    pub const fn stands_alone(self) -> bool {
        matches!(self, Self::Figure | Self::Date | Self::Negation | Self::Name)
    }
}

/// A run of links over neighbouring sentences of two articles, shown and moved as one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Indices into [`Comparison::links`], in text order of `a`.
    pub links: Vec<usize>,
    /// Article of the first side.
    pub a: ArticleIdx,
    /// Its stretch of text.
    pub a_span: Span,
    /// Article of the second side.
    pub b: ArticleIdx,
    /// Its stretch of text.
    pub b_span: Span,
    /// The loosest relation among its links.
    pub relation: Relation,
    /// Whether it stands out of the common order of the two articles.
    pub moved: bool,
}

/// One thing said, by two or more articles: a cluster of linked sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Its sentences, in order of article and text. `span` is the whole sentence.
    pub members: Vec<Place>,
    /// Articles grouped by the text they go back to: joined by verbatim or edited links.
    pub origins: Vec<Vec<ArticleIdx>>,
}

impl Statement {
    /// The articles that carry it, in order.
    pub fn articles(&self) -> Vec<ArticleIdx> {
        let mut articles: Vec<_> = self.members.iter().map(|m| m.article).collect();
        articles.dedup();
        articles
    }
}

/// A sentence that says again, in the same words, what another of its article says: that one has the link, and both are in its statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Repeat {
    /// Which article.
    pub article: ArticleIdx,
    /// The repeat, an index into [`Comparison::sentences`] of that article.
    pub sentence: usize,
    /// What it repeats.
    pub of: usize,
}

/// How much of one article also stands in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Whose words are counted.
    pub article: ArticleIdx,
    /// Where they also stand; `None` for anywhere else.
    pub also_in: Option<ArticleIdx>,
    /// Words in linked spans.
    pub words: usize,
    /// Words in all compared sentences.
    pub of: usize,
}

/// Says that a budget ended the work early, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Truncated {
    /// The stage that stopped.
    pub stage: Stage,
    /// What was not looked at: sentences, pairs of sentences or links, by the stage.
    pub skipped: usize,
}

impl Truncated {
    /// In words, for a reader.
    pub fn message(&self) -> String {
        let n = self.skipped;
        match self.stage {
            Stage::Segment => format!(
                "{n} sentences were left out: a comparison takes at most {} articles and {} words. Remove some articles.",
                limits::ARTICLES,
                limits::WORDS
            ),
            Stage::Diff => format!("{n} links join sentences too long to be compared word by word; they are shown as wholly changed."),
            Stage::Align | Stage::Analyse => format!(
                "{n} times two sentences share a word that was too common to look at: there is too much text to weigh all. Compare fewer articles at once."
            ),
        }
    }
}

/// A stage of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Cutting articles into sentences and words.
    Segment,
    /// Finding sentences that correspond.
    Align,
    /// Comparing linked sentences word by word.
    Diff,
    /// Gathering statements and shares.
    Analyse,
}

/// Everything a comparison of two or more articles found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// Per article, its sentences in text order.
    pub sentences: Vec<Vec<Sentence>>,
    /// By (a.article, a.span.start, b.article, b.span.start).
    pub links: Vec<Link>,
    /// By article pair and text order.
    pub passages: Vec<Passage>,
    /// By first member.
    pub statements: Vec<Statement>,
    /// Per article: one for every other article, then one for anywhere else.
    pub shares: Vec<Share>,
    /// Sentences whose link another copy of theirs has, by article and sentence.
    pub repeats: Vec<Repeat>,
    /// Pairs of articles in two languages, in order: linked only by figures, names and quotations in the same words, and not compared word by word.
    pub mixed_languages: Vec<(ArticleIdx, ArticleIdx)>,
    /// What is quoted, once for all articles that have it; by first member.
    pub quotations: Vec<Quotation>,
    /// Names that two articles have or that are written in two ways; by first member.
    pub names: Vec<Name>,
    /// Changes of attribution, certainty and negation between linked sentences; by place.
    pub attributions: Vec<AttributionChange>,
    /// By first member: every figure, those of one quantity together.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// By statement and article.
    #[serde(default)]
    pub prominence: Vec<Prominence>,
    /// By article, of those that have a headline.
    #[serde(default)]
    pub headlines: Vec<HeadlineDrift>,
    /// By article, by what it is compared with (first all others), most distinctive first.
    #[serde(default)]
    pub distinctive: Vec<Distinctive>,
    /// By pair of articles and text.
    #[serde(default)]
    pub word_choices: Vec<WordChoice>,
    /// By article.
    #[serde(default)]
    pub omissions: Vec<Omissions>,
    /// What the reader decided about links, in the order given, and where each applies.
    pub corrections: Vec<Standing>,
    /// By score and length: what other settings would show. See [`Comparison::n_links_at`].
    pub tallies: Vec<Tally>,
    /// `None` when everything was looked at.
    pub truncated: Option<Truncated>,
}

impl Comparison {
    /// Says which articles are in two languages and what that means, for a reader; `None` where no two are.
    pub fn languages_message(&self) -> Option<String> {
        let label = |(a, b): &(ArticleIdx, ArticleIdx)| format!("{} and {}", a.label(), b.label());
        let pairs = match self.mixed_languages.as_slice() {
            [] => return None,
            [pair] => format!("{} are in two languages", label(pair)),
            [first, second] => format!("{}, and {}, are in two languages", label(first), label(second)),
            many => format!("{} pairs of articles are in two languages each", many.len()),
        };
        Some(format!("{pairs}: only names, figures and quotations in the same words link them, and they are not compared word by word."))
    }
}
