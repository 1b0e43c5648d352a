//! Lines below each other.

use super::Line;

/// Lines of one column that follow each other; not empty.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) lines: Vec<Line>,
}

impl Block {
    fn fold(&self, pick: fn(&Line) -> f64, join: fn(f64, f64) -> f64) -> f64 {
        self.lines.iter().map(pick).reduce(join).unwrap_or(0.0)
    }

    pub(crate) fn x0(&self) -> f64 {
        self.fold(|line| line.x0, f64::min)
    }

    pub(crate) fn x1(&self) -> f64 {
        self.fold(|line| line.x1, f64::max)
    }

    pub(crate) fn top(&self) -> f64 {
        self.fold(Line::top, f64::min)
    }

    pub(crate) fn bottom(&self) -> f64 {
        self.fold(|line| line.y, f64::max)
    }
}

/// How far below each other lines of a block may stand, in ems; web pages space lines widely, and paragraphs more so.
const PITCH: f64 = 2.4;
/// How much sizes of lines in one block may differ.
const SIZES: f64 = 1.15;
/// Lines a neighbour is looked for among.
const REACH: usize = 60;

/// Gathers a page's lines, which come from the top down, into blocks.
pub(super) fn blocks(mut lines: Vec<Line>) -> Vec<Block> {
    drop_caps(&mut lines);
    lines.sort_by(|a, b| a.y.total_cmp(&b.y));
    let below: Vec<Option<usize>> = (0..lines.len()).map(|i| neighbour(&lines, i, true)).collect();
    let above: Vec<Option<usize>> = (0..lines.len()).map(|i| neighbour(&lines, i, false)).collect();
    let next = |i: usize| -> Option<usize> {
        let j = below.get(i).copied().flatten()?;
        let (a, b) = (lines.get(i)?, lines.get(j)?);
        let mutual = above.get(j).copied().flatten() == Some(i);
        let size = a.size.max(b.size);
        let alike = size <= SIZES * a.size.min(b.size) && b.y - a.y <= PITCH * size && a.furniture == b.furniture;
        (mutual && alike).then_some(j)
    };
    let nexts: Vec<Option<usize>> = (0..lines.len()).map(next).collect();
    let mut of: Vec<Option<usize>> = vec![None; lines.len()];
    let mut out: Vec<Block> = Vec::new();
    for (i, line) in lines.into_iter().enumerate() {
        let block = match of.get(i).copied().flatten() {
            Some(block) => block,
            None => {
                out.push(Block { lines: Vec::new() });
                out.len() - 1
            }
        };
        if let Some(slot) = nexts.get(i).copied().flatten().and_then(|j| of.get_mut(j)) {
            *slot = Some(block);
        }
        if let Some(block) = out.get_mut(block) {
            block.lines.push(line);
        }
    }
    out
}

/// The line directly below (or above) one, where it is the only one there: beside columns that a line spans, none is.
fn neighbour(lines: &[Line], of: usize, below: bool) -> Option<usize> {
    let line = lines.get(of)?;
    let candidates: Box<dyn Iterator<Item = usize>> =
        if below { Box::new(of + 1..lines.len().min(of + 1 + REACH)) } else { Box::new((of.saturating_sub(REACH)..of).rev()) };
    let mut nearest: Option<(usize, &Line)> = None;
    for i in candidates {
        let other = lines.get(i)?;
        if let Some((_, found)) = nearest
            && (other.y - found.y).abs() > 0.7 * found.size
        {
            break;
        }
        // A line on the same height is beside it, not below.
        let beside = (other.y - line.y).abs() < 0.3 * line.size.min(other.size);
        if beside || line.overlap(other) < 0.1 * line.width().min(other.width()) {
            continue;
        }
        if nearest.is_some() {
            return None;
        }
        nearest = Some((i, other));
    }
    nearest.map(|(i, _)| i)
}

/// Most drop caps on a page.
const CAPS: usize = 40;

/// A capital over several lines is the first letter of the topmost line beside it; the lines beside it begin where it begins.
fn drop_caps(lines: &mut Vec<Line>) {
    let is_cap = |line: &Line| line.text.chars().count() <= 2 && line.text.chars().all(|c| c.is_uppercase() || c == '“' || c == '"');
    let caps: Vec<Line> = lines.iter().filter(|line| is_cap(line)).cloned().collect();
    // More than a few are no drop caps.
    for cap in caps.into_iter().take(CAPS) {
        let beside = |line: &Line| {
            let height = line.y > cap.y - cap.size && line.y <= cap.y + 0.3 * line.size;
            height && line.size * 1.8 < cap.size && (-0.5..1.5).contains(&((line.x0 - cap.x1) / line.size))
        };
        let Some(first) = lines.iter().position(beside) else { continue };
        for line in lines.iter_mut().filter(|line| beside(line)) {
            line.x0 = cap.x0;
        }
        if let Some(line) = lines.get_mut(first) {
            line.text.insert_str(0, &cap.text);
            line.first += cap.width();
        }
        lines.retain(|line| !(line.y == cap.y && line.x0 == cap.x0 && line.text == cap.text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, x0: f64, x1: f64, y: f64, size: f64) -> Line {
        Line { text: text.to_owned(), x0, x1, y, size, bold: false, first: 20.0, furniture: false, tag: None }
    }

    #[test]
    fn a_line_over_columns_stands_alone() {
        let lines = vec![
            line("deck", 0.0, 210.0, 10.0, 10.0),
            line("left", 0.0, 100.0, 22.0, 10.0),
            line("right", 110.0, 210.0, 22.0, 10.0),
            line("left 2", 0.0, 100.0, 34.0, 10.0),
            line("right 2", 110.0, 210.0, 34.0, 10.0),
        ];
        let texts: Vec<Vec<String>> = blocks(lines).iter().map(|b| b.lines.iter().map(|l| l.text.clone()).collect()).collect();
        assert_eq!(texts, [vec!["deck"], vec!["left", "left 2"], vec!["right", "right 2"]]);
    }

    #[test]
    fn drop_cap_is_put_back() {
        let lines = vec![
            line("he council met", 32.0, 100.0, 10.0, 10.0),
            line("on Monday", 32.0, 100.0, 22.0, 10.0),
            line("T", 0.0, 30.0, 34.0, 40.0),
            line("to talk", 32.0, 100.0, 34.0, 10.0),
            line("of bridges", 0.0, 100.0, 46.0, 10.0),
        ];
        let blocks = blocks(lines);
        assert_eq!(blocks.len(), 1);
        assert_eq!(blocks[0].lines[0].text, "The council met");
        assert!(blocks[0].lines.iter().all(|line| line.x0 == 0.0));
    }
}
