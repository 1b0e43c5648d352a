//! An article read: its phrases, who says what, and whom the names mean.

use super::claims::{Claim, claims};
use super::entities::{Entities, Entity};
use super::lexicon::Grammar;
use super::phrases::{Phrase, What, phrases};
use super::reports::{Report, Speaker, reports};
use super::texts::{Texts, Words};
use crate::{NameKind, Span};

/// What the rules know of an article.
pub(crate) struct Reading {
    pub article: usize,
    /// Per sentence.
    pub sentences: Vec<SentenceReading>,
    pub entities: Entities,
}

/// What the rules know of a sentence.
pub(crate) struct SentenceReading {
    pub phrases: Vec<Phrase>,
    pub reports: Vec<Report>,
    /// Its negations and hedges.
    pub claims: Vec<Claim>,
    /// Whether words of it stand in quotation marks.
    has_quotation: bool,
}

impl SentenceReading {
    fn new(words: &Words<'_>) -> Self {
        let phrases = phrases(words);
        let reports = reports(words, &phrases);
        // "alleged" is a verb or a hedge.
        let claims = claims(words).into_iter().filter(|claim| !reports.iter().any(|r| r.verb.contains(&claim.at.start))).collect();
        Self { phrases, reports, claims, has_quotation: (0..words.len()).any(|at| words.is_quoted(at)) }
    }

    /// The clause that tells who says it: the first with a speaker.
    pub(crate) fn main(&self) -> Option<&Report> {
        self.in_force().find(|r| r.speaker.is_some()).or_else(|| self.in_force().next())
    }

    /// The clauses that report, without verbs that mean something else here.
    pub(crate) fn in_force(&self) -> impl Iterator<Item = &Report> {
        self.reports.iter().filter(|report| !report.needs_quotation || report.leads_on || self.has_quotation)
    }
}

/// Whom a speaker's words mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Resolved {
    /// The fullest name, or the words that tell the role.
    pub name: Span,
    /// What stands in the sentence.
    pub at: Span,
    /// The entity, where it is a name.
    pub entity: Option<usize>,
}

/// Sentences back in which a pronoun finds its name.
const REACH: usize = 3;

impl Reading {
    pub(crate) fn new(texts: &Texts<'_>, article: usize) -> Self {
        let mut entities = Entities::default();
        let sentences = (0..texts.n_sentences(article))
            .map(|sentence| {
                let words = texts.words(article, sentence);
                let read = SentenceReading::new(&words);
                entities.read(&words, &read.phrases);
                read
            })
            .collect();
        Self { article, sentences, entities }
    }

    /// Whom the speaker of a sentence means; `None` where a pronoun finds no name.
    pub(crate) fn resolve(&self, words: &Words<'_>, sentence: usize, speaker: &Speaker) -> Option<Resolved> {
        let at = words.span(&speaker.all);
        let of_entity = |entity: usize| Resolved { name: self.entities.list[entity].full, at, entity: Some(entity) };
        match speaker.what {
            What::Name => self.entities.of_name(words, &speaker.core).map(of_entity),
            What::Role => {
                let head = words.folded(speaker.core.end - 1);
                let known = self.entities.with_role(head).map(of_entity);
                Some(known.unwrap_or_else(|| Resolved { name: words.span(&speaker.core), at, entity: None }))
            }
            What::Body => Some(Resolved { name: words.span(&speaker.core), at, entity: None }),
            What::Pronoun if words.tags(speaker.core.start).grammar == Some(Grammar::They) => None,
            What::Pronoun => {
                let here = self.person_in(words, sentence, speaker.all.start).filter(|person| person.entity.is_some());
                let before = || (1..=REACH.min(sentence)).find_map(|back| self.subject(words, sentence - back));
                here.or_else(before).map(|subject| Resolved { at, ..subject })
            }
        }
    }

    /// The person a sentence is about: the first that no preposition leads to.
    pub(crate) fn subject(&self, any_words: &Words<'_>, sentence: usize) -> Option<Resolved> {
        let words = any_words.of_sentence(self.article, sentence);
        self.person_in(&words, sentence, words.len())
    }

    /// The first person named outside quotations before word `end` of a sentence, else the first role; none that a preposition leads to.
    fn person_in(&self, words: &Words<'_>, sentence: usize, end: usize) -> Option<Resolved> {
        let phrases = &self.sentences[sentence].phrases;
        let is_free = |p: &&Phrase| {
            let start = p.all.start.min(p.core.start);
            // "her Ostrian counterpart": what is called so comes after.
            let is_modifier = phrases.iter().any(|next| next.all.start == p.all.end && words.follows_closely(p.all.end));
            !is_modifier && !words.is_quoted(start) && !is_after_preposition(words, start) && !words.is_possessive(p.core.end - 1)
        };
        let person = |what: What| {
            let free = phrases.iter().filter(|p| p.what == what && p.all.end <= end).filter(is_free);
            free.filter_map(|p| self.resolve(words, sentence, &Speaker { what, all: p.all.clone(), core: p.core.clone() }))
                .find(|person| person.entity.is_none_or(|entity| self.entities.list[entity].can_speak()))
        };
        person(What::Name).or_else(|| person(What::Role))
    }
}

fn is_after_preposition(words: &Words<'_>, start: usize) -> bool {
    let has_article = start > 0 && words.follows_closely(start) && words.tags(start - 1).grammar == Some(Grammar::Determiner);
    let start = start - usize::from(has_article);
    start > 0 && words.follows_closely(start) && words.tags(start - 1).grammar == Some(Grammar::Preposition)
}

impl Entity {
    /// Whether it can be a person.
    pub(crate) fn can_speak(&self) -> bool {
        !matches!(self.kind, Some(NameKind::Place | NameKind::Organisation))
    }
}
