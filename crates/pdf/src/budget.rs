//! How much work one document may take.

use std::cell::Cell;

use crate::PdfError;

/// A kind of work that is counted. A file of a few bytes can ask for any amount of each: streams inflate a thousandfold, drawings call each
/// other, a table of objects points a million times at the same place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Bytes that streams were decoded to.
    Inflated,
    /// Bytes of objects that were parsed.
    Parsed,
    /// Operators carried out and characters shown.
    Operators,
}

impl Work {
    /// Most work of this kind in one document.
    pub(crate) const fn limit(self) -> usize {
        match self {
            Self::Inflated => crossread_engine::limits::PDF_INFLATED_BYTES,
            Self::Parsed => 128 * 1024 * 1024,
            Self::Operators => 20_000_000,
        }
    }

    /// The limit for a message.
    pub(crate) fn limit_in_words(self) -> String {
        let mb = self.limit() / (1024 * 1024);
        match self {
            Self::Inflated => format!("{mb} MB unpacked"),
            Self::Parsed => format!("{mb} MB of objects"),
            Self::Operators => format!("{} million drawing steps", self.limit() / 1_000_000),
        }
    }
}

/// What is left of each kind of work.
#[derive(Debug)]
pub(crate) struct Budget {
    inflated: Cell<usize>,
    parsed: Cell<usize>,
    operators: Cell<usize>,
}

impl Budget {
    pub(crate) const fn new() -> Self {
        Self {
            inflated: Cell::new(Work::Inflated.limit()),
            parsed: Cell::new(Work::Parsed.limit()),
            operators: Cell::new(Work::Operators.limit()),
        }
    }

    const fn of(&self, work: Work) -> &Cell<usize> {
        match work {
            Work::Inflated => &self.inflated,
            Work::Parsed => &self.parsed,
            Work::Operators => &self.operators,
        }
    }

    /// What is left.
    pub(crate) const fn left(&self, work: Work) -> usize {
        self.of(work).get()
    }

    /// Takes `amount` off.
    ///
    /// # Errors
    /// [`PdfError::TooMuch`] where less is left; then nothing is left.
    pub(crate) fn spend(&self, work: Work, amount: usize) -> Result<(), PdfError> {
        let cell = self.of(work);
        let left = cell.get().checked_sub(amount);
        cell.set(left.unwrap_or(0));
        left.map(|_| ()).ok_or(PdfError::TooMuch { work })
    }
}
