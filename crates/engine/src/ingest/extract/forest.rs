//! Decision trees, read as they are from the bytes that the trainer writes.
//!
//! ```text
//! forest: tree*
//! tree:   n: u8   split{n}   leaf{n + 1}
//! split:  feature: u8   threshold: bf16   at most: i8   above: i8      a child: the split of that index, or the leaf of the index `!child`
//! leaf:   i16, in units of 1/8192
//! ```
//! Little-endian. A bf16 is the upper half of an f32.

/// Trees whose leaves are summed.
#[derive(Debug)]
pub(super) struct Forest<'a> {
    bytes: &'a [u8],
}

const SPLIT: usize = 5;
const LEAF: usize = 2;
/// The worth of a leaf's unit.
const UNIT: f32 = 1.0 / 8192.0;

impl<'a> Forest<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// The sum of what every tree says of a row, in log-odds.
    pub(super) fn score(&self, row: &[f32]) -> f32 {
        let mut sum = 0_i32;
        let mut rest = self.bytes;
        while let Some((&splits, tree)) = rest.split_first() {
            let (splits, tail) = tree.split_at(usize::from(splits) * SPLIT);
            let (leaves, tail) = tail.split_at((splits.len() / SPLIT + 1) * LEAF);
            sum += i32::from(leaf(splits, leaves, row));
            rest = tail;
        }
        sum as f32 * UNIT
    }
}

/// The leaf that a row falls into.
fn leaf(splits: &[u8], leaves: &[u8], row: &[f32]) -> i16 {
    let mut at = if splits.is_empty() { !0 } else { 0_i8 };
    while let Ok(split) = usize::try_from(at) {
        let [feature, low, high, at_most, above] = [0, 1, 2, 3, 4].map(|byte| splits[split * SPLIT + byte]);
        let threshold = f32::from_bits(u32::from(u16::from_le_bytes([low, high])) << 16);
        at = if row[usize::from(feature)] <= threshold { at_most } else { above }.cast_signed();
    }
    let leaf = usize::from((!at).cast_unsigned()) * LEAF;
    i16::from_le_bytes([leaves[leaf], leaves[leaf + 1]])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_the_leaves_that_a_row_falls_into() {
        let threshold = |value: f32| (value.to_bits() >> 16) as u16;
        let mut bytes = vec![2];
        // Feature 0 at most 1.5: leaf 0; above it, feature 1 at most 8: leaf 1, else leaf 2.
        for (feature, value, at_most, above) in [(0, 1.5, !0_i8, 1_i8), (1, 8.0, !1, !2)] {
            bytes.push(feature);
            bytes.extend(threshold(value).to_le_bytes());
            bytes.extend([at_most.cast_unsigned(), above.cast_unsigned()]);
        }
        bytes.extend([8192_i16, -8192, 4096].iter().flat_map(|leaf| leaf.to_le_bytes()));
        // A tree of one leaf.
        bytes.push(0);
        bytes.extend(2048_i16.to_le_bytes());
        let forest = Forest::new(&bytes);
        assert_eq!(forest.score(&[1.5, 9.0]), 1.25);
        assert_eq!(forest.score(&[2.0, 8.0]), -0.75);
        assert_eq!(forest.score(&[2.0, 8.5]), 0.75);
    }

    #[test]
    fn the_forests_that_are_shipped_are_whole() {
        for bytes in super::super::PAGE.into_iter().chain(super::super::TEXT) {
            assert!(Forest::new(bytes).score(&[0.0; 256]).is_finite());
        }
    }
}
