//! What the reader decides about links, and under which settings there are any.

use std::rc::Rc;

use crossread_engine::{Decision, LinkCorrection, Place, Settings, Terms};

use super::{Layout, Pick, Picks, State};
use crate::reading::decisions;

impl State {
    /// Decides about two sentences of the comparison on screen.
    pub(super) fn decide(&mut self, decision: Decision, [a, b]: [Place; 2]) {
        let Some(reading) = self.reading.clone() else { return };
        let correction = LinkCorrection::between(decision, &reading.articles, &reading.comparison, &a, &b);
        let Some(correction) = correction.filter(|correction| !self.terms.corrections.contains(correction)) else { return };
        self.remember();
        let mut terms = (*self.terms).clone();
        terms.corrections.retain(|other| !other.is_about(&correction));
        if decision == Decision::Cut {
            self.offer_undo(format!("Cut {}.", decisions::link(&reading, &a, &b)));
        }
        terms.corrections.push(correction);
        self.take(terms);
    }

    /// Takes a decision back.
    pub(super) fn take_back(&mut self, correction: &LinkCorrection) {
        if self.terms.corrections.contains(correction) {
            self.remember();
            let mut terms = (*self.terms).clone();
            terms.corrections.retain(|other| other != correction);
            self.take(terms);
        }
    }

    /// Compares under other settings. However often they are turned in a row, it is one step to undo.
    pub(super) fn tune(&mut self, settings: Settings) {
        if settings == self.terms.settings {
            return;
        }
        if !self.tuning {
            self.remember();
            self.tuning = true;
        }
        let corrections = self.terms.corrections.clone();
        self.take(Terms { settings, corrections });
    }

    /// Joins what a report was compared under to what there is: its corrections always, its settings where it comes first. Tells whether that
    /// changed anything.
    pub(super) fn join(&mut self, terms: Terms, first: bool) -> bool {
        let mut joined = (*self.terms).clone();
        for correction in terms.corrections {
            if !joined.corrections.iter().any(|other| other.is_about(&correction)) {
                joined.corrections.push(correction);
            }
        }
        if first {
            joined.settings = terms.settings;
        }
        let changed = joined != *self.terms;
        self.terms = Rc::new(joined);
        changed
    }

    fn take(&mut self, terms: Terms) {
        self.terms = Rc::new(terms);
        self.changed();
    }

    /// Begins to choose two sentences to link, with the one that the reader is at.
    pub(super) fn start_linking(&mut self) {
        let Some(reading) = &self.reading else { return };
        let places = self.side.stop.map(|stop| reading.places_at(stop)).unwrap_or_default();
        let here = places.iter().find(|place| Some(place.article) == self.side.focus).map(|place| (place.article, place.sentence));
        self.side.select(reading, None);
        self.side.layout = Layout::Text;
        self.side.linking = Some(Picks::starting_at(here));
        self.side.jump += 1;
        self.side.grasp += 1;
    }

    /// Chooses a sentence, or lets it go.
    pub(super) fn pick(&mut self, pick: Pick) {
        if let Some(picks) = &mut self.side.linking {
            picks.toggle(pick);
        }
    }

    /// Links the two sentences that were chosen. Where they are linked already, that is confirmed.
    pub(super) fn link_picked(&mut self) {
        let Some(reading) = self.reading.clone() else { return };
        let Some(picks) = self.side.linking.take().and_then(|picks| picks.both()) else { return };
        let [Some(a), Some(b)] = picks.map(|(article, sentence)| reading.place_of(article, sentence)) else { return };
        let decision = if reading.link_between(&a, &b).is_some() { Decision::Confirmed } else { Decision::Added };
        self.wanted = LinkCorrection::between(decision, &reading.articles, &reading.comparison, &a, &b);
        self.decide(decision, [a, b]);
    }
}

#[cfg(test)]
mod tests {
    use crossread_engine::{ArticleIdx, Role};

    use super::super::tests::{compared, with_two};
    use super::super::{Restored, SavedTerms, View};
    use super::*;
    use crate::reading::Stop;
    use crate::state::Action;

    fn settled() -> State {
        let mut state = with_two();
        compared(&mut state);
        state
    }

    fn reading(state: &State) -> &crate::reading::Reading {
        state.reading.as_deref().unwrap()
    }

    /// Selects the link of the sentences about the ferry; its two places.
    fn select_link(state: &mut State) -> [Place; 2] {
        let (at, link) = reading(state).comparison.links.iter().enumerate().next().unwrap();
        let (places, passage) = ([link.a, link.b], reading(state).passage_of(at).unwrap());
        state.apply(Action::Select(Some(Stop::Passage(passage))));
        places
    }

    #[test]
    fn a_cut_link_is_gone_undone_and_cut_again() {
        let mut state = settled();
        let before = reading(&state).comparison.clone();
        let between = select_link(&mut state);
        state.apply(Action::Decide { decision: Decision::Cut, between });
        assert!(state.notices.last().unwrap().undo && state.notices.last().unwrap().text.starts_with("Cut the link of A “The ferry left"));
        compared(&mut state);
        assert!(reading(&state).comparison.links.is_empty());
        assert_eq!((state.side.stop, state.side.focus), (None, None));
        state.apply(Action::Undo);
        compared(&mut state);
        assert_eq!(reading(&state).comparison, before);
        state.apply(Action::Redo);
        compared(&mut state);
        assert!(reading(&state).comparison.links.is_empty());
        state.apply(Action::Redo);
        assert!(reading(&state).comparison.links.is_empty(), "there is nothing more to do again");
    }

    #[test]
    fn a_confirmed_link_stays_selected_and_can_be_taken_back() {
        let mut state = settled();
        let between = select_link(&mut state);
        let selected = (state.side.stop, state.side.focus);
        state.apply(Action::Decide { decision: Decision::Confirmed, between });
        compared(&mut state);
        assert_eq!((state.side.stop, state.side.focus), selected);
        let link = &reading(&state).comparison.links[0];
        assert_eq!(link.corrected, Some(Decision::Confirmed));
        let correction = reading(&state).correction_of(link).unwrap().clone();
        let rev = state.rev;
        state.apply(Action::Decide { decision: Decision::Confirmed, between });
        assert_eq!(state.rev, rev, "once is enough");
        state.apply(Action::TakeBack(correction));
        compared(&mut state);
        assert_eq!(reading(&state).comparison.links[0].corrected, None);
        assert!(state.terms.corrections.is_empty());
    }

    #[test]
    fn a_later_decision_takes_the_place_of_an_earlier_one() {
        let mut state = settled();
        let between = select_link(&mut state);
        for decision in [Decision::Confirmed, Decision::Cut] {
            state.apply(Action::Decide { decision, between });
            compared(&mut state);
        }
        assert_eq!(state.terms.corrections.iter().map(|c| c.decision).collect::<Vec<_>>(), [Decision::Cut]);
    }

    #[test]
    fn two_chosen_sentences_are_linked_and_the_link_is_selected() {
        let mut state = settled();
        state.apply(Action::Select(Some(Stop::Alone(ArticleIdx(0), 2))));
        state.apply(Action::StartLinking);
        assert_eq!((state.side.stop, state.side.linking.unwrap().chosen()), (None, vec![(ArticleIdx(0), 2)]));
        state.apply(Action::LinkPicked);
        assert!(state.side.linking.is_none() && state.terms.corrections.is_empty(), "one sentence makes no link");
        state.apply(Action::StartLinking);
        for pick in [(ArticleIdx(1), 2), (ArticleIdx(0), 2)] {
            state.apply(Action::Pick(pick));
        }
        state.apply(Action::LinkPicked);
        compared(&mut state);
        let link = reading(&state).comparison.links.iter().find(|link| link.corrected == Some(Decision::Added)).unwrap();
        assert_eq!((link.a.sentence, link.b.sentence), (2, 2));
        let Some(Stop::Passage(passage)) = state.side.stop else { panic!("{:?}", state.side.stop) };
        assert!(reading(&state).links_at(passage).any(|l| l == link));
        state.apply(Action::StartLinking);
        for pick in [(ArticleIdx(1), 1), (ArticleIdx(0), 1)] {
            state.side.linking = state.side.linking.or_else(|| Some(Picks::default()));
            if state.side.linking.unwrap().of(pick.0) != Some(pick.1) {
                state.apply(Action::Pick(pick));
            }
        }
        state.apply(Action::LinkPicked);
        assert_eq!(state.terms.corrections.last().unwrap().decision, Decision::Confirmed, "they are linked already");
    }

    #[test]
    fn a_setting_turned_many_times_is_one_step_to_undo() {
        let mut state = settled();
        let settings = |threshold| Settings { threshold, ..Settings::default() };
        for threshold in [400, 500, 600] {
            state.apply(Action::Tune(settings(threshold)));
            compared(&mut state);
        }
        let rev = state.rev;
        state.apply(Action::Tune(settings(600)));
        assert_eq!(state.rev, rev, "nothing was turned");
        state.apply(Action::Undo);
        assert_eq!(state.terms.settings, Settings::default());
        state.apply(Action::Redo);
        assert_eq!(state.terms.settings, settings(600));
        state.apply(Action::Tune(settings(700)));
        state.apply(Action::Undo);
        assert_eq!(state.terms.settings, settings(600), "after an undo a new step begins");
    }

    #[test]
    fn a_correction_outlives_its_sentence_and_its_article() {
        let mut state = settled();
        let between = select_link(&mut state);
        state.apply(Action::Decide { decision: Decision::Cut, between });
        let id = state.entries[1].id;
        state.apply(Action::SetRoles { id, blocks: vec![1], role: Role::Boilerplate });
        compared(&mut state);
        assert_eq!(reading(&state).comparison.corrections[0].places, None);
        state.apply(Action::SetRoles { id, blocks: vec![1], role: Role::Paragraph });
        state.apply(Action::Move { id, by: -1 });
        compared(&mut state);
        assert!(reading(&state).comparison.corrections[0].places.is_some() && reading(&state).comparison.links.is_empty());
        state.apply(Action::DeleteAll);
        assert_eq!(*state.terms, Terms::default());
        state.apply(Action::Undo);
        assert_eq!(state.terms.corrections.len(), 1);
    }

    #[test]
    fn what_is_decided_is_saved_and_comes_back() {
        let mut state = settled();
        let between = select_link(&mut state);
        state.apply(Action::Decide { decision: Decision::Cut, between });
        state.apply(Action::Tune(Settings { shortest: 4, ..Settings::default() }));
        let saved = serde_json::to_string(&SavedTerms { terms: (*state.terms).clone() }).unwrap();
        let (restored, lost) = Restored::read(&[saved.clone(), saved]);
        assert!(!lost);
        let mut fresh = State::default();
        fresh.apply(Action::Restored { restored, problem: None });
        assert_eq!(fresh.terms, state.terms, "the same from another tab is not there twice");
    }

    #[test]
    fn a_report_brings_its_corrections_and_where_it_comes_first_its_settings() {
        let mut state = settled();
        let between = select_link(&mut state);
        state.apply(Action::Decide { decision: Decision::Cut, between });
        state.apply(Action::Tune(Settings { threshold: 450, ..Settings::default() }));
        let articles: Vec<_> = state.entries.iter().map(|entry| (*entry.article).clone()).collect();
        let open = |into: &mut State| {
            let job = crate::protocol::JobId(77);
            into.apply(Action::Started(crate::state::Job::new(job, "report.json")));
            into.apply(Action::Parsed { job, articles: articles.clone(), offered: Vec::new(), terms: Some((*state.terms).clone()) });
        };
        let mut fresh = State::default();
        open(&mut fresh);
        assert_eq!(fresh.terms, state.terms);
        fresh.apply(Action::Undo);
        assert_eq!((fresh.entries.len(), &*fresh.terms), (0, &Terms::default()));
        let mut other = settled();
        other.apply(Action::Show(View::Articles));
        let rev = other.rev;
        open(&mut other);
        assert_eq!((other.entries.len(), other.terms.settings), (2, Settings::default()));
        assert_eq!(other.terms.corrections, state.terms.corrections, "though the articles were there");
        assert!(other.rev > rev && other.due == other.rev);
    }
}
