//! Stepping through what a comparison found.

use std::collections::BTreeSet;

use crossread_engine::{ArticleIdx, Comparison};

use super::{Reading, diffs};

/// What the reader steps through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Walk {
    /// Passages that are reworded or changed in more than small ways.
    #[default]
    Differences,
    /// Those of them in which a figure changed.
    Figures,
    /// Statements that every article makes, or where none is, that several make.
    Agreements,
    /// Those of them that go back to one text.
    Copies,
    /// Sentences that stand in one article only.
    Alone,
}

/// Something that can be selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// A passage.
    Passage(usize),
    /// A statement.
    Statement(usize),
    /// A sentence without links.
    Alone(ArticleIdx, usize),
}

/// The stops of every walk, in reading order.
#[derive(Debug, Default)]
pub(super) struct Walks {
    pub(super) differences: Vec<Stop>,
    pub(super) figures: Vec<Stop>,
    pub(super) agreements: Vec<Stop>,
    pub(super) copies: Vec<Stop>,
    pub(super) alone: Vec<Stop>,
}

impl Walks {
    pub(super) fn new(comparison: &Comparison, links_of: &[Vec<Vec<usize>>]) -> Self {
        let n_articles = comparison.sentences.len();
        let links = |passage: usize| comparison.passages[passage].links.iter().filter_map(|link| comparison.links.get(*link));
        let mut passages: Vec<_> = (0..comparison.passages.len()).collect();
        // In the order in which the first article is read, whichever article a passage is shared with.
        passages.sort_by_key(|p| {
            let passage = &comparison.passages[*p];
            (passage.a, passage.a_span.start, passage.b, passage.b_span.start)
        });
        let differences: Vec<_> = passages.iter().copied().filter(|p| links(*p).any(diffs::is_telling)).collect();
        let has_figure = |p: &usize| links(*p).any(diffs::changes_figure);
        let figures = differences.iter().copied().filter(has_figure).map(Stop::Passage).collect();

        let carriers = |s: usize| comparison.statements[s].articles().len();
        let most = (0..comparison.statements.len()).map(carriers).max().unwrap_or(0);
        // "Most" is at least two, and falls short of all only where nothing is in all.
        let wanted = if most >= n_articles { n_articles } else { most };
        let agreements: Vec<_> = (0..comparison.statements.len()).filter(|s| wanted >= 2 && carriers(*s) == wanted).collect();
        let copies = agreements.iter().copied().filter(|s| comparison.statements[*s].origins.len() == 1).map(Stop::Statement).collect();

        let stated: BTreeSet<_> = comparison.statements.iter().flat_map(|s| &s.members).map(|m| (m.article.0, m.sentence)).collect();
        let alone = links_of.iter().enumerate().flat_map(|(article, sentences)| {
            let lonely = sentences.iter().enumerate().filter(|(_, links)| links.is_empty()).map(move |(sentence, _)| (article, sentence));
            lonely.filter(|at| !stated.contains(at)).map(|(article, sentence)| Stop::Alone(ArticleIdx(article), sentence))
        });
        Self {
            differences: differences.iter().copied().map(Stop::Passage).collect(),
            figures,
            agreements: agreements.iter().copied().map(Stop::Statement).collect(),
            copies,
            alone: alone.collect(),
        }
    }

    fn stops(&self, walk: Walk) -> &[Stop] {
        match walk {
            Walk::Differences => &self.differences,
            Walk::Figures => &self.figures,
            Walk::Agreements => &self.agreements,
            Walk::Copies => &self.copies,
            Walk::Alone => &self.alone,
        }
    }
}

impl Reading {
    /// The stops of a walk, in reading order.
    pub fn stops(&self, walk: Walk) -> &[Stop] {
        self.walks.stops(walk)
    }

    /// The first stop of a walk.
    pub fn first(&self, walk: Walk) -> Option<Stop> {
        self.stops(walk).first().copied()
    }

    /// Where a stop is in a walk, from 0.
    pub fn position(&self, walk: Walk, stop: Stop) -> Option<usize> {
        self.stops(walk).iter().position(|s| *s == stop)
    }

    /// The stop `by` steps on, round and round. From a stop outside the walk, or from none, it begins where the walk is nearest in the text.
    pub fn step(&self, walk: Walk, from: Option<Stop>, by: isize) -> Option<Stop> {
        let stops = self.stops(walk);
        if stops.is_empty() {
            return None;
        }
        let n = stops.len() as isize;
        let at = match from.map(|stop| (stop, self.position(walk, stop))) {
            Some((_, Some(at))) => at as isize + by,
            Some((stop, None)) => {
                let here = self.places_at(stop).first().copied();
                let after = stops.iter().position(|s| self.places_at(*s).first().copied() > here).unwrap_or(0) as isize;
                if by > 0 { after } else { after - 1 }
            }
            None if by > 0 => 0,
            None => -1,
        };
        stops.get(at.rem_euclid(n) as usize).copied()
    }
}
