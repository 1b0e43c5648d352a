//! The invented pages of `tests/fixtures/pages`, one for each symptom.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod outline;

use crossread_engine::{Article, Source, ingest};
use outline::outline;

#[allow(clippy::disallowed_methods, reason = "a test reads its fixture")]
fn parse(name: &str) -> Article {
    let path = format!("{}/../../tests/fixtures/pages/{name}.html", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).unwrap();
    let parsed = ingest::parse(&Source { name: format!("{name}.html"), media_type: None, bytes }).unwrap();
    let article = parsed.articles.into_iter().next().unwrap();
    assert_eq!(article.check(), Ok(()));
    article
}

#[test]
fn pages() {
    for name in [
        "nested-divs",
        "no-article-element",
        "related-headlines-inside-article",
        "live-notice",
        "rich-paste",
        "rich-paste-of-a-list",
        "windows-1251-meta",
    ] {
        insta::assert_snapshot!(name, outline(&parse(name)));
    }
}
