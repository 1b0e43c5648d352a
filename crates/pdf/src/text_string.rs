//! Strings that people read: titles, names, dates (§7.9.2, §7.9.4).

/// Characters of PDFDocEncoding that are not Latin-1's: from 0x18 and from 0x80 on.
const LOW: &str = "˘ˇˆ˙˝˛˚˜";
const HIGH: &str = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž";

/// Decodes a text string: UTF-16 or UTF-8 where it says so, else PDFDocEncoding.
pub(crate) fn decode(bytes: &[u8]) -> String {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).filter_map(|pair| Some(unit(pair.try_into().ok()?)));
        char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect::<String>()
    };
    match bytes {
        [0xfe, 0xff, rest @ ..] => without_language(&utf16(rest, u16::from_be_bytes)),
        [0xff, 0xfe, rest @ ..] => without_language(&utf16(rest, u16::from_le_bytes)),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        // Many writers put UTF-8 here without saying so; text in PDFDocEncoding is hardly ever valid UTF-8.
        _ => std::str::from_utf8(bytes).map_or_else(|_| bytes.iter().map(|byte| pdf_doc(*byte)).collect(), str::to_owned),
    }
}

fn pdf_doc(byte: u8) -> char {
    let nth = |table: &str, from: u8| table.chars().nth(usize::from(byte - from));
    match byte {
        0x18..0x20 => nth(LOW, 0x18),
        0x80..=0x9e => nth(HIGH, 0x80),
        0xa0 => Some('€'),
        _ => Some(char::from(byte)),
    }
    .unwrap_or('\u{fffd}')
}

/// Takes out language codes, which stand between escape characters.
fn without_language(text: &str) -> String {
    text.split('\u{1b}').step_by(2).collect()
}

/// A date `D:YYYYMMDDHHmmSSOHH'mm` as ISO 8601: the day, and the time where it is given with its zone.
pub(crate) fn date(text: &str) -> Option<String> {
    let text = text.trim().strip_prefix("D:").unwrap_or(text.trim());
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let field = |from: usize, to: usize, low: u32, high: u32| {
        let field = digits.get(from..to)?;
        field.parse::<u32>().ok().filter(|n| (low..=high).contains(n)).map(|_| field)
    };
    let day = format!("{}-{}-{}", field(0, 4, 1900, 2999)?, field(4, 6, 1, 12)?, field(6, 8, 1, 31)?);
    let time = || {
        let time = format!("T{}:{}:{}", field(8, 10, 0, 23)?, field(10, 12, 0, 59)?, field(12, 14, 0, 59).unwrap_or("00"));
        let zone = text.get(digits.len()..)?;
        if zone.starts_with('Z') {
            return Some(time + "Z");
        }
        let sign = zone.chars().next().filter(|c| matches!(c, '+' | '-'))?;
        let numbers: String = zone.chars().filter(char::is_ascii_digit).take(4).collect();
        let (hours, minutes) = (numbers.get(..2)?, numbers.get(2..4).unwrap_or("00"));
        Some(format!("{time}{sign}{hours}:{minutes}"))
    };
    Some(time().map_or_else(|| day.clone(), |time| format!("{day}{time}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings() {
        assert_eq!(decode(b"\xfe\xff\0H\0\xe9"), "Hé");
        assert_eq!(decode(b"\xfe\xff\0\x1b\0e\0n\0\x1b\0H"), "H");
        assert_eq!(decode(b"\xef\xbb\xbfH\xc3\xa9"), "Hé");
        assert_eq!(decode(b"H\xe9 \x8dso\x8e"), "Hé “so”");
        assert_eq!(HIGH.chars().count(), 0x9f - 0x80);
    }

    #[test]
    fn dates() {
        for (text, want) in [
            ("D:20261124134108+01'00'", Some("2026-11-24T13:41:08+01:00")),
            ("D:20261124134108Z", Some("2026-11-24T13:41:08Z")),
            ("D:20261124", Some("2026-11-24")),
            ("20261124134108", Some("2026-11-24")),
            ("D:20261324", None),
            ("yesterday", None),
        ] {
            assert_eq!(date(text).as_deref(), want, "{text}");
        }
    }
}
