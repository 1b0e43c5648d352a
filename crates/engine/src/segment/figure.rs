//! One key for the ways to write a figure.

use super::language::Language;
use super::lexicon::{NUMBER_WORDS, look_up};
use super::word::is_group_space;

/// The figure a folded English word stands for, `#` and the value: `6,000` and `6000` are one, and so are `three` and `3`.
pub(crate) fn figure(folded: &str) -> Option<String> {
    let value = if starts_with_digit(folded) { without_groups(folded, false) } else { counted(look_up(NUMBER_WORDS, folded)?)?.to_owned() };
    Some(format!("#{value}"))
}

/// As [`figure`], in a language.
pub(super) fn figure_in(language: &Language, folded: &str) -> Option<String> {
    let value = if starts_with_digit(folded) {
        without_groups(folded, language.has_decimal_comma)
    } else {
        counted(language.number_words.value(folded)?)?.to_owned()
    };
    Some(format!("#{value}"))
}

fn starts_with_digit(folded: &str) -> bool {
    folded.starts_with(|c: char| c.is_ascii_digit())
}

/// The value of a number word that counts as a figure when it stands alone. "One" is too common for that; "thousand" and "million" only scale the
/// figure before them.
fn counted(value: &'static str) -> Option<&'static str> {
    (value != "1" && value.len() <= 3 && value.bytes().all(|b| b.is_ascii_digit())).then_some(value)
}

/// A number without what parts its thousands, with a decimal point.
fn without_groups(written: &str, has_decimal_comma: bool) -> String {
    let digits: String = written.chars().filter(|c| !is_group_space(*c) && *c != '٬').map(|c| if c == '٫' { '.' } else { c }).collect();
    let digits = digits.trim_end_matches(['.', ',']);
    let is_whole = || {
        let mut groups = digits.split(['.', ',']);
        let head = groups.next().unwrap_or_default();
        head != "0" && head.len() <= 3 && groups.all(|group| group.len() == 3)
    };
    match digits.rsplit_once(',') {
        _ if !has_decimal_comma => digits.replace(',', ""),
        // Countries of one language differ in which mark parts thousands; groups of three digits are thousands with either.
        _ if is_whole() => digits.replace(['.', ','], ""),
        Some((whole, decimals)) => format!("{}.{decimals}", whole.replace(['.', ','], "")),
        None => digits.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::language::language;

    #[test]
    fn figures_have_one_key_however_written() {
        for (code, written, expected) in [
            ("en", "6,000", Some("#6000")),
            ("en", "2.4", Some("#2.4")),
            ("en", "three", Some("#3")),
            ("en", "one", None),
            ("en", "million", None),
            ("de", "6.000", Some("#6000")),
            ("de", "1.250.000", Some("#1250000")),
            ("de", "2,4", Some("#2.4")),
            ("de", "1.234,5", Some("#1234.5")),
            ("de", "18.30", Some("#18.30")),
            ("de", "0,125", Some("#0.125")),
            ("de", "zwölf", Some("#12")),
            ("es", "6,000", Some("#6000")),
            ("fr", "6\u{a0}000", Some("#6000")),
            ("fr", "quinze", Some("#15")),
            ("ru", "двенадцати", Some("#12")),
            ("uk", "п'ять", Some("#5")),
            ("pt", "uma", None),
            ("ar", "6٬000", Some("#6000")),
        ] {
            assert_eq!(figure_in(language(Some(code)), written).as_deref(), expected, "{code} {written}");
        }
        assert_eq!(figure("twelve"), figure("12"));
    }
}
