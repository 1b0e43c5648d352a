//! Lines of text.

use super::bidi;
use super::gutter::{self, Piece};
use super::row::Row;
use super::run::Run;
use crate::file::Tag;
use crate::page::Glyph;

/// A line of one column.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Its words, with single spaces between them.
    pub(crate) text: String,
    /// Left and right end, in points.
    pub(crate) x0: f64,
    pub(crate) x1: f64,
    /// The baseline, growing downwards, in points.
    pub(crate) y: f64,
    /// Size of most of its characters, in points.
    pub(crate) size: f64,
    /// Whether most of its letters are bold.
    pub(crate) bold: bool,
    /// Width of its first word, in points.
    pub(crate) first: f64,
    /// Whether it is page furniture: the file says so, or it was found to be.
    pub(crate) furniture: bool,
    /// What the file says it is part of.
    pub(crate) tag: Option<Tag>,
}

impl Line {
    pub(crate) fn top(&self) -> f64 {
        self.y - 0.75 * self.size
    }

    pub(crate) fn width(&self) -> f64 {
        self.x1 - self.x0
    }

    /// How wide the part is that both have, in points.
    pub(super) fn overlap(&self, other: &Self) -> f64 {
        (self.x1.min(other.x1) - self.x0.max(other.x0)).max(0.0)
    }
}

/// Cuts rows at gutters into lines, from the top down.
pub(super) fn lines(rows: Vec<Row>) -> Vec<Line> {
    // Pieces first, from every row, as gutters are seen only over several rows.
    let mut pieces: Vec<Piece> = Vec::new();
    let mut piece_of: Vec<Vec<usize>> = Vec::new();
    for row in &rows {
        let mut of_run = Vec::new();
        let mut last: Option<Piece> = None;
        for run in &row.runs {
            let joined = last.filter(|last| run.x0 - last.x1 <= gutter::NARROWEST * run.size.max(last.size));
            let piece = match joined {
                Some(last) => Piece { x1: last.x1.max(run.x1), size: last.size.max(run.size), ..last },
                None => Piece { x0: run.x0, x1: run.x1, y: row.y, size: run.size },
            };
            if joined.is_some() {
                pieces.pop();
            }
            pieces.push(piece);
            of_run.push(pieces.len() - 1);
            last = Some(piece);
        }
        piece_of.push(of_run);
    }
    let mut out = Vec::new();
    for (row, of_run) in rows.into_iter().zip(piece_of) {
        let mut line: Vec<Run> = Vec::new();
        let mut before: Option<usize> = None;
        for (run, piece) in row.runs.into_iter().zip(of_run) {
            let cut = before.is_some_and(|before| before != piece && !is_marker(&line) && gutter::is_gutter(&pieces, before, piece));
            if cut {
                out.extend(assemble(std::mem::take(&mut line)));
            }
            line.push(run);
            before = Some(piece);
        }
        out.extend(assemble(line));
    }
    out
}

/// Whether all there is of a line yet is the bullet or number of a list's item, which belongs to what follows, however far away.
fn is_marker(runs: &[Run]) -> bool {
    // A longer piece is no marker, and need not be put together for each gap after it.
    if runs.len() > 3 {
        return false;
    }
    let text: String = runs.iter().flat_map(|run| run.glyphs.iter()).map(|glyph| glyph.text.as_str()).collect();
    is_list_marker(text.trim())
}

/// Whether a text is a bullet, or a number or letter with a full stop or bracket.
pub(crate) fn is_list_marker(text: &str) -> bool {
    if let (Some(only), None) = (text.chars().next(), text.chars().nth(1)) {
        return "•·‣◦▪■●○–-*➢✓".contains(only);
    }
    let Some(inner) = text.strip_suffix(['.', ')']) else { return false };
    let inner = inner.strip_prefix('(').unwrap_or(inner);
    (1..=2).contains(&inner.len()) && inner.bytes().all(|b| b.is_ascii_digit())
        || inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_lowercase())
}

/// Gaps that are spaces, in ems: where the line has space characters, only wide gaps are; else also narrow ones.
const WITH_SPACES: f64 = 0.22;
const WITHOUT_SPACES: f64 = 0.17;
/// How much wider than the usual gap between its letters a gap must be, in ems: in spaced-out headlines all gaps are wide.
const BEYOND_USUAL: f64 = 0.12;

/// Puts a line's runs together.
fn assemble(runs: Vec<Run>) -> Option<Line> {
    let (y, size) = runs.iter().max_by(|a, b| a.glyphs.len().cmp(&b.glyphs.len())).map(|run| (run.y, run.size))?;
    let glyphs: Vec<Glyph> = runs.into_iter().flat_map(|run| run.glyphs).collect();
    let seen = |glyph: &&Glyph| glyph.text.chars().any(|c| !c.is_whitespace());
    let spaces = glyphs.iter().any(|glyph| glyph.text.chars().any(char::is_whitespace));
    let threshold = space_threshold(&glyphs, spaces);
    let mut cells: Vec<String> = Vec::new();
    let (mut x0, mut x1) = (f64::INFINITY, f64::NEG_INFINITY);
    let (mut first, mut pending) = (None, false);
    for glyph in &glyphs {
        if !seen(&glyph) {
            pending |= !glyph.text.is_empty();
            // What a ligature's other glyphs fill is no gap.
            x1 = if glyph.text.is_empty() { x1.max(glyph.x1) } else { x1 };
            continue;
        }
        if (pending || glyph.x0 - x1 > threshold * glyph.size.min(size)) && !cells.is_empty() {
            first.get_or_insert(x1 - x0);
            cells.push(" ".to_owned());
        }
        pending = false;
        (x0, x1) = (x0.min(glyph.x0), x1.max(glyph.x1));
        cells.push(glyph.text.clone());
    }
    let text = bidi::logical(cells);
    let mut sizes: Vec<f64> = glyphs.iter().filter(seen).map(|glyph| glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    let usual = sizes.get(sizes.len() / 2).copied()?;
    let most = |is: fn(&Glyph) -> bool| 2 * glyphs.iter().filter(seen).filter(|glyph| is(glyph)).count() > sizes.len();
    let (bold, furniture) = (most(|glyph| glyph.bold), most(|glyph| glyph.artifact));
    let tag = glyphs.iter().find(seen).and_then(|glyph| glyph.tag);
    Some(Line { text, x0, x1, y, size: usual, bold, first: first.unwrap_or(x1 - x0), furniture, tag })
}

/// The narrowest gap that is a space, in ems.
fn space_threshold(glyphs: &[Glyph], spaces: bool) -> f64 {
    let mut gaps: Vec<f64> = glyphs
        .windows(2)
        .filter_map(|pair| if let [a, b] = pair { Some((a, b)) } else { None })
        .filter(|(a, b)| !a.text.trim().is_empty() && !b.text.trim().is_empty())
        .map(|(a, b)| (b.x0 - a.x1) / a.size.min(b.size))
        .collect();
    gaps.sort_by(f64::total_cmp);
    // Few gaps say nothing of what is usual.
    let usual = if gaps.len() >= 4 { gaps.get(gaps.len() / 2).copied().unwrap_or(0.0) } else { 0.0 };
    let least = if spaces { WITH_SPACES } else { WITHOUT_SPACES };
    least.max(usual + BEYOND_USUAL)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Turn;

    fn line(text: &[(&str, f64)]) -> String {
        // Letters of half an em at 10 points, each after a gap in ems.
        let mut x = 0.0;
        let mut glyphs = Vec::new();
        for (letter, gap) in text {
            x += gap * 10.0;
            glyphs.push(Glyph {
                text: (*letter).to_owned(),
                x0: x,
                x1: x + 5.0,
                y: 0.0,
                size: 10.0,
                bold: false,
                turn: Turn::None,
                artifact: false,
                tag: None,
            });
            x += 5.0;
        }
        assemble(vec![Run { x0: 0.0, x1: x, y: 0.0, size: 10.0, glyphs }]).unwrap().text
    }

    #[test]
    fn spaces_from_gaps() {
        assert_eq!(line(&[("a", 0.0), ("b", 0.02), ("c", 0.25), ("d", 0.0)]), "ab cd");
        assert_eq!(line(&[("a", 0.0), (" ", 0.0), (" ", 0.0), ("b", 0.1), ("c", -0.05)]), "a bc");
        let spaced: Vec<(&str, f64)> =
            ["S", "P", "A", "C", "E", "D"].iter().map(|c| (*c, 0.3)).chain([("O", 0.7), ("U", 0.3), ("T", 0.3)]).collect();
        assert_eq!(line(&spaced), "SPACED OUT");
    }

    #[test]
    fn list_markers() {
        for marker in ["•", "1.", "12)", "(3)", "a)", "–"] {
            assert!(is_list_marker(marker), "{marker}");
        }
        for other in ["A", "1234.", "", "the", "I."] {
            assert!(!is_list_marker(other), "{other}");
        }
    }
}
