//! What is judged.

use crate::ingest::line::{Kind, Line};

/// A line of a text, or a piece of a page.
#[derive(Debug)]
pub(in crate::ingest) struct Unit<'a> {
    /// Its words, and what they say alone.
    pub(in crate::ingest) line: Line<'a>,
    /// Empty lines before it, in plain text; at the start of a text [`Unit::START`].
    pub(in crate::ingest) gap: usize,
    /// What the markup around it says, in a page.
    pub(in crate::ingest) markup: Option<Markup>,
}

/// Numbers that a page's markup gives for each piece.
pub(in crate::ingest) const MARKUP: usize = 29;

/// What a page's markup says of a piece.
#[derive(Clone, Copy, Debug)]
pub(in crate::ingest) struct Markup {
    /// Hundredths of its text that stand inside links.
    pub(in crate::ingest) linked: f32,
    /// Whether it is hidden.
    pub(in crate::ingest) hidden: bool,
    /// Whether plain rules take it for the article's: it stands in the element that holds most running text, before what ends articles, and
    /// nothing around it says it is furniture.
    pub(in crate::ingest) plain: bool,
    /// Everything that is known, as numbers.
    pub(in crate::ingest) row: [f32; MARKUP],
    /// Names of what it shares with others: its parent element, that one's parent, the form of its element.
    pub(in crate::ingest) groups: [usize; 3],
}

impl Unit<'_> {
    /// The gap before the first and after the last line.
    pub(in crate::ingest) const START: usize = 9;

    /// Hundredths of it that stand inside links.
    pub(super) fn linked(&self) -> f32 {
        self.markup.map_or(0.0, |markup| markup.linked)
    }

    /// Words of running text, in none of which it is furniture by its looks; 0 for anything else.
    pub(super) fn prose(&self) -> f32 {
        let shown = !self.is_hidden();
        if self.line.kind == Kind::Prose && self.line.words >= 8 && self.linked() < 40.0 && shown { self.line.words as f32 } else { 0.0 }
    }

    /// Whether a page does not show it.
    pub(in crate::ingest) fn is_hidden(&self) -> bool {
        self.markup.is_some_and(|markup| markup.hidden)
    }
}
