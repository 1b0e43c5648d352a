//! Bytes to articles.

mod error;

pub use error::IngestError;

use crate::{Article, Source};

/// What one source gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The articles to compare, at least one: one for a page, a text or a paste; all of them for a Crossread report.
    pub articles: Vec<Article>,
    /// Further articles found in the same source, set aside in the first and offered apart.
    pub offered: Vec<Article>,
}

/// Parses one source.
///
/// # Errors
/// Says in words why nothing could be read; see [`IngestError`].
pub fn parse(source: &Source) -> Result<Parsed, IngestError> {
    let _ = source;
    Err(IngestError::Empty)
}
