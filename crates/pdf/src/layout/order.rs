//! The order in which blocks are read.

use super::Block;

/// Most blocks that are compared with each other; a page with more is a table or a drawing and is read from the top down.
const BLOCKS: usize = 250;

/// A block's box.
#[derive(Clone, Copy, Debug)]
struct Area {
    x0: f64,
    x1: f64,
    top: f64,
    bottom: f64,
}

impl Area {
    fn of(block: &Block) -> Self {
        Self { x0: block.x0(), x1: block.x1(), top: block.top(), bottom: block.bottom() }
    }

    fn shares_columns(&self, other: &Self) -> bool {
        // A little overhang is none: hanging quotation marks, a rounding.
        self.x1.min(other.x1) - self.x0.max(other.x0) > 2.0
    }
}

/// How much larger than most text of the page a headline's letters are.
const HEADLINE: f64 = 1.25;

/// The boxes of blocks. A headline's goes on to the right over white space, as the columns below it are all its own, however short it is.
fn areas(blocks: &[Block]) -> Vec<Area> {
    let plain: Vec<Area> = blocks.iter().map(Area::of).collect();
    let mut sizes: Vec<f64> = blocks.iter().flat_map(|block| block.lines.iter().map(|line| line.size)).collect();
    sizes.sort_by(f64::total_cmp);
    let usual = sizes.get(sizes.len() / 2).copied().unwrap_or(0.0);
    let edge = plain.iter().map(|area| area.x1).fold(0.0, f64::max);
    let widened = |(block, own): (&Block, &Area)| {
        let headline = block.lines.iter().all(|line| line.size >= HEADLINE * usual);
        let beside = |other: &&Area| other.x0 >= own.x1 - 2.0 && other.top < own.bottom + 2.0 && other.bottom > own.top - 2.0;
        let end = plain.iter().filter(beside).map(|area| area.x0).fold(edge, f64::min);
        Area { x1: if headline { end.max(own.x1) } else { own.x1 }, ..*own }
    };
    blocks.iter().zip(&plain).map(widened).collect()
}

/// Puts blocks into the order in which they are read.
///
/// One block comes before another where both share columns and it stands above; and where it stands wholly to the left, unless a third block
/// that shares columns with both stands between their heights, as a headline does that begins another story below.
pub(super) fn in_reading_order(mut blocks: Vec<Block>) -> Vec<Block> {
    blocks.sort_by(|a, b| a.top().total_cmp(&b.top()).then(a.x0().total_cmp(&b.x0())));
    if blocks.len() > BLOCKS {
        return blocks;
    }
    let areas = areas(&blocks);
    let before = |a: &Area, b: &Area| {
        if a.shares_columns(b) {
            return a.top < b.top;
        }
        let parted = |c: &Area| {
            let middle = (c.top + c.bottom) / 2.0;
            c.shares_columns(a) && c.shares_columns(b) && a.top.min(b.top) < middle && middle < a.bottom.max(b.bottom)
        };
        a.x1 <= b.x0 + 2.0 && !areas.iter().any(parted)
    };
    let mut waits: Vec<Vec<usize>> = Vec::with_capacity(areas.len());
    for b in &areas {
        waits.push(areas.iter().enumerate().filter(|(_, a)| !std::ptr::eq(*a, b) && before(a, b)).map(|(i, _)| i).collect());
    }
    let mut done = vec![false; blocks.len()];
    let mut order = Vec::with_capacity(blocks.len());
    while order.len() < blocks.len() {
        let free = |i: &usize| done.get(*i) == Some(&false) && waits.get(*i).is_some_and(|w| w.iter().all(|j| done.get(*j) == Some(&true)));
        // Where blocks wait for each other in a ring, the topmost goes first.
        let next = (0..blocks.len()).find(free).or_else(|| done.iter().position(|done| !done));
        let Some(next) = next else { break };
        if let Some(slot) = done.get_mut(next) {
            *slot = true;
        }
        order.push(next);
    }
    let mut slots: Vec<Option<Block>> = blocks.into_iter().map(Some).collect();
    order.into_iter().filter_map(|i| slots.get_mut(i).and_then(Option::take)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Line;

    fn block(text: &str, x: (f64, f64), y: (f64, f64)) -> Block {
        let line =
            |y: f64| Line { text: text.to_owned(), x0: x.0, x1: x.1, y, size: 10.0, bold: false, first: 20.0, furniture: false, tag: None };
        Block { lines: vec![line(y.0), line(y.1)] }
    }

    fn order(blocks: Vec<Block>) -> Vec<String> {
        in_reading_order(blocks).iter().map(|block| block.lines[0].text.clone()).collect()
    }

    #[test]
    fn headline_over_three_columns() {
        let read = order(vec![
            block("three", (220.0, 320.0), (50.0, 200.0)),
            block("two", (110.0, 210.0), (50.0, 200.0)),
            block("one", (0.0, 100.0), (50.0, 200.0)),
            block("headline", (0.0, 320.0), (10.0, 30.0)),
        ]);
        assert_eq!(read, ["headline", "one", "two", "three"]);
    }

    #[test]
    fn a_second_story_below() {
        let read = order(vec![
            block("headline", (0.0, 210.0), (10.0, 30.0)),
            block("one", (0.0, 100.0), (50.0, 100.0)),
            block("two", (110.0, 210.0), (50.0, 100.0)),
            block("second", (0.0, 210.0), (120.0, 140.0)),
            block("three", (0.0, 100.0), (160.0, 200.0)),
            block("four", (110.0, 210.0), (160.0, 200.0)),
        ]);
        assert_eq!(read, ["headline", "one", "two", "second", "three", "four"]);
    }

    #[test]
    fn picture_in_a_column_leaves_it_one() {
        let read = order(vec![
            block("one above", (0.0, 100.0), (50.0, 80.0)),
            block("two", (110.0, 210.0), (50.0, 200.0)),
            block("one below", (0.0, 100.0), (150.0, 200.0)),
        ]);
        assert_eq!(read, ["one above", "one below", "two"]);
    }
}
