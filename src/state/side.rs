//! How the side by side is shown: columns, layout, what is selected.

use crossread_engine::ArticleIdx;

use super::Picks;
use crate::protocol::ArticleId;
use crate::reading::{Reading, Stop, Walk};

/// Fewest columns.
const FEWEST: usize = 2;
/// Most columns.
const MOST: usize = 5;
/// Columns shown until the reader chooses: more make for lines too short to read well.
const AT_FIRST: usize = 3;

/// The two layouts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Each article whole, in its own order.
    #[default]
    Text,
    /// Linked passages level, in one article's order.
    Aligned,
}

/// How the side by side is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// Which layout.
    pub layout: Layout,
    /// The articles shown, in the order of the articles.
    pub columns: Vec<ArticleId>,
    /// The article whose order the aligned layout follows; the first shown if none.
    pub lead: Option<ArticleId>,
    /// What the reader steps through.
    pub walk: Walk,
    /// What is selected.
    pub stop: Option<Stop>,
    /// The article in which the reader looks at it: it stays where it is on the screen while the others move.
    pub focus: Option<ArticleIdx>,
    /// While the reader chooses two sentences to link: what is chosen.
    pub linking: Option<Picks>,
    /// Raised by every selection by stepping, so that the view brings it on screen.
    pub jump: u32,
    /// Raised by every step that the keyboard's focus is to follow: to a twin, to a link just made.
    pub grasp: u32,
}

impl Side {
    /// Fits to a new comparison: columns of articles that are gone make room for others; what is selected stays so where it is still there.
    pub(super) fn settle(&mut self, reading: &Reading, old: Option<&Reading>) {
        self.columns.retain(|id| reading.ids.contains(id));
        for id in &reading.ids {
            if self.columns.len() < AT_FIRST && !self.columns.contains(id) {
                self.columns.push(*id);
            }
        }
        self.put_in_order(reading);
        self.lead = self.lead.filter(|id| reading.ids.contains(id));
        self.stop = self.stop.zip(old).and_then(|(stop, old)| reading.follow(old, stop));
        let focus =
            self.focus.zip(old).and_then(|(focus, old)| old.ids.get(focus.0)).and_then(|id| reading.ids.iter().position(|i| i == id));
        self.focus = self.stop.and(focus).map(ArticleIdx);
        self.linking = None;
    }

    /// Selects something and brings it and the focus there.
    pub(super) fn go_to(&mut self, reading: &Reading, stop: Stop) {
        self.select(reading, Some(stop));
        self.jump += 1;
        self.grasp += 1;
    }

    /// The columns as positions among the compared articles.
    pub fn shown(&self, reading: &Reading) -> Vec<ArticleIdx> {
        let at = |id| reading.ids.iter().position(|other| *other == id).map(ArticleIdx);
        self.columns.iter().filter_map(|id| at(*id)).collect()
    }

    /// The article whose order the aligned layout follows.
    pub fn lead(&self, reading: &Reading) -> ArticleIdx {
        let lead = self.lead.filter(|lead| self.columns.contains(lead)).or_else(|| self.columns.first().copied());
        ArticleIdx(lead.and_then(|lead| reading.ids.iter().position(|id| *id == lead)).unwrap_or(0))
    }

    /// Whether another column can be shown, and whether one can go.
    pub fn room(&self) -> (bool, bool) {
        (self.columns.len() < MOST, self.columns.len() > FEWEST)
    }

    pub(super) fn toggle(&mut self, reading: &Reading, id: ArticleId) {
        let (more, fewer) = self.room();
        if let Some(at) = self.columns.iter().position(|other| *other == id) {
            if fewer {
                self.columns.remove(at);
            }
        } else if more {
            self.columns.push(id);
            self.put_in_order(reading);
        }
    }

    pub(super) fn select(&mut self, reading: &Reading, stop: Option<Stop>) {
        self.stop = stop;
        let Some(stop) = stop else {
            self.focus = None;
            return;
        };
        let places = reading.articles_at(stop);
        self.uncover(reading, &places);
        if !self.focus.is_some_and(|focus| places.contains(&focus)) {
            let shown = self.shown(reading);
            self.focus = places.iter().find(|place| shown.contains(place)).copied();
        }
    }

    /// Steps through `walk`, or the one before.
    pub(super) fn walk(&mut self, reading: &Reading, walk: Option<Walk>, by: isize) {
        let walk = walk.unwrap_or(self.walk);
        let stop = if by == 0 { reading.first(walk) } else { reading.step(walk, self.stop, by) };
        self.walk = walk;
        self.focus = None;
        self.select(reading, stop);
        self.jump += 1;
    }

    /// Goes on to the same passage in the next column.
    pub(super) fn twin(&mut self, reading: &Reading) {
        let Some(stop) = self.stop else { return };
        let shown = self.shown(reading);
        let places: Vec<_> = reading.articles_at(stop).into_iter().filter(|place| shown.contains(place)).collect();
        let next = places.iter().position(|place| Some(*place) == self.focus).map_or(0, |at| (at + 1) % places.len());
        self.focus = places.get(next).copied();
        self.jump += 1;
        self.grasp += 1;
    }

    /// Shows the columns that a selection stands in, in place of others.
    fn uncover(&mut self, reading: &Reading, places: &[ArticleIdx]) {
        let shown = self.shown(reading);
        if matches!(self.stop, Some(Stop::Statement(_))) && places.iter().filter(|place| shown.contains(place)).count() > 1 {
            return;
        }
        let wanted: Vec<_> = places.iter().take(MOST).filter_map(|place| reading.ids.get(place.0).copied()).collect();
        for id in &wanted {
            if self.columns.contains(id) {
                continue;
            }
            if self.columns.len() >= AT_FIRST
                && let Some(at) = self.columns.iter().rposition(|other| !wanted.contains(other))
            {
                self.columns.remove(at);
            }
            self.columns.push(*id);
        }
        self.put_in_order(reading);
    }

    fn put_in_order(&mut self, reading: &Reading) {
        self.columns.sort_by_key(|id| reading.ids.iter().position(|other| other == id));
    }
}
