//! Days, months and years, absolute or seen from the day of publication.

use super::calendar::Day;
use super::reader::{Extent, Read, Reader, Scale};
use super::tables::DayWord;
use super::words::Word;
use crate::ingest::lexicon::months::{is_ambiguous, month};
use crate::{FigureKind, FigureValue, Number};

/// A leap year that stands for a year nothing tells.
const SOME_YEAR: i64 = 2000;

/// Days ahead of the day of publication that a date without its year may lie.
const NEXT_WEEKS: i64 = 120;

/// Words before a year that is meant as one.
#[rustfmt::skip]
const BEFORE_YEARS: &[&str] = &[
    "after", "before", "by", "during", "early", "from", "in", "late", "of", "since", "through", "to", "until", "year", "em", "en", "desde", "de", "depuis",
    "im", "jahr", "seit", "в", "с", "у", "з", "до", "від", "després",
];

/// Words before a month that is meant as one, where its name is another word too.
const BEFORE_MONTHS: &[&str] =
    &["in", "last", "next", "since", "until", "by", "of", "before", "after", "during", "from", "this", "through"];

impl Reader<'_> {
    /// The date that starts at `i`.
    pub(super) fn date(&self, i: usize) -> Option<Read> {
        self.whole_date(i)
            .or_else(|| self.day_of_month(i))
            .or_else(|| self.part_of_month(i))
            .or_else(|| self.month_alone(i))
            .or_else(|| self.day_word(i))
            .or_else(|| self.period(i))
            .or_else(|| self.year(i))
    }

    /// A day with its year, behind its weekday.
    fn whole_date(&self, i: usize) -> Option<Read> {
        let weekday = self.weekday_before_date(i);
        let start = self.word(i + weekday)?.span.start;
        let (span, day) = self.dates.binary_search_by_key(&start, |(span, _)| span.start).ok().map(|at| &self.dates[at])?;
        let end = (i..self.words.len()).find(|at| self.words[*at].span.start >= span.end).unwrap_or(self.words.len());
        let end = end + usize::from(matches!(self.low(end), "года" | "року"));
        Some(read((i, end), FigureValue::Iso(day.to_string()), days(*day, *day, Scale::Known)))
    }

    /// Words of a weekday, and a comma after it, that belong to the date behind.
    fn weekday_before_date(&self, i: usize) -> usize {
        match self.tables.day(self.low(i)) {
            Some(DayWord::Weekday(_)) => 1 + usize::from(matches!(self.low(i + 1), "," | "the" | "le")),
            _ => 0,
        }
    }

    /// `July 23`, `23 July`, `23rd of July`, `July 25-27`, `25–27 July`, with the year of publication where that is known.
    fn day_of_month(&self, i: usize) -> Option<Read> {
        let at = i + self.weekday_before_date(i);
        let (month, first, last, end) = self.month_first(at).or_else(|| self.day_first(at))?;
        let year = self.word(end).and_then(Word::small).filter(|y| (1800..=2100).contains(y));
        let end = end + usize::from(year.is_some());
        let first = self.dated(i, year, month, first)?;
        let last = last.and_then(|last| self.dated(i, year, month, last)).filter(|last| last.day > first.day);
        let value = match &last {
            Some(last) => FigureValue::IsoRange(first.iso, last.iso.clone()),
            None => FigureValue::Iso(first.iso),
        };
        Some(read((i, end), value, days(first.day, last.map_or(first.day, |last| last.day), first.scale)))
    }

    fn month_first(&self, i: usize) -> Option<(i64, i64, Option<i64>, usize)> {
        let month = self.month(i)?;
        let after = i + 1 + usize::from(self.low(i + 1) == ".");
        let (first, end) = self.day_number(after)?;
        let joins = self.is_dash(end) || matches!(self.low(end), "to" | "and");
        let last = joins.then(|| self.day_number(end + 1)).flatten().filter(|_| self.is_dash(end) || self.low(end) == "to");
        Some((month, first, last.map(|(day, _)| day), last.map_or(end, |(_, end)| end)))
    }

    fn day_first(&self, i: usize) -> Option<(i64, i64, Option<i64>, usize)> {
        let (first, end) = self.day_number(i)?;
        let joins = self.is_dash(end) || matches!(self.low(end), "to" | "a" | "al" | "au" | "bis");
        let last = joins.then(|| self.day_number(end + 1)).flatten();
        let end = last.map_or(end, |(_, end)| end);
        let at = end + usize::from(matches!(self.low(end), "de" | "of" | "."));
        let month = self.month(at)?;
        Some((month, first, last.map(|(day, _)| day), at + 1))
    }

    /// A day of a month at `i`, and the word after its ending.
    fn day_number(&self, i: usize) -> Option<(i64, usize)> {
        let day = self.word(i).filter(|w| w.text.len() <= 2).and_then(Word::small).filter(|day| (1..=31).contains(day))?;
        let has_ending = self.is_glued(i + 1) && matches!(self.low(i + 1), "st" | "nd" | "rd" | "th" | "º" | "er");
        Some((day, i + 1 + usize::from(has_ending)))
    }

    /// The month that is named at `i`.
    fn month(&self, i: usize) -> Option<i64> {
        let word = self.word(i).filter(|word| word.is_letters())?;
        let is_written_so = !self.tables.is_english || word.is_capitalised();
        is_written_so.then(|| month(&word.low)).flatten().map(i64::from)
    }

    /// "late August", "the end of August", "mid-July".
    fn part_of_month(&self, i: usize) -> Option<Read> {
        let (first, last) = match self.low(i) {
            "early" | "beginning" | "start" | "anfang" | "début" => (1, 10),
            "mid" | "middle" | "mitte" | "mi" => (11, 20),
            "late" | "end" | "ende" | "fin" | "finales" | "конца" => (21, 31),
            _ => return None,
        };
        let of = usize::from(matches!(self.low(i + 1), "of" | "de" | "-"));
        let month = self.month(i + 1 + of)?;
        let end = i + 2 + of;
        let year = self.word(end).and_then(Word::small).filter(|y| (1800..=2100).contains(y));
        let year_end = end + usize::from(year.is_some());
        let middle = self.dated(i, year, month, 15)?;
        let (of_year, ..) = middle.day.parts();
        let (_, last_day) = Day::month(of_year, month);
        let last = last.min(last_day.parts().2);
        let (first, last) = (self.dated(i, Some(of_year), month, first)?, self.dated(i, Some(of_year), month, last)?);
        let iso = |day: Day| if middle.scale == Scale::Yearless { format!("-{}", &day.to_string()[4..]) } else { day.to_string() };
        Some(read((i, year_end), FigureValue::IsoRange(iso(first.day), iso(last.day)), days(first.day, last.day, middle.scale)))
    }

    /// "March 2023", "in August".
    fn month_alone(&self, i: usize) -> Option<Read> {
        let month = self.month(i)?;
        let year = self.word(i + 1).and_then(Word::small).filter(|y| (1800..=2100).contains(y));
        let is_name = !is_ambiguous(self.low(i)) && self.low(i).chars().count() > 3 && self.low(i) != "march";
        let is_introduced = self.tables.is_english && BEFORE_MONTHS.contains(&self.before(i));
        if year.is_none() && !is_name && !is_introduced {
            return None;
        }
        let middle = self.dated(i, year, month, 15)?;
        let (of_year, ..) = middle.day.parts();
        let (first, last) = Day::month(of_year, month);
        let iso = if middle.scale == Scale::Yearless { format!("--{month:02}") } else { format!("{of_year:04}-{month:02}") };
        Some(read((i, i + 1 + usize::from(year.is_some())), FigureValue::Iso(iso), days(first, last, middle.scale)))
    }

    /// "Wednesday", "yesterday", "the day before".
    fn day_word(&self, i: usize) -> Option<Read> {
        let one = |words, away: i64| {
            let found = self.published.map(|day| day.plus(away));
            Some(found.map_or_else(
                || unresolved(words, format!("{}P{}D", if away < 0 { "-" } else { "" }, away.abs())),
                |day| read(words, FigureValue::Iso(day.to_string()), days(day, day, Scale::Known)),
            ))
        };
        if self.tables.is_english && matches!((self.low(i), self.low(i + 1)), ("day", "before" | "earlier") | ("previous", "day")) {
            let is_meant =
                self.before(i) == "the" && !matches!(self.low(i + 2), "the" | "he" | "she" | "they" | "it" | "his" | "her" | "their");
            return is_meant.then(|| unresolved((i, i + 2), "-P1D".to_owned()));
        }
        // "quarta-feira"
        let joined =
            if self.is_dash(i + 1) && self.is_glued(i + 1) { format!("{}-{}", self.low(i), self.low(i + 2)) } else { String::new() };
        let (day, end) = self.tables.day(&joined).map(|day| (day, i + 3)).or_else(|| Some((self.tables.day(self.low(i))?, i + 1)))?;
        match day {
            DayWord::Away(away) => one((i, end), away),
            DayWord::Weekday(weekday) => {
                if self.tables.is_english && !self.word(i)?.is_capitalised() {
                    return None;
                }
                let words = (i, end);
                let Some(published) = self.published else { return Some(unresolved(words, format!("-W-{weekday}"))) };
                let back = (published.weekday() - weekday).rem_euclid(7);
                let is_ahead = self.before(i) == "next" || self.is_future(i);
                let away = match (self.before(i), is_ahead) {
                    ("next", _) if back == 0 => 7,
                    (_, true) if back == 0 => 0,
                    (_, true) => 7 - back,
                    ("last", _) if back == 0 => -7,
                    _ => -back,
                };
                one(words, away)
            }
        }
    }

    /// Whether the nearest verb before `i` speaks of the future.
    fn is_future(&self, i: usize) -> bool {
        let from = i.saturating_sub(14);
        let clause = (from..i).rev().take_while(|at| !matches!(self.low(*at), "," | ";" | "and" | "but" | "said"));
        clause.into_iter().any(|at| matches!(self.low(at), "will" | "due" | "expected" | "scheduled" | "planned" | "shall" | "set"))
    }

    /// "last week", "next month".
    fn period(&self, i: usize) -> Option<Read> {
        let by = match self.low(i) {
            "last" => -1,
            "next" => 1,
            _ => return None,
        };
        let sign = if by < 0 { "-" } else { "" };
        let words = (i, i + 2);
        let letter = match self.low(i + 1) {
            "week" => 'W',
            "month" => 'M',
            "year" => 'Y',
            _ => return None,
        };
        let Some(published) = self.published else { return Some(unresolved(words, format!("{sign}P1{letter}"))) };
        let (year, month, _) = published.parts();
        let (iso, first, last) = match letter {
            'W' => {
                let first = published.plus(7 * by + 1 - published.weekday());
                let (year, week) = first.week();
                (format!("{year:04}-W{week:02}"), first, first.plus(6))
            }
            'M' => {
                let (year, month) = match month + by {
                    0 => (year - 1, 12),
                    13 => (year + 1, 1),
                    month => (year, month),
                };
                let (first, last) = Day::month(year, month);
                (format!("{year:04}-{month:02}"), first, last)
            }
            _ => (format!("{:04}", year + by), Day::month(year + by, 1).0, Day::month(year + by, 12).1),
        };
        Some(read(words, FigureValue::Iso(iso), days(first, last, Scale::Known)))
    }

    /// "in 2014", "2019 году".
    fn year(&self, i: usize) -> Option<Read> {
        let year = self.word(i).filter(|word| word.text.len() == 4).and_then(Word::small).filter(|y| (1800..=2100).contains(y))?;
        let next = self.word(i + 1);
        let names_year = matches!(self.low(i + 1), "году" | "года" | "год" | "році" | "року" | "рік");
        let counts = next.is_some_and(|w| w.is_letters() && !names_year && !self.is_function_word(&w.low)) || self.unit(i + 1).is_some();
        let is_said = BEFORE_YEARS.contains(&self.before(i));
        if self.is_glued(i + 1) && next.is_some_and(|word| word.is_letters() || word.text == "/") {
            return None;
        }
        // "the 2008-09 season"
        let last = self.word(i + 2).filter(|word| self.is_dash(i + 1) && word.is_glued && word.text.len() == 2).and_then(Word::small);
        if last == Some((year + 1) % 100) {
            let extent = days(Day::month(year, 1).0, Day::month(year + 1, 12).1, Scale::Known);
            return Some(read((i, i + 3), FigureValue::IsoRange(year.to_string(), (year + 1).to_string()), extent));
        }
        let is_unit = self.unit(i + 1).is_some();
        // In the far future, or long ago, it takes a word that says so.
        let is_meant = names_year || if counts { is_said && !is_unit } else { is_said || (1950..=2050).contains(&year) };
        if !is_meant {
            return None;
        }
        let (first, last) = (Day::month(year, 1).0, Day::month(year, 12).1);
        Some(read((i, i + 1 + usize::from(names_year)), FigureValue::Iso(year.to_string()), days(first, last, Scale::Known)))
    }

    /// A day in the year nearest to the day of publication, where that is known. Nearest in the past, where the sentence, read up to word `i`, does
    /// not speak of the future, but for the next weeks.
    fn dated(&self, i: usize, year: Option<i64>, month: i64, day: i64) -> Option<Dated> {
        if let Some(day) = year.map(|year| Day::new(year, month, day)) {
            return day.map(|day| Dated { day, iso: day.to_string(), scale: Scale::Known });
        }
        let Some(published) = self.published else {
            let day = Day::new(SOME_YEAR, month, day)?;
            return Some(Dated { day, iso: format!("-{}", &day.to_string()[4..]), scale: Scale::Yearless });
        };
        let (near, ..) = published.parts();
        let ahead = match self.before(i) {
            "since" => 0,
            _ if self.is_future(i) => i64::MAX,
            _ => NEXT_WEEKS,
        };
        let days = (near - 1..=near + 1).filter_map(|year| Day::new(year, month, day)).filter(|found| found.0 - published.0 <= ahead);
        let day = days.min_by_key(|found| (found.0 - published.0).abs())?;
        Some(Dated { day, iso: day.to_string(), scale: Scale::Known })
    }
}

struct Dated {
    day: Day,
    iso: String,
    scale: Scale,
}

fn days(first: Day, last: Day, scale: Scale) -> Extent {
    Extent { low: Number::whole(first.0), high: Number::whole(last.0), scale }
}

fn unresolved(words: (usize, usize), iso: String) -> Read {
    let nowhere = Number::whole(0);
    read(words, FigureValue::Iso(iso), Extent { low: nowhere, high: nowhere, scale: Scale::Unresolved })
}

fn read(words: (usize, usize), value: FigureValue, extent: Extent) -> Read {
    Read { words, kind: FigureKind::Date, value, unit: None, hedge: None, extent }
}

/// Day and month of a day, in the year that stands for any.
pub(super) fn without_year(at: Number) -> Option<Number> {
    let (_, month, day) = Day(at.as_whole()?).parts();
    Day::new(SOME_YEAR, month, day).map(|day| Number::whole(day.0))
}
