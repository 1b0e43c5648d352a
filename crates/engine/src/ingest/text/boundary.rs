//! Where one article ends and the next begins.

use std::ops::Range;

use super::lines::{Kind, Line};

/// Words of prose that make an article of its own.
const ARTICLE_WORDS: usize = 60;

/// Indices of lines at which another article starts, with its outlet, date or byline lines.
///
/// A headline alone starts nothing, as a subheading looks the same: it needs a date, an age or a byline beside it, or a row of signs before it.
pub(super) fn starts(lines: &[Line<'_>]) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if let Some(headline) = headline_from(lines, at)
            && prose_after(lines, headline + 1) >= ARTICLE_WORDS
            && (out.is_empty() || prose(&lines[out.last().copied().unwrap_or(0)..at]) >= ARTICLE_WORDS)
        {
            out.push(at);
            at = headline + 1;
        } else {
            at += 1;
        }
    }
    out
}

/// The headline of an article whose heading lines begin at `at`: some outlet, date and byline lines and one headline, then prose.
fn headline_from(lines: &[Line<'_>], at: usize) -> Option<usize> {
    let mut evidence = false;
    let mut headline = None;
    for (i, line) in lines.iter().enumerate().skip(at).take(7) {
        match line.kind {
            Kind::Time | Kind::Byline => evidence = true,
            Kind::Rule if i == at => evidence = true,
            Kind::Prose if headline.is_some() && (evidence || line.words < 30) => return headline.filter(|_| evidence),
            Kind::Short | Kind::Item | Kind::Prose if line.is_headline() => headline = Some(i),
            Kind::Short | Kind::Item if line.words <= 4 && !line.furniture && !line.end_matter => {}
            _ => return None,
        }
    }
    None
}

/// Words of the prose that follows without a break of many short lines.
fn prose_after(lines: &[Line<'_>], at: usize) -> usize {
    let (mut words, mut gap) = (0, 0);
    for line in &lines[at.min(lines.len())..] {
        if line.kind == Kind::Prose {
            words += line.words;
            gap = 0;
        } else {
            gap += 1;
        }
        if gap > 3 || words >= ARTICLE_WORDS {
            break;
        }
    }
    words
}

fn prose(lines: &[Line<'_>]) -> usize {
    lines.iter().filter(|line| line.kind == Kind::Prose).map(|line| line.words).sum()
}

/// The articles after the first, as ranges of lines.
pub(super) fn further(lines: &[Line<'_>], starts: &[usize]) -> Vec<Range<usize>> {
    let later = after_first(lines, starts);
    (0..later.len()).map(|i| later[i]..later.get(i + 1).copied().unwrap_or(lines.len())).collect()
}

/// The starts that have an article before them.
pub(super) fn after_first<'a>(lines: &[Line<'_>], starts: &'a [usize]) -> &'a [usize] {
    let skip = usize::from(starts.first().is_some_and(|first| prose(&lines[..*first]) < ARTICLE_WORDS));
    &starts[skip.min(starts.len())..]
}
