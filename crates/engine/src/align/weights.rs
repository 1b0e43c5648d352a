//! Learned by xtask/eval/train_links.py; not to be edited by hand.

use super::model::{Context, Evidence};

pub(super) const FIRST: Evidence = Evidence {
    containment: 1.313,
    dice: 7.937,
    trigrams: 5.594,
    figures: 1.018,
    other_figures: -0.603,
    second_word: 1.923,
    quotation: 1.431,
};
pub(super) const FIRST_BIAS: f64 = -4.447;
pub(super) const SECOND: Evidence = Evidence {
    containment: 1.557,
    dice: 7.485,
    trigrams: 5.077,
    figures: 1.117,
    other_figures: -0.506,
    second_word: 1.390,
    quotation: 1.480,
};
pub(super) const SECOND_BIAS: f64 = -4.956;
pub(super) const CONTEXT: Context =
    Context { own: -1.173, row_share: 0.706, column_share: 0.706, prominence: 0.094, diagonal: 0.618, adjacent: 0.494 };
pub(super) const NAMES: f64 = 4.0;
pub(super) const NAMES_ENOUGH: f64 = 0.35;
