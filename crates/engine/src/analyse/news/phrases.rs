//! Who and what a sentence names: people, places, bodies, roles, pronouns.

use std::ops::Range;

use super::lexicon::{Grammar, Proper, Title};
use super::texts::Words;

/// What a [`Phrase`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A name.
    Name,
    /// "the spokesman", "a police officer".
    Role,
    /// "the ministry", "police".
    Body,
    /// "he", "she".
    Pronoun,
}

/// A stretch of a sentence that names someone or something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub what: What,
    /// All of it, with the role before a name: "Kremlin spokesman Dmitry Peskov".
    pub all: Range<usize>,
    /// The name alone, or the words that tell the role or body.
    pub core: Range<usize>,
    /// Whether it has a title, or a role right before the name: a person.
    pub has_title: bool,
}

/// The phrases of a sentence, in order; they do not overlap.
pub(crate) fn phrases(words: &Words<'_>) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let phrase = pronoun(words, at).or_else(|| name_or_role(words, at));
        match phrase {
            Some(phrase) => {
                at = phrase.all.end;
                found.push(phrase);
            }
            None => at += 1,
        }
    }
    found
}

fn pronoun(words: &Words<'_>, at: usize) -> Option<Phrase> {
    let is_pronoun = matches!(words.tags(at).grammar, Some(Grammar::He | Grammar::She | Grammar::They));
    is_pronoun.then(|| Phrase { what: What::Pronoun, all: at..at + 1, core: at..at + 1, has_title: false })
}

/// A name with the roles right before it, or a role or body alone.
fn name_or_role(words: &Words<'_>, at: usize) -> Option<Phrase> {
    let mut end_of_roles = at;
    let mut is_body = false;
    while end_of_roles < words.len() && !words.is_capitalised(end_of_roles) && (end_of_roles == at || words.follows_closely(end_of_roles)) {
        match words.tags(end_of_roles).title {
            Some(title) => is_body = title == Title::Body,
            None => break,
        }
        end_of_roles += 1;
    }
    let continues = end_of_roles == at || words.follows_closely(end_of_roles);
    // "economist June Abbot" is a person, not a month.
    let after_role = end_of_roles > at;
    if continues && let Some(run) = name_run(words, end_of_roles, after_role) {
        return of_run(words, at, run);
    }
    (end_of_roles > at).then(|| role(words, at..end_of_roles, is_body))
}

/// A role or body; the words before it that tell which belong to its core: "chief negotiator", "police officer".
fn role(words: &Words<'_>, roles: Range<usize>, is_body: bool) -> Phrase {
    let mut start = roles.start;
    // "the drivers' union".
    let goes_on = |at: usize| words.follows_closely(at) || matches!(words.gap(at), "' " | "’ ");
    while start > 0 && roles.start - start < 3 && goes_on(start) && tells_which(words, start - 1) {
        start -= 1;
    }
    let what = if is_body { What::Body } else { What::Role };
    Phrase { what, all: roles.clone(), core: start..roles.end, has_title: false }
}

/// Whether a word before a role tells which: neither small word nor verb.
fn tells_which(words: &Words<'_>, at: usize) -> bool {
    let tags = words.tags(at);
    !words.is_stop(at) && tags.verb.is_none() && tags.grammar.is_none() && tags.proper != Some(Proper::NoName)
}

/// Cuts a run of capitals that follows roles from `start` into what tells a role and the name itself.
fn of_run(words: &Words<'_>, start: usize, run: Range<usize>) -> Option<Phrase> {
    let is_organisation = words.tags(run.end - 1).proper == Some(Proper::Organisation) && run.len() > 1;
    let is_title = |at: usize| matches!(words.tags(at).title, Some(Title::Role | Title::Honorific));
    let last_title = run.clone().rev().find(|at| is_title(*at));
    let mut name = match last_title {
        Some(at) if !is_organisation => at + 1..run.end,
        _ => run.clone(),
    };
    let has_title = (last_title.is_some() && !is_organisation) || (start..run.start).any(is_title);
    while !is_organisation && name.len() > 1 && words.tags(name.start).proper == Some(Proper::Demonym) {
        name.start += 1;
    }
    if name.is_empty() {
        let is_honorific = run.clone().all(|at| words.tags(at).title == Some(Title::Honorific));
        return (!is_honorific).then_some(Phrase { what: What::Role, all: start..run.end, core: run, has_title: false });
    }
    if name.len() == 1 {
        let tags = words.tags(name.start);
        if tags.proper == Some(Proper::Demonym) || tags.proper == Some(Proper::NoName) {
            return None;
        }
        if tags.title == Some(Title::Body) {
            return Some(Phrase { what: What::Body, all: start..run.end, core: name, has_title: false });
        }
    }
    Some(Phrase { what: What::Name, all: start..run.end, core: name, has_title })
}

/// A run of capitalised words from `at` on, particles inside.
fn name_run(words: &Words<'_>, at: usize, after_role: bool) -> Option<Range<usize>> {
    if at >= words.len()
        || !(starts_name(words, at) || (after_role && words.is_capitalised(at) && at + 1 < words.len() && goes_on(words, at + 1)))
    {
        return None;
    }
    let mut end = at + words.length(at);
    while end < words.len() && joins(words, end) {
        let particles =
            (end..words.len().min(end + 3)).take_while(|p| words.tags(*p).grammar == Some(Grammar::Particle) && !words.is_capitalised(*p));
        let next = end + particles.count();
        let is_joined = (end..=next).all(|p| p < words.len() && joins(words, p));
        if !is_joined || !goes_on(words, next) || words.is_possessive(end - 1) {
            break;
        }
        end = next + 1;
    }
    (end <= words.len()).then_some(at..end)
}

/// Whether a word goes on with the name before it: nothing between but a space, a hyphen, or the point of an initial or title.
fn joins(words: &Words<'_>, at: usize) -> bool {
    let before = at - 1;
    let is_short = words.tokens[before].span.len() <= 2 || words.tags(before).title.is_some();
    match words.gap(at) {
        " " | "\u{a0}" => true,
        // "Russia-Ukraine" are two.
        "-" => !is_place(words, before) || !is_place(words, at),
        "." | ". " => is_short && words.is_capitalised(before),
        _ => false,
    }
}

fn is_place(words: &Words<'_>, at: usize) -> bool {
    words.tags(at).proper == Some(Proper::Place)
}

fn goes_on(words: &Words<'_>, at: usize) -> bool {
    let tags = words.tags(at);
    words.is_capitalised(at)
        && !words.is_stop(at)
        && tags.proper != Some(Proper::NoName)
        && tags.verb.is_none_or(|_| !words.in_capitals)
        && (!words.in_capitals || is_known(words, at))
}

/// Whether a capitalised word is a name though its place asks for a capital anyway.
fn is_known(words: &Words<'_>, at: usize) -> bool {
    let tags = words.tags(at);
    let is_listed = tags.spelling_of.is_some()
        || matches!(tags.proper, Some(Proper::FirstName | Proper::Place | Proper::Demonym))
        || matches!(tags.title, Some(Title::Honorific));
    is_listed || words.is_capitalised_elsewhere(at)
}

fn starts_name(words: &Words<'_>, at: usize) -> bool {
    let tags = words.tags(at);
    if !words.is_capitalised(at) || tags.proper == Some(Proper::NoName) {
        return false;
    }
    // "US" is no "us", and "U.S." is one name of two words.
    let is_phrase = words.length(at) > 1 && tags.spelling_of.is_some();
    let is_acronym = words.written(at).chars().count() > 1 && words.written(at).chars().all(char::is_uppercase) && !words.in_capitals;
    if is_phrase || is_acronym {
        return true;
    }
    if words.is_stop(at) || (tags.grammar.is_some() && tags.proper.is_none()) {
        return false;
    }
    let starts_sentence = at == 0 || words.gap(at).contains(['"', '“', '‘', '«', '„', ':', '—']);
    if !starts_sentence && !words.in_capitals {
        return true;
    }
    if is_known(words, at) {
        return true;
    }
    let next_is_capitalised = at + 1 < words.len()
        && words.tags(at + 1).proper != Some(Proper::Demonym)
        && words.is_capitalised(at + 1)
        && joins(words, at + 1)
        && !words.is_stop(at + 1);
    let is_new = !words.is_small_elsewhere(at) && tags.verb.is_none();
    !words.in_capitals && next_is_capitalised && (is_new || tags.title.is_some())
}
