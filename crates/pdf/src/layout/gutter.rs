//! White space between columns.

/// A piece of a row without wide gaps, as a box; boxes are in the order of their baselines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) x0: f64,
    pub(super) x1: f64,
    pub(super) y: f64,
    pub(super) size: f64,
}

/// A gap this wide cuts a row, in ems, but between lines that go through it.
const ALWAYS: f64 = 3.0;
/// Narrowest gutter, in ems; word spaces of justified text are hardly ever wider.
pub(super) const NARROWEST: f64 = 0.6;
/// Lines on each side of a gutter; one of this width, in ems, needs one less.
const LINES: usize = 3;
const WIDE: f64 = 2.0;
/// How far lines are that a gap stands between, in ems: the next one, or the one after it.
const NEXT: f64 = 3.0;
/// How far from a gutter the lines to its right begin, in ems: columns are aligned, and paragraphs indented.
const ALIGNED: f64 = 2.5;
/// How far white space is followed up and down: in pieces, and over blank space in ems.
const REACH: usize = 80;
const BLANK: f64 = 5.0;

/// Whether the gap between two pieces of one row is part of a gutter: it goes on up or down between other lines.
///
/// Word spaces that stand below each other by chance are stopped by the lines above and below them.
pub(super) fn is_gutter(pieces: &[Piece], left: usize, right: usize) -> bool {
    let (Some(a), Some(b)) = (pieces.get(left), pieces.get(right)) else { return false };
    let size = a.size.max(b.size);
    let mut strip = (a.x1, b.x0);
    let wide = strip.1 - strip.0 >= ALWAYS * size;
    let (mut on_left, mut on_right, mut stopped) = (1, 1, 0);
    let first = left.min(right);
    let above = pieces.get(first.saturating_sub(REACH)..first).unwrap_or_default();
    let below = pieces.get(left.max(right) + 1..).unwrap_or_default();
    let directions: [&mut dyn Iterator<Item = &Piece>; 2] = [&mut above.iter().rev(), &mut below.iter().take(REACH)];
    for direction in directions {
        let mut y = a.y;
        for piece in direction {
            if (piece.y - y).abs() > BLANK * size {
                break;
            }
            y = piece.y;
            if piece.x1 > strip.0 && piece.x0 < strip.1 {
                let least = NARROWEST * size;
                if piece.x0 < strip.0 && strip.1 - piece.x1 >= least {
                    strip.0 = piece.x1;
                } else if piece.x1 > strip.1 && piece.x0 - strip.0 >= least {
                    strip.1 = piece.x0;
                } else {
                    stopped += usize::from((piece.y - a.y).abs() <= NEXT * size);
                    break;
                }
            }
            // Only lines of the same two columns are evidence: other columns have lines on every height.
            on_left += usize::from(piece.x1 <= strip.0 && piece.x1 > a.x0);
            on_right += usize::from(piece.x0 >= strip.1 && piece.x0 < b.x1 && piece.x0 <= strip.1 + ALIGNED * size);
        }
    }
    if wide {
        // Between lines that go right through it, it is the space of a justified line of few words.
        return stopped < 2;
    }
    let least = if strip.1 - strip.0 >= WIDE * size && stopped < 2 { LINES - 1 } else { LINES };
    on_left >= least && on_right >= least
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(rows: &[&[(f64, f64)]]) -> Vec<Piece> {
        let row = |(nth, row): (usize, &&[(f64, f64)])| -> Vec<Piece> {
            row.iter().map(|(x0, x1)| Piece { x0: *x0, x1: *x1, y: 12.0 * nth as f64, size: 10.0 }).collect()
        };
        rows.iter().enumerate().flat_map(row).collect()
    }

    #[test]
    fn between_columns() {
        let two =
            pieces(&[&[(0.0, 210.0)], &[(0.0, 100.0), (110.0, 210.0)], &[(0.0, 98.0), (110.0, 205.0)], &[(0.0, 99.0), (120.0, 210.0)]]);
        assert!(is_gutter(&two, 1, 2));
        assert!(is_gutter(&two, 5, 6));
    }

    #[test]
    fn between_words() {
        let one = pieces(&[&[(0.0, 210.0)], &[(0.0, 100.0), (110.0, 210.0)], &[(0.0, 210.0)], &[(0.0, 210.0)]]);
        assert!(!is_gutter(&one, 1, 2));
    }

    #[test]
    fn stretched_words() {
        // One column of justified text; the next one's lines stand a little lower.
        let mut one = pieces(&[&[(0.0, 100.0)], &[(0.0, 30.0), (65.0, 100.0)], &[(0.0, 100.0)]]);
        one.extend(pieces(&[&[(110.0, 210.0)], &[(110.0, 210.0)], &[(110.0, 210.0)]]).into_iter().map(|p| Piece { y: p.y + 4.0, ..p }));
        one.sort_by(|a, b| a.y.total_cmp(&b.y));
        let at = |x0: f64| one.iter().position(|p| p.x0 == x0).unwrap();
        let left = one.iter().position(|p| p.x1 == 30.0).unwrap();
        assert!(!is_gutter(&one, left, at(65.0)));
    }
}
