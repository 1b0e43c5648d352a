//! Days as numbers.

use std::fmt;

/// A day, as its distance from 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(pub(super) i64);

impl Day {
    /// The day of three numbers, where there is one.
    pub(super) fn new(year: i64, month: i64, day: i64) -> Option<Self> {
        if !(1..=12).contains(&month) || day < 1 {
            return None;
        }
        let found = Self::of(year, month, day);
        (found.parts() == (year, month, day)).then_some(found)
    }

    /// The days of a month.
    pub(super) fn month(year: i64, month: i64) -> (Self, Self) {
        let (next_year, next) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        (Self::of(year, month, 1), Self(Self::of(next_year, next, 1).0 - 1))
    }

    /// Howard Hinnant's `days_from_civil`: years that begin in March have the leap day last.
    const fn of(year: i64, month: i64, day: i64) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Self(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }

    /// Year, month and day: Howard Hinnant's `civil_from_days`.
    pub(super) const fn parts(self) -> (i64, i64, i64) {
        let days = self.0 + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let from_march = (5 * of_year + 2) / 153;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        (era * 400 + year + if month <= 2 { 1 } else { 0 }, month, day)
    }

    /// Numbered from Monday, from 1.
    pub(super) const fn weekday(self) -> i64 {
        (self.0 + 3).rem_euclid(7) + 1
    }

    /// The day `by` days later.
    pub(super) const fn plus(self, by: i64) -> Self {
        Self(self.0 + by)
    }

    /// Year and number of its week, as ISO 8601 counts.
    pub(super) const fn week(self) -> (i64, i64) {
        let thursday = self.plus(4 - self.weekday());
        let (year, _, _) = thursday.parts();
        (year, (thursday.0 - Self::of(year, 1, 1).0) / 7 + 1)
    }

    /// The day an ISO 8601 date or date and time begins with.
    pub(super) fn from_iso(iso: &str) -> Option<Self> {
        let part = |from: usize, to: usize| iso.get(from..to)?.parse().ok();
        Self::new(part(0, 4)?, part(5, 7)?, part(8, 10)?)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for n in -200_000..200_000 {
            let (year, month, day) = Day(n).parts();
            assert_eq!(Day::new(year, month, day), Some(Day(n)));
        }
        assert_eq!(Day::new(2025, 2, 29), None);
        assert_eq!(Day::new(1970, 1, 1), Some(Day(0)));
    }

    #[test]
    fn weeks_and_weekdays() {
        let day = Day::from_iso("2025-07-24T10:15").unwrap();
        assert_eq!((day.weekday(), day.week(), day.to_string()), (4, (2025, 30), "2025-07-24".to_owned()));
        assert_eq!(Day::new(2027, 1, 1).unwrap().week(), (2026, 53));
        assert_eq!(Day::month(2024, 2).1, Day::new(2024, 2, 29).unwrap());
    }
}
