//! Times of day.

use super::reader::{Extent, Read, Reader};
use super::words::Shape;
use crate::ingest::lexicon::zones::{Zone, zone};
use crate::{FigureKind, FigureValue, Number};

impl Reader<'_> {
    /// The time that starts at `i`.
    pub(super) fn time(&self, i: usize) -> Option<Read> {
        let (hour, minute, end) = self.worded_time(i).or_else(|| self.time_in_digits(i))?;
        if hour > 24 || minute > 59 {
            return None;
        }
        let minutes = (hour % 24) * 60 + minute;
        let (zone, east, end) = self.zone(end);
        let iso = format!("{:02}:{minute:02}{zone}", hour % 24);
        let at = Number::whole(minutes - east);
        Some(Read {
            words: (i, end),
            kind: FigureKind::Time,
            value: FigureValue::Iso(iso),
            unit: None,
            hedge: None,
            extent: Extent::known(at, at),
        })
    }

    /// "midnight", "noon", "half past six": hour, minute, the word after.
    fn worded_time(&self, i: usize) -> Option<(i64, i64, usize)> {
        if !self.tables.is_english {
            return None;
        }
        let hour = |at: usize| self.tables.number(self.low(at)).or_else(|| self.word(at)?.small()).filter(|hour| (1..=12).contains(hour));
        match (self.low(i), self.low(i + 1)) {
            ("midnight", _) => Some((0, 0, i + 1)),
            ("noon" | "midday", _) => Some((12, 0, i + 1)),
            ("half", "past") => hour(i + 2).map(|hour| (hour, 30, i + 3)),
            ("quarter", "past") => hour(i + 2).map(|hour| (hour, 15, i + 3)),
            ("quarter", "to") => hour(i + 2).map(|hour| (hour - 1, 45, i + 3)),
            _ => None,
        }
    }

    fn time_in_digits(&self, i: usize) -> Option<(i64, i64, usize)> {
        let word = self.word(i)?;
        let Shape::Digits(..) = word.shape else { return self.oclock(i) };
        let (hour, minute, mut end) = match (word.small(), word.text.split_once('.')) {
            (Some(hour), _) if word.text.len() <= 2 => {
                let two = |at: usize| self.word(at).filter(|w| w.text.len() == 2 && w.is_glued).and_then(|w| w.small());
                match self.low(i + 1) {
                    ":" if self.is_glued(i + 1) => {
                        let seconds = if self.low(i + 3) == ":" && two(i + 4).is_some() { 2 } else { 0 };
                        (hour, Some(two(i + 2)?), i + 3 + seconds)
                    }
                    // 19h30, 19 h 30
                    "h" => {
                        let minute = self.word(i + 2).filter(|w| w.text.len() == 2).and_then(|w| w.small()).filter(|n| *n < 60);
                        let is_said = matches!(self.before(i), "à" | "às" | "vers" | "dès" | "as" | "las" | "até");
                        return (minute.is_some() || is_said).then_some((hour, minute.unwrap_or(0), i + 2 + usize::from(minute.is_some())));
                    }
                    _ => (hour, None, i + 1),
                }
            }
            (None, Some((hour, minute))) if minute.len() == 2 => (hour.parse().ok()?, Some(minute.parse().ok()?), i + 1),
            _ => return None,
        };
        if self.low(end) == "uhr" {
            return Some((hour, minute.unwrap_or(0), end + 1));
        }
        let half = match (self.low(end), self.low(end + 1), self.low(end + 2)) {
            ("am", ..) => Some((0, 1)),
            ("pm", ..) => Some((12, 1)),
            ("a", ".", "m") => Some((0, 3 + usize::from(self.low(end + 3) == "."))),
            ("p", ".", "m") => Some((12, 3 + usize::from(self.low(end + 3) == "."))),
            _ => None,
        };
        if let Some((add, len)) = half.filter(|_| self.tables.is_english && (1..=12).contains(&hour)) {
            return Some((hour % 12 + add, minute.unwrap_or(0), end + len));
        }
        if self.low(end) == "o'clock" {
            end += 1;
            return Some((hour, 0, end));
        }
        minute.filter(|_| self.low(i + 1) == ":").map(|minute| (hour, minute, end))
    }

    /// "seven o'clock"
    fn oclock(&self, i: usize) -> Option<(i64, i64, usize)> {
        let hour = self.tables.number(self.low(i)).filter(|hour| (1..=12).contains(hour))?;
        (self.low(i + 1) == "o'clock").then_some((hour, 0, i + 2))
    }

    /// The zone at `i` as it is written after a time, its minutes east of Greenwich, and the word after it.
    fn zone(&self, i: usize) -> (String, i64, usize) {
        let known = self.word(i).filter(|word| word.text.chars().all(char::is_uppercase)).and_then(|word| zone(&word.low));
        let (east, end) = match known {
            Some(Zone::Fixed(east)) => (i64::from(east), i + 1),
            _ if self.low(i) == "moscow" && self.low(i + 1) == "time" => (180, i + 2),
            _ => return (String::new(), 0, i),
        };
        let sign = if east < 0 { '-' } else { '+' };
        (format!("{sign}{:02}:{:02}", east.abs() / 60, east.abs() % 60), east, end)
    }
}
