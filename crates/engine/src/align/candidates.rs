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
