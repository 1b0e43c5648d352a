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
/// What `lead` lacks stands where its own article has it: right after the row of the sentence before it. Sentences of one block that stand alone
/// share a row.
pub fn synopsis(comparison: &Comparison, lead: ArticleIdx) -> Vec<Row> {
    let n_articles = comparison.sentences.len();
    let mut statement_of = BTreeMap::new();
    for (at, statement) in comparison.statements.iter().enumerate() {
        statement_of.extend(statement.members.iter().map(|m| ((m.article.0, m.sentence), at)));
    }
    let mut rows: Vec<Row> = Vec::new();
    // Where each placed statement stands, as a position among `rows`; later insertions shift it, so rows carry a stable id instead.
    let mut ids: Vec<usize> = Vec::new();
    let mut row_of_statement = BTreeMap::<usize, usize>::new();
    let order = std::iter::once(lead.0).chain((0..n_articles).filter(|a| *a != lead.0)).filter(|a| *a < n_articles);
    for article in order {
        // The row the previous sentence of this article stands in: what follows goes right after it.
        let mut previous: Option<usize> = None;
        for (sentence, here) in comparison.sentences[article].iter().enumerate() {
            let statement = statement_of.get(&(article, sentence)).copied();
            if let Some(&id) = statement.and_then(|s| row_of_statement.get(&s)) {
                previous = Some(id);
                continue;
            }
            let at = previous.and_then(|id| ids.iter().position(|x| *x == id));
            if let (None, Some(at)) = (statement, at) {
                let cell = &mut rows[at].cells[article];
                let last = cell.last().map(|&last| comparison.sentences[article][last]);
                if rows[at].statement.is_none() && last.is_some_and(|last| last.block == here.block) {
                    rows[at].cells[article].push(sentence);
                    continue;
                }
            }
            let mut cells = vec![Vec::new(); n_articles];
            match statement {
                Some(s) => comparison.statements[s].members.iter().for_each(|m| cells[m.article.0].push(m.sentence)),
                None => cells[article].push(sentence),
            }
            let (id, to) = (ids.len(), at.map_or(0, |at| at + 1));
            // The first article's rows, and what stands before any placed row, keep their own order.
            let to = if previous.is_none() && article == lead.0 { rows.len() } else { to };
            rows.insert(to, Row { statement, cells });
            ids.insert(to, id);
            statement.map(|s| row_of_statement.insert(s, id));
            previous = Some(id);
        }
    }
    rows
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
