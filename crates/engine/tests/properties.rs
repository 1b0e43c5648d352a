//! What holds for any comparison: checked on articles related as news is, by sentences shuffled, cut, doubled and reworded.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crossread_engine::analyse::synopsis;
use crossread_engine::{
    Article, ArticleIdx, Comparison, Decision, LinkCorrection, Op, Place, Settings, Source, Terms, compare, compare_under, ingest,
};
use proptest::prelude::*;

const SENTENCES: [&str; 10] = [
    "The harbour bridge at Lowmere was closed on Tuesday after engineers found cracks in two of its pillars.",
    "“Nobody was in danger at any time,” said the mayor, Ines Falk.",
    "About 14,000 cars cross the bridge every day, according to the port authority.",
    "Repairs will take at least six weeks and cost 2.4 million crowns.",
    "Ferries will carry passengers free of charge until the bridge opens again.",
    "The opposition accused the council of having ignored a warning in March.",
    "A report seen by the Lowmere Courier had described the pillars as “beyond safe service”.",
    "Shopkeepers on the east bank fear for their trade in the weeks before the winter fair.",
    "The bridge was built in 1931 and last repaired in 1988.",
    "Falk said she would not resign.",
];

/// How a sentence of one article comes back in another.
#[derive(Clone, Debug)]
enum Use {
    Copied,
    CutShort,
    Doubled,
    Reworded,
}

fn article_text() -> impl Strategy<Value = String> {
    let used = prop_oneof![Just(Use::Copied), Just(Use::CutShort), Just(Use::Doubled), Just(Use::Reworded)];
    let sentence = (0..SENTENCES.len(), used).prop_map(|(at, how)| {
        let sentence = SENTENCES[at];
        let words: Vec<&str> = sentence.split(' ').collect();
        match how {
            Use::Copied => sentence.to_owned(),
            Use::CutShort => words[..words.len() / 2 + 1].join(" ") + ".",
            Use::Doubled => format!("{sentence} {sentence}"),
            Use::Reworded => sentence.replace("bridge", "crossing").replace("14,000", "15,000").replace("said", "claimed"),
        }
    });
    prop::collection::vec(sentence, 1..8).prop_map(|sentences| sentences.join("\n\n"))
}

fn article(text: &str) -> Article {
    let source = Source { name: "a.txt".into(), media_type: None, bytes: text.as_bytes().to_vec() };
    ingest::parse(&source).unwrap().articles.remove(0)
}

fn compared(articles: &[Article]) -> Comparison {
    compare(articles, &Settings::default(), &mut |_| {})
}

/// The links as pairs of texts, whatever the order of the articles: what they join, how, and their changes.
fn links_as_text(articles: &[Article], comparison: &Comparison) -> Vec<String> {
    let mut links: Vec<String> = comparison
        .links
        .iter()
        .map(|link| {
            let text = |article: ArticleIdx| articles[article.0].text.as_str();
            let (a, b) = (text(link.a.article), text(link.b.article));
            let side = |text: &str, span: crossread_engine::Span| format!("{text:.20}@{}..{}", span.start, span.end);
            let mut changes: Vec<[String; 2]> = link.diff.iter().map(|c| [c.a.of(a).to_owned(), c.b.of(b).to_owned()]).collect();
            let mut sides = [side(a, link.a.span), side(b, link.b.span)];
            if sides[0] > sides[1] {
                sides.reverse();
                changes.iter_mut().for_each(|c| c.reverse());
            }
            format!("{sides:?} {:?} {} {} {changes:?}", link.relation, link.score, link.sure)
        })
        .collect();
    links.sort();
    links
}

fn statements_as_text(articles: &[Article], comparison: &Comparison) -> Vec<Vec<String>> {
    let mut statements: Vec<Vec<String>> = comparison
        .statements
        .iter()
        .map(|s| {
            let mut members: Vec<String> = s.members.iter().map(|m| format!("{}@{}", articles[m.article.0].text, m.span.start)).collect();
            members.sort();
            members
        })
        .collect();
    statements.sort();
    statements
}

fn figures_as_text(articles: &[Article], comparison: &Comparison) -> Vec<String> {
    let mut figures: Vec<String> = comparison
        .figures
        .iter()
        .map(|figure| {
            let text =
                |m: &crossread_engine::FigureMember| format!("{}@{} {:?} {:?}", articles[m.article.0].text, m.span.start, m.value, m.hedge);
            let mut members: Vec<String> = figure.members.iter().map(text).collect();
            members.sort();
            format!("{:?} {members:?}", figure.verdict)
        })
        .collect();
    figures.sort();
    figures
}

/// Quotations, names and changes of attribution as text, whatever the order of the articles.
fn news_as_text(articles: &[Article], comparison: &Comparison) -> Vec<String> {
    let text = |article: ArticleIdx, span: crossread_engine::Span| format!("{:.20}@{}..{}", articles[article.0].text, span.start, span.end);
    let sorted = |mut members: Vec<String>| {
        members.sort();
        members.join(" ")
    };
    let quotations = comparison.quotations.iter().map(|q| {
        sorted(q.members.iter().map(|m| format!("{} {:?} {:?} {:?}", text(m.article, m.span), m.speaker, m.verb, m.differences)).collect())
    });
    let names =
        comparison.names.iter().map(|n| sorted(n.members.iter().map(|m| format!("{} {}", text(m.article, m.span), m.times)).collect()));
    let attributions = comparison.attributions.iter().map(|c| {
        let kinds = if text(c.a, c.a_span) < text(c.b, c.b_span) { c.change } else { c.change.mirrored() };
        format!("{} {kinds:?}", sorted(vec![text(c.a, c.a_span), text(c.b, c.b_span)]))
    });
    let mut all: Vec<String> = quotations.chain(names).chain(attributions).collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_articles_does_not_matter(
        (texts, order) in prop::collection::btree_set(article_text(), 2..5)
            .prop_flat_map(|texts| {
                let texts: Vec<String> = texts.into_iter().collect();
                (Just(texts.clone()), Just(texts).prop_shuffle())
            }),
    ) {
        let (one, other): (Vec<Article>, Vec<Article>) =
            (texts.iter().map(|t| article(t)).collect(), order.iter().map(|t| article(t)).collect());
        let (first, second) = (compared(&one), compared(&other));
        prop_assert_eq!(links_as_text(&one, &first), links_as_text(&other, &second));
        prop_assert_eq!(statements_as_text(&one, &first), statements_as_text(&other, &second));
        prop_assert_eq!(figures_as_text(&one, &first), figures_as_text(&other, &second));
        prop_assert_eq!(news_as_text(&one, &first), news_as_text(&other, &second));
        let moved = |c: &Comparison| c.passages.iter().filter(|p| p.moved).count();
        prop_assert_eq!(moved(&first), moved(&second));
    }

    #[test]
    fn an_unrelated_article_changes_no_link(a in article_text(), b in article_text()) {
        prop_assume!(a != b);
        let pair = [article(&a), article(&b)];
        let stranger = article("Apricots flower early in the valley.\n\nGrowers cover the trees against frost at night.");
        let three = [pair[0].clone(), pair[1].clone(), stranger];
        prop_assert_eq!(links_as_text(&pair, &compared(&pair)), links_as_text(&three, &compared(&three)));
    }

    #[test]
    fn every_diff_applies_and_every_row_is_whole(a in article_text(), b in article_text()) {
        let articles = [article(&a), article(&b)];
        let comparison = compared(&articles);
        for link in &comparison.links {
            let (a, b) = (&articles[link.a.article.0].text, &articles[link.b.article.0].text);
            let applied: String = link.diff.iter().map(|c| if c.op == Op::Equal { c.a.of(a) } else { c.b.of(b) }).collect();
            prop_assert_eq!(applied, link.b.span.of(b));
            let undone: String = link.diff.iter().map(|c| if c.op == Op::Equal { c.b.of(b) } else { c.a.of(a) }).collect();
            prop_assert_eq!(undone, link.a.span.of(a));
        }
        for lead in 0..2 {
            let rows = synopsis(&comparison, ArticleIdx(lead));
            for (article, sentences) in comparison.sentences.iter().enumerate() {
                let mut shown: Vec<usize> = rows.iter().flat_map(|row| row.cells[article].clone()).collect();
                if article == lead {
                    let firsts: Vec<usize> = rows.iter().filter_map(|row| row.cells[article].first().copied()).collect();
                    prop_assert!(firsts.is_sorted());
                }
                shown.sort_unstable();
                prop_assert_eq!(shown, (0..sentences.len()).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn a_report_reads_back_as_its_articles(a in article_text(), b in article_text()) {
        let mut articles = vec![article(&a), article(&b)];
        articles[0].set_field(crossread_engine::Field::Outlet, "Lowmere Courier");
        articles[1].set_role(0, crossread_engine::Role::Boilerplate);
        let json = crossread_engine::report::to_json(&articles, &compared(&articles), &Settings::default()).unwrap();
        prop_assert_eq!(crossread_engine::report::from_json(json.as_bytes()).unwrap().articles, articles);
    }

    #[test]
    fn corrections_hold_in_any_order_and_through_a_report(
        texts in prop::collection::btree_set(article_text(), 3..4),
        decisions in prop::collection::vec((0..3_usize, any::<[prop::sample::Index; 3]>()), 1..5),
    ) {
        let articles: Vec<Article> = texts.iter().map(|t| article(t)).collect();
        let before = compared(&articles);
        let corrections = decisions.iter().filter_map(|(decision, [first, one, other])| {
            let (a, b) = (first.index(3), (first.index(3) + 1) % 3);
            let place = |article: usize, at: &prop::sample::Index| {
                let sentence = at.index(before.sentences[article].len());
                Place { article: ArticleIdx(article), sentence, span: before.sentences[article][sentence].span }
            };
            let decision = [Decision::Cut, Decision::Added, Decision::Confirmed][*decision];
            LinkCorrection::between(decision, &articles, &before, &place(a, one), &place(b, other))
        });
        let terms = Terms { corrections: corrections.collect(), ..Terms::default() };
        let after = compare_under(&articles, &terms, &mut |_| {});
        for (at, standing) in after.corrections.iter().enumerate() {
            let later = terms.corrections[at + 1..].iter().any(|other| other.is_about(&standing.correction));
            let mut places = standing.places.expect("nothing is gone");
            places.sort();
            let link = after.links.iter().find(|l| (l.a.article, l.a.sentence, l.b.article, l.b.sentence)
                == (places[0].article, places[0].sentence, places[1].article, places[1].sentence));
            prop_assert!(later || (standing.correction.decision == Decision::Cut) == link.is_none());
            prop_assert!(later || link.is_none_or(|l| l.sure && l.corrected == Some(standing.correction.decision)));
        }
        let turned: Vec<Article> = [2, 0, 1].map(|at: usize| articles[at].clone()).to_vec();
        let again = compare_under(&turned, &terms, &mut |_| {});
        prop_assert_eq!(links_as_text(&articles, &after), links_as_text(&turned, &again));
        prop_assert_eq!(&again.tallies, &after.tallies);
        let json = crossread_engine::report::to_json(&articles, &after, &terms.settings).unwrap();
        let opened = crossread_engine::report::from_json(json.as_bytes()).unwrap();
        prop_assert_eq!(compare_under(&opened.articles, &opened.terms, &mut |_| {}), after);
        prop_assert_eq!(compared(&opened.articles), before);
    }
}
