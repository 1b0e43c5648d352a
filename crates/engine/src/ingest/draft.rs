//! What a parser gives before its source is known.

use super::found::Found;
use crate::{Block, Warning};

/// An [`crate::Article`] without its source.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) found: Found,
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) warnings: Vec<Warning>,
}
