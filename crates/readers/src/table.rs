//! A table while it is read.

use crossread_engine::Role;

use crate::pieces::Pieces;

/// Rows of cells of paragraphs.
#[derive(Debug, Default)]
pub(crate) struct Table {
    rows: Vec<Vec<Vec<(Role, String)>>>,
}

impl Table {
    /// Begins a row.
    pub(crate) fn row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// Begins a cell.
    pub(crate) fn cell(&mut self) {
        if self.rows.is_empty() {
            self.row();
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(Vec::new());
        }
    }

    /// Adds a paragraph to the cell.
    pub(crate) fn add(&mut self, role: Role, text: String) {
        if text.trim().is_empty() {
            return;
        }
        if self.rows.last().is_none_or(Vec::is_empty) {
            self.cell();
        }
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.push((role, text));
        }
    }

    /// Ends the table: a table of short cells is data and one piece, any other lays out paragraphs, which come apart.
    pub(crate) fn end(self, pieces: &mut Pieces) {
        if !self.is_data() {
            for (role, text) in self.rows.into_iter().flatten().flatten() {
                pieces.add(role, text);
            }
            return;
        }
        let cell = |cell: &Vec<(Role, String)>| {
            let words = cell.iter().flat_map(|(_, text)| text.split_whitespace());
            words.collect::<Vec<_>>().join(" ")
        };
        let row = |row: &Vec<Vec<(Role, String)>>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
        pieces.add(Role::Table, self.rows.iter().map(row).collect::<Vec<_>>().join("\n"));
    }

    /// As for pages: several rows and columns, cells short on average.
    fn is_data(&self) -> bool {
        let cells: usize = self.rows.iter().map(Vec::len).sum();
        let bytes: usize = self.rows.iter().flatten().flatten().map(|(_, text)| text.len()).sum();
        self.rows.len() > 1 && cells > self.rows.len() && bytes < cells * 200
    }
}
