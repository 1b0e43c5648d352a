//! Metadata fields as pages write them, cleaned.

use super::{clean, cues, dates};

/// Words that introduce a byline, folded.
const BY: &[&str] = &[
    "written by",
    "story by",
    "reported by",
    "posted by",
    "words by",
    "by",
    "author",
    "authors",
    "autor",
    "autora",
    "por",
    "par",
    "von",
    "di",
    "door",
    "автор",
    "автори",
    "авторы",
];

/// The names in a byline, without "By" and without what follows the names. `None` where no name is left.
pub(super) fn byline(text: &str) -> Option<String> {
    let text = clean::spaces(text);
    let mut rest = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    for by in BY {
        if let Some(tail) = after_words(rest, by) {
            rest = tail.trim_start_matches(|c: char| !c.is_alphanumeric());
            break;
        }
    }
    let end = rest.find([';', '|', '•', '·', '\n', '—', '(', '@', '/']).unwrap_or(rest.len());
    let rest = rest[..end].trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.').trim();
    let sound = !rest.is_empty() && rest.len() <= 120 && !rest.contains("://") && rest.chars().any(char::is_alphabetic);
    sound.then(|| rest.to_owned())
}

/// The names in a line that stands as a byline: it begins with "By" or the like, and names people.
pub(super) fn byline_line(line: &str) -> Option<String> {
    let line = line.trim();
    let by = BY.iter().find(|by| after_words(line, by).is_some())?;
    // "Di", "von" and "por" begin headlines as well; "By" in English bylines is followed by a name.
    let names = byline(line)?;
    let words: Vec<&str> = names.split_whitespace().collect();
    let capital = |w: &&str| w.starts_with(char::is_uppercase);
    let named = words.first().is_some_and(capital) && words.iter().filter(|w| capital(w)).count() * 10 >= words.len() * 6;
    let ends = names.ends_with('.') && words.last().is_some_and(|w| w.chars().count() > 3);
    (named && !ends && (2..=14).contains(&words.len()) && names.len() + by.len() + 40 > line.len()).then_some(names)
}

/// What follows `start` in `text`, where `start` stands there as whole words, in any case.
fn after_words<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let mut at = 0;
    for c in start.chars() {
        let found = text[at..].chars().next()?;
        if !found.to_lowercase().eq(c.to_lowercase()) {
            return None;
        }
        at += found.len_utf8();
    }
    text[at..].chars().next().is_none_or(|c| !c.is_alphanumeric()).then(|| &text[at..])
}

/// Marks between a headline and the name of the site.
const SEPARATORS: &[&str] = &[" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " > "];

/// A page's title without the name of the site. `outlet` is that name, where known.
pub(super) fn title(raw: &str, outlet: Option<&str>) -> Option<String> {
    let raw = clean::spaces(raw);
    let outlet = outlet.map(squash).filter(|o| !o.is_empty());
    let is_outlet = |part: &str| {
        outlet.as_ref().is_some_and(|o| {
            let part = squash(part);
            !part.is_empty() && (part == *o || o.contains(&part) && part.len() > 3 || part.contains(o.as_str()) && o.len() > 3)
        })
    };
    let mut title = raw.as_str();
    loop {
        let last = SEPARATORS.iter().filter_map(|s| title.rfind(s).map(|at| (at, at + s.len()))).max();
        let first = SEPARATORS.iter().filter_map(|s| title.find(s).map(|at| (at, at + s.len()))).min();
        if let Some((at, after)) = last
            && (is_outlet(&title[after..]) || is_suffix(title, at, after))
        {
            title = title[..at].trim();
        } else if let Some((at, after)) = first
            && is_outlet(&title[..at])
        {
            title = title[after..].trim();
        } else {
            break;
        }
    }
    (!title.is_empty()).then(|| title.to_owned())
}

/// The site's name at the end of a page's title, where what stands there can only be that.
pub(super) fn site_name(raw: &str) -> Option<String> {
    let raw = clean::spaces(raw);
    let (at, after) = SEPARATORS.iter().filter_map(|s| raw.rfind(s).map(|at| (at, at + s.len()))).max()?;
    is_suffix(&raw, at, after).then(|| raw[after..].to_owned())
}

/// Whether what follows a separator is short beside what it follows, so that it can only be a site's or a section's name.
fn is_suffix(title: &str, at: usize, after: usize) -> bool {
    let (before, tail) = (title[..at].split_whitespace().count(), title[after..].split_whitespace().count());
    before >= 4 && tail <= 3 && before >= 2 * tail && !title[at..after].contains(['–', '—', '/', '>'])
}

/// A name for comparing: letters and digits only, lower case.
pub(super) fn squash(name: &str) -> String {
    cues::fold(name).replace(' ', "")
}

/// The name part of an address's host: `example` for `https://www.example.co.uk/x`.
pub(super) fn host_name(address: &str) -> Option<String> {
    let rest = address.split_once("://").map(|(_, rest)| rest).or_else(|| address.strip_prefix("//"))?;
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().to_ascii_lowercase();
    let host = ["www.", "m.", "amp.", "edition."].iter().find_map(|prefix| host.strip_prefix(prefix)).unwrap_or(&host).to_owned();
    (host.contains('.') && !host.starts_with('.')).then_some(host)
}

/// A publication date as written in metadata or in a line.
pub(super) fn published(text: &str) -> Option<String> {
    dates::find(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines() {
        for (line, want) in [
            ("By Ana Reyes", Some("Ana Reyes")),
            ("BY ANA REYES AND TOM OKAFOR", Some("ANA REYES AND TOM OKAFOR")),
            ("Written by: Ana Reyes | July 24, 2025", Some("Ana Reyes")),
            ("Por Ana Reyes", Some("Ana Reyes")),
            ("By the time the envoys arrived, the hall was empty.", None),
            ("By Monday", None),
            ("Byron Hall opens again", None),
            ("Автор: Анна Иванова", Some("Анна Иванова")),
        ] {
            assert_eq!(byline_line(line).as_deref(), want, "{line}");
        }
    }

    #[test]
    fn titles() {
        for (raw, outlet, want) in [
            ("Harbour bridge to close for repairs | The Harbour Post", Some("Harbour Post"), "Harbour bridge to close for repairs"),
            ("Harbour bridge to close for repairs - Post", None, "Harbour bridge to close for repairs"),
            ("Bridge shut - again", None, "Bridge shut - again"),
            ("Harbour Post - Bridge closed again", Some("Harbour Post"), "Bridge closed again"),
            ("Talks – round three", None, "Talks – round three"),
        ] {
            assert_eq!(title(raw, outlet).as_deref(), Some(want), "{raw}");
        }
        assert_eq!(site_name("Harbour bridge to close for repairs | The Harbour Post").as_deref(), Some("The Harbour Post"));
        assert_eq!(site_name("Bridge shut - again"), None);
        assert_eq!(host_name("https://www.example.co.uk/x?y").as_deref(), Some("example.co.uk"));
    }
}
