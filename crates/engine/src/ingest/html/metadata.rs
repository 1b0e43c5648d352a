//! What the markup says about the article.

use super::tree::Tree;
use crate::ingest::draft::Draft;

/// Fills the draft's fields.
pub(super) fn fill(draft: &mut Draft, tree: &Tree) {
    draft.language = tree.elements("html").find_map(|node| tree.attr(node, "lang")).and_then(crate::ingest::language::primary);
}
