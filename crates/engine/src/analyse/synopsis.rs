//! The aligned reading order: what corresponds stands level.

use std::collections::BTreeMap;

use crate::{ArticleIdx, Comparison};

/// One row of the synopsis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The statement it shows, an index into [`Comparison::statements`]; `None` where sentences of one article stand alone.
    pub statement: Option<usize>,
    /// Per article, the sentences that stand here (indices into [`Comparison::sentences`] of that article), in text order.
    pub cells: Vec<Vec<usize>>,
}

/// Every sentence of every article exactly once, in rows: statements level, the rest alone in its column, in the order of `lead`'s text.
///
/// What `lead` lacks stands where its own article has it: right after the row of the sentence before it, or after the first row. Sentences of one
/// block that stand alone share a row.
pub fn synopsis(comparison: &Comparison, lead: ArticleIdx) -> Vec<Row> {
    let n_articles = comparison.sentences.len();
    let mut statement_of = BTreeMap::new();
    for (at, statement) in comparison.statements.iter().enumerate() {
        statement_of.extend(statement.members.iter().map(|m| ((m.article.0, m.sentence), at)));
    }
    let mut rows = Growing { rows: Vec::new(), followers: vec![Vec::new()] };
    let mut row_of_statement = BTreeMap::new();
    let others = (0..n_articles).filter(|article| *article != lead.0);
    for article in std::iter::once(lead.0).chain(others).filter(|article| *article < n_articles) {
        // The row that the previous sentence of this article stands in: what follows goes right after it. Nothing comes before the lead's first.
        let mut previous = (article != lead.0 && !rows.rows.is_empty()).then_some(0);
        for (sentence, here) in comparison.sentences[article].iter().enumerate() {
            let statement = statement_of.get(&(article, sentence)).copied();
            if let Some(row) = statement.and_then(|s| row_of_statement.get(&s)) {
                // What the lead says twice stands where it says it first, and does not pull back what follows.
                previous = if article == lead.0 { previous } else { Some(*row) };
                continue;
            }
            let is_same_block = |last: &usize| comparison.sentences[article][*last].block == here.block;
            let row_before = previous.map(|row: usize| &mut rows.rows[row]).filter(|row| row.statement.is_none() && statement.is_none());
            if let Some(cell) = row_before.map(|row| &mut row.cells[article]).filter(|cell| cell.last().is_some_and(is_same_block)) {
                cell.push(sentence);
                continue;
            }
            let row = match statement {
                Some(s) => {
                    let mut cells = vec![Vec::new(); n_articles];
                    comparison.statements[s].members.iter().for_each(|m| cells[m.article.0].push(m.sentence));
                    Row { statement, cells }
                }
                None => Row::alone(article, sentence, n_articles),
            };
            let row = rows.insert_after(previous, row);
            previous = Some(row);
            statement.map(|s| row_of_statement.insert(s, row));
        }
    }
    rows.in_order()
}

impl Row {
    fn alone(article: usize, sentence: usize, n_articles: usize) -> Self {
        let mut cells = vec![Vec::new(); n_articles];
        cells[article].push(sentence);
        Self { statement: None, cells }
    }
}

/// Rows in the order they were made, each knowing those that follow it: a tree whose pre-order is the order of the rows.
struct Growing {
    rows: Vec<Row>,
    /// Per row plus one, the rows inserted right after it, last inserted last; first those inserted before all.
    followers: Vec<Vec<usize>>,
}

impl Growing {
    /// Inserts right after `previous`, or before all; gives the row's number.
    fn insert_after(&mut self, previous: Option<usize>, row: Row) -> usize {
        let number = self.rows.len();
        self.rows.push(row);
        self.followers.push(Vec::new());
        self.followers[previous.map_or(0, |p| p + 1)].push(number);
        number
    }

    fn in_order(mut self) -> Vec<Row> {
        let mut ordered = Vec::with_capacity(self.rows.len());
        let mut stack = std::mem::take(&mut self.followers[0]);
        while let Some(number) = stack.pop() {
            ordered.push(std::mem::replace(&mut self.rows[number], Row { statement: None, cells: Vec::new() }));
            stack.append(&mut self.followers[number + 1]);
        }
        ordered
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Place, Sentence, Span, Statement};

    #[test]
    fn statements_stand_level_and_the_rest_follows_its_own_text() {
        let sentence = |block| Sentence { span: Span::default(), block };
        let place = |article, sentence| Place { article: ArticleIdx(article), sentence, span: Span::default() };
        let comparison = Comparison {
            sentences: vec![vec![sentence(0), sentence(1), sentence(2)], vec![sentence(0), sentence(1), sentence(1), sentence(2)]],
            statements: vec![
                Statement { members: vec![place(0, 0), place(1, 3)], origins: vec![] },
                Statement { members: vec![place(0, 2), place(1, 0)], origins: vec![] },
            ],
            ..Comparison::default()
        };
        let rows = synopsis(&comparison, ArticleIdx(0));
        let cells: Vec<_> = rows.iter().map(|r| r.cells.clone()).collect();
        assert_eq!(cells, [[vec![0], vec![3]], [vec![1], vec![]], [vec![2], vec![0]], [vec![], vec![1, 2]]]);
        let rows = synopsis(&comparison, ArticleIdx(1));
        let cells: Vec<_> = rows.iter().map(|r| r.cells.clone()).collect();
        assert_eq!(cells, [[vec![2], vec![0]], [vec![], vec![1, 2]], [vec![0], vec![3]], [vec![1], vec![]]]);
    }
}
