//! Names across articles, in all their spellings.

use std::collections::BTreeMap;

use super::entities::{Entity, NameWord, are_one};
use super::reading::Reading;
use super::texts::Texts;
use crate::groups::Groups;
use crate::sort::Sort;
use crate::{ArticleIdx, Name, NameForm};

/// An entity of a reading.
type Node = (usize, usize);

/// Names that two or more articles have, or that are written in several ways; by first member.
pub(crate) fn names(texts: &Texts<'_>, readings: &[Reading]) -> Vec<Name> {
    let entity = |(reading, entity): Node| &readings[reading].entities.list[entity];
    let mut groups = Groups::default();
    for nodes in by_last_word(readings).into_values() {
        let (full, short): (Vec<Node>, Vec<Node>) = nodes.into_iter().partition(|node| entity(*node).words.len() > 1);
        full.iter().chain(&short).for_each(|node| groups.add(*node));
        for (at, x) in full.iter().enumerate() {
            full[at + 1..].iter().filter(|y| are_one(&entity(*x).words, &entity(**y).words)).for_each(|y| groups.join(*x, *y));
        }
        // A surname alone belongs to the one who bears it, if only one does.
        let is_one_bearer = full.windows(2).all(|pair| are_one(&entity(pair[0]).words, &entity(pair[1]).words));
        let bearer = full.first().filter(|_| is_one_bearer).or(short.first());
        let Some(bearer) = bearer else { continue };
        if full.is_empty() || is_one_bearer {
            short.iter().for_each(|node| groups.join(*bearer, *node));
        }
    }
    let mut found: Vec<Name> =
        groups.into_sets().into_iter().map(|nodes| name(texts, readings, &nodes)).filter(|name| name.members.len() > 1).collect();
    found.order();
    found
}

/// Entities by what their last words have in common: a listed name, or one spelling that the others are like.
fn by_last_word(readings: &[Reading]) -> BTreeMap<usize, Vec<Node>> {
    let all = || {
        readings
            .iter()
            .enumerate()
            .flat_map(|(r, reading)| reading.entities.list.iter().enumerate().map(move |(e, entity)| ((r, e), entity)))
    };
    let last = |entity: &'_ Entity| entity.words.last().cloned();
    let mut distinct: Vec<NameWord> = all().filter_map(|(_, entity)| last(entity)).collect();
    distinct.order_by(|x, y| x.folded.cmp(&y.folded));
    distinct.dedup_by(|x, y| x.folded == y.folded);
    let mut groups = Groups::default();
    (0..distinct.len()).for_each(|at| groups.add(at));
    let mut of_listed: BTreeMap<u16, usize> = BTreeMap::new();
    for (at, word) in distinct.iter().enumerate() {
        if let Some(number) = word.spelling_of {
            groups.join(at, *of_listed.entry(number).or_insert(at));
        }
        // Sorted: those with the same first letter stand together.
        let first = word.folded.chars().next();
        let near = distinct[at + 1..].iter().take_while(|other| other.folded.chars().next() == first);
        near.enumerate().filter(|(_, other)| word.is_like(other)).for_each(|(step, _)| groups.join(at, at + 1 + step));
    }
    let mut group_of = vec![0; distinct.len()];
    for (group, set) in groups.into_sets().into_iter().enumerate() {
        set.into_iter().for_each(|at| group_of[at] = group);
    }
    let mut found: BTreeMap<usize, Vec<Node>> = BTreeMap::new();
    for (node, entity) in all() {
        let at = last(entity).and_then(|word| distinct.binary_search_by(|d| d.folded.cmp(&word.folded)).ok());
        if let Some(at) = at {
            found.entry(group_of[at]).or_default().push(node);
        }
    }
    found
}

fn name(texts: &Texts<'_>, readings: &[Reading], nodes: &[Node]) -> Name {
    let entities = || nodes.iter().map(|(r, e)| (readings[*r].article, &readings[*r].entities.list[*e]));
    let mut members: Vec<NameForm> = entities()
        .flat_map(|(article, entity)| entity.forms.iter().map(move |form| (article, form)))
        .map(|(article, form)| {
            let text = &texts.articles[article].text;
            let mut descriptions = form.descriptions.clone();
            descriptions.order_by_key(|d| (d.of(text), d.start));
            descriptions.dedup_by_key(|d| d.of(text));
            descriptions.order();
            NameForm { article: ArticleIdx(article), span: form.span, form: form.span.of(text).to_owned(), times: form.times, descriptions }
        })
        .collect();
    members.order();
    // What most bearers' forms tell; of as many, the first kind.
    let mut kinds: Vec<_> = entities().filter_map(|(_, entity)| entity.kind).collect();
    kinds.order();
    let kind = kinds.chunk_by(|x, y| x == y).max_by_key(|run| (run.len(), std::cmp::Reverse(run[0]))).map(|run| run[0]);
    Name { kind, members }
}
