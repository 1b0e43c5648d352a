//! Runs of units: what the passes of a diff work on.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::unit::Unit;

/// A run of units: the same on both sides after folding, or changed. Runs tile both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub is_equal: bool,
    pub a: Range<usize>,
    pub b: Range<usize>,
    /// Whether its words also stand elsewhere on the other side, changed there as well: word order.
    pub moved: bool,
}

impl Run {
    pub(crate) fn changed(a: Range<usize>, b: Range<usize>) -> Self {
        Self { is_equal: false, a, b, moved: false }
    }

    pub(crate) fn equal(a: Range<usize>, b: Range<usize>) -> Self {
        Self { is_equal: true, a, b, moved: false }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.a.is_empty() && self.b.is_empty()
    }
}

/// Changed and equal runs by turns: a shortest edit script over the units' keys (Myers 1986).
pub(crate) fn compare(a: &[Unit], b: &[Unit]) -> Vec<Run> {
    let mut keys: Vec<&str> = a.iter().chain(b).map(|unit| unit.key.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    let ids = |side: &[Unit]| -> Vec<usize> { side.iter().map(|unit| keys.partition_point(|key| *key < unit.key.as_str())).collect() };
    let mut runs: Vec<Run> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &ids(a), &ids(b)) {
        let is_equal = op.tag() == DiffTag::Equal;
        match runs.last_mut() {
            Some(last) if last.is_equal == is_equal => {
                last.a.end = op.old_range().end;
                last.b.end = op.new_range().end;
            }
            _ => runs.push(Run { is_equal, a: op.old_range(), b: op.new_range(), moved: false }),
        }
    }
    runs
}

/// The runs without empty ones, neighbours of one kind made one.
pub(crate) fn tidy(runs: Vec<Run>) -> Vec<Run> {
    let mut tidied: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs.into_iter().filter(|run| !run.is_empty()) {
        match tidied.last_mut() {
            Some(last) if last.is_equal == run.is_equal => {
                last.a.end = run.a.end;
                last.b.end = run.b.end;
            }
            _ => tidied.push(run),
        }
    }
    tidied
}
