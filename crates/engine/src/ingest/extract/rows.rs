//! What is known of each unit before any is judged, as numbers.

use std::ops::Range;

use super::row::Row;
use super::unit::Unit;
use crate::ingest::dates;
use crate::ingest::hash::{Counts, hash};
use crate::ingest::line::{Kind, Line};

/// The rows of all units, equally long: what a unit's own words say, the lines around it, where it stands, the stretch that looks most like an
/// article (the core) and how it stands to that, and what the markup says.
pub(super) fn rows(units: &[Unit<'_>]) -> Vec<Row> {
    let times = Counts::new(units.iter().map(|unit| unit.line.hash));
    let around = Around::new(units);
    let core = Core::new(units);
    let row = |i: usize| {
        let mut row = Row::new();
        own(&units[i].line, times.of(units[i].line.hash), &mut row);
        around.row(units, i, &mut row);
        core.row(&units[i].line.folded, i, &mut row);
        row.push(units[i].gap as f32);
        row.push(units.get(i + 1).map_or(Unit::START, |next| next.gap) as f32);
        row.extend(units[i].markup.iter().flat_map(|markup| markup.row));
        row
    };
    (0..units.len()).map(row).collect()
}

fn bit(value: bool) -> f32 {
    f32::from(u8::from(value))
}

/// A number for each kind, which only have to differ.
fn kind(line: &Line<'_>) -> f32 {
    match line.kind {
        Kind::Prose => 0.0,
        Kind::Short => 1.0,
        Kind::Item => 2.0,
        Kind::Bullet => 3.0,
        Kind::Time => 4.0,
        Kind::Byline => 5.0,
        Kind::Rule => 6.0,
    }
}

/// Words above which a line is not looked through for a date.
const LONG: usize = 30;

/// What a line says alone; `times` is how often it stands in the text.
fn own(line: &Line<'_>, times: usize, row: &mut Row) {
    let (text, shape) = (line.text, &line.shape);
    let per = |n: usize, of: usize| n as f32 / of.max(1) as f32;
    row.extend([
        line.words as f32,
        per(shape.chars, line.words),
        bit(line.ends),
        kind(line),
        bit(line.furniture),
        bit(line.end_matter),
        per(shape.capitals, shape.plain_words),
        per(shape.digits, shape.chars),
        per(shape.short, shape.plain_words),
        per(shape.commas, shape.plain_words),
        bit(shape.quotes),
        bit(shape.signs),
        bit(line.words < LONG && dates::find(text, dates::Order::Unknown).is_some()),
        times as f32,
        shape.stops as f32,
        bit(text.starts_with(char::is_lowercase)),
        bit(text.ends_with(['?', '!'])),
        bit(text.ends_with(':')),
    ]);
}

/// How many words of a long unit count in sums.
const CAP: f32 = 80.0;

/// What stands around each unit.
struct Around {
    /// Sums over the units before or after each, the nearer the heavier: of prose with a short and a long memory, and of other lines.
    sums: [Vec<f32>; 6],
    /// Words of prose, and words, before each unit, and in all.
    prose: Vec<f32>,
    words: Vec<f32>,
    /// Where lines stand that open end matter.
    ends: Vec<usize>,
}

impl Around {
    fn new(units: &[Unit<'_>]) -> Self {
        let prose: Vec<f32> = units.iter().map(Unit::prose).collect();
        let capped: Vec<f32> = prose.iter().map(|words| words.min(CAP)).collect();
        let other: Vec<f32> = prose.iter().map(|words| bit(*words == 0.0)).collect();
        Self {
            sums: [
                before(&capped, 0.5),
                after(&capped, 0.5),
                before(&capped, 0.85),
                after(&capped, 0.85),
                before(&other, 0.7),
                after(&other, 0.7),
            ],
            prose: sums(prose),
            words: sums(units.iter().map(|unit| unit.line.words as f32)),
            ends: (0..units.len()).filter(|i| units[*i].line.end_matter).collect(),
        }
    }

    fn row(&self, units: &[Unit<'_>], i: usize, row: &mut Row) {
        for distance in [-2, -1, 1, 2] {
            match i.checked_add_signed(distance).and_then(|other| units.get(other)) {
                Some(unit) => row.extend([unit.line.words as f32, bit(unit.line.ends), kind(&unit.line), unit.linked()]),
                None => row.extend([-1.0; 4]),
            }
        }
        row.extend(self.sums.iter().map(|sums| sums[i]));
        let n = units.len();
        let (prose, words) = (self.prose[n].max(1.0), self.words[n].max(1.0));
        row.extend([i as f32 / n as f32, self.prose[i] / prose, self.words[i] / words, n as f32, prose]);
        let earlier = self.ends.partition_point(|end| *end <= i);
        let last = earlier.checked_sub(1).and_then(|last| self.ends.get(last));
        row.extend([
            last.map_or(-1.0, |end| (i - end) as f32),
            earlier as f32,
            (self.ends.len() - earlier) as f32,
            self.ends.get(earlier).map_or(-1.0, |end| (end - i) as f32),
        ]);
    }
}

/// What comes before each value, and after all of them, summed.
pub(super) fn sums(values: impl IntoIterator<Item = f32>) -> Vec<f32> {
    let mut out = vec![0.0];
    let mut sum = 0.0;
    for value in values {
        sum += value;
        out.push(sum);
    }
    out
}

/// The sum of what comes before each value, in which each step back keeps a share of what is left.
fn before(values: &[f32], keep: f32) -> Vec<f32> {
    let mut sum = 0.0;
    let step = |value: &f32| {
        let so_far = sum;
        sum = sum * keep + value;
        so_far
    };
    values.iter().map(step).collect()
}

/// The same of what comes after.
fn after(values: &[f32], keep: f32) -> Vec<f32> {
    let reversed: Vec<f32> = values.iter().rev().copied().collect();
    let mut sums = before(&reversed, keep);
    sums.reverse();
    sums
}

/// The stretch of units that looks most like an article.
struct Core {
    range: Range<usize>,
    /// Its share of the prose.
    share: f32,
    /// In how many of its units each longer word stands.
    words: Counts,
}

impl Core {
    fn new(units: &[Unit<'_>]) -> Self {
        let range = heaviest(units.iter().map(weight));
        let mut words = Vec::new();
        for unit in &units[range.clone()] {
            let start = words.len();
            words.extend(telling(&unit.line.folded).map(hash));
            words[start..].sort_unstable();
            // Each word once a line.
            let mut last = None;
            let mut kept = start;
            for i in start..words.len() {
                if last.replace(words[i]) != Some(words[i]) {
                    words[kept] = words[i];
                    kept += 1;
                }
            }
            words.truncate(kept);
        }
        let prose = |units: &[Unit<'_>]| units.iter().map(Unit::prose).sum::<f32>();
        Self { share: prose(&units[range.clone()]) / prose(units).max(1.0), range, words: Counts::new(words) }
    }

    fn row(&self, folded: &str, i: usize, row: &mut Row) {
        let Range { start, end } = self.range;
        let inside = self.range.contains(&i);
        let signed = |n: usize| n as f32;
        row.extend([
            bit(inside),
            if inside {
                0.0
            } else if i < start {
                signed(start - i)
            } else {
                -signed(i + 1 - end)
            },
            self.share,
            if start == end { 0.0 } else { (signed(i) - signed(start)) / signed(end - start) },
            self.cover(folded, if inside { 2 } else { 1 }),
        ]);
    }

    /// The share of a line's longer words that stand in `least` units of the core, -1 where it has none.
    fn cover(&self, folded: &str, least: usize) -> f32 {
        let (mut all, mut found) = (0, 0);
        for word in telling(folded) {
            all += 1;
            found += usize::from(self.words.of(hash(word)) >= least);
        }
        if all == 0 { -1.0 } else { found as f32 / all as f32 }
    }
}

/// The words of a folded line that are long enough to be about something.
fn telling(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| word.len() > 3)
}

/// What a unit adds to or takes from a stretch, in words of prose.
fn weight(unit: &Unit<'_>) -> f32 {
    let words = unit.line.words as f32;
    if unit.is_hidden() {
        0.0
    } else if unit.line.end_matter {
        -40.0
    } else if unit.line.furniture {
        -15.0
    } else if unit.linked() > 50.0 {
        -words.min(8.0)
    } else if unit.prose() > 0.0 {
        words.min(CAP)
    } else if words >= 10.0 {
        words / 2.0
    } else {
        -3.0
    }
}

/// The stretch with the greatest sum (Kadane's algorithm); empty where no value is above 0.
pub(super) fn heaviest(weights: impl Iterator<Item = f32>) -> Range<usize> {
    let (mut best, mut range) = (0.0, 0..0);
    let (mut sum, mut start) = (0.0, 0);
    for (i, weight) in weights.enumerate() {
        if sum <= 0.0 {
            (sum, start) = (0.0, i);
        }
        sum += weight;
        if sum > best {
            (best, range) = (sum, start..i + 1);
        }
    }
    range
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_around() {
        assert_eq!(before(&[1.0, 2.0, 4.0], 0.5), [0.0, 1.0, 2.5]);
        assert_eq!(after(&[1.0, 2.0, 4.0], 0.5), [4.0, 4.0, 0.0]);
        assert_eq!(sums([1.0, 2.0]), [0.0, 1.0, 3.0]);
    }

    #[test]
    fn heaviest_stretch() {
        assert_eq!(heaviest([-1.0, 3.0, -1.0, 3.0, -9.0, 4.0].into_iter()), 1..4);
        assert_eq!(heaviest([-1.0, 0.0].into_iter()), 0..0);
        assert_eq!(heaviest(std::iter::empty()), 0..0);
    }
}
