//! Figures, gathered into quantities: what outlets say how much, how long or when of one thing.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::{ArticleIdx, Span};

/// One quantity, as one or more passages give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// What sort of figure.
    pub kind: FigureKind,
    /// What is counted or measured, in the words of the first member; empty where nothing tells.
    pub of: String,
    /// By article and text. Several of one article are its headline and its body, or one thing said twice.
    pub members: Vec<FigureMember>,
    /// What the members make of each other; `None` where only one passage gives the quantity.
    pub verdict: Option<Verdict>,
}

/// A figure where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureMember {
    /// Which article.
    pub article: ArticleIdx,
    /// The number with its unit, without its hedge.
    pub span: Span,
    /// What it says.
    pub value: FigureValue,
    /// Unit in one form (`USD`, `km`, `%`, `pp`, `years`, `score`); `None` for plain counts, dates, times and durations.
    pub unit: Option<String>,
    /// What bounds or softens it.
    pub hedge: Option<Hedge>,
    /// The source the sentence names: "according to …".
    pub attribution: Option<Span>,
}

/// What sort of figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureKind {
    /// A number of things, a measure, an age or a score; by its unit.
    Count,
    /// An amount of money.
    Money,
    /// A share of a hundred, a fraction, or percentage points.
    Percent,
    /// A day, month or year.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Which in a series.
    Ordinal,
}

impl FigureKind {
    /// Its name in the report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Date => "date",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::Ordinal => "ordinal",
        }
    }
}

/// The value of a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureValue {
    /// A number.
    Number(Number),
    /// From the first to the second; both sides of a score.
    Range(Number, Number),
    /// ISO 8601: `2025-07-23`; `--07-23` without its year, `-W-3` a Wednesday, `-P1D` the day before, `PT40M`, `19:00+03:00`.
    Iso(String),
    /// From the first to the second, each in ISO 8601.
    IsoRange(String, String),
}

/// A number as a fraction in lowest terms, so that equal numbers are equal values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    numerator: i64,
    /// Above zero.
    denominator: i64,
}

impl Number {
    /// `numerator / denominator`; `None` where that is no number of an article's size.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        let (mut a, mut b) = (numerator.abs(), denominator.abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        if denominator == 0 || a == 0 {
            return (denominator != 0).then_some(Self { numerator: 0, denominator: 1 });
        }
        let sign = denominator.signum();
        Some(Self { numerator: i64::try_from(sign * numerator / a).ok()?, denominator: i64::try_from(sign * denominator / a).ok()? })
    }

    /// A whole number.
    pub const fn whole(value: i64) -> Self {
        Self { numerator: value, denominator: 1 }
    }

    /// Its value, if it is whole.
    pub fn as_whole(self) -> Option<i64> {
        (self.denominator == 1).then_some(self.numerator)
    }

    /// The product.
    pub fn times(self, other: Self) -> Option<Self> {
        let product = |a: i64, b: i64| i128::from(a) * i128::from(b);
        Self::new(product(self.numerator, other.numerator), product(self.denominator, other.denominator))
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        let cross = |a: Self, b: Self| i128::from(a.numerator) * i128::from(b.denominator);
        Self::new(cross(self, other).checked_add(cross(other, self))?, i128::from(self.denominator) * i128::from(other.denominator))
    }

    /// As a report writes it, and nothing is computed with.
    #[allow(clippy::cast_precision_loss, reason = "for writing only: figures of articles are exact in a double, or no longer meaningful")]
    pub fn as_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        (i128::from(self.numerator) * i128::from(other.denominator)).cmp(&(i128::from(other.numerator) * i128::from(self.denominator)))
    }
}

/// What bounds or softens a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hedge {
    /// "about", "some".
    About,
    /// "at least".
    AtLeast,
    /// "up to".
    AtMost,
    /// "more than".
    MoreThan,
    /// "less than", "fewer than".
    LessThan,
    /// "nearly", "almost".
    Nearly,
    /// Of a date: "before".
    Before,
    /// Of a date: "after".
    After,
    /// Of a date: "by".
    By,
}

impl Hedge {
    /// Every hedge.
    pub const ALL: [Self; 9] =
        [Self::About, Self::AtLeast, Self::AtMost, Self::MoreThan, Self::LessThan, Self::Nearly, Self::Before, Self::After, Self::By];

    /// Its name in the report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::AtLeast => "at-least",
            Self::AtMost => "at-most",
            Self::MoreThan => "more-than",
            Self::LessThan => "less-than",
            Self::Nearly => "nearly",
            Self::Before => "before",
            Self::After => "after",
            Self::By => "by",
        }
    }
}

/// What the members of a [`Figure`] make of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// They cannot all be true.
    Conflict,
    /// They may speak of different things, or nothing tells what they mean.
    Unclear,
    /// They differ and can all be true: a hedge, a range, a rounded number.
    Compatible,
    /// The same value.
    Agree,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_numbers_are_equal_values() {
        assert_eq!(Number::new(150, 100), Number::new(3, 2));
        assert_eq!(Number::new(0, 7), Some(Number::whole(0)));
        assert_eq!(Number::new(1, 0), None);
        assert_eq!(Number::new(i128::MAX, 1), None);
        assert!(Number::new(1, 3) < Number::new(1, 2));
        assert_eq!(Number::new(1, 3).and_then(|third| third.plus(third)), Number::new(2, 3));
    }
}
