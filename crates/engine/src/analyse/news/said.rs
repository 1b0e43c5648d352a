//! The quotations of an article: where they stand and who says them.

use super::lexicon::{Grammar, Stance};
use super::phrases::What;
use super::reading::{Reading, Resolved};
use super::reports::{Report, Speaker};
use super::texts::{Texts, Words};
use crate::segment::quotation::Marked;
use crate::sort::Sort;
use crate::{Role, Span};

/// Something an article lets someone say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub article: usize,
    /// First and last sentence it reaches into.
    pub sentences: (usize, usize),
    /// The words without their marks.
    pub span: Span,
    pub speaker: Option<Resolved>,
    pub verb: Option<Span>,
    pub stance: Option<Stance>,
    pub is_direct: bool,
}

/// Words a quotation has at least to be one that nobody is told to have said.
const UNATTRIBUTED_WORDS: usize = 3;
/// Words a quotation has at least to be laid into the mouth of whom the sentence before names.
const FREE_WORDS: usize = 5;

/// The direct quotations of an article, in text order.
pub(crate) fn said(texts: &Texts<'_>, reading: &Reading) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    let mut goes_on = false;
    let article = &texts.articles[reading.article];
    for (at, mark) in texts.marked(reading.article).iter().enumerate() {
        let Some(quotation) = Quotation::new(texts, reading, mark) else { continue };
        let next = texts.marked(reading.article).get(at + 1);
        let starts_paragraph = |m: &Marked| article.text[..m.span.start].trim_end_matches(is_mark).ends_with('\n');
        let continues = next.is_some_and(|n| !mark.is_closed && starts_paragraph(n));
        let (span, report) = if mark.is_closed || continues { (mark.span, quotation.report()) } else { quotation.unclosed() };
        let mut said = quotation.said(trimmed(&article.text, span), report.as_ref());
        if report.is_none() {
            quotation.inherit(&mut said, found.last(), goes_on);
        }
        goes_on = continues;
        if quotation.is_said(&said, report.as_ref()) {
            found.push(said);
        }
    }
    found.extend(set_apart(texts, reading, &found));
    found.order_by_key(|s| s.span);
    found
}

/// Blocks set apart as quotations that have no marks.
fn set_apart(texts: &Texts<'_>, reading: &Reading, marked: &[Said]) -> Vec<Said> {
    let article = &texts.articles[reading.article];
    let sentences = &texts.sentences[reading.article][..texts.n_sentences(reading.article)];
    let of_block = |block: usize| (sentences.partition_point(|s| s.block < block), sentences.partition_point(|s| s.block <= block));
    let quotations = article.blocks.iter().enumerate().filter(|(_, block)| block.role == Role::Quotation);
    quotations
        .filter_map(|(at, block)| {
            let (first, end) = of_block(at);
            let next = marked.partition_point(|s| s.span.start < block.span.start);
            let has_marks = marked.get(next).is_some_and(|s| block.span.contains(s.span));
            let sentences = (first < end && !has_marks).then(|| (first, end - 1))?;
            Some(Said { article: reading.article, sentences, span: block.span, speaker: None, verb: None, stance: None, is_direct: true })
        })
        .collect()
}

fn is_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '"' | '«' | '»' | '‘' | '\'' | ' ' | '\u{a0}')
}

/// A quotation without white space and without the comma that leads on to who said it.
fn trimmed(text: &str, span: Span) -> Span {
    let written = span.of(text);
    let start = span.start + (written.len() - written.trim_start().len());
    let end = span.start + written.trim_end().trim_end_matches([',', ' ', '\u{a0}']).len();
    Span::new(start.min(end), end)
}

/// Words that can stand before a colon and be a name that no list knows.
const SHORT_LEAD: usize = 3;
/// Rank of a clause that reports only where nothing better does.
const FAR: usize = 30;
/// Rank that a clause loses by naming no one.
const NO_SPEAKER: usize = 20;

/// What stands in marks, with the sentences around.
struct Quotation<'a> {
    reading: &'a Reading,
    texts: &'a Texts<'a>,
    mark: &'a Marked,
    first: usize,
    last: usize,
}

impl<'a> Quotation<'a> {
    fn new(texts: &'a Texts<'a>, reading: &'a Reading, mark: &'a Marked) -> Option<Self> {
        let sentences = texts.sentences[reading.article].get(..texts.n_sentences(reading.article))?;
        let first = sentences.partition_point(|s| s.span.end <= mark.span.start);
        let end = sentences.partition_point(|s| s.span.start < mark.span.end);
        (first < end).then(|| Self { reading, texts, mark, first, last: end - 1 })
    }

    fn words(&self, sentence: usize) -> Words<'a> {
        self.texts.words(self.reading.article, sentence)
    }

    /// The clause that reports it, with its sentence: right after it, right before it, before it in its sentence, or after it.
    fn report(&self) -> Option<(usize, Report)> {
        let (before, after) = (self.words(self.first), self.words(self.last));
        let is_source = |report: &Report| after.tags(report.verb.start).grammar == Some(Grammar::Source);
        // "Lee said that it was “fine”, according to the agency": the agency only passes it on.
        let is_told_before = self.reading.sentences[self.first].reports.iter().any(|report| {
            let is_someone = report.speaker.as_ref().is_some_and(|s| matches!(s.what, What::Name | What::Pronoun));
            is_someone && !report.needs_quotation && before.tokens[report.range().end - 1].span.end <= self.mark.span.start
        });
        let ranked_after = self.reading.sentences[self.last].reports.iter().filter_map(|report| {
            let range = report.range();
            let start = after.tokens[range.start].span.start;
            if start < self.mark.span.end {
                return None;
            }
            let between = (0..range.start).rev().take_while(|at| after.tokens[*at].span.start >= self.mark.span.end).count();
            let of_another =
                report.verb.end < after.len() && (after.gap(report.verb.end).contains([':', ',']) && after.is_quoted(report.verb.end));
            let rank = match between {
                _ if is_source(report) && is_told_before => FAR,
                0 => 0,
                _ if is_small_step(&after, range.start, between) => 0,
                _ => 3 + between,
            };
            (!of_another || rank == 0).then_some((rank, self.last, report))
        });
        let ranked_before = self.reading.sentences[self.first].reports.iter().filter_map(|report| {
            let end = before.tokens[report.range().end - 1].span.end;
            if end > self.mark.span.start {
                return None;
            }
            let lead = Span::new(end, self.mark.span.start).of(before.text);
            let is_lead = matches!(lead.trim_matches(is_mark), ":" | ",");
            let between = (report.range().end..before.len()).take_while(|at| before.tokens[*at].span.end <= self.mark.span.start).count();
            // "They continue to hold “…”": the verb means something else.
            let is_other_verb = report.needs_quotation && (between > 3 || before.folded(report.verb.end) == "to");
            let rank = if is_other_verb { FAR } else { 2 + between };
            Some((if is_lead { 1 } else { rank }, self.first, report))
        });
        let lead_in = self.lead_in().map(|(sentence, report)| (1, sentence, report));
        let has_speaker = |report: &Report| usize::from(report.speaker.is_none()) * NO_SPEAKER;
        let ranked = ranked_after.chain(ranked_before).chain(lead_in);
        let best = ranked.min_by_key(|(rank, sentence, report)| (rank + has_speaker(report), *sentence))?;
        Some((best.1, best.2.clone()))
    }

    /// The last report of the sentence before, where that ends in a colon.
    fn lead_in(&self) -> Option<(usize, &'a Report)> {
        let before = self.first.checked_sub(1)?;
        let is_lead = self.texts.sentences[self.reading.article][before].span.of(self.text()).ends_with(':');
        if !is_lead || !self.starts_sentence() {
            return None;
        }
        self.reading.sentences[before].reports.last().map(|report| (before, report))
    }

    fn text(&self) -> &'a str {
        &self.texts.articles[self.reading.article].text
    }

    /// Of a quotation whose last mark is missing: it ends with its first sentence, before the clause that reports it.
    fn unclosed(&self) -> (Span, Option<(usize, Report)>) {
        let sentence = self.texts.sentences[self.reading.article][self.first];
        let end = sentence.span.end.min(self.mark.span.end);
        let whole = Span::new(self.mark.span.start, end);
        let mut words = self.words(self.first);
        words.unquote(self.mark.span);
        let reports = super::reports::reports(&words, &self.reading.sentences[self.first].phrases);
        let after_comma = reports.into_iter().rev().find(|report| {
            let start = report.range().start;
            report.speaker.is_some() && words.tokens[start].span.start > self.mark.span.start && words.gap(start).trim() == ","
        });
        match after_comma {
            Some(report) => {
                let start = words.tokens[report.range().start].span.start;
                (Span::new(self.mark.span.start, start), Some((self.first, report)))
            }
            None => (whole, self.report()),
        }
    }

    fn said(&self, span: Span, report: Option<&(usize, Report)>) -> Said {
        let mut said = Said {
            article: self.reading.article,
            sentences: (self.first, self.last),
            span,
            speaker: None,
            verb: None,
            stance: None,
            is_direct: true,
        };
        if let Some((sentence, report)) = report {
            let words = self.words(*sentence);
            said.speaker = report.speaker.as_ref().and_then(|s| self.reading.resolve(&words, *sentence, s));
            said.verb = Some(words.span(&report.verb));
            said.stance = report.stance;
        }
        if said.speaker.is_none() && report.is_none() {
            said.speaker = self.beside();
        }
        said
    }

    /// A name that stands beside the quotation without a verb: "Lee: …", "…" – Lee.
    fn beside(&self) -> Option<Resolved> {
        let (before, after) = (self.words(self.first), self.words(self.last));
        let colon = (0..before.len()).take_while(|at| before.tokens[*at].span.end <= self.mark.span.start).last();
        if let Some(at) = colon {
            let lead = Span::new(before.tokens[at].span.end, self.mark.span.start).of(self.text());
            if lead.trim_start().starts_with(':') {
                let phrase = self.reading.sentences[self.first].phrases.iter().rev().find(|p| p.all.end == at + 1);
                let speaker = phrase.map(|p| Speaker { what: p.what, all: p.all.clone(), core: p.core.clone() });
                // "Dahl: “…”", "Her colleague, Jan Dahl, was cooler: “…”".
                let short = (at < SHORT_LEAD).then(|| Speaker { what: What::Role, all: 0..at + 1, core: 0..at + 1 });
                let named = || self.reading.subject(&before, self.first);
                return match speaker {
                    Some(speaker) => self.reading.resolve(&before, self.first, &speaker),
                    None => named().or_else(|| self.reading.resolve(&before, self.first, &short?)),
                };
            }
        }
        let next = (0..after.len()).find(|at| after.tokens[*at].span.start >= self.mark.span.end)?;
        let dash = Span::new(self.mark.span.end, after.tokens[next].span.start).of(self.text());
        let phrase = after.phrase_starts(&self.reading.sentences[self.last].phrases, next).filter(|_| dash.contains(['–', '—', '-']))?;
        let speaker = Speaker { what: phrase.what, all: phrase.all.clone(), core: phrase.core.clone() };
        self.reading.resolve(&after, self.last, &speaker)
    }

    /// Gives a quotation that nothing reports the speaker of the one it goes on from, or of whom the sentence before is about.
    fn inherit(&self, said: &mut Said, previous: Option<&Said>, goes_on: bool) {
        if said.speaker.is_some() || !(self.starts_sentence() && self.ends_sentence()) {
            return;
        }
        let block = |sentence: usize| self.texts.sentences[self.reading.article][sentence].block;
        let follows = |p: &&Said| goes_on || (block(p.sentences.1) == block(self.first) && p.sentences.1 + 1 >= self.first);
        if let Some(previous) = previous.filter(follows) {
            (said.speaker, said.verb, said.stance) = (previous.speaker.clone(), previous.verb, previous.stance);
            return;
        }
        let n_quoted = |words: Words<'_>| (0..words.len()).filter(|at| words.is_quoted(*at)).count();
        let n_words: usize = (self.first..=self.last).map(|sentence| n_quoted(self.words(sentence))).sum();
        let Some(before) = self.first.checked_sub(1).filter(|_| n_words >= FREE_WORDS) else { return };
        let words = self.words(before);
        said.speaker = self.reading.subject(&words, before).filter(|subject| subject.entity.is_some());
    }

    fn starts_sentence(&self) -> bool {
        let start = self.texts.sentences[self.reading.article][self.first].span.start;
        Span::new(start, self.mark.span.start.max(start)).of(self.text()).chars().all(|c| !c.is_alphanumeric())
    }

    fn ends_sentence(&self) -> bool {
        let end = self.texts.sentences[self.reading.article][self.last].span.end;
        Span::new(self.mark.span.end.min(end), end).of(self.text()).chars().all(|c| !c.is_alphanumeric())
    }

    /// Whether it is a quotation: not a title, a nickname, nor words held at arm's length.
    fn is_said(&self, said: &Said, report: Option<&(usize, Report)>) -> bool {
        let words: Vec<Words<'_>> = (self.first..=self.last).map(|s| self.words(s)).collect();
        let quoted: Vec<(&Words<'_>, usize)> = words
            .iter()
            .flat_map(|w| (0..w.len()).map(move |at| (w, at)))
            .filter(|(w, at)| said.span.contains(w.tokens[*at].span))
            .collect();
        if quoted.is_empty() {
            return false;
        }
        // The first word has its capital anyway.
        let content = || quoted.iter().skip(1).filter(|(w, at)| !w.is_stop(*at));
        let is_title = content().count() > 0
            && content().all(|(w, at)| w.is_capitalised(*at) || w.tokens[*at].is_figure)
            && !said.span.of(self.text()).ends_with(['.', '!', '?', ','])
            && !words[0].in_capitals;
        if is_title {
            return false;
        }
        let (w, first) = quoted[0];
        let after_so_called = first > 0 && w.folded(first - 1) == "called" && w.gap(first).trim().len() <= 3;
        let is_near = report.is_some_and(|(_, report)| said.speaker.is_some() || !report.needs_quotation) || said.speaker.is_some();
        !after_so_called
            && (is_near
                || (quoted.len() >= UNATTRIBUTED_WORDS && (report.is_some() || self.starts_sentence() || quoted.len() >= FREE_WORDS)))
    }
}

/// Whether the words between a quotation and the clause that reports it are a title or article only: nothing of their own.
fn is_small_step(words: &Words<'_>, start: usize, between: usize) -> bool {
    (start - between..start)
        .all(|at| matches!(words.tags(at).grammar, Some(Grammar::Determiner | Grammar::Auxiliary)) || words.tags(at).title.is_some())
}
