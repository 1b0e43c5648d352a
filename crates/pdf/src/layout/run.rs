//! Glyphs that were drawn in one go along one line.

use crate::page::Glyph;

/// Glyphs that follow each other without a wide gap; superscripts among them.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) glyphs: Vec<Glyph>,
    /// Left and right end of what is seen, in points.
    pub(super) x0: f64,
    pub(super) x1: f64,
    /// The baseline and size of its largest glyph.
    pub(super) y: f64,
    pub(super) size: f64,
}

/// Widest gap inside a run, and farthest step back, in ems.
const GAP: f64 = 0.6;
const BACK: f64 = 0.4;
/// Farthest that a superscript's baseline is from the line's, in ems of the larger.
const RISE: f64 = 0.45;

/// Cuts glyphs, in the order in which they were drawn, into runs; white space at the ends of runs is left out.
pub(super) fn runs(glyphs: Vec<Glyph>) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    for glyph in glyphs {
        let blank = glyph.text.chars().all(char::is_whitespace);
        if let Some(run) = out.last_mut() {
            let size = run.size.max(glyph.size);
            let gap = glyph.x0 - end;
            if (glyph.y - run.y).abs() <= RISE * size && (-BACK * size..=GAP * size).contains(&gap) {
                end = glyph.x1.max(if blank { glyph.x1 } else { end });
                if !blank {
                    (run.x0, run.x1) = (run.x0.min(glyph.x0), run.x1.max(glyph.x1));
                    if glyph.size > run.size * 1.01 {
                        (run.y, run.size) = (glyph.y, glyph.size);
                    }
                }
                run.glyphs.push(glyph);
                continue;
            }
        }
        if !blank || !glyph.text.is_empty() {
            end = glyph.x1;
            let (x0, x1) = if blank { (glyph.x1, glyph.x1) } else { (glyph.x0, glyph.x1) };
            out.push(Run { x0, x1, y: glyph.y, size: glyph.size, glyphs: vec![glyph] });
        }
    }
    out.retain(|run| run.glyphs.iter().any(|glyph| glyph.text.chars().any(|c| !c.is_whitespace())));
    out
}
