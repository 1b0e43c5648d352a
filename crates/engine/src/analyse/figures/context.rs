//! What stands round a figure: what is counted, what hedges it, who is its source.

use super::reader::{Read, Reader};
use crate::segment::lexicon::{STOP_WORDS, lists};
use crate::{FigureKind, Hedge, Span};

/// Words that end a noun phrase besides those too common to be evidence: verbs that often follow it.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "agreed", "attended", "became", "began", "came", "closed", "comes", "crossed", "destroyed", "ended", "fell", "gathered", "go", "went", "grew", "held",
    "left", "live", "lost", "met", "named", "planned", "rose", "started", "stayed", "took", "voted", "waited", "opened", "remain", "remained", "fled",
];

impl Reader<'_> {
    /// Whether a word is one that ends what is counted.
    pub(super) fn is_function_word(&self, word: &str) -> bool {
        lists(STOP_WORDS, word)
            || matches!(word, "de" | "y" | "e" | "et" | "und" | "en" | "em" | "le" | "la" | "el" | "les" | "des" | "der" | "die" | "das" | "per" | "ago" | "later" | "earlier")
            || matches!(word, "и" | "в" | "на" | "с" | "та" | "у" | "з" | "i" | "і" | "из" | "por" | "par" | "pro" | "dans" | "para" | "pour")
    }

    /// The hedge of a figure: what bounds a date does not bound a number, and the other way round.
    pub(super) fn hedge_of(&self, read: &Read) -> Option<Hedge> {
        let mut start = read.words.0;
        while matches!(self.before(start), "the" | "between" | "from") {
            start -= 1;
        }
        let (hedge, _) = self.hedge_before(start).or_else(|| self.hedge_before(read.words.0))?;
        let word = self.before(start);
        match (read.kind, hedge) {
            (FigureKind::Date | FigureKind::Time, Hedge::About | Hedge::Before | Hedge::After | Hedge::By) => Some(hedge).filter(|_| word != "some"),
            (FigureKind::Date | FigureKind::Time, Hedge::Nearly) => None,
            (FigureKind::Date | FigureKind::Time, _) | (FigureKind::Ordinal, _) | (_, Hedge::After | Hedge::By) => None,
            (_, Hedge::Before) => Some(Hedge::AtMost).filter(|_| word == "до"),
            (FigureKind::Duration, Hedge::MoreThan) if word == "over" => None,
            (_, hedge) => Some(hedge),
        }
    }

    /// What is counted: the words after the figure, else those before its verb.
    pub(super) fn counted_words(&self, read: &Read) -> Vec<usize> {
        let follows = matches!(read.kind, FigureKind::Count | FigureKind::Ordinal | FigureKind::Percent | FigureKind::Money);
        let is_attributive = self.words[read.words.0..read.words.1].iter().any(super::words::Word::is_dash) && read.kind == FigureKind::Duration;
        if follows || is_attributive {
            let mut at = read.words.1;
            while matches!(self.low(at), "of" | "the" | "its" | "their" | "his" | "her" | "all" | "more" | "other" | "our") {
                at += usize::from(self.low(at) != "other" || self.word(at + 1).is_some_and(super::words::Word::is_letters));
            }
            let after = self.phrase(at);
            if !after.is_empty() {
                return after;
            }
        }
        self.words_before(read.words.0)
    }

    /// The run of content words from `i`, four at most, with hyphens inside.
    fn phrase(&self, i: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let mut at = i;
        while let Some(word) = self.word(at) {
            let joins = self.is_dash(at) && self.is_glued(at) && self.is_glued(at + 1);
            if joins {
                at += 1;
                continue;
            }
            let is_verb = VERBS.contains(&word.low.as_str()) && !found.is_empty();
            if !word.is_letters() || self.is_function_word(&word.low) && !(found.is_empty() && word.low == "other") || is_verb || found.len() == 4 {
                break;
            }
            found.push(at);
            at += 1;
        }
        found
    }

    /// The last content words before `i`, three at most, of the same clause.
    fn words_before(&self, i: usize) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for at in (0..i).rev() {
            let word = &self.words[at];
            if matches!(word.text, ";" | ":" | "." | "“" | "”" | "\"") || found.len() == 3 {
                break;
            }
            if word.is_letters() && !self.is_function_word(&word.low) && self.tables.hedge(&word.low).is_none() && self.tables.unit(&word.low).is_none() {
                found.push(at);
            }
        }
        found.reverse();
        found
    }

    /// The source the sentence names: "according to the coast guard".
    pub(super) fn source(&self) -> Option<Span> {
        let to = (0..self.words.len()).find(|at| {
            matches!((self.low(*at), self.low(at + 1)), ("according", "to")) || matches!((self.low(*at), self.low(at + 1)), ("as", "per"))
        })?;
        let end = (to + 2..self.words.len()).find(|at| !self.words[*at].is_letters() && !self.is_dash(*at)).unwrap_or(self.words.len());
        let end = end.min(to + 10);
        (end > to + 2).then(|| self.words[to + 2].span.cover(self.words[end - 1].span))
    }
}
