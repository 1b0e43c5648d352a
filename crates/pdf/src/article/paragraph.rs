//! A block's lines to paragraphs.

use crossread_engine::Role;

use super::style::{INDENT, Style};
use crate::layout::{Block, Line, is_list_marker};

/// A paragraph: its lines, which may stand in several columns and on several pages once it is joined.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    /// Not empty.
    pub(super) lines: Vec<Line>,
    pub(super) role: Role,
    /// The page of its first line, counted from 0.
    pub(super) page: usize,
    /// Right end of the column of its last line, in points.
    pub(super) right: f64,
    /// Whether its first line is indented.
    pub(super) indented: bool,
    /// Whether it is the first, and the last, of its block.
    pub(super) opens: bool,
    pub(super) closes: bool,
}

impl Paragraph {
    /// A line that is no part of the text.
    pub(super) fn furniture(line: Line, page: usize) -> Self {
        let right = line.x1;
        Self { lines: vec![line], role: Role::Boilerplate, page, right, indented: false, opens: true, closes: true }
    }

    pub(super) fn size(&self) -> f64 {
        let mut sizes: Vec<f64> = self.lines.iter().map(|line| line.size).collect();
        sizes.sort_by(f64::total_cmp);
        sizes.get(sizes.len() / 2).copied().unwrap_or(0.0)
    }

    /// Whether all of its lines are bold.
    pub(super) fn bold(&self) -> bool {
        self.lines.iter().all(|line| line.bold)
    }

    pub(super) fn words(&self) -> usize {
        self.lines.iter().map(|line| line.text.split_whitespace().count()).sum()
    }

    pub(super) fn last(&self) -> Option<&Line> {
        self.lines.last()
    }

    /// Its text as it stands, for looking at.
    pub(super) fn plain(&self) -> String {
        self.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// Cuts a block into paragraphs.
pub(super) fn split(block: Block, page: usize, style: &Style) -> Vec<Paragraph> {
    let column = Column::of(&block, style);
    let mut out: Vec<Paragraph> = Vec::new();
    let lines = block.lines;
    let mut starts = vec![true; lines.len()];
    for (at, start) in starts.iter_mut().enumerate().skip(1) {
        let begun = out_of(&lines, at, &column);
        *start = begun;
    }
    for (line, start) in lines.into_iter().zip(starts) {
        if line.furniture {
            out.push(Paragraph::furniture(line, page));
            continue;
        }
        match out.last_mut() {
            Some(last) if !start && last.role != Role::Boilerplate => last.lines.push(line),
            _ => {
                let tagged = line.tag.map(|tag| tag.role);
                let role = tagged.unwrap_or(if begins_item(&line.text) { Role::ListItem } else { Role::Paragraph });
                let indented = column.is_indented(&line);
                out.push(Paragraph { lines: vec![line], role, page, right: column.right, indented, opens: false, closes: false });
            }
        }
    }
    mend_items(&mut out);
    if let Some(first) = out.first_mut() {
        first.opens = true;
    }
    if let Some(last) = out.last_mut() {
        last.closes = true;
    }
    out
}

/// A lone dash begins a list only in company; else it is speech or a thought.
fn mend_items(paragraphs: &mut [Paragraph]) {
    let dashed = |p: &Paragraph| p.role == Role::ListItem && p.lines.first().is_some_and(|line| line.text.starts_with(['–', '-', '*']));
    if paragraphs.iter().filter(|p| dashed(p)).count() == 1 {
        for paragraph in paragraphs.iter_mut().filter(|p| dashed(p)) {
            paragraph.role = Role::Paragraph;
        }
    }
}

/// Whether a line begins with a bullet or number, and goes on.
fn begins_item(text: &str) -> bool {
    text.split_once(' ').is_some_and(|(marker, rest)| is_list_marker(marker) && !rest.is_empty())
}

/// Measures of a block's column.
#[derive(Debug)]
struct Column {
    /// Where most lines begin, and how many of them do, in hundredths.
    left: f64,
    common: usize,
    right: f64,
    /// Distance of lines in a paragraph, in ems.
    pitch: f64,
    /// Whether lines are larger than the body's, as headlines, which are broken by hand.
    display: bool,
}

impl Column {
    fn of(block: &Block, style: &Style) -> Self {
        let (left, common) = usual_start(block);
        let mut pitches: Vec<f64> = block
            .lines
            .windows(2)
            .filter_map(|pair| if let [a, b] = pair { Some((b.y - a.y) / a.size.max(b.size)) } else { None })
            .collect();
        pitches.sort_by(f64::total_cmp);
        let own = pitches.get(pitches.len() * 3 / 10).copied().unwrap_or(style.pitch);
        let size = block.lines.iter().map(|line| line.size).fold(0.0, f64::max);
        let display = size > 1.15 * style.size;
        let body = block.lines.iter().any(|line| (line.size - style.size).abs() <= 0.3);
        Self {
            left,
            common: common * 100 / block.lines.len().max(1),
            right: block.x1(),
            // A block of single lines has only distances between paragraphs.
            pitch: if body { own.min(style.pitch) } else { own.min(1.6) },
            display,
        }
    }

    fn is_indented(&self, line: &Line) -> bool {
        INDENT.contains(&((line.x0 - self.left) / line.size))
    }
}

/// Where most of a block's lines begin, and how many do, give or take 1.5 points; of equally common places the leftmost.
fn usual_start(block: &Block) -> (f64, usize) {
    let mut starts: Vec<f64> = block.lines.iter().map(|line| line.x0).collect();
    starts.sort_by(f64::total_cmp);
    let mut best = (0.0, 0);
    let mut end = 0;
    for (at, start) in starts.iter().enumerate() {
        while starts.get(end).is_some_and(|other| other - start <= 3.0) {
            end += 1;
        }
        if end - at > best.1 {
            best = (*start, end - at);
        }
    }
    best
}

/// Farther than the usual distance of lines by this factor, and one more tenth of an em, a paragraph begins.
const FARTHER: f64 = 1.2;

/// Longest list item, in lines.
const ITEM: usize = 40;

/// Whether the line at `at` begins a paragraph.
fn out_of(lines: &[Line], at: usize, column: &Column) -> bool {
    let (Some(before), Some(line)) = (lines.get(at - 1), lines.get(at)) else { return true };
    let size = line.size.max(before.size);
    let pitch = (line.y - before.y) / size;
    if pitch > column.pitch * FARTHER + 0.1 || before.furniture != line.furniture {
        return true;
    }
    if before.tag != line.tag {
        return true;
    }
    if size > 1.08 * line.size.min(before.size) {
        return true;
    }
    if begins_item(&line.text) && line.x0 <= before.x0 + 0.5 * size {
        return true;
    }
    let room = column.right - before.x1;
    let fits = room > 1.1 * line.first + 0.4 * size;
    if before.bold != line.bold {
        // Bold words at the start of a paragraph may fill its first line.
        return fits || ends(&before.text);
    }
    let centred = ((line.x0 + line.x1) - (before.x0 + before.x1)).abs() < size && (line.x0 - before.x0).abs() > 0.3 * size;
    if column.display || centred {
        return false;
    }
    // A list's item goes on under its text, right of its bullet.
    let item = lines
        .get(..at)
        .unwrap_or_default()
        .iter()
        .rev()
        .take(ITEM)
        .find(|l| begins_item(&l.text))
        .filter(|item| line.x0 > item.x0 + 0.4 * size);
    let indent = INDENT.contains(&((line.x0 - before.x0) / size));
    let again = column.is_indented(line) && column.is_indented(before) && column.common >= 40;
    if item.is_none() && (indent || again) {
        return true;
    }
    let first = line.text.chars().next().unwrap_or(' ');
    let opening = first.is_uppercase() || first.is_numeric() || "“\"‘'«„—–[(".contains(first);
    // The next word would have fitted: the line was ended on purpose.
    fits && (ends(&before.text) || opening && room > 0.35 * (column.right - column.left))
}

/// Whether a text ends as sentences do.
pub(super) fn ends(text: &str) -> bool {
    let text = text.trim_end_matches(['”', '"', '’', '\'', '»', ')', ']']);
    text.ends_with(['.', '!', '?', '…', ':', ';', '。', '！', '？', '؟', '۔'])
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style { size: 10.0, bold: false, pitch: 1.2, indents: false };

    fn line(text: &str, x0: f64, x1: f64, y: f64) -> Line {
        Line { text: text.to_owned(), x0, x1, y, size: 10.0, bold: false, first: 25.0, furniture: false, tag: None }
    }

    fn texts(lines: Vec<Line>) -> Vec<String> {
        split(Block { lines }, 0, &STYLE).iter().map(Paragraph::plain).collect()
    }

    #[test]
    fn indented() {
        let lines = vec![
            line("First", 0.0, 200.0, 12.0),
            line("goes on.", 0.0, 190.0, 24.0),
            line("Second", 12.0, 200.0, 36.0),
            line("goes on", 0.0, 198.0, 48.0),
            line("and on", 0.0, 199.0, 60.0),
        ];
        assert_eq!(texts(lines), ["First goes on.", "Second goes on and on"]);
    }

    #[test]
    fn spaced() {
        let lines = vec![line("First", 0.0, 200.0, 12.0), line("goes on", 0.0, 198.0, 24.0), line("Second", 0.0, 200.0, 42.0)];
        assert_eq!(texts(lines), ["First goes on", "Second"]);
    }

    #[test]
    fn short_last_line() {
        let lines = vec![line("First", 0.0, 200.0, 12.0), line("ends.", 0.0, 60.0, 24.0), line("Second", 0.0, 200.0, 36.0)];
        assert_eq!(texts(lines), ["First ends.", "Second"]);
    }

    #[test]
    fn list_with_hanging_bullets() {
        let lines = vec![
            line("• one that", 0.0, 200.0, 12.0),
            line("goes on", 12.0, 100.0, 24.0),
            line("• two", 0.0, 80.0, 36.0),
            line("• three", 0.0, 80.0, 48.0),
        ];
        let items = split(Block { lines }, 0, &STYLE);
        assert_eq!(items.iter().map(Paragraph::plain).collect::<Vec<_>>(), ["• one that goes on", "• two", "• three"]);
        assert!(items.iter().all(|item| item.role == Role::ListItem));
    }

    #[test]
    fn text_around_a_picture_goes_on() {
        let lines = vec![
            line("Long", 0.0, 200.0, 12.0),
            line("beside the picture", 0.0, 110.0, 24.0),
            line("and more", 0.0, 108.0, 36.0),
            line("below it", 0.0, 200.0, 48.0),
        ];
        assert_eq!(texts(lines).len(), 1);
    }
}
