//! ZIP archives (PKWARE's APPNOTE), read here: their directory, and their entries as far as the limits allow.
//!
//! Sizes that a directory declares are not trusted: a deflated entry ends where its own data says so, and its checksum says whether it is sound.
//! An archive whose end is missing, and its directory with it, is read from entry to entry as far as it goes.

mod directory;
mod names;

use crossread_engine::{Source, limits};

pub(crate) use directory::Zip;

use crate::inflate::Stop;
use crate::opener::{self, Opener};
use crate::{docx, odt, warc};

/// Opens an archive: the document it is, the pages of a web archive, or every file in it that may hold an article.
pub(crate) fn open(source: &Source, opener: &mut Opener) {
    let archive = Zip::read(&source.bytes);
    if archive.entries.is_empty() {
        if !archive.whole {
            opener.stopped(source.name.clone(), Stop::Damaged);
        }
        return;
    }
    if let Some(kind) = unread_kind(&archive) {
        opener.refuse(
            source.name.as_str(),
            format!("It is {kind}, which Crossread does not read. Save its text as .docx, .odt or plain text."),
        );
    } else if !(docx::open(source, &archive, opener) || odt::open(source, &archive, opener)) {
        if is_web_archive(&archive) {
            warc::open_collection(source, &archive, opener)
        } else {
            files(source, &archive, opener)
        }
        if !archive.whole {
            opener.stopped(source.name.clone(), Stop::Damaged);
        }
    }
}

/// Opens the files of an archive that may hold articles.
fn files(source: &Source, archive: &Zip<'_>, opener: &mut Opener) {
    for index in opener::readable(archive.entries.iter().map(|entry| entry.name.as_str())) {
        let entry = &archive.entries[index];
        if entry.name.ends_with('/') {
            continue;
        }
        if !opener.take_entry(&source.name) {
            return;
        }
        let name = opener::path(&source.name, &entry.name);
        match archive.unpack(entry, &mut opener.bytes) {
            Ok(bytes) if bytes.len() > limits::SOURCE_BYTES => opener.refuse(name, too_large(bytes.len())),
            Ok(bytes) => opener.found(Source { name, media_type: None, bytes }),
            Err(Stop::Bytes) => {
                opener.stopped(source.name.clone(), Stop::Bytes);
                return;
            }
            Err(stop) => {
                opener.stopped(name, stop);
            }
        }
    }
}

/// That one file in an archive is above the limit for files.
pub(crate) fn too_large(bytes: usize) -> String {
    crossread_engine::ingest::IngestError::TooLarge { bytes }.to_string()
}

/// Archives that are documents which are not read, by an entry each has.
fn unread_kind(archive: &Zip<'_>) -> Option<&'static str> {
    let kinds = [
        ("xl/workbook.xml", "a spreadsheet (.xlsx)"),
        ("ppt/presentation.xml", "a presentation (.pptx)"),
        ("META-INF/container.xml", "an e-book (EPUB)"),
        ("AndroidManifest.xml", "a program"),
    ];
    kinds.iter().find(|(entry, _)| archive.entry(entry).is_some()).map(|(_, kind)| *kind)
}

/// Whether it is a web archive in the WACZ format: a description, and web archives in a folder of their own.
fn is_web_archive(archive: &Zip<'_>) -> bool {
    archive.entry("datapackage.json").is_some() && archive.entries.iter().any(|entry| warc::is_in_collection(&entry.name))
}
