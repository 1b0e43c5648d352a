//! An article on the page.

use std::rc::Rc;

use crossread_engine::Article;

use crate::protocol::ArticleId;

/// An article on the page, and what came with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The name it goes by between page and worker.
    pub id: ArticleId,
    /// The article.
    pub article: Rc<Article>,
    /// Further articles of the same source, not compared until the reader says so.
    pub offered: Vec<Article>,
}

impl Entry {
    /// Whether `article` is this one over again: the same words, what was set aside included, wherever they came from.
    pub fn is_of(&self, article: &Article) -> bool {
        self.article.text.split_whitespace().eq(article.text.split_whitespace())
    }

    /// Its title, else its source's name, in quotation marks.
    pub fn quoted_name(&self) -> String {
        format!("“{}”", name(&self.article))
    }
}

/// What to call an article: its title, else its source's name.
fn name(article: &Article) -> &str {
    article.title.as_deref().unwrap_or(&article.source.name)
}
