//! Numbers in digits and words, with what multiplies them, and ranges of them.

use super::context;
use super::reader::Reader;
use super::tables::{Unit, fraction};
use super::words::Shape;
use crate::Number;

/// A number at some word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    pub(super) value: Number,
    /// The word after it.
    pub(super) end: usize,
    /// What multiplied it: 1,000,000 in "5.5 million".
    times: i64,
    /// "one", or in other languages the article that is the same word.
    pub(super) is_one: bool,
}

/// A number or a range of numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    pub(super) low: Number,
    pub(super) high: Number,
    /// The first word; a sign of a currency may stand before.
    pub(super) start: usize,
    /// The word after it.
    pub(super) end: usize,
    pub(super) is_one: bool,
}

/// Words between the ends of a range that needs nothing before it.
const TO: [&str; 6] = ["to", "à", "a", "bis", "до", "or"];
/// Words before a range, and the words between its ends.
const BETWEEN: [(&str, &str); 6] = [("between", "and"), ("entre", "y"), ("entre", "et"), ("entre", "e"), ("zwischen", "und"), ("між", "і")];
/// Words that join the parts of one number.
const AND: [&str; 4] = ["and", "y", "e", "et"];

impl Reader<'_> {
    /// The number that starts at `i`.
    pub(super) fn numeral(&self, i: usize) -> Option<Numeral> {
        let word = self.word(i)?;
        match word.shape {
            Shape::Digits(value, _) => {
                let (value, end, times) = self.multiplied(value, i + 1)?;
                Some(Numeral { value, end, times, is_one: false })
            }
            Shape::Letters => self.in_words(i),
            Shape::Sign => None,
        }
    }

    /// `value` with the words that multiply it, from `i`.
    fn multiplied(&self, value: Number, i: usize) -> Option<(Number, usize, i64)> {
        let (value, mut end) = self.and_a_half(value, i);
        let (mut value, mut times) = (value?, 1_i64);
        loop {
            let at = self.past_hyphen(end);
            let Some(by) = self.word(at).filter(|word| word.is_letters()).and_then(|word| self.multiplier(&word.low, at)) else { break };
            value = value.times(Number::whole(by))?;
            times = times.checked_mul(by)?;
            end = at + 1;
        }
        Some((value, end, times))
    }

    /// What the word multiplies by. Letters alone do so only where a sign of a currency makes clear that they are no unit.
    fn multiplier(&self, word: &str, at: usize) -> Option<i64> {
        let is_money = || self.is_glued(at) && at >= 2 && self.unit(at - 2).is_some_and(|(unit, _)| matches!(unit, Unit::Money(_)));
        let by = if word == "mm" && is_money() { 1_000_000 } else { self.tables.number(word)? };
        let is_factor = by == 100 || by == 12 || (by >= 1000 && by % 1000 == 0 && by.ilog10() % 3 == 0);
        (is_factor && (word.chars().count() > 1 || is_money())).then_some(by)
    }

    /// `value`, a half more where "and a half" stands at `i`; with the word after it.
    pub(super) fn and_a_half(&self, value: Number, i: usize) -> (Option<Number>, usize) {
        let and = self.past_hyphen(i);
        let a = self.past_hyphen(and + 1);
        let half = self.past_hyphen(a + 1);
        let is_english = self.low(and) == "and" && self.low(a) == "a" && self.low(half) == "half";
        let is_spanish =
            matches!((self.low(i), self.low(i + 1)), ("y", "media" | "medio") | ("et", "demi" | "demie") | ("e", "meia" | "meio"));
        match (is_english, is_spanish) {
            (true, _) => (Number::new(1, 2).and_then(|half| value.plus(half)), half + 1),
            (_, true) => (Number::new(1, 2).and_then(|half| value.plus(half)), i + 2),
            _ => (Some(value), i),
        }
    }

    fn in_words(&self, i: usize) -> Option<Numeral> {
        let first = self.low(i);
        let is_article = self.tables.is_english && matches!(first, "a" | "an");
        if first == "half" && matches!(self.low(i + 1), "a" | "an") {
            let by = self.multiplier(self.low(i + 2), i + 2)?;
            let (value, end, _) = self.multiplied(Number::new(i128::from(by), 2)?, i + 3)?;
            return Some(Numeral { value, end, times: 1, is_one: false });
        }
        let start = i + usize::from(is_article);
        let lone = self.tables.number(self.low(start))?;
        // "thousands of": a plural that counts nothing.
        let counts_alone = is_article
            || lone < 100
            || (!self.tables.is_english && (lone < 1000 || matches!(self.low(start), "mil" | "mille" | "tausend")));
        if (is_article && lone < 100 && lone != 12) || (lone == 12 && self.low(start) == "dozen" && !is_article) || !counts_alone {
            return None;
        }
        let (mut total, mut current, mut end) = (0_i64, None::<i64>, start);
        let mut n_words = 0;
        let mut times = 1_i64;
        loop {
            let mut at = if n_words == 0 { end } else { self.past_hyphen(end) };
            let mut value = self.tables.number(self.low(at));
            let joins = AND.contains(&self.low(at)) && current.is_none_or(|c| c >= 100 || !self.tables.is_english) && n_words > 0;
            if joins && (self.tables.is_english || self.low(at) != "et" || self.tables.number(self.low(at + 1)).is_some_and(|n| n < 20)) {
                at += 1;
                value = self.tables.number(self.low(at)).filter(|n| *n < 100);
            }
            let Some(value) = value.filter(|_| self.word(at).is_some_and(|word| word.text.chars().count() > 1 || word.low == "a")) else {
                break;
            };
            let is_factor = self.multiplier(self.low(at), at).is_some();
            (total, current) = match current {
                Some(c) if is_factor && value >= 1000 => (total.checked_add(c.checked_mul(value)?)?, None),
                None if is_factor && value >= 1000 => ((if total == 0 { 1_i64 } else { total }).checked_mul(value)?, None),
                Some(c) if is_factor => (total, Some(c.checked_mul(value)?)),
                None if n_words == 0 || total > 0 => (total, Some(value)),
                Some(c) if fits(c, value) => (total, Some(if c == 4 && value == 20 { 80 } else { c + value })),
                _ => break,
            };
            if is_factor {
                times = value;
            }
            n_words += 1;
            end = at + 1;
        }
        let whole = total.checked_add(current.unwrap_or(0))?;
        let is_one = n_words == 1 && whole == 1;
        let (value, end, more) = self.multiplied(Number::whole(whole), end)?;
        Some(Numeral { value, end, times: times.checked_mul(more)?, is_one })
    }

    /// The number or range that starts at `i`, signs of currencies aside.
    pub(super) fn amount(&self, i: usize) -> Option<Amount> {
        let low = self.numeral(i)?;
        let single = Amount { low: low.value, high: low.value, start: i, end: low.end, is_one: low.is_one };
        let sign = i.checked_sub(1).filter(|at| self.is_glued(i) && self.unit(*at).is_some());
        let before = self.before(sign.unwrap_or(i));
        let link = self.low(low.end);
        let is_dash = self.is_dash(low.end) && self.is_glued(low.end) == self.is_glued(low.end + 1);
        let is_change = matches!(before, "from" | "desde" | "von");
        let is_range = is_dash || (TO.contains(&link) && !is_change) || BETWEEN.contains(&(before, link));
        if !is_range {
            return Some(single);
        }
        let second = low.end + 1;
        let second =
            second + usize::from(self.word(second).is_some_and(|w| !w.is_letters() && !w.is_digits()) && self.unit(second).is_some());
        let Some(high) = self.numeral(second).filter(|high| !high.is_one) else { return Some(single) };
        let spread = if low.times == 1 && high.times > 1 { low.value.times(Number::whole(high.times)) } else { Some(low.value) };
        let first = spread.filter(|first| *first < high.value).or(Some(low.value)).filter(|first| *first < high.value);
        Some(first.map_or(single, |first| Amount { low: first, high: high.value, start: i, end: high.end, is_one: false }))
    }

    /// A fraction of something at `i`: "two-thirds", "half of", "a quarter of", "one in three" is none. With the word after it.
    pub(super) fn fraction(&self, i: usize) -> Option<(Number, usize)> {
        if !self.tables.is_english {
            return None;
        }
        if matches!(self.low(i), "half" | "quarter") && self.before(i) != "-" {
            if self.before(i) == "a" {
                return None;
            }
            let is_share = self.low(i + 1) == "of" || (self.low(i) == "half" && matches!(self.low(i + 1), "the" | "its" | "their" | "all"));
            let is_ordinal = matches!(self.before(i), "first" | "second" | "third" | "fourth" | "last" | "the" | "other");
            return is_share.then(|| fraction(self.low(i))).flatten().filter(|_| !is_ordinal).map(|value| (value, i + 1));
        }
        let (times, at) = match self.low(i) {
            "a" => (1, i + 1),
            word => (self.tables.number(word).filter(|n| *n < 12)?, self.past_hyphen(i + 1)),
        };
        let part = fraction(self.low(at))?;
        let is_plural = self.low(at).ends_with('s') && times > 1;
        let follows = matches!(self.low(at + 1), "of" | "," | "." | "") || context::VERBS.contains(&self.low(at + 1));
        (is_plural || (follows && times == 1)).then_some(())?;
        Some((part.times(Number::whole(times))?, at + 1))
    }
}

/// Whether `value` completes `current`: "forty" and "two", "hundred" and "twelve", "soixante" and "dix", "quatre" and "vingts".
const fn fits(current: i64, value: i64) -> bool {
    let tail = current % 100;
    (tail == 0 && current > 0 && value < 100)
        || (current % 1000 == 0 && current > 0 && value < 1000)
        || (tail >= 20 && tail % 10 == 0 && value < 10)
        || (matches!(tail, 60 | 80) && value >= 10 && value < 20)
        || (current == 4 && value == 20)
}
