//! Articles survive a reload.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::Desk;
use crate::platform::storage;
use crate::state::{Action, Entry, Saved, State, Tone};

/// How long changes may wait to be saved together, in milliseconds.
const DELAY: u32 = 250;

const UNAVAILABLE: &str = "This browser does not let Crossread save here, so the articles will not survive a reload.";
const UNREADABLE: &str = "Some of what was saved could not be read by this version and is left out.";

/// Brings back what was saved, then saves every change.
#[hook]
pub fn use_autosave(desk: &Desk, state: &State) {
    let loading = desk.clone();
    use_effect_with((), move |()| {
        yew::platform::spawn_local(async move {
            let (entries, problem) = match storage::load().await {
                Ok(texts) => {
                    let (entries, lost) = Saved::read(&texts);
                    (entries, lost.then(|| UNREADABLE.to_owned()))
                }
                Err(_) => (Vec::new(), Some(UNAVAILABLE.to_owned())),
            };
            loading.act(Action::Restored { entries, problem });
        });
    });

    // The texts as saved last: only what changed is written out anew.
    let written = use_mut_ref(Vec::<(Rc<Entry>, Rc<str>)>::new);
    let failed = use_mut_ref(|| false);
    let entries = state.entries.clone();
    let desk = desk.clone();
    use_effect_with((state.restored, state.rev), move |(restored, _)| {
        let timeout = restored.then(|| {
            Timeout::new(DELAY, move || {
                let texts = texts(&entries, &written);
                yew::platform::spawn_local(async move {
                    let unable = storage::save(&texts).await.is_err();
                    // Said once, and not again with every change.
                    if unable && !failed.replace(true) {
                        desk.act(Action::Say(Tone::Problem, UNAVAILABLE.to_owned()));
                    }
                });
            })
        });
        move || drop(timeout)
    });
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
