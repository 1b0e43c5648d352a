//! The five seeds, as a reader would paste them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod outline;

use crossread_engine::{Article, Role, Source, ingest};
use outline::outline;

fn parse(name: &str) -> ingest::Parsed {
    let path = format!("{}/../../tests/fixtures/seeds/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    #[allow(clippy::disallowed_methods, reason = "a test reads its fixture")]
    let bytes = std::fs::read(path).unwrap();
    let parsed = ingest::parse(&Source { name: format!("{name}.txt"), media_type: None, bytes }).unwrap();
    for article in parsed.articles.iter().chain(&parsed.offered) {
        assert_eq!(article.check(), Ok(()));
    }
    parsed
}

fn body(article: &Article) -> Vec<&str> {
    article.blocks.iter().filter(|b| b.role == Role::Paragraph).map(|b| b.span.of(&article.text)).collect()
}

#[test]
fn seed_000() {
    let parsed = parse("000_60b3f42136a5ec92");
    let article = &parsed.articles[0];
    assert_eq!(article.title.as_deref(), Some("Russia considers negotiations with Ukrainians positive"));
    assert_eq!(article.outlet.as_deref(), Some("observador"));
    insta::assert_snapshot!(outline(article));
}

#[test]
fn seed_001() {
    let parsed = parse("001_4da82f6481d0e883");
    let article = &parsed.articles[0];
    assert_eq!(
        article.title.as_deref(),
        Some("Kremlin indicates Putin-Zelensky meeting unlikely before August amid ongoing Russia-Ukraine negotiations")
    );
    let body = body(article);
    assert!(body[0].starts_with("Dmitry Peskov, the spokesperson"));
    assert!(body[body.len() - 1].ends_with("who died in the war."));
    insta::assert_snapshot!(outline(article));
}

#[test]
fn seed_002() {
    let parsed = parse("002_2b0d9c7d7541dd52");
    let article = &parsed.articles[0];
    assert_eq!(article.title.as_deref(), Some("Kremlin accuses Ukraine of ‘putting cart before horse'"));
    assert!(body(article).iter().all(|p| !p.contains("Breitbart") && !p.contains("Roscosmos") && !p.contains("Bessent")));
    let offered: Vec<&str> = parsed.offered.iter().filter_map(|a| a.title.as_deref()).collect();
    assert_eq!(
        offered,
        [
            "China's Xi could visit US",
            "Kremlin weighs in on Russia-US space dialogue",
            "China will resist American sanctions on buying Russian oil"
        ]
    );
    insta::assert_snapshot!(outline(article));
    insta::assert_snapshot!("seed_002_offered", parsed.offered.iter().map(outline).collect::<Vec<_>>().join("\n"));
}

#[test]
fn seed_003() {
    let parsed = parse("003_37329a2f3fb5a861");
    let article = &parsed.articles[0];
    assert_eq!(article.title.as_deref(), Some("Russia points out that there is no progress in the negotiations with Ukraine"));
    assert_eq!(body(article).len(), 7);
    insta::assert_snapshot!(outline(article));
}

#[test]
fn seed_004() {
    let parsed = parse("004_bcff16df528b9295");
    let article = &parsed.articles[0];
    assert!(body(article)[0].starts_with("On Monday, the Russian government"));
    assert!(body(article).iter().all(|p| !p.contains("Thomas Kika") && !p.contains("Voice is AI")));
    insta::assert_snapshot!(outline(article));
}
