//! Titles as `<title>` and Open Graph give them, and the names of sites at their ends.

use super::squash;
use crate::ingest::clean;

/// Marks between a headline and the name of the site.
const SEPARATORS: &[&str] = &[" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " > ", " ‹ ", ": "];

/// A page's title without the name of the site. `names` are that name and what else the site goes by, its host say.
pub(crate) fn title(raw: &str, names: &[&str]) -> Option<String> {
    let raw = clean::spaces(raw);
    let mut title = raw.as_str();
    loop {
        let last = SEPARATORS.iter().filter_map(|s| title.rfind(s).map(|at| (at, at + s.len()))).max();
        let first = SEPARATORS.iter().filter_map(|s| title.find(s).map(|at| (at, at + s.len()))).min();
        if let Some((at, after)) = last
            && !title[at..after].starts_with(':')
            && (is_outlet(&title[after..], names) || is_suffix(title, at, after))
        {
            title = title[..at].trim();
        } else if let Some((at, after)) = first
            && is_outlet(&title[..at], names)
        {
            title = title[after..].trim();
        } else {
            break;
        }
    }
    (!title.is_empty()).then(|| title.to_owned())
}

/// Whether a text is one of a site's names, or its longer or shorter form.
pub(crate) fn is_outlet(text: &str, names: &[&str]) -> bool {
    let text = squash(text);
    !text.is_empty()
        && names.iter().map(|name| squash(name)).filter(|name| !name.is_empty()).any(|name| {
            let longer = text.starts_with(&name) || text.ends_with(&name);
            let shorter = name.starts_with(&text) || name.ends_with(&text);
            text == name || (shorter && text.len() > 3) || (longer && name.len() > 3 && text.len() <= 2 * name.len() + 8)
        })
}

/// The site's name at the end of a page's title, where what stands there can only be that.
pub(crate) fn site_name(raw: &str) -> Option<String> {
    let raw = clean::spaces(raw);
    let (at, after) = SEPARATORS.iter().filter(|s| **s != ": ").filter_map(|s| raw.rfind(s).map(|at| (at, at + s.len()))).max()?;
    is_suffix(&raw, at, after).then(|| raw[after..].to_owned())
}

/// Whether what follows a separator is short beside what it follows, so that it can only be a site's or a section's name.
fn is_suffix(title: &str, at: usize, after: usize) -> bool {
    let (before, tail) = (title[..at].split_whitespace().count(), title[after..].split_whitespace().count());
    before >= 4 && tail <= 3 && before >= 2 * tail && !title[at..after].contains(['–', '—', '/', '>', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        for (raw, names, want) in [
            ("Harbour bridge to close for repairs | The Harbour Post", &["Harbour Post"][..], "Harbour bridge to close for repairs"),
            ("Harbour bridge to close for repairs - Post", &[], "Harbour bridge to close for repairs"),
            ("Harbour bridge to close for repairs | News | Harbour Post", &["Harbour Post"], "Harbour bridge to close for repairs"),
            ("Bridge shut - again", &[], "Bridge shut - again"),
            ("Harbour Post - Bridge closed again", &["Harbour Post"], "Bridge closed again"),
            ("Harbour Post: Bridge closed again", &["Harbour Post"], "Bridge closed again"),
            ("HarbourPost.example | Bridge closed again", &["harbourpost.example"], "Bridge closed again"),
            ("Harbour: Bridge closed again", &["The Harbour Post"], "Harbour: Bridge closed again"),
            ("Talks – round three", &[], "Talks – round three"),
        ] {
            assert_eq!(title(raw, names).as_deref(), Some(want), "{raw}");
        }
        assert_eq!(site_name("Harbour bridge to close for repairs | The Harbour Post").as_deref(), Some("The Harbour Post"));
        assert_eq!(site_name("Harbour bridge to close for repairs: what now"), None);
    }
}
