//! Swapped word order.

use super::kind::Kind;
use super::run::Run;
use super::unit::Unit;
use crate::sort::Sort;

/// Marks what is the same words in another order: a deletion and an insertion of the same words, and a rewrite into the same words.
pub(crate) fn mark_moved(runs: &mut [Run], a: &[Unit], b: &[Unit]) {
    let content = |side: &[Unit]| -> Vec<usize> {
        let telling = side.iter().enumerate().filter(|(_, unit)| !matches!(unit.kind, Kind::Function | Kind::Mark));
        telling.map(|(at, _)| at).collect()
    };
    let words = |side: &[Unit]| -> Vec<String> { content(side).into_iter().map(|at| side[at].key.clone()).collect() };
    let (mut deleted, mut inserted) = (Vec::new(), Vec::new());
    for (at, run) in runs.iter_mut().enumerate().filter(|(_, run)| !run.is_equal) {
        let (mut from, mut to) = (words(&a[run.a.clone()]), words(&b[run.b.clone()]));
        match (run.a.is_empty(), run.b.is_empty()) {
            (false, true) if !from.is_empty() => deleted.push((from, at)),
            (true, false) if !to.is_empty() => inserted.push((to, at)),
            _ if from != to => {
                from.order();
                to.order();
                run.moved = from == to;
            }
            _ => {}
        }
    }
    // Of words that were cut twice and stand again once, the first is the one that moved.
    inserted.order();
    for (words, at) in deleted {
        let from = inserted.partition_point(|(other, _)| *other < words);
        if inserted.get(from).is_some_and(|(other, _)| *other == words) {
            let (_, to) = inserted.remove(from);
            (runs[at].moved, runs[to].moved) = (true, true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::show;

    #[track_caller]
    fn check(a: &str, b: &str, expected: &str) {
        assert_eq!(show(a, b), expected);
    }

    #[test]
    fn a_phrase_that_changes_its_place_moved() {
        check(
            "He said on Monday that work goes on.",
            "On Monday he said that work goes on.",
            "{+On Monday +}(moved Date)[-He-]{+he+}(Case) said [-on Monday -](moved Date)that work goes on.",
        );
        check("cats and dogs", "dogs and cats", "{+dogs and +}(moved Wording)cats[- and dogs-](moved Wording)");
    }

    #[test]
    fn other_words_did_not() {
        check("old cats sleep", "cats sleep well", "[-old -](Wording)cats sleep{+ well+}(Wording)");
    }
}
