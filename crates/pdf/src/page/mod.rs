//! A page's content stream to characters with positions (§8, §9).
//!
//! Positions are points (1/72 inch) from the left upper corner of the page as it is shown, y growing downwards.

mod glyph;
mod interpreter;
mod matrix;
mod state;

pub(crate) use glyph::{Drawn, Glyph, Picture, Turn};
pub(crate) use interpreter::{Fonts, draw};
