//! The one normalisation of a text: line ends, and characters nobody sees.

/// `\r\n`, `\r`, form feeds and Unicode line ends become `\n`; soft hyphens, zero-width spaces, byte-order marks and control characters go. Quotes,
/// dashes and every visible character stay as written.
pub(super) fn lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // What stays is copied run by run.
    let mut copied = 0;
    for (at, c) in text.char_indices() {
        let instead = match c {
            ' '..='~' | '\n' | '\t' => continue,
            '\r' if text[at + 1..].starts_with('\n') => "",
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => "\n",
            _ if is_invisible(c) => "",
            _ => continue,
        };
        out.push_str(&text[copied..at]);
        out.push_str(instead);
        copied = at + c.len_utf8();
    }
    out.push_str(&text[copied..]);
    out
}

/// Characters that carry no text: not joiners (U+200C, U+200D) nor direction marks, which some scripts need.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}') || (c.is_control() && !matches!(c, '\n' | '\t'))
}

/// White space folded to single spaces, ends trimmed.
pub(super) fn spaces(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().filter(|c| !is_invisible(*c)));
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn lines_and_spaces() {
        assert_eq!(super::lines("a\r\nb\rc\u{2028}d\u{ad}e\0"), "a\nb\nc\nde");
        assert_eq!(super::spaces("  a \n\u{a0}b\u{200b}c "), "a bc");
    }
}
