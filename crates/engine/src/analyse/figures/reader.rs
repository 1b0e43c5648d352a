//! What the readers of figures share: a sentence's words, its language's lists, the day of publication.

use super::calendar::Day;
use super::tables::{Tables, Unit};
use super::words::Word;
use crate::{FigureKind, FigureValue, Hedge, Number, Span};

/// A sentence being read.
pub(super) struct Reader<'a> {
    pub(super) words: &'a [Word<'a>],
    pub(super) tables: &'a Tables,
    /// The day of publication, where it is known.
    pub(super) published: Option<Day>,
    /// Days with their years, as the reader of publication dates finds them, in order.
    pub(super) dates: &'a [(Span, Day)],
}

/// A figure read at some word.
#[derive(Clone, Debug)]
pub(super) struct Read {
    /// Its words, half-open.
    pub(super) words: (usize, usize),
    pub(super) kind: FigureKind,
    pub(super) value: FigureValue,
    pub(super) unit: Option<&'static str>,
    /// A hedge that belongs to the phrase itself.
    pub(super) hedge: Option<Hedge>,
    pub(super) extent: Extent,
}

/// What a value covers, on a scale of its kind: numbers as they are, dates in days, durations and times in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    pub(super) low: Number,
    pub(super) high: Number,
    pub(super) scale: Scale,
}

/// How far an [`Extent`] can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    /// With any other of its kind and unit.
    Known,
    /// A day whose year nothing tells.
    Yearless,
    /// Nothing tells which day it is.
    Unresolved,
}

impl Extent {
    pub(super) const fn known(low: Number, high: Number) -> Self {
        Self { low, high, scale: Scale::Known }
    }
}

impl<'a> Reader<'a> {
    /// The word at `i` in lower case; empty beyond the sentence.
    pub(super) fn low(&self, i: usize) -> &str {
        self.words.get(i).map_or("", |word| &word.low)
    }

    /// The word before `i`, in lower case.
    pub(super) fn before(&self, i: usize) -> &str {
        i.checked_sub(1).map_or("", |at| self.low(at))
    }

    pub(super) fn word(&self, i: usize) -> Option<&'a Word<'a>> {
        self.words.get(i)
    }

    /// Whether the word at `i` stands right behind the one before.
    pub(super) fn is_glued(&self, i: usize) -> bool {
        self.words.get(i).is_some_and(|word| word.is_glued)
    }

    /// Whether a dash stands at `i`.
    pub(super) fn is_dash(&self, i: usize) -> bool {
        self.words.get(i).is_some_and(Word::is_dash)
    }

    /// `i`, or the word after it where a hyphen that joins words stands there.
    pub(super) fn past_hyphen(&self, i: usize) -> usize {
        i + usize::from(self.is_dash(i) && self.is_glued(i) && self.is_glued(i + 1))
    }

    /// The unit at `i`, of two words or one, and the word after it.
    pub(super) fn unit(&self, i: usize) -> Option<(Unit, usize)> {
        let first = self.word(i)?;
        let pair = self.word(i + 1).and_then(|second| {
            let gap = if second.is_glued { "" } else { " " };
            let third = if second.text == "/" { self.low(i + 2) } else { "" };
            self.tables.unit(&format!("{}{gap}{}{third}", first.low, second.low)).map(|unit| (unit, i + 2 + usize::from(!third.is_empty())))
        });
        pair.or_else(|| self.tables.unit(&first.low).map(|unit| (unit, i + 1)))
    }

    /// The longest hedge that ends right before `i`, and its first word.
    pub(super) fn hedge_before(&self, i: usize) -> Option<(Hedge, usize)> {
        (1..=4.min(i)).rev().find_map(|len| {
            let phrase: Vec<&str> = (i - len..i).map(|at| self.low(at)).collect();
            self.tables.hedge(&phrase.join(" ")).map(|hedge| (hedge, i - len))
        })
    }
}
