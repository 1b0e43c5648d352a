//! How a pair of sentences stands among its neighbours: the second pass over the scores.

use super::matrix::Matrix;
use super::model::Context;

/// Best, mean and standard deviation of a row or column.
#[derive(Clone, Copy, Default)]
struct Line {
    n_listed: usize,
    best: f64,
    mean: f64,
    deviation: f64,
}

/// Cells that a line counts as having at most, or as many as are listed: the longer it is, the more the one cell that is something stands out, and the
/// less that is held to say. Without an end to that, one sentence said by both of two books would be no link; at the length of an article, two
/// unrelated books would have thousands, for among so many sentences some are alike by chance.
const LINE: usize = 1_000;

/// The lines along one side. `n` cells to a line, of which those in `cells`, given with their line, are listed and the others are `rest`.
fn lines(n_lines: usize, n: usize, rest: f64, cells: impl Iterator<Item = (usize, f64)> + Clone) -> Vec<Line> {
    let mut lines = vec![Line::default(); n_lines];
    for (at, value) in cells.clone() {
        let line = &mut lines[at];
        line.n_listed += 1;
        line.best = line.best.max(value);
        line.mean += value;
    }
    let counted = |line: &Line| n.min(line.n_listed.max(LINE));
    let unlisted = |line: &Line| (counted(line) - line.n_listed) as f64;
    for line in &mut lines {
        line.best = if line.n_listed < n { line.best.max(rest) } else { line.best };
        line.mean = (line.mean + unlisted(line) * rest) / counted(line) as f64;
        line.deviation = unlisted(line) * (rest - line.mean) * (rest - line.mean);
    }
    for (at, value) in cells {
        let line = &mut lines[at];
        line.deviation += (value - line.mean) * (value - line.mean);
    }
    lines.iter_mut().for_each(|line| line.deviation = (line.deviation / counted(line) as f64).sqrt());
    lines
}

impl Line {
    fn share(&self, value: f64) -> f64 {
        value / (self.best + 1e-6)
    }

    fn standard(&self, value: f64) -> f64 {
        (value - self.mean) / (self.deviation + 0.03)
    }
}

/// The context of every listed cell of `first`, in their order.
pub(crate) fn contexts(first: &Matrix) -> Vec<Context> {
    let rows = lines(first.rows(), first.columns, first.rest, first.cells().map(|(i, _, value)| (i, value)));
    let columns = lines(first.columns, first.rows(), first.rest, first.cells().map(|(_, j, value)| (j, value)));
    let mut contexts = Vec::new();
    let mut window = Window::new(first);
    for (i, row) in rows.iter().enumerate() {
        window.move_to(i);
        for (j, value) in first.row(i) {
            let column = &columns[j];
            let best_of = |steps: &[(usize, usize)]| steps.iter().map(|step| window.beside(j, *step)).fold(0.0, f64::max);
            contexts.push(Context {
                own: value,
                row_share: row.share(value),
                column_share: column.share(value),
                prominence: row.standard(value).min(column.standard(value)) / 4.0,
                diagonal: best_of(&[(0, 0), (2, 2)]),
                adjacent: best_of(&[(0, 1), (2, 1), (1, 0), (1, 2), (0, 2), (2, 0)]),
            });
        }
    }
    contexts
}

/// Three neighbouring rows written out in full, with a column before the first and one after the last. Outside the matrix everything is 0.
struct Window<'a> {
    matrix: &'a Matrix,
    /// Row `i` stands at `(i + 1) % 3`.
    written: [Vec<f64>; 3],
    outside: Vec<f64>,
    at: usize,
}

impl<'a> Window<'a> {
    fn new(matrix: &'a Matrix) -> Self {
        let outside = vec![0.0; matrix.columns + 2];
        let mut blank = outside.clone();
        blank[1..=matrix.columns].fill(matrix.rest);
        let mut window = Self { matrix, written: [blank.clone(), blank.clone(), blank], outside, at: 0 };
        if matrix.rows() > 0 {
            window.write(0, |value| value);
        }
        window
    }

    /// Moves to the next row, or the first.
    fn move_to(&mut self, i: usize) {
        self.at = i;
        let rest = self.matrix.rest;
        if i >= 2 {
            self.write(i - 2, |_| rest);
        }
        if i + 1 < self.matrix.rows() {
            self.write(i + 1, |value| value);
        }
    }

    /// Writes `value` of every listed cell of row `i`.
    fn write(&mut self, i: usize, value: impl Fn(f64) -> f64) {
        for (j, listed) in self.matrix.row(i) {
            self.written[(i + 1) % 3][j + 1] = value(listed);
        }
    }

    /// The value `down - 1` rows and `right - 1` columns from column `j` of the row moved to.
    fn beside(&self, j: usize, (down, right): (usize, usize)) -> f64 {
        let row = self.at + down;
        let is_inside = (1..=self.matrix.rows()).contains(&row);
        let line = if is_inside { &self.written[row % 3] } else { &self.outside };
        line[j + right]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_those_of_the_full_matrix() {
        let (rows, columns, rest) = (7_usize, 5_usize, 0.02);
        // A third of the cells is listed.
        let full: Vec<Vec<Option<f64>>> = (0..rows)
            .map(|i| (0..columns).map(|j| (i * 31 + j * 17) % 3 == 0).zip(1..).map(|(is, n)| is.then_some(0.1 * f64::from(n))).collect())
            .collect();
        let listed = |row: &Vec<Option<f64>>| (0..).zip(row).filter(|(_, v)| v.is_some()).map(|(j, _)| j).collect::<Vec<u32>>();
        let values = full.iter().flatten().copied().flatten().collect();
        let matrix = Matrix::new(columns, rest, full.iter().map(listed).collect(), values);
        let value = |i: usize, j: usize| full.get(i).and_then(|row| row.get(j)).map_or(0.0, |v| v.unwrap_or(rest));
        let found = contexts(&matrix);
        for ((i, j, own), context) in matrix.cells().zip(found) {
            let at = |di: usize, dj: usize| if i + di == 0 || j + dj == 0 { 0.0 } else { value(i + di - 1, j + dj - 1) };
            assert_eq!(context.diagonal, at(0, 0).max(at(2, 2)));
            let adjacent = [at(0, 1), at(2, 1), at(1, 0), at(1, 2), at(0, 2), at(2, 0)];
            assert_eq!(context.adjacent, adjacent.into_iter().fold(0.0, f64::max));
            let row: Vec<f64> = (0..columns).map(|j| value(i, j)).collect();
            let mean = row.iter().sum::<f64>() / columns as f64;
            let deviation = (row.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / columns as f64).sqrt();
            let column_best = (0..rows).map(|i| value(i, j)).fold(0.0, f64::max);
            assert!((context.column_share - own / (column_best + 1e-6)).abs() < 1e-12);
            assert!(context.prominence <= (own - mean) / (deviation + 0.03) / 4.0 + 1e-12);
        }
    }
}
