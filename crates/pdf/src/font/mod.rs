//! Fonts, as far as text needs them: which characters a string's bytes stand for, and how wide they are.

mod cmap;
mod encoding;
mod glyph_name;
mod metrics;
mod sane;
mod typeface;

pub(crate) use typeface::{Font, Shown};
