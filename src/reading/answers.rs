//! The three answers that every comparison gives first.

use crossread_engine::{ArticleIdx, Comparison};

use super::Stop;
use super::walk::Walks;

/// The three answers, as numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Articles compared.
    pub articles: usize,
    /// How many articles carry each of the statements that most carry: all of them, if there are such statements.
    pub carried_by: usize,
    /// Statements that so many carry.
    pub agreements: usize,
    /// How many of those go back to one text.
    pub copies: usize,
    /// Passages that are reworded or changed in more than small ways.
    pub differences: usize,
    /// How many of those change a figure.
    pub figures: usize,
    /// Sentences that stand in one article only, per article.
    pub alone: Vec<usize>,
    /// The articles that hang together by links, in order: more than one group where they report more than one event.
    pub groups: Vec<Vec<ArticleIdx>>,
}

impl Answers {
    pub(super) fn new(comparison: &Comparison, walks: &Walks) -> Self {
        let carriers = |stop: &Stop| match stop {
            Stop::Statement(s) => comparison.statements.get(*s).map(|s| s.articles().len()),
            _ => None,
        };
        let mut alone = vec![0; comparison.sentences.len()];
        for stop in &walks.alone {
            if let Stop::Alone(article, _) = stop
                && let Some(count) = alone.get_mut(article.0)
            {
                *count += 1;
            }
        }
        Self {
            articles: comparison.sentences.len(),
            carried_by: walks.agreements.first().and_then(carriers).unwrap_or(0),
            agreements: walks.agreements.len(),
            copies: walks.copies.len(),
            differences: walks.differences.len(),
            figures: walks.figures.len(),
            alone,
            groups: groups(comparison),
        }
    }

    /// Whether the articles have nothing in common.
    pub fn share_nothing(&self) -> bool {
        self.agreements == 0 && self.differences == 0
    }
}

fn groups(comparison: &Comparison) -> Vec<Vec<ArticleIdx>> {
    let mut group_of: Vec<usize> = (0..comparison.sentences.len()).collect();
    for link in &comparison.links {
        let (Some(&a), Some(&b)) = (group_of.get(link.a.article.0), group_of.get(link.b.article.0)) else { continue };
        let joined = a.min(b);
        group_of.iter_mut().filter(|group| **group == a || **group == b).for_each(|group| *group = joined);
    }
    let mut names = group_of.clone();
    names.sort_unstable();
    names.dedup();
    let members = |name: usize| {
        group_of.iter().enumerate().filter(move |(_, group)| **group == name).map(|(article, _)| ArticleIdx(article)).collect()
    };
    names.into_iter().map(members).collect()
}
