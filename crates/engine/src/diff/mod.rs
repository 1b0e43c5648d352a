//! Word by word, what changed between two linked spans, cleaned so that it reads.
//!
//! Passes, each on the result of the one before: [`similar`]'s Myers over folded words and marks; short equal islands inside rewrites absorbed;
//! equal runs that are only equal after folding set apart as small changes; white space kept out of replacements; every change classed.

mod class;
mod unit;

use std::collections::BTreeMap;
use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::segment::figure;
use crate::segment::lexicon::{STOP_WORDS, lists};
use crate::{Change, Class, Op, Span};
use unit::{Unit, units};

/// A run of units: the same on both sides after folding, or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    is_equal: bool,
    a: Range<usize>,
    b: Range<usize>,
}

/// Compares a span of one text with a span of another.
///
/// The changes are in order and tile both spans; an [`Op::Equal`] is equal byte by byte, so that taking `a` where changes are equal and `b` where
/// they are not gives back `b`.
pub fn diff(text_a: &str, span_a: Span, text_b: &str, span_b: Span) -> Vec<Change> {
    let (a, b) = (units(text_a, span_a), units(text_b, span_b));
    let mut changes = Vec::new();
    if a.is_empty() || b.is_empty() {
        // One side holds no word or mark: white space at most.
        push(&mut changes, changed((span_a, span_b), class::class(&a, &b, text_a, text_b)));
        return changes;
    }
    for run in split_folded(absorb_islands(compare(&a, &b), &a, &b), &a, &b, text_a, text_b) {
        let spans = (cover(&a, &run.a, span_a), cover(&b, &run.b, span_b));
        if run.is_equal {
            push(&mut changes, Change { op: Op::Equal, a: spans.0, b: spans.1, class: None });
        } else {
            let class = class::class(&a[run.a.clone()], &b[run.b.clone()], text_a, text_b);
            let (words, space) = without_common_space(spans, text_a, text_b);
            push(&mut changes, changed(words, class));
            push(&mut changes, Change { op: Op::Equal, a: space.0, b: space.1, class: None });
        }
    }
    changes
}

fn changed((a, b): (Span, Span), class: Class) -> Change {
    let op = match (a.is_empty(), b.is_empty()) {
        (true, _) => Op::Insert,
        (_, true) => Op::Delete,
        _ => Op::Replace,
    };
    Change { op, a, b, class: Some(class) }
}

/// Adds a change, unless it is empty; those of one class in a row become one.
fn push(changes: &mut Vec<Change>, change: Change) {
    if change.a.is_empty() && change.b.is_empty() {
        return;
    }
    match changes.last_mut() {
        Some(last) if last.class == change.class => {
            let (a, b) = (last.a.cover(change.a), last.b.cover(change.b));
            *last = change.class.map_or(Change { a, b, ..*last }, |class| changed((a, b), class));
        }
        _ => changes.push(change),
    }
}

/// The span of a range of units; an empty range is the empty span where it stands.
fn cover(units: &[Unit], range: &Range<usize>, within: Span) -> Span {
    let start = units.get(range.start).map_or(within.end, |u| u.span.start);
    if range.is_empty() { Span::new(start, start) } else { Span::new(start, units[range.end - 1].span.end) }
}

/// Changed and equal runs by turns.
fn compare(a: &[Unit], b: &[Unit]) -> Vec<Run> {
    let mut ids = BTreeMap::new();
    let mut id = |unit: &Unit| {
        let next = ids.len();
        *ids.entry(unit.key.clone()).or_insert(next)
    };
    let (a_ids, b_ids): (Vec<usize>, Vec<usize>) = (a.iter().map(&mut id).collect(), b.iter().map(&mut id).collect());
    let mut runs: Vec<Run> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &a_ids, &b_ids) {
        let is_equal = op.tag() == DiffTag::Equal;
        match runs.last_mut() {
            Some(last) if last.is_equal == is_equal => {
                last.a.end = op.old_range().end;
                last.b.end = op.new_range().end;
            }
            _ => runs.push(Run { is_equal, a: op.old_range(), b: op.new_range() }),
        }
    }
    runs
}

/// Makes one change of two with little between them: an island that holds at most two words, none of them telling, between changes that are
/// longer than it on both sides together.
fn absorb_islands(runs: Vec<Run>, a: &[Unit], b: &[Unit]) -> Vec<Run> {
    let n_words =
        |run: &Run| a[run.a.clone()].iter().filter(|u| u.is_word).count().max(b[run.b.clone()].iter().filter(|u| u.is_word).count());
    let tells = |unit: &Unit| unit.is_word && (!lists(STOP_WORDS, &unit.key) || figure(&unit.key).is_some());
    let mut kept: Vec<Run> = Vec::new();
    let mut runs = runs.into_iter().peekable();
    while let Some(run) = runs.next() {
        let island = run.is_equal && n_words(&run) <= 2 && !a[run.a.clone()].iter().any(tells);
        match (kept.last_mut(), runs.peek()) {
            (Some(before), Some(after)) if island && n_words(before) + n_words(after) > 2 * n_words(&run).max(1) => {
                before.a.end = after.a.end;
                before.b.end = after.b.end;
                runs.next();
            }
            _ => kept.push(run),
        }
    }
    kept
}

/// Cuts equal runs where the two sides are not written the same: those parts are changes, of case or punctuation.
fn split_folded(runs: Vec<Run>, a: &[Unit], b: &[Unit], text_a: &str, text_b: &str) -> Vec<Run> {
    let mut split = Vec::new();
    for run in runs {
        if !run.is_equal {
            split.push(run);
            continue;
        }
        let same: Vec<bool> = run.a.clone().zip(run.b.clone()).map(|(i, j)| a[i].span.of(text_a) == b[j].span.of(text_b)).collect();
        let mut at = 0;
        for part in same.chunk_by(|x, y| x == y) {
            let (i, j) = (run.a.start + at, run.b.start + at);
            at += part.len();
            split.push(Run { is_equal: part[0], a: i..i + part.len(), b: j..j + part.len() });
        }
    }
    split
}

/// Sets apart the white space that ends both sides of a replacement alike, so that it is not shown as changed.
fn without_common_space(spans: (Span, Span), text_a: &str, text_b: &str) -> ((Span, Span), (Span, Span)) {
    let (a, b) = (spans.0.of(text_a), spans.1.of(text_b));
    let common = |n: usize| a[a.len() - n..] == b[b.len() - n..];
    let space = a.len() - a.trim_end().len();
    let keep = if space == b.len() - b.trim_end().len() && common(space) { space } else { 0 };
    let (a_end, b_end) = (spans.0.end - keep, spans.1.end - keep);
    ((Span::new(spans.0.start, a_end), Span::new(spans.1.start, b_end)), (Span::new(a_end, spans.0.end), Span::new(b_end, spans.1.end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn whole(text: &str) -> Span {
        Span::new(0, text.len())
    }

    /// `b`, made of `a` and the changes.
    fn apply(changes: &[Change], a: &str, b: &str) -> String {
        changes.iter().map(|c| if c.op == Op::Equal { c.a.of(a) } else { c.b.of(b) }).collect()
    }

    /// `[-old-]{+new+}` with the class behind it.
    fn show(a: &str, b: &str) -> String {
        diff(a, whole(a), b, whole(b))
            .iter()
            .map(|c| {
                let class = c.class.map(|c| format!("({c:?})")).unwrap_or_default();
                match c.op {
                    Op::Equal => c.a.of(a).to_owned(),
                    Op::Delete => format!("[-{}-]{class}", c.a.of(a)),
                    Op::Insert => format!("{{+{}+}}{class}", c.b.of(b)),
                    Op::Replace => format!("[-{}-]{{+{}+}}{class}", c.a.of(a), c.b.of(b)),
                }
            })
            .collect()
    }

    #[track_caller]
    fn check(a: &str, b: &str, expected: &str) {
        assert_eq!(show(a, b), expected);
    }

    #[test]
    fn words_are_compared_whole() {
        check("The man was killed on Monday.", "The man died on Monday.", "The man [-was killed-]{+died+}(Wording) on Monday.");
        check("They agreed.", "They have agreed.", "They {+have +}(FunctionWord)agreed.");
    }

    #[test]
    fn a_changed_figure_is_never_trivial() {
        check("At least 9 people died.", "At least 12 people died.", "At least [-9-]{+12+}(Figure) people died.");
        check("three people", "3 people", "[-three-]{+3+}(Wording) people");
    }

    #[test]
    fn small_changes_are_classed_apart() {
        check("“We agreed,” he said.", "\"We agreed\", he said.", "[-“-]{+\"+}(Punctuation)We agreed[-,” -]{+\", +}(Punctuation)he said.");
        check("Zoe\u{301} spoke", "Zoé spoke", "[-Zoe\u{301}-]{+Zoé+}(Punctuation) spoke");
        check("the Kremlin said", "The Kremlin said", "[-the-]{+The+}(Case) Kremlin said");
        check("talks in Kiev", "talks in Kyiv", "talks in [-Kiev-]{+Kyiv+}(Spelling)");
        check("Mr Medinsky said", "Mr Medinski said", "Mr [-Medinsky-]{+Medinski+}(Spelling) said");
    }

    #[test]
    fn negations_are_told() {
        check("They did agree.", "They did not agree.", "They did {+not +}(Negation)agree.");
    }

    #[test]
    fn islands_inside_rewrites_are_absorbed() {
        check(
            "praised the swift work of many rescuers",
            "lauded the tireless effort of all firefighters",
            "[-praised the swift work of many rescuers-]{+lauded the tireless effort of all firefighters+}(Wording)",
        );
    }

    proptest! {
        #[test]
        fn applying_a_diff_gives_the_other_text(
            a in "([a-cA-C “”'.,0-9]{1,3} ?){0,20}",
            b in "([a-cA-C “”'.,0-9]{1,3} ?){0,20}",
        ) {
            let changes = diff(&a, whole(&a), &b, whole(&b));
            prop_assert_eq!(apply(&changes, &a, &b), b.clone());
            prop_assert_eq!(changes.iter().map(|c| c.a.of(&a)).collect::<String>(), a.clone());
            let undo: Vec<Change> = diff(&b, whole(&b), &a, whole(&a));
            prop_assert_eq!(apply(&undo, &b, &a), a);
        }
    }
}
