//! Runs on one baseline.

use super::run::Run;

/// The runs on one baseline, from left to right, whatever column they are in.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) runs: Vec<Run>,
    pub(super) y: f64,
    size: f64,
}

/// How far baselines of one row may be apart, in ems of the smaller font.
const TOLERANCE: f64 = 0.25;

/// Gathers runs into rows, from the top of the page down.
pub(super) fn rows(mut runs: Vec<Run>) -> Vec<Row> {
    runs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Row> = Vec::new();
    for run in runs {
        match rows.last_mut() {
            // Measured from the row's first baseline, so that columns a little apart from each other do not add up.
            Some(row) if run.y - row.y <= TOLERANCE * run.size.min(row.size) => row.runs.push(run),
            _ => rows.push(Row { y: run.y, size: run.size, runs: vec![run] }),
        }
    }
    for row in &mut rows {
        row.runs.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        row.runs.dedup_by(|later, before| is_copy(before, later));
    }
    rows
}

/// Whether a run is the one before drawn again, as shadows and false bold are.
fn is_copy(a: &Run, b: &Run) -> bool {
    let near = 0.2 * a.size;
    let text = |run: &Run| run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect::<String>();
    (a.x0 - b.x0).abs() < near && (a.x1 - b.x1).abs() < near && text(a).trim() == text(b).trim()
}
