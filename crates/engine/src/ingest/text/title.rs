//! Which line of a text is its headline.

use std::collections::BTreeSet;
use std::ops::Range;

use super::body::Body;
use crate::ingest::line::{Kind, Line};
use crate::ingest::{cues, dates, fields};

/// The headline of a clean text: its first line that looks like one.
pub(super) fn of_clean(lines: &[Line<'_>], before: Range<usize>) -> Option<usize> {
    before.into_iter().find(|i| lines[*i].is_headline() && !dates::names_day(lines[*i].text))
}

/// How many lines before the body of a pasted page may hold its headline.
const WINDOW: usize = 24;
/// Lines of the body whose words a headline is compared with.
const BODY: usize = 40;

/// The headline of a pasted page: among the lines before the body, the one that shares most of its words with the body, is as long as headlines
/// are, stands near it, and is perhaps said twice, as in the trail of links above it. `first` is the first line of running text.
pub(super) fn of_page(lines: &[Line<'_>], body: &Body, first: usize) -> Option<usize> {
    let window = first.saturating_sub(WINDOW).max(body.part.start)..first;
    let text: String = lines[first..body.lines.end.min(first + BODY)].iter().map(|line| cues::fold(line.text) + " ").collect();
    let known: BTreeSet<&str> = text.split(' ').collect();
    let folded: Vec<String> = lines[window.clone()].iter().map(|line| cues::fold(line.text)).collect();
    let mut best: Option<(i64, usize)> = None;
    for i in window.clone() {
        let line = &lines[i];
        if !line.is_headline() || line.kind == Kind::Item && line.words < 4 {
            continue;
        }
        let own = &folded[i - window.start];
        let score = score(line, own, &known, first - i) + 60 * i64::from(folded.iter().filter(|other| *other == own).count() > 1);
        if best.is_none_or(|(most, _)| score >= most) {
            best = Some((score, i));
        }
    }
    best.filter(|(score, _)| *score > 0).map(|(_, i)| i)
}

/// How much a line looks like the headline of a body that holds the words `known`, `distance` lines further on; in hundredths.
fn score(line: &Line<'_>, folded: &str, known: &BTreeSet<&str>, distance: usize) -> i64 {
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let telling: Vec<&str> = folded.split(' ').filter(|word| word.chars().count() > 3).collect();
    let shared = telling.iter().filter(|word| known.contains(**word)).count();
    let cover = if telling.is_empty() { 0 } else { 150 * whole(shared) / whole(telling.len()) };
    let length = 8 * whole(line.words.min(12));
    let noise = 120 * i64::from(is_noise(line.text));
    cover + length - 4 * whole(distance) - noise
}

/// Lines that are as long as headlines and say who, when or where on the site.
fn is_noise(line: &str) -> bool {
    line.contains(['•', '»', '|', '/', '©', '@', '$', '→'])
        || dates::find(line).is_some()
        || fields::byline_line(line).is_some()
        || line.contains(" min")
}
