//! The graphics state, as far as text needs it (§8.4, §9.3).

use std::rc::Rc;

use super::matrix::Matrix;
use crate::font::Font;

/// What `q` keeps and `Q` brings back.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// From the coordinates in force to those of the page as shown.
    pub(super) ctm: Matrix,
    pub(super) font: Option<Rc<Font>>,
    pub(super) size: f64,
    pub(super) char_spacing: f64,
    pub(super) word_spacing: f64,
    /// Horizontal scaling; 1 is usual.
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
}

impl State {
    pub(super) const fn new(ctm: Matrix) -> Self {
        Self { ctm, font: None, size: 0.0, char_spacing: 0.0, word_spacing: 0.0, stretch: 1.0, leading: 0.0, rise: 0.0 }
    }
}

/// A piece of content that the file says something of (§14.6).
#[derive(Clone, Debug, Default)]
pub(super) struct Mark {
    /// Whether it is not part of the text (§14.8.2.2).
    pub(super) artifact: bool,
    /// What its glyphs together stand for (§14.9.4), until the first of them is shown.
    pub(super) actual: Option<Actual>,
    /// The number by which the document's structure names it.
    pub(super) number: Option<usize>,
}

/// Text that replaces that of glyphs.
#[derive(Clone, Debug)]
pub(super) enum Actual {
    /// Not yet shown.
    Waiting(String),
    /// The first glyph has it; the others have none.
    Shown,
}
