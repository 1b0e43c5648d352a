//! What two figures for one quantity make of each other.

use super::date::without_year;
use super::find::Found;
use super::reader::Scale;
use crate::{FigureKind, FigureValue, Hedge, Number, Verdict};

/// A part of the number line; `None` is endless.
type Interval = (Option<Number>, Option<Number>);

/// What two figures make of each other. `is_sure`: they surely speak of one thing, so that what cannot both be true is a conflict.
pub(super) fn verdict(x: &Found, y: &Found, is_sure: bool) -> Verdict {
    if x.value == y.value && x.hedge == y.hedge && (is_sure || x.extent.scale != Scale::Unresolved) {
        return Verdict::Agree;
    }
    // Another place in a series is rather another thing than another opinion.
    let differ = if is_sure && x.kind != FigureKind::Ordinal { Verdict::Conflict } else { Verdict::Unclear };
    // The same words in articles of different days: one of them may only repeat the other.
    if x.relative.is_some() && x.relative == y.relative && x.value != y.value {
        return Verdict::Unclear;
    }
    if matches!(x.extent.scale, Scale::Unresolved) || matches!(y.extent.scale, Scale::Unresolved) {
        return Verdict::Unclear;
    }
    let (Some(a), Some(b)) = (extent(x, y), extent(y, x)) else { return Verdict::Unclear };
    // A day that must not be passed is itself what is told.
    if x.kind == FigureKind::Date && x.hedge == y.hedge && matches!(x.hedge, Some(Hedge::Before | Hedge::After | Hedge::By)) {
        return if reach(x, a) == reach(y, b) { Verdict::Agree } else { differ };
    }
    if a == b && x.unit != Some("score") && (x.hedge == y.hedge) {
        return Verdict::Agree;
    }
    if x.unit == Some("score") {
        return differ;
    }
    if overlap(reach(x, a), reach(y, b)) || is_rounded(a, b) || is_rounded(b, a) { Verdict::Compatible } else { differ }
}

/// What a figure covers, without its year where the other has none.
fn extent(x: &Found, other: &Found) -> Option<(Number, Number)> {
    match (x.extent.scale, other.extent.scale) {
        (Scale::Known, Scale::Yearless) => {
            // A whole year has every day.
            let is_long = x.extent.low.plus(Number::whole(300))? < x.extent.high;
            if is_long { None } else { Some((without_year(x.extent.low)?, without_year(x.extent.high)?)) }
        }
        _ => Some((x.extent.low, x.extent.high)),
    }
}

/// What a figure allows, by its hedge.
fn reach(x: &Found, (low, high): (Number, Number)) -> Interval {
    let part = |at: Number, percent: i128| Number::new(percent, 100).and_then(|part| at.times(part)).unwrap_or(at);
    let is_day = matches!(x.kind, FigureKind::Date | FigureKind::Time);
    match x.hedge {
        None => (Some(low), Some(high)),
        Some(Hedge::About) if is_day => (low.plus(Number::whole(-2)), high.plus(Number::whole(2))),
        Some(Hedge::About) => (Some(part(low, 90)), Some(part(high, 110))),
        Some(Hedge::Nearly) => (Some(part(low, 90)), Some(high)),
        Some(Hedge::AtLeast | Hedge::MoreThan | Hedge::After) => (Some(low), None),
        Some(Hedge::AtMost | Hedge::LessThan | Hedge::By) => (None, Some(high)),
        // "before August" is before it begins, "before the end of August" is before that is over.
        Some(Hedge::Before) => (None, Some(if matches!(x.value, FigureValue::IsoRange(..)) { high } else { low })),
    }
}

fn overlap(x: Interval, y: Interval) -> bool {
    let before = |high: Option<Number>, low: Option<Number>| high.zip(low).is_some_and(|(high, low)| high < low);
    !before(x.1, y.0) && !before(y.1, x.0)
}

/// Whether `x` is `y`, rounded: zeros at its end where the other has digits.
fn is_rounded(x: (Number, Number), y: (Number, Number)) -> bool {
    let (Some(x), Some(y)) = (x.0.as_whole().filter(|_| x.0 == x.1), y.0.as_whole().filter(|_| y.0 == y.1)) else { return false };
    let mut place = 1;
    while x != 0 && x % (place * 10) == 0 && place < 1_000_000_000_000 {
        place *= 10;
    }
    x >= 100 && place >= 10 && y % place != 0 && (x - y).abs() * 2 <= place
}

#[cfg(test)]
mod tests {
    use super::super::reader::Extent;
    use super::*;
    use crate::Span;

    fn count(low: i64, high: i64, hedge: Option<Hedge>) -> Found {
        let (low, high) = (Number::whole(low), Number::whole(high));
        Found {
            span: Span::default(),
            kind: FigureKind::Count,
            value: if low == high { FigureValue::Number(low) } else { FigureValue::Range(low, high) },
            unit: None,
            hedge,
            attribution: None,
            extent: Extent::known(low, high),
            of: Vec::new(),
            head: None,
            is_distance: false,
            relative: None,
        }
    }

    #[test]
    fn hedges_ranges_and_rounding_can_both_be_true() {
        let plain = |n| count(n, n, None);
        let check = |x: Found, y: Found, wanted| {
            assert_eq!(verdict(&x, &y, true), wanted);
            assert_eq!(verdict(&y, &x, true), wanted);
        };
        check(plain(12), plain(12), Verdict::Agree);
        check(plain(12), plain(9), Verdict::Conflict);
        check(count(40, 40, Some(Hedge::About)), count(60, 60, Some(Hedge::LessThan)), Verdict::Compatible);
        check(count(30, 30, Some(Hedge::AtLeast)), plain(29), Verdict::Conflict);
        check(count(24, 48, None), plain(36), Verdict::Compatible);
        check(plain(6000), plain(6047), Verdict::Compatible);
        check(plain(10), plain(12), Verdict::Conflict);
        assert_eq!(verdict(&plain(12), &plain(9), false), Verdict::Unclear);
    }
}
