//! Files that are neither pages nor texts, opened: what a document's text is, what an archive or a mail holds.
//!
//! ```text
//! bytes ──open──▶ Opened::Document ──▶ crossread_engine::ingest::document
//!              └▶ Opened::Source ────▶ crossread_engine::ingest::parse
//! ```
//! A crate of its own, because the page loads it as a module of its own, and only when a reader brings such a file.

mod markdown;

use crossread_engine::ingest::Format;
use crossread_engine::{Document, Source};
use serde::{Deserialize, Serialize};

/// One thing that a file holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Opened {
    /// A document's text.
    Document(Document),
    /// A page or text inside an archive or mail, for the engine to parse; named by its path (`news.zip/a.html`).
    Source(Source),
    /// Something that could not be read.
    Refused {
        /// Its path.
        name: String,
        /// Why, in words, with what to do.
        why: String,
    },
}

/// Opens a file that [`crossread_engine::ingest::format`] says is foreign; at least one thing comes back, in the file's own order.
pub fn open(source: Source, format: Format) -> Vec<Opened> {
    match format {
        Format::Markdown => vec![Opened::Document(markdown::read(&source))],
    }
}
