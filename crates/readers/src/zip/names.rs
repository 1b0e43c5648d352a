//! Names in archives, which come in whatever character set the packing machine had.

use std::borrow::Cow;

use flate2::Crc;

/// A name as text: by the field that gives it in UTF-8, else UTF-8 where the flag or the bytes say so, else code page 437, which the format
/// prescribes. Backslashes, which some programs write, become slashes.
pub(super) fn decode<'a>(name: &'a [u8], is_utf8: bool, fields: &'a [u8]) -> Cow<'a, str> {
    let name = match (unicode_path(name, fields), std::str::from_utf8(name)) {
        (Some(path), _) => Cow::Borrowed(path),
        (None, Ok(name)) => Cow::Borrowed(name),
        (None, Err(_)) if is_utf8 => String::from_utf8_lossy(name),
        (None, Err(_)) => name.iter().map(|byte| cp437(*byte)).collect::<String>().into(),
    };
    if name.contains('\\') { name.replace('\\', "/").into() } else { name }
}

/// The data of an extra field by its number.
pub(super) fn field(mut fields: &[u8], wanted: u16) -> Option<&[u8]> {
    loop {
        let [a, b, c, d, rest @ ..] = fields else { return None };
        let length = usize::from(u16::from_le_bytes([*c, *d]));
        let data = rest.get(..length)?;
        if u16::from_le_bytes([*a, *b]) == wanted {
            return Some(data);
        }
        fields = &rest[length..];
    }
}

/// Info-ZIP's field with the name in UTF-8; the checksum says that it belongs to the name beside it.
fn unicode_path<'a>(name: &[u8], fields: &'a [u8]) -> Option<&'a str> {
    let [1, a, b, c, d, path @ ..] = field(fields, 0x7075)? else { return None };
    let mut crc = Crc::new();
    crc.update(name);
    (crc.sum() == u32::from_le_bytes([*a, *b, *c, *d])).then(|| std::str::from_utf8(path).ok()).flatten()
}

/// The upper half of code page 437.
const UPPER: &str =
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

fn cp437(byte: u8) -> char {
    byte.checked_sub(0x80).and_then(|upper| UPPER.chars().nth(usize::from(upper))).unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        assert_eq!(UPPER.chars().count(), 128);
        assert_eq!(decode(b"Br\x81cke.txt", false, b""), "Brücke.txt");
        assert_eq!(decode("Brücke.txt".as_bytes(), false, b""), "Brücke.txt");
        assert_eq!(decode(b"a\\b.txt", false, b""), "a/b.txt");
        assert_eq!(decode(b"\xff.txt", true, b""), "\u{fffd}.txt");
        let mut crc = Crc::new();
        crc.update(b"?.txt");
        let path = "大桥.txt";
        let length = u8::try_from(5 + path.len()).unwrap();
        let extra = [&[0x75, 0x70, length, 0, 1], crc.sum().to_le_bytes().as_slice(), path.as_bytes()].concat();
        assert_eq!(decode(b"?.txt", false, &extra), path);
        assert_eq!(decode(b"!.txt", false, &extra), "!.txt");
    }
}
