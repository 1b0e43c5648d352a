//! Which lines are the article.
//!
//! A text that looks like an article and little else is kept whole, but for what unmistakable cues set aside; of a pasted page the lines are kept
//! that [`extract`](crate::ingest::extract) chooses.

use std::ops::Range;

use crate::ingest::extract::{self, Unit};
use crate::ingest::line::{Kind, Line};

/// The lines of the body, perhaps with headline, byline and date lines at their start.
pub(super) struct Body {
    /// From the first to the last of them.
    pub(super) lines: Range<usize>,
    /// Those in between that are not of it.
    pub(super) left_out: Vec<usize>,
    /// The part of the text that the body was looked for in, after lists of headlines are taken off.
    pub(super) part: Range<usize>,
    /// Whether the text is an article and little else.
    pub(super) clean: bool,
}

impl Body {
    /// Whether a line is of the body.
    pub(super) fn holds(&self, line: usize) -> bool {
        self.lines.contains(&line) && self.left_out.binary_search(&line).is_err()
    }
}

/// Finds the body among the lines `within` of `text`.
pub(super) fn find(text: &str, lines: &[Line<'_>], within: Range<usize>) -> Body {
    let part = item(lines, within);
    if is_clean(&lines[part.clone()]) {
        return Body { lines: clean_body(lines, part.clone()), left_out: Vec::new(), part, clean: true };
    }
    let chosen = extract::body(&units(text, &lines[part.clone()]));
    let chosen: Vec<usize> = part.clone().zip(chosen).filter(|(_, chosen)| *chosen).map(|(i, _)| i).collect();
    let lines = chosen.first().copied().unwrap_or(part.start)..chosen.last().map_or(part.start, |last| last + 1);
    let left_out = lines.clone().filter(|i| chosen.binary_search(i).is_err()).collect();
    Body { lines, left_out, part, clean: false }
}

/// Lines as units, each with the number of empty lines before it.
pub(super) fn units<'a>(text: &str, lines: &[Line<'a>]) -> Vec<Unit<'a>> {
    let gap = |i: usize| {
        let before = i.checked_sub(1).and_then(|before| lines.get(before));
        before.map_or(Unit::START, |before| text[before.span.end..lines[i].span.start].matches('\n').count().saturating_sub(1))
    };
    lines.iter().enumerate().map(|(i, line)| Unit { line: line.clone(), gap: gap(i), markup: None }).collect()
}

/// The pieces between lone bullets: where a paste left them, a list of headlines surrounds the article, which is the piece with most prose.
fn item(lines: &[Line<'_>], within: Range<usize>) -> Range<usize> {
    let bullets: Vec<usize> = within.clone().filter(|i| lines[*i].kind == Kind::Bullet).collect();
    if bullets.len() < 3 {
        return within;
    }
    let mut best = (0, within.clone());
    let mut start = within.start;
    for bullet in bullets.into_iter().chain([within.end]) {
        let words = prose(&lines[start..bullet]);
        if words > best.0 {
            best = (words, start..bullet);
        }
        start = bullet + 1;
    }
    // Lone bullets inside an article part its own points: then no piece has nearly all the prose.
    if best.0 * 5 >= prose(&lines[within.clone()]) * 4 { best.1 } else { within }
}

fn prose(lines: &[Line<'_>]) -> usize {
    lines.iter().filter(|line| line.kind == Kind::Prose).map(|line| line.words).sum()
}

/// Words below which a text is taken as it is: nobody pastes so short a page.
const SHORT_TEXT: usize = 120;

/// Whether a text is an article and little else: most of it prose, never many short lines in a row.
pub(in crate::ingest) fn is_clean(lines: &[Line<'_>]) -> bool {
    let all: usize = lines.iter().map(|line| line.words).sum();
    let (mut run, mut longest) = (0, 0);
    for line in lines {
        run = if line.kind == Kind::Short { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let share = prose(lines) * 100 / all.max(1);
    all < SHORT_TEXT || (share >= 70 && longest <= 4) || (share >= 85 && longest <= 8)
}

/// Share of the words, in hundredths, after an end cue above which a clean text is not cut there.
const TAIL: usize = 30;

/// A clean text is kept whole, but for end matter under an unmistakable cue.
pub(in crate::ingest) fn clean_body(lines: &[Line<'_>], within: Range<usize>) -> Range<usize> {
    let words = |range: Range<usize>| lines[range].iter().map(|line| line.words).sum::<usize>();
    let all = words(within.clone());
    let cut = within
        .clone()
        .find(|i| lines[*i].end_matter && words(*i..within.end) * 100 <= all * TAIL && prose(&lines[within.start..*i]) > 0)
        .unwrap_or(within.end);
    let mut end = cut;
    // The outlet's name glued on at the end, a lone word.
    if end > within.start + 2 && cut == within.end && is_signature(&lines[end - 1]) {
        end -= 1;
    }
    within.start..end
}

/// A last line of one or two words that no sentence is: the outlet's name.
pub(super) fn is_signature(line: &Line<'_>) -> bool {
    line.kind == Kind::Short && line.words <= 2 && !line.ends && !line.text.contains(['“', '"', '”', '‘', ':', '—'])
}
