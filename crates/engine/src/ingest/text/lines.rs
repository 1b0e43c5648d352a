//! A text as lines, each with what can be said of it alone.

use super::trimmed;
use crate::Span;
use crate::ingest::{cues, dates, fields};

/// A line and its features.
#[derive(Debug)]
pub(super) struct Line<'a> {
    pub(super) span: Span,
    pub(super) text: &'a str,
    /// How many words; in scripts without spaces two characters count as one.
    pub(super) words: usize,
    /// Whether it ends as sentences do.
    pub(super) ends: bool,
    pub(super) kind: Kind,
    /// Whether its words are a cue for page furniture.
    pub(super) furniture: bool,
    /// Whether its words open what follows an article.
    pub(super) end_matter: bool,
}

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A sentence or more.
    Prose,
    /// A few words: a headline, a heading, a menu's entry.
    Short,
    /// A short line behind a bullet or number.
    Item,
    /// A bullet alone, as pasting some lists leaves them.
    Bullet,
    /// Only a date or an age.
    Time,
    /// "By" and names.
    Byline,
    /// A row of signs.
    Rule,
}

impl<'a> Line<'a> {
    pub(super) fn new(text: &'a str, span: Span) -> Self {
        let line = span.of(text);
        let words = words(line);
        let ends = ends_sentence(line);
        let folded = cues::fold(line);
        let kind = if matches!(line, "-" | "•" | "*" | "–" | "·" | "—" | "‣" | "◦" | "○" | "■" | "▪" | ">" | "›") {
            Kind::Bullet
        } else if folded.is_empty() {
            Kind::Rule
        } else if dates::is_time_line(line) {
            Kind::Time
        } else if fields::byline_line(line).is_some() {
            Kind::Byline
        } else if (ends && words >= 5) || words >= 30 {
            Kind::Prose
        } else if unbulleted(line).len() < line.len() {
            Kind::Item
        } else {
            Kind::Short
        };
        Self { span, text: line, words, ends, kind, furniture: cues::is_furniture(&folded), end_matter: cues::opens_end_matter(&folded) }
    }

    /// Whether it could be a headline by its looks.
    pub(super) fn is_headline(&self) -> bool {
        matches!(self.kind, Kind::Short | Kind::Item | Kind::Prose)
            && (3..=32).contains(&self.words)
            && !self.furniture
            && !self.end_matter
            && !(self.ends && self.text.trim_end().ends_with(['.', ';', ':', ',', '。']) && !self.text.ends_with(".."))
    }
}

/// Words of a line.
fn words(line: &str) -> usize {
    let unspaced = line.chars().filter(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{e00}'..='\u{e7f}')).count();
    let spaced = line.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count();
    spaced + unspaced / 2
}

/// Whether a line ends with the end of a sentence, behind closing quotes, brackets and note marks.
fn ends_sentence(line: &str) -> bool {
    let line = line
        .trim_end_matches(|c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | '“' | ')' | ']' | '」' | '』' | '*') || c.is_whitespace());
    line.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।', '։', '።'])
        // A lead-in to a list or a quotation.
        || (line.ends_with([':', ';', ',']) && words(line) >= 8)
        // "(EFE and Reuters)" after a full stop.
        || (line.len() > 40 && line.rfind(['(', '[']).is_some_and(|at| line[..at].trim_end().ends_with(['.', '!', '?', '”', '"'])))
}

/// A line without its bullet or number.
pub(super) fn unbulleted(line: &str) -> &str {
    let rest = line.trim_start_matches(['-', '•', '*', '–', '·', '‣', '◦', '▪', '■', '›']);
    if rest.len() < line.len() && rest.starts_with(char::is_whitespace) {
        return rest.trim_start();
    }
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = line.len() - digits.len();
    if (1..=2).contains(&number)
        && let Some(rest) = digits.strip_prefix(['.', ')'])
        && rest.starts_with(' ')
    {
        return rest.trim_start();
    }
    line
}

/// The lines of a text that are not empty.
pub(super) fn spans(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        out.extend(trimmed(text, start, start + line.len()));
        start += line.len();
    }
    out
}

/// Widest lines that are taken for wrapped, in characters.
const WRAP: std::ops::RangeInclusive<usize> = 50..=100;

/// Joins lines that were broken at a fixed width, as in mail. They tell themselves: the next word would not have fitted.
pub(super) fn unwrap(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').map(str::trim_end).collect();
    let length = |line: &str| line.chars().count();
    let width = lines.iter().map(|line| length(line)).max().unwrap_or(0);
    if !WRAP.contains(&width) {
        return text.to_owned();
    }
    let full = |i: usize| {
        let next = lines.get(i + 1).map_or("", |line| line.trim_start());
        let word = next.split_whitespace().next().map_or(0, length);
        !lines[i].trim().is_empty() && word > 0 && length(lines[i]) + 1 + word > width
    };
    let (mut filled, mut broken, mut fits) = (0, 0, 0);
    for i in 0..lines.len().saturating_sub(1) {
        if !lines[i].is_empty() && !lines[i + 1].is_empty() {
            filled += usize::from(full(i));
            broken += usize::from(full(i) && !ends_sentence(lines[i]));
            fits += usize::from(!full(i) && !ends_sentence(lines[i]));
        }
    }
    if filled < 3 || broken < 2 || fits * 5 > filled {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for (i, line) in lines.iter().enumerate() {
        let continues = i > 0 && full(i - 1) && !unbulleted_differs(line);
        if continues {
            out.push(' ');
            out.push_str(line.trim_start());
        } else {
            if i > 0 {
                out.push('\n');
            }
            out.push_str(line);
        }
    }
    out
}

fn unbulleted_differs(line: &str) -> bool {
    unbulleted(line.trim_start()).len() < line.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        for (line, kind) in [
            ("The bridge will close on Monday, the council said.", Kind::Prose),
            ("“We will not wait,” she said.", Kind::Prose),
            ("Bridge to close on Monday", Kind::Short),
            ("• Two lanes shut", Kind::Item),
            ("-", Kind::Bullet),
            ("July 24, 2025", Kind::Time),
            ("By Ana Reyes", Kind::Byline),
            ("* * *", Kind::Rule),
            ("Crimea is part of it, he said. (EFE and Reuters)", Kind::Prose),
            ("大桥将于周一关闭，市政府表示。", Kind::Prose),
        ] {
            assert_eq!(Line::new(line, Span { start: 0, end: line.len() }).kind, kind, "{line}");
        }
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let mail = "Bridge to close\n\nThe harbour bridge will close on Monday for repairs that are\nexpected to take six weeks, the council said on Thursday. Buses\nwill be sent round by the tunnel, which stays open at night.\nTraders fear for their sales.\n\nA ferry will run every hour.\n";
        let joined = unwrap(mail);
        assert!(joined.contains("that are expected"), "{joined}");
        assert!(joined.contains("Buses will be sent"), "{joined}");
        assert!(joined.starts_with("Bridge to close\n\nThe"), "{joined}");
        let pasted =
            "Bridge to close\nThe harbour bridge will close on Monday, it says.\nBuses will be sent by the tunnel.\nA ferry will run.";
        assert_eq!(unwrap(pasted), pasted);
    }
}
