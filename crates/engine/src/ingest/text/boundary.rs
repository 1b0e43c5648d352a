//! Where one article ends and the next begins.

use std::ops::Range;

use crate::ingest::line::{Kind, Line};

/// Words of prose that make an article of its own.
const ARTICLE_WORDS: usize = 80;

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
            Kind::Time => evidence = true,
            // Before a headline a byline rather ends the article above.
            Kind::Byline => evidence |= headline.is_some(),
            Kind::Rule if i == at && parts_articles(line.text) => evidence = true,
            Kind::Prose if headline.is_some() && (evidence || line.words < 30) => return headline.filter(|_| evidence),
            Kind::Short | Kind::Item | Kind::Prose if line.is_headline() => headline = Some(i),
            Kind::Short | Kind::Item if line.words <= 4 && !line.furniture && !line.end_matter => {}
            _ => return None,
        }
    }
    None
}

/// Whether a row of signs is one that people put between texts; three stars part the sections of one.
fn parts_articles(rule: &str) -> bool {
    rule.len() >= 3 && rule.chars().all(|c| matches!(c, '=' | '-' | '_' | '—' | '–' | '#'))
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

/// The parts that the starts cut the lines into: what comes first, and one article from each start.
fn parts(lines: &[Line<'_>], starts: &[usize]) -> Vec<Range<usize>> {
    // What stands before the first start and is no article is that article's own: its headline, say, above a standfirst that looked like one.
    let starts = starts.iter().skip_while(|start| prose(&lines[..**start]) < ARTICLE_WORDS);
    let cuts: Vec<usize> = [0].iter().chain(starts).chain([&lines.len()]).copied().collect();
    cuts.windows(2).map(|cut| cut[0]..cut[1]).filter(|part| !part.is_empty()).collect()
}

/// Share of the longest part's running text, in hundredths, that the main article has at least.
const MAIN_SHARE: usize = 40;
/// The same of all running text: with less, the parts are the entries of one list.
const LIST_SHARE: usize = 10;

/// The lines of the main article, and those of the articles after it: the main one is the first that is not much shorter than another.
pub(super) fn split(lines: &[Line<'_>], starts: &[usize]) -> (Range<usize>, Vec<Range<usize>>) {
    let mut parts = parts(lines, starts).into_iter();
    let longest = parts.clone().map(|part| prose(&lines[part])).max().unwrap_or(0);
    let main = parts.find(|part| prose(&lines[part.clone()]) * 100 >= longest * MAIN_SHARE).unwrap_or(0..lines.len());
    if prose(&lines[main.clone()]) * 100 < prose(lines) * LIST_SHARE {
        return (0..lines.len(), Vec::new());
    }
    (main, parts.collect())
}
