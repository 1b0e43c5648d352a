//! The invented pages of `tests/fixtures/pages`, one for each symptom.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod outline;

use crossread_engine::{Article, Source, ingest};
use outline::outline;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/pages");

#[allow(clippy::disallowed_methods, reason = "a test reads its fixture")]
fn parse(file: &str) -> Article {
    let bytes = std::fs::read(format!("{FOLDER}/{file}")).unwrap();
    let parsed = ingest::parse(&Source { name: file.to_owned(), media_type: None, bytes }).unwrap();
    let article = parsed.articles.into_iter().next().unwrap();
    assert_eq!(article.check(), Ok(()));
    article
}

#[allow(clippy::disallowed_methods, reason = "a test lists its fixtures")]
fn files() -> Vec<String> {
    let names = std::fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> = names.filter(|name| name.ends_with(".html") || name.ends_with(".txt")).collect();
    files.sort();
    files
}

#[test]
fn pages() {
    let files = files();
    assert!(!files.is_empty());
    for file in files {
        let (name, _) = file.split_once('.').unwrap();
        insta::assert_snapshot!(name, outline(&parse(&file)));
    }
}
