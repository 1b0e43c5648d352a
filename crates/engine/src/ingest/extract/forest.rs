//! Decision trees, read as they are from the bytes that the trainer writes.
//!
//! ```text
//! forest: tree*
//! tree:   n: u8   split{n}   leaf{n + 1}
//! split:  feature: u8   threshold: bf16   at most: i8   above: i8      a child: the split of that index, or the leaf of the index `!child`
//! leaf:   i16, in units of 1/8192
//! ```
//! Little-endian. A bf16 is the upper half of an f32.

use super::row::Row;

/// Trees whose leaves are summed.
#[derive(Debug)]
pub(super) struct Forest<'a> {
    bytes: &'a [u8],
}

const SPLIT: usize = 5;
const LEAF: usize = 2;
/// The worth of a leaf's unit.
const UNIT: f32 = 1.0 / 8192.0;

/// A question about a row, and where its answers lead.
#[derive(Clone, Copy, Default)]
struct Split {
    threshold: f32,
    feature: u8,
    at_most: i8,
    above: i8,
}

/// Splits that a tree has at most.
const MOST: usize = 128;

impl<'a> Forest<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// For each row the sum of what every tree says of it, in log-odds.
    pub(super) fn scores(&self, rows: &[Row]) -> Vec<f32> {
        let mut sums = vec![0_i32; rows.len()];
        let mut rest = self.bytes;
        let (mut splits, mut leaves) = ([Split::default(); MOST], [0_i32; MOST]);
        // Tree by tree: what is small stays at hand, and each tree is read once.
        while let Some((&n, tree)) = rest.split_first() {
            let (split_bytes, tail) = tree.split_at(usize::from(n) * SPLIT);
            let (leaf_bytes, tail) = tail.split_at((usize::from(n) + 1) * LEAF);
            for (split, [feature, low, high, at_most, above]) in splits.iter_mut().zip(split_bytes.as_chunks::<SPLIT>().0) {
                *split = Split {
                    threshold: f32::from_bits(u32::from(u16::from_le_bytes([*low, *high])) << 16),
                    feature: *feature,
                    at_most: at_most.cast_signed(),
                    above: above.cast_signed(),
                };
            }
            for (leaf, bytes) in leaves.iter_mut().zip(leaf_bytes.as_chunks::<LEAF>().0) {
                *leaf = i32::from(i16::from_le_bytes(*bytes));
            }
            let root = if n == 0 { !0 } else { 0 };
            for (sum, row) in sums.iter_mut().zip(rows) {
                *sum += leaves[leaf(&splits, root, row)];
            }
            rest = tail;
        }
        sums.into_iter().map(|sum| sum as f32 * UNIT).collect()
    }
}

/// The index of the leaf that a row falls into.
fn leaf(splits: &[Split; MOST], root: i8, row: &Row) -> usize {
    let mut at = root;
    while at >= 0 {
        let split = splits[at as usize % MOST];
        at = if row.feature(split.feature) <= split.threshold { split.at_most } else { split.above };
    }
    !at as usize % MOST
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
        let row = |first: f32, second: f32| {
            let mut row = Row::new();
            row.extend([first, second]);
            row
        };
        assert_eq!(forest.scores(&[row(1.5, 9.0), row(2.0, 8.0), row(2.0, 8.5)]), [1.25, -0.75, 0.75]);
    }

    #[test]
    fn the_forests_that_are_shipped_are_whole() {
        for bytes in super::super::PAGE.into_iter().chain(super::super::TEXT) {
            assert_eq!(Forest::new(bytes).scores(&[Row::new()]).len(), 1);
        }
    }
}
