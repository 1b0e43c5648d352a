//! What a source is, by its content; its name is never asked.

/// The kinds of source read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A Crossread report.
    Report,
    /// A page, or a rich paste.
    Html,
    /// Anything else that is text.
    Text,
}

impl Kind {
    /// The media type it was read as.
    pub(super) const fn media_type(self) -> &'static str {
        match self {
            Self::Report => "application/json",
            Self::Html => "text/html",
            Self::Text => "text/plain",
        }
    }
}

/// First bytes of files that hold no text Crossread reads, with where they stand and what they are. From the WHATWG MIME Sniffing Standard and
/// the formats' own specifications.
const MAGIC: &[(usize, &[u8], &str)] = &[
    (0, b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF87a", "a GIF picture"),
    (0, b"GIF89a", "a GIF picture"),
    (8, b"WEBPVP8", "a WebP picture"),
    (4, b"ftypavif", "an AVIF picture"),
    (4, b"ftypheic", "a HEIC picture"),
    (4, b"ftyp", "a video"),
    (0, b"\x1a\x45\xdf\xa3", "a video"),
    (8, b"AVI LIST", "a video"),
    (8, b"WAVEfmt ", "a sound recording"),
    (0, b"ID3", "a sound recording"),
    (0, b"OggS\0", "a sound recording"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"\xfd7zXZ\0", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90\0", "a program"),
    (0, b"\0asm", "a program"),
    (0, b"\0\0\x01\0", "an icon"),
    (0, b"II*\0", "a TIFF picture"),
    (0, b"MM\0*", "a TIFF picture"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
    (0, b"SQLite format 3\0", "a database"),
];

/// Bytes looked at to tell text from other data.
const SAMPLE: usize = 16 * 1024;

/// Whether the bytes are no text at all, and what they look like, where known.
pub(super) fn binary(bytes: &[u8]) -> Option<Option<&'static str>> {
    for (at, magic, looks_like) in MAGIC {
        if bytes.get(*at..).is_some_and(|rest| rest.starts_with(magic)) {
            return Some(Some(looks_like));
        }
    }
    if super::charset::utf16(bytes).is_some() {
        return None;
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let nul = sample.iter().filter(|byte| **byte == 0).count();
    // ESC starts the shifts of ISO-2022-JP; the others never stand in text.
    let control = sample.iter().filter(|byte| **byte < 0x20 && !matches!(byte, b'\t' | b'\n' | 0x0b | 0x0c | b'\r' | 0x1b)).count();
    (nul * 200 > sample.len() || control * 50 > sample.len()).then_some(None)
}

/// Elements whose start tag shows that a text is markup.
const TELLING: &[&str] = &[
    "html",
    "head",
    "body",
    "title",
    "meta",
    "link",
    "script",
    "style",
    "div",
    "p",
    "span",
    "article",
    "section",
    "main",
    "header",
    "nav",
    "h1",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "a",
    "table",
    "tr",
    "td",
    "blockquote",
    "figure",
    "img",
    "br",
    "b",
    "i",
    "em",
    "strong",
    "font",
    "center",
];

/// Characters looked at to tell markup from text.
const HEAD: usize = 4096;

/// Whether a text is an object or list in JSON.
pub(super) fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '[']) && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// What a decoded text is.
pub(super) fn kind(text: &str, media_type: Option<&str>) -> Kind {
    let head = &text[..text.floor_char_boundary(HEAD)];
    let head = head.trim_start();
    if head.starts_with('{') && head.contains("\"crossread-report\"") && head.contains("\"format\"") {
        return Kind::Report;
    }
    let says_html = media_type.is_some_and(|t| {
        let t = t.trim_start().to_ascii_lowercase();
        t.starts_with("text/html") || t.starts_with("application/xhtml")
    });
    let (mut tags, mut ends) = (0, 0);
    let mut first_is_tag = false;
    for (at, _) in head.match_indices('<') {
        let rest = &head[at + 1..];
        if starts_fold(rest, "!doctype html") || starts_fold(rest, "!--startfragment") || starts_fold(rest, "html") {
            return Kind::Html;
        }
        let (end, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        let name_len = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        if TELLING.iter().any(|name| rest[..name_len].eq_ignore_ascii_case(name))
            && rest[name_len..].starts_with(['>', '/', ' ', '\n', '\t', '\r'])
        {
            first_is_tag |= at == 0;
            tags += 1;
            ends += usize::from(end);
        }
    }
    // A text about markup names a tag or two in a sentence; markup starts with one, or closes many.
    if first_is_tag || (tags >= 8 && ends >= 3) || (says_html && tags > 0) { Kind::Html } else { Kind::Text }
}

fn starts_fold(text: &str, prefix: &str) -> bool {
    text.as_bytes().get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        for (text, media_type, kind) in [
            ("<!DOCTYPE html><p>x", None, Kind::Html),
            ("\n<!-- saved --><HTML>", None, Kind::Html),
            ("Version:0.9\r\nStartHTML:00\r\n<html><body><!--StartFragment--><p>x", None, Kind::Html),
            ("<p>One paragraph", None, Kind::Html),
            ("The tag <p> starts a paragraph.", None, Kind::Text),
            ("The tag <p> starts a paragraph.", Some("text/plain"), Kind::Text),
            ("Hello <b>there</b>", Some("text/html; charset=utf-8"), Kind::Html),
            ("No tags at all, 1 < 2", Some("text/html"), Kind::Text),
            ("{ \"format\" : \"crossread-report\" }", None, Kind::Report),
            ("{ not json", None, Kind::Text),
            ("", None, Kind::Text),
        ] {
            assert_eq!(super::kind(text, media_type), kind, "{text}");
        }
    }

    #[test]
    fn binary_is_named() {
        assert_eq!(binary(b"\x89PNG\r\n\x1a\n...."), Some(Some("a PNG picture")));
        assert_eq!(binary(b"\0\0\0\x18ftypmp42"), Some(Some("a video")));
        assert_eq!(binary(&[0, 1, 2, 3, 4, 5, 6]), Some(None));
        assert_eq!(binary("Plain, größer, текст".as_bytes()), None);
        assert_eq!(binary(b"h\0e\0l\0l\0o\0 \0y\0o\0u\0 \0a\0l\0l\0"), None);
        assert_eq!(binary(b""), None);
    }
}
