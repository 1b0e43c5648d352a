//! A value for every pair of sentences of two texts.

/// Rows are sentences of the first text, columns of the second.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Matrix {
    pub rows: usize,
    pub columns: usize,
    cells: Vec<f64>,
}

impl Matrix {
    /// Cells given row by row, `columns` to a row.
    pub(crate) fn new(columns: usize, cells: Vec<f64>) -> Self {
        Self { rows: cells.len().checked_div(columns).unwrap_or_default(), columns, cells }
    }

    /// Every cell with its row and column, row by row.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (usize, usize, f64)> {
        self.cells.iter().enumerate().map(|(at, value)| (at / self.columns, at % self.columns, *value))
    }

    /// The value at row `i`, column `j`.
    pub(crate) fn at(&self, i: usize, j: usize) -> f64 {
        self.cells[i * self.columns + j]
    }

    /// The value `di` rows and `dj` columns away; 0 outside.
    pub(crate) fn beside(&self, i: usize, j: usize, di: isize, dj: isize) -> f64 {
        match (i.checked_add_signed(di), j.checked_add_signed(dj)) {
            (Some(i), Some(j)) if i < self.rows && j < self.columns => self.at(i, j),
            _ => 0.0,
        }
    }

    /// The values of row `i`.
    pub(crate) fn row(&self, i: usize) -> impl Iterator<Item = f64> {
        self.cells[i * self.columns..(i + 1) * self.columns].iter().copied()
    }

    /// The values of column `j`.
    pub(crate) fn column(&self, j: usize) -> impl Iterator<Item = f64> {
        self.cells.iter().skip(j).step_by(self.columns.max(1)).copied()
    }
}
