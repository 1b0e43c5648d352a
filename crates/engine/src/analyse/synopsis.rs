//! The aligned reading order: what corresponds stands level.

use crate::{ArticleIdx, Comparison};

/// One row of the synopsis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The statement it shows, an index into [`Comparison::statements`]; `None` where sentences of one article stand alone.
    pub statement: Option<usize>,
    /// Per article, the sentences that stand here (indices into [`Comparison::sentences`] of that article), in text order.
    pub cells: Vec<Vec<usize>>,
}

/// Every sentence of every article exactly once, in rows: statements level, the rest alone in its column, in the order of `lead`'s text.
/// What `lead` lacks stands where its own article has it, after the row before it.
pub fn synopsis(comparison: &Comparison, lead: ArticleIdx) -> Vec<Row> {
    let _ = (comparison, lead);
    Vec::new()
}
