//! Addresses of pages.

use crate::ingest::dates::{self, Order};

/// An address, where it is absolute and of the web.
pub(crate) fn absolute(address: &str) -> Option<String> {
    let address = address.trim();
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        let head = address.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then(|| &address[scheme.len()..])
    })?;
    let sound = rest.starts_with(|c: char| c.is_alphanumeric()) && !address.contains(char::is_whitespace);
    sound.then(|| address.to_owned())
}

/// The host of an address, without what is the same everywhere: `example.co.uk` for `https://www.example.co.uk/x`.
pub(crate) fn host_name(address: &str) -> Option<String> {
    let rest = address.split_once("://").map(|(_, rest)| rest).or_else(|| address.strip_prefix("//"))?;
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().to_ascii_lowercase();
    let host = ["www.", "m.", "amp.", "edition."].iter().find_map(|prefix| host.strip_prefix(prefix)).unwrap_or(&host).to_owned();
    (host.contains('.') && !host.starts_with('.')).then_some(host)
}

/// The day in an address: `https://example.org/2025/07/24/bridge`, `…/bridge-2025-07-24.html`.
pub(crate) fn date_in_address(address: &str) -> Option<String> {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    path.match_indices(['/', '-', '_']).find_map(|(at, _)| {
        let part = path.get(at + 1..at + 11)?;
        let whole = !path[at + 11..].starts_with(|c: char| c.is_ascii_digit());
        let shaped =
            part.bytes().enumerate().all(|(i, b)| if matches!(i, 4 | 7) { matches!(b, b'/' | b'-' | b'_') } else { b.is_ascii_digit() });
        (whole && shaped).then(|| dates::find(&part.replace('_', "-"), Order::Unknown)).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for (address, want) in [
            ("https://example.org/a", true),
            ("HTTP://example.org", true),
            ("/a", false),
            ("//example.org/a", false),
            ("javascript:alert(1)", false),
            ("https://", false),
            ("https://exa mple.org", false),
        ] {
            assert_eq!(absolute(address).is_some(), want, "{address}");
        }
        assert_eq!(host_name("https://www.example.co.uk/x?y").as_deref(), Some("example.co.uk"));
        assert_eq!(host_name("about:blank"), None);
    }

    #[test]
    fn days_in_addresses() {
        for (address, want) in [
            ("https://example.org/2025/07/24/bridge", Some("2025-07-24")),
            ("https://example.org/news/bridge-2025-07-24.html", Some("2025-07-24")),
            ("https://example.org/2025/07/bridge", None),
            ("https://example.org/a?from=/2025/07/24", None),
            ("https://example.org/5-2025-07-245", None),
            ("https://example.org/é-2025-07-é", None),
        ] {
            assert_eq!(date_in_address(address).as_deref(), want, "{address}");
        }
    }
}
