//! Several articles on one page: the posts of a live blog, the articles that a page loads one after the other, a list of posts.
//!
//! They are elements of one form side by side, each with running text and a heading or time of its own.

use std::collections::BTreeMap;
use std::ops::Range;

use super::names::heading;
use super::tree::{Data, Tree};
use super::walk::Page;
use crate::ingest::extract::Unit;
use crate::ingest::line::Kind;

/// The articles of a page that holds several.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Entries {
    /// Each has a headline of the first level: the pieces of each. They are articles of their own.
    Articles(Vec<Range<usize>>),
    /// They stand under one headline, as the posts of a live blog do: the pieces of each. Together they are the article.
    Posts(Vec<Range<usize>>),
}

/// Words of running text that an article among several, and a post, have at least.
const ARTICLE_WORDS: usize = 80;
const POST_WORDS: usize = 20;
/// How many posts make a live blog.
const POSTS: usize = 3;
/// Pieces at the start of an entry among which its heading or time stands.
const HEAD: usize = 4;
/// Share of the article's running text, in hundredths, that all entries together hold at least.
const SHARE: usize = 60;

/// Looks for the entries of a page in whose units `body` says what is of the article.
pub(super) fn find(tree: &Tree, page: &Page, units: &[Unit<'_>], body: &[bool]) -> Option<Entries> {
    let mut before = vec![(0, 0)];
    for (unit, body) in units.iter().zip(body) {
        let (prose, of_body) = before.last().copied().unwrap_or_default();
        let words = if unit.line.kind == Kind::Prose { unit.line.words } else { 0 };
        before.push((prose + words, of_body + if *body { words } else { 0 }));
    }
    let words = |pieces: &Range<usize>| (before[pieces.end].0 - before[pieces.start].0, before[pieces.end].1 - before[pieces.start].1);
    let all = before.last().map_or(0, |(_, of_body)| *of_body);

    let mut forms: BTreeMap<(usize, &str, &str), Vec<usize>> = BTreeMap::new();
    for (at, node) in tree.nodes.iter().enumerate() {
        if let Data::Element { name, .. } = &node.data
            && matches!(&**name, "article" | "section" | "div" | "li")
        {
            let class = tree.attr(at, "class").and_then(|class| class.split_whitespace().next()).unwrap_or_default();
            forms.entry((node.parent, name, class)).or_default().push(at);
        }
    }
    let headlines: Vec<usize> = tree.elements("h1").collect();
    let has_headline = |at: &usize| headlines.iter().any(|h1| (*at..tree.nodes[*at].end).contains(h1));
    let pieces = |at: usize| {
        let nodes = at..tree.nodes[at].end;
        page.pieces.partition_point(|piece| piece.node < nodes.start)..page.pieces.partition_point(|piece| piece.node < nodes.end)
    };
    let mut best: Option<(usize, Entries)> = None;
    for elements in forms.into_values().filter(|elements| elements.len() > 1) {
        let entries: Vec<(usize, Range<usize>)> = elements.into_iter().map(|at| (at, pieces(at))).collect();
        let articles: Vec<Range<usize>> = entries
            .iter()
            .filter(|(at, pieces)| has_headline(at) && words(pieces).0 >= ARTICLE_WORDS && has_head(tree, page, units, *at, pieces.clone()))
            .map(|(_, pieces)| pieces.clone())
            .collect();
        let posts: Vec<Range<usize>> = entries
            .into_iter()
            .filter(|(at, pieces)| words(pieces).1 >= POST_WORDS && has_head(tree, page, units, *at, pieces.clone()))
            .map(|(_, pieces)| pieces)
            .collect();
        let found = if articles.len() > 1 && articles.iter().any(|pieces| words(pieces).1 > 0) {
            Entries::Articles(articles)
        } else if posts.len() >= POSTS && headlines.first().is_some_and(|h1| *h1 < page.pieces[posts[0].start].node) {
            Entries::Posts(posts)
        } else {
            continue;
        };
        let (Entries::Articles(ranges) | Entries::Posts(ranges)) = &found;
        let held: usize = ranges.iter().map(|pieces| words(pieces).1).sum();
        if held * 100 >= all * SHARE && best.as_ref().is_none_or(|(most, _)| held > *most) {
            best = Some((held, found));
        }
    }
    best.map(|(_, entries)| entries)
}

/// Whether an entry has a heading and begins with a time or byline, as articles and posts do; a section of an article has the heading alone.
fn has_head(tree: &Tree, page: &Page, units: &[Unit<'_>], at: usize, pieces: Range<usize>) -> bool {
    let head = pieces.start..pieces.end.min(pieces.start + HEAD);
    let last = page.pieces.get(head.end).map_or(tree.nodes[at].end, |next| next.node);
    let in_head = |wanted: &dyn Fn(&str) -> bool| (at..last).any(|node| wanted(tree.name(node)));
    let signed = units[head].iter().any(|unit| matches!(unit.line.kind, Kind::Time | Kind::Byline)) || in_head(&|name| name == "time");
    signed && (at..tree.nodes[at].end).any(|node| heading(tree.name(node)).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::html::{markup, tree, walk};

    fn found(html: &str) -> Option<Entries> {
        let tree = tree::Tree::parse(html);
        let page = walk::walk(&tree);
        let units = markup::units(&tree, &page, None);
        let body: Vec<bool> = units.iter().map(|unit| unit.line.kind == Kind::Prose).collect();
        find(&tree, &page, &units, &body)
    }

    fn text(words: usize) -> String {
        format!("<p>{} end.</p>", "The council said that the bridge is shut and ".repeat(words / 9 + 1))
    }

    #[test]
    fn posts_of_a_live_blog() {
        let post = format!("<article class=post><time>10:15</time><h2>Bridge shut</h2>{}</article>", text(30));
        let page = format!("<h1>Bridge closes: live</h1><div>{}</div>", post.repeat(4));
        assert!(matches!(found(&page), Some(Entries::Posts(posts)) if posts.len() == 4));
    }

    #[test]
    fn articles_one_after_the_other() {
        let article = |title: &str| format!("<article><h1>{title}</h1><time>24 July 2025</time>{}</article>", text(100));
        let page = format!("<main>{}{}</main>", article("Bridge shut"), article("Ferry runs late"));
        assert!(matches!(found(&page), Some(Entries::Articles(articles)) if articles.len() == 2));
    }

    #[test]
    fn sections_of_an_article_are_none() {
        let section = format!("<section class=part><h2>Bridge shut</h2>{}</section>", text(60));
        assert_eq!(found(&format!("<h1>The bridge</h1>{}", section.repeat(4))), None);
    }
}
