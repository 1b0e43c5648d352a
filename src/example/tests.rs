use crossread_engine::{Article, Class, Relation, Settings, compare, ingest};

use super::*;

fn articles() -> Vec<Article> {
    sources().iter().flat_map(|source| ingest::parse(source).unwrap().articles).collect()
}

#[test]
fn each_article_says_that_it_is_invented_and_is_of_readable_length() {
    for article in articles() {
        assert!(article.text.contains("Invented for Crossread"));
        assert!((230..=350).contains(&article.words()), "{} words in {:?}", article.words(), article.title);
        assert!(article.outlet.is_some() && article.byline.is_some() && article.published.is_some(), "{article:?}");
    }
}

#[test]
fn the_example_shows_what_the_tool_finds() {
    let comparison = compare(&articles(), &Settings::default(), &mut |_| {});
    let relations: Vec<_> = comparison.links.iter().map(|link| link.relation).collect();
    for relation in [Relation::Verbatim, Relation::Edited, Relation::Paraphrase] {
        assert!(relations.contains(&relation), "no {relation:?} in {relations:?}");
    }
    assert!(comparison.passages.iter().any(|passage| passage.moved), "nothing moved");
    let changes = || comparison.links.iter().flat_map(|link| &link.diff);
    assert!(changes().any(|change| change.class == Some(Class::Figure)), "no changed figure");
}
