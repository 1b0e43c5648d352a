//! What kind of words a change touches.

use super::unit::Unit;
use crate::Class;
use crate::align::names::are_alike;
use crate::segment::lexicon::{NEGATIONS, SPELLINGS, STOP_WORDS, lists, look_up};
use crate::segment::{base, figure, unify};

/// Classes a change of `a` into `b`, the most telling class first. `text_a` and `text_b` are the articles' texts.
pub(crate) fn class(a: &[Unit], b: &[Unit], text_a: &str, text_b: &str) -> Class {
    let words = |side: &[Unit]| -> Vec<String> { side.iter().filter(|u| u.is_word).map(|u| u.key.clone()).collect() };
    let (a_words, b_words) = (words(a), words(b));
    let sorted = |side: &[String], pick: fn(&str) -> Option<String>| {
        let mut picked: Vec<String> = side.iter().filter_map(|w| pick(w)).collect();
        picked.sort();
        picked
    };
    let figures = |side: &[String]| sorted(side, |w| figure(base(w)));
    let negations = |side: &[String]| sorted(side, |w| lists(NEGATIONS, w).then(|| "not".to_owned()));
    if figures(&a_words) != figures(&b_words) {
        return Class::Figure;
    }
    if negations(&a_words) != negations(&b_words) {
        return Class::Negation;
    }
    if a_words == b_words {
        let written =
            |side: &[Unit], text: &str| -> Vec<String> { side.iter().filter(|u| u.is_word).map(|u| unify(u.core.of(text))).collect() };
        return if written(a, text_a) == written(b, text_b) { Class::Punctuation } else { Class::Case };
    }
    if a_words.iter().chain(&b_words).all(|w| lists(STOP_WORDS, w)) {
        return Class::FunctionWord;
    }
    if a_words.len() == b_words.len()
        && a.iter().filter(|u| u.is_word).zip(b.iter().filter(|u| u.is_word)).all(|(a, b)| is_one_name(a, b, text_a, text_b))
    {
        return Class::Spelling;
    }
    Class::Wording
}

/// Whether two words are spellings of one name: listed, or capitalised and alike.
fn is_one_name(a: &Unit, b: &Unit, text_a: &str, text_b: &str) -> bool {
    let (x, y) = (base(&a.key), base(&b.key));
    if look_up(SPELLINGS, x).unwrap_or(x) == look_up(SPELLINGS, y).unwrap_or(y) {
        return true;
    }
    let is_capitalised = |unit: &Unit, text: &str| unit.core.of(text).starts_with(char::is_uppercase);
    let (x, y): (Vec<char>, Vec<char>) = (x.chars().collect(), y.chars().collect());
    is_capitalised(a, text_a) && is_capitalised(b, text_b) && are_alike(&x, &y)
}
