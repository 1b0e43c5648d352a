//! Insertions and deletions that could stand in several places, moved to where a reader would see them.

use std::ops::Range;

use super::kind::Kind;
use super::run::{Run, tidy};
use super::unit::Unit;

/// Slides every insertion and deletion between equal runs to where its ends fall between phrases.
///
/// Of "a fire in \[the hall in\] the harbour" and "a fire \[in the hall\] in the harbour" both are right, and only the second reads. After
/// the sliders of git and imara-diff and VS Code's `shiftDiffToBetterPosition`, with what ends a phrase in place of what ends a line.
pub(crate) fn slide(mut runs: Vec<Run>, a: &[Unit], b: &[Unit]) -> Vec<Run> {
    for at in 0..runs.len() {
        if runs[at].is_equal || !(runs[at].a.is_empty() || runs[at].b.is_empty()) {
            continue;
        }
        let (side, range) = if runs[at].b.is_empty() { (a, runs[at].a.clone()) } else { (b, runs[at].b.clone()) };
        let before = at.checked_sub(1).map_or(0, |n| runs[n].a.len());
        let after = runs.get(at + 1).map_or(0, |next| next.a.len());
        let back = (0..before).take_while(|n| side[range.start - 1 - n].key == side[range.end - 1 - n].key).count();
        let forth = (0..after).take_while(|n| side[range.start + n].key == side[range.end + n].key).count();
        let moved = |by: isize| range.start.saturating_add_signed(by)..range.end.saturating_add_signed(by);
        let best = (-(back as isize)..=forth as isize).max_by_key(|by| fit(side, &moved(*by))).unwrap_or_default();
        if best != 0 {
            shift(&mut runs, at, best);
        }
    }
    tidy(runs)
}

/// Moves a change by some units: what it leaves and what it takes are equal.
fn shift(runs: &mut Vec<Run>, at: usize, by: isize) {
    let moved = |range: &Range<usize>| range.start.saturating_add_signed(by)..range.end.saturating_add_signed(by);
    let (a, b) = (moved(&runs[at].a), moved(&runs[at].b));
    if let Some(before) = at.checked_sub(1) {
        (runs[before].a.end, runs[before].b.end) = (a.start, b.start);
    }
    match runs.get_mut(at + 1) {
        Some(next) => (next.a.start, next.b.start) = (a.end, b.end),
        // Slid back from the end: what it leaves is an equal run.
        None => runs.push(Run::equal(a.end..runs[at].a.end, b.end..runs[at].b.end)),
    }
    if at == 0 {
        // Slid forth from the start.
        let (a_start, b_start) = (runs[0].a.start, runs[0].b.start);
        (runs[0].a, runs[0].b) = (a.clone(), b.clone());
        runs.insert(0, Run::equal(a_start..a.start, b_start..b.start));
        return;
    }
    (runs[at].a, runs[at].b) = (a, b);
}

/// How well a change of these units reads: how clean the cuts at its ends are.
fn fit(side: &[Unit], range: &Range<usize>) -> i32 {
    cut(side, range.start) + cut(side, range.end)
}

/// How clean a cut in front of a unit is.
fn cut(side: &[Unit], at: usize) -> i32 {
    let (Some(before), Some(after)) = (at.checked_sub(1).map(|n| &side[n]), side.get(at)) else { return 10 };
    match (before.kind, after.kind) {
        (Kind::Mark, _) if matches!(before.key.as_str(), "." | "!" | "?" | ";") => 9,
        // In front of what opens, behind what closes.
        (Kind::Mark, _) if matches!(before.key.as_str(), "," | ":" | ")" | "-") => 6,
        (_, Kind::Mark) if matches!(after.key.as_str(), "(" | "-" | ",") => 5,
        (Kind::Mark, _) | (_, Kind::Mark) => 1,
        (Kind::Name, Kind::Name) | (Kind::Date, Kind::Date) => -5,
        (Kind::Function, Kind::Function) => 0,
        // "of the | harbour": a phrase begins with its small words.
        (Kind::Function, _) => -3,
        (_, Kind::Function) => 3,
        (Kind::Figure, _) => -1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::show_pass;
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: &str) {
        assert_eq!(show_pass(a, b, slide), expected);
    }

    #[test]
    fn changes_fall_between_phrases() {
        check("a fire in the harbour", "a fire in the hall in the harbour", "a fire {+in the hall +}in the harbour");
        check("He left. She stayed.", "He left. He ate. She stayed.", "He left. {+He ate. +}She stayed.");
        check("talks, held in Ostrand, failed", "talks failed", "talks[-, held in Ostrand, -]failed");
        check("red, blue, and green", "red and green", "red[-, blue, -]and green");
    }

    #[test]
    fn a_change_at_either_end_slides_too() {
        check("go on go on", "go on", "go on [-go on-]");
        check("later in the day, he said", "he said", "[-later in the day, -]he said");
    }
}
