//! The whole diff, and how tests show one.

use super::*;
use crate::Op;
use proptest::prelude::*;

fn whole(text: &str) -> Span {
    Span::new(0, text.len())
}

/// `b`, made of `a` and the changes.
fn apply(changes: &[Change], a: &str, b: &str) -> String {
    changes.iter().map(|c| if c.op == Op::Equal { c.a.of(a) } else { c.b.of(b) }).collect()
}

/// A pass over runs, with both sides' units.
type Pass = fn(Vec<Run>, &[Unit], &[Unit]) -> Vec<Run>;

/// `a` and `b` after one pass over the shortest edit script: `[-old-]{+new+}`.
pub(super) fn show_pass(a: &str, b: &str, pass: Pass) -> String {
    let differ = Differ::new();
    let [from, to] = [a, b].map(|text| differ.units(Excerpt { text, span: Span::new(0, text.len()), language: None }));
    let of = |units: &[Unit], text: &str| units.iter().map(|unit| unit.span.of(text)).collect::<String>();
    let runs = pass(compare(&from, &to), &from, &to);
    let shown = runs.into_iter().map(|run| {
        let (old, new) = (of(&from[run.a.clone()], a), of(&to[run.b.clone()], b));
        match (run.is_equal, old.is_empty(), new.is_empty()) {
            (true, ..) => old,
            (_, false, true) => format!("[-{old}-]"),
            (_, true, false) => format!("{{+{new}+}}"),
            _ => format!("[-{old}-]{{+{new}+}}"),
        }
    });
    shown.collect()
}

/// `[-old-]{+new+}` with the class behind it.
pub(super) fn show(a: &str, b: &str) -> String {
    let excerpt = |text| Excerpt { text, span: Span::new(0, str::len(text)), language: None };
    let shown = Differ::new().diff(excerpt(a), excerpt(b)).into_iter().map(|c| {
        let moved = if c.moved { "moved " } else { "" };
        let class = c.class.map(|class| format!("({moved}{class:?})")).unwrap_or_default();
        match c.op {
            Op::Equal => c.a.of(a).to_owned(),
            Op::Delete => format!("[-{}-]{class}", c.a.of(a)),
            Op::Insert => format!("{{+{}+}}{class}", c.b.of(b)),
            Op::Replace => format!("[-{}-]{{+{}+}}{class}", c.a.of(a), c.b.of(b)),
        }
    });
    shown.collect()
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
    check("three people", "3 people", "[-three-]{+3+}(Spelling) people");
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
    fn a_diff_applies_and_mirrors(
        a in "([a-cA-C “”'.,0-9]{1,3} ?|not |Falk |on Monday ){0,20}",
        b in "([a-cA-C “”'.,0-9]{1,3} ?|not |Falk |on Monday ){0,20}",
    ) {
        let (differ, excerpt) = (Differ::new(), |text| Excerpt { text, span: whole(text), language: None });
        let changes = differ.diff(excerpt(&a), excerpt(&b));
        prop_assert_eq!(apply(&changes, &a, &b), b.clone());
        prop_assert_eq!(changes.iter().map(|c| c.a.of(&a)).collect::<String>(), a.clone());
        prop_assert!(changes.iter().filter(|c| c.op == Op::Equal).all(|c| c.a.of(&a) == c.b.of(&b)));
        let mirrored: Vec<Change> = differ.diff(excerpt(&b), excerpt(&a)).into_iter().map(Change::mirrored).collect();
        prop_assert!(a == b || mirrored == changes);
    }
}
