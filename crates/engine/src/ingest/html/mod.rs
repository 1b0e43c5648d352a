//! Pages and rich pastes.

mod hints;
mod jsonld;
mod metadata;
mod names;
mod score;
mod tree;
mod walk;

use super::draft::Draft;
use crate::{Block, Warning, WarningKind, limits};

/// Parses markup; also gives the further articles it holds.
pub(super) fn parse(markup: &str) -> (Draft, Vec<Draft>) {
    // The Windows clipboard puts a header of offsets before the markup.
    let markup = if markup.starts_with("Version:") { markup.find('<').map_or(markup, |at| &markup[at..]) } else { markup };
    let tree = tree::Tree::parse(markup);
    let page = walk::walk(&tree);
    let roles = score::roles(&tree, &page);
    let blocks = page.pieces.iter().zip(roles).map(|(piece, role)| Block { role, span: piece.span }).collect();
    let mut draft = Draft { text: page.text.clone(), blocks, ..Draft::default() };
    if tree.flattened {
        draft.warnings.push(Warning::whole(WarningKind::NestingFlattened { limit: limits::NESTING }));
    }
    metadata::fill(&mut draft, &tree, &page);
    (draft, Vec::new())
}
