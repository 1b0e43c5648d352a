//! Steps back and forth.

use std::rc::Rc;

use crossread_engine::Terms;

use super::{Entry, State};

/// Steps back that are kept.
const STEPS: usize = 50;

/// What is compared, as it was or was to be.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    entries: Vec<Rc<Entry>>,
    terms: Rc<Terms>,
}

/// What can be come back to.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    /// Newest last.
    past: Vec<Moment>,
    /// What was undone, next last.
    future: Vec<Moment>,
}

impl State {
    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.history.past.is_empty()
    }

    /// Keeps what is compared as it is, to come back to. An older offer to undo goes: it would now undo something else than it names.
    pub(super) fn remember(&mut self) {
        self.step();
        let moment = self.moment();
        self.history.past.push(moment);
        if self.history.past.len() > STEPS {
            self.history.past.remove(0);
        }
        self.history.future.clear();
    }

    /// Drops what was remembered last: nothing was changed.
    pub(super) fn forget(&mut self) {
        self.history.past.pop();
        self.step();
    }

    pub(super) fn undo(&mut self) {
        if let Some(past) = self.history.past.pop() {
            let moment = self.moment();
            self.history.future.push(moment);
            self.go_to(past);
        }
    }

    pub(super) fn redo(&mut self) {
        if let Some(future) = self.history.future.pop() {
            let moment = self.moment();
            self.history.past.push(moment);
            self.go_to(future);
        }
    }

    fn moment(&self) -> Moment {
        Moment { entries: self.entries.clone(), terms: self.terms.clone() }
    }

    fn go_to(&mut self, Moment { entries, terms }: Moment) {
        self.step();
        self.entries = entries;
        self.terms = terms;
        self.changed();
    }

    /// What comes next is a step of its own.
    fn step(&mut self) {
        self.notices.retain(|notice| !notice.undo);
        self.arriving = None;
        self.tuning = false;
    }
}
