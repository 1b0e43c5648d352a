//! Names of glyphs to characters.

/// Names and code points of the Adobe Glyph List 2.0, for the Latin, Greek and Cyrillic alphabets and for punctuation; sorted by name.
const NAMES: &str = include_str!("glyph_names.txt");

/// The text of a glyph's name, by the rules of the Adobe Glyph List specification: what follows a full stop is a variant, `_` joins the parts of
/// a ligature, `uni` and `u` are followed by code points.
pub(super) fn text(name: &str) -> Option<String> {
    if let Some(c) = listed(name) {
        return Some(c.to_string());
    }
    let name = name.split_once('.').map_or(name, |(name, _)| name);
    let text: Option<String> = name.split('_').map(part).collect::<Option<Vec<String>>>().map(|parts| parts.concat());
    text.filter(|text| !text.is_empty())
}

fn part(name: &str) -> Option<String> {
    if let Some(c) = listed(name) {
        return Some(c.to_string());
    }
    let mut chars = name.chars();
    if let (Some(only), None) = (chars.next(), chars.next()) {
        return Some(only.to_string());
    }
    let hex = |digits: &str| {
        let sound = digits.bytes().all(|b| b.is_ascii_hexdigit());
        sound.then(|| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)).flatten()
    };
    if let Some(digits) = name.strip_prefix("uni").filter(|digits| digits.len() >= 4 && digits.len().is_multiple_of(4) && digits.is_ascii())
    {
        return digits.as_bytes().chunks(4).map(|four| hex(std::str::from_utf8(four).ok()?)).collect();
    }
    let digits = name.strip_prefix('u').filter(|digits| (4..=6).contains(&digits.len()))?;
    hex(digits).map(|c| c.to_string())
}

fn listed(name: &str) -> Option<char> {
    let mut rest = NAMES;
    // Halves the list until the name's line is found; lines are found from any byte, as the list is ASCII.
    while !rest.is_empty() {
        let middle = rest.len() / 2;
        let start = rest.get(..middle)?.rfind('\n').map_or(0, |at| at + 1);
        let length = rest.get(start..)?.find('\n')?;
        let (found, code) = rest.get(start..start + length)?.split_once(' ')?;
        match name.cmp(found) {
            std::cmp::Ordering::Equal => return u32::from_str_radix(code, 16).ok().and_then(char::from_u32),
            std::cmp::Ordering::Less => rest = rest.get(..start)?,
            std::cmp::Ordering::Greater => rest = rest.get(start + length + 1..)?,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (name, want) in [
            ("eacute", Some("é")),
            ("A", Some("A")),
            ("quotedblleft", Some("“")),
            ("f_f_i", Some("ffi")),
            ("f_j", Some("fj")),
            ("one.oldstyle", Some("1")),
            ("uni0416", Some("Ж")),
            ("u1F600", Some("😀")),
            ("afii10017", Some("А")),
            ("zcaron", Some("ž")),
            ("AE", Some("Æ")),
            ("g123", None),
            (".notdef", None),
        ] {
            assert_eq!(text(name).as_deref(), want, "{name}");
        }
    }

    #[test]
    fn list_is_sorted() {
        let names: Vec<&str> = NAMES.lines().filter_map(|line| line.split(' ').next()).collect();
        assert!(names.is_sorted());
        assert!(names.iter().all(|name| listed(name).is_some()));
    }
}
