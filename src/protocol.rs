//! What the page and its worker say to each other.
//!
//! Both are of one build, so the encoding may change freely; [`PROTOCOL`] only guards against a worker script from another one.

use crossread_engine::{Article, Comparison, Progress, Settings};
use serde::{Deserialize, Serialize};

/// Raised with every change of [`Request`] or [`Reply`].
pub const PROTOCOL: u32 = 1;

/// Names an article for as long as the page has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ArticleId(pub u32);

/// Names a piece of work that is neither about one article nor about a revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct JobId(pub u32);

/// What the page asks of the worker.
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
        /// Thresholds.
        settings: Settings,
    },
    /// Write a report of articles that are kept.
    Export {
        /// Comes back with the answer.
        job: JobId,
        /// Which, in the page's order.
        ids: Vec<ArticleId>,
        /// Thresholds.
        settings: Settings,
    },
}

/// What the worker answers.
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
    },
    /// A source could not be parsed.
    Refused {
        /// The job it answers.
        job: JobId,
        /// Why, in words.
        error: String,
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
}
