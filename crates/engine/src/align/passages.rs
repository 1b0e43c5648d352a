//! Links gathered into passages, and which of these moved.

use std::collections::{BTreeMap, BTreeSet};

use super::copies::GAP;
use crate::groups::Groups;
use crate::segment::word_spans;
use crate::sort::Sort;
use crate::{Change, Class, Link, Op, Passage, Place, Relation, Span};

/// Least share of its text that a passage which moved has in common with the other side, in per cent. As in wikidiff2 (`moved_line_threshold`).
const MOVED_PER_CENT: usize = 40;
/// Fewest words of a passage that moved.
const MOVED_WORDS: usize = 3;
/// Farthest sentence, on either side, that a copied passage is continued at. A gap seldom holds more sentences.
const REACH: usize = 4;

/// Gathers the links of two articles (indices `of` into `links`, with their diffs) into passages, in text order of the first.
///
/// Links whose sentences are equal or next to each other in the same order on both sides are one passage, and so are copied ones with no more than
/// [`GAP`] words between them, none of them linked. `in_order` tells whether a link counts for the common order: a headline stands above everything and moves nothing.
///
/// Of two passages that cross, the one moved that has fewer words in common with the other side. Where little is common nothing is said to have
/// moved, but it holds the order all the same.
pub(crate) fn passages(links: &[Link], of: &[usize], (text_a, text_b): (&str, &str), in_order: impl Fn(&Link) -> bool) -> Vec<Passage> {
    let cells: BTreeMap<(usize, usize), usize> = of.iter().filter(|&&at| in_order(&links[at])).map(|&at| (cell(&links[at]), at)).collect();
    let linked_a: BTreeSet<usize> = cells.keys().map(|(i, _)| *i).collect();
    let linked_b: BTreeSet<usize> = cells.keys().map(|(_, j)| *j).collect();
    let mut groups = Groups::default();
    for &at in of {
        groups.add(at);
        if !in_order(&links[at]) {
            continue;
        }
        let (i, j) = cell(&links[at]);
        // Not (i − 1, j + 1): two that changed places are two.
        let beside = [(i.wrapping_sub(1), j.wrapping_sub(1)), (i.wrapping_sub(1), j), (i, j.wrapping_sub(1))];
        beside.iter().filter_map(|cell| cells.get(cell)).for_each(|other| groups.join(at, *other));
        if !is_copied(&links[at]) {
            continue;
        }
        // Sentences in the gap that are linked elsewhere stand where another passage was.
        let unlinked =
            |linked: &BTreeSet<usize>, at: usize| (1..=REACH.min(at)).take_while(|n| *n == 1 || !linked.contains(&(at + 1 - n))).count();
        let (far_a, far_b) = (unlinked(&linked_a, i), unlinked(&linked_b, j));
        let before = (1..=far_a).flat_map(|di| (1..=far_b).map(move |dj| (i - di, j - dj)));
        for other in before.filter_map(|cell| cells.get(&cell)).filter(|other| is_copied(&links[**other])) {
            let is_near = |from: Place, to: Place, text: &str| word_spans(Span::new(from.span.end, to.span.start).of(text)).count() <= GAP;
            if is_near(links[*other].a, links[at].a, text_a) && is_near(links[*other].b, links[at].b, text_b) {
                groups.join(at, *other);
            }
        }
    }
    let mut passages: Vec<Passage> = groups.into_sets().into_iter().map(|group| passage(links, group)).collect();
    let ordered: Vec<usize> = (0..passages.len()).filter(|&at| in_order(&links[passages[at].links[0]])).collect();
    let weights: Vec<Ordered> = ordered.iter().map(|&at| Ordered::of(links, &passages[at], text_a)).collect();
    for ((at, stays), weighed) in ordered.into_iter().zip(heaviest_in_order(&weights)).zip(&weights) {
        passages[at].moved = !stays && weighed.weight >= MOVED_WORDS as u64 && is_similar(links, &passages[at]);
    }
    passages
}

fn is_copied(link: &Link) -> bool {
    link.relation <= Relation::Edited
}

/// Whether two sides of a passage have enough in common for one to be the other in another place.
fn is_similar(links: &[Link], passage: &Passage) -> bool {
    let links = || passage.links.iter().map(|&at| &links[at]);
    let common: usize =
        links().flat_map(|link| &link.diff).filter(|change| is_common(change)).map(|change| change.a.len() + change.b.len()).sum();
    let all: usize = links().map(|link| link.a.span.len() + link.b.span.len()).sum();
    common * 100 >= all * MOVED_PER_CENT
}

/// Whether the words of a change stand on both sides, however they are written.
fn is_common(change: &Change) -> bool {
    change.op == Op::Equal || change.moved || matches!(change.class, Some(Class::Case | Class::Punctuation | Class::Spelling))
}

fn cell(link: &Link) -> (usize, usize) {
    (link.a.sentence, link.b.sentence)
}

fn passage(links: &[Link], of: Vec<usize>) -> Passage {
    let cover = |spans: &mut dyn Iterator<Item = Span>| spans.reduce(Span::cover).unwrap_or_default();
    let first = &links[of[0]];
    Passage {
        a: first.a.article,
        a_span: cover(&mut of.iter().map(|&at| links[at].a.span)),
        b: first.b.article,
        b_span: cover(&mut of.iter().map(|&at| links[at].b.span)),
        relation: of.iter().map(|&at| links[at].relation).max().unwrap_or(Relation::Verbatim),
        moved: false,
        links: of,
    }
}

/// A passage as the search for the common order sees it: where it starts on both sides, in sentences, and what it weighs.
#[derive(Clone, Copy, Debug)]
struct Ordered {
    a: usize,
    b: usize,
    weight: u64,
}

impl Ordered {
    fn of(links: &[Link], passage: &Passage, text_a: &str) -> Self {
        let start = |side: fn(&Link) -> usize| passage.links.iter().map(|&at| side(&links[at])).min().unwrap_or_default();
        // The words that both sides have.
        let common = passage.links.iter().flat_map(|&at| &links[at].diff).filter(|change| is_common(change));
        let weight = common.map(|change| word_spans(change.a.of(text_a)).count() as u64).sum();
        Self { a: start(|l| l.a.sentence), b: start(|l| l.b.sentence), weight }
    }
}

/// Which passages belong to the heaviest set that has one order in both texts: a weighted longest non-decreasing subsequence, O(n log n).
fn heaviest_in_order(passages: &[Ordered]) -> Vec<bool> {
    let mut by_a: Vec<usize> = (0..passages.len()).collect();
    by_a.order_by_key(|&at| (passages[at].a, passages[at].b, at));
    let n_columns = passages.iter().map(|p| p.b + 1).max().unwrap_or_default();
    // A Fenwick tree over b holds, for every prefix, the heaviest chain that ends in it: (weight, its last passage).
    let mut best = vec![(0_u64, usize::MAX); n_columns + 1];
    let mut before = vec![usize::MAX; passages.len()];
    let mut heaviest = (0_u64, usize::MAX);
    for &at in &by_a {
        let mut chain = (0, usize::MAX);
        let mut k = passages[at].b + 1;
        while k > 0 {
            chain = if best[k].0 > chain.0 { best[k] } else { chain };
            k &= k - 1;
        }
        before[at] = chain.1;
        let here = (chain.0 + passages[at].weight.max(1), at);
        heaviest = if here.0 > heaviest.0 { here } else { heaviest };
        let mut k = passages[at].b + 1;
        while k <= n_columns {
            best[k] = if here.0 > best[k].0 { here } else { best[k] };
            k += k & k.wrapping_neg();
        }
    }
    let mut stays = vec![false; passages.len()];
    let mut at = heaviest.1;
    while at != usize::MAX {
        stays[at] = true;
        at = before[at];
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(passages: &[(usize, usize, u64)], expected: &[bool]) {
        let ordered: Vec<Ordered> = passages.iter().map(|&(a, b, weight)| Ordered { a, b, weight }).collect();
        assert_eq!(heaviest_in_order(&ordered), expected);
    }

    #[test]
    fn the_lighter_of_two_that_cross_moved() {
        check(&[(0, 5, 10), (1, 0, 3), (2, 6, 10)], &[true, false, true]);
        check(&[(0, 5, 3), (1, 0, 10), (2, 1, 10)], &[false, true, true]);
    }

    #[test]
    fn a_split_sentence_keeps_the_order() {
        check(&[(0, 0, 5), (0, 3, 5), (1, 4, 5)], &[true, true, true]);
    }
}
