//! What stands round a figure: what is counted, what hedges it, who is its source.

use super::reader::{Read, Reader};
use super::words::Word;
use crate::segment::lexicon::{STOP_WORDS, lists};
use crate::sort::Sort;
use crate::{FigureKind, Hedge, Span};

/// Words from a figure to what it counts, at most.
const WITHIN: usize = 30;

/// Words that end a noun phrase besides those too common to be evidence: verbs that often follow it.
#[rustfmt::skip]
pub(super) const VERBS: &[&str] = &[
    "agreed", "attended", "became", "began", "came", "closed", "comes", "crossed", "destroyed", "ended", "fell", "gathered", "go", "went", "grew", "held",
    "aged", "takes", "cross", "died", "set", "say", "work", "worked", "left", "live", "lost", "met", "named", "planned", "rose", "started", "stayed", "took", "voted", "waited", "opened", "remain", "remained", "fled",
];

impl Reader<'_> {
    /// Whether a word is one that ends what is counted.
    pub(super) fn is_function_word(&self, word: &str) -> bool {
        lists(STOP_WORDS, word)
            || matches!(
                word,
                "de" | "y"
                    | "e"
                    | "et"
                    | "und"
                    | "en"
                    | "em"
                    | "le"
                    | "la"
                    | "el"
                    | "les"
                    | "des"
                    | "der"
                    | "die"
                    | "das"
                    | "per"
                    | "ago"
                    | "later"
                    | "earlier"
            )
            || matches!(
                word,
                "и" | "в" | "на" | "с" | "та" | "у" | "з" | "i" | "і" | "из" | "por" | "par" | "pro" | "dans" | "para" | "pour"
            )
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
            (FigureKind::Date | FigureKind::Time, Hedge::About | Hedge::Before | Hedge::After | Hedge::By) => {
                Some(hedge).filter(|_| word != "some")
            }
            (FigureKind::Date | FigureKind::Time, Hedge::Nearly) => None,
            (FigureKind::Date | FigureKind::Time, _) | (FigureKind::Ordinal, _) | (_, Hedge::After | Hedge::By) => None,
            (_, Hedge::Before) => Some(Hedge::AtMost).filter(|_| word == "до"),
            (FigureKind::Duration, Hedge::MoreThan) if word == "over" => None,
            (_, hedge) => Some(hedge),
        }
    }

    /// What is counted, and its head: the words after the figure, else those before it; with what befell those counted.
    pub(super) fn counted_words(&self, read: &Read) -> (Vec<usize>, Option<usize>) {
        let (start, end) = read.words;
        let mut before = self.hedge_before(start).map_or(start, |(_, at)| at);
        if read.kind == FigureKind::Duration
            && let Some(found) = self.what_lasted(before, end)
        {
            let head = found.last().copied();
            return (found, head);
        }
        let is_attributive = self.words[start..end].iter().any(Word::is_dash) && read.kind == FigureKind::Duration;
        let mut found = Vec::new();
        let mut past = end;
        if !matches!(read.kind, FigureKind::Date | FigureKind::Time | FigureKind::Duration) || is_attributive {
            while matches!(
                self.low(past),
                "of" | "the" | "its" | "their" | "his" | "her" | "all" | "more" | "our" | "last" | "past" | "next" | "first" | "previous"
            ) {
                past += 1;
            }
            found = self.phrase(past);
            past = found.last().map_or(end, |last| last + 1);
        }
        if found.is_empty() && read.kind != FigureKind::Ordinal {
            let n_words = if read.kind == FigureKind::Date { 6 } else { 3 };
            found = self.words_before(before, n_words, read.kind == FigureKind::Count);
        }
        let mut head = found.last().copied();
        if read.kind == FigureKind::Count && read.unit.is_none() {
            while matches!(self.low(past), "were" | "was" | "are" | "have" | "has" | "had" | "been" | "feared" | "reported" | "also") {
                past += 1;
            }
            before = before.saturating_sub(1);
            let fate = [past, before].into_iter().find(|at| self.tables.is_fate(self.low(*at)));
            let fate = fate.or_else(|| found.iter().copied().find(|at| self.tables.is_fate(self.low(*at))));
            if let Some(fate) = fate {
                found.push(fate);
                found.order();
                found.dedup();
                head = Some(fate);
            }
        }
        (found, head)
    }

    /// Of a length of time next to a verb of lasting: what lasted, and that verb.
    fn what_lasted(&self, before: usize, end: usize) -> Option<Vec<usize>> {
        let verb =
            [before.wrapping_sub(1), end].into_iter().find(|at| matches!(self.low(*at), "lasted" | "lasting" | "elapsed" | "took"))?;
        let is_event = |at: &usize| *at != verb && !(before..end).contains(at) && self.tables.is_counted(self.low(*at));
        let mut found: Vec<usize> = (before.saturating_sub(WITHIN)..self.words.len().min(end + WITHIN)).filter(is_event).take(2).collect();
        found.push(verb);
        (found.len() > 1).then_some(found)
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
            let is_verb = VERBS.contains(&word.low.as_str()) || (!found.is_empty() && word.low.len() > 4 && word.low.ends_with("ed"));
            if !word.is_letters()
                || self.is_function_word(&word.low) && !(found.is_empty() && word.low == "other")
                || is_verb
                || found.len() == 4
            {
                break;
            }
            found.push(at);
            at += 1;
        }
        found
    }

    /// The last content words before `i`, `n_words` at most, of the same clause; without verbs where something is counted.
    fn words_before(&self, i: usize, n_words: usize, skips_verbs: bool) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for at in (i.saturating_sub(WITHIN)..i).rev() {
            let word = &self.words[at];
            if matches!(word.text, ";" | ":" | ".") || found.len() == n_words {
                break;
            }
            let is_passed = self.is_function_word(&word.low) || (skips_verbs && VERBS.contains(&word.low.as_str()));
            if word.is_letters() && !is_passed && self.tables.hedge(&word.low).is_none() && self.tables.unit(&word.low).is_none() {
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
