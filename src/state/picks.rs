//! Sentences that the reader chooses to link.

use crossread_engine::ArticleIdx;

/// A sentence of one of the compared articles.
pub type Pick = (ArticleIdx, usize);

/// What was chosen of the two sentences that are to be linked; they stand in two articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Picks {
    chosen: [Option<Pick>; 2],
}

impl Picks {
    /// One sentence to begin with, or none.
    pub fn starting_at(pick: Option<Pick>) -> Self {
        Self { chosen: [pick, None] }
    }

    /// Chooses a sentence, in place of another of its article or, with two chosen, of the later one; or lets it go, if it is chosen.
    pub fn toggle(&mut self, pick: Pick) {
        let of_article = self.chosen.iter().position(|chosen| chosen.is_some_and(|(article, _)| article == pick.0));
        let slot = of_article.or_else(|| self.chosen.iter().position(Option::is_none)).unwrap_or(1);
        self.chosen[slot] = (self.chosen[slot] != Some(pick)).then_some(pick);
    }

    /// What is chosen, in the order of the articles.
    pub fn chosen(&self) -> Vec<Pick> {
        let mut chosen: Vec<_> = self.chosen.iter().copied().flatten().collect();
        chosen.sort_unstable();
        chosen
    }

    /// Both sentences, once there are two.
    pub fn both(&self) -> Option<[Pick; 2]> {
        self.chosen().try_into().ok()
    }

    /// The sentence that is chosen of an article.
    pub fn of(&self, article: ArticleIdx) -> Option<usize> {
        self.chosen.iter().flatten().find(|(of, _)| *of == article).map(|(_, sentence)| *sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_most_two_of_two_articles_are_chosen() {
        let [a, b, c] = [0, 1, 2].map(ArticleIdx);
        let mut picks = Picks::starting_at(Some((b, 4)));
        assert_eq!(picks.both(), None);
        picks.toggle((a, 1));
        assert_eq!(picks.both(), Some([(a, 1), (b, 4)]));
        picks.toggle((b, 5));
        assert_eq!(picks.both(), Some([(a, 1), (b, 5)]), "another of the same article takes its place");
        picks.toggle((c, 0));
        assert_eq!(picks.both(), Some([(b, 5), (c, 0)]), "of a third article it takes that of the later one");
        picks.toggle((c, 0));
        assert_eq!((picks.chosen(), picks.of(b), picks.of(c)), (vec![(b, 5)], Some(5), None));
    }
}
