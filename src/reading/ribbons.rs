//! Ribbons: the bands in the gutter between two columns that join what is linked. Where they cross, something was moved.

use std::collections::BTreeMap;

use crossread_engine::{ArticleIdx, Relation};

use super::{Reading, Shade, Stop};

/// Room between a column's text and the bar beside it.
const GAP: f64 = 7.0;

/// Where a column's text stands, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Its left edge.
    pub left: f64,
    /// Its right edge.
    pub right: f64,
}

/// Where a run stands on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its column, from the left.
    pub column: usize,
    /// The passages that it is part of.
    pub passages: Vec<usize>,
    /// Its upper edge.
    pub top: f64,
    /// Its lower edge.
    pub bottom: f64,
}

/// A band between two neighbouring columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ribbon {
    /// The passage it joins.
    pub passage: usize,
    /// Its outline, as SVG path data.
    pub area: String,
    /// The bars at its ends.
    pub bars: String,
    /// How the two sides relate.
    pub relation: Relation,
    /// Whether it is of the selection.
    pub shade: Shade,
}

/// The ribbons between neighbouring columns; those of the selection last, so that they are drawn on top.
pub fn ribbons(reading: &Reading, shown: &[ArticleIdx], columns: &[Column], marks: &[Mark], stop: Option<Stop>) -> Vec<Ribbon> {
    let mut extents: BTreeMap<(usize, usize), (f64, f64)> = BTreeMap::new();
    for mark in marks {
        for passage in &mark.passages {
            let (top, bottom) = extents.entry((*passage, mark.column)).or_insert((mark.top, mark.bottom));
            *top = top.min(mark.top);
            *bottom = bottom.max(mark.bottom);
        }
    }
    // Ribbons of the same statement lead the eye across where what is selected stands in columns that are not neighbours.
    let twins = stop.map(|stop| reading.passages_beside(stop)).unwrap_or_default();
    let shade = |passage: usize| match stop {
        Some(Stop::Passage(selected)) if selected == passage => Shade::Selected,
        Some(Stop::Statement(_)) if twins.contains(&passage) => Shade::Selected,
        _ if twins.contains(&passage) => Shade::Twin,
        _ => Shade::None,
    };
    let mut ribbons: Vec<Ribbon> = Vec::new();
    for (index, passage) in reading.comparison.passages.iter().enumerate() {
        let column = |article| shown.iter().position(|s| *s == article);
        let (Some(a), Some(b)) = (column(passage.a), column(passage.b)) else { continue };
        let (left, right) = (a.min(b), a.max(b));
        if right != left + 1 {
            continue;
        }
        let (Some(from), Some(to)) = (extents.get(&(index, left)), extents.get(&(index, right))) else { continue };
        let (Some(left), Some(right)) = (columns.get(left), columns.get(right)) else { continue };
        let (area, bars) = outline((left.right + GAP, *from), (right.left - GAP, *to));
        ribbons.push(Ribbon { passage: index, area, bars, relation: passage.relation, shade: shade(index) });
    }
    ribbons.sort_by_key(|ribbon| ribbon.shade);
    ribbons
}

/// Whole pixels: finer cannot be seen, and makes for longer paths.
fn outline((x0, (top0, bottom0)): (f64, (f64, f64)), (x1, (top1, bottom1)): (f64, (f64, f64))) -> (String, String) {
    let [x0, x1, top0, bottom0, top1, bottom1] = [x0, x1, top0, bottom0, top1, bottom1].map(|v| v.round() as i32);
    let mid = (x0 + x1) / 2;
    let area = format!("M{x0} {top0}C{mid} {top0} {mid} {top1} {x1} {top1}V{bottom1}C{mid} {bottom1} {mid} {bottom0} {x0} {bottom0}Z");
    let bars = format!("M{x0} {top0}V{bottom0}M{x1} {top1}V{bottom1}");
    (area, bars)
}
