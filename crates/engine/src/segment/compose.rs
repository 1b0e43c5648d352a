//! Letters and the marks on them made one character, so that both ways to write "é" are one word.

/// Composes letters with the marks that follow them, as Unicode's NFC does for Latin, Greek with one accent, Cyrillic and Hangul. Other characters
/// stay as they are; so do characters that only NFKC would replace.
pub(crate) fn compose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match out.chars().next_back().and_then(|before| pair(before, c)) {
            Some(composed) => {
                out.pop();
                out.push(composed);
            }
            None => out.push(c),
        }
    }
    out
}

/// The one character that is canonically equivalent to a letter with a mark, or to two parts of a syllable.
fn pair(base: char, mark: char) -> Option<char> {
    if mark < '\u{300}' {
        return None;
    }
    let small = lower(base)?;
    let found = PAIRS.iter().find(|(listed, ..)| *listed == mark).and_then(|(_, bases, composed)| {
        let at = bases.chars().position(|c| c == small)?;
        composed.chars().nth(at)
    });
    match found {
        Some(composed) if small == base => Some(composed),
        Some(composed) => composed.to_uppercase().next(),
        None => hangul(base, mark),
    }
}

/// A small letter of Latin, Greek or Cyrillic without the marks on it; other characters as they are.
pub(super) fn without_marks(c: char) -> char {
    let base = |c: char| PAIRS.iter().find_map(|(_, bases, composed)| bases.chars().nth(composed.chars().position(|with| with == c)?));
    std::iter::successors(Some(c), |c| base(*c)).last().unwrap_or(c)
}

fn lower(c: char) -> Option<char> {
    c.to_lowercase().next()
}

/// The syllable of two parts, by the arithmetic of the Unicode Standard, section 3.12.
fn hangul(a: char, b: char) -> Option<char> {
    const SYLLABLES: u32 = 0xAC00;
    let (a, b) = (u32::from(a), u32::from(b));
    match (a, b) {
        (0x1100..=0x1112, 0x1161..=0x1175) => char::from_u32(SYLLABLES + ((a - 0x1100) * 21 + (b - 0x1161)) * 28),
        (SYLLABLES..=0xD7A3, 0x11A8..=0x11C2) if (a - SYLLABLES).is_multiple_of(28) => char::from_u32(a + b - 0x11A7),
        _ => None,
    }
}

/// By mark: letters, and each with the mark. From the canonical decompositions of the Unicode Character Database 16, small letters of the blocks
/// Latin-1 to Latin Extended-B, Greek, Cyrillic and Latin Extended Additional.
const PAIRS: &[(char, &str, &str)] = &[
    ('\u{300}', "aeinouwyâêôüăēōơưеи", "àèìǹòùẁỳầềồǜằḕṑờừѐѝ"),
    ('\u{301}', "acegiklmnoprsuwyzâåæçêïôõøüăēōũơưαεηιουωϊϋϒгк", "áćéǵíḱĺḿńóṕŕśúẃýźấǻǽḉếḯốṍǿǘắḗṓṹớứάέήίόύώΐΰϓѓќ"),
    ('\u{302}', "aceghijosuwyzạẹọ", "âĉêĝĥîĵôŝûŵŷẑậệộ"),
    ('\u{303}', "aeinouvyâêôăơư", "ãẽĩñõũṽỹẫễỗẵỡữ"),
    ('\u{304}', "aegiouyäæõöüǫȧȯиуḷṛ", "āēḡīōūȳǟǣȭȫǖǭǡȱӣӯḹṝ"),
    ('\u{306}', "aegiouȩаежиуạ", "ăĕğĭŏŭḝӑӗӂйўặ"),
    ('\u{307}', "abcdefghmnoprstwxyzśšſṣ", "ȧḃċḋėḟġḣṁṅȯṗṙṡṫẇẋẏżṥṧẛṩ"),
    ('\u{308}', "aehiotuwxyõūιυϒаежзиоучыэіәө", "äëḧïöẗüẅẍÿṏṻϊϋϔӓёӝӟӥӧӱӵӹӭїӛӫ"),
    ('\u{309}', "aeiouyâêôăơư", "ảẻỉỏủỷẩểổẳởử"),
    ('\u{30a}', "auwy", "åůẘẙ"),
    ('\u{30b}', "ouу", "őűӳ"),
    ('\u{30c}', "acdeghijklnorstuzüʒ", "ǎčďěǧȟǐǰǩľňǒřšťǔžǚǯ"),
    ('\u{30f}', "aeioruѵ", "ȁȅȉȍȑȕѷ"),
    ('\u{311}', "aeioru", "ȃȇȋȏȓȗ"),
    ('\u{31b}', "ouòóõùúũọỏụủ", "ơườớỡừứữợởựử"),
    ('\u{323}', "abdehiklmnorstuvwyzâêôăơưṡ", "ạḅḍẹḥịḳḷṃṇọṛṣṭụṿẉỵẓậệộặợựṩ"),
    ('\u{324}', "u", "ṳ"),
    ('\u{325}', "a", "ḁ"),
    ('\u{326}', "st", "șț"),
    ('\u{327}', "cdeghklnrstćĕ", "çḑȩģḩķļņŗşţḉḝ"),
    ('\u{328}', "aeiouō", "ąęįǫųǭ"),
    ('\u{32d}', "delntu", "ḓḙḽṋṱṷ"),
    ('\u{32e}', "h", "ḫ"),
    ('\u{330}', "eiu", "ḛḭṵ"),
    ('\u{331}', "bdhklnrtz", "ḇḏẖḵḻṉṟṯẕ"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn every_letter_of_the_scripts_covered() {
        let blocks = [0xC0..=0x24F, 0x386..=0x3CE, 0x400..=0x52F, 0x1E00..=0x1EF9, 0xAC00..=0xD7A3];
        // Turkish İ has no small letter of one character; folding leaves its dot out.
        for c in blocks.into_iter().flatten().filter_map(char::from_u32).filter(|c| *c != 'İ') {
            let composed: String = c.nfc().collect();
            assert_eq!(compose(&c.nfd().collect::<String>()), composed, "{c}");
        }
    }

    #[test]
    fn marks_come_off() {
        let plain = |text: &str| text.chars().map(without_marks).collect::<String>();
        assert_eq!(plain("àéîõüçñž ΐώ ấ xø"), "aeioucnz ιω a xø");
    }

    #[test]
    fn other_text_stays() {
        assert_eq!(compose("ﬁn ② x\u{301}"), "ﬁn ② x\u{301}");
    }

    proptest! {
        #[test]
        fn composed_text_stays(text in "[a-zA-ZÀ-ÿа-яА-Яά-ώ가-힣 .]{0,40}") {
            let composed: String = text.nfc().collect();
            prop_assert_eq!(compose(&composed), composed.clone());
            prop_assert_eq!(compose(&text.nfd().collect::<String>()), composed);
        }
    }
}
