//! Sorting that is written once: the standard sort is compiled anew, at some 7 KB of the page, for every type and comparison it is used with.
//!
//! Here one sort of indices serves all, through a comparison that is called and not inlined; what is sorted is then put in their order. Stable. Where
//! time counts and what is sorted are numbers, the standard sort is used.

use std::cmp::Ordering;

/// Slices that can be put in order.
pub(crate) trait Sort<T> {
    /// Sorts by a comparison.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Sorts by a key.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|x, y| key(x).cmp(&key(y)));
    }

    /// Sorts by the items' own order.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }
}

impl<T> Sort<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let mut order: Vec<usize> = (0..self.len()).collect();
        sort(&mut order, &mut |x, y| compare(&self[x], &self[y]));
        // Cycle by cycle: `order[at]` says which item comes to `at`.
        for start in 0..order.len() {
            let mut at = start;
            loop {
                let from = std::mem::replace(&mut order[at], at);
                if from == start {
                    break;
                }
                self.swap(at, from);
                at = from;
            }
        }
    }
}

fn sort(order: &mut [usize], compare: &mut dyn FnMut(usize, usize) -> Ordering) {
    order.sort_by(|x, y| compare(*x, *y));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_sort_does(items in proptest::collection::vec((0..8_u8, 0..200_u8), 0..60)) {
            let (mut ours, mut standard) = (items.clone(), items);
            ours.order_by_key(|(key, _)| *key);
            standard.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&ours, &standard);
            ours.order();
            standard.sort();
            prop_assert_eq!(ours, standard);
        }
    }
}
