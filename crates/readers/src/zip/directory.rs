//! An archive's directory and entries.

use std::borrow::Cow;

use flate2::Crc;

use super::names;
use crate::inflate::{Stop, Wrapping, inflate};

/// An archive.
pub(crate) struct Zip<'a> {
    bytes: &'a [u8],
    /// Its entries, in the directory's order.
    pub(crate) entries: Vec<Entry>,
    /// Whether the directory is there: without one the archive is cut short.
    pub(crate) whole: bool,
}

/// A file or folder in an archive.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Its path, with `/` between folders; a folder's ends with one.
    pub(crate) name: String,
    flags: u16,
    method: u16,
    /// Checksum of the unpacked bytes; `None` where the archive is cut short and it stood after them.
    crc: Option<u32>,
    /// Length of the packed bytes, as declared.
    packed: usize,
    /// Where its local header stands.
    header: usize,
}

/// Flag: protected by a password.
const ENCRYPTED: u16 = 1;
/// Flag: sizes and checksum stand after the data.
const SIZES_AFTER: u16 = 1 << 3;
/// Flag: the name is UTF-8.
const UTF8: u16 = 1 << 11;

const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";
const END_64: &[u8] = b"PK\x06\x06";
const LOCATOR_64: &[u8] = b"PK\x06\x07";

impl<'a> Zip<'a> {
    /// Reads the directory, or finds the entries without it.
    pub(crate) fn read(bytes: &'a [u8]) -> Self {
        match central(bytes) {
            Some(entries) => Self { bytes, entries, whole: true },
            None => Self { bytes, entries: local(bytes), whole: false },
        }
    }

    /// The entry of a name.
    pub(crate) fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name == name)
    }

    /// The whole of an entry's bytes, unpacked; what they are is taken off `left`.
    pub(crate) fn unpack(&self, entry: &Entry, left: &mut usize) -> Result<Vec<u8>, Stop> {
        match self.unpack_as_far_as_possible(entry, left)? {
            (bytes, true) => Ok(bytes),
            (_, false) => Err(Stop::Damaged),
        }
    }

    /// An entry's bytes, unpacked, and whether they are all there and sound.
    pub(crate) fn unpack_as_far_as_possible(&self, entry: &Entry, left: &mut usize) -> Result<(Vec<u8>, bool), Stop> {
        if entry.flags & ENCRYPTED != 0 {
            return Err(Stop::Encrypted);
        }
        let data = self.data(entry).ok_or(Stop::Damaged)?;
        let (bytes, whole) = match entry.method {
            0 => {
                let end = entry.packed.min(data.len());
                *left = left.checked_sub(end).ok_or(Stop::Bytes)?;
                (data[..end].to_vec(), end == entry.packed)
            }
            8 => {
                let inflated = inflate(data, Wrapping::Raw, left)?;
                (inflated.bytes, inflated.whole)
            }
            _ => return Err(Stop::Method),
        };
        let mut crc = Crc::new();
        crc.update(&bytes);
        Ok((bytes, whole && entry.crc.is_none_or(|declared| declared == crc.sum())))
    }

    /// All that follows an entry's local header.
    fn data(&self, entry: &Entry) -> Option<&'a [u8]> {
        let header = self.bytes.get(entry.header..)?;
        let start = 30 + usize::from(u16_at(header, 26)?) + usize::from(u16_at(header, 28)?);
        header.get(start..).filter(|_| header.starts_with(LOCAL))
    }
}

/// The entries by the directory at the archive's end.
fn central(bytes: &[u8]) -> Option<Vec<Entry>> {
    // The end is followed by a comment of at most 65,535 bytes.
    let from = bytes.len().saturating_sub(22 + 0xffff);
    let end = from + bytes[from..].windows(4).rposition(|window| window == END)?;
    let (mut size, mut offset, mut directory_end) = (size_at(bytes, end + 12)?, size_at(bytes, end + 16)?, end);
    if let Some(locator) = end.checked_sub(20).filter(|at| bytes[*at..].starts_with(LOCATOR_64))
        && let Some(end_64) = size_64_at(bytes, locator + 8).filter(|at| bytes.get(*at..).is_some_and(|b| b.starts_with(END_64)))
    {
        (size, offset, directory_end) = (size_64_at(bytes, end_64 + 40)?, size_64_at(bytes, end_64 + 48)?, end_64);
    }
    let start = directory_end.checked_sub(size)?;
    // Something may stand before the archive, which its offsets do not count.
    let shift = start.checked_sub(offset)?;
    let mut entries = Vec::new();
    let mut at = start;
    while let Some(head) = bytes.get(at..).filter(|head| head.starts_with(CENTRAL)) {
        let length = |at| u16_at(head, at).map(usize::from);
        let (name, extra, comment) = (length(28)?, length(30)?, length(32)?);
        let fields = head.get(46 + name..46 + name + extra)?;
        let flags = u16_at(head, 8)?;
        let name = head.get(46..46 + name)?;
        let (mut packed, unpacked, mut header) = (size_at(head, 20)?, size_at(head, 24)?, size_at(head, 42)?);
        if let Some(wide) = names::field(fields, 1) {
            // Only what did not fit stands here, in this order.
            let mut wide = wide.chunks_exact(8).filter_map(|eight| size_64_at(eight, 0));
            let none = u32::MAX as usize;
            if unpacked == none {
                wide.next();
            }
            packed = if packed == none { wide.next().unwrap_or(packed) } else { packed };
            header = if header == none { wide.next().unwrap_or(header) } else { header };
        }
        entries.push(Entry {
            name: names::decode(name, flags & UTF8 != 0, fields).into_owned(),
            flags,
            method: u16_at(head, 10)?,
            crc: u32_at(head, 16),
            packed,
            header: header.saturating_add(shift),
        });
        at += 46 + name.len() + extra + comment;
    }
    Some(entries)
}

/// The entries of an archive without a directory, by their local headers.
fn local(bytes: &[u8]) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(4).position(|window| window == LOCAL) {
        let header = at + found;
        let Some(entry) = local_entry(bytes, header) else { break };
        // A size that is not known yet is 0: the search for the next header goes through the data.
        at = (header + 30).saturating_add(if entry.crc.is_some() { entry.packed } else { 0 }).min(bytes.len());
        entries.push(entry);
    }
    entries
}

fn local_entry(bytes: &[u8], header: usize) -> Option<Entry> {
    let head = bytes.get(header..)?;
    let flags = u16_at(head, 6)?;
    let (name, extra) = (usize::from(u16_at(head, 26)?), usize::from(u16_at(head, 28)?));
    let fields = head.get(30 + name..30 + name + extra)?;
    let name: Cow<'_, str> = names::decode(head.get(30..30 + name)?, flags & UTF8 != 0, fields);
    Some(Entry {
        name: name.into_owned(),
        flags,
        method: u16_at(head, 8)?,
        crc: if flags & SIZES_AFTER == 0 { u32_at(head, 14) } else { None },
        packed: size_at(head, 18)?,
        header,
    })
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn size_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32_at(bytes, at)?).ok()
}

fn size_64_at(bytes: &[u8], at: usize) -> Option<usize> {
    let eight = bytes.get(at..at.checked_add(8)?)?;
    usize::try_from(u64::from_le_bytes(eight.try_into().ok()?)).ok()
}
