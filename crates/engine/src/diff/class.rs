//! What kind of words a change touches.

use super::kind::Kind;
use super::unit::Unit;
use crate::Class;
use crate::align::names::are_alike;
use crate::segment::lexicon::{SPELLINGS, look_up};
use crate::segment::{base, figure, unify};
use crate::sort::Sort;

/// The class of a change of `a` into `b`, the most telling one. `text_a` and `text_b` are the articles' texts.
pub(crate) fn class(a: &[Unit], b: &[Unit], text_a: &str, text_b: &str) -> Class {
    let [a_words, b_words] = [a, b].map(|side| side.iter().filter(|u| u.is_word()).collect::<Vec<_>>());
    if a_words.len() == b_words.len() && a_words.iter().zip(&b_words).all(|(x, y)| x.key == y.key) {
        let written = |words: &[&Unit], text: &str| words.iter().map(|u| unify(u.core.of(text))).collect::<Vec<_>>();
        return if written(&a_words, text_a) == written(&b_words, text_b) { Class::Punctuation } else { Class::Case };
    }
    if a_words.len() == b_words.len() && a_words.iter().zip(&b_words).all(|(x, y)| is_one_word(x, y, text_a, text_b)) {
        return Class::Spelling;
    }
    let differing = differing(&a_words, &b_words);
    let touches = |kind: Kind| differing.iter().any(|unit| unit.kind == kind);
    let only = |kinds: &[Kind]| differing.iter().all(|unit| kinds.contains(&unit.kind));
    let negations = |words: &[&Unit]| words.iter().filter(|u| u.kind == Kind::Negation).count();
    if touches(Kind::Figure) {
        Class::Figure
    } else if touches(Kind::Date) {
        Class::Date
    } else if negations(&a_words) != negations(&b_words) {
        Class::Negation
    } else if touches(Kind::Name) && !touches(Kind::Word) {
        Class::Name
    } else if touches(Kind::Word) || differing.is_empty() && a_words.iter().chain(&b_words).any(|u| u.kind != Kind::Function) {
        Class::Wording
    } else if touches(Kind::Attribution) {
        Class::Attribution
    } else if touches(Kind::Hedge) && only(&[Kind::Hedge, Kind::Function]) {
        Class::Hedge
    } else {
        // "don't" for "do not" is no other word.
        Class::FunctionWord
    }
}

/// The words that one side has more often than the other. Figures of one value are one.
fn differing<'u>(a: &[&'u Unit], b: &[&'u Unit]) -> Vec<&'u Unit> {
    let sorted = |side: &[&'u Unit]| {
        let mut keyed: Vec<(String, &'u Unit)> = side.iter().map(|u| (figure(base(&u.key)).unwrap_or_else(|| u.key.clone()), *u)).collect();
        keyed.order_by(|x, y| x.0.cmp(&y.0));
        keyed
    };
    let (a, b) = (sorted(a), sorted(b));
    let (mut i, mut j, mut found) = (0, 0, Vec::new());
    loop {
        match (a.get(i), b.get(j)) {
            (Some((x, _)), Some((y, _))) if x == y => (i, j) = (i + 1, j + 1),
            (Some((x, unit)), other) if other.is_none_or(|(y, _)| x < y) => {
                found.push(*unit);
                i += 1;
            }
            (_, Some((_, unit))) => {
                found.push(*unit);
                j += 1;
            }
            _ => return found,
        }
    }
}

/// Whether two words are spellings of one: listed, capitalised and alike, or British and American.
fn is_one_word(a: &Unit, b: &Unit, text_a: &str, text_b: &str) -> bool {
    let (x, y) = (base(&a.key), base(&b.key));
    if let (Some(x), Some(y)) = (figure(x), figure(y)) {
        return x == y;
    }
    if look_up(SPELLINGS, x).unwrap_or(x) == look_up(SPELLINGS, y).unwrap_or(y) || a.kind == Kind::Word && american(x) == american(y) {
        return true;
    }
    let (x, y): (Vec<char>, Vec<char>) = (x.chars().collect(), y.chars().collect());
    a.has_capital(text_a) && b.has_capital(text_b) && are_alike(&x, &y)
}

/// A word as American English would spell it, more or less: both spellings of a word come out the same. The differences are those that Fowler's
/// Modern English Usage lists; short words have none of them.
fn american(word: &str) -> String {
    const ENDINGS: [(&str, &str); 12] = [
        ("isation", "ization"),
        ("isations", "izations"),
        ("ise", "ize"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("ising", "izing"),
        ("yse", "yze"),
        ("ysed", "yzed"),
        ("tre", "ter"),
        ("tres", "ters"),
        ("ogue", "og"),
        ("ence", "ense"),
    ];
    if word.len() < 5 || !word.is_ascii() {
        return word.to_owned();
    }
    let ending = ENDINGS.iter().find_map(|(from, to)| Some(word.strip_suffix(from)?.to_owned() + to));
    ending.as_deref().unwrap_or(word).replace("our", "or").replace("ll", "l").replace("gramme", "gram")
}

#[cfg(test)]
mod tests {
    use super::super::tests::show;

    #[track_caller]
    fn check(a: &str, b: &str, expected: &str) {
        assert_eq!(show(a, b), expected);
    }

    #[test]
    fn figures_and_dates() {
        check("At least 9 people died.", "At least 12 people died.", "At least [-9-]{+12+}(Figure) people died.");
        check("three people", "3 people", "[-three-]{+3+}(Spelling) people");
        check("on 24 July they met", "on 25 July they met", "on [-24-]{+25+}(Date) July they met");
        check("They met on Monday.", "They met on Tuesday.", "They met on [-Monday-]{+Tuesday+}(Date).");
    }

    #[test]
    fn names_and_spellings() {
        check("talks with Falk failed", "talks with Ostrander failed", "talks with [-Falk-]{+Ostrander+}(Name) failed");
        check("talks in Kiev", "talks in Kyiv", "talks in [-Kiev-]{+Kyiv+}(Spelling)");
        check("Mr Medinsky said", "Mr Medinski said", "Mr [-Medinsky-]{+Medinski+}(Spelling) said");
        check("the organisation's centre", "the organization's center", "the [-organisation's centre-]{+organization's center+}(Spelling)");
    }

    #[test]
    fn negations_hedges_and_attribution() {
        check("They did agree.", "They did not agree.", "They did {+not +}(Negation)agree.");
        check("They do not agree.", "They don't agree.", "They [-do not-]{+don't+}(FunctionWord) agree.");
        check("The bridge is safe.", "The bridge may be safe.", "The bridge [-is-]{+may be+}(Hedge) safe.");
        check("The port said it was safe.", "The port claimed it was safe.", "The port [-said-]{+claimed+}(Attribution) it was safe.");
    }

    #[test]
    fn small_changes_are_classed_apart() {
        check("“We agreed,” he said.", "\"We agreed\", he said.", "[-“-]{+\"+}(Punctuation)We agreed[-,” -]{+\", +}(Punctuation)he said.");
        check("Zoe\u{301} spoke", "Zoé spoke", "[-Zoe\u{301}-]{+Zoé+}(Punctuation) spoke");
        check("the Kremlin said", "The Kremlin said", "[-the-]{+The+}(Case) Kremlin said");
    }
}
