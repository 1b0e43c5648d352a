//! What the reader decides about links, and what other settings would show.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crossread_engine::{
    Article, ArticleIdx, Comparison, Decision, Field, Link, LinkCorrection, Place, Relation, Role, Settings, Source, Terms, compare_under,
    ingest, report, tally,
};

const BRIDGE: &str = "Harbour bridge closed\n\n\
    The harbour bridge at Lowmere was closed on Tuesday after engineers found cracks in two of its pillars.\n\n\
    “Nobody was in danger at any time,” said the mayor, Ines Falk.\n\n\
    About 14,000 cars cross the bridge every day.\n\n\
    Shopkeepers on the east bank fear for their trade.";
const CROSSING: &str = "Cracks shut Lowmere crossing\n\n\
    The mayor, Ines Falk, insisted that “nobody was in danger at any time”.\n\n\
    Engineers had found cracks in two pillars of the harbour bridge at Lowmere on Tuesday, and it was closed.\n\n\
    Traders expect a lean winter.";
const FERRIES: &str = "Ferries replace the bridge\n\n\
    The harbour bridge at Lowmere was closed on Tuesday after engineers found cracks in two pillars.\n\n\
    Ferries carry passengers free of charge.";

fn article(text: &str) -> Article {
    let source = Source { name: "a.txt".into(), media_type: None, bytes: text.as_bytes().to_vec() };
    ingest::parse(&source).unwrap().articles.remove(0)
}

fn story() -> Vec<Article> {
    [BRIDGE, CROSSING, FERRIES].map(article).to_vec()
}

fn compared(articles: &[Article], terms: &Terms) -> Comparison {
    compare_under(articles, terms, &mut |_| {})
}

fn text<'a>(articles: &'a [Article], place: &Place) -> &'a str {
    place.span.of(&articles[place.article.0].text)
}

/// The place of the sentence of an article that begins so.
fn place(articles: &[Article], comparison: &Comparison, article: usize, start: &str) -> Place {
    let text = &articles[article].text;
    let sentences = comparison.sentences[article].iter().enumerate();
    let (sentence, found) = sentences.into_iter().find(|(_, s)| s.span.of(text).starts_with(start)).unwrap();
    Place { article: ArticleIdx(article), sentence, span: found.span }
}

fn decided(articles: &[Article], decision: Decision, a: &str, b: &str) -> Terms {
    let comparison = compared(articles, &Terms::default());
    let [a, b] = [(0, a), (1, b)].map(|(article, start)| place(articles, &comparison, article, start));
    let correction = LinkCorrection::between(decision, articles, &comparison, &a, &b).unwrap();
    Terms { corrections: vec![correction], ..Terms::default() }
}

/// The link of two sentences of the first two articles that begin so.
fn link_of<'a>(articles: &[Article], comparison: &'a Comparison, a: &str, b: &str) -> Option<&'a Link> {
    let is = |place: &Place, article: usize, start: &str| place.article.0 == article && text(articles, place).starts_with(start);
    comparison.links.iter().find(|l| is(&l.a, 0, a) && is(&l.b, 1, b))
}

const CLOSED: (&str, &str) = ("The harbour bridge", "Engineers had found");
const TRADE: (&str, &str) = ("Shopkeepers", "Traders");

#[test]
fn a_cut_link_is_gone_and_taken_back_all_is_as_before() {
    let articles = story();
    let before = compared(&articles, &Terms::default());
    assert!(link_of(&articles, &before, CLOSED.0, CLOSED.1).is_some());
    let terms = decided(&articles, Decision::Cut, CLOSED.0, CLOSED.1);
    let cut = compared(&articles, &terms);
    assert!(link_of(&articles, &cut, CLOSED.0, CLOSED.1).is_none());
    assert!(cut.corrections[0].places.is_some());
    assert_eq!(cut.links.len(), before.links.len() - 1);
    assert_eq!(compared(&articles, &Terms::default()), before);
}

#[test]
fn an_added_link_is_sure_has_a_relation_and_makes_a_statement() {
    let articles = story();
    assert!(link_of(&articles, &compared(&articles, &Terms::default()), TRADE.0, TRADE.1).is_none());
    let comparison = compared(&articles, &decided(&articles, Decision::Added, TRADE.0, TRADE.1));
    let link = link_of(&articles, &comparison, TRADE.0, TRADE.1).unwrap();
    assert!(link.sure && !link.diff.is_empty() && link.score < Settings::default().threshold);
    assert_eq!((link.corrected, link.relation), (Some(Decision::Added), Relation::Partial));
    let together = comparison.statements.iter().any(|s| {
        let said: Vec<&str> = s.members.iter().map(|m| text(&articles, m)).collect();
        said.iter().any(|t| t.starts_with(TRADE.0)) && said.iter().any(|t| t.starts_with(TRADE.1))
    });
    assert!(together);
}

#[test]
fn articles_of_different_events_can_be_linked_by_the_reader_alone() {
    let articles = [article("The ferry left at noon.\n\nIt was late."), article("Goats give little milk.\n\nCheese is dear.")];
    let comparison = compared(&articles, &Terms::default());
    assert!(comparison.links.is_empty() && comparison.tallies.is_empty());
    let comparison = compared(&articles, &decided(&articles, Decision::Added, "It was", "Cheese"));
    assert_eq!(comparison.links.len(), 1);
}

#[test]
fn a_confirmed_link_is_sure_and_outlives_every_setting() {
    let articles = story();
    let mut terms = decided(&articles, Decision::Confirmed, CLOSED.0, CLOSED.1);
    terms.settings = Settings { threshold: 1000, shortest: tally::LONGEST, ..Settings::default() };
    let comparison = compared(&articles, &terms);
    let [link] = &comparison.links[..] else { panic!("{:?}", comparison.links) };
    assert!(link.sure && link.corrected == Some(Decision::Confirmed));
    let score = link_of(&articles, &compared(&articles, &Terms::default()), CLOSED.0, CLOSED.1).unwrap().score;
    assert_eq!(link.score, score, "its score is still the one that was found");
}

#[test]
fn a_correction_whose_sentence_is_gone_is_kept_and_applies_again_when_it_is_back() {
    let articles = story();
    let terms = decided(&articles, Decision::Cut, CLOSED.0, CLOSED.1);
    let mut without = articles.clone();
    let block = without[1].blocks.iter().position(|b| b.span.of(&without[1].text).starts_with(CLOSED.1)).unwrap();
    without[1].set_role(block, Role::Boilerplate);
    let comparison = compared(&without, &terms);
    assert_eq!((comparison.corrections[0].places, &comparison.corrections[0].correction), (None, &terms.corrections[0]));
    without[1].set_role(block, Role::Paragraph);
    assert!(compared(&without, &terms).corrections[0].places.is_some());
    assert_eq!(compared(&articles[..1], &terms).corrections[0].places, None, "nor does it without its article");
}

#[test]
fn a_correction_finds_its_sentences_in_the_same_text_from_elsewhere_and_in_a_text_put_right() {
    let articles = story();
    let terms = decided(&articles, Decision::Cut, CLOSED.0, CLOSED.1);
    let mut elsewhere = articles.clone();
    elsewhere[0] = article(&BRIDGE.replace('\n', "\r\n"));
    assert_ne!(elsewhere[0].source.sha256, articles[0].source.sha256);
    assert!(compared(&elsewhere, &terms).corrections[0].places.is_some());
    let mut repaired = articles.clone();
    let last = repaired[0].text.rfind("trade.").unwrap();
    repaired[0].text.replace_range(last..last + 6, "trâde");
    repaired[0].blocks.last_mut().unwrap().span.end = repaired[0].text.len();
    assert!(compared(&repaired, &terms).corrections[0].places.is_some());
}

#[test]
fn of_sentences_alike_only_the_one_that_was_meant_is_cut() {
    let twice =
        format!("{BRIDGE}\n\nThe harbour bridge at Lowmere was closed on Tuesday after engineers found cracks in two of its pillars.");
    let articles = [article(&twice), article(FERRIES)];
    let before = compared(&articles, &Terms::default());
    let of_second = |c: &Comparison| -> Vec<usize> {
        let links = c.links.iter().filter(|l| text(&articles, &l.b).starts_with("The harbour bridge"));
        links.filter(|l| text(&articles, &l.a).starts_with("The harbour bridge")).map(|l| l.a.sentence).collect()
    };
    let [first] = of_second(&before)[..] else { panic!("{:?}", before.links) };
    let link = before.links.iter().find(|l| l.a.sentence == first && text(&articles, &l.b).starts_with("The harbour")).unwrap();
    let correction = LinkCorrection::between(Decision::Cut, &articles, &before, &link.a, &link.b).unwrap();
    let cut = compared(&articles, &Terms { corrections: vec![correction], ..Terms::default() });
    let [second] = of_second(&cut)[..] else { panic!("{:?}", cut.links) };
    assert!(second > first, "the other copy has the link now");
}

#[test]
fn a_report_carries_corrections_and_settings() {
    let mut articles = story();
    articles[0].set_field(Field::Outlet, "Lowmere Courier");
    let mut terms = decided(&articles, Decision::Cut, CLOSED.0, CLOSED.1);
    terms.corrections.extend(decided(&articles, Decision::Added, TRADE.0, TRADE.1).corrections);
    terms.settings = Settings { threshold: 450, shortest: 4, ..Settings::default() };
    let comparison = compared(&articles, &terms);
    let json = report::to_json(&articles, &comparison, &terms.settings).unwrap();
    let opened = report::from_json(json.as_bytes()).unwrap();
    assert_eq!((&opened.articles, &opened.terms), (&articles, &terms));
    assert_eq!(compared(&opened.articles, &opened.terms), comparison);
    let gone = [articles[0].clone(), articles[2].clone()];
    let json = report::to_json(&gone, &compared(&gone, &terms), &terms.settings).unwrap();
    assert_eq!(report::from_json(json.as_bytes()).unwrap().terms, terms, "what does not apply is kept, too");
}

#[test]
fn the_tallies_tell_how_many_links_every_setting_shows() {
    let articles = story();
    let terms = decided(&articles, Decision::Confirmed, CLOSED.0, CLOSED.1);
    let told = compared(&articles, &terms);
    let mut seen = std::collections::BTreeSet::new();
    for threshold in (tally::LOWEST..=1000).step_by(usize::from(tally::BAND) * 4) {
        for shortest in [1, 6, 10, 17, 40] {
            let terms = Terms { settings: Settings { threshold, shortest, ..Settings::default() }, ..terms.clone() };
            let comparison = compared(&articles, &terms);
            assert_eq!(told.n_links_at(threshold, shortest), comparison.links.len(), "{threshold} {shortest}");
            seen.insert(comparison.links.len());
        }
    }
    assert!(seen.len() > 3, "the settings make a difference: {seen:?}");
}
