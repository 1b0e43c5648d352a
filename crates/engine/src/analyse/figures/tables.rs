//! The word lists of one language, as figures are read by them.

use std::collections::BTreeMap;

use super::words::Writing;
use crate::lexicon::entries;
use crate::sort::Sort;
use crate::{Hedge, Number};

/// A unit, in one form for all its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// ISO 8601 duration of one: `PT1M`.
    Duration(&'static str),
    /// ISO 4217 code; `?` for one of several countries, `-` for a hundredth part.
    Money(&'static str),
    /// SI symbol.
    Measure(&'static str),
    /// `%` or `pp`.
    Percent(&'static str),
}

/// A word for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayWord {
    /// Numbered from Monday, from 1.
    Weekday(i64),
    /// Days from the day of publication.
    Away(i64),
}

/// The word lists of one language.
pub(super) struct Tables {
    pub(super) writing: Writing,
    /// German writes a number as one word.
    pub(super) compounds: bool,
    pub(super) is_english: bool,
    numbers: BTreeMap<&'static str, i64>,
    ordinals: BTreeMap<&'static str, i64>,
    units: BTreeMap<&'static str, Unit>,
    hedges: BTreeMap<&'static str, Hedge>,
    days: BTreeMap<&'static str, DayWord>,
    labels: Vec<&'static str>,
    series: Vec<&'static str>,
    counted: Vec<&'static str>,
    fates: Vec<&'static str>,
}

/// Words for what is counted, each with the one that stands for all of its meaning; some say what befell them.
pub(super) const COUNTED: &str = include_str!("../../lexicon/en/counted_words.txt");

fn fates() -> Vec<&'static str> {
    let mut words: Vec<_> = entries(COUNTED)
        .filter_map(|mut fields| Some((fields.next()?, fields.next()?)))
        .filter(|(_, stands_for)| matches!(*stands_for, "dead" | "hurt" | "arrest" | "missing"))
        .map(|(word, _)| word)
        .collect();
    words.order();
    words
}

/// The lists of a language's folder.
macro_rules! lists {
    ($language:literal) => {
        [
            include_str!(concat!("../../lexicon/", $language, "/cardinals.txt")),
            include_str!(concat!("../../lexicon/", $language, "/ordinals.txt")),
            include_str!(concat!("../../lexicon/", $language, "/units.txt")),
            include_str!(concat!("../../lexicon/", $language, "/quantity_hedges.txt")),
            include_str!(concat!("../../lexicon/", $language, "/day_words.txt")),
        ]
    };
}

impl Tables {
    /// The lists of a language by its code; English where it has none.
    pub(super) fn of(language: &str) -> Self {
        let (lists, writing) = match language {
            "es" => (lists!("es"), Writing::CommaDecimals),
            "fr" => (lists!("fr"), Writing::CommaDecimals),
            "de" => (lists!("de"), Writing::CommaDecimals),
            "pt" => (lists!("pt"), Writing::CommaDecimals),
            "ru" => (lists!("ru"), Writing::CommaDecimals),
            "uk" => (lists!("uk"), Writing::CommaDecimals),
            _ => (lists!("en"), Writing::CommaThousands),
        };
        let [numbers, ordinals, units, hedges, days] = lists;
        Self {
            writing,
            compounds: language == "de",
            is_english: writing == Writing::CommaThousands,
            numbers: table(numbers, |value, _| value.parse().ok()),
            ordinals: table(ordinals, |value, _| value.parse().ok()),
            units: table(units, |kind, unit| {
                Some(match kind {
                    "duration" => Unit::Duration(unit),
                    "money" => Unit::Money(unit),
                    "measure" => Unit::Measure(unit),
                    _ => Unit::Percent(unit),
                })
            }),
            hedges: table(hedges, |name, _| Hedge::ALL.into_iter().find(|hedge| hedge.name() == name)),
            days: table(days, |kind, n| {
                let n = n.parse().ok()?;
                Some(if kind == "weekday" { DayWord::Weekday(n) } else { DayWord::Away(n) })
            }),
            labels: word_list(include_str!("../../lexicon/en/number_labels.txt")),
            series: word_list(include_str!("../../lexicon/en/series_words.txt")),
            counted: word_list(COUNTED),
            fates: fates(),
        }
    }

    /// The whole number a word stands for.
    pub(super) fn number(&self, word: &str) -> Option<i64> {
        self.numbers.get(word).copied().or_else(|| self.compounds.then(|| self.compound(word)).flatten())
    }

    /// The place in a series a word stands for.
    pub(super) fn ordinal(&self, word: &str) -> Option<i64> {
        self.ordinals.get(word).copied()
    }

    /// The unit a word, a sign or two words stand for.
    pub(super) fn unit(&self, words: &str) -> Option<Unit> {
        self.units.get(words).copied()
    }

    /// The hedge of a phrase.
    pub(super) fn hedge(&self, phrase: &str) -> Option<Hedge> {
        self.hedges.get(phrase).copied()
    }

    /// The day a word stands for.
    pub(super) fn day(&self, word: &str) -> Option<DayWord> {
        self.days.get(word).copied()
    }

    /// Whether a number behind the word is part of a name.
    pub(super) fn is_label(&self, word: &str) -> bool {
        self.is_english && self.labels.binary_search(&word).is_ok()
    }

    /// Whether "first" and "second" number what the word stands for.
    pub(super) fn is_series(&self, word: &str) -> bool {
        self.series.binary_search(&word).is_ok()
    }

    /// Whether the word is one for what news count.
    pub(super) fn is_counted(&self, word: &str) -> bool {
        self.counted.binary_search(&word).is_ok()
    }

    /// Whether the word tells what befell those counted: a death, a wound, an arrest.
    pub(super) fn is_fate(&self, word: &str) -> bool {
        self.is_english && self.fates.binary_search(&word).is_ok()
    }

    /// The value of a number written as one word: `zweiundvierzig`, `dreihundertfünfzig`.
    fn compound(&self, word: &str) -> Option<i64> {
        if word.is_empty() {
            return Some(0);
        }
        if let Some(value) = self.numbers.get(word) {
            return Some(*value);
        }
        for (name, times) in [("tausend", 1000), ("hundert", 100)] {
            if let Some((head, tail)) = word.split_once(name) {
                let head = if head.is_empty() { 1 } else { self.compound(head)? };
                return Some(head * times + self.compound(tail)?);
            }
        }
        let (ones, tens) = word.split_once("und")?;
        let (ones, tens) = (*self.numbers.get(ones)?, *self.numbers.get(tens)?);
        (ones < 10 && (20..100).contains(&tens)).then_some(ones + tens)
    }
}

fn table<T>(list: &'static str, read: impl Fn(&'static str, &'static str) -> Option<T>) -> BTreeMap<&'static str, T> {
    entries(list)
        .filter_map(|mut fields| Some((fields.next()?, read(fields.next().unwrap_or_default(), fields.next().unwrap_or_default())?)))
        .collect()
}

/// The entries of a list of single words, in order.
fn word_list(list: &'static str) -> Vec<&'static str> {
    let mut words: Vec<_> = entries(list).filter_map(|mut fields| fields.next()).collect();
    words.order();
    words
}

/// What a fraction word stands for, in English: `half`, `thirds`.
pub(super) fn fraction(word: &str) -> Option<Number> {
    let parts = match word {
        "half" | "halves" => 2,
        "third" | "thirds" => 3,
        "quarter" | "quarters" => 4,
        "fifth" | "fifths" => 5,
        "sixth" | "sixths" => 6,
        "eighth" | "eighths" => 8,
        "tenth" | "tenths" => 10,
        _ => return None,
    };
    Number::new(1, parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn german_numbers_are_one_word() {
        let tables = Tables::of("de");
        for (word, value) in [("zweiundvierzig", 42), ("dreihundertfünfzig", 350), ("tausend", 1000), ("zwölftausend", 12_000)] {
            assert_eq!(tables.number(word), Some(value), "{word}");
        }
        assert_eq!(tables.number("hund"), None);
    }

    #[test]
    fn every_entry_is_read() {
        let lines = |list: &str| list.lines().filter(|line| !line.starts_with('#')).count();
        for language in ["en", "es", "fr", "de", "pt", "ru", "uk"] {
            let tables = Tables::of(language);
            assert!(tables.numbers.len() > 25 && tables.ordinals.len() > 8 && tables.days.len() > 8 && tables.hedges.len() > 10);
        }
        // Words are looked up as they are folded; units and hedges may be phrases or signs.
        for list in [lists!("es"), lists!("fr"), lists!("de"), lists!("pt"), lists!("ru"), lists!("uk"), lists!("en")] {
            for word in list.into_iter().flat_map(entries).filter_map(|mut fields| fields.next()) {
                assert_eq!(crate::segment::fold(word), word);
            }
        }
        assert_eq!(Tables::of("en").units.len(), lines(lists!("en")[2]));
        assert_eq!(Tables::of("en").hedges.len(), lines(lists!("en")[3]));
    }
}
