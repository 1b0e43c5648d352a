//! Decision trees, read as they are from the bytes that the trainer writes.
//!
//! ```text
//! forest: tree*
//! tree:   n: u8   split{n}   leaf{n + 1}
//! split:  feature: u8   threshold: bf16   at most: i8   above: i8      a child: the split of that index, or the leaf of the index `!child`
//! leaf:   i16, in units of 1/8192
//! ```
//! Little-endian. A bf16 is the upper half of an f32.

//!
//! Rows are not walked down the trees: that is a guess of the processor at every split. For each feature the splits of all trees are kept by threshold;
//! those that a row lies above strike out the leaves on their other side, and of each tree the first leaf that is left is the one the row falls into
//! (QuickScorer: Lucchese and others, SIGIR 2015).

use super::row::Row;
use crate::sort::Sort;

/// Trees whose leaves are summed.
#[derive(Debug)]
pub(super) struct Forest {
    /// For each feature that any tree asks about, what it asks, by threshold.
    features: Vec<(u8, Vec<Split>)>,
    /// The leaves of each tree, from the least answers to the greatest.
    trees: Vec<[i32; LEAVES]>,
}

/// Leaves that a tree has at most.
const LEAVES: usize = 16;
/// Trees that a forest has at most.
const TREES: usize = 128;

const SPLIT: usize = 5;
const LEAF: usize = 2;
/// The worth of a leaf's unit.
const UNIT: f32 = 1.0 / 8192.0;

/// A question about a feature.
#[derive(Clone, Copy, Debug)]
struct Split {
    threshold: f32,
    tree: u8,
    /// The leaves of its tree that are left where the feature lies above, as bits.
    left: u16,
}

impl Forest {
    /// Reads the trees; those beyond the first [`TREES`] are not looked at.
    pub(super) fn new(bytes: &[u8]) -> Self {
        let mut forest = Self { features: Vec::new(), trees: Vec::new() };
        let mut rest = bytes;
        while let Some((&n, tree)) = rest.split_first()
            && forest.trees.len() < TREES
        {
            let (splits, tail) = tree.split_at(usize::from(n) * SPLIT);
            let (leaves, tail) = tail.split_at((usize::from(n) + 1) * LEAF);
            forest.add(splits.as_chunks().0, leaves.as_chunks().0);
            rest = tail;
        }
        for (_, splits) in &mut forest.features {
            splits.order_by(|a, b| a.threshold.total_cmp(&b.threshold));
        }
        forest
    }

    /// Adds a tree: in the order in which a walk meets its leaves, those of what is at most a threshold before those above it.
    fn add(&mut self, splits: &[[u8; SPLIT]], leaves: &[[u8; LEAF]]) {
        let tree = self.trees.len() as u8;
        let mut ordered = [0; LEAVES];
        let mut met = 0;
        // Nodes to walk, and splits whose lesser side is walked then: with how many leaves had been met before it.
        let mut walk = vec![Step::Node(if splits.is_empty() { !0 } else { 0 })];
        while let Some(step) = walk.pop() {
            match step {
                Step::Node(node) if node < 0 => {
                    ordered[met % LEAVES] = i32::from(i16::from_le_bytes(leaves[!node as usize]));
                    met += 1;
                }
                Step::Node(node) => {
                    let [.., at_most, above] = splits[node as usize];
                    walk.extend([Step::Node(above.cast_signed()), Step::Split(node, met), Step::Node(at_most.cast_signed())]);
                }
                Step::Split(node, before) => {
                    let [feature, low, high, ..] = splits[node as usize];
                    let struck = (before..met).fold(0_u16, |bits, leaf| bits | 1 << (leaf % LEAVES));
                    let threshold = f32::from_bits(u32::from(u16::from_le_bytes([low, high])) << 16);
                    self.of(feature).push(Split { threshold, tree, left: !struck });
                }
            }
        }
        self.trees.push(ordered);
    }

    /// The splits of a feature.
    fn of(&mut self, feature: u8) -> &mut Vec<Split> {
        let at = self.features.binary_search_by_key(&feature, |(known, _)| *known).unwrap_or_else(|at| {
            self.features.insert(at, (feature, Vec::new()));
            at
        });
        &mut self.features[at].1
    }

    /// For each row the sum of what every tree says of it, in log-odds.
    pub(super) fn scores(&self, rows: &[Row]) -> Vec<f32> {
        rows.iter().map(|row| self.score(row) as f32 * UNIT).collect()
    }

    fn score(&self, row: &Row) -> i32 {
        let mut left = [!0_u16; TREES];
        for (feature, splits) in &self.features {
            let value = row.feature(*feature);
            for split in splits.iter().take_while(|split| value > split.threshold) {
                left[usize::from(split.tree) % TREES] &= split.left;
            }
        }
        self.trees.iter().zip(left).map(|(leaves, left)| leaves[left.trailing_zeros() as usize % LEAVES]).sum()
    }
}

/// A step of walking a tree.
enum Step {
    /// A split by its index, or a leaf by `!index`.
    Node(i8),
    /// What a split strikes out, now that the leaves on its lesser side are met; those met before it.
    Split(i8, usize),
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
        for bytes in super::super::PAGE_BYTES.into_iter().chain(super::super::TEXT_BYTES) {
            let forest = Forest::new(bytes);
            let splits: usize = forest.features.iter().map(|(_, splits)| splits.len()).sum();
            // Each tree takes a byte, and two for one of its leaves; each split with the leaf it adds the rest.
            assert_eq!(forest.trees.len() * (1 + LEAF) + splits * (SPLIT + LEAF), bytes.len());
            assert!(forest.trees.len() < TREES);
        }
    }
}
