use std::collections::BTreeMap;

use crossread_engine::{Block, Role, Settings, Source, SourceInfo, Span, compare, ingest};

use super::*;

/// An article of a title and paragraphs.
pub(crate) fn article(title: &str, paragraphs: &[&str]) -> Article {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for (role, piece) in std::iter::once((Role::Title, title)).chain(paragraphs.iter().map(|p| (Role::Paragraph, *p))) {
        let start = text.len();
        text.push_str(piece);
        blocks.push(Block { role, span: Span::new(start, text.len()) });
        text.push_str("\n\n");
    }
    let sha256 = text.clone();
    let source = SourceInfo { name: title.into(), media_type: "text/plain".into(), charset: "utf-8".into(), bytes: text.len(), sha256 };
    let title = Some(title.to_owned());
    Article {
        source,
        title,
        outlet: None,
        byline: None,
        agency: None,
        published: None,
        updated: None,
        language: Some("en".into()),
        url: None,
        origins: BTreeMap::new(),
        text,
        blocks,
        warnings: vec![],
        corrections: vec![],
        foreign: Vec::new(),
        repaired: None,
    }
}

pub(crate) fn reading(articles: Vec<Article>) -> Reading {
    let comparison = compare(&articles, &Settings::default(), &mut |_| {});
    Reading::new((1..).map(ArticleId).zip(articles.into_iter().map(Rc::new)).collect(), comparison)
}

fn seeds() -> Reading {
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/seeds")).unwrap();
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
    paths.sort();
    let parse = |path: &std::path::PathBuf| {
        let source = Source { name: path.display().to_string(), media_type: None, bytes: std::fs::read(path).unwrap() };
        ingest::parse(&source).unwrap().articles.remove(0)
    };
    reading(paths.iter().map(parse).collect())
}

#[test]
fn runs_of_a_column_put_together_are_its_text() {
    let reading = seeds();
    let shown: Vec<_> = (0..3).map(ArticleIdx).collect();
    let stops: Vec<_> = [Walk::Differences, Walk::Agreements, Walk::Alone].iter().flat_map(|walk| reading.first(*walk)).map(Some).collect();
    for stop in stops.into_iter().chain([None]) {
        for (index, article) in reading.articles.iter().enumerate() {
            let mut at = 0;
            let mut column = String::new();
            for (block, Block { span, .. }) in article.blocks.iter().enumerate() {
                column.push_str(&article.text[at..span.start]);
                let runs = runs(&reading, ArticleIdx(index), block, &shown, stop);
                column.extend(runs.iter().map(|run| run.span.of(&article.text)));
                at = span.end;
            }
            column.push_str(&article.text[at..]);
            assert_eq!(column, article.text);
        }
    }
}

#[test]
fn every_linked_sentence_has_one_mark() {
    let reading = seeds();
    let shown: Vec<_> = (0..5).map(ArticleIdx).collect();
    for (index, article) in reading.articles.iter().enumerate() {
        let of = ArticleIdx(index);
        let marked = (0..article.blocks.len()).flat_map(|block| runs(&reading, of, block, &shown, None)).filter_map(|run| run.head);
        let linked = (0..reading.comparison.sentences[index].len()).filter(|s| !reading.links_of(of, *s).is_empty());
        assert_eq!(marked.map(|head| head.sentence).collect::<Vec<_>>(), linked.collect::<Vec<_>>());
    }
}

#[test]
fn columns_that_are_not_shown_leave_no_trace() {
    let reading = seeds();
    let article = &reading.articles[0];
    let runs = (0..article.blocks.len()).flat_map(|block| runs(&reading, ArticleIdx(0), block, &[ArticleIdx(0), ArticleIdx(4)], None));
    assert!(runs.into_iter().all(|run| run.relation.is_none() && run.head.is_none()));
}

#[test]
fn the_answers_count_what_their_walks_lead_to() {
    let reading = seeds();
    let answers = &reading.answers;
    assert_eq!(answers.agreements, reading.stops(Walk::Agreements).len());
    assert_eq!(answers.differences, reading.stops(Walk::Differences).len());
    assert_eq!(answers.alone.iter().sum::<usize>(), reading.stops(Walk::Alone).len());
    assert_eq!(answers.groups[0], [ArticleIdx(0), ArticleIdx(1), ArticleIdx(2)], "the three of 2025 hang together");
}

#[test]
fn articles_about_different_things_share_nothing() {
    let reading = reading(vec![article("Ferry", &["The ferry left at noon."]), article("Cheese", &["Goats give little milk in winter."])]);
    assert!(reading.answers.share_nothing());
    assert_eq!(reading.step(Walk::Differences, None, 1), None);
}

pub(crate) fn figures() -> Reading {
    reading(vec![
        article(
            "One",
            &[
                "The ferry left Ostrand harbour with 214 passengers and a crew of 19.",
                "Two lifeboats reached the drifting Maren within half an hour.",
            ],
        ),
        article(
            "Two",
            &[
                "The ferry left Ostrand harbour with 241 passengers and a crew of 19.",
                "Two lifeboats reached the drifting Maren within half an hour.",
            ],
        ),
    ])
}

#[test]
fn the_status_line_tells_the_figure_that_changed() {
    let reading = figures();
    let stop = reading.first(Walk::Figures).expect("a changed figure");
    let (lead, rest) = wording::status(&reading, Walk::Differences, stop);
    assert!(lead.starts_with("Difference 1 of "), "{lead}");
    assert_eq!(rest, "A and B · 1 word changed: “214” → “241”");
}

#[test]
fn a_mark_says_what_it_is() {
    let reading = figures();
    let shown = [ArticleIdx(0), ArticleIdx(1)];
    let sentence = reading.comparison.links[0].a.sentence;
    let name = wording::head(reading.statement_of(ArticleIdx(0), sentence), reading.kinship(ArticleIdx(0), sentence, &shown).as_ref());
    assert_eq!(name, "Statement 1, edited, also in B");
}

#[test]
fn ribbons_join_neighbouring_columns_only() {
    let reading = seeds();
    let shown: Vec<_> = (0..3).map(ArticleIdx).collect();
    let columns: Vec<_> = (0..3).map(|i| Column { left: f64::from(i) * 400.0, right: f64::from(i) * 400.0 + 300.0 }).collect();
    let passages = reading.comparison.passages.len();
    let marks: Vec<_> = (0..3).map(|column| Mark { column, passages: (0..passages).collect(), top: 10.0, bottom: 30.0 }).collect();
    let drawn = ribbons(&reading, &shown, &columns, &marks, Some(Stop::Passage(0)));
    let neighbours = |p: &&crossread_engine::Passage| p.b.0 == p.a.0 + 1 && p.b.0 < 3;
    assert_eq!(drawn.len(), reading.comparison.passages.iter().filter(neighbours).count());
    assert!(drawn.last().unwrap().shade == Shade::Selected, "what is selected lies on top");
    assert_eq!(drawn.last().unwrap().bars, "M307 10V30M393 10V30");
}
