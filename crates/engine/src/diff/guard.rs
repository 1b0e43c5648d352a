//! A changed figure, date, name or negation is a change of its own, however small.

use std::ops::Range;

use super::kind::Kind;
use super::run::Run;
use super::unit::Unit;

/// Longest change in which the first figure of one side is taken to answer to the first of the other, in words and marks. In longer ones that is a
/// guess, and names in them are told with the rest.
const SHORT: usize = 8;
/// Most pairs of guarded groups that are looked at in one rewrite.
const MAX_PAIRS: usize = 10_000;

/// Cuts rewrites around what [`Kind::is_guarded`] guards, so that it is not lost among other words.
///
/// What is the same on both sides becomes equal; in short rewrites the rest is paired by kind; what finds no partner is a deletion or an insertion. A
/// name that stands anywhere on the other side did not change and is left where it is; a clause that names someone is told as a clause.
pub(crate) fn guard(runs: Vec<Run>, a: &[Unit], b: &[Unit]) -> Vec<Run> {
    let mut cut = Vec::with_capacity(runs.len());
    for run in runs {
        if run.is_equal || run.moved {
            cut.push(run);
        } else {
            split(&run, a, b, &mut cut);
        }
    }
    cut.retain(|run| !run.is_empty());
    cut
}

fn split(run: &Run, a: &[Unit], b: &[Unit], cut: &mut Vec<Run>) {
    let is_short = run.a.len().max(run.b.len()) <= SHORT;
    let (of_a, of_b) = (groups(a, &run.a, b, is_short), groups(b, &run.b, a, is_short));
    let is_whole = |groups: &[Range<usize>], range: &Range<usize>| groups.is_empty() && range.is_empty() || groups == [range.clone()];
    let nothing_to_cut = of_a.is_empty() && of_b.is_empty() || is_whole(&of_a, &run.a) && is_whole(&of_b, &run.b);
    if nothing_to_cut || of_a.len() * of_b.len() > MAX_PAIRS {
        cut.push(run.clone());
        return;
    }
    let (mut i, mut j) = (0, 0);
    let (mut from_a, mut from_b) = (run.a.start, run.b.start);
    let pairs = pairs(&of_a, &of_b, |x, y| likeness(&a[x.clone()], &b[y.clone()], is_short));
    for (x, y) in pairs.into_iter().chain([(of_a.len(), of_b.len())]) {
        // What stands in front of the pair, with the groups that have no partner.
        for at in 0..(x - i).max(y - j) {
            let (in_a, in_b) = (of_a[i..x].get(at), of_b[j..y].get(at));
            let (a_end, b_end) = (in_a.map_or(from_a, |g| g.start), in_b.map_or(from_b, |g| g.start));
            cut.push(Run::changed(from_a..a_end, from_b..b_end));
            cut.push(Run::changed(in_a.cloned().unwrap_or(a_end..a_end), b_end..b_end));
            let a_end = in_a.map_or(a_end, |g| g.end);
            cut.push(Run::changed(a_end..a_end, in_b.cloned().unwrap_or(b_end..b_end)));
            (from_a, from_b) = (a_end, in_b.map_or(b_end, |g| g.end));
        }
        let (a_end, b_end) = (of_a.get(x).map_or(run.a.end, |g| g.start), of_b.get(y).map_or(run.b.end, |g| g.start));
        cut.push(Run::changed(from_a..a_end, from_b..b_end));
        if let (Some(in_a), Some(in_b)) = (of_a.get(x), of_b.get(y)) {
            let is_equal = keys(&a[in_a.clone()]).eq(keys(&b[in_b.clone()]));
            cut.push(Run { is_equal, a: in_a.clone(), b: in_b.clone(), moved: false });
            (from_a, from_b) = (in_a.end, in_b.end);
        }
        (i, j) = (x + 1, y + 1);
    }
}

/// The guarded groups of a range: units of one kind in a row.
fn groups(side: &[Unit], range: &Range<usize>, other: &[Unit], is_short: bool) -> Vec<Range<usize>> {
    let mut at = range.start;
    let mut found = Vec::new();
    for group in side[range.clone()].chunk_by(|x, y| x.kind == y.kind && x.kind.is_guarded()) {
        let here = at..at + group.len();
        at = here.end;
        let stays = |unit: &Unit| unit.kind == Kind::Name && (!is_short || other.iter().any(|o| o.key == unit.key));
        if group[0].kind.is_guarded() && !group.iter().all(stays) {
            found.push(here);
        }
    }
    found
}

fn keys(units: &[Unit]) -> impl Iterator<Item = &str> {
    units.iter().map(|unit| unit.key.as_str())
}

/// How much two groups are each other's: 0 where they are not.
fn likeness(x: &[Unit], y: &[Unit], is_short: bool) -> usize {
    match x[0].kind == y[0].kind {
        true if keys(x).eq(keys(y)) => 4,
        true if is_short => 1,
        _ => 0,
    }
}

/// The pairs, in order on both sides, with the greatest likeness in all.
fn pairs<T>(a: &[T], b: &[T], likeness: impl Fn(&T, &T) -> usize) -> Vec<(usize, usize)> {
    let columns = b.len() + 1;
    let mut best = vec![0; (a.len() + 1) * columns];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let like = likeness(&a[i], &b[j]);
            let paired = if like > 0 { best[(i + 1) * columns + j + 1] + like } else { 0 };
            best[i * columns + j] = paired.max(best[(i + 1) * columns + j]).max(best[i * columns + j + 1]);
        }
    }
    let (mut i, mut j, mut found) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        let here = best[i * columns + j];
        let like = likeness(&a[i], &b[j]);
        if like > 0 && here == best[(i + 1) * columns + j + 1] + like {
            found.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if here == best[(i + 1) * columns + j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::show_pass;
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: &str) {
        assert_eq!(show_pass(a, b, guard), expected);
    }

    #[test]
    fn a_figure_in_a_short_rewrite_has_its_partner() {
        check("killed nine men", "hurt twelve people", "[-killed -]{+hurt +}[-nine -]{+twelve +}[-men-]{+people+}");
    }

    #[test]
    fn in_a_long_rewrite_nobody_answers_for_a_figure() {
        check(
            "quick work by rescuers from many towns saved 9 lives there",
            "bad weather kept helpers away while some 12 boats sank",
            "[-quick work by rescuers from many towns saved -]{+bad weather kept helpers away while some +}[-9 -]{+12 +}[-lives there-]{+boats sank+}",
        );
    }

    #[test]
    fn a_long_clause_is_not_cut_at_its_names() {
        check(
            "work goes on",
            "work, which the mayor Ines Falk had said was done, goes on",
            "work {+, which the mayor Ines Falk had said was done, +}goes on",
        );
    }

    #[test]
    fn a_negation_alone_is_a_change_of_its_own() {
        check("was not hurt", "survived", "[-was -][-not -][-hurt-]{+survived+}");
    }

    #[test]
    fn a_name_that_stands_elsewhere_did_not_change() {
        check("told Falk so, later", "in Falk, she said", "[-told -]{+in +}Falk [-so-], [-later-]{+she said+}");
    }
}
