//! Three short articles about an event that never happened, to try the page with.

use crossread_engine::{Article, Source};

use crate::platform::files::text_source;

/// What the page says when it shows them.
pub const NOTE: &str = "This is the example. The ferry, the island, the people and the three outlets are invented.";

const PAGES: [(&str, &str); 3] = [
    ("Invented example 1.html", include_str!("courier.html")),
    ("Invented example 2.html", include_str!("ledger.html")),
    ("Invented example 3.html", include_str!("post.html")),
];

/// The example's articles, as if they had been dropped.
pub fn sources() -> Vec<Source> {
    PAGES.iter().map(|(name, page)| text_source(name, "text/html", page)).collect()
}

/// Whether an article is one of the example's, which is said wherever it is introduced.
pub fn is_invented(article: &Article) -> bool {
    PAGES.iter().any(|(name, page)| article.source.name == *name && article.source.bytes == page.len())
}

#[cfg(test)]
mod tests;
