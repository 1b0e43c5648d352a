//! A text to lines: where each stands, and which were broken at a fixed width.

use super::trimmed;
use crate::Span;
use crate::ingest::line::{ends_sentence, unbulleted};

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
