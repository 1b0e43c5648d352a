//! Words and lines as numbers, to count and look them up without comparing letters.

/// The FNV-1a hash of a text (Fowler, Noll, Vo): the same everywhere, and that two texts of one article have the same by chance does not happen.
pub(super) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// How often each of some texts occurs.
#[derive(Debug)]
pub(super) struct Counts(Vec<u64>);

impl Counts {
    /// Counts what is given by its hashes.
    pub(super) fn new(hashes: impl IntoIterator<Item = u64>) -> Self {
        let mut sorted: Vec<u64> = hashes.into_iter().collect();
        sorted.sort_unstable();
        Self(sorted)
    }

    /// How often a text was given.
    pub(super) fn of(&self, hash: u64) -> usize {
        let from = self.0.partition_point(|other| *other < hash);
        self.0[from..].iter().take_while(|other| **other == hash).count()
    }

    /// Whether a text was given.
    pub(super) fn has(&self, hash: u64) -> bool {
        self.0.binary_search(&hash).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        let counts = Counts::new(["bridge", "ferry", "bridge"].map(hash));
        assert_eq!([counts.of(hash("bridge")), counts.of(hash("ferry")), counts.of(hash("tunnel"))], [2, 1, 0]);
        assert!(counts.has(hash("ferry")) && !counts.has(hash("")));
        // The value published for the empty text and for "a".
        assert_eq!([hash(""), hash("a")], [0xcbf2_9ce4_8422_2325, 0xaf63_dc4c_8601_ec8c]);
    }
}
