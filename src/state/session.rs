//! What survives a reload.

use crossread_engine::{Article, Terms};
use serde::{Deserialize, Serialize};

/// One article as it is saved. Unknown or missing fields of another version make it unreadable, which is said, and never half a state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// The article with the reader's corrections.
    pub article: Article,
    /// Further articles of its source.
    pub offered: Vec<Article>,
}

/// What the articles are compared under, as it is saved beside them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SavedTerms {
    /// Settings and the reader's decisions about links.
    pub terms: Terms,
}

/// What was saved, read again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Restored {
    /// The articles in order, each with those offered beside it.
    pub entries: Vec<(Article, Vec<Article>)>,
    /// What they are compared under.
    pub terms: Terms,
}

impl Restored {
    /// Reads what was saved; with it, whether some of it could not be read.
    pub fn read(texts: &[String]) -> (Self, bool) {
        let (mut restored, mut lost) = (Self::default(), false);
        for text in texts {
            if let Ok(Saved { article, offered }) = serde_json::from_str(text)
                && article.check().is_ok()
            {
                restored.entries.push((article, offered));
            } else if let Ok(SavedTerms { terms }) = serde_json::from_str(text) {
                // Those of another tab, which come after this one's, add their corrections.
                let settings = if restored.terms == Terms::default() { terms.settings } else { restored.terms.settings };
                restored.terms.corrections.extend(terms.corrections);
                restored.terms.settings = settings;
            } else {
                lost = true;
            }
        }
        (restored, lost)
    }
}
