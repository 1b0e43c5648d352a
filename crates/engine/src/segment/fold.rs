//! One key for the ways to write a word.

use super::compose::{compose, without_marks};

/// What words are compared by: lower case, and [`unify`], without what languages leave out at will or write in two ways.
pub(crate) fn fold(written: &str) -> String {
    if written.is_ascii() {
        return written.to_ascii_lowercase();
    }
    // A Turkish capital with a dot becomes two characters; other languages write the name with one.
    unify(&written.to_lowercase()).replace("i\u{307}", "i").chars().filter(|c| !is_optional(*c)).fold(String::new(), |mut key, c| {
        match c {
            'ß' => key.push_str("ss"),
            _ => key.push(one_of_two(c)),
        }
        key
    })
}

/// A text as it is compared, but for case: apostrophes straight, characters nobody sees left out, letters composed with their marks.
pub(crate) fn unify(written: &str) -> String {
    if written.is_ascii() {
        return written.to_owned();
    }
    let seen = written.chars().filter(|c| !is_ignorable(*c));
    compose(&seen.map(|c| if matches!(c, '’' | '‘' | 'ʼ' | '′' | '＇') { '\'' } else { c }).collect::<String>())
}

/// Characters that change no word: soft hyphens, joiners, marks of direction, variants of glyphs.
pub(crate) fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Marks of vowels and reading that Arabic and Hebrew mostly leave out, and the stroke that stretches an Arabic word.
fn is_optional(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}')
}

/// One of two letters that one word is written with: by the country, by the keyboard, in capitals, at the end of a word. Digits of any script are those
/// of ASCII.
fn one_of_two(c: char) -> char {
    match c {
        'ё' => 'е',
        'ı' => 'i',
        'ς' => 'σ',
        // The letters with a comma that Romanian has got, and those with a cedilla that it had.
        'ș' => 'ş',
        'ț' => 'ţ',
        'ک' => 'ك',
        'ی' | 'ى' => 'ي',
        // The hamza on an alef is often left out.
        'أ' | 'إ' | 'آ' => 'ا',
        // Greek capitals have no accents.
        '\u{370}'..='\u{3ff}' => without_marks(c),
        _ => ascii_digit(c).unwrap_or(c),
    }
}

/// Where the digits of other scripts start.
const ZEROS: [char; 10] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{be6}', '\u{e50}', '\u{ed0}', '\u{1040}', '\u{17e0}', '\u{ff10}'];

fn ascii_digit(c: char) -> Option<char> {
    let value = ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(u32::from(*zero)).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::word_spans;

    #[test]
    fn one_word_however_written() {
        for (a, b) in [
            ("Istanbul", "İstanbul"),
            ("Zoé", "Zoe\u{301}"),
            ("ẤP", "a\u{302}\u{301}p"),
            ("Київ", "Киі\u{308}в"),
            ("об’єкт", "обʼєкт"),
            ("한국", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}"),
            ("ministers", "min\u{ad}is\u{200b}ters"),
            ("می\u{200c}شود", "میشود"),
            ("Королёв", "КОРОЛЕВ"),
            ("Straße", "STRASSE"),
            ("Διάλογος", "ΔΙΑΛΟΓΟΣ"),
            ("București", "Bucureşti"),
            ("مُحَمَّد", "محمد"),
            ("محـــمد", "محمد"),
            ("שָׁלוֹם", "שלום"),
            ("کتاب", "كتاب"),
            ("أعلن", "اعلن"),
            ("٢٠٢٥", "2025"),
            ("๑๒", "12"),
        ] {
            assert_eq!(fold(a), fold(b), "{a}");
            for word in [a, b] {
                assert_eq!(word_spans(word).map(|s| s.of(word)).collect::<Vec<_>>(), [word]);
            }
        }
        assert_ne!(fold("résumé"), fold("resume"));
        assert_ne!(fold("año"), fold("ano"));
    }
}
