//! Every figure of a sentence.

use super::calendar::Day;
use super::reader::{Extent, Read, Reader};
use super::tables::Tables;
use super::words::{Word, words};
use crate::ingest::dates;
use crate::{Article, FigureKind, FigureValue, Hedge, Sentence, Span};

/// A figure where it stands, with what is needed to meet others.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) span: Span,
    pub(super) kind: FigureKind,
    pub(super) value: FigureValue,
    pub(super) unit: Option<&'static str>,
    pub(super) hedge: Option<Hedge>,
    pub(super) attribution: Option<Span>,
    pub(super) extent: Extent,
    /// The words for what is counted.
    pub(super) of: Vec<Span>,
    /// The one that matters most.
    pub(super) head: Option<Span>,
    /// A length of time from now, or from then: "three weeks ago".
    pub(super) is_distance: bool,
    /// The words of a day seen from the day of publication: "Thursday", "last week".
    pub(super) relative: Option<String>,
}

/// The lists of the languages met so far.
#[derive(Default)]
pub(super) struct Languages {
    known: Vec<(String, Tables)>,
}

impl Languages {
    fn of(&mut self, language: Option<&str>) -> &Tables {
        let code = language.unwrap_or("en").split('-').next().unwrap_or("en");
        let at = self.known.iter().position(|(known, _)| known == code).unwrap_or_else(|| {
            self.known.push((code.to_owned(), Tables::of(code)));
            self.known.len() - 1
        });
        &self.known[at].1
    }
}

/// The figures of a sentence, in text order, apart from one another.
pub(super) fn find(article: &Article, sentence: &Sentence, languages: &mut Languages) -> Vec<Found> {
    let text = sentence.span.of(&article.text);
    let tables = languages.of(article.block_language(sentence.block));
    let words = words(text, sentence.span.start, tables.writing);
    let dates =
        if words.iter().any(Word::is_digits) { whole_dates(text, sentence.span.start, article.language.as_deref()) } else { Vec::new() };
    let published = article.published.as_deref().and_then(Day::from_iso);
    let reader = Reader { words: &words, tables, published, dates: &dates };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match reader.figure(at) {
            Some(read) => {
                at = read.words.1.max(at + 1);
                found.push(reader.found(read));
            }
            None => at = reader.past_label(at),
        }
    }
    if !found.is_empty() {
        let source = reader.source();
        found.iter_mut().for_each(|figure| figure.attribution = source);
    }
    found
}

/// Days with their years, found as those of publication are.
fn whole_dates(text: &str, offset: usize, language: Option<&str>) -> Vec<(Span, Day)> {
    let order = dates::Order::of_language(language.unwrap_or_default());
    let found = dates::all(text, order).into_iter();
    found.filter_map(|date| Some((Span::new(offset + date.start, offset + date.end), Day::from_iso(&date.iso?)?))).collect()
}

impl Reader<'_> {
    /// The figure that starts at `i`.
    fn figure(&self, i: usize) -> Option<Read> {
        let read = self.date(i).or_else(|| self.time(i)).or_else(|| self.ordinal(i));
        read.or_else(|| if self.can_start_amount(i) { self.quantity(i) } else { None })
    }

    fn can_start_amount(&self, i: usize) -> bool {
        let word = &self.words[i];
        let is_word = || self.tables.number(&word.low).is_some() || matches!(word.low.as_str(), "a" | "an" | "half" | "quarter");
        // A number written with letters in front is a name: "F-16".
        if word.is_letters() {
            is_word()
        } else {
            word.is_digits() || self.word(i + 1).is_some_and(|next| next.is_digits() && next.is_glued) || word.text.len() == 1
        }
    }

    /// The next word to look at: digits that were no figure are passed whole.
    fn past_label(&self, i: usize) -> usize {
        if !self.words[i].is_digits() {
            return i + 1;
        }
        let mut at = i + 1;
        while self.is_glued(at)
            && self.word(at).is_some_and(|word| word.is_digits() || word.is_letters() || matches!(word.text, "/" | "." | ":"))
        {
            at += 1;
        }
        at
    }

    fn found(&self, read: Read) -> Found {
        let (first, last) = (self.words[read.words.0].span, self.words[read.words.1 - 1].span);
        let (of, head) = self.counted_words(&read);
        let of = of.into_iter().map(|at| self.words[at].span).collect();
        Found {
            span: first.cover(last),
            hedge: read.hedge.or_else(|| self.hedge_of(&read)),
            attribution: None,
            kind: read.kind,
            value: read.value.clone(),
            unit: read.unit,
            extent: read.extent,
            of,
            relative: self.relative(&read),
            is_distance: matches!(self.low(read.words.1), "ago" | "earlier" | "later" | "before" | "after"),
            head: head.map(|at| self.words[at].span),
        }
    }

    fn relative(&self, read: &Read) -> Option<String> {
        let (start, end) = read.words;
        let is_relative = self.tables.day(self.low(start)).is_some() || matches!(self.low(start), "last" | "next");
        let words: Vec<&str> = (start..end).map(|at| self.low(at)).collect();
        (read.kind == FigureKind::Date && is_relative && !self.words[start..end].iter().any(Word::is_digits)).then(|| words.join(" "))
    }
}
