//! Formats that are neither pages nor texts, by their content.

mod mail;
mod markdown;

use serde::{Deserialize, Serialize};

use super::charset;

/// A format that `crossread-readers` opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Markdown.
    Markdown,
    /// Rich text (RTF).
    Rtf,
    /// A mail, or a page saved as one file (MHTML), which is written like a mail.
    Mail,
    /// A ZIP archive, or what is one inside: .docx, .odt, a web archive (WACZ). Only its entries tell them apart.
    Zip,
    /// One file, or a web archive, packed with gzip.
    Gzip,
    /// A web archive (WARC).
    Warc,
    /// PDF.
    Pdf,
}

impl Format {
    /// Its name in a sentence.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "a Markdown text",
            Self::Rtf => "a rich-text (RTF) document",
            Self::Mail => "a mail or a page saved as MHTML",
            Self::Zip => "a ZIP archive or an office document",
            Self::Gzip => "a file packed with gzip",
            Self::Warc => "a web archive (WARC)",
            Self::Pdf => "a PDF document",
        }
    }
}

/// First bytes of each format, from their specifications.
const MAGIC: &[(&[u8], Format)] = &[
    (b"{\\rtf", Format::Rtf),
    (b"PK\x03\x04", Format::Zip),
    (b"PK\x05\x06", Format::Zip),
    (b"PK\x07\x08PK\x03\x04", Format::Zip),
    (b"\x1f\x8b\x08", Format::Gzip),
    (b"WARC/1.", Format::Warc),
    (b"WARC/0.", Format::Warc),
];

/// Bytes among which a PDF's header may stand, as readers of PDF have always allowed.
const PDF_HEAD: usize = 1024;

/// Bytes looked at for the signs of mail and Markdown.
const HEAD: usize = 64 * 1024;

/// The format of a source that has to be opened before it can be parsed; `None` for pages, texts, JSON and what nobody can read. Its content
/// decides; the media type only lets fewer signs of Markdown do.
pub fn format(bytes: &[u8], media_type: Option<&str>) -> Option<Format> {
    if let Some((_, format)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(*format);
    }
    let head = bytes.get(..PDF_HEAD).unwrap_or(bytes);
    // A text about PDFs names the header in its lines; a file has it at the start of one, before any text that goes on.
    if head.windows(5).position(|window| window == b"%PDF-").is_some_and(|at| at == 0 || super::sniff::binary(bytes).is_some()) {
        return Some(Format::Pdf);
    }
    if super::sniff::binary(bytes).is_some() {
        return None;
    }
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let text = if charset::utf16(head).is_some() { charset::decode(head, None).text } else { String::from_utf8_lossy(head).into_owned() };
    let text = text.trim_start_matches('\u{feff}');
    if mail::is_mail(text) {
        return Some(Format::Mail);
    }
    let says_markdown = media_type.is_some_and(|t| {
        let t = t.trim_start().to_ascii_lowercase();
        t.starts_with("text/markdown") || t.starts_with("text/x-markdown")
    });
    let is_text = super::sniff::kind(text, None) == super::sniff::Kind::Text && !text.trim_start().starts_with('{');
    (is_text && markdown::signs(text) >= if says_markdown { 1 } else { markdown::ENOUGH }).then_some(Format::Markdown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        for (bytes, format) in [
            (b"{\\rtf1\\ansi Hello}".as_slice(), Some(Format::Rtf)),
            (b"PK\x03\x04....", Some(Format::Zip)),
            (b"\x1f\x8b\x08\0", Some(Format::Gzip)),
            (b"%PDF-1.7\n", Some(Format::Pdf)),
            (b"The file begins with %PDF-1.7, she said.", None),
            (b"WARC/1.1\r\nWARC-Type: warcinfo\r\n\r\n", Some(Format::Warc)),
            (b"From: a@example.org\r\nDate: Thu, 24 Jul 2025 08:00:00 +0000\r\nSubject: Bridge\r\n\r\nClosed.", Some(Format::Mail)),
            (b"# Bridge closed\n\nThe bridge is **closed**.\n\n## Why\n\nCracks.\n", Some(Format::Markdown)),
            (b"The bridge is closed.", None),
            (b"<html><p># Bridge</p>\n\n## Why\n\n[a](http://b)</html>", None),
            (b"\x89PNG\r\n\x1a\n", None),
            (b"", None),
        ] {
            assert_eq!(super::format(bytes, None), format, "{}", String::from_utf8_lossy(bytes));
        }
        let utf16: Vec<u8> = "\u{feff}# Bridge\n\nIt is closed.\n\n## Why\n\nCracks.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(super::format(&utf16, None), Some(Format::Markdown));
    }

    #[test]
    fn a_media_type_lets_one_sign_do() {
        let text = b"# Bridge closed\n\nThe bridge is closed.";
        assert_eq!(super::format(text, None), None);
        assert_eq!(super::format(text, Some("text/markdown; charset=utf-8")), Some(Format::Markdown));
        assert_eq!(super::format(b"The bridge is closed.", Some("text/markdown")), None);
        assert_eq!(super::format(b"<!doctype html><p># a", Some("text/markdown")), None);
    }
}
