//! Articles to render, and rendering.

use std::collections::BTreeMap;
use std::rc::Rc;

use crossread_engine::{Article, Block, Decision, LinkCorrection, Role, SourceInfo, Span, Terms, compare_under};
use crossread_page::protocol::ArticleId;
use crossread_page::reading::Reading;
use yew::{BaseComponent, LocalServerRenderer};

/// A component's markup, a tag a line.
pub(crate) async fn render<C: BaseComponent>(props: C::Properties) -> String
where
    C::Properties: 'static,
{
    let html = LocalServerRenderer::<C>::with_props(props).hydratable(false).render().await;
    html.replace("><", ">\n<")
}

/// An article of a title and paragraphs.
pub(crate) fn article(title: &str, paragraphs: &[&str]) -> Rc<Article> {
    let pieces: Vec<_> = std::iter::once((Role::Title, title)).chain(paragraphs.iter().map(|p| (Role::Paragraph, *p))).collect();
    Rc::new(of(title, &pieces))
}

/// An article with page furniture.
pub(crate) fn with_furniture() -> Rc<Article> {
    use Role::{Boilerplate, Paragraph, Title};
    let pieces = [
        (Title, "A headline"),
        (Boilerplate, "-"),
        (Boilerplate, "Trump announces US-EU arms agreement including aid"),
        (Paragraph, "A paragraph."),
    ];
    Rc::new(of("A headline", &pieces))
}

fn of(title: &str, pieces: &[(Role, &str)]) -> Article {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for (role, piece) in pieces {
        let start = text.len();
        text.push_str(piece);
        blocks.push(Block { role: *role, span: Span::new(start, text.len()) });
        text.push_str("\n\n");
    }
    let source = SourceInfo {
        name: "a.txt".into(),
        media_type: "text/plain".into(),
        charset: "utf-8".into(),
        bytes: text.len(),
        sha256: "0".into(),
    };
    Article {
        source,
        title: Some(title.to_owned()),
        outlet: Some(format!("{} Courier", title.split(' ').next().unwrap_or_default())),
        byline: None,
        agency: None,
        published: None,
        updated: None,
        language: Some("en".into()),
        url: None,
        origins: BTreeMap::new(),
        text,
        blocks,
        warnings: Vec::new(),
        corrections: Vec::new(),
        foreign: Vec::new(),
        repaired: None,
    }
}

fn reading(articles: Vec<Rc<Article>>, corrections: Vec<LinkCorrection>) -> Rc<Reading> {
    let plain: Vec<_> = articles.iter().map(|article| (**article).clone()).collect();
    let comparison = compare_under(&plain, &Terms { corrections, ..Terms::default() }, &mut |_| {});
    Rc::new(Reading::new((1..).map(ArticleId).zip(articles).collect(), comparison))
}

/// Two articles with the same words, a changed figure, and something in one only.
pub(crate) fn example() -> Rc<Reading> {
    reading(ferry(), Vec::new())
}

/// The same with a decision about its first link, and one about a sentence that is gone.
pub(crate) fn corrected(decision: Decision) -> Rc<Reading> {
    let found = example();
    let link = &found.comparison.links[0];
    let decided = LinkCorrection::between(decision, &found.articles, &found.comparison, &link.a, &link.b);
    let with_gone = decided.into_iter().flat_map(|decided| {
        let mut gone = decided.clone();
        gone.a.sentence = "A sentence that no article of these has any more.".into();
        [decided, gone]
    });
    reading(ferry(), with_gone.collect())
}

fn ferry() -> Vec<Rc<Article>> {
    vec![
        article(
            "Ferry adrift off Kelby",
            &[
                "The ferry left Ostrand harbour at noon with 214 passengers and a crew of 19.",
                "Two lifeboats reached the drifting Maren within half an hour.",
                "The baker on Quay Street carried over every loaf he had.",
            ],
        ),
        article(
            "Shares of Sund Line fall",
            &[
                "The ferry left Ostrand harbour at noon with 241 passengers and a crew of 19.",
                "Two lifeboats reached the drifting Maren within half an hour.",
            ],
        ),
    ]
}

/// Two articles about different things.
pub(crate) fn unrelated() -> Rc<Reading> {
    reading(vec![article("Ferry", &["The ferry left at noon."]), article("Cheese", &["Goats give little milk in winter."])], Vec::new())
}
