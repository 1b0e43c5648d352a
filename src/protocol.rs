//! What the page and its workers say to each other: the engine's, and the readers', which opens the files that the engine calls foreign.
//!
//! All are of one build, so the encoding may change freely; [`PROTOCOL`] only guards against a worker script from another one.

use crossread_engine::ingest::Format;
use crossread_engine::{Article, Comparison, Progress, Terms};
use serde::{Deserialize, Serialize};

/// Raised with every change of what follows.
pub const PROTOCOL: u32 = 3;

/// Names an article for as long as the page has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ArticleId(pub u32);

/// Names a piece of work that is neither about one article nor about a revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct JobId(pub u32);

/// What the page asks of the engine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Parse the bytes that come along.
    Parse {
        /// Comes back with the answer.
        job: JobId,
        /// File name, or what the page calls it.
        name: String,
        /// As declared by whoever brought it.
        media_type: Option<String>,
    },
    /// Remember an article, or its new state.
    Keep {
        /// The name it goes by from now on.
        id: ArticleId,
        /// The article.
        article: Box<Article>,
    },
    /// Forget an article.
    Forget {
        /// Which.
        id: ArticleId,
    },
    /// Compare articles that are kept.
    Compare {
        /// The page's revision, which comes back with the answer.
        rev: u32,
        /// Which, in the page's order.
        ids: Vec<ArticleId>,
        /// Settings, and what the reader decided about links.
        terms: Terms,
    },
    /// Write a report of articles that are kept.
    Export {
        /// Comes back with the answer.
        job: JobId,
        /// Which, in the page's order.
        ids: Vec<ArticleId>,
        /// Settings, and what the reader decided about links.
        terms: Terms,
    },
}

/// What the engine answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// It listens; always the first reply.
    Ready {
        /// Its [`PROTOCOL`].
        protocol: u32,
    },
    /// A source was parsed.
    Parsed {
        /// The job it answers.
        job: JobId,
        /// The articles to compare.
        articles: Vec<Article>,
        /// Further ones, offered apart.
        offered: Vec<Article>,
        /// What the articles of a report were compared under.
        terms: Option<Terms>,
    },
    /// A source could not be parsed.
    Refused {
        /// The job it answers.
        job: JobId,
        /// Why, in words.
        error: String,
    },
    /// A source has to be opened by the readers.
    Foreign {
        /// The job it answers.
        job: JobId,
        /// What it is.
        format: Format,
    },
    /// A comparison goes on.
    Progress {
        /// Of which revision.
        rev: u32,
        /// How far it is.
        progress: Progress,
    },
    /// A comparison is done.
    Compared {
        /// Of which revision.
        rev: u32,
        /// What it found.
        comparison: Box<Comparison>,
    },
    /// A report is written; its bytes come along.
    Exported {
        /// The job it answers.
        job: JobId,
    },
    /// A report could not be written.
    NotExported {
        /// The job it answers.
        job: JobId,
        /// Why, in words.
        error: String,
    },
}

/// What the page asks of the readers: to open the bytes that come along. They are asked for one file at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// File name, or what the page calls it.
    pub name: String,
    /// As declared by whoever brought it.
    pub media_type: Option<String>,
    /// What the engine says it is.
    pub format: Format,
}

/// What the readers answer: everything that a file holds, then [`Given::Done`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Given {
    /// They listen; always the first answer.
    Ready {
        /// Their [`PROTOCOL`].
        protocol: u32,
    },
    /// A document, read: the readers' module has what turns it into an article, so that the page's need not.
    Article {
        /// Its path.
        name: String,
        /// The article.
        article: Box<Article>,
    },
    /// A page or text for the engine to parse, whose bytes come along.
    Source {
        /// Its path.
        name: String,
        /// As its archive or mail declares it.
        media_type: Option<String>,
    },
    /// Something that could not be read.
    Refused {
        /// Its path.
        name: String,
        /// Why, in words.
        why: String,
    },
    /// That was all of it.
    Done,
}
