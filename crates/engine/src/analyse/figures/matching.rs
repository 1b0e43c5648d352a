//! The same quantity in several articles.

use std::collections::{BTreeMap, BTreeSet};

use super::find::Found;
use super::reader::Scale;
use super::verdict::verdict;
use crate::sort::Sort;
use crate::{FigureKind, FigureValue, Link, Number, Relation, Verdict};

/// Keys that more figures share than this tell nothing about one of them; sentences with more, which are tables, are matched by their first.
const COMMON: usize = 40;
/// Words a headline must share with a sentence of its body to speak of the same.
const SAME_CLAIM: usize = 3;

/// A figure as it is matched.
pub(super) struct Candidate<'a> {
    /// Rank of its article in the canonical order.
    pub(super) article: usize,
    pub(super) sentence: usize,
    pub(super) is_title: bool,
    pub(super) found: Found,
    /// What is counted, each word in one form; sorted.
    pub(super) of: Vec<&'a str>,
    /// The last of these words: the head of the phrase.
    pub(super) head: Option<&'a str>,
    /// Telling words of its sentence, each in one form; sorted.
    pub(super) context: &'a BTreeSet<&'a str>,
    /// Telling words near it; sorted.
    pub(super) near: Vec<&'a str>,
    /// Places in a series its sentence names, each with what is numbered: of two sentences about different ones, nothing is compared.
    pub(super) places: &'a BTreeSet<(&'a str, Number)>,
}

/// Two figures that may be one quantity.
#[derive(Clone, Copy, Debug)]
struct Pairing {
    score: usize,
    x: usize,
    y: usize,
    is_sure: bool,
}

/// Figures of one quantity, by index, and what they make of each other.
pub(super) struct Quantity {
    pub(super) members: Vec<usize>,
    pub(super) verdict: Option<Verdict>,
}

/// Gathers figures into quantities: the best pairs first, one figure of each article.
pub(super) fn quantities(all: &[Candidate<'_>], links: &[(usize, usize, &Link)]) -> Vec<Quantity> {
    let by_sentence = by_sentence(all);
    let mut pairings: Vec<Pairing> = Vec::new();
    for (x, y, link) in links {
        let figures = |article, sentence| by_sentence.get(&(article, sentence)).map_or(&[][..], |all| &all[..all.len().min(COMMON)]);
        let (of_x, of_y) = (figures(*x, link.a.sentence), figures(*y, link.b.sentence));
        pairings.extend(
            of_x.iter().flat_map(|x| of_y.iter().map(move |y| (*x, *y))).filter_map(|(x, y)| linked(all, (x, of_x), (y, of_y), link)),
        );
    }
    let same_event: BTreeSet<(usize, usize)> =
        links.iter().filter(|(.., link)| link.sure).map(|(x, y, _)| (*x.min(y), *x.max(y))).collect();
    pairings.extend(unlinked(all, &same_event));
    // Equal scores in an order that depends on the articles alone.
    pairings.order_by_key(|p| (std::cmp::Reverse(p.score), p.x.min(p.y), p.x.max(p.y)));
    let mut group_of: Vec<usize> = (0..all.len()).collect();
    let mut groups: Vec<Vec<usize>> = (0..all.len()).map(|at| vec![at]).collect();
    let mut sure: BTreeSet<(usize, usize)> = BTreeSet::new();
    for pairing in &pairings {
        if pairing.is_sure {
            sure.insert((pairing.x.min(pairing.y), pairing.x.max(pairing.y)));
        }
        let (x, y) = (group_of[pairing.x], group_of[pairing.y]);
        let articles: BTreeSet<usize> = groups[x].iter().map(|at| all[*at].article).collect();
        if x == y || groups[y].iter().any(|at| articles.contains(&all[*at].article)) {
            continue;
        }
        let moved = std::mem::take(&mut groups[y]);
        moved.iter().for_each(|at| group_of[*at] = x);
        groups[x].extend(moved);
    }
    let mut found: Vec<Quantity> = groups
        .into_iter()
        .filter(|members| !members.is_empty())
        .map(|mut members| {
            members.order();
            let pairs = members.iter().enumerate().flat_map(|(n, x)| members[n + 1..].iter().map(move |y| (*x, *y)));
            let verdict = pairs.map(|(x, y)| verdict(&all[x].found, &all[y].found, sure.contains(&(x, y)))).min();
            Quantity { members, verdict }
        })
        .collect();
    found.extend(headlines(all));
    found
}

fn by_sentence(all: &[Candidate<'_>]) -> BTreeMap<(usize, usize), Vec<usize>> {
    let mut found: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, candidate) in all.iter().enumerate() {
        found.entry((candidate.article, candidate.sentence)).or_default().push(at);
    }
    found
}

/// Whether two figures can be measured against each other.
fn comparable(x: &Found, y: &Found) -> bool {
    let units = match x.kind {
        FigureKind::Money => x.unit == y.unit || x.unit.is_none() || y.unit.is_none(),
        _ => x.unit == y.unit,
    };
    x.kind == y.kind && units && x.is_distance == y.is_distance
}

/// Whether the sentences of two figures name different places in one series: the first round and the third.
fn are_apart(x: &Candidate<'_>, y: &Candidate<'_>) -> bool {
    let series = |at: &(&str, Number)| y.places.iter().any(|other| other.0 == at.0);
    x.places.iter().any(series) && x.places.is_disjoint(y.places)
}

/// Whether two dates are of one length, and shorter than a year.
fn is_one_length(x: &FigureValue, y: &FigureValue) -> bool {
    match (x, y) {
        (FigureValue::Iso(x), FigureValue::Iso(y)) => x.len() == y.len() && x.len() > "2025".len(),
        (FigureValue::IsoRange(..), FigureValue::IsoRange(..)) => true,
        _ => false,
    }
}

fn shared<T: Ord>(x: &[T], y: &[T]) -> usize {
    x.iter().filter(|word| y.binary_search(word).is_ok()).count()
}

/// Two figures of linked sentences.
fn linked(all: &[Candidate<'_>], (x, beside_x): (usize, &[usize]), (y, beside_y): (usize, &[usize]), link: &Link) -> Option<Pairing> {
    let (a, b) = (&all[x], &all[y]);
    let is_ordinal = a.found.kind == FigureKind::Ordinal;
    if !comparable(&a.found, &b.found) || (!is_ordinal && are_apart(a, b)) || (!link.sure && a.found.extent.scale == Scale::Unresolved) {
        return None;
    }
    let is_only = |at: usize, beside: &[usize]| beside.iter().all(|other| *other == at || !comparable(&all[*other].found, &all[at].found));
    let is_unique = is_only(x, beside_x) && is_only(y, beside_y);
    let (same_of, same_near) = (shared(&a.of, &b.of), shared(&a.near, &b.near));
    let same_head = a.head.is_some() && a.head == b.head;
    let is_equal = a.found.value == b.found.value;
    let is_edited = matches!(link.relation, Relation::Verbatim | Relation::Edited);
    let belongs = match a.found.kind {
        FigureKind::Ordinal => is_equal && (same_of > 0 || is_unique) || is_unique && is_edited && same_head,
        FigureKind::Count => same_head || same_of > 1 || is_equal && (same_of + same_near > 0) || is_unique && is_edited && same_of > 0,
        _ => is_unique || same_of > 0 || is_equal,
    };
    if !belongs {
        return None;
    }
    // What is counted must be the same for a conflict; a lone amount, date or length in both sentences is held to be the same where words near it are.
    let is_same = same_head || same_of > 1 || (is_unique && a.found.kind != FigureKind::Count && same_near > 1);
    // An event has many dates: only of one length, and years only in sentences of one text, can they contradict.
    let is_same =
        is_same && (a.found.kind != FigureKind::Date || is_edited || (same_head && is_one_length(&a.found.value, &b.found.value)));
    let score = 1000 * same_of.min(3) + 1500 * usize::from(same_head) + 300 * same_near.min(5) + 1200 * usize::from(is_equal);
    Some(Pairing { score: score + usize::from(link.score) * 2, x, y, is_sure: link.sure && is_same })
}

/// Figures of sentences that are not linked, where two or more words say that the same is counted, in articles of one event: those with a sure link.
fn unlinked(all: &[Candidate<'_>], same_event: &BTreeSet<(usize, usize)>) -> Vec<Pairing> {
    let mut by_words: BTreeMap<(FigureKind, &str, &str), Vec<usize>> = BTreeMap::new();
    for (at, candidate) in all.iter().enumerate() {
        for (n, x) in candidate.of.iter().enumerate() {
            candidate.of[n + 1..].iter().for_each(|y| by_words.entry((candidate.found.kind, *x, *y)).or_default().push(at));
        }
    }
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for of in by_words.values().filter(|of| of.len() <= COMMON) {
        for (n, x) in of.iter().enumerate() {
            pairs.extend(of[n + 1..].iter().filter(|y| same_event.contains(&(all[*x].article, all[**y].article))).map(|y| (*x, *y)));
        }
    }
    let pairing = |(x, y): (usize, usize)| {
        let (a, b) = (&all[x], &all[y]);
        let is_equal = a.found.value == b.found.value;
        let is_ordinal = a.found.kind == FigureKind::Ordinal;
        let belongs = comparable(&a.found, &b.found) && if is_ordinal { is_equal } else { !are_apart(a, b) };
        let score = 600 * shared(&a.of, &b.of).min(3) + 200 * shared(&a.near, &b.near).min(5) + 600 * usize::from(is_equal);
        belongs.then_some(Pairing { score, x, y, is_sure: false })
    };
    pairs.into_iter().filter_map(pairing).collect()
}

/// Headlines whose figure no sentence of their own body has, though one speaks of the same.
fn headlines(all: &[Candidate<'_>]) -> Vec<Quantity> {
    let mut found = Vec::new();
    for (at, title) in all.iter().enumerate().filter(|(_, candidate)| candidate.is_title) {
        let body = all
            .iter()
            .enumerate()
            .filter(|(_, other)| other.article == title.article && !other.is_title && comparable(&title.found, &other.found));
        let claims = body.filter_map(|(other, candidate)| {
            let common = title.context.intersection(candidate.context).count();
            let same_thing = title.found.kind != FigureKind::Count || title.head == candidate.head || shared(&title.of, &candidate.of) > 1;
            let may_differ = title.found.kind != FigureKind::Ordinal;
            (common >= SAME_CLAIM && same_thing && may_differ).then(|| {
                let is_same_form = (title.found.hedge == candidate.found.hedge)
                    && !matches!(title.found.value, FigureValue::Iso(ref iso) if iso.starts_with("-W"));
                let verdict = verdict(&title.found, &candidate.found, is_same_form);
                (common, verdict, other)
            })
        });
        let claims: Vec<_> = claims.collect();
        // A body that says it anywhere as the headline does is in order.
        if claims.iter().any(|(_, verdict, _)| *verdict == Verdict::Agree) {
            continue;
        }
        let best = claims.into_iter().max_by_key(|(common, verdict, other)| {
            (all[*other].found.hedge == title.found.hedge, *common, *verdict, std::cmp::Reverse(*other))
        });
        if let Some((_, verdict @ (Verdict::Conflict | Verdict::Compatible), other)) = best {
            found.push(Quantity { members: vec![at, other], verdict: Some(verdict) });
        }
    }
    found
}
