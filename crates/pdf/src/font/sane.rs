//! Characters as text has them: ligatures taken apart, private ones that are known named, meaningless ones told.

/// What a font says its glyph stands for, made sane; `None` where it says nothing: control characters, U+FFFD and the private areas.
pub(super) fn text(said: &str) -> Option<String> {
    let mut out = String::with_capacity(said.len());
    for c in said.chars() {
        match c {
            'ﬀ' => out.push_str("ff"),
            'ﬁ' | '\u{f001}' => out.push_str("fi"),
            'ﬂ' | '\u{f002}' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            'ﬅ' | 'ﬆ' => out.push_str("st"),
            // Symbol fonts put their code page here; of Symbol and Wingdings, only bullets stand in running text.
            '\u{f0b7}' | '\u{f0a7}' | '\u{f06c}' | '\u{f0a8}' | '\u{f0d8}' | '\u{f076}' => out.push('•'),
            '\u{f020}'..='\u{f07e}' => out.extend(char::from_u32(u32::from(c) - 0xf000)),
            '\t' | '\n' | '\r' | '\u{a0}' => out.push(' '),
            '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => return None,
            _ if c.is_control() => return None,
            _ => out.push(c),
        }
    }
    (!out.is_empty()).then_some(out)
}

#[cfg(test)]
mod tests {
    #[test]
    fn ligatures_and_private_use() {
        assert_eq!(super::text("ﬃ").as_deref(), Some("ffi"));
        assert_eq!(super::text("\u{f001}").as_deref(), Some("fi"));
        assert_eq!(super::text("\u{f0b7}").as_deref(), Some("•"));
        assert_eq!(super::text("\u{f041}").as_deref(), Some("A"));
        assert_eq!(super::text("\u{e123}"), None);
        assert_eq!(super::text("\0"), None);
        assert_eq!(super::text(""), None);
    }
}
