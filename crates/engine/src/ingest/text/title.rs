//! Which line of a text is its headline.

use std::ops::Range;

use super::body::Body;
use crate::ingest::dates::{self, Order};
use crate::ingest::fields;
use crate::ingest::hash::{Counts, hash};
use crate::ingest::line::{Kind, Line};

/// The headline of a clean text: its first line that looks like one.
pub(super) fn of_clean(lines: &[Line<'_>], before: Range<usize>) -> Option<usize> {
    before.into_iter().find(|i| lines[*i].is_headline() && !dates::names_day(lines[*i].text))
}

/// How many lines before the first running text of a pasted page may hold its headline, and how many after it: a standfirst may be the first.
const BEFORE: usize = 60;
const AFTER: usize = 12;
/// Lines around the candidates that are looked at with them.
const NEAR: usize = 12;
/// Lines of the body whose words a headline is compared with, and among which those words are counted.
const BODY: usize = 40;
const TOPICS: usize = 200;

/// The headline of a pasted page: among the lines around the start of the body the one that looks most like it. `first` is the first line of
/// running text.
pub(super) fn of_page(lines: &[Line<'_>], body: &Body, first: usize) -> Option<usize> {
    let within = first.saturating_sub(BEFORE).max(body.part.start)..(first + AFTER + 1).min(body.part.end);
    let page = Page::new(lines, body, first, &within);
    let mut best: Option<(f64, usize)> = None;
    for i in within.filter(|i| is_candidate(&lines[*i])) {
        let score = page.score(i);
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, i));
        }
    }
    best.filter(|(score, _)| *score > 0.0).map(|(_, i)| i)
}

/// Whether a line could be a headline at all.
fn is_candidate(line: &Line<'_>) -> bool {
    let stops = line.text.ends_with(['.', ';', ':', ',', '。']) && !line.text.ends_with("..");
    let kind = matches!(line.kind, Kind::Short | Kind::Item | Kind::Prose);
    kind && (2..=32).contains(&line.words) && !line.furniture && !line.end_matter && !stops
}

/// What the score of a line is made of; each weight is what one whole unit of the feature adds. Fitted by multinomial logistic regression (which of a
/// page's candidates is the headline) on 180 pasted pages, and measured on others. No feature knows a language.
struct Weights {
    /// Its words, up to 12, of 12.
    words: f64,
    /// Words above 14, of 10.
    long: f64,
    /// Less than a third of its telling words stand in the body.
    strange: f64,
    /// How often the body has its telling words: mean of the logarithms, of 3.
    topic: f64,
    /// The same, summed up, of 10.
    topics: f64,
    /// The same line stands elsewhere, far from it.
    repeated: f64,
    /// Another line near it ends with it, as trails of links do.
    trail: f64,
    /// It stands after the first running text.
    inside: f64,
    /// Logarithm of how many lines after, of 3.
    deep: f64,
    /// Logarithm of how many lines like headlines stand between it and the running text.
    between: f64,
    /// One of the four lines after it says when.
    date_next: f64,
    /// One of the four lines after those.
    date_later: f64,
    /// One of the two lines before it.
    date_before: f64,
    /// It says when itself.
    dated: f64,
    /// It has signs that headlines do not.
    signs: f64,
    /// It is three words or fewer that look like a name.
    name: f64,
    /// No other candidate has more words.
    longest: f64,
    /// It is the first candidate of five words or more.
    first: f64,
    /// The line before it has ten words or more.
    after_long: f64,
    /// Lines of six words or fewer right before it, up to 10, of 10.
    after_menu: f64,
    /// Words of running text before it, up to 200, of 200.
    prose_before: f64,
    /// Words of running text in the eight lines after it, up to 200, of 200.
    prose_after: f64,
}

const WEIGHTS: Weights = Weights {
    words: 1.6,
    long: -2.2,
    strange: -2.5,
    topic: 3.3,
    topics: 1.4,
    repeated: -1.2,
    trail: 1.4,
    inside: -1.2,
    deep: -1.1,
    between: -0.5,
    date_next: 3.6,
    date_later: 0.8,
    date_before: 1.7,
    dated: -1.0,
    signs: -1.4,
    name: -1.6,
    longest: -0.8,
    first: 1.0,
    after_long: -1.0,
    after_menu: 1.3,
    prose_before: -2.2,
    prose_after: 0.7,
};

/// Words from which a line counts as running text here.
const RUNNING: usize = 15;

/// A pasted page, with what the scores of its lines rest on.
struct Page<'a> {
    lines: &'a [Line<'a>],
    first: usize,
    /// How many lines fold to the same.
    copies: Counts,
    /// Which lines say when; looked at near the candidates only.
    dated: Vec<bool>,
    /// Words of running text before each line.
    prose_before: Vec<usize>,
    /// The words at the start of the body.
    opening: Counts,
    /// How often each telling word stands in the body.
    topics: Counts,
    most_words: usize,
    first_candidate: Option<usize>,
}

impl<'a> Page<'a> {
    fn new(lines: &'a [Line<'a>], body: &Body, first: usize, within: &Range<usize>) -> Self {
        let near = |i: usize| (within.start.saturating_sub(NEAR)..within.end + NEAR).contains(&i);
        let copies = Counts::new(lines.iter().map(|line| line.hash));
        let says_when = |line: &Line<'_>| {
            line.kind == Kind::Time || line.words <= 16 && line.kind != Kind::Rule && dates::find(line.text, Order::DayFirst).is_some()
        };
        let dated = lines.iter().enumerate().map(|(i, line)| near(i) && says_when(line)).collect();
        let mut prose = 0;
        let before = |line: &Line<'_>| {
            let so_far = prose;
            prose += if line.words >= RUNNING { line.words } else { 0 };
            so_far
        };
        let prose_before = lines.iter().map(before).collect();
        let end = body.lines.end.max(first).min(first + TOPICS);
        let words = |i: usize| telling(&lines[i].folded);
        let opening: Vec<u64> = (first..end.min(first + BODY)).flat_map(words).collect();
        let others = (first.saturating_sub(2)..first).chain(first + BODY..end).flat_map(words);
        let topics = Counts::new(opening.iter().copied().chain(others));
        let opening = Counts::new(opening);
        let candidates = || within.clone().filter(|i| is_candidate(&lines[*i]));
        Self {
            most_words: candidates().map(|i| lines[i].words).max().unwrap_or(0),
            first_candidate: candidates().find(|i| lines[*i].words >= 5),
            ..Self { lines, first, copies, dated, prose_before, opening, topics, most_words: 0, first_candidate: None }
        }
    }

    /// How much a candidate looks like the headline.
    fn score(&self, i: usize) -> f64 {
        let w = &WEIGHTS;
        let line = &self.lines[i];
        let telling = telling(&line.folded);
        let known = telling.iter().filter(|word| self.opening.of(**word) > 0).count();
        let often: f64 = telling.iter().map(|word| libm::log1p(real(self.topics.of(*word)))).sum();
        let mean = if telling.is_empty() { 0.0 } else { often / real(telling.len()) };
        let after = i.saturating_sub(self.first);
        let count = |range: Range<usize>| self.lines[range].iter().filter(|line| (3..=32).contains(&line.words)).count();
        let between = if i < self.first { count(i + 1..self.first) } else { 0 };
        let menu = self.lines[..i].iter().rev().take(10).take_while(|line| line.words <= 6).count();
        let following = &self.lines[i + 1..(i + 9).min(self.lines.len())];
        let prose: usize = following.iter().filter(|line| line.words >= RUNNING).map(|line| line.words).sum();
        let terms = [
            (w.words, real(line.words.min(12)) / 12.0),
            (w.long, real(line.words.saturating_sub(14)) / 10.0),
            (w.strange, is(!telling.is_empty() && known * 100 < telling.len() * 34)),
            (w.topic, mean / 3.0),
            (w.topics, often / 10.0),
            (w.repeated, is(self.is_repeated(i))),
            (w.trail, is(self.ends_trail(i))),
            (w.inside, is(i > self.first)),
            (w.deep, libm::log1p(real(after)) / 3.0),
            (w.between, libm::log1p(real(between))),
            (w.date_next, is(self.is_dated(i + 1..i + 5))),
            (w.date_later, is(self.is_dated(i + 5..i + 9))),
            (w.date_before, is(self.is_dated(i.saturating_sub(2)..i))),
            (w.dated, is(self.is_dated(i..i + 1))),
            (w.signs, is(line.text.contains(['•', '»', '|', '/', '©', '@', '$', '→', '>']))),
            (w.name, is(line.words <= 3 && fields::is_name(line.text))),
            (w.longest, is(line.words >= self.most_words && line.words >= 4)),
            (w.first, is(self.first_candidate == Some(i))),
            (w.after_long, is(i > 0 && self.lines[i - 1].words >= 10)),
            (w.after_menu, real(menu) / 10.0),
            (w.prose_before, real(self.prose_before[i].min(200)) / 200.0),
            (w.prose_after, real(prose.min(200)) / 200.0),
        ];
        terms.iter().map(|(weight, feature)| weight * feature).sum()
    }

    fn is_dated(&self, range: Range<usize>) -> bool {
        self.dated.get(range.start..range.end.min(self.dated.len())).is_some_and(|dated| dated.contains(&true))
    }

    /// Whether the same line stands elsewhere, but not near, where it would be the trail above the headline.
    fn is_repeated(&self, i: usize) -> bool {
        let own = self.lines[i].hash;
        let near = i.saturating_sub(30)..(i + 10).min(self.lines.len());
        self.copies.of(own) > 1 && !near.into_iter().any(|j| j != i && self.lines[j].hash == own)
    }

    /// Whether a line near ends with this one: "Home > News > Bridge to close".
    fn ends_trail(&self, i: usize) -> bool {
        let own = &self.lines[i];
        let near = &self.lines[i.saturating_sub(12)..(i + 3).min(self.lines.len())];
        let longer = |line: &Line<'_>| line.words <= 40 && line.folded.len() > own.folded.len();
        own.words >= 3 && near.iter().any(|line| longer(line) && line.folded.ends_with(&*own.folded))
    }
}

/// The hashes of the words of a folded text that tell something: of more than three letters; in scripts without spaces, pairs of characters.
fn telling(folded: &str) -> Vec<u64> {
    let mut out = Vec::new();
    for word in folded.split(' ') {
        if word.is_ascii() {
            if word.len() > 3 {
                out.push(hash(word));
            }
        } else if word.contains(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{e00}'..='\u{eff}')) {
            let starts: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
            out.extend(starts.windows(3).map(|pair| hash(&word[pair[0]..pair[2]])));
        } else if word.chars().nth(3).is_some() {
            out.push(hash(word));
        }
    }
    out
}

fn is(feature: bool) -> f64 {
    f64::from(u8::from(feature))
}

/// Counts are small; what is larger says no more.
fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    const BODY_TEXT: [&str; 4] = [
        "The harbour bridge will close on Monday for repairs that are expected to take six weeks, the council said on Thursday afternoon.",
        "Buses will be sent round by the tunnel, which stays open at night, and a ferry will run every hour from the northern harbour.",
        "Traders near the bridge fear for their sales, as half of their customers come over the bridge on foot, a survey of theirs says.",
        "The council said the repairs of the bridge could not wait for another winter, and that the tunnel would be free of charge.",
    ];

    #[track_caller]
    fn check(head: &[&str], want: &str) {
        let text = head.iter().chain(&BODY_TEXT).copied().collect::<Vec<_>>().join("\n");
        let spans = super::super::wrap::spans(&text);
        let lines: Vec<Line<'_>> = spans.iter().map(|span: &Span| Line::new(&text, *span)).collect();
        let body = Body { lines: head.len()..lines.len(), left_out: Vec::new(), part: 0..lines.len(), clean: false };
        let found = of_page(&lines, &body, head.len()).map(|i| lines[i].text);
        assert_eq!(found, Some(want), "{head:?}");
    }

    #[test]
    fn among_lists_of_headlines() {
        check(
            &["Menu", "News", "Sport", "Harbour bridge to close for repairs", "By Ana Reyes", "July 24, 2025"],
            "Harbour bridge to close for repairs",
        );
        check(
            &[
                "Mayor opens new library wing",
                "Swimmers win at the lake",
                "Home > News > Harbour bridge to close",
                "Harbour bridge to close",
                "Ana Reyes",
                "24 July 2025",
            ],
            "Harbour bridge to close",
        );
        check(
            &[
                "Harbour bridge to close for six weeks",
                "24.07.2025",
                "Share this with friends and family",
                "Photo by the council of the city",
            ],
            "Harbour bridge to close for six weeks",
        );
        check(
            &["News", "24 July 2025", "Bridge repairs: harbour to be cut off", "Council: tunnel is free"],
            "Bridge repairs: harbour to be cut off",
        );
    }
}
