//! Pages and rich pastes.

mod entries;
mod headline;
mod hints;
pub(super) mod jsonld;
mod marks;
mod markup;
mod metadata;
mod names;
mod tree;
mod walk;

use std::ops::Range;

use super::dates::{self, Order};
use super::draft::Draft;
use super::extract::{self, Unit};
use super::line::{Kind, Line};
use super::{fields, text};
use crate::{Block, Field, FieldOrigin, Role, Span, Warning, WarningKind, limits};
use entries::Entries;
use tree::Tree;

/// Parses markup; also gives the further articles it holds.
pub(super) fn parse(markup: &str) -> (Draft, Vec<Draft>) {
    // The Windows clipboard puts a header of offsets before the markup.
    let markup = if markup.starts_with("Version:") { markup.find('<').map_or(markup, |at| &markup[at..]) } else { markup };
    let tree = Tree::parse(markup);
    let page = walk::walk(&tree);
    let facts = jsonld::read(&tree);
    let units = markup::units(&tree, &page, facts.body.as_deref());
    let mut body = if is_selection(&tree, &units) { shown(&units) } else { extract::body(&units) };
    let entries = entries::find(&tree, &page, &units, &body);
    let mut warnings = Vec::new();
    let further = match entries {
        Some(Entries::Articles(articles)) => {
            let main = articles.iter().position(|pieces| body[pieces.clone()].contains(&true)).unwrap_or(0);
            let others: Vec<Range<usize>> =
                articles.into_iter().enumerate().filter(|(i, _)| *i != main).map(|(_, pieces)| pieces).collect();
            others.iter().for_each(|pieces| body[pieces.clone()].fill(false));
            warnings.push(Warning::whole(WarningKind::FurtherArticles { count: others.len() }));
            others
        }
        Some(Entries::Posts(posts)) => {
            warnings.push(Warning::whole(WarningKind::Posts { count: posts.len() }));
            posts
        }
        None => Vec::new(),
    };
    let further = further.into_iter().take(limits::ARTICLES).map(|pieces| entry(&page, &units, pieces)).collect();
    let roles = page
        .pieces
        .iter()
        .zip(&units)
        .zip(&body)
        .map(|((piece, unit), body)| if *body && !unit.line.furniture { role(piece, &unit.line) } else { Role::Boilerplate });
    let blocks = page.pieces.iter().zip(roles).map(|(piece, role)| Block { role, span: piece.span }).collect();
    let mut draft = Draft { text: page.text.clone(), blocks, warnings, ..Draft::default() };
    if tree.flattened {
        draft.warnings.push(Warning::whole(WarningKind::NestingFlattened { limit: limits::NESTING }));
    }
    if !body.contains(&true) {
        draft.warnings.push(Warning::whole(WarningKind::NoBody));
    }
    metadata::fill(&mut draft, &tree, &page, &facts);
    (draft, further)
}

/// Whether this is no page but a selection copied from one, with an article and little else in it.
fn is_selection(tree: &Tree, units: &[Unit<'_>]) -> bool {
    let shown: Vec<Line<'_>> = units.iter().filter(|unit| !unit.is_hidden()).map(|unit| unit.line.clone()).collect();
    tree.elements("title").next().is_none() && text::is_clean(&shown)
}

/// All units of a selection that are shown, up to where end matter begins.
fn shown(units: &[Unit<'_>]) -> Vec<bool> {
    let lines: Vec<Line<'_>> = units.iter().map(|unit| unit.line.clone()).collect();
    let body = text::clean_body(&lines, 0..lines.len());
    units.iter().enumerate().map(|(i, unit)| body.contains(&i) && !unit.is_hidden()).collect()
}

/// One of several articles on a page, as an article of its own.
fn entry(page: &walk::Page, units: &[Unit<'_>], pieces: Range<usize>) -> Draft {
    let (first, last) = (page.pieces[pieces.start].span.start, page.pieces[pieces.end - 1].span.end);
    let mut blocks: Vec<Block> = page.pieces[pieces.clone()]
        .iter()
        .zip(&units[pieces])
        .map(|(piece, unit)| {
            let role = if piece.hidden || unit.line.furniture { Role::Boilerplate } else { role(piece, &unit.line) };
            Block { role, span: Span { start: piece.span.start - first, end: piece.span.end - first } }
        })
        .collect();
    if let Some(heading) = blocks.iter_mut().find(|block| block.role == Role::Heading) {
        heading.role = Role::Title;
    }
    let mut draft = Draft { text: page.text[first..last].to_owned(), blocks, ..Draft::default() };
    let title = line(&draft, Role::Title).map(str::to_owned);
    let byline = line(&draft, Role::Byline).and_then(fields::byline);
    let language = metadata::text_language(&draft);
    let order = language.as_deref().map(Order::of_language).unwrap_or_default();
    let published = line(&draft, Role::Dateline).and_then(|line| dates::find(line, order));
    draft.found.offer(Field::Title, FieldOrigin::Heading, || title);
    draft.found.offer(Field::Byline, FieldOrigin::VisibleLine, || byline);
    draft.found.offer(Field::Published, FieldOrigin::VisibleLine, || published);
    draft.found.offer(Field::Language, FieldOrigin::Text, || language);
    draft
}

/// The text of the first block of a role.
fn line(draft: &Draft, role: Role) -> Option<&str> {
    draft.blocks.iter().find(|block| block.role == role).map(|block| block.span.of(&draft.text))
}

/// The role of a piece of the article.
fn role(piece: &walk::Piece, line: &Line<'_>) -> Role {
    match line.kind {
        Kind::Time => Role::Dateline,
        Kind::Byline => Role::Byline,
        Kind::Rule | Kind::Bullet => Role::Boilerplate,
        _ => piece.role,
    }
}

/// The texts and rows of a page's pieces, for training.
pub(super) fn training_rows(markup: &str, scores: Option<&[f32]>) -> Vec<(String, Vec<f32>)> {
    let tree = Tree::parse(markup);
    let page = walk::walk(&tree);
    let units = markup::units(&tree, &page, jsonld::read(&tree).body.as_deref());
    let rows = extract::training_rows(&units, scores);
    units.iter().map(|unit| unit.line.text.to_owned()).zip(rows).collect()
}
