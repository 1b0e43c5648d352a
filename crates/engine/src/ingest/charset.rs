//! Bytes to characters.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::{Warning, WarningKind};

/// Decoded bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// Their characters, without a byte-order mark.
    pub text: String,
    /// WHATWG name of the character set (`UTF-8`).
    pub charset: &'static str,
    /// Whether nothing but the bytes told the character set, and they are not UTF-8.
    pub guessed: bool,
    /// How many U+FFFD were put in place of bytes that mean nothing.
    pub replaced: usize,
}

impl Decoded {
    /// What a reader should know about the decoding.
    pub fn warnings(&self) -> Vec<Warning> {
        let guessed = self.guessed.then(|| WarningKind::CharsetGuessed { charset: self.charset.to_ascii_lowercase() });
        let replaced = (self.replaced > 0).then_some(WarningKind::CharactersReplaced { count: self.replaced });
        guessed.into_iter().chain(replaced).map(Warning::whole).collect()
    }
}

/// Bytes in which a page must declare its character set by the standard, and as many again for those that do it late.
const PRESCAN: usize = 2048;

/// Decodes: byte-order mark, else declaration from outside (the media type's `charset`), else `<meta>`, else UTF-8 if the bytes are valid, else
/// a guess.
pub fn decode(bytes: &[u8], media_type: Option<&str>) -> Decoded {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return with(encoding, &bytes[length..], false);
    }
    let outside = media_type.and_then(|t| label_after(t.as_bytes(), b"charset"));
    if let Some(encoding) = outside.or_else(|| utf16(bytes)) {
        return with(encoding, bytes, false);
    }
    // Text that is valid UTF-8 with characters beyond ASCII is UTF-8 whatever a stale <meta> says: by chance that hardly happens.
    let Ok(text) = std::str::from_utf8(bytes) else {
        if let Some(encoding) = declared(bytes) {
            return with(encoding, bytes, false);
        }
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
        detector.feed(bytes, true);
        return with(detector.guess(None, Utf8Detection::Allow), bytes, true);
    };
    if text.is_ascii()
        && let Some(encoding) = declared(bytes).filter(|encoding| !encoding.is_ascii_compatible())
    {
        // ISO-2022-JP is written in ASCII bytes.
        return with(encoding, bytes, false);
    }
    Decoded { text: text.to_owned(), charset: UTF_8.name(), guessed: false, replaced: 0 }
}

/// Decodes bytes in the character set of a WHATWG label (`windows-1251`); `None` where there is none of that name.
pub fn decode_label(bytes: &[u8], label: &str) -> Option<Decoded> {
    Some(with(Encoding::for_label_no_replacement(label.as_bytes())?, bytes, false))
}

fn with(encoding: &'static Encoding, bytes: &[u8], guessed: bool) -> Decoded {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let replaced = if had_errors { text.matches('\u{FFFD}').count() } else { 0 };
    Decoded { text: text.into_owned(), charset: encoding.name(), guessed, replaced }
}

/// UTF-16 without a byte-order mark, told by the zero bytes of its ASCII characters.
pub(super) fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding != UTF_8).then_some(encoding);
    }
    let sample = bytes.get(..1024).unwrap_or(bytes);
    let zeros = |odd: usize| sample.iter().enumerate().filter(|(i, byte)| i % 2 == odd && **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = |n: usize| n * 4 > sample.len();
    let few = |n: usize| n * 50 < sample.len();
    if sample.len() < 8 {
        None
    } else if many(odd) && few(even) {
        Some(UTF_16LE)
    } else if many(even) && few(odd) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The character set that a `<meta>` or an XML declaration near the start names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..PRESCAN).unwrap_or(bytes);
    let mut at = 0;
    while let Some(found) = find(&head[at..], b"<") {
        let tag = &head[at + found + 1..];
        let length = find(tag, b">").unwrap_or(tag.len());
        at += found + 1;
        let key: &[u8] = if starts(tag, b"meta") {
            b"charset"
        } else if starts(tag, b"?xml") {
            b"encoding"
        } else {
            continue;
        };
        if let Some(encoding) = label_after(&tag[..length], key) {
            // A page that could be read this far is not UTF-16.
            return Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding });
        }
    }
    None
}

/// The label in `key = "label"`, where it names a known character set.
fn label_after(bytes: &[u8], key: &[u8]) -> Option<&'static Encoding> {
    let rest = &bytes[find(bytes, key)? + key.len()..];
    let rest = rest.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or(rest.strip_prefix(b"'")).unwrap_or(rest);
    let length = rest.iter().position(|byte| matches!(byte, b'"' | b'\'' | b';' | b' ' | b'>' | b'/' | b'?')).unwrap_or(rest.len());
    // The "replacement" encoding stands for dangerous ones and would throw the text away.
    Encoding::for_label_no_replacement(&rest[..length])
}

fn starts(bytes: &[u8], prefix: &[u8]) -> bool {
    bytes.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window.eq_ignore_ascii_case(needle))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = "Переговоры в Стамбуле завершились без соглашения о прекращении огня, сообщили обе делегации.";

    #[track_caller]
    fn check(bytes: &[u8], media_type: Option<&str>, charset: &str, guessed: bool, has: &str) {
        let decoded = decode(bytes, media_type);
        assert_eq!((decoded.charset, decoded.guessed, decoded.replaced), (charset, guessed, 0));
        assert!(decoded.text.contains(has), "{}", decoded.text);
    }

    #[test]
    fn every_way_to_say_it() {
        let cyrillic = encoding_rs::WINDOWS_1251.encode(RUSSIAN).0.into_owned();
        check(RUSSIAN.as_bytes(), None, "UTF-8", false, "Стамбуле");
        check(&cyrillic, Some("text/plain; charset=windows-1251"), "windows-1251", false, "Стамбуле");
        check(&cyrillic, None, "windows-1251", true, "Стамбуле");
        let page = [b"<html><meta http-equiv=Content-Type content='text/html; charset=windows-1251'>".as_slice(), &cyrillic].concat();
        check(&page, Some("text/html"), "windows-1251", false, "Стамбуле");
        let stale = [b"<meta charset=\"iso-8859-1\">".as_slice(), RUSSIAN.as_bytes()].concat();
        check(&stale, None, "UTF-8", false, "Стамбуле");
        let le: Vec<u8> = "Talks ended, envoys said".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&le, None, "UTF-16LE", false, "envoys");
        let be: Vec<u8> = "\u{feff}Talks ended".encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&be, None, "UTF-16BE", false, "Talks");
        check("\u{feff}Talks".as_bytes(), None, "UTF-8", false, "Talks");
        check(&encoding_rs::SHIFT_JIS.encode("会談は合意なく終わった。").0, None, "Shift_JIS", true, "会談");
    }

    #[test]
    fn replaced_characters_are_counted() {
        let decoded = decode(b"caf\xe9 \xff", Some("text/plain; charset=utf-8"));
        assert_eq!(decoded.replaced, 2);
    }
}
