//! What survives a reload.

use crossread_engine::Article;
use serde::{Deserialize, Serialize};

/// One article as it is saved. Unknown or missing fields of another version make it unreadable, which is said, and never half a state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// The article with the reader's corrections.
    pub article: Article,
    /// Further articles of its source.
    pub offered: Vec<Article>,
}

impl Saved {
    /// Reads what was saved; with it, whether some of it could not be read.
    pub fn read(texts: &[String]) -> (Vec<(Article, Vec<Article>)>, bool) {
        let entries: Vec<_> = texts
            .iter()
            .filter_map(|text| serde_json::from_str::<Self>(text).ok())
            .filter(|saved| saved.article.check().is_ok())
            .map(|saved| (saved.article, saved.offered))
            .collect();
        let lost = entries.len() < texts.len();
        (entries, lost)
    }
}
