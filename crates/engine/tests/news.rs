//! Quotations, names and attribution: what the five seeds must show, and names of invented articles. Precision and recall on labelled texts are
//! measured by `cargo xtask eval news`, whose bars are a test there.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crossread_engine::{
    Article, AttributionKind, Comparison, Difference, Name, NameKind, QuotationMember, Settings, Source, compare, ingest,
};

fn article(text: &str) -> Article {
    let source = Source { name: "a.txt".into(), media_type: None, bytes: text.as_bytes().to_vec() };
    ingest::parse(&source).unwrap().articles.remove(0)
}

fn compared(articles: &[Article]) -> Comparison {
    compare(articles, &Settings::default(), &mut |_| {})
}

#[allow(clippy::disallowed_methods, reason = "a test reads its fixtures")]
fn seeds() -> Vec<Article> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    files.iter().map(|file| article(&std::fs::read_to_string(file).unwrap())).collect()
}

/// The forms of the name that has `form`, each with its article's letter.
fn forms(comparison: &Comparison, form: &str) -> Vec<String> {
    let name = comparison.names.iter().find(|n| n.members.iter().any(|m| m.form == form));
    name.map_or_else(Vec::new, |n| n.members.iter().map(|m| format!("{} {}", m.article.label(), m.form)).collect())
}

fn name<'a>(comparison: &'a Comparison, form: &str) -> &'a Name {
    comparison.names.iter().find(|n| n.members.iter().any(|m| m.form == form)).unwrap()
}

#[test]
fn the_seeds_differ_in_who_said_diametrically_opposed() {
    let articles = seeds();
    let comparison = compared(&articles);
    let is_it = |m: &QuotationMember| m.span.of(&articles[m.article.0].text).starts_with("diametrically opposed");
    let quotation = comparison.quotations.iter().find(|q| q.members.iter().any(is_it)).unwrap();
    let said: Vec<(String, &str, bool)> = quotation
        .members
        .iter()
        .map(|m| (m.article.label(), m.speaker.as_ref().unwrap().name.as_str(), m.differences.contains(&Difference::Speaker)))
        .collect();
    let label = |at: &str| at.to_owned();
    assert_eq!(said, [(label("A"), "Dmitry Peskov", false), (label("B"), "Dmitry Peskov", false), (label("C"), "Vladimir Medinsky", true)]);
}

#[test]
fn the_seeds_differ_in_how_sure_and_in_spellings() {
    let articles = seeds();
    let comparison = compared(&articles);
    let hedged = |words: &str| {
        let text = |at: usize| articles[at].text.as_str();
        comparison.attributions.iter().any(|c| c.change == AttributionKind::Hedge && c.a_span.of(text(c.a.0)) == words)
    };
    assert!(hedged("reportedly"));
    assert_eq!(forms(&comparison, "Kiev"), ["A Kiev", "A Kyiv", "B Kyiv", "C Kiev"]);
    assert!(forms(&comparison, "Vladimir Medinsky").contains(&"D Medinski".to_owned()));
    assert!(forms(&comparison, "Dmitry Peskov").contains(&"D Dmitri Peskov".to_owned()));
    let peskov = name(&comparison, "Dmitry Peskov");
    assert_eq!(peskov.kind, Some(NameKind::Person));
    let descriptions: Vec<&str> =
        peskov.members.iter().flat_map(|m| m.descriptions.iter().map(|d| d.of(&articles[m.article.0].text))).collect();
    assert!(descriptions.contains(&"presidential spokesman") && descriptions.contains(&"Kremlin Spokesman"), "{descriptions:?}");
}

#[test]
fn spellings_of_a_name_are_gathered_and_namesakes_are_not() {
    let articles = [
        "Ostria's president, Livia Moran, met Viktor Horvat in Odessa. Moran left at noon. Maria Fenn of the Harwick Bank was there.",
        "President Livia Moran met Victor Horvath in Odesa on Monday. Tom Fenn, a baker, saw the Russia-Ukraine talks begin.",
    ]
    .map(article);
    let comparison = compared(&articles);
    assert_eq!(forms(&comparison, "Odessa"), ["A Odessa", "B Odesa"]);
    assert_eq!(forms(&comparison, "Moran"), ["A Livia Moran", "A Moran", "B Livia Moran"]);
    assert_eq!(forms(&comparison, "Viktor Horvat"), ["A Viktor Horvat", "B Victor Horvath"]);
    assert_eq!(forms(&comparison, "Maria Fenn"), Vec::<String>::new());
    assert_eq!(forms(&comparison, "Russia-Ukraine"), Vec::<String>::new());
}

#[test]
fn headlines_in_capitals_name_only_what_the_texts_name() {
    let articles = [
        "MORAN REJECTS TRUCE WITH VARLAND\n\nPresident Livia Moran said no to a truce with Varland on Monday.",
        "Moran Says No to Truce With Varland\n\nLivia Moran wants no truce with Varland, her spokesman said.",
    ]
    .map(article);
    let comparison = compared(&articles);
    let all: Vec<&str> = comparison.names.iter().flat_map(|n| n.members.iter().map(|m| m.form.as_str())).collect();
    assert!(all.contains(&"Varland") && all.contains(&"Livia Moran"), "{all:?}");
    assert!(!all.iter().any(|form| form.to_lowercase().contains("truce") || form.to_lowercase().contains("reject")), "{all:?}");
}

#[test]
fn a_role_is_of_someone_else_where_an_article_names_its_bearer() {
    let articles = [
        "The envoys met in Belmont on Friday to end the dispute over the Serin bridge.\n\nThe chief negotiator rejected a meeting of the two presidents before the harvest.",
        "The envoys met in Belmont on Friday to end the dispute over the Serin bridge.\n\nForeign minister Karin Holt rejected a meeting of the two presidents before the harvest.",
        "Chief negotiator Tomas Berg arrived in Belmont on Friday.",
    ]
    .map(article);
    let comparison = compared(&articles);
    let other_speaker = |c: &Comparison| c.attributions.iter().any(|a| a.change == AttributionKind::Speaker);
    assert!(other_speaker(&comparison), "{:?}", comparison.attributions);
    assert!(!other_speaker(&compared(&articles[..2])), "nothing tells that Holt is not the negotiator");
}

#[test]
fn a_paragraph_set_apart_is_a_quotation() {
    let page = "<html><body><article><h1>A letter from the island</h1><p>The fishermen of Dorn wrote to the minister on Monday about the last ferry of the year.</p>\
        <blockquote><p>Without the ferry the island dies and we die with it.</p></blockquote>\
        <p>The minister has not answered the letter yet, her office said on Tuesday.</p></article></body></html>";
    let source = Source { name: "a.html".into(), media_type: Some("text/html".into()), bytes: page.as_bytes().to_vec() };
    let articles = [ingest::parse(&source).unwrap().articles.remove(0), article("Nothing else happened on the island of Dorn.")];
    let comparison = compared(&articles);
    let quoted: Vec<&str> = comparison.quotations.iter().flat_map(|q| &q.members).map(|m| m.span.of(&articles[0].text)).collect();
    assert_eq!(quoted, ["Without the ferry the island dies and we die with it."]);
}
