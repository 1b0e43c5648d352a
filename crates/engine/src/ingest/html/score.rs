//! Which pieces of a page are its article.
//!
//! Every piece weighs what it adds to an article: running text its words, furniture less than nothing. The article is the element whose pieces
//! weigh most; being an interval of the flat tree, each element's sum takes one subtraction. Inside it, pieces that are furniture by their
//! links, hints or words are set apart again.

use std::ops::Range;

use super::hints::{self, Hint};
use super::tree::{ROOT, Tree};
use super::walk::{Page, Piece};
use crate::Role;
use crate::ingest::line::{Kind, Line};

/// A piece with what the scorer knows of it.
struct Scored<'a> {
    piece: &'a Piece,
    line: Line<'a>,
    /// Hundredths of its text that are linked.
    linked: usize,
    /// Whether it is hidden.
    hidden: bool,
    /// The strongest hint among the elements around it.
    hint: Hint,
}

impl Scored<'_> {
    fn is_prose(&self) -> bool {
        self.line.kind == Kind::Prose && self.line.words >= 8 && self.linked < 40
    }

    /// Words it adds to an article, below zero for furniture.
    fn weight(&self) -> i64 {
        let words = i64::try_from(self.line.words).unwrap_or(i64::MAX);
        if self.hidden {
            0
        } else if matches!(self.hint, Hint::Furniture | Hint::Comments) {
            -words.min(5)
        } else if self.linked > 50 {
            -words.min(8)
        } else if self.is_prose() {
            words.min(100)
        } else if self.piece.role == Role::Paragraph {
            -2
        } else {
            0
        }
    }
}

/// The role of every piece; `None` where no element holds running text enough to be an article.
pub(super) fn roles(tree: &Tree, page: &Page) -> Option<Vec<Role>> {
    let mut scored = scored(tree, page);
    let all = prose(&scored);
    let mut container = container(tree, &scored);
    let found = |scored: &[Scored<'_>], container: usize| {
        let inside = scored.iter().filter(|s| (container..tree.nodes[container].end).contains(&s.piece.node) && s.weight() > 0);
        inside.map(|s| s.line.words).sum::<usize>()
    };
    if found(&scored, container) * 100 < all * LEAST_SHARE {
        // Some pages call all of their parts widgets, or stream them in hidden: then these signs mean nothing.
        for s in &mut scored {
            s.hint = if s.hint == Hint::Comments { Hint::Comments } else { Hint::None };
            s.hidden = false;
        }
        container = self::container(tree, &scored);
    }
    if found(&scored, container) < LEAST_WORDS {
        return None;
    }
    let inside = range(page, container, tree.nodes[container].end);
    let inside = inside.start..end_matter(&scored, inside);
    Some(scored.iter().enumerate().map(|(i, s)| if inside.contains(&i) { role(s) } else { Role::Boilerplate }).collect())
}

/// Share of an article's running text, in hundredths, that may follow a line that opens end matter: with more, the line opens something else.
const END_SHARE: usize = 35;

/// Where end matter begins among the pieces of the article, or their end.
fn end_matter(scored: &[Scored<'_>], inside: Range<usize>) -> usize {
    let all = prose(&scored[inside.clone()]);
    let mut after = all;
    for i in inside.clone() {
        let s = &scored[i];
        let shown = !s.hidden && s.hint <= Hint::Body;
        if shown && s.line.end_matter && after < all && after * 100 <= all * END_SHARE && s.piece.role != Role::ListItem {
            return i;
        }
        after -= if s.is_prose() { s.line.words } else { 0 };
    }
    inside.end
}

/// Share of a page's running text, in hundredths, that its article has at least: with less, its hints cannot be trusted.
const LEAST_SHARE: usize = 25;

/// Words of running text that an article has at least.
const LEAST_WORDS: usize = 25;

/// Words of running text.
fn prose(scored: &[Scored<'_>]) -> usize {
    scored.iter().filter(|s| s.is_prose()).map(|s| s.line.words).sum()
}

/// The role of a piece inside the article.
fn role(scored: &Scored<'_>) -> Role {
    let Scored { piece, line, linked, hidden, hint } = scored;
    if *hidden || matches!(hint, Hint::Furniture | Hint::Comments) || (line.furniture && line.words <= 12) {
        return Role::Boilerplate;
    }
    if *linked > 80 && !(piece.role == Role::Heading || scored.is_prose()) {
        return Role::Boilerplate;
    }
    match line.kind {
        Kind::Time => Role::Dateline,
        Kind::Byline => Role::Byline,
        Kind::Rule | Kind::Bullet => Role::Boilerplate,
        _ => piece.role,
    }
}

/// Share of a page's running text, in hundredths, that an element hinted at as furniture may hold at most: more is no furniture.
const FURNITURE_SHARE: usize = 40;
/// The same for comments, which are often longer than the article.
const COMMENTS_SHARE: usize = 80;

/// Reads the features of every piece.
fn scored<'a>(tree: &Tree, page: &'a Page) -> Vec<Scored<'a>> {
    let mut out: Vec<Scored<'a>> = page
        .pieces
        .iter()
        .map(|piece| {
            let line = Line::new(&page.text, piece.span);
            let linked = piece.linked * 100 / piece.span.len().max(1);
            Scored { piece, line, linked, hidden: piece.hidden, hint: Hint::None }
        })
        .collect();
    // Running text before each piece, to take the share of any element by one subtraction.
    let mut before = vec![0];
    for s in &out {
        let words = if s.is_prose() { s.line.words } else { 0 };
        before.push(before.last().copied().unwrap_or(0) + words);
    }
    let all = before.last().copied().unwrap_or(0);
    let headlines: Vec<usize> = tree.elements("h1").collect();
    let mut hint: Vec<Hint> = Vec::with_capacity(tree.nodes.len());
    let mut next = 0;
    for (at, node) in tree.nodes.iter().enumerate() {
        let inherited = if at == ROOT { Hint::None } else { hint[node.parent] };
        let mut own = hints::of(tree, at);
        if matches!(own, Hint::Furniture | Hint::Comments) {
            let range = range(page, at, node.end);
            let most = if own == Hint::Comments { COMMENTS_SHARE } else { FURNITURE_SHARE };
            let headline =
                own == Hint::Comments && headlines.get(headlines.partition_point(|h1| *h1 < at)).is_some_and(|h1| *h1 < node.end);
            if headline || (before[range.end] - before[range.start]) * 100 > all * most {
                own = Hint::None;
            }
        }
        hint.push(own.max(inherited));
        if page.pieces.get(next).is_some_and(|piece| piece.node == at) {
            out[next].hint = hint[at];
            next += 1;
        }
    }
    out
}

/// The pieces of a range of nodes.
fn range(page: &Page, start: usize, end: usize) -> Range<usize> {
    page.pieces.partition_point(|piece| piece.node < start)..page.pieces.partition_point(|piece| piece.node < end)
}

/// The smallest element that weighs most.
fn container(tree: &Tree, scored: &[Scored<'_>]) -> usize {
    let mut before = vec![0];
    for s in scored {
        before.push(before.last().copied().unwrap_or(0) + s.weight());
    }
    let mut best = (0, ROOT);
    for (at, node) in tree.nodes.iter().enumerate() {
        let first = scored.partition_point(|s| s.piece.node < at);
        let last = scored.partition_point(|s| s.piece.node < node.end);
        let weight = before[last] - before[first];
        if weight >= best.0 && !tree.name(at).is_empty() {
            best = (weight, at);
        }
    }
    best.1
}
