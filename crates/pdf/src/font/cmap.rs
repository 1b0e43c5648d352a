//! Character maps (§9.7.5, §9.10.3; Adobe Technical Note 5014): codes to characters, and codes to glyphs.

use std::collections::BTreeMap;

use crate::PdfError;
use crate::budget::{Budget, Work};
use crate::file::{Lexer, Object, Token};

/// Where codes lead.
#[derive(Clone, Debug, Default)]
pub(super) struct CMap {
    /// Lengths of codes in bytes, with the codes they hold for: length, first, last.
    spaces: Vec<(usize, u32, u32)>,
    /// Text of single codes.
    texts: BTreeMap<u32, String>,
    /// Runs of codes with running text: first, last, the first's text.
    text_ranges: Vec<(u32, u32, String)>,
    /// Runs of codes with running glyph numbers: first, last, the first's number.
    glyph_ranges: Vec<(u32, u32, u32)>,
}

/// Longest code, in bytes.
const CODE: usize = 4;

impl CMap {
    /// The map by which each two bytes are a glyph's number.
    pub(super) fn identity() -> Self {
        Self { spaces: vec![(2, 0, 0xffff)], glyph_ranges: vec![(0, 0xffff, 0)], ..Self::default() }
    }

    /// Reads a map.
    pub(super) fn parse(data: &[u8], budget: &Budget) -> Result<Self, PdfError> {
        budget.spend(Work::Parsed, data.len())?;
        let mut map = Self::default();
        let mut lexer = Lexer::content(data);
        let mut operands: Vec<Object> = Vec::new();
        while let Some(token) = lexer.token() {
            match token {
                Token::Object(object) => operands.push(object),
                Token::Word(word) => {
                    map.section(word, &operands);
                    operands.clear();
                }
            }
        }
        map.text_ranges.sort_by_key(|range| range.0);
        map.glyph_ranges.sort_unstable();
        Ok(map)
    }

    fn section(&mut self, end: &[u8], operands: &[Object]) {
        match end {
            b"endcodespacerange" => {
                for pair in operands.chunks_exact(2) {
                    if let [Object::String(low), Object::String(high)] = pair
                        && (1..=CODE).contains(&low.len())
                    {
                        self.spaces.push((low.len(), code(low), code(high)));
                    }
                }
            }
            b"endbfchar" => {
                for pair in operands.chunks_exact(2) {
                    if let [Object::String(from), Object::String(text)] = pair {
                        self.texts.insert(code(from), utf16(text));
                    }
                }
            }
            b"endbfrange" => {
                for triple in operands.chunks_exact(3) {
                    let [Object::String(low), Object::String(high), to] = triple else { continue };
                    match to {
                        Object::String(text) => self.text_ranges.push((code(low), code(high), utf16(text))),
                        Object::Array(texts) => {
                            let each = (code(low)..=code(high)).zip(texts.iter());
                            self.texts.extend(each.filter_map(|(code, text)| Some((code, utf16(text.string()?)))));
                        }
                        _ => {}
                    }
                }
            }
            b"endcidchar" => {
                for pair in operands.chunks_exact(2) {
                    if let [Object::String(from), Object::Number(glyph)] = pair {
                        self.glyph_ranges.push((code(from), code(from), *glyph as u32));
                    }
                }
            }
            b"endcidrange" => {
                for triple in operands.chunks_exact(3) {
                    if let [Object::String(low), Object::String(high), Object::Number(glyph)] = triple {
                        self.glyph_ranges.push((code(low), code(high), *glyph as u32));
                    }
                }
            }
            _ => {}
        }
    }

    /// The length of the code that `bytes` begin with, in bytes; `fallback` where no space says so.
    pub(super) fn length(&self, bytes: &[u8], fallback: usize) -> usize {
        for length in 1..=CODE.min(bytes.len()) {
            let value = code(bytes.get(..length).unwrap_or_default());
            if self.spaces.iter().any(|(l, low, high)| *l == length && (*low..=*high).contains(&value)) {
                return length;
            }
        }
        self.spaces.iter().map(|space| space.0).min().unwrap_or(fallback)
    }

    /// The text of a code.
    pub(super) fn text(&self, code: u32) -> Option<String> {
        if let Some(text) = self.texts.get(&code) {
            return Some(text.clone());
        }
        let after = self.text_ranges.partition_point(|range| range.0 <= code);
        let (first, last, text) = self.text_ranges.get(after.checked_sub(1)?)?;
        if code > *last {
            return None;
        }
        // Only the last character runs on.
        let mut chars: Vec<char> = text.chars().collect();
        let end = chars.pop()?;
        chars.push(char::from_u32(u32::from(end).checked_add(code - first)?)?);
        Some(chars.into_iter().collect())
    }

    /// The number of a code's glyph.
    pub(super) fn glyph(&self, code: u32) -> Option<u32> {
        let after = self.glyph_ranges.partition_point(|range| range.0 <= code);
        let (first, last, glyph) = self.glyph_ranges.get(after.checked_sub(1)?)?;
        (code <= *last).then(|| glyph.wrapping_add(code - first))
    }
}

/// Bytes as a number.
pub(super) fn code(bytes: &[u8]) -> u32 {
    bytes.iter().take(CODE).fold(0, |code, byte| (code << 8) | u32::from(*byte))
}

/// UTF-16, big end first; a lone byte is a character.
pub(super) fn utf16(bytes: &[u8]) -> String {
    if let [byte] = bytes {
        return char::from(*byte).to_string();
    }
    let units = bytes.chunks_exact(2).map(code).filter_map(|unit| u16::try_from(unit).ok());
    char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn to_unicode() {
        let text = b"1 begincodespacerange <00> <7f> <8000> <ffff> endcodespacerange
            2 beginbfchar <41> <00660069> <8001> <d83dde00> endbfchar
            2 beginbfrange <8100> <8102> <0410> <8200> <8201> [<0041> <0042>] endbfrange";
        let map = CMap::parse(text, &Budget::new()).unwrap();
        assert_eq!(map.text(0x41).as_deref(), Some("fi"));
        assert_eq!(map.text(0x8001).as_deref(), Some("😀"));
        assert_eq!(map.text(0x8102).as_deref(), Some("В"));
        assert_eq!(map.text(0x8103), None);
        assert_eq!(map.text(0x8201).as_deref(), Some("B"));
        assert_eq!(map.length(&[0x41, 0x41], 2), 1);
        assert_eq!(map.length(&[0x81, 0x00], 2), 2);
    }

    #[test]
    fn to_glyphs() {
        let map = CMap::parse(b"1 begincidrange <0000> <00ff> 5 endcidrange", &Budget::new()).unwrap();
        assert_eq!(map.glyph(3), Some(8));
        assert_eq!(map.glyph(0x100), None);
        assert_eq!(CMap::identity().glyph(77), Some(77));
    }

    #[test]
    fn endless_range_is_cheap() {
        let map = CMap::parse(b"1 beginbfrange <00000000> <ffffffff> [<0041>] <00> <ffffffff> <0041> endbfrange", &Budget::new()).unwrap();
        assert_eq!(map.text(1).as_deref(), Some("B"));
    }
}
