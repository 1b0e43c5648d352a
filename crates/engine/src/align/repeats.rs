//! Passages that one article has twice: a lede repeated under a picture, a sentence set apart as a pull quote, a teaser.

use std::collections::{BTreeMap, BTreeSet};

use super::runs::coverage;
use crate::groups::Groups;
use crate::segment::Token;
use crate::sort::Sort;
use crate::{Link, Place, Repeat, Role};

/// Words of the shortest sentence that is taken for a repeat.
const MIN_WORDS: usize = 6;
/// Share of the shorter sentence that runs of common words must cover.
const REPEATED: f64 = 0.8;

/// What is known of the sentences that links join.
pub(crate) struct Known<'a> {
    /// The words of a sentence.
    pub tokens: &'a dyn Fn(&Place) -> &'a [Token],
    /// The role of its block.
    pub role: &'a dyn Fn(&Place) -> Role,
}

/// Leaves one link of those that join copies of one passage, and gives the copies that lost theirs.
///
/// Copies are matched one to one: those of one role first (a caption with a caption), then body text, then the more alike and better placed pair, then the
/// one that stands first. What the reader added or confirmed comes before all and stays. `links` are in order of their pairs of articles.
pub(crate) fn settle(links: &mut Vec<Link>, known: &Known<'_>) -> Vec<Repeat> {
    let pair = |link: &Link| (link.a.article, link.b.article);
    let mut dropped = BTreeSet::new();
    let mut repeats = Vec::new();
    let mut start = 0;
    for of_pair in links.chunk_by(|x, y| pair(x) == pair(y)) {
        let a = copies(of_pair, |l| &l.a, |l| &l.b, known);
        let b = copies(of_pair, |l| &l.b, |l| &l.a, known);
        if !a.is_empty() || !b.is_empty() {
            for at in superfluous(of_pair, &a, &b, known) {
                dropped.insert(start + at);
            }
        }
        for (side, copies) in [(0, &a), (1, &b)] {
            let place = |link: &Link| if side == 0 { link.a } else { link.b };
            let kept: BTreeSet<usize> =
                (0..of_pair.len()).filter(|at| !dropped.contains(&(start + at))).map(|at| place(&of_pair[at]).sentence).collect();
            let linked: BTreeMap<usize, usize> =
                copies.iter().rev().filter(|(sentence, _)| kept.contains(sentence)).map(|(sentence, first)| (*first, *sentence)).collect();
            for (sentence, first) in copies.iter().filter(|(sentence, _)| !kept.contains(sentence)) {
                let of = linked.get(first).copied();
                repeats.extend(of.map(|of| Repeat { article: place(&of_pair[0]).article, sentence: *sentence, of }));
            }
        }
        start += of_pair.len();
    }
    let mut at = 0;
    links.retain(|_| {
        at += 1;
        !dropped.contains(&(at - 1))
    });
    repeats.sort_unstable();
    repeats.dedup();
    repeats
}

/// Sentences of one side that are copies of others linked to the same sentence, each with the first of its set.
fn copies(links: &[Link], own: fn(&Link) -> &Place, other: fn(&Link) -> &Place, known: &Known<'_>) -> BTreeMap<usize, usize> {
    let mut by_other: BTreeMap<usize, Vec<&Place>> = BTreeMap::new();
    for link in links {
        by_other.entry(other(link).sentence).or_default().push(own(link));
    }
    let mut sets = Groups::default();
    for places in by_other.values() {
        for (at, x) in places.iter().enumerate() {
            for y in places[at + 1..].iter().filter(|y| is_repeat((known.tokens)(x), (known.tokens)(y))) {
                sets.join(x.sentence, y.sentence);
            }
        }
    }
    sets.into_sets().into_iter().flat_map(|set| set.clone().into_iter().map(move |sentence| (sentence, set[0]))).collect()
}

fn is_repeat(x: &[Token], y: &[Token]) -> bool {
    x.len().min(y.len()) >= MIN_WORDS && coverage(x, y) >= REPEATED
}

/// Indices of the links beside better ones between the same two sets of copies.
fn superfluous(links: &[Link], a: &BTreeMap<usize, usize>, b: &BTreeMap<usize, usize>, known: &Known<'_>) -> Vec<usize> {
    let set = |copies: &BTreeMap<usize, usize>, place: &Place| copies.get(&place.sentence).copied().unwrap_or(place.sentence);
    let mut by_sets: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, link) in links.iter().enumerate() {
        by_sets.entry((set(a, &link.a), set(b, &link.b))).or_default().push(at);
    }
    let mut found = Vec::new();
    for mut same in by_sets.into_values().filter(|same| same.len() > 1) {
        same.order_by_key(|&at| {
            let link = &links[at];
            let roles = [&link.a, &link.b].map(|place| (known.role)(place));
            let is_body = |role: &Role| *role == Role::Paragraph;
            let apart = roles.iter().filter(|role| !is_body(role)).count();
            (
                link.corrected.is_none(),
                roles[0] != roles[1],
                apart,
                link.relation,
                std::cmp::Reverse(link.score),
                link.a.sentence,
                link.b.sentence,
            )
        });
        let (mut of_a, mut of_b) = (BTreeSet::new(), BTreeSet::new());
        for at in same {
            let link = &links[at];
            if link.corrected.is_none() && (of_a.contains(&link.a.sentence) || of_b.contains(&link.b.sentence)) {
                found.push(at);
            } else {
                of_a.insert(link.a.sentence);
                of_b.insert(link.b.sentence);
            }
        }
    }
    found
}
