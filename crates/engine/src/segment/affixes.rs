//! Stems without a stemmer: endings and glued particles cut from a word.
//!
//! For languages that Snowball has no algorithm for, or one of many kilobytes. What is left need be no word; forms of one word need to leave the same.

use crate::lexicon::List;

/// Characters that are left of a word at least.
const LEAST: usize = 3;
/// Characters that are left after a particle at least: short words are mostly whole.
const LEAST_AFTER_PARTICLE: usize = 4;

/// A folded word without its affixes: `particle-` from its start, again and again, and `-ending` from its end, at most `endings` times.
pub(super) fn cut(word: &str, affixes: List, endings: usize) -> &str {
    let mut stem = word;
    while let Some(rest) =
        affixes.words().find_map(|affix| stem.strip_prefix(affix.strip_suffix('-')?)).filter(|rest| has(rest, LEAST_AFTER_PARTICLE))
    {
        stem = rest;
    }
    for _ in 0..endings {
        let longest = affixes.words().find_map(|affix| stem.strip_suffix(affix.strip_prefix('-')?).filter(|rest| has(rest, LEAST)));
        let Some(rest) = longest else { break };
        stem = rest;
    }
    stem
}

fn has(text: &str, characters: usize) -> bool {
    text.chars().nth(characters - 1).is_some()
}

#[cfg(test)]
mod tests {
    use crate::segment::language::language;

    #[test]
    fn forms_of_a_word_leave_one_stem() {
        for (code, forms) in [
            ("uk", vec!["переговори", "переговорів", "переговорам"]),
            ("uk", vec!["делегація", "делегації", "делегацію"]),
            ("tr", vec!["müzakereler", "müzakerelerin", "müzakerelerde"]),
            ("tr", vec!["köprü", "köprünün", "köprüde"]),
            ("el", vec!["γέφυρα", "γέφυρας", "γέφυρες"]),
            ("he", vec!["הממשלה", "ממשלה", "לממשלה"]),
            ("pl", vec!["delegacja", "delegacji", "delegację"]),
            ("cs", vec!["jednání", "jednáním"]),
            ("ko", vec!["대통령은", "대통령이", "대통령"]),
        ] {
            let stems: Vec<String> = forms.iter().map(|form| language(Some(code)).stem(&super::super::fold(form))).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{code}: {forms:?} leave {stems:?}");
        }
    }
}
