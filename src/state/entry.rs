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
    /// Whether `article` is this one over again: of the same bytes, or with the same text to compare.
    pub fn is_of(&self, article: &Article) -> bool {
        let same_source = self.article.source.sha256 == article.source.sha256 && !article.source.sha256.is_empty();
        // One source can hold several articles, which have its bytes in common.
        (same_source && self.article.text == article.text && same_body(&self.article, article)) || same_text(&self.article, article)
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

fn same_text(a: &Article, b: &Article) -> bool {
    let text = |article: &Article| -> Vec<String> {
        let compared = article.blocks.iter().filter(|block| block.role.is_compared());
        compared.flat_map(|block| block.span.of(&article.text).split_whitespace()).map(str::to_owned).collect()
    };
    let text_of_a = text(a);
    !text_of_a.is_empty() && text_of_a == text(b)
}

/// Whether the same block opens the body, corrections by the reader aside.
fn same_body(a: &Article, b: &Article) -> bool {
    !a.corrections.is_empty() || !b.corrections.is_empty() || a.title == b.title
}
