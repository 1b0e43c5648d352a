//! What is known of each unit once all have a first score.

use crate::sort::Sort;
use std::collections::BTreeMap;

use super::row::Row;
use super::rows::{heaviest, sums};
use super::unit::Unit;

/// The score beyond either end of a text, in log-odds.
const OUTSIDE: f32 = -6.0;
/// How far around a unit shares of article are taken.
const WINDOWS: [usize; 2] = [3, 8];

/// The rows with what the scores (log-odds) of a unit's neighbours, of the whole text and, in a page, of the units of the same elements say.
pub(super) fn rows(units: &[Unit<'_>], mut rows: Vec<Row>, scores: &[f32]) -> Vec<Row> {
    let n = units.len();
    let words: Vec<f32> = units.iter().map(|unit| unit.line.words as f32).collect();
    let likely: Vec<f32> = scores.iter().zip(&words).map(|(score, words)| odds_to_share(*score) * words).collect();
    let (likely_before, words_before) = (sums(likely.iter().copied()), sums(words.iter().copied()));
    let all = likely_before[n] + 1e-6;
    let share = |from: usize, to: usize| (likely_before[to] - likely_before[from]) / (words_before[to] - words_before[from] + 1.0);
    let weight = |(score, words): (&f32, &f32)| score.clamp(-3.0, 3.0) * words.min(60.0);
    let stretch = heaviest(scores.iter().zip(&words).map(weight));
    let best = best(units, scores);
    for (i, row) in rows.iter_mut().enumerate() {
        row.push(scores[i]);
        let near = |distance: isize| i.checked_add_signed(distance).and_then(|other| scores.get(other)).copied().unwrap_or(OUTSIDE);
        row.extend([-3, -2, -1, 1, 2, 3].map(near));
        row.extend([likely_before[i] / all, all]);
        for width in WINDOWS {
            let (from, to) = (i.saturating_sub(width), (i + width + 1).min(n));
            row.extend([share(from, to), share(from, i), share(i + 1, to)]);
        }
        let signed = |n: usize| n as f32;
        row.extend([
            f32::from(u8::from(stretch.contains(&i))),
            signed(i) - signed(stretch.start),
            signed(stretch.end) - signed(i),
            scores[i] - best,
            best,
        ]);
    }
    if units.iter().any(|unit| unit.markup.is_some()) {
        for group in 0..3 {
            of_groups(units, group, &likely, &words, all, &mut rows);
        }
    }
    rows
}

/// For each unit the share of article among the others of its group, and the group's share of all that is likely article.
fn of_groups(units: &[Unit<'_>], group: usize, likely: &[f32], words: &[f32], all: f32, rows: &mut [Row]) {
    let name = |unit: &Unit<'_>| unit.markup.map_or(0, |markup| markup.groups[group]);
    let mut groups: BTreeMap<usize, (f32, f32)> = BTreeMap::new();
    for (i, unit) in units.iter().enumerate() {
        let (likely_in, words_in) = groups.entry(name(unit)).or_default();
        *likely_in += likely[i];
        *words_in += words[i];
    }
    for (i, unit) in units.iter().enumerate() {
        let (likely_in, words_in) = groups.get(&name(unit)).copied().unwrap_or_default();
        rows[i].extend([(likely_in - likely[i]) / (words_in - words[i] + 1.0), likely_in / all]);
    }
}

/// How the best running text scores: the mean of the three best units of 8 words or more, or the best of all where there are fewer.
pub(super) fn best(units: &[Unit<'_>], scores: &[f32]) -> f32 {
    let mut long: Vec<f32> = units.iter().zip(scores).filter(|(unit, _)| unit.line.words >= 8).map(|(_, score)| *score).collect();
    long.order_by(|a, b| b.total_cmp(a));
    match long.get(..3) {
        Some(three) => three.iter().sum::<f32>() / 3.0,
        None => scores.iter().copied().max_by(f32::total_cmp).unwrap_or(OUTSIDE),
    }
}

fn odds_to_share(log_odds: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-log_odds))
}
