//! What a page shows.

use crate::file::Tag;

/// Which way a line of text runs, in quarter turns clockwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Turn {
    /// As usual.
    None,
    /// Downwards.
    Quarter,
    /// Upside down.
    Half,
    /// Upwards.
    ThreeQuarters,
}

impl Turn {
    pub(crate) const ALL: [Self; 4] = [Self::None, Self::Quarter, Self::Half, Self::ThreeQuarters];

    /// The turn nearest to a direction, y pointing down.
    pub(super) fn of(x: f64, y: f64) -> Self {
        match (x.abs() >= y.abs(), x >= 0.0, y >= 0.0) {
            (true, true, _) => Self::None,
            (true, false, _) => Self::Half,
            (false, _, true) => Self::Quarter,
            (false, _, false) => Self::ThreeQuarters,
        }
    }

    /// A point in coordinates turned back, in which text of this turn runs to the right.
    pub(crate) const fn upright(self, x: f64, y: f64) -> (f64, f64) {
        match self {
            Self::None => (x, y),
            Self::Quarter => (y, -x),
            Self::Half => (-x, -y),
            Self::ThreeQuarters => (-y, x),
        }
    }
}

/// A character on a page, in coordinates in which its line runs to the right.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Glyph {
    /// What it stands for; several characters for a ligature, none where another glyph stands for it too.
    pub(crate) text: String,
    /// Left and right end, in points.
    pub(crate) x0: f64,
    pub(crate) x1: f64,
    /// Height of the baseline, growing downwards, in points.
    pub(crate) y: f64,
    /// Size of the font, in points.
    pub(crate) size: f64,
    pub(crate) bold: bool,
    pub(crate) turn: Turn,
    /// Whether the file says that it is not part of the text, as running heads.
    pub(crate) artifact: bool,
    /// What the file says it is part of.
    pub(crate) tag: Option<Tag>,
}

/// Where a picture stands, in points: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Picture(pub(crate) [f64; 4]);

/// Everything that a page shows.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) pictures: Vec<Picture>,
    /// Width and height of what is shown.
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// Characters whose font does not say what they stand for; each stands as U+FFFD among the glyphs.
    pub(crate) unmapped: usize,
}
