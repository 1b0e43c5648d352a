//! RTF to tokens (Microsoft's specification 1.9.1, "RTF Syntax").

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\name` or `\name12`.
    Word(&'a str, Option<i32>),
    /// `\~`: a control symbol.
    Symbol(u8),
    /// A character's byte, written as it is or as `\'hh`.
    Byte(u8),
}

/// The tokens of a document.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    fn control(&mut self) -> Option<Token<'a>> {
        let letters = self.bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        if letters == 0 {
            let (symbol, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            if *symbol != b'\'' {
                return Some(Token::Symbol(*symbol));
            }
            let digits = rest.get(..2).and_then(|hex| std::str::from_utf8(hex).ok()).and_then(|hex| u8::from_str_radix(hex, 16).ok());
            if digits.is_some() {
                self.bytes = &rest[2..];
            }
            return Some(Token::Byte(digits.unwrap_or(b'\'')));
        }
        let (name, rest) = self.bytes.split_at(letters);
        let sign = usize::from(rest.starts_with(b"-"));
        let digits = rest[sign..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let length = if digits == 0 { 0 } else { sign + digits };
        let value = std::str::from_utf8(&rest[..length]).ok().and_then(|number| number.parse().ok());
        let rest = &rest[length..];
        self.bytes = rest.strip_prefix(b" ").unwrap_or(rest);
        let name = std::str::from_utf8(name).unwrap_or_default();
        if name == "bin" {
            // Bytes of a picture, as they are.
            let skipped = value.and_then(|n| usize::try_from(n).ok()).unwrap_or(0).min(self.bytes.len());
            self.bytes = &self.bytes[skipped..];
        }
        Some(Token::Word(name, value))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            return match byte {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                // Line ends are there for the reader of the file; zero bytes fill it up.
                b'\r' | b'\n' | 0 => continue,
                byte => Some(Token::Byte(*byte)),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens() {
        let tokens: Vec<Token<'_>> = Tokens::new(b"{\\b0 a\\'e9\r\n\\~\\u-10 ?\\bin2 \\}\\par}\\").collect();
        use Token::{Byte, Close, Open, Symbol, Word};
        let want = [
            Open,
            Word("b", Some(0)),
            Byte(b'a'),
            Byte(0xe9),
            Symbol(b'~'),
            Word("u", Some(-10)),
            Byte(b'?'),
            Word("bin", Some(2)),
            Word("par", None),
            Close,
        ];
        assert_eq!(tokens, want);
        assert_eq!(Tokens::new(b"\\'").collect::<Vec<_>>(), [Byte(b'\'')]);
    }
}
