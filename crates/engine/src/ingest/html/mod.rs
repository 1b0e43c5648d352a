//! Pages and rich pastes.

mod hints;
pub(super) mod jsonld;
mod metadata;
mod names;
mod score;
mod tree;
mod walk;

use super::draft::Draft;
use super::text;
use crate::{Block, Role, Span, Warning, WarningKind, limits};

/// Parses markup; also gives the further articles it holds.
pub(super) fn parse(markup: &str) -> (Draft, Vec<Draft>) {
    // The Windows clipboard puts a header of offsets before the markup.
    let markup = if markup.starts_with("Version:") { markup.find('<').map_or(markup, |at| &markup[at..]) } else { markup };
    let tree = tree::Tree::parse(markup);
    let page = walk::walk(&tree);
    let roles = score::roles(&tree, &page).unwrap_or_else(|| by_words(&page));
    let blocks = page.pieces.iter().zip(roles).map(|(piece, role)| Block { role, span: piece.span }).collect();
    let mut draft = Draft { text: page.text.clone(), blocks, ..Draft::default() };
    if tree.flattened {
        draft.warnings.push(Warning::whole(WarningKind::NestingFlattened { limit: limits::NESTING }));
    }
    if !draft.blocks.iter().any(|block| matches!(block.role, Role::Paragraph | Role::ListItem | Role::Quotation | Role::Table)) {
        draft.warnings.push(Warning::whole(WarningKind::NoBody));
    }
    metadata::fill(&mut draft, &tree, &page);
    (draft, Vec::new())
}

/// The roles of the pieces of a page without an article that its markup shows: by their words, as in plain text.
fn by_words(page: &walk::Page) -> Vec<Role> {
    let spans: Vec<Span> = page.pieces.iter().map(|piece| piece.span).collect();
    let roles = text::roles(&page.text, &spans);
    // Where words say no more than "part of the body", the elements know better.
    let merge = |(piece, role): (&walk::Piece, Role)| match role {
        _ if piece.hidden => Role::Boilerplate,
        Role::Paragraph | Role::Heading => piece.role,
        role => role,
    };
    page.pieces.iter().zip(roles).map(merge).collect()
}
