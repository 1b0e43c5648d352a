//! Whether a text is Markdown (CommonMark). There is nothing that every such text holds, and every sign of it stands by chance in some pasted
//! article, so several different ones are asked for.

/// Signs from which on a text is Markdown.
pub(super) const ENOUGH: usize = 2;

/// How many signs a text shows: headings (two are two signs), links, pictures, fenced code, strong text, rules of tables, front matter; lists and
/// quotations count beside a heading in the first line only, as people type them in plain texts as well.
pub(super) fn signs(text: &str) -> usize {
    if has_front_matter(text) {
        return ENOUGH;
    }
    let mut headings = 0;
    let mut first_is_heading = false;
    let (mut link, mut fence, mut strong, mut table, mut weak) = (false, false, false, false, false);
    let mut blank = true;
    let mut seen = 0;
    for line in text.lines() {
        let line = line.trim_end();
        if blank && is_heading(line) {
            headings += 1;
            first_is_heading |= seen == 0;
        }
        blank = line.is_empty();
        seen += usize::from(!blank);
        // Most lines have none of these signs.
        if !line.bytes().any(|b| matches!(b, b'[' | b'*' | b'`' | b'-' | b'+' | b'>')) && !line.starts_with("1.") {
            continue;
        }
        link |= has_link(line);
        fence |= line.starts_with("```") && !line[3..].contains('`');
        strong |= has_strong(line);
        table |= is_table_rule(line);
        weak |= ["- ", "* ", "+ ", "> ", "1. "].iter().any(|mark| line.starts_with(mark));
    }
    let weak = weak && first_is_heading;
    headings.min(2) + [link, fence, strong, table, weak].iter().filter(|sign| **sign).count()
}

/// Keys of which front matter has one; without them it may be a rule above a text with a colon.
const KEYS: &[&str] = &["title", "author", "authors", "date", "published", "description", "tags", "layout", "lang", "slug"];

/// Whether a text begins with a block of keys and values between lines of three hyphens.
fn has_front_matter(text: &str) -> bool {
    let mut lines = text.lines();
    if lines.next().is_none_or(|line| line.trim_end() != "---") {
        return false;
    }
    let mut known = false;
    for line in lines.take(100) {
        if line.trim_end() == "---" {
            return known;
        }
        let key = line.split(':').next().unwrap_or_default().trim();
        known |= line.contains(':') && KEYS.contains(&key.to_ascii_lowercase().as_str());
    }
    false
}

/// `## Words`: not a hashtag, not "# 1", not the "# # #" at the end of press releases.
fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    (1..=6).contains(&level)
        && rest.starts_with(' ')
        && rest.trim_start().starts_with(|c: char| c.is_alphabetic() || matches!(c, '“' | '"' | '[' | '*'))
}

/// `[words](address)` or `![words](address)`.
fn has_link(line: &str) -> bool {
    line.match_indices("](").any(|(at, _)| {
        let address = &line[at + 2..];
        let starts = ["http://", "https://", "/", "./", "../", "mailto:", "#", "<http"].iter().any(|start| address.starts_with(start));
        starts && address.contains(')') && line[..at].contains('[')
    })
}

/// `**words**`, closed on the same line, without space inside the stars.
fn has_strong(line: &str) -> bool {
    let mut parts = line.split("**");
    parts.next();
    let inside: Vec<&str> = parts.collect();
    inside.len() >= 2 && inside[0].starts_with(char::is_alphanumeric) && inside[0].ends_with(|c: char| !c.is_whitespace() && c != '*')
}

/// `| --- | :-: |`.
fn is_table_rule(line: &str) -> bool {
    line.contains('|') && line.contains("---") && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_signs() {
        for (text, enough) in [
            ("# Bridge closed\n\nBy Ana Reyes\n\n## Why\n\nCracks.", true),
            ("# Bridge closed\n\nIt is closed:\n\n- to cars\n- to buses\n", true),
            ("It is **closed**, [says the port](https://example.org/a).", true),
            ("---\ntitle: Bridge closed\n---\nIt is closed.", true),
            ("a | b\n--- | ---\n1 | 2\n\n**Total** 3", true),
            ("# 1 in the charts\n\n#news\n\n# # #\n\n- one\n- two\n* three\n> four", false),
            ("# Bridge closed\n\nIt is closed, says the port.", false),
            ("It is 5 ** 2 and ** 3.\n\nSee [1](2) and [3].", false),
            ("---\n\nPort: the bridge is closed.\n\n---\n", false),
            ("* * *\n\nBridge closed\n=============\n\nIt is closed.\n\n***\n", false),
            ("Bridge closed\n\n* to cars\n* to buses\n\n> Closed, she said.", false),
            ("", false),
        ] {
            assert_eq!(signs(text) >= ENOUGH, enough, "{text}");
        }
    }
}
