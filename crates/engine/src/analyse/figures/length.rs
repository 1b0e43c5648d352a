//! Lengths of time, in ISO 8601 and in minutes.

use crate::Number;

/// A number of units of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) iso: String,
    pub(super) minutes: Number,
}

impl Length {
    /// `amount` of a unit, given as the ISO 8601 duration of one.
    pub(super) fn new(amount: Number, unit: &'static str) -> Option<Self> {
        let minutes = amount.times(minutes(unit))?;
        let (unit, amount) = match unit {
            "P10Y" => ("P1Y", amount.times(Number::whole(10))?),
            "P100Y" => ("P1Y", amount.times(Number::whole(100))?),
            unit => (unit, amount),
        };
        // In parts of a unit: in whole ones of the next smaller.
        let smaller = match unit {
            "P1Y" => Some(("P1M", 12)),
            "P1W" => Some(("P1D", 7)),
            "P1D" => Some(("PT1H", 24)),
            "PT1H" => Some(("PT1M", 60)),
            "PT1M" => Some(("PT1S", 60)),
            _ => None,
        };
        let whole = smaller
            .filter(|_| amount.as_whole().is_none())
            .and_then(|(unit, times)| Some((unit, amount.times(Number::whole(times))?.as_whole()?)));
        let iso = match (whole, amount.as_whole()) {
            (Some((unit, n)), _) => unit.replace('1', &n.to_string()),
            (None, Some(n)) => unit.replace('1', &n.to_string()),
            (None, None) => unit.replace('1', &amount.as_f64().to_string()),
        };
        Some(Self { iso, minutes })
    }
}

/// Minutes of a unit; of months and years on average.
pub(super) fn minutes(unit: &str) -> Number {
    match unit {
        "PT1S" => Number::new(1, 60).unwrap_or(Number::whole(0)),
        "PT1M" => Number::whole(1),
        "PT1H" => Number::whole(60),
        "P1D" => Number::whole(1440),
        "P1W" => Number::whole(10_080),
        "P1M" => Number::whole(43_830),
        "P1Y" => Number::whole(525_960),
        "P10Y" => Number::whole(5_259_600),
        _ => Number::whole(52_596_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_unit_are_whole_ones_of_the_next() {
        let iso = |n: i128, of: i128, unit| Length::new(Number::new(n, of).unwrap(), unit).unwrap().iso;
        assert_eq!(iso(7, 2, "PT1H"), "PT210M");
        assert_eq!(iso(3, 2, "P1Y"), "P18M");
        assert_eq!(iso(2, 1, "P10Y"), "P20Y");
        assert_eq!(iso(1, 2, "P1M"), "P0.5M");
    }
}
