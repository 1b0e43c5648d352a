//! What one file has given so far, and what it may still give.

use crossread_engine::ingest::{Format, folder, format};
use crossread_engine::{Document, Source, limits};

use crate::inflate::Stop;
use crate::{Opened, gzip, mail, markdown, rtf, warc, zip};

/// Opens files in files, within the limits of the file the reader brought.
pub(crate) struct Opener {
    opened: Vec<Opened>,
    /// Bytes that may still be unpacked.
    pub(crate) bytes: usize,
    /// Files that may still be opened.
    entries: usize,
    /// How many archives the one being read is in, itself included.
    depth: usize,
}

impl Default for Opener {
    fn default() -> Self {
        Self { opened: Vec::new(), bytes: limits::UNPACKED_BYTES, entries: limits::ARCHIVE_ENTRIES, depth: 0 }
    }
}

impl Opener {
    /// What came of it all.
    pub(crate) fn finish(mut self, name: String) -> Vec<Opened> {
        if self.opened.is_empty() {
            self.refuse(
                name,
                "There is nothing in it that Crossread can read: no page, text or document. Bring the articles as files of their own.",
            );
        }
        self.opened
    }

    /// Opens a file of a known format.
    pub(crate) fn open(&mut self, source: Source, format: Format) {
        match format {
            Format::Markdown => self.document(markdown::read(&source)),
            Format::Rtf => self.document(rtf::read(&source)),
            Format::Mail => self.deeper(source, mail::open),
            Format::Zip => self.deeper(source, zip::open),
            Format::Gzip => gzip::open(source, self),
            Format::Warc => warc::open(&source.name, &source.bytes, self),
            Format::Pdf => match crossread_pdf::read(&source) {
                Ok(document) => self.document(document),
                Err(why) => self.refuse(source.name, why.to_string()),
            },
        }
    }

    /// Opens a file found in another one, whatever it is; pages and texts are left to the engine.
    pub(crate) fn found(&mut self, source: Source) {
        match format(&source.bytes, source.media_type.as_deref()) {
            Some(format) => self.open(source, format),
            None => self.opened.push(Opened::Source(source)),
        }
    }

    /// Adds a document's text.
    pub(crate) fn document(&mut self, document: Document) {
        self.opened.push(Opened::Document(document));
    }

    /// Adds a page or text.
    pub(crate) fn source(&mut self, source: Source) {
        self.opened.push(Opened::Source(source));
    }

    /// Adds something that could not be read.
    pub(crate) fn refuse(&mut self, name: impl Into<String>, why: impl Into<String>) {
        self.opened.push(Opened::Refused { name: name.into(), why: why.into() });
    }

    /// Adds an entry that could not be unpacked; whether others may still be.
    pub(crate) fn stopped(&mut self, name: String, stop: Stop) -> bool {
        self.refuse(name, stop.to_string());
        !matches!(stop, Stop::Bytes)
    }

    /// Takes one entry of the limit's; where there is none left, says so of the archive and gives `false`.
    pub(crate) fn take_entry(&mut self, archive: &str) -> bool {
        if self.entries == 0 {
            self.refuse(
                archive,
                format!(
                    "It holds more than {} files, which is the limit. The first were opened; bring the others apart.",
                    limits::ARCHIVE_ENTRIES
                ),
            );
            return false;
        }
        self.entries -= 1;
        true
    }

    /// Opens a file that may hold files that hold files, as far down as the limit.
    fn deeper(&mut self, source: Source, open: fn(&Source, &mut Self)) {
        if self.depth == limits::ARCHIVE_DEPTH {
            self.refuse(
                source.name,
                format!(
                    "It is an archive in an archive, more than {} deep, which is the limit. Unpack the outer one first.",
                    limits::ARCHIVE_DEPTH
                ),
            );
            return;
        }
        self.depth += 1;
        open(&source, self);
        self.depth -= 1;
    }
}

/// The path of an entry below its archive, without steps up or empty ones: it is only ever shown.
pub(crate) fn path(archive: &str, entry: &str) -> String {
    entry.split('/').filter(|part| !matches!(*part, "" | "." | "..")).fold(archive.to_owned(), |path, part| path + "/" + part)
}

/// The entries to open, by index, in the order of their names.
pub(crate) fn readable<'a>(names: impl Iterator<Item = &'a str>) -> Vec<usize> {
    folder::readable(&names.collect::<Vec<_>>())
}
