//! Which sentences hold a word or trigram.

/// Per key, the sentences that hold it, with a value each: an inverted index in two flat arrays.
pub(crate) struct Postings<V> {
    /// Where each key's entries start; one more than there are keys.
    starts: Vec<u32>,
    entries: Vec<(u32, V)>,
}

impl<V: Copy + Default> Postings<V> {
    /// Indexes sentences by keys below `n_keys`; `held` gives the keys and values of a sentence.
    pub(crate) fn new<S, I: Iterator<Item = (u32, V)>>(n_keys: usize, sentences: &[S], held: impl Fn(usize) -> I) -> Self {
        let mut starts = vec![0_u32; n_keys + 1];
        for (key, _) in (0..sentences.len()).flat_map(&held) {
            starts[key as usize + 1] += 1;
        }
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        let mut next = starts.clone();
        let mut entries = vec![(0, V::default()); end as usize];
        for sentence in 0..sentences.len() {
            for (key, value) in held(sentence) {
                let at = &mut next[key as usize];
                entries[*at as usize] = (sentence as u32, value);
                *at += 1;
            }
        }
        Self { starts, entries }
    }

    /// The sentences that hold `key`, in order.
    pub(crate) fn of(&self, key: u32) -> &[(u32, V)] {
        &self.entries[self.starts[key as usize] as usize..self.starts[key as usize + 1] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_in_order_of_sentences() {
        let sentences = [vec![(2, 'a'), (0, 'b')], vec![(2, 'c')]];
        let postings = Postings::new(3, &sentences, |s| sentences[s].iter().copied());
        assert_eq!(postings.of(2), [(0, 'a'), (1, 'c')]);
        assert_eq!(postings.of(0), [(0, 'b')]);
        assert!(postings.of(1).is_empty());
    }
}
