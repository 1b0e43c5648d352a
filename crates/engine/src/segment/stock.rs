//! Stock phrases: "told reporters on Thursday", "contributed to this report". They stand in every article and say nothing of the event.

use std::collections::BTreeMap;

use super::language::Language;
use super::token::Token;
use super::vocabulary::{Vocabulary, WordId};
use super::{fold, word_spans};
use crate::ingest::AGENCIES;
use crate::lexicon::entries;
use crate::sort::Sort;

/// Makes the words of stock phrases in English sentences no evidence. The words stay where they are, for runs and diffs.
pub(super) fn set_aside(texts: &mut [Vec<Vec<Token>>], vocabulary: &Vocabulary, languages: &[Vec<&'static Language>]) {
    if !languages.iter().flatten().any(|language| language.code == "en") {
        return;
    }
    let phrases = Phrases::new(vocabulary);
    for (sentences, languages) in texts.iter_mut().zip(languages) {
        for (sentence, _) in sentences.iter_mut().zip(languages).filter(|(_, language)| language.code == "en") {
            phrases.set_aside(sentence);
        }
    }
}

/// What of a sentence a phrase sets aside.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Its own words.
    Phrase,
    /// All of a sentence that is nothing else.
    Whole,
    /// All of a sentence that begins with it.
    Start,
    /// All of one that ends with it.
    End,
}

/// Any of several words or runs of words.
struct Slot {
    words: Vec<WordId>,
    takes_agencies: bool,
    is_optional: bool,
}

struct Phrase {
    slots: Vec<Slot>,
    scope: Scope,
}

/// The phrases whose words occur.
struct Phrases {
    phrases: Vec<Phrase>,
    /// Which may begin with a word.
    by_first: BTreeMap<WordId, Vec<usize>>,
    /// Names of agencies by their first word, the longest first.
    agencies: BTreeMap<WordId, Vec<Vec<WordId>>>,
}

const WEEKDAYS: &str = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";

impl Phrases {
    fn new(vocabulary: &Vocabulary) -> Self {
        let ids = |words: &str| words.split('|').filter_map(|word| vocabulary.id(word)).collect::<Vec<_>>();
        let slot = |written: &str| {
            let (name, is_optional) = written.strip_suffix('?').map_or((written, false), |name| (name, true));
            let words = match name {
                "<weekday>" => ids(WEEKDAYS),
                "<agency>" => Vec::new(),
                _ => ids(name),
            };
            Slot { words, takes_agencies: name == "<agency>", is_optional }
        };
        let mut agencies: BTreeMap<WordId, Vec<Vec<WordId>>> = BTreeMap::new();
        for (name, _) in AGENCIES {
            let words: Option<Vec<WordId>> = word_spans(name).map(|span| vocabulary.id(&fold(span.of(name)))).collect();
            if let Some(words) = words.filter(|words| !words.is_empty()) {
                agencies.entry(words[0]).or_default().push(words);
            }
        }
        agencies.values_mut().for_each(|names| names.order_by_key(|name| std::cmp::Reverse(name.len())));
        let mut found = Self { phrases: Vec::new(), by_first: BTreeMap::new(), agencies };
        for mut fields in entries(include_str!("../lexicon/en/stock_phrases.txt")) {
            let slots: Vec<Slot> = fields.next().unwrap_or_default().split(' ').map(slot).collect();
            let scope = match fields.next() {
                Some("whole") => Scope::Whole,
                Some("start") => Scope::Start,
                Some("end") => Scope::End,
                _ => Scope::Phrase,
            };
            // Some word that it cannot do without does not occur.
            if slots.iter().any(|slot| !slot.is_optional && slot.words.is_empty() && !slot.takes_agencies) {
                continue;
            }
            let firsts = if slots[0].takes_agencies { found.agencies.keys().copied().collect() } else { slots[0].words.clone() };
            for first in firsts {
                found.by_first.entry(first).or_default().push(found.phrases.len());
            }
            found.phrases.push(Phrase { slots, scope });
        }
        found
    }

    fn set_aside(&self, sentence: &mut [Token]) {
        for at in 0..sentence.len() {
            for phrase in self.by_first.get(&sentence[at].word).into_iter().flatten().map(|index| &self.phrases[*index]) {
                let Some(end) = self.end(&phrase.slots, sentence, at) else { continue };
                let (starts, ends) = (at == 0, end == sentence.len());
                let all = match phrase.scope {
                    Scope::Phrase => false,
                    Scope::Whole if starts && ends => true,
                    Scope::Start if starts => true,
                    Scope::End if ends => true,
                    _ => continue,
                };
                let range = if all { 0..sentence.len() } else { at..end };
                sentence[range].iter_mut().for_each(|token| token.is_stop = true);
            }
        }
    }

    /// Where the slots end that match from `at` on, each as long as it can.
    fn end(&self, slots: &[Slot], sentence: &[Token], at: usize) -> Option<usize> {
        let Some((slot, rest)) = slots.split_first() else { return Some(at) };
        let taken = sentence.get(at).and_then(|token| {
            if slot.words.contains(&token.word) {
                return Some(1);
            }
            let names = self.agencies.get(&token.word).filter(|_| slot.takes_agencies)?;
            names
                .iter()
                .find(|name| sentence[at..].len() >= name.len() && name.iter().zip(&sentence[at..]).all(|(w, t)| *w == t.word))
                .map(Vec::len)
        });
        let with = taken.and_then(|length| self.end(rest, sentence, at + length));
        with.or_else(|| if slot.is_optional { self.end(rest, sentence, at) } else { None })
    }
}

#[cfg(test)]
mod tests {
    use crate::segment::Segments;

    /// The words of a sentence that are evidence.
    #[track_caller]
    fn check(sentence: &str, expected: &[&str]) {
        let segments = Segments::new([[(sentence, 0)]]);
        let content: Vec<&str> = segments.texts[0][0].iter().filter(|t| !t.is_stop).map(|t| t.span.of(sentence)).collect();
        assert_eq!(content, expected, "{sentence}");
    }

    #[test]
    fn who_told_whom_when_is_no_evidence() {
        check("The bridge is safe, Falk told reporters on Thursday.", &["bridge", "safe", "Falk"]);
        check("Falk told journalists in a briefing that ferries would run.", &["Falk", "ferries", "run"]);
        check("An engineer, speaking on condition of anonymity, blamed the council.", &["engineer", "blamed", "council"]);
        check("Falk told the Associated Press on Monday that ferries run.", &["Falk", "ferries", "run"]);
        check("The port said in a statement on Friday that ferries run.", &["port", "ferries", "run"]);
    }

    #[test]
    fn credits_and_pointers_are_none_at_all() {
        check("Jane Orlen in Lowmere contributed to this report.", &[]);
        check("Reporting by Jane Orlen in Lowmere; Editing by Max Brandt", &[]);
        check("Read more", &[]);
        check("This article has been updated with comments by the mayor.", &[]);
    }

    #[test]
    fn the_same_words_with_news_in_them_are() {
        check("Pupils should read more books.", &["Pupils", "read", "books"]);
        check("This is a national disgrace.", &["national", "disgrace"]);
        check("Reuters was sold on Thursday.", &["Reuters", "sold", "Thursday"]);
        check("The council told the port to close the bridge.", &["council", "port", "close", "bridge"]);
    }
}
