//! Amounts with their units: money, shares, lengths of time, measures, ages, scores, and plain counts; and places in a series.

use super::length::{Length, minutes};
use super::number::Amount;
use super::reader::{Extent, Read, Reader};
use super::tables::Unit;
use super::words::{Shape, Word};
use crate::ingest::lexicon::months::month;
use crate::{FigureKind, FigureValue, Hedge, Number};

/// Words near two numbers that make them a score.
#[rustfmt::skip]
const SCORING: &[&str] = &[
    "beat", "beating", "beats", "defeat", "defeated", "draw", "drew", "edged", "final", "lead", "leading", "led", "lost", "score", "set", "thrashed",
    "tie-break", "trailed", "victory", "win", "winning", "won",
];

impl Reader<'_> {
    /// The place in a series at `i`: "third round", "21st goal".
    pub(super) fn ordinal(&self, i: usize) -> Option<Read> {
        let word = self.word(i)?;
        let (place, end) = if let Shape::Digits(..) = word.shape {
            let has_ending = self.is_glued(i + 1) && matches!(self.low(i + 1), "st" | "nd" | "rd" | "th" | "e" | "er" | "ème" | "º" | "ª");
            (word.small().filter(|_| has_ending)?, i + 2)
        } else {
            (self.tables.ordinal(&word.low)?, i + 1)
        };
        let next = self.word(end).filter(|next| next.is_letters())?;
        let is_name = self.is_proper(i) || (self.tables.is_english && next.is_capitalised());
        let is_idiom = matches!(
            next.low.as_str(),
            "party" | "parties" | "world" | "country" | "person" | "time" | "place" | "lady" | "and" | "largest" | "feira"
        ) || self.is_function_word(&next.low);
        // "its first session since May" numbers nothing.
        let is_since = place == 1 && (end..end + 5).any(|at| matches!(self.low(at), "since" | "in"));
        let counts = !self.tables.is_english || place > 2 || (self.tables.is_series(&next.low) && !is_since);
        if is_name || is_idiom || !counts || (word.is_letters() && self.before(i) == "-") {
            return None;
        }
        let at = Number::whole(place);
        Some(self.plain((i, end), FigureKind::Ordinal, (at, at), None))
    }

    /// Whether the word at `i` stands with a capital inside the sentence, as part of a name.
    pub(super) fn is_proper(&self, i: usize) -> bool {
        self.tables.is_english && i > 0 && self.words[i].is_capitalised() && !matches!(self.before(i), "." | "“" | "\"" | ":" | "‘")
    }

    /// The amount that starts at `i`, or whose sign of a currency does.
    pub(super) fn quantity(&self, i: usize) -> Option<Read> {
        if let Some(read) = self.age_after_name(i).or_else(|| self.score(i)).or_else(|| self.unit_alone(i)) {
            return Some(read);
        }
        if let Some((value, end)) = self.fraction(i) {
            return self.part(i, value, end);
        }
        let (sign, at) = match self.unit(i) {
            Some((Unit::Money(code), at)) if self.word(at).is_some_and(Word::is_digits) && self.is_glued(at) => (Some(code), at),
            _ => (None, i),
        };
        let amount = self.amount(at)?;
        if sign.is_none() && self.is_label(i, amount.end) {
            return None;
        }
        if let Some(code) = sign {
            return Some(self.plain((i, amount.end), FigureKind::Money, (amount.low, amount.high), Some(code)));
        }
        let unit_at = self.past_hyphen(amount.end);
        // "3,5 millions d'euros"
        let unit_at = unit_at + usize::from(matches!(self.low(unit_at), "de" | "d'" | "of") && self.unit(unit_at + 1).is_some());
        match self.unit(unit_at) {
            Some((unit, end)) if !matches!(unit, Unit::Money("$")) && self.is_unit_here(unit_at) => self.measured(&amount, unit, end),
            _ => self.counted(&amount),
        }
    }

    /// Whether the word at `i` is a unit: one letter is one only right behind the digits or as an abbreviation.
    fn is_unit_here(&self, i: usize) -> bool {
        let word = &self.words[i];
        !word.is_letters() || word.text.chars().count() > 1 || word.is_glued
    }

    /// A share of something, or of a unit: "half of the bakeries", "half an hour".
    fn part(&self, i: usize, value: Number, end: usize) -> Option<Read> {
        let hundred = value.times(Number::whole(100))?;
        Some(self.plain((i, end), FigureKind::Percent, (hundred, hundred), Some("%")))
    }

    /// "an hour" where it is a length, "half an hour", "a year and a half".
    fn unit_alone(&self, i: usize) -> Option<Read> {
        if !self.tables.is_english {
            return None;
        }
        let half = usize::from(self.low(i) == "half");
        let at = i + half + usize::from(matches!(self.low(i + half), "a" | "an"));
        let has_article = at > i + half;
        let past = if has_article { at } else { self.past_hyphen(at) };
        if half == 0 && !has_article {
            return None;
        }
        let (unit, end) = self.unit(past)?;
        let value = if half == 1 { Number::new(1, 2)? } else { Number::whole(1) };
        let (longer, end_of_half) = self.and_a_half(value, end);
        let hedge = self.hedge_before(i).filter(|(hedge, _)| !matches!(hedge, Hedge::Before | Hedge::After | Hedge::By));
        let is_length = half == 1 || end_of_half > end || hedge.is_some() || matches!(self.before(i), "for" | "lasted" | "took" | "within");
        let is_known = matches!(unit, Unit::Duration(_)) || (half == 1 && matches!(unit, Unit::Percent("pp") | Unit::Measure(_)));
        if !is_length || !is_known || matches!(self.low(end_of_half), "ago" | "later") && half == 0 && end_of_half == end && hedge.is_none()
        {
            return None;
        }
        let amount = Amount { low: longer?, high: longer?, start: i, end: end_of_half, is_one: false };
        self.measured(&amount, unit, end_of_half)
    }

    fn measured(&self, amount: &Amount, unit: Unit, end: usize) -> Option<Read> {
        let words = (amount.start, end);
        let value = (amount.low, amount.high);
        match unit {
            Unit::Percent(name) => Some(self.plain(words, FigureKind::Percent, value, Some(name))),
            Unit::Money("-") => {
                let hundredth = Number::new(1, 100)?;
                Some(self.plain(words, FigureKind::Money, (value.0.times(hundredth)?, value.1.times(hundredth)?), None))
            }
            Unit::Money(code) => Some(self.plain(words, FigureKind::Money, value, Some(code).filter(|code| *code != "?"))),
            Unit::Measure(symbol) => Some(self.plain(words, FigureKind::Count, value, Some(symbol))),
            Unit::Duration(of) => {
                let old = self.past_hyphen(end);
                if matches!(self.low(old), "old" | "olds") || (self.before(amount.start) == "aged") {
                    return Some(self.plain(
                        (words.0, old + usize::from(self.low(old).starts_with("old"))),
                        FigureKind::Count,
                        value,
                        Some("years"),
                    ));
                }
                self.duration(amount, of, end)
            }
        }
    }

    /// A length of time, with the half and the smaller unit that follow.
    fn duration(&self, amount: &Amount, unit: &'static str, end: usize) -> Option<Read> {
        let (with_half, mut end) = self.and_a_half(amount.high, end);
        let high = with_half?;
        let low = if amount.low == amount.high { high } else { amount.low };
        let (mut low, mut high) = (Length::new(low, unit)?, Length::new(high, unit)?);
        // "two hours and 15 minutes"
        let next = end + usize::from(matches!(self.low(end), "and" | "y" | "et" | "und" | "e"));
        if let Some(more) = self.numeral(next).filter(|_| low == high)
            && let Some((Unit::Duration(smaller), past)) = self.unit(more.end)
            && minutes(smaller) < minutes(unit)
        {
            let sum = low.minutes.plus(Length::new(more.value, smaller)?.minutes)?;
            low = Length::new(sum, "PT1M")?;
            high = low.clone();
            end = past;
        }
        let value = if low == high { FigureValue::Iso(high.iso) } else { FigureValue::IsoRange(low.iso, high.iso) };
        Some(Read {
            words: (amount.start, end),
            kind: FigureKind::Duration,
            value,
            unit: None,
            hedge: None,
            extent: Extent::known(low.minutes, high.minutes),
        })
    }

    fn counted(&self, amount: &Amount) -> Option<Read> {
        let words = (amount.start, amount.end);
        let is_second_age = self.before(amount.start) == "and" && amount.start >= 3 && self.low(amount.start - 3) == "aged";
        if (self.before(amount.start) == "aged" || is_second_age) && amount.high < Number::whole(120) {
            return Some(self.plain(words, FigureKind::Count, (amount.low, amount.high), Some("years")));
        }
        // "one of them", "no one"; "one" counts where a person or a thing is counted.
        if amount.is_one
            && !(self.tables.is_english
                && self.tables.is_counted(self.low(amount.end))
                && !matches!(self.before(amount.start), "no" | "every"))
        {
            return None;
        }
        Some(self.plain(words, FigureKind::Count, (amount.low, amount.high), None))
    }

    /// ", 58," behind a name.
    fn age_after_name(&self, i: usize) -> Option<Read> {
        let aged = self.before(i) == "to" && i >= 3 && self.low(i - 2) == "up" && self.low(i - 3) == "aged";
        let years = self.word(i).filter(|w| w.text.len() <= 3).and_then(Word::small).filter(|years| *years < 120)?;
        let behind_name = self.before(i) == "," && i >= 2 && self.words[i - 2].is_letters() && self.words[i - 2].is_capitalised();
        let closes =
            matches!(self.low(i + 1), "," | "." | "" | ")") && (self.low(i + 1) != "," || !self.word(i + 2).is_some_and(Word::is_digits));
        let is_month = i >= 2 && month(self.low(i - 2)).is_some();
        let at = Number::whole(years);
        let behind_noun =
            self.before(i) == "," && self.low(i + 1) == "," && i >= 2 && self.words[i - 2].is_letters() && (14..110).contains(&years);
        (aged || (!is_month && (behind_noun || (behind_name && closes && years > 2))))
            .then(|| self.plain((i, i + 1), FigureKind::Count, (at, at), Some("years")))
    }

    /// "3–1", "6-4".
    fn score(&self, i: usize) -> Option<Read> {
        let side = |at: usize| self.word(at).filter(|w| w.text.len() <= 3).and_then(Word::small);
        let (first, second) = (side(i)?, side(i + 2)?);
        if !self.is_dash(i + 1) || !self.is_glued(i + 1) || !self.is_glued(i + 2) || self.unit(i + 3).is_some() {
            return None;
        }
        let from = i.saturating_sub(10);
        let says_so = (from..i).any(|at| SCORING.contains(&self.low(at)));
        let is_longer = self.is_dash(i + 3) || (self.is_glued(i) && self.is_dash(i.wrapping_sub(1)));
        // "their 9-3 vote", "a 9-14 start": what falls is no range.
        ((says_so || first >= second) && !is_longer)
            .then(|| self.plain((i, i + 3), FigureKind::Count, (Number::whole(first), Number::whole(second)), Some("score")))
    }

    fn plain(&self, words: (usize, usize), kind: FigureKind, (low, high): (Number, Number), unit: Option<&'static str>) -> Read {
        let value = if low == high && unit != Some("score") { FigureValue::Number(low) } else { FigureValue::Range(low, high) };
        Read { words, kind, value, unit, hedge: None, extent: Extent::known(low, high) }
    }
}
