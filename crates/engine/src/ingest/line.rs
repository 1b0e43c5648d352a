//! A line of text, or a piece of a page, with what can be said of it alone.

use std::rc::Rc;

use super::cues::Cue;
use super::shape::Shape;
use super::{cues, dates, fields};
use crate::Span;

/// A line and its features.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    pub(super) span: Span,
    pub(super) text: &'a str,
    /// The text folded, see [`cues::fold`].
    pub(super) folded: Rc<str>,
    pub(super) shape: Shape,
    /// How many words; in scripts without spaces two characters count as one.
    pub(super) words: usize,
    /// Whether it ends as sentences do.
    pub(super) ends: bool,
    pub(super) kind: Kind,
    /// Whether its words are a cue for page furniture.
    pub(super) furniture: bool,
    /// Whether its words open what follows an article.
    pub(super) end_matter: bool,
    /// The hash of what it folds to, by which the same line is known again.
    pub(super) hash: u64,
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

/// Words above which a line is running text, however it ends.
const RUNNING: usize = 30;
/// Words above which a line is not compared with cues.
const LONGEST_CUE: usize = RUNNING;

impl<'a> Line<'a> {
    pub(super) fn new(text: &'a str, span: Span) -> Self {
        let line = span.of(text);
        let shape = Shape::of(line);
        let words = shape.words;
        let ends = ends(line, words);
        let folded: Rc<str> = cues::fold(line).into();
        let cue = Cue::of(&folded);
        let hash = cue.hash;
        // No cue, date or byline line is so long; most of a text is.
        if words > LONGEST_CUE {
            return Self { span, text: line, folded, shape, words, ends, kind: Kind::Prose, furniture: false, end_matter: false, hash };
        }
        let kind = if matches!(line, "-" | "•" | "*" | "–" | "·" | "—" | "‣" | "◦" | "○" | "■" | "▪" | ">" | "›") {
            Kind::Bullet
        } else if folded.is_empty() {
            Kind::Rule
        } else if dates::is_time_line(line) {
            Kind::Time
        } else if fields::byline_line(line).is_some() {
            Kind::Byline
        } else if (ends && words >= 5) || words >= RUNNING {
            Kind::Prose
        } else if unbulleted(line).len() < line.len() {
            Kind::Item
        } else {
            Kind::Short
        };
        let (furniture, end_matter) = (cue.is_furniture(line, ends), cue.opens_end_matter(ends));
        Self { span, text: line, folded, shape, words, ends, kind, furniture, end_matter, hash }
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

/// Whether a line ends with the end of a sentence, behind closing quotes, brackets and note marks.
pub(super) fn ends_sentence(line: &str) -> bool {
    ends(line, Shape::of(line).words)
}

fn ends(line: &str, words: usize) -> bool {
    let line = line
        .trim_end_matches(|c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | '“' | ')' | ']' | '」' | '』' | '*') || c.is_whitespace());
    line.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।', '։', '።'])
        // A lead-in to a list or a quotation.
        || (line.ends_with([':', ';', ',']) && words >= 8)
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
}
