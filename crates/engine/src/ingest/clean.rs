//! The one normalisation of a text: line ends, and characters nobody sees.

/// `\r\n`, `\r`, form feeds and Unicode line ends become `\n`; soft hyphens, zero-width spaces, byte-order marks and control characters go. Quotes,
/// dashes and every visible character stay as written.
pub(super) fn lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() == Some(&'\n') {
                    chars.next();
                }
                out.push('\n');
            }
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\n' | '\t' => out.push(c),
            _ if is_invisible(c) => {}
            _ => out.push(c),
        }
    }
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
