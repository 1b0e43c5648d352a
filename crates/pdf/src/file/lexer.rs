//! Bytes to tokens and objects (§7.2, §7.3).

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Dict, Id, Object};

/// Deepest nesting of arrays and dictionaries; deeper ones are null.
const DEPTH: usize = 64;

/// Reads objects and operators from a slice, from front to back.
#[derive(Debug)]
pub(crate) struct Lexer<'a> {
    data: &'a [u8],
    pub(crate) at: usize,
    /// Whether `1 0 R` is a reference, as it is everywhere but in content streams.
    refs: bool,
}

/// What stands next.
#[derive(Debug, PartialEq)]
pub(crate) enum Token<'a> {
    /// An object.
    Object(Object),
    /// A keyword or operator; a stray delimiter, too.
    Word(&'a [u8]),
}

pub(super) const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

const fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

const fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !is_delimiter(byte)
}

const fn hex(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

impl<'a> Lexer<'a> {
    /// Reads a file's objects from `at` on.
    pub(crate) const fn new(data: &'a [u8], at: usize) -> Self {
        Self { data, at, refs: true }
    }

    /// Reads a content stream, in which there are no references.
    pub(crate) const fn content(data: &'a [u8]) -> Self {
        Self { data, at: 0, refs: false }
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.data.get(self.at).copied()
    }

    fn peek_at(&self, ahead: usize) -> Option<u8> {
        self.data.get(self.at + ahead).copied()
    }

    /// What is left.
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.data.get(self.at..).unwrap_or_default()
    }

    /// Skips white space and comments.
    pub(crate) fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|b| b != b'\n' && b != b'\r') {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// Takes `word` if it stands next.
    pub(crate) fn take(&mut self, word: &[u8]) -> bool {
        let found = self.rest().starts_with(word);
        self.at += if found { word.len() } else { 0 };
        found
    }

    /// Takes a number of digits only.
    pub(crate) fn digits(&mut self) -> Option<u64> {
        let mut value = None;
        while let Some(byte @ b'0'..=b'9') = self.peek() {
            value = Some(value.unwrap_or(0_u64).checked_mul(10)?.checked_add(u64::from(byte - b'0'))?);
            self.at += 1;
        }
        value
    }

    /// Takes the next token; `None` at the end.
    pub(crate) fn token(&mut self) -> Option<Token<'a>> {
        self.token_within(DEPTH)
    }

    /// Takes the next object; a word in its place is null and stays.
    pub(crate) fn object(&mut self) -> Object {
        let start = self.at;
        match self.token() {
            Some(Token::Object(object)) => object,
            _ => {
                self.at = start;
                Object::Null
            }
        }
    }

    fn token_within(&mut self, depth: usize) -> Option<Token<'a>> {
        self.skip_space();
        let byte = self.peek()?;
        let start = self.at;
        let object = match byte {
            b'(' => self.literal(),
            b'<' if self.peek_at(1) == Some(b'<') => {
                self.at += 2;
                self.dict(depth)
            }
            b'<' => self.hex_string(),
            b'[' => {
                self.at += 1;
                self.array(depth)
            }
            b'/' => self.name(),
            b'0'..=b'9' | b'+' | b'-' | b'.' => match self.number_or_ref() {
                Some(object) => object,
                None => return Some(self.word(start)),
            },
            b'>' if self.peek_at(1) == Some(b'>') => {
                self.at += 2;
                return Some(Token::Word(b">>"));
            }
            _ if is_delimiter(byte) => {
                self.at += 1;
                return Some(Token::Word(self.data.get(start..self.at)?));
            }
            _ => match self.word(start) {
                Token::Word(b"true") => Object::Bool(true),
                Token::Word(b"false") => Object::Bool(false),
                Token::Word(b"null") => Object::Null,
                word => return Some(word),
            },
        };
        Some(Token::Object(object))
    }

    fn word(&mut self, start: usize) -> Token<'a> {
        self.at = start;
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
        Token::Word(self.data.get(start..self.at).unwrap_or_default())
    }

    /// A number, tolerant of doubled signs and stray ones inside, as other readers are; or a reference.
    fn number_or_ref(&mut self) -> Option<Object> {
        let start = self.at;
        let (mut whole, mut scale, mut negative, mut digits) = (0.0_f64, 0.0_f64, false, 0);
        while let Some(byte) = self.peek().filter(|b| is_regular(*b)) {
            match byte {
                b'-' if digits == 0 => negative = true,
                b'+' if digits == 0 => {}
                b'.' if scale == 0.0 => scale = 1.0,
                b'0'..=b'9' if scale == 0.0 => {
                    whole = whole * 10.0 + f64::from(byte - b'0');
                    digits += 1;
                }
                b'0'..=b'9' => {
                    scale /= 10.0;
                    whole += f64::from(byte - b'0') * scale;
                    digits += 1;
                }
                b'-' => {}
                _ => return None,
            }
            self.at += 1;
        }
        // "-" and "." alone stand for 0 in sloppy files.
        if self.refs && digits > 0 && scale == 0.0 && !negative {
            let after = self.at;
            self.skip_space();
            let generation = self.digits().and_then(|g| u16::try_from(g).ok());
            self.skip_space();
            if let Some(generation) = generation
                && self.peek() == Some(b'R')
                && !self.peek_at(1).is_some_and(is_regular)
                && whole <= f64::from(u32::MAX)
            {
                self.at += 1;
                return Some(Object::Ref(Id { number: whole as u32, generation }));
            }
            self.at = after;
        }
        (self.at > start).then_some(Object::Number(if negative { -whole } else { whole }))
    }

    fn name(&mut self) -> Object {
        self.at += 1;
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|b| is_regular(*b)) {
            self.at += 1;
            let escaped = (byte == b'#').then(|| Some(hex(self.peek()?)? * 16 + hex(self.peek_at(1)?)?)).flatten();
            if escaped.is_some() {
                self.at += 2;
            }
            name.push(escaped.unwrap_or(byte));
        }
        Object::Name(name.into())
    }

    fn hex_string(&mut self) -> Object {
        self.at += 1;
        let (mut bytes, mut high) = (Vec::new(), None);
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            if let Some(digit) = hex(byte) {
                match high.take() {
                    Some(high) => bytes.push(high * 16 + digit),
                    None => high = Some(digit),
                }
            }
        }
        bytes.extend(high.map(|high| high * 16));
        Object::String(bytes.into())
    }

    fn literal(&mut self) -> Object {
        self.at += 1;
        let (mut bytes, mut open) = (Vec::new(), 1_usize);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                }
                b'\\' => {
                    bytes.extend(self.escape());
                    continue;
                }
                _ => {}
            }
            bytes.push(byte);
        }
        Object::String(bytes.into())
    }

    /// What follows a backslash; nothing for the end of a line.
    fn escape(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'\n' => return None,
            b'\r' => {
                self.take(b"\n");
                return None;
            }
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    value = value * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                (value & 0xff) as u8
            }
            other => other,
        })
    }

    fn array(&mut self, depth: usize) -> Object {
        let mut items = Vec::new();
        let Some(depth) = depth.checked_sub(1) else { return Object::Null };
        loop {
            let start = self.at;
            match self.token_within(depth) {
                Some(Token::Object(object)) => items.push(object),
                Some(Token::Word(b"]")) | None => break,
                Some(Token::Word(b"endobj" | b"endstream" | b">>")) => {
                    self.at = start;
                    break;
                }
                Some(Token::Word(_)) => {}
            }
        }
        Object::Array(items.into())
    }

    fn dict(&mut self, depth: usize) -> Object {
        let mut entries = BTreeMap::new();
        let Some(depth) = depth.checked_sub(1) else { return Object::Null };
        loop {
            let start = self.at;
            match self.token_within(depth) {
                Some(Token::Object(Object::Name(key))) => {
                    let at = self.at;
                    match self.token_within(depth) {
                        Some(Token::Object(value)) => {
                            entries.insert(key, value);
                        }
                        _ => self.at = at,
                    }
                }
                Some(Token::Word(b">>")) | None => break,
                Some(Token::Word(b"endobj" | b"stream" | b"endstream")) => {
                    self.at = start;
                    break;
                }
                Some(_) => {}
            }
        }
        Object::Dict(Dict(Rc::new(entries)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(text: &str) -> Object {
        Lexer::new(text.as_bytes(), 0).object()
    }

    #[test]
    fn objects() {
        assert_eq!(object("-12.5 "), Object::Number(-12.5));
        assert_eq!(object("--4"), Object::Number(-4.0));
        assert_eq!(object("12 0 R"), Object::Ref(Id { number: 12, generation: 0 }));
        assert_eq!(object("12 0 Rx"), Object::Number(12.0));
        assert_eq!(object("/A#20b"), Object::Name(b"A b".as_slice().into()));
        assert_eq!(object("<4a4B5>"), Object::String(b"JKP".as_slice().into()));
        assert_eq!(
            object(
                r"(a(b)\)\101\n\
c)"
            ),
            Object::String(b"a(b))A\nc".as_slice().into())
        );
        let dict = object("<< /A [1 (x) /N] /B << /C true >> >>");
        let dict = dict.dict().unwrap();
        assert_eq!(dict.get("A").array().unwrap().len(), 3);
        assert_eq!(dict.get("B").dict().unwrap().get("C"), &Object::Bool(true));
        assert_eq!(dict.get("D"), &Object::Null);
    }

    #[test]
    fn nesting_is_bounded() {
        let deep = "[".repeat(100_000);
        assert!(matches!(object(&deep), Object::Array(_)));
        assert!(matches!(object(&"<</A".repeat(100_000)), Object::Dict(_)));
    }

    #[test]
    fn content_has_operators() {
        let mut lexer = Lexer::content(b"1 0 0 RG [(a) -20] TJ");
        let words: Vec<_> =
            std::iter::from_fn(|| lexer.token()).filter_map(|t| if let Token::Word(w) = t { Some(w) } else { None }).collect();
        assert_eq!(words, [b"RG".as_slice(), b"TJ"]);
    }
}
