//! Which sentences of a text hold a word or trigram.

use super::rows::Rows;

/// An inverted index of one text. A key is a stem's or trigram's id in the whole comparison; its slot is its rank among the keys of this text, so
/// that what is computed for a pair of texts fits arrays as long as the texts, not as long as the vocabulary.
#[derive(Clone, Debug, Default)]
pub(crate) struct Postings {
    /// Keys by slot, ascending.
    pub keys: Vec<u32>,
    /// Per slot, the sentences that hold the key, ascending.
    pub sentences: Rows<u32>,
}

impl Postings {
    /// Indexes sentences, each given as its keys, none twice; gives the slots of the keys too, sentence by sentence.
    pub(crate) fn new(sentences: impl Iterator<Item = impl Iterator<Item = u32>>) -> (Self, Vec<u32>) {
        // Key, sentence, place: sorted, these are in order of keys and, within a key, of sentences.
        let mut held: Vec<(u32, u32, u32)> = Vec::new();
        for (sentence, keys) in sentences.enumerate() {
            for key in keys {
                held.push((key, sentence as u32, held.len() as u32));
            }
        }
        held.sort_unstable();
        let mut postings = Self::default();
        let mut slots = vec![0; held.len()];
        for of_key in held.chunk_by(|x, y| x.0 == y.0) {
            for (_, sentence, place) in of_key {
                slots[*place as usize] = postings.keys.len() as u32;
                postings.sentences.push(*sentence);
            }
            postings.sentences.end_row();
            postings.keys.push(of_key[0].0);
        }
        (postings, slots)
    }

    /// In how many sentences the key in `slot` stands.
    pub(crate) fn count(&self, slot: usize) -> usize {
        self.sentences.range(slot).len()
    }

    /// Hands on the slots of the keys of two texts, in order of keys; `None` where only the other text has it.
    pub(crate) fn merge(&self, other: &Self, mut take: impl FnMut(Option<usize>, Option<usize>)) {
        let (mut x, mut y) = (0, 0);
        while x < self.keys.len() && y < other.keys.len() {
            let (key, other_key) = (self.keys[x], other.keys[y]);
            take((key <= other_key).then_some(x), (other_key <= key).then_some(y));
            x += usize::from(key <= other_key);
            y += usize::from(other_key <= key);
        }
        (x..self.keys.len()).for_each(|x| take(Some(x), None));
        (y..other.keys.len()).for_each(|y| take(None, Some(y)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn postings(sentences: &[&[u32]]) -> (Postings, Vec<u32>) {
        Postings::new(sentences.iter().map(|keys| keys.iter().copied()))
    }

    #[test]
    fn keys_and_sentences_are_in_order() {
        let (index, slots) = postings(&[&[20, 5], &[20]]);
        assert_eq!(index.keys, [5, 20]);
        assert_eq!(index.sentences.iter().collect::<Vec<_>>(), [&[0][..], &[0, 1]]);
        assert_eq!(slots, [1, 0, 1]);
        assert_eq!(index.count(1), 2);
    }

    #[test]
    fn merging_meets_every_key_once() {
        let (x, y) = (postings(&[&[1, 3, 4]]).0, postings(&[&[3, 9]]).0);
        let mut met = Vec::new();
        x.merge(&y, |x, y| met.push((x, y)));
        assert_eq!(met, [(Some(0), None), (Some(1), Some(0)), (Some(2), None), (None, Some(1))]);
    }
}
