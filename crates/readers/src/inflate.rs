//! Unpacking that stops at a limit while it goes on, whatever sizes a file declares.

use std::fmt;

use crossread_engine::limits;
use flate2::{Decompress, FlushDecompress, Status};

/// How packed bytes are wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrapping {
    /// Nothing around them (RFC 1951): ZIP, the inside of gzip.
    Raw,
    /// zlib's head and tail (RFC 1950).
    Zlib,
}

/// What was unpacked.
#[derive(Debug, Default)]
pub(crate) struct Inflated {
    /// The bytes.
    pub(crate) bytes: Vec<u8>,
    /// How many packed bytes they were.
    pub(crate) consumed: usize,
    /// Whether all of it could be unpacked: nothing missing, nothing damaged.
    pub(crate) whole: bool,
}

/// Why something was not unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// [`limits::UNPACKED_BYTES`] are used up.
    Bytes,
    /// It unpacks to more than [`limits::UNPACKED_RATIO`] times its size.
    Ratio,
    /// It is damaged or cut short.
    Damaged,
    /// It is protected by a password.
    Encrypted,
    /// It is packed in a way that is not read here.
    Method,
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes => write!(
                f,
                "The archive unpacks to more than {} MB, which is the limit; nothing was read from here on. Bring the articles in it apart.",
                limits::UNPACKED_BYTES / (1024 * 1024)
            ),
            Self::Ratio => write!(
                f,
                "It unpacks to more than {} times its size, which is the limit and no article does. Unpack it yourself if you trust it.",
                limits::UNPACKED_RATIO
            ),
            Self::Damaged => write!(f, "It is damaged or cut short. Download or copy it again."),
            Self::Encrypted => write!(f, "It is protected by a password. Unpack it with the password first."),
            Self::Method => {
                write!(f, "It is packed in a way that Crossread does not know. Unpack it and pack it again as an ordinary ZIP archive.")
            }
        }
    }
}

/// Most bytes by which the output grows at once.
const STEP: usize = 1 << 20;

/// Unpacks deflated bytes from the start of `packed` on, up to `left` bytes, which are taken off it.
pub(crate) fn inflate(packed: &[u8], wrapping: Wrapping, left: &mut usize) -> Result<Inflated, Stop> {
    let mut inflater = Decompress::new(wrapping == Wrapping::Zlib);
    let mut bytes: Vec<u8> = Vec::new();
    let whole = loop {
        let consumed = count(inflater.total_in());
        let written = bytes.len();
        bytes.reserve(written.clamp(4096, STEP));
        let status = inflater.decompress_vec(packed.get(consumed..).unwrap_or_default(), &mut bytes, FlushDecompress::None);
        if bytes.len() > *left {
            *left = 0;
            return Err(Stop::Bytes);
        }
        let allowed = count(inflater.total_in()).saturating_mul(limits::UNPACKED_RATIO).max(limits::UNPACKED_FREE);
        if bytes.len() > allowed {
            *left -= bytes.len();
            return Err(Stop::Ratio);
        }
        match status {
            Ok(Status::StreamEnd) => break true,
            Ok(_) if bytes.len() > written || count(inflater.total_in()) > consumed => {}
            Ok(_) | Err(_) => break false,
        }
    };
    *left -= bytes.len();
    Ok(Inflated { bytes, consumed: count(inflater.total_in()), whole })
}

/// A count of bytes in memory.
fn count(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn deflated(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn unpacks_and_counts() {
        let text = "The bridge is closed. ".repeat(100);
        let packed = deflated(text.as_bytes());
        let mut left = 10_000;
        let inflated = inflate(&[packed.as_slice(), b"after"].concat(), Wrapping::Raw, &mut left).unwrap();
        assert_eq!((inflated.bytes.as_slice(), inflated.consumed, inflated.whole), (text.as_bytes(), packed.len(), true));
        assert_eq!(left, 10_000 - text.len());
    }

    #[test]
    fn stops_at_limits() {
        let packed = deflated(&vec![b'a'; 8 << 20]);
        let mut left = limits::UNPACKED_BYTES;
        assert_eq!(inflate(&packed, Wrapping::Raw, &mut left).unwrap_err(), Stop::Ratio);
        assert!(left > limits::UNPACKED_BYTES - (4 << 20), "stopped long before the end");
        assert_eq!(inflate(&packed, Wrapping::Raw, &mut 1000).unwrap_err(), Stop::Bytes);
    }

    #[test]
    fn what_is_cut_short_is_kept_and_told() {
        let text: Vec<u8> = (0..60_000_u32).flat_map(|n| (n * n).to_le_bytes()).collect();
        let packed = deflated(&text);
        let inflated = inflate(&packed[..packed.len() / 2], Wrapping::Raw, &mut limits::UNPACKED_BYTES.clone()).unwrap();
        assert!(!inflated.whole && text.starts_with(&inflated.bytes) && inflated.bytes.len() > 10_000);
        assert!(!inflate(b"\xff\xff\xff", Wrapping::Raw, &mut 100).unwrap().whole);
    }
}
