//! Links gathered into passages, and which of these moved.

use std::collections::BTreeMap;

use crate::groups::Groups;
use crate::{Link, Passage, Relation, Span};

/// Gathers the links of two articles (indices `of` into `links`) into passages, in text order of the first.
///
/// Links whose sentences are equal or next to each other on both sides are one passage. `in_order` tells whether a link counts for the common
/// order: a headline stands above everything and moves nothing.
pub(crate) fn passages(links: &[Link], of: &[usize], in_order: impl Fn(&Link) -> bool) -> Vec<Passage> {
    let cells: BTreeMap<(usize, usize), usize> = of.iter().filter(|&&at| in_order(&links[at])).map(|&at| (cell(&links[at]), at)).collect();
    let mut groups = Groups::default();
    for &at in of {
        groups.add(at);
        let (i, j) = cell(&links[at]);
        let earlier = [(i.wrapping_sub(1), j.wrapping_sub(1)), (i.wrapping_sub(1), j), (i.wrapping_sub(1), j + 1), (i, j.wrapping_sub(1))];
        for other in earlier.iter().filter(|_| in_order(&links[at])).filter_map(|cell| cells.get(cell)) {
            groups.join(at, *other);
        }
    }
    let groups = groups.into_sets();
    let mut passages: Vec<Passage> = groups.into_iter().map(|group| passage(links, group)).collect();
    let ordered: Vec<usize> = (0..passages.len()).filter(|&at| in_order(&links[passages[at].links[0]])).collect();
    let weights: Vec<Ordered> = ordered.iter().map(|&at| Ordered::of(links, &passages[at])).collect();
    for (at, stays) in ordered.into_iter().zip(heaviest_in_order(&weights)) {
        passages[at].moved = !stays;
    }
    passages
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
    fn of(links: &[Link], passage: &Passage) -> Self {
        let start = |side: fn(&Link) -> usize| passage.links.iter().map(|&at| side(&links[at])).min().unwrap_or_default();
        // The text it holds, weighed by how sure its links are.
        let weight = passage.links.iter().map(|&at| links[at].a.span.len() as u64 * u64::from(links[at].score)).sum();
        Self { a: start(|l| l.a.sentence), b: start(|l| l.b.sentence), weight }
    }
}

/// Which passages belong to the heaviest set that has one order in both texts: a weighted longest non-decreasing subsequence, O(n log n).
fn heaviest_in_order(passages: &[Ordered]) -> Vec<bool> {
    let mut by_a: Vec<usize> = (0..passages.len()).collect();
    by_a.sort_by_key(|&at| (passages[at].a, passages[at].b, at));
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
