//! Long copies: passages of two texts that share most of their words in order, however long the texts are.

use std::ops::Range;

use crate::Span;
use crate::segment::{Segments, Token, WordId};
use crate::sort::Sort;

/// Words in a seed.
const SEED: usize = 5;
/// Widest gap between seeds of one passage, in words, in both texts.
pub(super) const GAP: usize = 25;
/// Shortest passage, in characters of either text.
const MIN_CHARS: usize = 250;
/// A seed that occurs more often in one text is a stock phrase or a refrain: it starts no passage.
const MAX_OCCURRENCES: usize = 8;

/// Longest edit that a passage reaches over at its edges, in words.
const EDIT: usize = 3;
/// Words that a word of a gap takes back: an island at the end of a passage has to be more than half as long as the gap before it.
const GAP_COST: f64 = 0.5;

/// Words of two texts that are the same or, where it was joined over gaps, nearly so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Copy {
    pub a: Range<usize>,
    pub b: Range<usize>,
}

/// Every place where five words of `a` follow each other in `b` too: positions of their first words, in order.
pub(crate) fn seeds(a: &[WordId], b: &[WordId]) -> Vec<(usize, usize)> {
    let (in_a, in_b) = (grams(a), grams(b));
    let mut found = Vec::new();
    let mut rest = &in_b[..];
    for same in in_a.chunk_by(|&x, &y| a[x..x + SEED] == a[y..y + SEED]) {
        let gram = &a[same[0]..same[0] + SEED];
        rest = &rest[rest.partition_point(|&p| &b[p..p + SEED] < gram)..];
        let n_here = rest.partition_point(|&p| &b[p..p + SEED] == gram);
        if same.len() <= MAX_OCCURRENCES && n_here <= MAX_OCCURRENCES {
            found.extend(same.iter().flat_map(|&i| rest[..n_here].iter().map(move |&j| (i, j))));
        }
    }
    found.sort_unstable();
    found
}

/// Where each run of [`SEED`] words starts, by its words.
fn grams(words: &[WordId]) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..(words.len() + 1).saturating_sub(SEED)).collect();
    positions.order_by(|&x, &y| words[x..x + SEED].cmp(&words[y..y + SEED]).then(x.cmp(&y)));
    positions
}

/// Seeds that overlap on one diagonal, as the longest runs of the same words, in order.
fn runs(mut seeds: Vec<(usize, usize)>) -> Vec<Copy> {
    // The diagonal a run lies on stays the same along it.
    seeds.order_by_key(|&(i, j)| (i.wrapping_sub(j), i));
    let follows = |x: &(usize, usize), y: &(usize, usize)| (x.0 + 1, x.1 + 1) == *y;
    let mut runs: Vec<Copy> = seeds
        .chunk_by(follows)
        .map(|run| {
            let ((i, j), length) = (run[0], run.len() + SEED - 1);
            Copy { a: i..i + length, b: j..j + length }
        })
        .collect();
    runs.order_by_key(|run| (run.a.start, run.b.start));
    runs
}

/// Seeds joined over gaps, in order: the chains of runs that ascend in both texts and whose words outweigh their gaps.
///
/// Each run continues the best chain near it, or starts one; of the chains with one start the heaviest is kept. Near linear: a word starts at most
/// [`MAX_OCCURRENCES`] runs, so only so many are near.
pub(crate) fn join(seeds: Vec<(usize, usize)>) -> Vec<Copy> {
    /// The best chain that ends with a run.
    #[derive(Clone, Copy)]
    struct Chain {
        first: usize,
        score: f64,
    }
    let runs = runs(seeds);
    let mut chains: Vec<Chain> = Vec::with_capacity(runs.len());
    // Per first run, the last run of its heaviest chain.
    let mut last: Vec<usize> = (0..runs.len()).collect();
    let mut near: Vec<usize> = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        near.retain(|&n| runs[n].a.end + GAP >= run.a.start);
        let mut chain = Chain { first: at, score: 0.0 };
        for &n in &near {
            let before = &runs[n];
            let ascends =
                before.a.start < run.a.start && before.b.start < run.b.start && before.a.end < run.a.end && before.b.end < run.b.end;
            if !ascends || before.b.end + GAP < run.b.start {
                continue;
            }
            let gap = run.a.start.saturating_sub(before.a.end).max(run.b.start.saturating_sub(before.b.end));
            let overlap = before.a.end.saturating_sub(run.a.start).max(before.b.end.saturating_sub(run.b.start));
            let score = chains[n].score - GAP_COST * gap as f64 - overlap as f64;
            if score > chain.score {
                chain = Chain { first: chains[n].first, score };
            }
        }
        chain.score += run.a.len() as f64;
        chains.push(chain);
        if chain.score > chains[last[chain.first]].score {
            last[chain.first] = at;
        }
        near.push(at);
    }
    let starts = (0..runs.len()).filter(|&at| chains[at].first == at);
    starts.map(|at| Copy { a: runs[at].a.start..runs[last[at]].a.end, b: runs[at].b.start..runs[last[at]].b.end }).collect()
}

/// The copied passages of two texts, as spans: at least 250 characters long on either side. For measuring.
pub fn copied_passages(a: &str, b: &str) -> Vec<(Span, Span)> {
    let segments = Segments::new([[(a, 0)], [(b, 0)]]);
    let [a_tokens, b_tokens] = [0, 1].map(|text| segments.texts[text].concat());
    let ids = |tokens: &[Token]| tokens.iter().map(|t| t.word).collect::<Vec<_>>();
    let spans = |tokens: &[Token], words: &Range<usize>| Span::new(tokens[words.start].span.start, tokens[words.end - 1].span.end);
    let (a_ids, b_ids) = (ids(&a_tokens), ids(&b_tokens));
    let mut found: Vec<(Span, Span)> = join(seeds(&a_ids, &b_ids))
        .into_iter()
        .map(|copy| extended(copy, &a_ids, &b_ids))
        .map(|copy| (spans(&a_tokens, &copy.a), spans(&b_tokens, &copy.b)))
        .filter(|(x, y)| x.of(a).chars().count() >= MIN_CHARS && y.of(b).chars().count() >= MIN_CHARS)
        .collect();
    found.iter_mut().for_each(|(x, y)| take_common_marks(a, x, b, y));
    found
}

/// A copy with the short runs at its edges that an edit keeps from being seeds: after at most [`EDIT`] words of other text, a run that is longer.
fn extended(mut copy: Copy, a: &[WordId], b: &[WordId]) -> Copy {
    while let Some((i, j)) = next_run(a[copy.a.end..].iter(), b[copy.b.end..].iter()) {
        copy.a.end += i;
        copy.b.end += j;
    }
    while let Some((i, j)) = next_run(a[..copy.a.start].iter().rev(), b[..copy.b.start].iter().rev()) {
        copy.a.start -= i;
        copy.b.start -= j;
    }
    copy
}

/// How many words lead to the end of the next run on either side.
fn next_run<'w>(a: impl Iterator<Item = &'w WordId> + Clone, b: impl Iterator<Item = &'w WordId> + Clone) -> Option<(usize, usize)> {
    let skips = (0..=EDIT).flat_map(|longer| (0..=longer).flat_map(move |shorter| [(shorter, longer), (longer, shorter)]));
    skips.into_iter().find_map(|(i, j)| {
        let length = a.clone().skip(i).zip(b.clone().skip(j)).take(SEED).take_while(|(x, y)| x == y).count();
        (length >= 2 && length > i.max(j)).then_some((i + length, j + length))
    })
}

/// Widens two spans over what is the same between the words around them: marks, and white space whatever its kind.
fn take_common_marks(a: &str, x: &mut Span, b: &str, y: &mut Span) {
    let is_same = |(c, d): &(char, char)| if c.is_whitespace() { d.is_whitespace() } else { c == d && !c.is_alphanumeric() };
    let (mut after, mut before) = ((0, 0), (0, 0));
    let add = |sum: &mut (usize, usize), (c, d): (char, char)| *sum = (sum.0 + c.len_utf8(), sum.1 + d.len_utf8());
    a[x.end..].chars().zip(b[y.end..].chars()).take_while(is_same).for_each(|pair| add(&mut after, pair));
    a[..x.start].chars().rev().zip(b[..y.start].chars().rev()).take_while(is_same).for_each(|pair| add(&mut before, pair));
    (*x, *y) = (Span::new(x.start - before.0, x.end + after.0), Span::new(y.start - before.1, y.end + after.1));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<WordId> {
        text.bytes().map(|b| WordId(u32::from(b))).collect()
    }

    #[track_caller]
    fn check(a: &str, b: &str, expected: &[(&str, &str)]) {
        let found = |a: &str, b: &str| -> Vec<(String, String)> {
            let (x, y) = (words(a), words(b));
            let copies = join(seeds(&x, &y)).into_iter().map(|copy| extended(copy, &x, &y));
            copies.map(|copy| (a[copy.a].to_owned(), b[copy.b].to_owned())).collect()
        };
        let owned = |(x, y): &(&str, &str)| ((*x).to_owned(), (*y).to_owned());
        assert_eq!(found(a, b), expected.iter().map(owned).collect::<Vec<_>>());
        let mut mirrored: Vec<(String, String)> = found(b, a).into_iter().map(|(y, x)| (x, y)).collect();
        mirrored.sort();
        let mut expected: Vec<(String, String)> = expected.iter().map(owned).collect();
        expected.sort();
        assert_eq!(mirrored, expected);
    }

    #[test]
    fn seeds_join_over_a_gap() {
        check("abcdefgh--ijklmnop", "xxabcdefgh+ijklmnop", &[("abcdefgh--ijklmnop", "abcdefgh+ijklmnop")]);
    }

    #[test]
    fn far_seeds_do_not() {
        let b = format!("abcde{}fghij", "-".repeat(40));
        check("abcdefghij", &b, &[("abcde", "abcde"), ("fghij", "fghij")]);
    }

    #[test]
    fn an_island_after_a_longer_gap_is_none_of_the_passage() {
        check(
            "abcdefghijklmnop0123456789....,,,,qrstu",
            "abcdefghijklmnop;;;;;;;;;;!!!!????qrstu",
            &[("abcdefghijklmnop", "abcdefghijklmnop")],
        );
    }

    #[test]
    fn an_edit_near_the_edge_does_not_end_a_passage() {
        check("xyabc-defghijk-lmn", "zwabc+defghijk++lmn", &[("abc-defghijk-lmn", "abc+defghijk++lmn")]);
    }

    #[test]
    fn a_refrain_starts_no_passage() {
        check("aaaaaaaaaaaaaaaaaaaaaaaaaa", &"a".repeat(100), &[]);
        let refrain = "lalale".repeat(20);
        check(&format!("abcdefgh{refrain}"), &format!("{refrain}abcdefgh"), &[("abcdefgh", "abcdefgh")]);
    }

    #[test]
    fn what_stands_twice_is_found_twice() {
        check("abcdefgh", "abcdefgh..............................abcdefgh", &[("abcdefgh", "abcdefgh"), ("abcdefgh", "abcdefgh")]);
    }

    #[test]
    fn a_passage_holds_the_marks_that_both_have_around_it() {
        let long =
            "the council voted on the plan for the new harbour after a debate of nine hours that ended long past midnight ".repeat(3);
        let (a, b) = (format!("Yesterday “{long}again.” More."), format!("It said: “{long}again.” Less"));
        let found = copied_passages(&a, &b);
        assert_eq!(found.iter().map(|(x, y)| (x.of(&a), y.of(&b))).collect::<Vec<_>>(), [(&a[9..a.len() - 5], &b[8..b.len() - 4])]);
    }
}
