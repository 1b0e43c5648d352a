//! Who says something in a sentence, with which verb.

use std::ops::Range;

use super::lexicon::{Grammar, Stance};
use super::phrases::{Phrase, What};
use super::texts::Words;

/// A clause that reports: "the minister said", "according to the report".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Report {
    /// The verb, "according to", or a noun such as "statement".
    pub verb: Range<usize>,
    /// `None` for a noun.
    pub stance: Option<Stance>,
    /// Reports only beside a quotation or before "that".
    pub needs_quotation: bool,
    pub speaker: Option<Speaker>,
    /// Whether "that" follows, or the sentence ends: the verb reports even without a quotation.
    pub leads_on: bool,
    /// Whether the speaker stands after the verb.
    pub is_inverted: bool,
}

/// Words of a sentence that name who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Speaker {
    pub what: What,
    /// All of it.
    pub all: Range<usize>,
    /// The words that name.
    pub core: Range<usize>,
}

impl Report {
    /// From its first to its last word, speaker included.
    pub(crate) fn range(&self) -> Range<usize> {
        match &self.speaker {
            Some(speaker) => self.verb.start.min(speaker.all.start)..self.verb.end.max(speaker.all.end),
            None => self.verb.clone(),
        }
    }
}

/// The reporting clauses outside quotation marks, in order.
pub(crate) fn reports(words: &Words<'_>, phrases: &[Phrase]) -> Vec<Report> {
    let clauses = Clauses { words, phrases };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let end = at + words.length(at);
        if !words.is_quoted(at) {
            found.extend(clauses.report(at..end));
        }
        at = end;
    }
    found
}

/// Words within which "that" follows its verb: "told reporters on Friday that".
pub(crate) const THAT: usize = 6;

struct Clauses<'a> {
    words: &'a Words<'a>,
    phrases: &'a [Phrase],
}

impl Clauses<'_> {
    fn report(&self, at: Range<usize>) -> Option<Report> {
        let tags = self.words.tags(at.start);
        let that = (at.end..self.words.len()).take(THAT).any(|at| self.words.tags(at).grammar == Some(Grammar::That));
        let leads_on = that || at.end == self.words.len();
        let verb = at.clone();
        let report = |speaker, is_inverted| Report {
            verb: verb.clone(),
            stance: Some(Stance::Neutral),
            needs_quotation: false,
            leads_on,
            speaker,
            is_inverted,
        };
        match tags.grammar {
            Some(Grammar::Source) => return Some(report(Some(self.from(at.end)?), true)),
            Some(Grammar::Speech) if at.end < self.words.len() && matches!(self.words.folded(at.end), "by" | "of" | "from") => {
                let speaker = self.from(at.end + 1)?;
                return (speaker.what == What::Name).then(|| Report { stance: None, ..report(Some(speaker), true) });
            }
            _ => {}
        }
        let verb = tags.verb?;
        if self.is_noun(at.start, verb.looks_like_noun) {
            return None;
        }
        let inverted = self.after(&at);
        let is_inverted = inverted.is_some();
        let speaker = inverted.or_else(|| self.before(at.start));
        Some(Report { stance: Some(verb.stance), needs_quotation: verb.needs_quotation, ..report(speaker, is_inverted) })
    }

    /// Whether what looks like a verb is a noun or adjective: "the claim", "of alleged theft", "Kiev's calls".
    fn is_noun(&self, at: usize, looks_like_noun: bool) -> bool {
        let words = self.words;
        if at == 0 || !words.follows_closely(at) {
            // "Reported losses": an adjective at the start.
            return at == 0
                && !words.is_quoted(0)
                && at + 1 < words.len()
                && words.follows_closely(1)
                && words.phrase_starts(self.phrases, 1).is_none();
        }
        let before = words.tags(at - 1);
        let after_small_word = matches!(before.grammar, Some(Grammar::Determiner | Grammar::Preposition)) || words.is_possessive(at - 1);
        after_small_word || (looks_like_noun && before.proper.is_some_and(|p| p == super::lexicon::Proper::Demonym))
    }

    /// The speaker right after an inverted verb: "…", said Lee.
    fn after(&self, verb: &Range<usize>) -> Option<Speaker> {
        let words = self.words;
        let mut first = verb.start;
        while first > 0 && words.follows_closely(first) && words.tags(first - 1).grammar == Some(Grammar::Auxiliary) {
            first -= 1;
        }
        let after_mark = first > 0 && !words.follows_closely(first);
        let ends_clause = first > 0 && (words.is_quoted(first - 1) || words.gap(first).contains(','));
        if !(after_mark && ends_clause && words.follows_closely(verb.end)) {
            return None;
        }
        let after_quotation = words.is_quoted(first - 1);
        let next = words.tags(verb.end);
        // ", said that": whoever it was stands before.
        if next.grammar == Some(Grammar::That) || matches!(next.grammar, Some(Grammar::Preposition)) {
            return None;
        }
        let speaker = self.from(verb.end)?;
        // "Lee, said to be rich," is no inversion; "…, said Lee." is.
        let ends = speaker.all.end >= words.len() || words.gap(speaker.all.end).starts_with([',', '.', ';', '!', '?']);
        (after_quotation || ends).then_some(speaker)
    }

    /// The noun phrase that begins at `at`, past small words; a name set beside a role comes before the role.
    fn from(&self, at: usize) -> Option<Speaker> {
        let words = self.words;
        let mut start = at;
        while start < words.len() && (start == at || words.follows_closely(start)) && words.tags(start).grammar == Some(Grammar::Determiner)
        {
            start += 1;
        }
        if start >= words.len() {
            return None;
        }
        let near = self.phrases.iter().find(|p| p.all.end > start && !(words.is_possessive(p.core.end - 1) && p.what == What::Name));
        let near = near.filter(|p| p.all.start <= start + 4 && self.is_unbroken(start, p.all.start));
        match near {
            Some(phrase) if phrase.what == What::Name || phrase.what == What::Pronoun => {
                // "the Kremlin spokesman" is the spokesman.
                let role = self.phrases.iter().find(|p| p.all.start == phrase.all.end && words.follows_closely(p.all.start));
                Some(speaker(role.filter(|r| r.what != What::Pronoun).unwrap_or(phrase)))
            }
            Some(phrase) => Some(self.name_beside(phrase.all.end).unwrap_or_else(|| speaker(phrase))),
            None => {
                let run = self.nouns_from(start)?;
                // "said the widow, Celia Ward".
                let named = (run.end < words.len() && words.gap(run.end).trim() == ",").then(|| self.name_beside(run.end)).flatten();
                Some(named.unwrap_or_else(|| Speaker { what: What::Role, all: run.clone(), core: run }))
            }
        }
    }

    /// Whether nothing but spaces stands between the words from `start` to `end`, and no small word.
    fn is_unbroken(&self, start: usize, end: usize) -> bool {
        (start..end).all(|at| self.words.tags(at).grammar.is_none() || self.words.is_possessive(at))
            && (start + 1..=end).all(|at| at >= self.words.len() || at > end || self.words.follows_closely(at) || self.words.gap(at) == "-")
    }

    /// A name after the next comma: "the retired surveyor and author of three books, Emil Tarn".
    fn name_beside(&self, from: usize) -> Option<Speaker> {
        let comma = (from..self.words.len()).take(16).find(|at| self.words.gap(*at).contains([',', '—', '–']))?;
        let name = self.words.phrase_starts(self.phrases, comma).filter(|p| p.what == What::Name && self.words.gap(comma).trim() == ",")?;
        Some(speaker(name))
    }

    /// Words of meaning from `start` on.
    fn nouns_from(&self, start: usize) -> Option<Range<usize>> {
        let words = self.words;
        let is_noun = |at: usize| !words.is_stop(at) && words.tags(at).grammar.is_none() && words.tags(at).verb.is_none();
        let end =
            (start..words.len().min(start + 4)).take_while(|at| is_noun(*at) && (*at == start || words.follows_closely(*at))).last()? + 1;
        Some(start..end)
    }

    /// The subject before a verb.
    fn before(&self, verb: usize) -> Option<Speaker> {
        let words = self.words;
        let mut end = verb;
        while end > 0 && words.follows_closely(end) {
            match words.tags(end - 1).grammar {
                Some(Grammar::Passive) => return None,
                Some(Grammar::Auxiliary) => end -= 1,
                _ if words.folded(end - 1).ends_with("ly") && !words.is_capitalised(end - 1) => end -= 1,
                _ => break,
            }
        }
        if end > 0 && words.gap(end).contains([',', ')', '—', '–']) {
            let from = (1..end).rev().find(|at| words.gap(*at).contains([',', '(', '—', '–'])).unwrap_or(0);
            let name = self.phrases.iter().find(|p| p.what == What::Name && p.all.start == from && p.all.end == end);
            if let Some(name) = name {
                return Some(speaker(name));
            }
            if from > 0 && !words.is_quoted(from - 1) {
                end = from;
            }
        }
        self.ending_at(end).or_else(|| self.first_before(end))
    }

    /// The noun phrase that ends right before `end`; what follows "of" or "who" leads to what stands before it.
    fn ending_at(&self, end: usize) -> Option<Speaker> {
        let words = self.words;
        let mut end = end;
        // Each step goes at least one word back.
        while end > 0 && !words.is_quoted(end - 1) {
            let phrase = self.phrases.iter().rev().find(|p| p.all.end == end);
            let run = phrase.map_or_else(|| self.nouns_before(end), |p| p.all.start.min(p.core.start)..p.all.end);
            if run.is_empty() {
                // A relative clause: its "who" tells where it begins.
                let who = (0..end).rev().take(14).find(|at| words.tags(*at).grammar == Some(Grammar::Who))?;
                end = who;
                continue;
            }
            let mut start = run.start;
            while start > 0 && words.follows_closely(start) && is_modifier(words, start - 1) {
                start -= 1;
            }
            if start > 0 && words.follows_closely(start) && words.tags(start - 1).grammar == Some(Grammar::Preposition) {
                end = start - 1;
                continue;
            }
            // "Kyiv's ministry" is the ministry; "in the end, the ministry" too.
            return match phrase {
                Some(phrase) => Some(speaker(phrase)),
                None if start < run.start || start == 0 || !words.follows_closely(start) => {
                    Some(Speaker { what: What::Role, all: run.clone(), core: run })
                }
                None => None,
            };
        }
        None
    }

    /// Words of meaning before `end`.
    fn nouns_before(&self, end: usize) -> Range<usize> {
        let words = self.words;
        let is_noun = |at: usize| {
            let tags = words.tags(at);
            !words.is_stop(at) && tags.grammar.is_none() && tags.verb.is_none() && tags.hedge.is_none() && !words.is_quoted(at)
        };
        let mut start = end;
        while start > 0 && end - start < 3 && is_noun(start - 1) && (start == end || words.follows_closely(start)) {
            start -= 1;
        }
        start..end
    }

    /// The first phrase of the sentence that can be a subject, for verbs further on: "Lee opened the letter and said".
    fn first_before(&self, end: usize) -> Option<Speaker> {
        let words = self.words;
        let can_be = |p: &&Phrase| {
            let start = p.all.start.min(p.core.start);
            let before = (0..start).rev().find(|at| !is_modifier(words, *at));
            let after_preposition =
                before.is_some_and(|at| words.tags(at).grammar == Some(Grammar::Preposition) && words.follows_closely(at + 1));
            !after_preposition && !words.is_quoted(start) && !words.is_possessive(p.all.end - 1)
        };
        self.phrases.iter().take_while(|p| p.all.end <= end).find(can_be).map(speaker)
    }
}

/// Whether a word can stand between a preposition or comma and the noun: an article, a possessive, an adjective of a country.
fn is_modifier(words: &Words<'_>, at: usize) -> bool {
    let tags = words.tags(at);
    tags.grammar == Some(Grammar::Determiner) || words.is_possessive(at) || tags.proper == Some(super::lexicon::Proper::Demonym)
}

fn speaker(phrase: &Phrase) -> Speaker {
    Speaker { what: phrase.what, all: phrase.all.start.min(phrase.core.start)..phrase.all.end, core: phrase.core.clone() }
}

impl Words<'_> {
    /// The phrase that begins at `at`, an article aside.
    pub(crate) fn phrase_starts<'p>(&self, phrases: &'p [Phrase], at: usize) -> Option<&'p Phrase> {
        let past_article = if self.tags(at).grammar == Some(Grammar::Determiner) { at + 1 } else { at };
        phrases.iter().find(|p| p.all.start.min(p.core.start) == at || p.all.start.min(p.core.start) == past_article)
    }
}
