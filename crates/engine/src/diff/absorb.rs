//! No confetti: words that both sides happen to share inside a rewrite belong to the rewrite.

use super::kind::Kind;
use super::run::{Run, tidy};
use super::unit::Unit;

/// Heaviest island that is given up: a word with a small one beside it. Two telling words in a row are no chance.
const HEAVIEST: usize = 4;

/// Makes one change of two with little between them, until nothing more can be.
///
/// An island is given up where the changes on both sides of it outweigh it. Figures, dates, names and negations are never: what is the same of them
/// has to be seen to be the same. After VS Code's `removeVeryShortMatchingTextBetweenLongDiffs`.
pub(crate) fn absorb(runs: Vec<Run>, a: &[Unit], b: &[Unit]) -> Vec<Run> {
    let mut runs = runs;
    loop {
        let n_runs = runs.len();
        runs = absorb_once(runs, a, b);
        if runs.len() == n_runs {
            return runs;
        }
    }
}

fn absorb_once(runs: Vec<Run>, a: &[Unit], b: &[Unit]) -> Vec<Run> {
    let mut kept: Vec<Run> = Vec::with_capacity(runs.len());
    let mut runs = runs.into_iter().peekable();
    while let Some(run) = runs.next() {
        match (kept.last_mut(), runs.peek()) {
            (Some(before), Some(after)) if run.is_equal && is_outweighed(&run, before, after, a, b) => {
                before.a.end = after.a.end;
                before.b.end = after.b.end;
                runs.next();
            }
            _ => kept.push(run),
        }
    }
    tidy(kept)
}

fn is_outweighed(island: &Run, before: &Run, after: &Run, a: &[Unit], b: &[Unit]) -> bool {
    let Some(island) = a[island.a.clone()].iter().map(|unit| weight(unit.kind)).sum::<Option<usize>>() else { return false };
    let n_words = |run: &Run| {
        let count = |side: &[Unit]| side.iter().filter(|unit| unit.is_word()).count();
        count(&a[run.a.clone()]).max(count(&b[run.b.clone()]))
    };
    let is_rewrite = |run: &Run| !run.a.is_empty() && !run.b.is_empty();
    let (words_before, words_after) = (n_words(before), n_words(after));
    // A lone insertion or deletion can be read as one: only a rewrite beside it swallows what stands between.
    island <= HEAVIEST
        && (is_rewrite(before) || is_rewrite(after))
        && island <= words_before.min(words_after).max(1)
        && words_before + words_after > 2 * island.max(1)
}

/// What an equal unit weighs against changed words; `None` for what is never given up.
const fn weight(kind: Kind) -> Option<usize> {
    match kind {
        Kind::Mark | Kind::Function => Some(1),
        Kind::Word | Kind::Hedge | Kind::Attribution => Some(3),
        Kind::Figure | Kind::Date | Kind::Name | Kind::Negation => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::show_pass;
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: &str) {
        assert_eq!(show_pass(a, b, absorb), expected);
    }

    #[test]
    fn islands_of_small_words_inside_rewrites_are_given_up() {
        check(
            "praised the swift work of many rescuers",
            "lauded the tireless effort of all firefighters",
            "[-praised the swift work of many rescuers-]{+lauded the tireless effort of all firefighters+}",
        );
    }

    #[test]
    fn a_word_inside_a_long_rewrite_is_given_up() {
        check(
            "some people in the small town have fled quickly into woods nearby",
            "many residents of a tiny village had fled before dawn towards hills",
            "[-some people in the small town have fled quickly into woods nearby-]{+many residents of a tiny village had fled before dawn towards hills+}",
        );
    }

    #[test]
    fn two_telling_words_in_a_row_are_kept() {
        check(
            "some people of that small town found strange objects near an empty barn yesterday night",
            "many residents from one tiny village saw strange objects over their old mill last week",
            "[-some people of that small town found -]{+many residents from one tiny village saw +}strange objects [-near an empty barn yesterday night-]{+over their old mill last week+}",
        );
    }

    #[test]
    fn figures_names_and_negations_are_kept() {
        check(
            "praised swift work of 14 rescuers there",
            "lauded tireless effort by 14 people nearby",
            "[-praised swift work of -]{+lauded tireless effort by +}14 [-rescuers there-]{+people nearby+}",
        );
        check(
            "swift work did not help",
            "tireless effort could not save",
            "[-swift work did -]{+tireless effort could +}not [-help-]{+save+}",
        );
    }

    #[test]
    fn an_insertion_beside_an_insertion_stays_apart() {
        check("he and she left", "he quietly and she loudly left", "he {+quietly +}and she {+loudly +}left");
    }
}
