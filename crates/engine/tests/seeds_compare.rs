//! What a comparison of the five seed articles must find: three of one day, two of another year.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crossread_engine::{Article, ArticleIdx, Comparison, FigureMember, Link, Settings, Source, compare, ingest};

#[allow(clippy::disallowed_methods, reason = "a test reads its fixtures")]
fn seeds() -> Vec<Article> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let source = |file: &std::path::PathBuf| Source {
        name: file.file_name().unwrap().to_string_lossy().into_owned(),
        media_type: None,
        bytes: std::fs::read(file).unwrap(),
    };
    files.iter().map(|file| ingest::parse(&source(file)).unwrap().articles.remove(0)).collect()
}

fn compared(articles: &[Article]) -> Comparison {
    compare(articles, &Settings::default(), &mut |_| {})
}

fn texts<'a>(articles: &'a [Article], link: &Link) -> (&'a str, &'a str) {
    (link.a.span.of(&articles[link.a.article.0].text), link.b.span.of(&articles[link.b.article.0].text))
}

#[test]
fn the_same_quotation_and_the_same_round_are_linked() {
    let articles = seeds();
    let comparison = compared(&articles);
    let between = |a: usize, b: usize| {
        let (a, b) = (ArticleIdx(a), ArticleIdx(b));
        comparison.links.iter().filter(move |l| (l.a.article, l.b.article) == (a, b))
    };
    let linked = |phrase: &str| between(0, 1).any(|l| texts(&articles, l).0.contains(phrase) && texts(&articles, l).1.contains(phrase));
    assert!(linked("diametrically opposed"));
    assert!(linked("third round"));
    assert!(between(0, 1).any(|l| l.why.quotation.as_deref() == Some("diametrically opposed")));
}

#[test]
fn articles_of_different_events_share_almost_nothing() {
    let articles = seeds();
    let comparison = compared(&articles);
    let of_2025 = |article: ArticleIdx| article.0 < 3;
    let across: Vec<_> = comparison.links.iter().filter(|l| of_2025(l.a.article) != of_2025(l.b.article)).collect();
    assert!(across.len() <= 4, "{} links", across.len());
    assert!(across.iter().all(|l| !l.sure));
}

/// The links of the day, to be read: a change here is a change in what readers see.
#[test]
fn links_of_the_three_reports() {
    let articles = seeds();
    let comparison = compared(&articles[..3]);
    let shown: Vec<String> = comparison
        .links
        .iter()
        .map(|link| {
            let short = |text: &str| text.chars().take(70).collect::<String>();
            let (a, b) = texts(&articles, link);
            let sure = if link.sure { "sure" } else { "possible" };
            format!(
                "{}–{} {:?} {} {sure}\n  {}\n  {}\n  {}",
                link.a.article.label(),
                link.b.article.label(),
                link.relation,
                link.score,
                short(a),
                short(b),
                [&link.why.words[..], &link.why.figures, &link.why.names].concat().join(", "),
            )
        })
        .collect();
    insta::assert_snapshot!(shown.join("\n"));
}

/// The figures of the day that meet, to be read: a change here is a change in what readers see.
#[test]
fn figures_of_the_five_articles() {
    let articles = seeds();
    let comparison = compared(&articles);
    let shown: Vec<String> = comparison
        .figures
        .iter()
        .filter_map(|figure| {
            let member = |m: &FigureMember| {
                let hedge = m.hedge.map_or_else(String::new, |hedge| format!(" ({})", hedge.name()));
                format!("{} {}{hedge}", m.article.label(), m.span.of(&articles[m.article.0].text))
            };
            let members: Vec<String> = figure.members.iter().map(member).collect();
            Some(format!("{:?} {}: {}", figure.verdict?, figure.of, members.join(" · ")))
        })
        .collect();
    insta::assert_snapshot!(shown.join("\n"));
}
