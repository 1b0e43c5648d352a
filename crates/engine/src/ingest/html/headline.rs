//! Which title a page has, and which of its blocks shows it.

use super::names;
use super::tree::{ROOT, Tree};
use super::walk::{Page, Piece};
use crate::ingest::draft::Draft;
use crate::ingest::{clean, cues, fields};
use crate::{FieldOrigin, Role};

/// A title and where it was found.
pub(super) type Title = (String, FieldOrigin);

/// A heading that a page shows.
pub(super) struct Heading {
    /// Index of its piece.
    pub(super) piece: usize,
    level: u8,
    text: String,
}

/// The headings that a page shows, in order.
pub(super) fn headings(tree: &Tree, page: &Page) -> Vec<Heading> {
    let shown = page.pieces.iter().enumerate().filter(|(_, piece)| piece.role == Role::Heading && !piece.hidden);
    let heading = |(i, piece): (usize, &Piece)| {
        let level = level(tree, piece.node)?;
        Some(Heading { piece: i, level, text: clean::spaces(piece.span.of(&page.text)) })
    };
    shown.filter_map(heading).collect()
}

/// Level of the heading a node stands in.
fn level(tree: &Tree, node: usize) -> Option<u8> {
    let mut at = node;
    while at != ROOT {
        if let Some(level) = names::heading(tree.name(at)) {
            return Some(level);
        }
        at = tree.nodes[at].parent;
    }
    None
}

/// Share of a title's telling words, in hundredths, that a first-level heading has in common with it where both are titles of one article.
const SHARED: usize = 40;

/// Characters of the shortest title that is believed where the page has a first-level heading that says something else: "Page", "Home".
const SHORTEST: usize = 8;

/// The title, out of what metadata says, best first: where a first-level heading of the page says the same, in its own words, as readers see it.
pub(super) fn choose(said: Vec<Title>, headings: &[Heading], site: &[&str]) -> Option<Title> {
    let said: Vec<Title> = said.into_iter().filter(|(title, _)| !fields::is_outlet(title, site)).collect();
    let first: Vec<&Heading> = headings.iter().filter(|h| h.level == 1 && !fields::is_outlet(&h.text, site)).collect();
    for (title, origin) in &said {
        let folded = cues::fold(title);
        if let Some(heading) = first.iter().find(|h| alike(&cues::fold(&h.text), &folded)) {
            let origin = if cues::fold(&heading.text) == folded { *origin } else { FieldOrigin::Heading };
            return Some((heading.text.clone(), origin));
        }
    }
    let shared = |heading: &&&Heading| said.iter().map(|(title, _)| shared(&heading.text, title)).max().unwrap_or(0);
    // The first of those that share most.
    let best = first.iter().rev().max_by_key(shared).filter(|heading| shared(heading) >= SHARED);
    best.map(|heading| (heading.text.clone(), FieldOrigin::Heading))
        .or_else(|| said.into_iter().find(|(title, _)| first.is_empty() || title.chars().count() >= SHORTEST))
        .or_else(|| first.first().or(headings.first().as_ref()).map(|heading| (heading.text.clone(), FieldOrigin::Heading)))
}

/// Share of telling words, in hundredths, that two titles have in common; of the shorter's.
fn shared(a: &str, b: &str) -> usize {
    let telling = |text: &str| -> Vec<String> {
        let folded = cues::fold(text);
        folded.split(' ').filter(|word| word.chars().count() > 3 || !word.is_ascii()).map(str::to_owned).collect()
    };
    let (a, b) = (telling(a), telling(b));
    let (a, b) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    // One word in common is chance.
    let common = a.iter().filter(|word| b.contains(word)).count();
    if common < 2 { 0 } else { common * 100 / a.len() }
}

/// Whether two folded titles are the same, or one is the other with something added.
fn alike(a: &str, b: &str) -> bool {
    !a.is_empty() && (a == b || (a.len().min(b.len()) > 12 && (a.starts_with(b) || b.starts_with(a))))
}

/// The block that shows the title: a heading like it, else any block near the start of the body equal to it.
pub(super) fn block(title: &str, headings: &[Heading], page: &Page, draft: &Draft) -> Option<usize> {
    let Draft { blocks, text, .. } = draft;
    let wanted = cues::fold(title);
    let like = headings.iter().filter(|h| alike(&cues::fold(&h.text), &wanted)).min_by_key(|h| (h.level, h.piece));
    if let Some(heading) = like {
        return Some(heading.piece);
    }
    let body = blocks.iter().position(|b| b.role == Role::Paragraph).unwrap_or(0);
    let (from, to) = (body.saturating_sub(12), (body + 2).min(blocks.len()));
    (from..to).find(|i| !page.pieces[*i].hidden && cues::fold(blocks[*i].span.of(text)) == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::html::walk;

    #[track_caller]
    fn check(html: &str, said: &[&str], want: &str, origin: FieldOrigin) {
        let tree = Tree::parse(html);
        let page = walk::walk(&tree);
        let said = said.iter().map(|title| ((*title).to_owned(), FieldOrigin::Meta)).collect();
        assert_eq!(choose(said, &headings(&tree, &page), &["Harbour Post"]), Some((want.to_owned(), origin)), "{html}");
    }

    #[test]
    fn titles() {
        use FieldOrigin::{Heading, Meta};
        check("<h1>Harbour Post</h1><h1>Bridge shut for good</h1>", &["Bridge shut for good"], "Bridge shut for good", Meta);
        check("<h1>Harbour bridge shut for repairs</h1>", &["Repairs shut harbour crossing"], "Harbour bridge shut for repairs", Heading);
        check("<h1>Bridge shut, council says</h1>", &["Bridge shut"], "Bridge shut, council says", Heading);
        check("<h1>Our newsletter</h1>", &["Bridge shut for good"], "Bridge shut for good", Meta);
        check("<h1>Bridge shut for good</h1>", &["Harbour Post"], "Bridge shut for good", Heading);
        check("<h1>Bridge shut for good</h1>", &["Page"], "Bridge shut for good", Heading);
        check("<h2>Bridge shut for good</h2>", &[], "Bridge shut for good", Heading);
    }
}
