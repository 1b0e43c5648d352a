//! What an article says twice is linked once, and what every article says is no link. Every text is invented.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crossread_engine::{Article, Comparison, Role, Settings, Source, compare, ingest};

const LEDE: &str = "Engineers found cracks in two pillars of the harbour bridge at Lowmere on Tuesday.";
const COST: &str = "Repairs will take at least six weeks and cost 2.4 million crowns.";
const OTHER: &str = "Ferries carry passengers free of charge in the meantime.";

fn article(paragraphs: &[&str]) -> Article {
    let text = format!("A quiet week in the old town ends\n\n{}", paragraphs.join("\n\n"));
    let source = Source { name: "a.txt".into(), media_type: None, bytes: text.into_bytes() };
    let mut article = ingest::parse(&source).unwrap().articles.remove(0);
    let n_blocks = article.blocks.len();
    (1..n_blocks).for_each(|block| article.set_role(block, Role::Paragraph));
    article
}

fn compared(articles: &[Article]) -> Comparison {
    compare(articles, &Settings::default(), &mut |_| {})
}

/// Pairs of sentences, by index.
type Pairs = Vec<(usize, usize)>;

/// Links but those of titles, `a`'s sentence first; and repeats with what they repeat.
fn found(a: &Article, b: &Article) -> (Pairs, Pairs) {
    let comparison = compared(&[a.clone(), b.clone()]);
    let links = comparison.links.iter().map(|link| (link.a.sentence, link.b.sentence)).filter(|(x, y)| *x > 0 && *y > 0).collect();
    (links, comparison.repeats.iter().map(|r| (r.sentence, r.of)).collect())
}

#[test]
fn a_lede_repeated_as_a_caption_keeps_its_link_in_the_text() {
    let mut a = article(&[LEDE, LEDE, COST]);
    a.set_role(1, Role::Caption);
    let b = article(&[LEDE, COST, OTHER]);
    assert_eq!(found(&a, &b), (vec![(2, 1), (3, 2)], vec![(1, 2)]));
}

#[test]
fn captions_that_both_articles_repeat_are_linked_with_each_other() {
    let (mut a, mut b) = (article(&[LEDE, COST, LEDE]), article(&[LEDE, LEDE, COST]));
    a.set_role(3, Role::Caption);
    b.set_role(1, Role::Caption);
    assert_eq!(found(&a, &b), (vec![(1, 2), (2, 3), (3, 1)], vec![]));
}

#[test]
fn a_pull_quote_leaves_the_link_to_the_sentence_it_is_from() {
    let a = article(&[
        "“Nobody on the harbour bridge was in danger at any time,” said the mayor, Ines Falk, on Tuesday.",
        COST,
        "“Nobody on the harbour bridge was in danger at any time”",
    ]);
    let b = article(&["Ines Falk, the mayor, said: “Nobody on the harbour bridge was in danger at any time.”", COST, OTHER]);
    assert_eq!(found(&a, &b), (vec![(1, 1), (2, 2)], vec![(3, 1)]));
}

#[test]
fn a_repeat_counts_as_said_elsewhere_and_joins_its_statement() {
    let a = article(&[LEDE, COST, LEDE]);
    let b = article(&[LEDE, COST, OTHER]);
    let comparison = compared(&[a.clone(), b]);
    let statement = comparison.statements.iter().find(|s| s.members.iter().any(|m| m.span.of(&a.text) == LEDE)).unwrap();
    assert_eq!(statement.members.iter().filter(|m| m.article.0 == 0).count(), 2);
    let share = &comparison.shares[0];
    assert!(share.words + 2 >= share.of, "{share:?}");
}

#[test]
fn the_order_of_articles_does_not_choose_the_copy() {
    let a = article(&[LEDE, COST, LEDE, OTHER, LEDE]);
    let b = article(&[COST, LEDE, OTHER, LEDE]);
    let (links, repeats) = found(&a, &b);
    let (mut mirrored, mirrored_repeats) = found(&b, &a);
    mirrored.iter_mut().for_each(|pair| *pair = (pair.1, pair.0));
    mirrored.sort_unstable();
    assert_eq!(links, mirrored);
    assert_eq!(repeats, mirrored_repeats);
    assert_eq!(links.iter().filter(|(x, y)| [1, 3, 5].contains(x) && [2, 4].contains(y)).count(), 2);
}

#[test]
fn what_news_says_of_itself_makes_no_link() {
    let a = article(&[
        "The harbour bridge is safe, Falk told reporters on Thursday.",
        "An official, speaking on condition of anonymity, praised the ferries.",
        "Jane Orlen contributed to this report.",
        "Read more",
    ]);
    let b = article(&[
        "A bakery burned down in Eastfield, a fire officer told reporters on Thursday.",
        "A lawyer, speaking on condition of anonymity, blamed the landlord.",
        "Jane Orlen contributed to this report.",
        "Read more",
    ]);
    assert_eq!(found(&a, &b).0, []);
}

#[test]
fn stock_phrases_still_show_in_the_diff() {
    let a = article(&["Cracks in two pillars closed the harbour bridge, Falk told reporters on Thursday.", COST]);
    let b = article(&["Cracks in two pillars closed the harbour bridge, Falk said in a statement.", COST]);
    let comparison = compared(&[a.clone(), b.clone()]);
    let link = comparison.links.iter().find(|link| link.a.sentence == 1).unwrap();
    let changed = link.diff.iter().filter(|change| change.class.is_some()).map(|change| change.a.of(&a.text)).collect::<String>();
    assert!(changed.contains("told reporters") && changed.contains("Thursday"), "{changed}");
}
