//! How a quotation differs from its fullest form.

use super::entities::are_one;
use super::lexicon::{Hedge, Title};
use super::line::{Line, LineWord, Modality};
use super::reading::{Reading, Resolved};
use super::texts::Texts;
use crate::segment::fold;
use crate::sort::Sort;
use crate::{Difference, Span};

/// Longest pair of quotations that is compared word by word, as the product of their words.
const MAX_PRODUCT: usize = 250_000;
/// Words of meaning from which on what is missing in the middle is a cut, whatever small words it holds.
const CUT: usize = 4;

/// How `line` differs from `reference`; each kind once, in order.
pub(crate) fn differences(reference: &Line, line: &Line, other_speaker: bool) -> Vec<Difference> {
    let mut found = Vec::new();
    if reference.words.len().saturating_mul(line.words.len()) <= MAX_PRODUCT {
        let is_indirect = !line.said.is_direct || !reference.said.is_direct;
        let gaps = gaps(&reference.words, &line.words);
        let (last, mut n_small) = (gaps.len() - 1, 0);
        for (at, (left_out, put_in)) in gaps.into_iter().enumerate() {
            let gap = Gap { left_out, put_in, is_indirect, is_edge: at == 0 || at == last };
            let in_gap = gap.differences();
            n_small += usize::from(!gap.is_edge && left_out.len() < CUT && in_gap.contains(&Difference::Cut));
            found.extend(in_gap);
        }
        // A word less here and one more there is another wording.
        if n_small > 0 && found.contains(&Difference::Inserted) && found.iter().filter(|d| **d == Difference::Cut).count() == n_small {
            found.retain(|d| !matches!(d, Difference::Cut | Difference::Inserted));
            found.push(Difference::Wording);
        }
    }
    if other_speaker {
        found.push(Difference::Speaker);
    }
    if reference.said.stance.zip(line.said.stance).is_some_and(|(x, y)| x != y) {
        found.push(Difference::Verb);
    }
    found.order();
    found.dedup();
    found
}

/// What stands between two words that both have, or before the first or after the last.
struct Gap<'a> {
    left_out: &'a [LineWord],
    put_in: &'a [LineWord],
    is_indirect: bool,
    is_edge: bool,
}

impl Gap<'_> {
    fn differences(&self) -> Vec<Difference> {
        let content = |words: &[LineWord]| words.iter().filter(|w| !w.is_stop && w.modality.is_none()).count();
        let (n_left_out, n_put_in) = (content(self.left_out), content(self.put_in));
        if n_left_out == 1 && n_put_in == 1 && self.is_indirect && self.is_other_tense() {
            return Vec::new();
        }
        let mut found = Vec::new();
        let is_cut_off = self.is_edge && (self.put_in.is_empty() || self.left_out.is_empty());
        if !is_cut_off && n_left_out < CUT && self.modality(self.left_out) != self.modality(self.put_in) {
            found.push(Difference::Modality);
        }
        found.extend(match (n_left_out > 0, n_put_in > 0) {
            (true, true) => Some(Difference::Wording),
            (true, false) => Some(Difference::Cut),
            // The clause of indirect speech holds more than what was said.
            (false, true) => Some(Difference::Inserted).filter(|_| !self.is_indirect),
            (false, false) => None,
        });
        found
    }

    /// Whether the words of meaning can be one verb in two tenses, which indirect speech shifts: most irregular verbs keep their first letter.
    fn is_other_tense(&self) -> bool {
        let telling = |words: &[LineWord]| words.iter().find(|w| !w.is_stop && w.modality.is_none()).map(|w| w.initial);
        telling(self.left_out) == telling(self.put_in)
    }

    /// What the words do to the claim; what indirect speech shifts ("will" to "would") is left out.
    fn modality(&self, words: &[LineWord]) -> Vec<Modality> {
        let is_shifted = |m: &Modality| matches!(m, Modality::Hedged(Hedge::Conditional | Hedge::Able | Hedge::Possible));
        words.iter().filter_map(|w| w.modality).filter(|m| !(self.is_indirect && is_shifted(m))).collect()
    }
}

/// What stands between words that both have: longest common subsequence of stems.
fn gaps<'a>(x: &'a [LineWord], y: &'a [LineWord]) -> Vec<(&'a [LineWord], &'a [LineWord])> {
    let width = y.len() + 1;
    let mut lengths = vec![0_u16; (x.len() + 1) * width];
    for i in (0..x.len()).rev() {
        for j in (0..y.len()).rev() {
            lengths[i * width + j] = if x[i].stem == y[j].stem {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut from) = (0, 0, (0, 0));
    let mut found = Vec::new();
    while i < x.len() && j < y.len() {
        if x[i].stem == y[j].stem {
            found.push((&x[from.0..i], &y[from.1..j]));
            (i, j) = (i + 1, j + 1);
            from = (i, j);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found.push((&x[from.0..], &y[from.1..]));
    found
}

/// Whether two speakers are certainly not one: two people with other names, two bodies, or a name and a role that an article gives to someone else.
pub(crate) fn is_other_speaker(
    texts: &Texts<'_>,
    readings: &[&Reading],
    (reading_x, x): (&Reading, &Resolved),
    (reading_y, y): (&Reading, &Resolved),
) -> bool {
    match (x.entity, y.entity) {
        (Some(x), Some(y)) => {
            let (x, y) = (&reading_x.entities.list[x], &reading_y.entities.list[y]);
            x.can_speak() == y.can_speak() && !are_one(&x.words, &y.words)
        }
        (Some(_), None) => is_role_of_another(texts, readings, (reading_y, y), (reading_x, x)),
        (None, Some(_)) => is_role_of_another(texts, readings, (reading_x, x), (reading_y, y)),
        (None, None) => {
            let words = |reading: &Reading, name: Span| {
                let written = fold(name.of(&texts.articles[reading.article].text));
                written.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
            };
            let (x, y) = (words(reading_x, x.name), words(reading_y, y.name));
            let is_body = |words: &[String]| words.last().is_some_and(|w| texts.tags(reading_x.article, w).title == Some(Title::Body));
            is_body(&x) && is_body(&y) && !x.iter().any(|w| y.contains(w))
        }
    }
}

/// Whether a role is that of someone else than the one named: an article gives it to another, and all that give it give it to that one.
fn is_role_of_another(
    texts: &Texts<'_>,
    readings: &[&Reading],
    (of_role, role): (&Reading, &Resolved),
    (of_name, name): (&Reading, &Resolved),
) -> bool {
    let written = fold(role.name.of(&texts.articles[of_role.article].text));
    let Some(head) = written.rsplit([' ', '-']).next() else { return false };
    let Some(named) = name.entity.map(|entity| &of_name.entities.list[entity]) else { return false };
    let bearers = readings.iter().flat_map(|reading| reading.entities.bearers(head).iter().map(|at| &reading.entities.list[*at]));
    let bearers: Vec<_> = bearers.collect();
    bearers
        .first()
        .is_some_and(|first| !are_one(&first.words, &named.words) && bearers.iter().all(|other| are_one(&first.words, &other.words)))
}
