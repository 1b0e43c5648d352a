//! gzip (RFC 1952): one file, or a web archive, whose every record is a member of its own.

use crossread_engine::ingest::{Format, format};
use crossread_engine::{Source, limits};
use flate2::Crc;

use crate::inflate::{Inflated, Stop, Wrapping, inflate};
use crate::opener::Opener;
use crate::warc;

/// Opens what is packed, under the name of the packed file.
pub(crate) fn open(source: Source, opener: &mut Opener) {
    let unpacked = match gunzip(&source.bytes, &mut opener.bytes) {
        Ok(unpacked) if !unpacked.bytes.is_empty() => unpacked,
        Ok(_) => {
            opener.stopped(source.name, Stop::Damaged);
            return;
        }
        Err(stop) => {
            opener.stopped(source.name, stop);
            return;
        }
    };
    match format(&unpacked.bytes, None) {
        // A file can be made that unpacks to itself.
        Some(Format::Gzip) => opener.refuse(source.name, "It is packed with gzip more than once. Unpack it once and try again."),
        Some(Format::Warc) => {
            warc::open(&source.name, &unpacked.bytes, opener);
            if !unpacked.whole {
                opener.stopped(source.name, Stop::Damaged);
            }
        }
        _ if !unpacked.whole => {
            opener.stopped(source.name, Stop::Damaged);
        }
        _ if unpacked.bytes.len() > limits::SOURCE_BYTES => opener.refuse(source.name, crate::zip::too_large(unpacked.bytes.len())),
        _ => opener.found(Source { name: source.name, media_type: None, bytes: unpacked.bytes }),
    }
}

/// What a member takes of the bytes that may be unpacked, however little it holds: to begin one costs more than its bytes, and two million empty
/// ones fit into a file.
const MEMBER: usize = 1024;

/// Unpacks every member; `whole` says that none is damaged or missing its end.
pub(crate) fn gunzip(packed: &[u8], left: &mut usize) -> Result<Inflated, Stop> {
    let mut all = Inflated { whole: true, ..Inflated::default() };
    while let Some(data) = packed.get(all.consumed..).and_then(member) {
        let start = packed.len() - data.len();
        *left = left.checked_sub(MEMBER).ok_or(Stop::Bytes)?;
        let inflated = inflate(data, Wrapping::Raw, left)?;
        let mut crc = Crc::new();
        crc.update(&inflated.bytes);
        let tail = data.get(inflated.consumed..inflated.consumed + 4);
        let sound = inflated.whole && tail.is_some_and(|tail| tail == crc.sum().to_le_bytes());
        all.whole &= sound;
        all.consumed = (start + inflated.consumed + 8).min(packed.len());
        if all.bytes.is_empty() {
            all.bytes = inflated.bytes;
        } else {
            all.bytes.extend_from_slice(&inflated.bytes);
        }
        if !sound {
            break;
        }
    }
    all.whole &= all.consumed > 0;
    Ok(all)
}

/// What follows the head of a member; `None` where there is none.
fn member(bytes: &[u8]) -> Option<&[u8]> {
    let flags = *bytes.get(3).filter(|_| bytes.starts_with(b"\x1f\x8b\x08"))?;
    let mut rest = bytes.get(10..)?;
    if flags & 4 != 0 {
        let length = usize::from(u16::from_le_bytes([*rest.first()?, *rest.get(1)?]));
        rest = rest.get(2 + length..)?;
    }
    // A name, then a comment, each up to a zero byte.
    for flag in [8, 16] {
        if flags & flag != 0 {
            rest = rest.get(rest.iter().position(|byte| *byte == 0)? + 1..)?;
        }
    }
    rest.get(if flags & 2 != 0 { 2 } else { 0 }..)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder =
            flate2::GzBuilder::new().filename("a.txt").comment("c").extra(*b"xy").write(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn members_follow_each_other() {
        let two = [packed(b"The bridge "), packed(b"is closed.")].concat();
        let all = gunzip(&two, &mut 9000).unwrap();
        assert_eq!((all.bytes.as_slice(), all.whole, all.consumed), (b"The bridge is closed.".as_slice(), true, two.len()));
    }

    #[test]
    fn empty_members_use_up_the_limit() {
        assert_eq!(gunzip(&packed(b"").repeat(10), &mut (10 * MEMBER - 1)).unwrap_err(), Stop::Bytes);
    }

    #[test]
    fn damage_is_told() {
        let mut bytes = packed(b"The bridge is closed.");
        assert!(!gunzip(&bytes[..bytes.len() - 6], &mut 9000).unwrap().whole);
        let end = bytes.len() - 8;
        bytes[end] ^= 1;
        assert!(!gunzip(&bytes, &mut 9000).unwrap().whole);
        assert!(!gunzip(b"\x1f\x8b\x08\x08\0", &mut 9000).unwrap().whole);
    }
}
