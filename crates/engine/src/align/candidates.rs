//! Which pairs of sentences are worth scoring.

use super::evidence::Weighed;
use super::rows::Rows;

/// A word that stands in more sentences of a text brings no candidates by itself, so that their number grows with the length of the texts and not
/// with its square. Articles are shorter than this: every word counts in them.
const COMMON: usize = 64;
/// The least weight of shared words, over that of the lighter sentence, that makes a candidate. Measured on news of one event: of 9,132 links that
/// scoring every pair makes, 16 are lost, all near the threshold; at 0.1, 132.
const LEAST_SHARED: f64 = 0.05;

/// Pairs of sentences to be scored.
pub(crate) struct Candidates {
    /// Per sentence of the first text, those of the second, ascending.
    pub cells: Rows<u32>,
    /// Meetings of a sentence with another over a shared word: the steps it took.
    pub steps: usize,
    /// Meetings left out because `allowed` was too low for them.
    pub skipped: usize,
}

impl Candidates {
    /// Finds the pairs whose sentences share enough, by an index of words, or are the same words, in at most `allowed` steps or as many as there are words in one
    /// sentence of either text. When that does not suffice, the commonest words are left out.
    pub(crate) fn new(texts: &Weighed, allowed: usize) -> Self {
        let steps = |common| texts.shared_counts().filter(|(x, y)| *x.max(y) <= common).map(|(x, y)| x * y).sum::<usize>();
        let all = steps(COMMON);
        let (mut common, mut taken) = (COMMON, all);
        while taken > allowed && common > 1 {
            common /= 2;
            taken = steps(common);
        }
        let mut cells = Rows::default();
        let (n_rows, n_columns) = texts.lens();
        let mut shared = vec![0.0; n_columns];
        let mut met: Vec<u32> = Vec::new();
        let mut equal = texts.equal_sentences().into_iter().peekable();
        for i in 0..n_rows {
            for (weight, sentences) in texts.meetings(i, common) {
                for j in sentences {
                    if shared[*j as usize] == 0.0 {
                        met.push(*j);
                    }
                    shared[*j as usize] += weight;
                }
            }
            // At most one, for a sentence has one wording.
            let twin = equal.next_if(|(sentence, _)| *sentence == i).map(|(_, j)| j);
            met.extend(twin.filter(|j| shared[*j as usize] == 0.0));
            met.sort_unstable();
            for j in met.drain(..) {
                let weight = std::mem::take(&mut shared[j as usize]);
                if weight >= LEAST_SHARED * texts.lighter(i, j as usize) || twin == Some(j) {
                    cells.push(j);
                }
            }
            cells.end_row();
        }
        Self { cells, steps: taken, skipped: all - taken }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::prepare;
    use crate::segment::Segments;

    fn found(a: &[String], b: &[String], allowed: usize) -> Candidates {
        let segments = Segments::new([a, b].map(|text| text.iter().map(|sentence| (sentence.as_str(), 0))));
        Candidates::new(&Weighed::new(&prepare(&segments), 0, 1), allowed)
    }

    /// Sentences of two words of which each stands in a tenth of them, and one of their own.
    fn text(n: usize) -> Vec<String> {
        // Letters that no stemmer cuts off.
        let word = |first: char, n: usize| {
            n.to_string()
                .bytes()
                .map(|d| char::from(b"bcfghjkmpq"[usize::from(d - b'0')]))
                .fold(String::from(first), |word, letter| format!("{word}{letter}"))
        };
        (0..n).map(|at| format!("{} {} {}", word('t', at % 10), word('v', at / 10 % 10), word('z', at))).collect()
    }

    #[test]
    fn steps_stay_within_what_is_allowed_and_the_rest_is_told() {
        let (a, b) = (text(200), text(200));
        let all = found(&a, &b, usize::MAX);
        assert_eq!((all.steps, all.skipped), (10 * 20 * 20 + 10 * 20 * 20 + 200, 0));
        let some = found(&a, &b, 1_000);
        assert!(some.steps <= 1_000, "{}", some.steps);
        assert_eq!(some.steps + some.skipped, all.steps);
    }

    #[test]
    fn steps_grow_with_length_not_with_its_square() {
        let steps = |n| found(&text(n), &text(n), usize::MAX).steps;
        // From 640 sentences on, the shared words stand in more than 64: only those of one sentence are left.
        assert_eq!((steps(1_000), steps(2_000)), (1_000, 2_000));
    }
}
