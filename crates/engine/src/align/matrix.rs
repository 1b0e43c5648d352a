//! A value for every pair of sentences of two texts.

use super::rows::Rows;

/// Rows are sentences of the first text, columns of the second. Few pairs have anything in common; only those are listed, the others have one
/// value.
#[derive(Clone, Debug)]
pub(crate) struct Matrix {
    pub columns: usize,
    /// The value of every cell that is not listed.
    pub rest: f64,
    /// Per row the columns of its listed cells, ascending.
    listed: Rows<u32>,
    /// Their values.
    values: Vec<f64>,
}

impl Matrix {
    /// `values` are those of the `listed` cells, row by row.
    pub(crate) fn new(columns: usize, rest: f64, listed: Rows<u32>, values: Vec<f64>) -> Self {
        Self { columns, rest, listed, values }
    }

    /// Every cell given, row by row.
    #[cfg(test)]
    pub(crate) fn dense(columns: usize, values: &[f64]) -> Self {
        let listed = values.chunks(columns.max(1)).map(|row| 0..row.len() as u32).collect();
        Self::new(columns, 0.0, listed, values.to_vec())
    }

    /// The same cells with other values.
    pub(crate) fn with_values(self, rest: f64, values: Vec<f64>) -> Self {
        Self { rest, values, ..self }
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.listed.len()
    }

    /// The listed cells of row `i`, as (column, value).
    pub(crate) fn row(&self, i: usize) -> impl Iterator<Item = (usize, f64)> {
        let values = &self.values[self.listed.range(i)];
        self.listed.of(i).iter().zip(values).map(|(j, value)| (*j as usize, *value))
    }

    /// The value of a cell.
    pub(crate) fn at(&self, i: usize, j: usize) -> f64 {
        self.row(i).find(|(column, _)| *column == j).map_or(self.rest, |(_, value)| value)
    }

    /// Every listed cell with its row and column, row by row.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (usize, usize, f64)> + Clone {
        (0..self.rows()).flat_map(move |i| self.listed.range(i).map(move |at| (i, self.listed.items()[at] as usize, self.values[at])))
    }
}
