//! What most of the text looks like.

use std::collections::BTreeMap;

use super::Sheet;
use crate::layout::Line;

/// The look of the body.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    /// Size of the font, in points.
    pub(super) size: f64,
    /// Whether most of it is bold.
    pub(super) bold: bool,
    /// Distance of its lines, in ems.
    pub(super) pitch: f64,
    /// Whether its paragraphs begin with an indent.
    pub(super) indents: bool,
}

/// An indent of a first line: least and most, in ems.
pub(super) const INDENT: std::ops::Range<f64> = 0.7..6.0;

impl Style {
    pub(super) fn of(sheets: &[Sheet]) -> Self {
        let lines = || sheets.iter().flat_map(|sheet| &sheet.laid.blocks).flat_map(|block| &block.lines).filter(|line| !line.furniture);
        // Sizes in half points, weighed by their characters.
        let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
        for line in lines() {
            *sizes.entry((line.size * 2.0).round() as u32).or_default() += line.text.len();
        }
        let size = sizes.iter().max_by_key(|(_, count)| **count).map_or(10.0, |(half, _)| f64::from(*half) / 2.0).max(1.0);
        let is_body = |line: &Line| (line.size - size).abs() <= 0.3;
        let (mut bold, mut all) = (0, 0);
        for line in lines().filter(|line| is_body(line)) {
            all += line.text.len();
            bold += if line.bold { line.text.len() } else { 0 };
        }
        let mut pitches: Vec<f64> = Vec::new();
        let (mut indented, mut straight) = (0_usize, 0_usize);
        for block in sheets.iter().flat_map(|sheet| &sheet.laid.blocks) {
            for pair in block.lines.windows(2) {
                let [a, b] = pair else { continue };
                if is_body(a) && is_body(b) && !a.furniture {
                    pitches.push((b.y - a.y) / size);
                    let shift = (b.x0 - a.x0) / size;
                    indented += usize::from(INDENT.contains(&shift));
                    straight += usize::from(shift.abs() < 0.3);
                }
            }
        }
        pitches.sort_by(f64::total_cmp);
        // Low among all distances, since those between paragraphs are larger, and in short paragraphs many.
        let pitch = pitches.get(pitches.len() * 3 / 10).copied().unwrap_or(1.2).max(0.8);
        Self { size, bold: bold * 2 > all, pitch, indents: indented >= 2 && indented * 40 > straight }
    }
}
