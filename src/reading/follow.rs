//! From one comparison to the next: the same sentences and links, found again.

use crossread_engine::{ArticleIdx, Link, LinkCorrection, Place};

use super::{Reading, Stop};

impl Reading {
    /// A sentence, whole.
    pub fn place_of(&self, article: ArticleIdx, sentence: usize) -> Option<Place> {
        let span = self.comparison.sentences.get(article.0)?.get(sentence)?.span;
        Some(Place { article, sentence, span })
    }

    /// The link between two sentences.
    pub fn link_between(&self, one: &Place, other: &Place) -> Option<usize> {
        let is = |place: &Place, wanted: &Place| (place.article, place.sentence) == (wanted.article, wanted.sentence);
        let joins = |link: &Link| (is(&link.a, one) && is(&link.b, other)) || (is(&link.a, other) && is(&link.b, one));
        self.links_of(one.article, one.sentence).iter().copied().find(|index| self.link(*index).is_some_and(joins))
    }

    /// The correction that holds a link, or cut it.
    pub fn correction_of(&self, link: &Link) -> Option<&LinkCorrection> {
        let is = |place: &Place, wanted: &Place| (place.article, place.sentence) == (wanted.article, wanted.sentence);
        let meant = self.comparison.corrections.iter().rev().find(|standing| {
            standing.places.is_some_and(|[a, b]| (is(&a, &link.a) && is(&b, &link.b)) || (is(&a, &link.b) && is(&b, &link.a)))
        });
        meant.map(|standing| &standing.correction)
    }

    /// The passage with the link that a correction made or confirmed.
    pub fn passage_decided(&self, correction: &LinkCorrection) -> Option<usize> {
        let standing = self.comparison.corrections.iter().find(|standing| standing.correction == *correction)?;
        let [a, b] = standing.places.as_ref()?;
        self.passage_of(self.link_between(a, b)?)
    }

    /// What was selected in an `old` reading, where it is still there: the same sentences of the same articles.
    pub fn follow(&self, old: &Reading, stop: Stop) -> Option<Stop> {
        match stop {
            Stop::Passage(passage) => {
                let passages = old.links_at(passage).filter_map(|link| {
                    let (a, b) = (self.counterpart(old, &link.a)?, self.counterpart(old, &link.b)?);
                    self.passage_of(self.link_between(&a, &b)?)
                });
                passages.map(Stop::Passage).next()
            }
            Stop::Statement(_) => {
                let members = old.places_at(stop);
                let statements = members.iter().filter_map(|member| self.counterpart(old, member));
                statements.filter_map(|place| self.statement_of(place.article, place.sentence)).map(Stop::Statement).next()
            }
            Stop::Alone(article, sentence) => {
                let place = self.counterpart(old, &old.place_of(article, sentence)?)?;
                Some(Stop::Alone(place.article, place.sentence)).filter(|_| self.links_of(place.article, place.sentence).is_empty())
            }
        }
    }

    /// A sentence of an old reading, where its article still has it.
    fn counterpart(&self, old: &Reading, place: &Place) -> Option<Place> {
        let whole = old.place_of(place.article, place.sentence)?;
        let at = self.ids.iter().position(|id| Some(id) == old.ids.get(place.article.0))?;
        if self.articles.get(at)?.text != old.articles.get(place.article.0)?.text {
            return None;
        }
        let sentence = self.comparison.sentences.get(at)?.iter().position(|sentence| sentence.span == whole.span)?;
        self.place_of(ArticleIdx(at), sentence)
    }
}
