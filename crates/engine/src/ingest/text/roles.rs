//! Which lines are the article, and what each is.

use std::ops::Range;

use super::boundary;
use super::lines::{Kind, Line, unbulleted};
use crate::Role;
use crate::ingest::cues;

/// The role of every line. `starts` are the lines at which articles start.
pub(super) fn assign(lines: &[Line<'_>], starts: &[usize]) -> Vec<Role> {
    let end = boundary::after_first(lines, starts).first().copied().unwrap_or(lines.len());
    let part = item(lines, 0..end);
    let body = if is_clean(&lines[part.clone()]) { clean_body(lines, part.clone()) } else { densest(lines, part.clone()) };
    let mut roles = vec![Role::Boilerplate; lines.len()];
    for i in body.clone() {
        roles[i] = role_in_body(lines, i);
    }
    head(lines, part.start, &body, &mut roles);
    roles
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

/// Whether a text is an article and little else: most of it prose, never many short lines in a row.
fn is_clean(lines: &[Line<'_>]) -> bool {
    let all: usize = lines.iter().map(|line| line.words).sum();
    let (mut run, mut longest) = (0, 0);
    for line in lines {
        run = if line.kind == Kind::Short { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    prose(lines) * 100 >= all * 70 && longest <= 4
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
fn is_signature(line: &Line<'_>) -> bool {
    line.kind == Kind::Short && line.words <= 2 && !line.ends && !line.text.contains(['“', '"', '”', '‘', ':', '—'])
}

/// What a line adds to or takes from the stretch that holds it, in words of prose.
fn weight(lines: &[Line<'_>], i: usize) -> i64 {
    let line = &lines[i];
    let next_is_prose = lines.get(i + 1).is_some_and(|next| next.kind == Kind::Prose);
    match line.kind {
        _ if line.end_matter => -60,
        _ if line.furniture => -8,
        Kind::Prose => i64::try_from(line.words.min(80)).unwrap_or(80),
        Kind::Short if next_is_prose => -2,
        Kind::Item => -2,
        _ => -5,
    }
}

/// The stretch of lines with the greatest sum of weights (Kadane's algorithm).
fn densest(lines: &[Line<'_>], within: Range<usize>) -> Range<usize> {
    let (mut best, mut best_range) = (0, within.clone());
    let (mut sum, mut start) = (0, within.start);
    for i in within {
        if sum <= 0 {
            (sum, start) = (0, i);
        }
        sum += weight(lines, i);
        if sum > best {
            (best, best_range) = (sum, start..i + 1);
        }
    }
    best_range
}

/// The role of a line inside the body.
fn role_in_body(lines: &[Line<'_>], i: usize) -> Role {
    let line = &lines[i];
    match line.kind {
        _ if line.furniture && !(line.kind == Kind::Prose && line.words > 12) => Role::Boilerplate,
        Kind::Prose => Role::Paragraph,
        Kind::Item => Role::ListItem,
        Kind::Bullet | Kind::Rule => Role::Boilerplate,
        Kind::Time => Role::Dateline,
        Kind::Byline => Role::Byline,
        Kind::Short => {
            let next = lines.get(i + 1);
            let heads = next.is_some_and(|next| next.kind == Kind::Prose) && !line.ends && line.words <= 14 && line.words > 1;
            if heads { Role::Heading } else { Role::Paragraph }
        }
    }
}

/// How many lines before the body may hold its title, date and byline.
const HEAD: usize = 8;

/// Finds title, byline and date lines at and before the start of the body.
fn head(lines: &[Line<'_>], floor: usize, body: &Range<usize>, roles: &mut [Role]) {
    let Some(first) =
        body.clone().find(|i| lines[*i].kind == Kind::Prose && !lines[*i].furniture && (lines[*i].words >= 8 || !lines[*i].is_headline()))
    else {
        return;
    };
    let from = first.saturating_sub(HEAD).max(floor);
    let title = (from..first)
        .rev()
        .find(|i| lines[*i].is_headline() && lines[*i].words >= 4)
        .or_else(|| (from..first).rev().find(|i| lines[*i].is_headline()));
    let start = title.unwrap_or(first);
    // Whatever stands before the title is no part of the body, unless it is prose.
    for i in body.start..start {
        if lines[i].kind != Kind::Prose {
            roles[i] = Role::Boilerplate;
        }
    }
    if let Some(title) = title {
        roles[title] = Role::Title;
    }
    for i in start.saturating_sub(4).max(floor)..(first + 3).min(body.end) {
        match lines[i].kind {
            Kind::Time => roles[i] = Role::Dateline,
            Kind::Byline => roles[i] = Role::Byline,
            _ => {}
        }
    }
}

/// The outlet, where a line names it: a lone name after the body.
pub(super) fn outlet(lines: &[Line<'_>], roles: &[Role]) -> Option<String> {
    let last = lines.last().filter(|line| is_signature(line) && lines.len() > 3)?;
    let before = roles.get(roles.len().checked_sub(2)?)?;
    (*before != Role::Boilerplate && !last.furniture && !last.end_matter && !cues::fold(last.text).is_empty())
        .then(|| unbulleted(last.text).to_owned())
}
