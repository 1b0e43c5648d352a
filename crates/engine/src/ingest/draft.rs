//! What a parser gives before its source is known.

use crate::{Block, Warning};

/// An [`crate::Article`] without its source.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) published: Option<String>,
    pub(super) language: Option<String>,
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) warnings: Vec<Warning>,
}
