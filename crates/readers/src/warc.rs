//! Web archives: WARC (ISO 28500), and WACZ, which is WARC files with lists of pages in a ZIP archive.

use std::collections::BTreeSet;

use crossread_engine::Source;

use crate::gzip::gunzip;
use crate::http::{self, Unread};
use crate::inflate::Stop;
use crate::opener::{self, Opener};
use crate::zip::Zip;

/// Opens the pages of a web archive.
pub(crate) fn open(name: &str, bytes: &[u8], opener: &mut Opener) {
    pages(name, bytes, &BTreeSet::new(), opener);
}

/// Opens the pages of a collection: those in its list of pages, where it has one, as the rest are frames, mostly advertisements.
pub(crate) fn open_collection(source: &Source, archive: &Zip<'_>, opener: &mut Opener) {
    let list = archive.entry("pages/pages.jsonl").and_then(|entry| archive.unpack(entry, &mut opener.bytes).ok()).unwrap_or_default();
    let listed = listed_pages(&String::from_utf8_lossy(&list));
    for entry in archive.entries.iter().filter(|entry| is_in_collection(&entry.name)) {
        let name = opener::path(&source.name, &entry.name);
        let unpacked = archive.unpack_as_far_as_possible(entry, &mut opener.bytes).and_then(|(bytes, whole)| {
            let packed = bytes.starts_with(b"\x1f\x8b");
            let unpacked = if packed { gunzip(&bytes, &mut opener.bytes).map(|u| (u.bytes, u.whole)) } else { Ok((bytes, true)) };
            unpacked.map(|(bytes, sound)| (bytes, sound && whole))
        });
        match unpacked {
            Ok((bytes, whole)) => {
                pages(&source.name, &bytes, &listed, opener);
                if !whole {
                    opener.stopped(name, Stop::Damaged);
                }
            }
            Err(stop) => {
                if !opener.stopped(name, stop) {
                    return;
                }
            }
        }
    }
}

/// Whether an entry of a collection is one of its web archives.
pub(crate) fn is_in_collection(name: &str) -> bool {
    name.starts_with("archive/") && (name.ends_with(".warc") || name.ends_with(".warc.gz"))
}

/// Addresses in a list of pages: an object of JSON a line, with `url`.
fn listed_pages(list: &str) -> BTreeSet<String> {
    let url = |line: &str| {
        let (_, rest) = line.split_once("\"url\"")?;
        let value = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
        Some(value.split('"').next()?.replace("\\/", "/"))
    };
    list.lines().filter_map(url).collect()
}

/// Opens the pages among the records, those `listed` only, if any are.
fn pages(archive: &str, bytes: &[u8], listed: &BTreeSet<String>, opener: &mut Opener) {
    let mut rest = bytes;
    while let Some(record) = Record::next(&mut rest) {
        let name = format!("{archive}/{}", record.address);
        let wanted = listed.is_empty() || listed.contains(&record.address);
        let page = match record.kind.as_str() {
            "response" if wanted => http::page(name.clone(), record.block, &mut opener.bytes),
            "resource" | "conversion" if wanted && http::is_readable(&record.media_type) => {
                Ok(Source { name: name.clone(), media_type: Some(record.media_type.clone()), bytes: record.block.to_vec() })
            }
            _ => continue,
        };
        if matches!(page, Err(Unread::NoPage)) {
            continue;
        }
        if !opener.take_entry(archive) {
            return;
        }
        match page {
            Ok(page) if record.whole => opener.source(page),
            Ok(_) => {
                opener.stopped(name, Stop::Damaged);
            }
            Err(Unread::Stopped(stop)) => {
                if !opener.stopped(name, stop) {
                    return;
                }
            }
            Err(Unread::Coding(coding)) => opener.refuse(
                name,
                format!("The archive holds it compressed with {coding}, which Crossread does not read. Save the page as HTML instead."),
            ),
            Err(Unread::NoPage) => {}
        }
    }
}

/// One record.
struct Record<'a> {
    kind: String,
    address: String,
    media_type: String,
    block: &'a [u8],
    /// Whether the block is as long as it says.
    whole: bool,
}

impl<'a> Record<'a> {
    /// Takes the next record off `rest`. Where a length is wrong, the next record is looked for.
    fn next(rest: &mut &'a [u8]) -> Option<Self> {
        let start = find(rest, b"WARC/")?;
        let record = &rest[start..];
        let head_end = find(record, b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&record[..head_end]);
        let field = |wanted: &str| {
            let line = head.lines().find(|line| line.split(':').next().is_some_and(|name| name.eq_ignore_ascii_case(wanted)))?;
            line.split_once(':').map(|(_, value)| value.trim().to_owned())
        };
        let body = &record[head_end + 4..];
        let declared: usize = field("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        let follows = |at: usize| {
            body.get(at..).is_some_and(|next| next.trim_ascii_start().is_empty() || next.trim_ascii_start().starts_with(b"WARC/"))
        };
        let whole = declared <= body.len() && follows(declared);
        let length = if whole { declared } else { find(body, b"\r\n\r\nWARC/").unwrap_or(body.len()) };
        *rest = &body[length..];
        Some(Self {
            kind: field("warc-type").unwrap_or_default().to_ascii_lowercase(),
            address: field("warc-target-uri").unwrap_or_default().trim_matches(['<', '>']).to_owned(),
            media_type: field("content-type").unwrap_or_default(),
            block: &body[..length],
            whole,
        })
    }
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_pages() {
        let list = "{\"format\": \"json-pages-1.0\"}\n{\"id\": \"1\", \"url\": \"https://example.org/a\"}\n{\"url\":\"https:\\/\\/example.org\\/b\"}\n";
        assert_eq!(listed_pages(list).into_iter().collect::<Vec<_>>(), ["https://example.org/a", "https://example.org/b"]);
    }

    #[test]
    fn a_wrong_length_costs_only_its_record() {
        let records = b"WARC/1.0\r\nWARC-Type: a\r\nContent-Length: 99\r\n\r\nabc\r\n\r\nWARC/1.0\r\nWARC-Type: b\r\nContent-Length: 2\r\n\r\nde\r\n\r\n";
        let mut rest = records.as_slice();
        let kinds: Vec<(String, bool)> = std::iter::from_fn(|| Record::next(&mut rest)).map(|r| (r.kind, r.whole)).collect();
        assert_eq!(kinds, [("a".to_owned(), false), ("b".to_owned(), true)]);
    }
}
