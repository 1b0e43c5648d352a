//! Moves, splits and mergers as wikidiff2's documentation and tests list them, with texts of our own.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crossread_engine::{Article, Class, Comparison, Op, Passage, Settings, Source, compare, ingest};

const BRIDGE: &str = "The harbour bridge at Lowmere was closed on Tuesday after engineers found cracks in two of its pillars.";
const MAYOR: &str = "The mayor, Ines Falk, told the council that nobody had been in danger at any time.";
const TRAFFIC: &str = "About 14,000 cars cross the bridge every day, most of them on their way to the port.";
const REPAIRS: &str = "Repairs will take at least six weeks and cost 2.4 million crowns.";
const FERRIES: &str = "Two ferries carry passengers free of charge until the road opens again.";
const SHOPS: &str = "Shopkeepers on the east bank fear for their trade in the weeks before the winter fair.";

fn article(paragraphs: &[&str]) -> Article {
    let text = paragraphs.join("\n\n");
    let source = Source { name: "a.txt".into(), media_type: None, bytes: text.into_bytes() };
    ingest::parse(&source).unwrap().articles.remove(0)
}

struct Compared {
    articles: [Article; 2],
    comparison: Comparison,
}

impl Compared {
    fn new(a: &[&str], b: &[&str]) -> Self {
        let articles = [article(a), article(b)];
        let comparison = compare(&articles, &Settings::default(), &mut |_| {});
        Self { articles, comparison }
    }

    fn text(&self, passage: &Passage) -> (&str, &str) {
        (passage.a_span.of(&self.articles[0].text), passage.b_span.of(&self.articles[1].text))
    }

    /// What moved, as it stands in the first article.
    fn moved(&self) -> Vec<&str> {
        self.comparison.passages.iter().filter(|p| p.moved).map(|p| self.text(p).0).collect()
    }

    /// The changes inside what moved: `old→new`.
    fn edits(&self) -> Vec<String> {
        let links = self.comparison.passages.iter().filter(|p| p.moved).flat_map(|p| &p.links);
        let changes = links.flat_map(|at| &self.comparison.links[*at].diff).filter(|change| change.op != Op::Equal);
        changes.map(|c| format!("{}→{}", c.a.of(&self.articles[0].text), c.b.of(&self.articles[1].text))).collect()
    }

    /// The linked parts that contain `phrase` on the first side, with their other sides.
    fn linked(&self, phrase: &str) -> Vec<(&str, &str)> {
        let sides = self.comparison.links.iter().map(|l| (l.a.span.of(&self.articles[0].text), l.b.span.of(&self.articles[1].text)));
        sides.filter(|(a, _)| a.contains(phrase)).collect()
    }
}

#[track_caller]
fn check(a: &[&str], b: &[&str], moved: &[&str], edits: &[&str]) {
    let there = Compared::new(a, b);
    assert_eq!(there.moved(), moved);
    assert_eq!(there.edits(), edits);
    // And back: the same passages, the same edits turned round.
    let back = Compared::new(b, a);
    assert_eq!(back.moved().len(), moved.len());
    assert_eq!(back.edits().len(), edits.len());
}

#[test]
fn a_paragraph_that_moved_down_unchanged() {
    check(&[BRIDGE, MAYOR, TRAFFIC, REPAIRS, FERRIES], &[BRIDGE, TRAFFIC, REPAIRS, FERRIES, MAYOR], &[MAYOR], &[]);
}

#[test]
fn a_paragraph_that_moved_up_unchanged() {
    check(&[BRIDGE, MAYOR, TRAFFIC, REPAIRS, FERRIES], &[FERRIES, BRIDGE, MAYOR, TRAFFIC, REPAIRS], &[FERRIES], &[]);
}

#[test]
fn a_paragraph_that_moved_with_edits() {
    let edited = "About 15,000 cars cross the bridge every day, nearly all of them on their way to the port.";
    check(
        &[BRIDGE, TRAFFIC, MAYOR, REPAIRS, SHOPS],
        &[BRIDGE, MAYOR, REPAIRS, SHOPS, edited],
        &[TRAFFIC],
        &["14,000→15,000", "most→nearly all"],
    );
}

#[test]
fn two_paragraphs_that_changed_places() {
    check(&[MAYOR, REPAIRS], &[REPAIRS, MAYOR], &[REPAIRS], &[]);
}

#[test]
fn two_paragraphs_that_moved_different_ways() {
    check(&[FERRIES, BRIDGE, MAYOR, TRAFFIC, REPAIRS], &[BRIDGE, REPAIRS, MAYOR, TRAFFIC, FERRIES], &[FERRIES, REPAIRS], &[]);
}

#[test]
fn a_block_of_paragraphs_moves_as_one() {
    let moved = [REPAIRS, FERRIES].join("\n\n");
    check(&[REPAIRS, FERRIES, BRIDGE, MAYOR, TRAFFIC, SHOPS], &[BRIDGE, MAYOR, TRAFFIC, SHOPS, REPAIRS, FERRIES], &[&moved], &[]);
}

#[test]
fn nothing_moves_where_a_paragraph_is_only_added_or_cut() {
    check(&[BRIDGE, MAYOR, TRAFFIC], &[BRIDGE, SHOPS, MAYOR, TRAFFIC], &[], &[]);
    check(&[BRIDGE, MAYOR, TRAFFIC, SHOPS], &[BRIDGE, TRAFFIC, SHOPS], &[], &[]);
}

#[test]
fn what_has_little_in_common_did_not_move() {
    let about = "An expert on roads from Ostrand doubts that repairs at a cost of 2.4 million crowns can last.";
    let compared = Compared::new(&[REPAIRS, BRIDGE, MAYOR, TRAFFIC], &[BRIDGE, MAYOR, TRAFFIC, about]);
    assert_eq!(compared.moved(), [""; 0]);
}

const SPLIT: (&str, &str) = (
    "The ferry Maren took on thirty tonnes of diesel in Ostrand on Monday.",
    "A sample of the fuel has been sent to a laboratory in Brandt.",
);
const MERGED: &str = "The ferry Maren took on thirty tonnes of diesel in Ostrand on Monday, and a sample of the fuel has been sent to a laboratory in Brandt.";

#[test]
fn one_sentence_split_into_two_paragraphs() {
    let compared = Compared::new(&[BRIDGE, MERGED, MAYOR], &[BRIDGE, SPLIT.0, SPLIT.1, MAYOR]);
    assert_eq!(compared.linked("diesel"), [(MERGED.split_once(", and").unwrap().0, SPLIT.0)]);
    assert_eq!(compared.linked("sample"), [("and a sample of the fuel has been sent to a laboratory in Brandt.", SPLIT.1)]);
    assert_eq!(compared.moved(), [""; 0]);
}

#[test]
fn two_sentences_merged_into_one() {
    let compared = Compared::new(&[BRIDGE, SPLIT.0, SPLIT.1, MAYOR], &[BRIDGE, MERGED, MAYOR]);
    assert_eq!(compared.linked("diesel"), [(SPLIT.0, MERGED.split_once(", and").unwrap().0)]);
    assert_eq!(compared.linked("sample"), [(SPLIT.1, "and a sample of the fuel has been sent to a laboratory in Brandt.")]);
    assert_eq!(compared.moved(), [""; 0]);
}

#[test]
fn a_paragraph_split_in_two_keeps_its_sentences() {
    let paragraph = [TRAFFIC, REPAIRS].join(" ");
    check(&[BRIDGE, &paragraph, MAYOR], &[BRIDGE, TRAFFIC, REPAIRS, MAYOR], &[], &[]);
    check(&[BRIDGE, TRAFFIC, REPAIRS, MAYOR], &[BRIDGE, &paragraph, MAYOR], &[], &[]);
}

#[test]
fn a_sentence_moved_and_split() {
    let compared = Compared::new(&[MERGED, BRIDGE, MAYOR, TRAFFIC, REPAIRS], &[BRIDGE, MAYOR, TRAFFIC, REPAIRS, SPLIT.0, SPLIT.1]);
    assert_eq!(compared.moved(), [MERGED]);
    assert_eq!(compared.linked("sample").len(), 1);
}

#[test]
fn a_copied_passage_is_one_over_an_edit() {
    let compared = Compared::new(&[BRIDGE, MAYOR, "No one was hurt.", TRAFFIC, REPAIRS], &[BRIDGE, MAYOR, "It rained.", TRAFFIC, REPAIRS]);
    let found: Vec<_> = compared.comparison.passages.iter().map(|p| p.links.len()).collect();
    assert_eq!(found, [4]);
}

#[test]
fn a_figure_that_changed_in_what_moved_is_told() {
    let compared = Compared::new(
        &[REPAIRS, BRIDGE, MAYOR, TRAFFIC],
        &[BRIDGE, MAYOR, TRAFFIC, "Repairs will take at least nine weeks and cost 2.4 million crowns."],
    );
    let classes = compared.comparison.links.iter().flat_map(|l| &l.diff).filter_map(|c| c.class).collect::<Vec<_>>();
    assert_eq!((compared.edits(), classes), (vec!["six→nine".to_owned()], vec![Class::Figure]));
}
