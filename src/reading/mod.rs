//! A comparison made ready to be read: everything that views need and that follows from it, worked out once. Knows nothing of the browser.

mod answers;
mod blocks;
pub mod decisions;
mod diffs;
mod follow;
mod ribbons;
mod runs;
mod tracked;
mod walk;
pub mod wording;

use std::rc::Rc;

use crossread_engine::{Article, ArticleIdx, Comparison, Link, Place, Relation};

pub use answers::Answers;
pub use blocks::{Folded, folded};
pub use diffs::{Piece, PieceKind, Side, is_readable, pieces};
pub use ribbons::{Column, Mark, Ribbon, ribbons};
pub use runs::{Head, Run, Shade, runs};
pub use tracked::{Meeting, Tracked, tracked};
pub use walk::{Stop, Walk};

use crate::protocol::ArticleId;

/// A comparison and the articles it is of, as they were when it was made.
#[derive(Debug)]
pub struct Reading {
    /// The names of the articles, in order.
    pub ids: Vec<ArticleId>,
    /// The articles, in order.
    pub articles: Vec<Rc<Article>>,
    /// What was found.
    pub comparison: Comparison,
    /// The three answers.
    pub answers: Answers,
    /// Per article and sentence, the statement it belongs to.
    statement_of: Vec<Vec<Option<usize>>>,
    /// Per article and sentence, its links.
    links_of: Vec<Vec<Vec<usize>>>,
    /// Per link, its passage.
    passage_of: Vec<Option<usize>>,
    /// Per article and block, its first sentence and the one after its last.
    sentences_of: Vec<Vec<(usize, usize)>>,
    walks: walk::Walks,
}

/// The same reading is the same value in memory: comparing two of them word by word is nobody's wish.
impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Reading {
    /// Works it out.
    pub fn new(articles: Vec<(ArticleId, Rc<Article>)>, comparison: Comparison) -> Self {
        let (ids, articles): (Vec<_>, Vec<_>) = articles.into_iter().unzip();
        let mut statement_of: Vec<Vec<Option<usize>>> = comparison.sentences.iter().map(|s| vec![None; s.len()]).collect();
        for (index, statement) in comparison.statements.iter().enumerate() {
            for member in &statement.members {
                if let Some(slot) = statement_of.get_mut(member.article.0).and_then(|s| s.get_mut(member.sentence)) {
                    *slot = Some(index);
                }
            }
        }
        let mut links_of: Vec<Vec<Vec<usize>>> = comparison.sentences.iter().map(|s| vec![Vec::new(); s.len()]).collect();
        for (index, link) in comparison.links.iter().enumerate() {
            for place in [link.a, link.b] {
                if let Some(links) = links_of.get_mut(place.article.0).and_then(|s| s.get_mut(place.sentence)) {
                    links.push(index);
                }
            }
        }
        let mut passage_of = vec![None; comparison.links.len()];
        for (index, passage) in comparison.passages.iter().enumerate() {
            for link in &passage.links {
                if let Some(slot) = passage_of.get_mut(*link) {
                    *slot = Some(index);
                }
            }
        }
        let sentences_of = articles.iter().zip(&comparison.sentences).map(|(a, s)| blocks::sentences_of(a, s)).collect();
        let walks = walk::Walks::new(&comparison, &links_of);
        let answers = Answers::new(&comparison, &walks);
        Self { ids, articles, comparison, answers, statement_of, links_of, passage_of, sentences_of, walks }
    }

    /// The links of a sentence.
    pub fn links_of(&self, article: ArticleIdx, sentence: usize) -> &[usize] {
        self.links_of.get(article.0).and_then(|s| s.get(sentence)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The statement that a sentence belongs to.
    pub fn statement_of(&self, article: ArticleIdx, sentence: usize) -> Option<usize> {
        self.statement_of.get(article.0)?.get(sentence).copied().flatten()
    }

    /// The passage that a link belongs to.
    pub fn passage_of(&self, link: usize) -> Option<usize> {
        self.passage_of.get(link).copied().flatten()
    }

    /// A link.
    pub fn link(&self, index: usize) -> Option<&Link> {
        self.comparison.links.get(index)
    }

    /// The sentences of a block: indices into the comparison's sentences of that article.
    pub fn sentences_of(&self, article: ArticleIdx, block: usize) -> std::ops::Range<usize> {
        let (start, end) = self.sentences_of.get(article.0).and_then(|b| b.get(block)).copied().unwrap_or_default();
        start..end
    }

    /// How much of an article also stands elsewhere, in per cent.
    pub fn also_elsewhere(&self, id: ArticleId) -> Option<usize> {
        let at = self.ids.iter().position(|other| *other == id)?;
        let share = self.comparison.shares.iter().find(|share| share.article.0 == at && share.also_in.is_none())?;
        (share.of > 0).then(|| (share.words * 100 + share.of / 2) / share.of)
    }

    /// The statements that a selection stands in.
    pub fn statements_at(&self, stop: Stop) -> Vec<usize> {
        let mut statements: Vec<_> = match stop {
            Stop::Statement(statement) => vec![statement],
            Stop::Passage(passage) => {
                self.links_at(passage).flat_map(|l| [l.a, l.b]).filter_map(|p| self.statement_of(p.article, p.sentence)).collect()
            }
            Stop::Alone(..) => Vec::new(),
        };
        statements.sort_unstable();
        statements.dedup();
        statements
    }

    /// Where a selection stands, in order of article and text: the two sides of a passage, the members of a statement.
    pub fn places_at(&self, stop: Stop) -> Vec<Place> {
        let mut places: Vec<_> = match stop {
            Stop::Passage(passage) => self.links_at(passage).flat_map(|link| [link.a, link.b]).collect(),
            Stop::Statement(statement) => self.comparison.statements.get(statement).map(|s| s.members.clone()).unwrap_or_default(),
            Stop::Alone(article, sentence) => {
                let span = self.comparison.sentences.get(article.0).and_then(|s| s.get(sentence)).map(|s| s.span);
                span.map(|span| Place { article, sentence, span }).into_iter().collect()
            }
        };
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The articles that a selection stands in.
    pub fn articles_at(&self, stop: Stop) -> Vec<ArticleIdx> {
        let mut articles: Vec<_> = self.places_at(stop).iter().map(|place| place.article).collect();
        articles.dedup();
        articles
    }

    /// The links of a passage, as indices.
    pub fn indices_at(&self, passage: usize) -> &[usize] {
        self.comparison.passages.get(passage).map(|p| p.links.as_slice()).unwrap_or_default()
    }

    /// The links of a passage.
    pub fn links_at(&self, passage: usize) -> impl Iterator<Item = &Link> {
        self.indices_at(passage).iter().filter_map(|link| self.link(*link))
    }

    /// Every passage that shares a statement with a selection, itself included: what to offer beside it.
    pub fn passages_beside(&self, stop: Stop) -> Vec<usize> {
        let statements = self.statements_at(stop);
        let members = statements.iter().filter_map(|s| self.comparison.statements.get(*s)).flat_map(|s| &s.members);
        let mut passages: Vec<_> =
            members.flat_map(|m| self.links_of(m.article, m.sentence)).filter_map(|link| self.passage_of(*link)).collect();
        if let Stop::Passage(passage) = stop {
            passages.push(passage);
        }
        passages.sort_unstable();
        passages.dedup();
        passages
    }

    /// The passage that a click on a sentence means: the closest link into one of the `shown` articles.
    pub fn passage_from(&self, article: ArticleIdx, sentence: usize, shown: &[ArticleIdx]) -> Option<usize> {
        let candidates = self.links_of(article, sentence).iter().filter_map(|index| {
            let link = self.link(*index)?;
            let other = if link.a.article == article { link.b.article } else { link.a.article };
            let away = shown.iter().position(|s| *s == other)?.abs_diff(shown.iter().position(|s| *s == article)?);
            Some(((link.relation, away, *index), self.passage_of(*index)?))
        });
        candidates.min().map(|(_, passage)| passage)
    }

    /// The closest relation that a sentence has into one of the `shown` articles, and the articles that carry it.
    pub fn kinship(&self, article: ArticleIdx, sentence: usize, shown: &[ArticleIdx]) -> Option<(Relation, Vec<ArticleIdx>)> {
        let links: Vec<_> = self.links_of(article, sentence).iter().filter_map(|index| self.link(*index)).collect();
        let other = |link: &Link| if link.a.article == article { link.b.article } else { link.a.article };
        let relation = links.iter().filter(|link| shown.contains(&other(link))).map(|link| link.relation).min()?;
        let mut others: Vec<_> = links.iter().map(|link| other(link)).collect();
        others.sort_unstable();
        others.dedup();
        Some((relation, others))
    }
}

#[cfg(test)]
pub(crate) mod tests;
