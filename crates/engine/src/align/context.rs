//! How a pair of sentences stands among its neighbours: the second pass over the scores.

use super::matrix::Matrix;
use super::model::Context;

/// Best, mean and standard deviation of a row or column.
struct Line {
    best: f64,
    mean: f64,
    deviation: f64,
}

impl Line {
    fn of<I: Iterator<Item = f64>>(values: impl Fn() -> I) -> Self {
        let (n, sum, best) = values().fold((0.0, 0.0, 0.0_f64), |(n, sum, best), v| (n + 1.0, sum + v, best.max(v)));
        let mean = sum / f64::max(n, 1.0);
        let variance = values().map(|v| (v - mean) * (v - mean)).sum::<f64>() / f64::max(n, 1.0);
        Self { best, mean, deviation: variance.sqrt() }
    }

    fn share(&self, value: f64) -> f64 {
        value / (self.best + 1e-6)
    }

    fn standard(&self, value: f64) -> f64 {
        (value - self.mean) / (self.deviation + 0.03)
    }
}

/// First scores with what is needed to place each among its neighbours.
pub(crate) struct Surroundings<'a> {
    first: &'a Matrix,
    rows: Vec<Line>,
    columns: Vec<Line>,
}

impl<'a> Surroundings<'a> {
    pub(crate) fn new(first: &'a Matrix) -> Self {
        let rows = (0..first.rows).map(|i| Line::of(|| first.row(i))).collect();
        let columns = (0..first.columns).map(|j| Line::of(|| first.column(j))).collect();
        Self { first, rows, columns }
    }

    /// The context of one pair.
    pub(crate) fn at(&self, i: usize, j: usize) -> Context {
        let (value, row, column) = (self.first.at(i, j), &self.rows[i], &self.columns[j]);
        let best_of = |steps: &[(isize, isize)]| steps.iter().map(|&(di, dj)| self.first.beside(i, j, di, dj)).fold(0.0, f64::max);
        Context {
            row_share: row.share(value),
            column_share: column.share(value),
            prominence: row.standard(value).min(column.standard(value)) / 4.0,
            diagonal: best_of(&[(-1, -1), (1, 1)]),
            adjacent: best_of(&[(-1, 0), (1, 0), (0, -1), (0, 1), (-1, 1), (1, -1)]),
        }
    }
}
