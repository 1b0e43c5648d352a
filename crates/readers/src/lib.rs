//! Files that are neither pages nor texts, opened: what a document's text is, what an archive or a mail holds.
//!
//! ```text
//! bytes ──open──▶ Opened::Document ──▶ crossread_engine::ingest::document
//!              └▶ Opened::Source ────▶ crossread_engine::ingest::parse
//! ```
//! A crate of its own, because the page loads it as a module of its own, and only when a reader brings such a file.
//!
//! Whatever the bytes, at least one thing comes back, and nothing is ever trusted that a file says about sizes: unpacking stops at the limits of
//! [`crossread_engine::limits`] while it goes on, and the rest of the file is read all the same.

mod built_in_styles;
mod docx;
mod front_matter;
mod gzip;
mod http;
mod inflate;
mod mail;
mod markdown;
mod odt;
mod opener;
mod pieces;
mod properties;
mod rtf;
mod table;
mod warc;
mod xml;
mod zip;

use crossread_engine::ingest::Format;
use crossread_engine::{Document, Source};
use serde::{Deserialize, Serialize};

use opener::Opener;

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
    let name = source.name.clone();
    let mut opener = Opener::default();
    opener.open(source, format);
    opener.finish(name)
}
