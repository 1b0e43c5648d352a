//! Which pieces of a page are its article.

use super::tree::Tree;
use super::walk::Page;
use crate::Role;

/// The role of every piece.
pub(super) fn roles(_tree: &Tree, page: &Page) -> Vec<Role> {
    page.pieces.iter().map(|piece| if piece.hidden { Role::Boilerplate } else { piece.role }).collect()
}
