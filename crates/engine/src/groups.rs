//! Disjoint sets.

use std::collections::BTreeMap;

/// Things gathered into sets that do not overlap: union-find with path halving.
#[derive(Clone, Debug)]
pub(crate) struct Groups<T> {
    parents: BTreeMap<T, T>,
}

impl<T> Default for Groups<T> {
    fn default() -> Self {
        Self { parents: BTreeMap::new() }
    }
}

impl<T: Copy + Ord> Groups<T> {
    /// Makes a set of one, unless `item` is in one.
    pub(crate) fn add(&mut self, item: T) {
        self.parents.entry(item).or_insert(item);
    }

    /// Makes the sets of two items one; items not yet added are.
    pub(crate) fn join(&mut self, a: T, b: T) {
        self.add(a);
        self.add(b);
        let (a, b) = (self.root(a), self.root(b));
        self.parents.insert(a.max(b), a.min(b));
    }

    /// The sets, each sorted, by their first item.
    pub(crate) fn into_sets(mut self) -> Vec<Vec<T>> {
        let items: Vec<T> = self.parents.keys().copied().collect();
        let mut sets = BTreeMap::<T, Vec<T>>::new();
        for item in items {
            sets.entry(self.root(item)).or_default().push(item);
        }
        sets.into_values().collect()
    }

    fn root(&mut self, mut item: T) -> T {
        while let Some(&parent) = self.parents.get(&item) {
            if parent == item {
                break;
            }
            let above = self.parents[&parent];
            self.parents.insert(item, above);
            item = above;
        }
        item
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_items_share_a_set() {
        let mut groups = Groups::default();
        (0..6).for_each(|n| groups.add(n));
        groups.join(4, 1);
        groups.join(4, 5);
        assert_eq!(groups.into_sets(), [vec![0], vec![1, 4, 5], vec![2], vec![3]]);
    }
}
