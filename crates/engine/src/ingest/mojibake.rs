//! UTF-8 that something on the way read as another character set: "donâ€™t", "cafÃ©", "РџСЂРёРІРµС‚".
//!
//! Each character of such a text stands for a byte. Where the bytes are UTF-8 again, and the text shows signs that no language writes, what it was
//! can be told for certain. The idea is that of ftfy (Robyn Speer); rules and tables are our own.

use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};

/// A text put right.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Repair {
    pub(super) text: String,
    /// What it had been read as, as a WHATWG label.
    pub(super) charset: &'static str,
    /// Places that were put right: runs of misread characters.
    pub(super) places: usize,
    /// How the first of them is written in the text that was not put right.
    pub(super) sign: String,
}

/// How often a text may have been misread in a row.
const PASSES: usize = 3;

/// The text put right, if it was misread for certain: what is replaced decodes without loss, and holds signs that no language writes.
pub(super) fn repair(text: &str) -> Option<Repair> {
    // A misread character is two or more in a row beyond ASCII.
    let mut beyond = text.chars().map(|c| !c.is_ascii());
    let mut before = false;
    if !beyond.any(|c| std::mem::replace(&mut before, c) && c) {
        return None;
    }
    let mut repair = once(text)?;
    for _ in 1..PASSES {
        match once(&repair.text) {
            Some(further) => repair.text = further.text,
            None => break,
        }
    }
    Some(repair)
}

fn once(text: &str) -> Option<Repair> {
    [WINDOWS_1252, WINDOWS_1251].into_iter().find_map(|encoding| Reading::of(text, encoding).repair(encoding))
}

/// A text read as the bytes that its characters stand for.
struct Reading {
    text: String,
    /// Runs of misread characters.
    places: usize,
    /// Characters that belong to misread ones.
    misread: usize,
    /// Those of misread ones that no language writes.
    signs: usize,
    /// Characters beyond ASCII that were read right.
    others: usize,
    sign: String,
}

impl Reading {
    fn of(text: &str, encoding: &'static Encoding) -> Self {
        let bytes = bytes_of(encoding);
        let mut reading = Self { text: String::with_capacity(text.len()), places: 0, misread: 0, signs: 0, others: 0, sign: String::new() };
        let (mut at, mut end_of_last) = (0, None);
        while let Some(found) = text[at..].find(|c: char| !c.is_ascii()) {
            reading.text.push_str(&text[at..at + found]);
            at += found;
            let Some((meant, written)) = character(&text[at..], &bytes) else {
                let c = text[at..].chars().next().unwrap_or_default();
                reading.text.push(c);
                reading.others += 1;
                at += c.len_utf8();
                continue;
            };
            reading.text.push(meant);
            reading.places += usize::from(end_of_last != Some(at));
            reading.misread += written.chars().count();
            if is_sign(written) {
                reading.signs += 1;
                if reading.sign.is_empty() {
                    written.clone_into(&mut reading.sign);
                }
            }
            at += written.len();
            end_of_last = Some(at);
        }
        reading.text.push_str(&text[at..]);
        reading
    }

    /// One sign is enough where everything beyond ASCII was misread. Cyrillic letters are also lead bytes, so that there most of it must be.
    fn repair(self, encoding: &'static Encoding) -> Option<Repair> {
        let mostly = encoding == WINDOWS_1252 || self.others * 10 <= self.misread;
        let certain = self.signs > 0 && (self.others == 0 || (self.signs > 1 && mostly));
        certain.then(|| Repair { text: self.text, charset: encoding.name(), places: self.places, sign: self.sign })
    }
}

/// The characters that stand for the bytes from 0x80, sorted. Latin-1 and windows-1252 differ only where Latin-1 has control characters, so that
/// both stand for the same byte.
fn bytes_of(encoding: &'static Encoding) -> Vec<(char, u8)> {
    let mut bytes: Vec<(char, u8)> = (0x80..=0xFF).filter_map(|byte| Some((decoded(encoding, byte)?, byte))).collect();
    bytes.extend((0x80..=0x9F).map(|byte| (char::from(byte), byte)));
    bytes.sort_unstable();
    bytes.dedup();
    bytes
}

fn decoded(encoding: &'static Encoding, byte: u8) -> Option<char> {
    encoding.decode_without_bom_handling(&[byte]).0.chars().next()
}

/// The character that the misread ones at the start of `text` were, and those; `None` where they were none.
fn character<'a>(text: &'a str, bytes: &[(char, u8)]) -> Option<(char, &'a str)> {
    let byte = |c: char| bytes.binary_search_by_key(&c, |(listed, _)| *listed).ok().map(|at| bytes[at].1);
    let mut chars = text.char_indices();
    let lead = byte(chars.next()?.1)?;
    let length = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut sequence = [lead, 0, 0, 0];
    for place in &mut sequence[1..length] {
        *place = byte(chars.next()?.1).filter(|byte| (0x80..=0xBF).contains(byte))?;
    }
    let meant = std::str::from_utf8(&sequence[..length]).ok()?.chars().next().filter(|c| is_plausible(*c))?;
    Some((meant, &text[..chars.next().map_or(text.len(), |(at, _)| at)]))
}

/// Characters that news is written in, and those that come up when it is misread twice; by chance, others come out.
fn is_plausible(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{17f}' | '\u{18f}' | '\u{192}' | '\u{2c6}' | '\u{2dc}' | '\u{1a0}'..='\u{1b0}' | '\u{200}'..='\u{21b}' | '\u{259}' | '\u{2bb}' | '\u{2bc}' | '\u{301}'
        | '\u{386}'..='\u{3ce}' | '\u{400}'..='\u{4ff}' | '\u{531}'..='\u{58a}' | '\u{5d0}'..='\u{5ea}' | '\u{60c}'..='\u{6f9}'
        | '\u{900}'..='\u{dff}' | '\u{e01}'..='\u{e5b}' | '\u{10d0}'..='\u{10ff}' | '\u{1ea0}'..='\u{1ef9}' | '\u{2000}'..='\u{206f}'
        | '\u{20a0}'..='\u{20bf}' | '\u{2116}' | '\u{2122}' | '\u{2190}'..='\u{27bf}' | '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{fe0f}' | '\u{feff}' | '\u{ff01}'..='\u{ff5e}' | '\u{1f300}'..='\u{1faff}')
}

/// Whether no language writes these characters in a row. A capital before a quotation mark, a letter or a space is no sign: "“AMANHÃ”", "Рівне".
fn is_sign(written: &str) -> bool {
    let mut chars = written.chars();
    let lead = chars.next();
    let rest = chars.as_str();
    let is_symbol = |c: char| matches!(c, '\u{80}'..='\u{9f}' | '\u{ad}' | '€' | '†' | '‡' | '‰' | 'ˆ' | '˜' | '¡'..='¦' | '§' | '¨' | 'ª' | '¬' | '¯' | '±'..='¶' | '¸'..='º' | '¼'..='¿');
    // After these, what may follow the name of a product is no trade mark either.
    let is_mark = |c: char| matches!(c, '©' | '®' | '™' | '°' | '·') && matches!(lead, Some('Ã' | 'Â' | 'Р' | 'С' | 'Ð' | 'Ñ'));
    rest.chars().any(|c| is_symbol(c) || is_mark(c)) || written.starts_with("вЂ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `text` in UTF-8, read as `encoding`.
    fn misread(text: &str, encoding: &'static Encoding) -> String {
        encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    #[track_caller]
    fn check(written: &str, meant: &str, charset: &str, places: usize) {
        let repair = repair(written).unwrap();
        assert_eq!((repair.text.as_str(), repair.charset, repair.places), (meant, charset, places), "{written}");
        assert!(written.contains(&repair.sign));
    }

    #[test]
    fn every_way_to_misread() {
        check("donâ€™t", "don’t", "windows-1252", 1);
        check("cafÃ© olÃ©", "café olé", "windows-1252", 2);
        check("donвЂ™t", "don’t", "windows-1251", 1);
        for meant in ["Переговоры в Стамбуле", "Київ і Львів", "“Zoé” – naïve, Łódź, 100 €", "大桥周二关闭", "Η γέφυρα είναι κλειστή"]
        {
            let once = misread(meant, WINDOWS_1252);
            check(&once, meant, "windows-1252", repair(&once).unwrap().places);
            let latin1: String = meant.bytes().map(char::from).collect();
            assert_eq!(repair(&latin1).unwrap().text, meant);
            let twice = misread(&once, WINDOWS_1252);
            assert_eq!(repair(&twice).unwrap().text, meant);
        }
        let cyrillic = misread("Переговоры в Стамбуле", WINDOWS_1251);
        check(&cyrillic, "Переговоры в Стамбуле", "windows-1251", 3);
    }

    #[test]
    fn what_was_read_right_beside_it_stays() {
        assert_eq!(repair("© 2025 Zoé: itâ€™s a cafÃ©").unwrap().text, "© 2025 Zoé: it’s a café");
    }

    #[test]
    fn texts_read_right_stay() {
        for text in [
            "“AMANHÃ” e “MAÇÔ",
            "«СССР» и «АР»",
            "Рівне і Сєвєродонецьк",
            "NESCAFÉ® and CAFÉ™",
            "à\u{a0}« Paris »",
            "été»…",
            "naïve café",
            "ÉTÉ – “À”",
            "Â",
            "5 °C",
            "«Сњежана»",
            "price: £5, 10 €",
        ] {
            assert_eq!(repair(text), None, "{text}");
        }
        for line in include_str!("../../../../tests/fixtures/languages.txt").lines() {
            assert_eq!(repair(line), None, "{line}");
        }
    }

    proptest! {
        #[test]
        fn a_misread_text_comes_back(words in "[A-Za-zА-Яа-яéüßñ’“” ]{0,30}") {
            let meant = format!("{words} é ’");
            prop_assert_eq!(repair(&misread(&meant, WINDOWS_1252)).unwrap().text, meant);
        }

        #[test]
        fn repair_takes_any_text(text in any::<String>()) {
            let _ = repair(&text);
        }
    }
}
