//! Whether two texts report one event at all, and which scores then make links.

use super::matrix::Matrix;
use crate::Settings;

/// The least score that makes a link; `None` where the texts share too little to be about one event.
///
/// Two articles about different events must yield nothing: the number of sentences (of the text that has fewer) whose best score vouches
/// decides. With none there is no link, with one only sure ones.
pub(crate) fn least_score(scores: &Matrix, settings: &Settings) -> Option<f64> {
    let vouches = |best: f64| best >= per_mille(settings.vouches);
    let rows = (0..scores.rows).filter(|&i| vouches(scores.row(i).fold(0.0, f64::max))).count();
    let columns = (0..scores.columns).filter(|&j| vouches(scores.column(j).fold(0.0, f64::max))).count();
    match rows.min(columns) {
        0 => None,
        1 => Some(per_mille(settings.sure.max(settings.threshold))),
        _ => Some(per_mille(settings.threshold)),
    }
}

/// A score from a setting.
pub(crate) fn per_mille(value: u16) -> f64 {
    f64::from(value) / 1000.0
}
