//! The encodings of fonts with one byte a character (ISO 32000-1, annex D).

/// A base encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Standard,
    WinAnsi,
    MacRoman,
}

/// Windows' code page 1252 from 0x80 to 0x9f; `•` for what is not assigned, as the standard has it.
const WIN: &str = "€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ";
/// Mac OS Roman from 0x80 on; the apple at 0xf0 is left out.
const MAC: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{fffd}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
/// Adobe's standard encoding from 0xa0 on; a space for what is not assigned.
const STANDARD: &str = " ¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß    ";

impl Encoding {
    /// The character of a byte.
    pub(super) fn char(self, byte: u8) -> Option<char> {
        let nth = |table: &str, from: u8| table.chars().nth(usize::from(byte - from));
        let c = match (self, byte) {
            (_, 0..0x20) => return None,
            (Self::Standard, b'\'') => '’',
            (Self::Standard, b'`') => '‘',
            (_, 0x20..0x7f) => char::from(byte),
            (Self::WinAnsi, 0x80..0xa0) => nth(WIN, 0x80)?,
            (Self::WinAnsi, 0xa0..) => char::from(byte),
            (Self::MacRoman, 0x80..) => nth(MAC, 0x80)?,
            (Self::Standard, 0xa0..) => nth(STANDARD, 0xa0).filter(|c| *c != ' ')?,
            (_, 0x7f..) => return None,
        };
        (c != '\u{fffd}').then_some(c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_whole() {
        assert_eq!(WIN.chars().count(), 32);
        assert_eq!(MAC.chars().count(), 128);
        assert_eq!(STANDARD.chars().count(), 96);
    }

    #[test]
    fn known_codes() {
        use Encoding::{MacRoman, Standard, WinAnsi};
        for (encoding, byte, want) in [
            (WinAnsi, 0x93, '“'),
            (WinAnsi, 0xe9, 'é'),
            (MacRoman, 0x8e, 'é'),
            (MacRoman, 0xca, '\u{a0}'),
            (MacRoman, 0xd0, '–'),
            (MacRoman, 0xde, 'ﬁ'),
            (MacRoman, 0xff, 'ˇ'),
            (Standard, 0x27, '’'),
            (Standard, 0xae, 'ﬁ'),
            (Standard, 0xb7, '•'),
            (Standard, 0xd0, '—'),
            (Standard, 0xe1, 'Æ'),
            (Standard, 0xe8, 'Ł'),
            (Standard, 0xf1, 'æ'),
            (Standard, 0xf5, 'ı'),
            (Standard, 0xfb, 'ß'),
        ] {
            assert_eq!(encoding.char(byte), Some(want), "{encoding:?} {byte:x}");
        }
        assert_eq!(Standard.char(0xe2), None);
        assert_eq!(WinAnsi.char(9), None);
    }
}
