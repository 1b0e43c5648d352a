//! Words and lines as numbers, to count and look them up without comparing letters.

use std::collections::BTreeMap;

/// The FNV-1a hash of a text (Fowler, Noll, Vo): the same everywhere, and that two texts of one article have the same by chance does not happen.
pub(crate) fn hash(text: &str) -> u64 {
    text.bytes().fold(EMPTY, extended)
}

/// The hash of no text.
pub(super) const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of a text with a byte more.
pub(super) const fn extended(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

/// Texts by their hashes, with something known of each. Of those that are not among them nearly all are told by a filter of bits.
#[derive(Debug)]
pub(super) struct Lookup<T> {
    filter: Vec<u64>,
    known: BTreeMap<u64, T>,
}

impl<T> Lookup<T> {
    /// Bits of the filter, a power of 2, some 20 times as many as there are entries.
    const BITS: u64 = 1 << 15;

    pub(super) fn new(known: BTreeMap<u64, T>) -> Self {
        let mut filter = vec![0; (Self::BITS / 64) as usize];
        for hash in known.keys() {
            let (at, bit) = Self::place(*hash);
            filter[at] |= bit;
        }
        Self { filter, known }
    }

    const fn place(hash: u64) -> (usize, u64) {
        (((hash % Self::BITS) / 64) as usize, 1 << (hash % 64))
    }

    /// What is known of the text with this hash.
    pub(super) fn get(&self, hash: u64) -> Option<&T> {
        let (at, bit) = Self::place(hash);
        if self.filter[at] & bit == 0 { None } else { self.known.get(&hash) }
    }
}

/// How often each of some texts occurs: a table with open addressing, at most half full.
#[derive(Debug)]
pub(super) struct Counts {
    /// A hash and how often it was given; 0 where the slot is free.
    slots: Vec<(u64, u32)>,
}

impl Counts {
    /// Counts what is given by its hashes.
    pub(super) fn new(hashes: impl IntoIterator<Item = u64>) -> Self {
        let mut counts = Self { slots: vec![(0, 0); 64] };
        let mut used = 0;
        for hash in hashes {
            let slot = counts.slot(hash);
            let free = counts.slots[slot].1 == 0;
            counts.slots[slot] = (hash, counts.slots[slot].1 + 1);
            used += usize::from(free);
            if used * 2 > counts.slots.len() {
                counts.grow();
            }
        }
        counts
    }

    fn grow(&mut self) {
        let larger = vec![(0, 0); self.slots.len() * 2];
        for entry in std::mem::replace(&mut self.slots, larger).into_iter().filter(|(_, count)| *count > 0) {
            let slot = self.slot(entry.0);
            self.slots[slot] = entry;
        }
    }

    /// The slot of a hash, or the free one where it would go.
    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        // The low bits of FNV-1a mix best.
        let mut at = hash as usize & mask;
        while self.slots[at].1 > 0 && self.slots[at].0 != hash {
            at = (at + 1) & mask;
        }
        at
    }

    /// How often a text was given.
    pub(super) fn of(&self, hash: u64) -> usize {
        self.slots[self.slot(hash)].1 as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        let counts = Counts::new(["bridge", "ferry", "bridge"].map(hash));
        assert_eq!([counts.of(hash("bridge")), counts.of(hash("ferry")), counts.of(hash("tunnel"))], [2, 1, 0]);
        let many = Counts::new((0..500).chain(250..500));
        assert!((0..600).all(|n| many.of(n) == usize::from(n < 500) + usize::from((250..500).contains(&n))));
    }

    #[test]
    fn published_hashes() {
        // The value published for the empty text and for "a".
        assert_eq!([hash(""), hash("a")], [0xcbf2_9ce4_8422_2325, 0xaf63_dc4c_8601_ec8c]);
        assert_eq!(extended(hash("a"), b'b'), hash("ab"));
    }

    #[test]
    fn lookups() {
        let lookup = Lookup::new([("bridge", 1), ("ferry", 2)].map(|(word, n)| (hash(word), n)).into());
        assert_eq!([lookup.get(hash("ferry")), lookup.get(hash("tunnel"))], [Some(&2), None]);
    }
}
