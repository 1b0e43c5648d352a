//! The words of something said, ready to be set beside others.

use super::lexicon::{Hedge, Tags};
use super::said::Said;
use super::texts::Texts;
use crate::segment::WordId;
use crate::sort::Sort;

/// Something said with its words.
pub(crate) struct Line {
    pub said: Said,
    pub words: Vec<LineWord>,
    /// Stems that tell something, sorted, each once.
    pub content: Vec<WordId>,
}

/// A word of a [`Line`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct LineWord {
    pub word: WordId,
    pub stem: WordId,
    pub is_stop: bool,
    /// Its first letter, folded.
    pub initial: Option<char>,
    pub modality: Option<Modality>,
}

/// What a word does to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Modality {
    Negated,
    Hedged(Hedge),
}

impl Modality {
    pub(crate) fn of(tags: Tags) -> Option<Self> {
        if tags.is_negation { Some(Self::Negated) } else { tags.hedge.map(Self::Hedged) }
    }
}

impl Line {
    pub(crate) fn new(texts: &Texts<'_>, said: Said) -> Self {
        let mut line = Vec::new();
        for sentence in said.sentences.0..=said.sentences.1 {
            let words = texts.words(said.article, sentence);
            let inside = (0..words.len()).filter(|at| said.span.contains(words.tokens[*at].span));
            line.extend(inside.map(|at| {
                let token = words.tokens[at];
                LineWord {
                    word: token.word,
                    stem: token.stem,
                    is_stop: token.is_stop,
                    initial: words.folded(at).chars().next(),
                    modality: Modality::of(words.tags(at)),
                }
            }));
        }
        let mut content: Vec<WordId> = line.iter().filter(|w| !w.is_stop && w.modality.is_none()).map(|w| w.stem).collect();
        content.order();
        content.dedup();
        Self { said, words: line, content }
    }

    /// How many stems two lines share.
    pub(crate) fn n_shared(&self, other: &Self) -> usize {
        self.content.iter().filter(|stem| other.content.binary_search(stem).is_ok()).count()
    }

    /// Whether the words of meaning of one line stand in the other in one run.
    pub(crate) fn is_run_of(&self, other: &Self) -> bool {
        let telling = |line: &Self| line.words.iter().filter(|w| !w.is_stop).map(|w| w.stem).collect::<Vec<_>>();
        let (x, y) = (telling(self), telling(other));
        let (shorter, longer) = if x.len() <= y.len() { (x, y) } else { (y, x) };
        !shorter.is_empty() && longer.windows(shorter.len()).any(|run| run == shorter)
    }

    /// Whether the words of one line, three at least, stand in the other in one run.
    pub(crate) fn is_part_of(&self, other: &Self) -> bool {
        let (shorter, longer) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        let same = |run: &[LineWord]| run.iter().zip(&shorter.words).all(|(x, y)| x.word == y.word);
        shorter.words.len() >= 3 && longer.words.windows(shorter.words.len()).any(same)
    }

    /// Whether two lines are the same words.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.words.len() == other.words.len() && self.words.iter().zip(&other.words).all(|(x, y)| x.word == y.word)
    }
}
