//! The names of an article, gathered by bearer.

use std::collections::BTreeMap;
use std::ops::Range;

use super::lexicon::{Grammar, Proper, Tags, Title};
use super::phrases::{Phrase, What};
use super::texts::Words;
use crate::align::names::are_alike;
use crate::segment::{base, fold};
use crate::{NameKind, Span};

/// Someone or something that an article names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entity {
    /// The words of the fullest name, folded, without a possessive 's.
    pub words: Vec<NameWord>,
    /// Where the fullest name first stands.
    pub full: Span,
    pub kind: Option<NameKind>,
    /// Each way it is written: where first, how often, and what it is called there.
    pub forms: Vec<Form>,
}

/// A way an entity is written in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    pub span: Span,
    pub times: usize,
    pub descriptions: Vec<Span>,
}

/// A word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NameWord {
    pub folded: String,
    /// The listed name that it is a spelling of.
    pub spelling_of: Option<u16>,
    /// A listed place, whose name no other is a spelling of unless the list says so.
    pub is_place: bool,
}

/// Bytes by which two spellings differ in length at most: two letters of at most four.
const MAX_DIFFERENCE: usize = 8;

impl NameWord {
    /// Whether two words may be one name in two spellings.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        if self.folded == other.folded || (self.spelling_of.is_some() && self.spelling_of == other.spelling_of) {
            return true;
        }
        if self.is_place && other.is_place {
            return false;
        }
        if self.folded.len().abs_diff(other.folded.len()) > MAX_DIFFERENCE {
            return false;
        }
        let letters = |word: &Self| word.folded.chars().collect::<Vec<_>>();
        are_alike(&letters(self), &letters(other))
    }
}

/// Whether two names can be the same bearer's: their last words are alike, and their first where both have more than one.
pub(crate) fn are_one(x: &[NameWord], y: &[NameWord]) -> bool {
    let (Some(last_x), Some(last_y)) = (x.last(), y.last()) else { return false };
    if !last_x.is_like(last_y) {
        return false;
    }
    let is_initial = |x: &NameWord, y: &NameWord| x.folded.chars().count() == 1 && y.folded.starts_with(&x.folded);
    x.len() == 1 || y.len() == 1 || x[0].is_like(&y[0]) || is_initial(&x[0], &y[0]) || is_initial(&y[0], &x[0])
}

/// The entities of an article, in order of first mention.
#[derive(Default)]
pub(crate) struct Entities {
    pub list: Vec<Entity>,
    /// Entities by the last word of their name.
    by_last: BTreeMap<LastWord, Vec<usize>>,
    /// Entities by a role they are given.
    by_role: BTreeMap<String, Vec<usize>>,
}

/// What the last words of one bearer's names have in common within an article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum LastWord {
    Listed(u16),
    Other(String),
}

impl LastWord {
    fn of(name: &[NameWord]) -> Option<Self> {
        let last = name.last()?;
        Some(last.spelling_of.map_or_else(|| Self::Other(last.folded.clone()), Self::Listed))
    }
}

/// Words within which an apposition tells a role.
const APPOSITION: usize = 12;

impl Entities {
    /// Takes in the names of a sentence.
    pub(crate) fn read(&mut self, words: &Words<'_>, phrases: &[Phrase]) {
        for phrase in phrases.iter().filter(|p| p.what == What::Name) {
            let name = name_words(words, &phrase.core);
            let span = name_span(words, &phrase.core);
            let kind = kind(words, phrase);
            let at = self.find(&name).unwrap_or_else(|| {
                self.list.push(Entity { words: name.clone(), full: span, kind, forms: Vec::new() });
                let at = self.list.len() - 1;
                if let Some(last) = LastWord::of(&name) {
                    self.by_last.entry(last).or_default().push(at);
                }
                at
            });
            let entity = &mut self.list[at];
            if name.len() > entity.words.len() && entity.words.len() == 1 {
                (entity.words, entity.full) = (name, span);
            }
            entity.kind = kind.or(entity.kind);
            let form = match entity.forms.iter_mut().find(|f| f.span.of(words.text) == span.of(words.text)) {
                Some(form) => form,
                None => {
                    entity.forms.push(Form { span, times: 0, descriptions: Vec::new() });
                    let last = entity.forms.len() - 1;
                    &mut entity.forms[last]
                }
            };
            form.times += 1;
            for description in descriptions(words, phrase) {
                if let Some(role) = description.clone().rev().find(|at| is_role(words, *at)) {
                    let bearers = self.by_role.entry(words.folded(role).to_owned()).or_default();
                    if !bearers.contains(&at) {
                        bearers.push(at);
                    }
                    entity.kind = entity.kind.or(Some(NameKind::Person));
                }
                form.descriptions.push(words.span(&description));
            }
        }
    }

    /// The entity that a name means: the last one so named.
    pub(crate) fn of_name(&self, words: &Words<'_>, name: &Range<usize>) -> Option<usize> {
        self.find(&name_words(words, name))
    }

    fn find(&self, name: &[NameWord]) -> Option<usize> {
        let candidates = || self.by_last.get(&LastWord::of(name)?).map(|list| list.iter().rev().copied());
        let same = candidates()?.find(|at| self.list[*at].words == name);
        same.or_else(|| candidates()?.find(|at| are_one(&self.list[*at].words, name)))
    }

    /// The one entity that has a role.
    pub(crate) fn with_role(&self, role: &str) -> Option<usize> {
        self.bearers(role).first().copied().filter(|_| self.bearers(role).len() == 1)
    }

    /// The entities that have a role.
    pub(crate) fn bearers(&self, role: &str) -> &[usize] {
        self.by_role.get(role).map_or(&[], Vec::as_slice)
    }
}

/// The words of a name, folded, a possessive aside.
pub(crate) fn name_words(words: &Words<'_>, name: &Range<usize>) -> Vec<NameWord> {
    let is_phrase = words.length(name.start) == name.len();
    if is_phrase && words.tags(name.start).spelling_of.is_some() {
        return vec![name_word(fold(name_span(words, name).of(words.text)), words.tags(name.start))];
    }
    name.clone().map(|at| name_word(base(words.folded(at)).to_owned(), words.tags(at))).collect()
}

fn name_word(folded: String, tags: Tags) -> NameWord {
    NameWord { folded, spelling_of: tags.spelling_of, is_place: tags.proper == Some(Proper::Place) }
}

/// Where a name stands, a possessive aside.
fn name_span(words: &Words<'_>, name: &Range<usize>) -> Span {
    let span = words.span(name);
    let written = span.of(words.text);
    let possessive = ["'s", "’s"].iter().find_map(|ending| written.strip_suffix(ending));
    Span::new(span.start, span.start + possessive.unwrap_or(written).len())
}

fn kind(words: &Words<'_>, phrase: &Phrase) -> Option<NameKind> {
    let name = &phrase.core;
    if phrase.has_title {
        return Some(NameKind::Person);
    }
    let (first, last) = (words.tags(name.start), words.tags(name.end - 1));
    let written = words.span(name).of(words.text);
    let is_acronym = name.len() == 1 && written.chars().count() > 1 && written.chars().all(char::is_uppercase) && !words.in_capitals;
    match (first.proper, last.proper) {
        (Some(Proper::Organisation), _) | (_, Some(Proper::Organisation)) => Some(NameKind::Organisation),
        (Some(Proper::Place), _) if words.length(name.start) == name.len() => Some(NameKind::Place),
        (_, Some(Proper::Place)) => Some(NameKind::Place),
        (Some(Proper::FirstName), _) if name.len() > 1 => Some(NameKind::Person),
        _ if is_acronym => Some(NameKind::Organisation),
        _ => None,
    }
}

fn is_role(words: &Words<'_>, at: usize) -> bool {
    words.tags(at).title == Some(Title::Role)
}

/// What is said of a name right before it or in a phrase set beside it.
fn descriptions(words: &Words<'_>, name: &Phrase) -> Vec<Range<usize>> {
    let before = name.all.start..name.core.start;
    let mut found = Vec::new();
    if before.clone().any(|at| is_role(words, at)) {
        let mut start = before.start;
        while start > 0 && words.follows_closely(start) && before.end - start < 4 && is_adjective(words, start - 1) {
            start -= 1;
        }
        found.push(start..before.end);
    }
    found.extend(apposition_after(words, name.core.end));
    if before.is_empty() {
        found.extend(apposition_before(words, name.all.start));
    }
    found
}

/// Whether a word can belong to the role after it: "presidential", "Russian", "Kremlin".
fn is_adjective(words: &Words<'_>, at: usize) -> bool {
    let tags = words.tags(at);
    !words.is_stop(at) && tags.grammar.is_none() && tags.verb.is_none() && tags.proper != Some(Proper::NoName)
}

/// "…, the mayor of Harwick,"
fn apposition_after(words: &Words<'_>, from: usize) -> Option<Range<usize>> {
    if from >= words.len() || words.gap(from).trim() != "," {
        return None;
    }
    let end = (from + 1..words.len()).find(|at| !words.follows_closely(*at) && words.gap(*at) != "-").unwrap_or(words.len());
    described(words, from..end)
}

/// "The mayor of Harwick, …", or the last role before the comma: "a visit by Ostria's chief envoy, …".
fn apposition_before(words: &Words<'_>, end: usize) -> Option<Range<usize>> {
    if end == 0 || words.gap(end).trim() != "," {
        return None;
    }
    let start = (1..end).rev().find(|at| !words.follows_closely(*at) && words.gap(*at) != "-").unwrap_or(0);
    described(words, start..end).or_else(|| {
        let role = (start..end).rev().take(4).find(|at| is_role(words, *at)).filter(|role| role + 1 == end)?;
        let first =
            (start..role).rev().take_while(|at| words.follows_closely(at + 1) && (is_adjective(words, *at) || words.is_possessive(*at)));
        Some(first.last().unwrap_or(role)..end)
    })
}

/// The words of an apposition past its article, if it tells a role early on and has no verb.
fn described(words: &Words<'_>, apposition: Range<usize>) -> Option<Range<usize>> {
    let start = if words.tags(apposition.start).grammar == Some(Grammar::Determiner) { apposition.start + 1 } else { apposition.start };
    let all = start..apposition.end;
    let role = all.clone().take(5).find(|at| is_role(words, *at))?;
    let is_plain = (start..role).all(|at| is_adjective(words, at) || words.is_possessive(at));
    let has_verb =
        all.clone().any(|at| words.tags(at).verb.is_some() || matches!(words.tags(at).grammar, Some(Grammar::Who | Grammar::Auxiliary)));
    (is_plain && !has_verb && all.len() <= APPOSITION && !all.clone().any(|at| words.is_quoted(at))).then_some(all)
}
