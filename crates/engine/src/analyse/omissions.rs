//! What each article leaves out, and what it alone has.

use serde::{Deserialize, Serialize};

use crate::{ArticleIdx, Link, Sentence, Statement};

/// What an article leaves out, and what it alone has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Omissions {
    /// Whose.
    pub article: ArticleIdx,
    /// Statements that more than half of the others carry and it does not, by index.
    pub missing: Vec<usize>,
    /// Its sentences that are linked to none of another article, by index.
    pub alone: Vec<usize>,
}

/// Per article, what it leaves out and what it alone has.
pub(crate) fn omissions(sentences: &[Vec<Sentence>], links: &[Link], statements: &[Statement]) -> Vec<Omissions> {
    let mut linked: Vec<Vec<bool>> = sentences.iter().map(|of| vec![false; of.len()]).collect();
    // Of sentences said twice one has the links; both are in the statement.
    let in_links = links.iter().flat_map(|link| [&link.a, &link.b]);
    for place in in_links.chain(statements.iter().flat_map(|statement| &statement.members)) {
        linked[place.article.0][place.sentence] = true;
    }
    let carried: Vec<Vec<ArticleIdx>> = statements.iter().map(Statement::articles).collect();
    let n_others = sentences.len().saturating_sub(1);
    linked
        .into_iter()
        .enumerate()
        .map(|(at, linked)| {
            let article = ArticleIdx(at);
            let is_missing = |by: &Vec<ArticleIdx>| !by.contains(&article) && 2 * by.len() > n_others;
            Omissions {
                article,
                missing: carried.iter().enumerate().filter(|(_, by)| is_missing(by)).map(|(statement, _)| statement).collect(),
                alone: linked.iter().enumerate().filter(|(_, linked)| !**linked).map(|(sentence, _)| sentence).collect(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Place, Relation, Span, Why};

    #[test]
    fn most_of_the_others_have_it() {
        let place = |article, sentence| Place { article: ArticleIdx(article), sentence, span: Span::default() };
        let link = |a, b| Link {
            a,
            b,
            relation: Relation::Edited,
            sure: true,
            score: 900,
            corrected: None,
            why: Why::default(),
            diff: Vec::new(),
        };
        let sentences = vec![vec![Sentence { span: Span::default(), block: 0 }; 2]; 4];
        let statements = [
            Statement { members: vec![place(0, 0), place(1, 0)], origins: Vec::new() },
            Statement { members: vec![place(0, 1), place(2, 1)], origins: Vec::new() },
        ];
        let links = [link(place(0, 0), place(1, 0)), link(place(0, 1), place(2, 1))];
        let found = omissions(&sentences, &links, &statements);
        assert_eq!(found[3].missing, [0, 1]);
        assert_eq!(found[2].missing, [0]);
        assert!(found[0].missing.is_empty());
        assert_eq!((found[0].alone.len(), found[1].alone.clone(), found[3].alone.len()), (0, vec![1], 2));
    }
}
