//! Long copies: passages of two texts that share most of their words in order, however long the texts are.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::Span;
use crate::segment::{Segments, Token, WordId};

/// Words in a seed.
const SEED: usize = 5;
/// Widest gap between seeds of one passage, in words, in both texts.
const GAP: usize = 25;
/// Shortest passage, in characters of either text.
const MIN_CHARS: usize = 250;
/// A seed that occurs more often in one text is a stock phrase or a refrain: it starts no passage.
const MAX_OCCURRENCES: usize = 16;

/// A run of words of two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Copy {
    pub a: Range<usize>,
    pub b: Range<usize>,
}

/// Every place where five words of `a` follow each other in `b` too: positions of their first words, in order.
pub(crate) fn seeds(a: &[WordId], b: &[WordId]) -> Vec<(usize, usize)> {
    let mut positions: Vec<usize> = (0..(b.len() + 1).saturating_sub(SEED)).collect();
    positions.sort_by(|&x, &y| b[x..x + SEED].cmp(&b[y..y + SEED]).then(x.cmp(&y)));
    let mut found = Vec::new();
    for (at, gram) in a.windows(SEED).enumerate() {
        let from = positions.partition_point(|&p| b[p..p + SEED] < *gram);
        let to = from + positions[from..].iter().take(MAX_OCCURRENCES + 1).take_while(|&&p| b[p..p + SEED] == *gram).count();
        if to - from <= MAX_OCCURRENCES {
            found.extend(positions[from..to].iter().map(|&p| (at, p)));
        }
    }
    found
}

/// Seeds joined over gaps.
pub(crate) fn join(seeds: &[(usize, usize)]) -> Vec<Copy> {
    let mut open: Vec<Copy> = Vec::new();
    let mut closed = Vec::new();
    for &(i, j) in seeds {
        let (ended, still_open): (Vec<Copy>, Vec<Copy>) = open.into_iter().partition(|c| c.a.end + GAP < i);
        closed.extend(ended);
        open = still_open;
        let near = |c: &Copy| j + SEED + GAP >= c.b.start && j <= c.b.end + GAP;
        match open.iter_mut().find(|c| near(c)) {
            Some(copy) => {
                copy.a.end = copy.a.end.max(i + SEED);
                copy.b = copy.b.start.min(j)..copy.b.end.max(j + SEED);
            }
            None => open.push(Copy { a: i..i + SEED, b: j..j + SEED }),
        }
    }
    closed.extend(open);
    closed.sort_by_key(|c| (c.a.start, c.b.start, c.a.end, c.b.end));
    closed
}

/// The copied passages of two texts, as spans: at least 250 characters long on either side. For measuring.
pub fn copied_passages(a: &str, b: &str) -> Vec<(Span, Span)> {
    let segments = Segments::new([[(a, 0)], [(b, 0)]]);
    let [a_tokens, b_tokens] = [0, 1].map(|text| segments.texts[text].concat());
    let ids = |tokens: &[Token]| tokens.iter().map(|t| t.word).collect::<Vec<_>>();
    let spans = |tokens: &[Token], words: &Range<usize>| Span::new(tokens[words.start].span.start, tokens[words.end - 1].span.end);
    join(&seeds(&ids(&a_tokens), &ids(&b_tokens)))
        .iter()
        .map(|copy| (spans(&a_tokens, &copy.a), spans(&b_tokens, &copy.b)))
        .filter(|(x, y)| x.of(a).chars().count() >= MIN_CHARS && y.of(b).chars().count() >= MIN_CHARS)
        .collect()
}

/// Pairs of sentences that seeds join, with how many words of the shorter one they cover, 0 to 1. Near linear in words: what is left to a pair
/// of texts too long to look at every pair of sentences.
pub(crate) fn copied_sentences(a: &[Vec<Token>], b: &[Vec<Token>]) -> BTreeMap<(usize, usize), f64> {
    let flat = |text: &[Vec<Token>]| -> (Vec<WordId>, Vec<usize>) {
        text.iter().enumerate().flat_map(|(at, sentence)| sentence.iter().map(move |t| (t.word, at))).unzip()
    };
    let ((a_words, a_sentences), (b_words, b_sentences)) = (flat(a), flat(b));
    let mut ends = BTreeMap::<(usize, usize), (usize, usize)>::new();
    for (i, j) in seeds(&a_words, &b_words) {
        let pair = (a_sentences[i], b_sentences[j]);
        if a_sentences[i + SEED - 1] != pair.0 || b_sentences[j + SEED - 1] != pair.1 {
            continue;
        }
        let (covered_to, covered) = ends.entry(pair).or_default();
        *covered += (i + SEED).saturating_sub((*covered_to).max(i));
        *covered_to = (*covered_to).max(i + SEED);
    }
    ends.into_iter().map(|((i, j), (_, covered))| ((i, j), (covered as f64 / a[i].len().min(b[j].len()) as f64).min(1.0))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<WordId> {
        text.bytes().map(|b| WordId(u32::from(b))).collect()
    }

    #[test]
    fn seeds_join_over_a_gap() {
        let found = join(&seeds(&words("abcdefgh--ijklmnop"), &words("xxabcdefgh+ijklmnop")));
        assert_eq!(found, [Copy { a: 0..18, b: 2..19 }]);
    }

    #[test]
    fn far_seeds_do_not() {
        let b = format!("abcde{}fghij", "-".repeat(40));
        let found = join(&seeds(&words("abcdefghij"), &words(&b)));
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn a_refrain_starts_no_passage() {
        assert!(seeds(&words("aaaaaaaaaaaaaaaaaaaaaaaaaa"), &words(&"a".repeat(100))).is_empty());
    }
}
