//! Characters with positions to lines, blocks of lines, and the order in which blocks are read.
//!
//! ```text
//! glyphs ──run──▶ runs ──row──▶ rows ──gutter──▶ lines ──block──▶ blocks ──order──▶ blocks in reading order
//! ```
//! * A **run** is what was drawn in one go; a **row** is the runs on one baseline, whichever column they are in, whenever they were drawn.
//! * A **gutter** is white space that goes down between rows; rows are cut there. Finding white space first and text lines between it follows
//!   Breuel, *Two geometric algorithms for layout analysis* (DAS 2002). A recursive cut of the page along its projections (Nagy and Seth,
//!   *Hierarchical representation of optically scanned documents*, ICPR 1984) was not taken: a headline, picture or sidebar that spans some columns
//!   only leaves no straight cut.
//! * A **block** is lines below each other with nothing beside them that a wider line spans.
//! * The **order** of blocks is a topological sort of two relations, from Breuel, *High performance document layout analysis* (SDIUT 2003).
//!
//! Lengths are points; those that depend on the size of the text are in ems, the size of the font.

mod bidi;
mod block;
mod gutter;
mod line;
mod order;
mod row;
mod run;

pub(crate) use block::Block;
pub(crate) use line::{Line, is_list_marker};

use crate::page::{Drawn, Glyph, Turn};

/// A page's text.
#[derive(Debug, Default)]
pub(crate) struct Laid {
    /// In reading order.
    pub(crate) blocks: Vec<Block>,
    /// Lines that run in another direction than most of the page: credits along pictures, marks in the margin.
    pub(crate) turned: Vec<Line>,
    /// The heights at which the page begins and ends, in the direction of its text.
    pub(crate) top: f64,
    pub(crate) bottom: f64,
}

/// Lays out what a page shows.
pub(crate) fn lay_out(drawn: &mut Drawn) -> Laid {
    let glyphs = std::mem::take(&mut drawn.glyphs);
    let mut by_turn: Vec<(Turn, Vec<Glyph>)> = Turn::ALL.into_iter().map(|turn| (turn, Vec::new())).collect();
    for glyph in glyphs {
        if let Some((_, list)) = by_turn.iter_mut().find(|(turn, _)| *turn == glyph.turn) {
            list.push(glyph);
        }
    }
    // A stable sort: of equal counts the upright ones come first.
    by_turn.sort_by_key(|(_, list)| std::cmp::Reverse(list.len()));
    let mut laid = Laid::default();
    for (nth, (turn, glyphs)) in by_turn.into_iter().enumerate() {
        let lines = line::lines(row::rows(run::runs(glyphs)));
        if nth == 0 {
            (laid.top, laid.bottom) = match turn {
                Turn::None => (0.0, drawn.height),
                Turn::Quarter => (-drawn.width, 0.0),
                Turn::Half => (-drawn.height, 0.0),
                Turn::ThreeQuarters => (0.0, drawn.width),
            };
            laid.blocks = order::in_reading_order(block::blocks(lines));
        } else {
            laid.turned.extend(lines);
        }
    }
    laid
}
