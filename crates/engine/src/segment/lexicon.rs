//! Words the engine knows, as lists. Those here are English; [`super::language`] has the other languages'.

use crate::lexicon::List;

/// Words too common to be evidence: they make no link, and a change of only these is small.
pub(crate) const STOP_WORDS: List = List::new(include_str!("../lexicon/en/stop_words.txt"));

/// Spellings of one name, the second field standing for both.
pub(crate) const SPELLINGS: List = List::new(include_str!("../lexicon/en/spellings.txt"));

/// Number words and their values.
pub(crate) const NUMBER_WORDS: List = List::new(include_str!("../lexicon/en/number_words.txt"));

/// Verbs that continue a sentence after a quotation that ends in "?" or "!".
pub(crate) const REPORTING_VERBS: List =
    List::new("added\nadmitted\nanswered\nasked\ncried\ndeclared\nexplained\nreplied\nsaid\nsays\nshouted\ntold\nwondered\nwrote");

/// The value that stands beside `word` in a list.
pub(crate) fn look_up(list: List, word: &str) -> Option<&'static str> {
    list.value(word)
}

/// Whether a list holds `word`.
pub(crate) fn lists(list: List, word: &str) -> bool {
    list.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted_for_the_search() {
        for list in [STOP_WORDS, SPELLINGS, NUMBER_WORDS, REPORTING_VERBS] {
            assert!(list.words().is_sorted(), "{list:?}");
        }
    }
}
