// Shared by the build script, which runs on the host, and the test, which runs in a browser.

use crossread_engine::{Article, Settings, Source, compare, ingest};

/// The fixtures of the slice: name and bytes.
const SEEDS: [(&str, &[u8]); 3] = [
    ("000.txt", include_bytes!("../fixtures/seeds/000_60b3f42136a5ec92.txt")),
    ("001.txt", include_bytes!("../fixtures/seeds/001_4da82f6481d0e883.txt")),
    ("003.txt", include_bytes!("../fixtures/seeds/003_37329a2f3fb5a861.txt")),
];

/// The seeds parsed and compared, to the last field.
fn compared() -> String {
    let mut articles: Vec<Article> = Vec::new();
    let mut text = String::new();
    for (name, bytes) in SEEDS {
        let source = Source { name: name.to_owned(), media_type: None, bytes: bytes.to_vec() };
        match ingest::parse(&source) {
            Ok(parsed) => articles.extend(parsed.articles),
            Err(error) => text.push_str(&format!("{name}: {error:?}\n")),
        }
    }
    let comparison = compare(&articles, &Settings::default(), &mut |_| {});
    text.push_str(&format!("{articles:#?}\n{comparison:#?}\n"));
    text
}
