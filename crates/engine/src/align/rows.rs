//! Lists of lists in two flat arrays.

/// Per row a list of items: `starts` says where each row begins, so that a text of any length is two allocations.
#[derive(Clone, Debug)]
pub(crate) struct Rows<T> {
    /// One more than there are rows.
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { starts: vec![0], items: Vec::new() }
    }
}

impl<T> Rows<T> {
    /// Adds an item to the row under way.
    pub(crate) fn push(&mut self, item: T) {
        self.items.push(item);
    }

    /// Ends the row under way.
    pub(crate) fn end_row(&mut self) {
        self.starts.push(self.items.len() as u32);
    }

    /// How many rows were ended.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The places of a row's items among all [`Rows::items`].
    pub(crate) fn range(&self, row: usize) -> std::ops::Range<usize> {
        self.starts[row] as usize..self.starts[row + 1] as usize
    }

    /// The items of a row.
    pub(crate) fn of(&self, row: usize) -> &[T] {
        &self.items[self.range(row)]
    }

    /// Every row, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.len()).map(|row| self.of(row))
    }

    /// The items of all rows, one row after the other.
    pub(crate) fn items(&self) -> &[T] {
        &self.items
    }

    /// The items of all rows, to be changed in place.
    pub(crate) fn items_mut(&mut self) -> &mut [T] {
        &mut self.items
    }
}

impl<T, R: IntoIterator<Item = T>> FromIterator<R> for Rows<T> {
    fn from_iter<I: IntoIterator<Item = R>>(lists: I) -> Self {
        let mut rows = Self::default();
        for list in lists {
            rows.items.extend(list);
            rows.end_row();
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_holds_its_items() {
        let rows: Rows<u8> = [vec![1, 2], vec![], vec![3]].into_iter().collect();
        assert_eq!(rows.len(), 3);
        assert_eq!(rows.iter().collect::<Vec<_>>(), [&[1, 2][..], &[], &[3]]);
        assert_eq!(rows.range(2), 2..3);
        assert_eq!(rows.items(), [1, 2, 3]);
    }
}
