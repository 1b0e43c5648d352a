//! Articles survive a reload.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use crossread_engine::Terms;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::Desk;
use crate::platform::storage;
use crate::state::{Action, Entry, Restored, Saved, SavedTerms, State, Tone};

/// How long changes may wait to be saved together, in milliseconds.
const DELAY: u32 = 250;

const UNAVAILABLE: &str = "This browser does not let Crossread save here, so the articles will not survive a reload.";
const ANOTHER_TAB: &str = "Another tab has articles, too. They are kept beside these; reload the page to see all of them.";
const UNREADABLE: &str = "Some of what was saved could not be read by this version and is left out.";

/// Brings back what was saved, then saves every change.
#[hook]
pub fn use_autosave(desk: &Desk, state: &State) {
    // Every text that this tab has read or written: what else is in the store comes from another.
    let own = use_mut_ref(BTreeSet::<Rc<str>>::new);
    let (loading, read) = (desk.clone(), own.clone());
    use_effect_with((), move |()| {
        yew::platform::spawn_local(async move {
            let (restored, problem) = match storage::load().await {
                Ok(texts) => {
                    read.borrow_mut().extend(texts.iter().map(|text| Rc::from(text.as_str())));
                    let (restored, lost) = Restored::read(&texts);
                    (restored, lost.then(|| UNREADABLE.to_owned()))
                }
                Err(_) => (Restored::default(), Some(UNAVAILABLE.to_owned())),
            };
            loading.act(Action::Restored { restored, problem });
        });
    });

    // The texts as saved last: only what changed is written out anew.
    let written = use_mut_ref(Vec::<(Rc<Entry>, Rc<str>)>::new);
    let said = use_mut_ref(BTreeSet::new);
    let (entries, terms) = (state.entries.clone(), state.terms.clone());
    let desk = desk.clone();
    use_effect_with((state.restored, state.rev), move |(restored, _)| {
        let timeout = restored.then(|| {
            Timeout::new(DELAY, move || {
                let mut texts = texts(&entries, &written);
                texts.extend(terms_text(&terms).filter(|_| !entries.is_empty()));
                own.borrow_mut().extend(texts.iter().cloned());
                yew::platform::spawn_local(async move {
                    let (tone, text) = match storage::save(&texts, |text| own.borrow().contains(text)).await {
                        Ok(false) => return,
                        Ok(true) => (Tone::Info, ANOTHER_TAB),
                        Err(_) => (Tone::Problem, UNAVAILABLE),
                    };
                    // Said once, and not again with every change.
                    if said.borrow_mut().insert(text) {
                        desk.act(Action::Say(tone, text.to_owned()));
                    }
                });
            })
        });
        move || drop(timeout)
    });
}

/// What the articles are compared under, where that is anything of the reader's.
fn terms_text(terms: &Rc<Terms>) -> Option<Rc<str>> {
    let terms = (**terms != Terms::default()).then(|| (**terms).clone())?;
    Some(serde_json::to_string(&SavedTerms { terms }).ok()?.into())
}

fn texts(entries: &[Rc<Entry>], written: &RefCell<Vec<(Rc<Entry>, Rc<str>)>>) -> Vec<Rc<str>> {
    let mut written = written.borrow_mut();
    let now = entries.iter().filter_map(|entry| match written.iter().find(|(of, _)| Rc::ptr_eq(of, entry)) {
        Some(known) => Some(known.clone()),
        None => {
            let saved = Saved { article: (*entry.article).clone(), offered: entry.offered.clone() };
            Some((entry.clone(), serde_json::to_string(&saved).ok()?.into()))
        }
    });
    *written = now.collect();
    written.iter().map(|(_, text)| text.clone()).collect()
}
