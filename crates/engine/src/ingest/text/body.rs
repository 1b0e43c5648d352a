//! Which lines are the article.
//!
//! A text that looks like an article and little else is kept whole, but for what unmistakable cues set aside; of a pasted page the stretch of
//! lines is kept that holds most running text for its furniture.

use std::ops::Range;

use crate::ingest::line::{Kind, Line};

/// The lines of the body among `within`, perhaps with headline, byline and date lines at their start.
pub(super) struct Body {
    pub(super) lines: Range<usize>,
    /// The part of the text that the body was looked for in, after lists of headlines are taken off.
    pub(super) part: Range<usize>,
    /// Whether the text is an article and little else.
    pub(super) clean: bool,
}

/// Finds the body.
pub(super) fn find(lines: &[Line<'_>], within: Range<usize>) -> Body {
    let part = item(lines, within);
    let clean = is_clean(&lines[part.clone()]);
    let body = if clean { clean_body(lines, part.clone()) } else { before_end_matter(lines, densest(lines, part.clone())) };
    Body { lines: body, part, clean }
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
fn is_clean(lines: &[Line<'_>]) -> bool {
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
fn clean_body(lines: &[Line<'_>], within: Range<usize>) -> Range<usize> {
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

/// What a line adds to or takes from the stretch that holds it, in words of prose.
fn weight(lines: &[Line<'_>], i: usize) -> i64 {
    let line = &lines[i];
    let next_is_prose = lines.get(i + 1).is_some_and(|next| next.kind == Kind::Prose);
    match line.kind {
        _ if line.end_matter => -100,
        _ if line.furniture => -15,
        Kind::Prose => i64::try_from(line.words.min(80)).unwrap_or(80),
        Kind::Short | Kind::Item if line.words >= 10 => i64::try_from(line.words / 2).unwrap_or(0),
        Kind::Short if next_is_prose => -2,
        Kind::Item => -2,
        _ => -3,
    }
}

/// Share of the running text, in hundredths, that may follow a line that opens end matter: with more, the line opens something else.
const END_SHARE: usize = 35;

/// The stretch up to where end matter begins in it.
fn before_end_matter(lines: &[Line<'_>], within: Range<usize>) -> Range<usize> {
    let all = prose(&lines[within.clone()]);
    let mut after = all;
    for i in within.clone() {
        if lines[i].end_matter && after < all && after * 100 <= all * END_SHARE {
            return within.start..i;
        }
        after -= prose(&lines[i..=i]);
    }
    within
}

/// Lines among which running text stands where somebody selected the article and not the page, which starts with its menus.
const SELECTED: usize = 4;

/// The stretch of lines with the greatest sum of weights (Kadane's algorithm); it starts at the first line where the text starts with an article.
fn densest(lines: &[Line<'_>], within: Range<usize>) -> Range<usize> {
    let is_prose = |line: &&Line<'_>| line.kind == Kind::Prose && line.words >= 12 && !line.furniture;
    let first = &lines[within.clone()];
    let starts_well =
        first.iter().take(SELECTED).any(|line| is_prose(&line)) && first.iter().take(2 * SELECTED).filter(is_prose).count() >= 3;
    let (mut best, mut best_range) = (0, within.clone());
    let (mut sum, mut start) = (0, within.start);
    for i in within {
        if sum <= 0 && !starts_well {
            (sum, start) = (0, i);
        }
        sum += weight(lines, i);
        if sum > best {
            (best, best_range) = (sum, start..i + 1);
        }
    }
    best_range
}
