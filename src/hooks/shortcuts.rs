//! Keys.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::Desk;
use crate::platform::{clipboard, scope};
use crate::state::Action;

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Next,
    Previous,
    Twin,
    Clear,
    Undo,
    Help,
}

/// Listens to the keys of the whole page; `help` is called for `?`. `reading` says whether there is something to step through.
#[hook]
pub fn use_shortcuts(desk: &Desk, reading: bool, selected: bool, help: &Callback<()>) {
    use_effect_with((desk.clone(), reading, selected, help.clone()), |(desk, reading, selected, help)| {
        let (desk, reading, selected, help) = (desk.clone(), *reading, *selected, help.clone());
        let listener = scope::document().map(|document| {
            EventListener::new_with_options(&document, "keydown", EventListenerOptions::enable_prevent_default(), move |event| {
                let Some(key) = event.dyn_ref::<KeyboardEvent>().and_then(meaning) else { return };
                let action = match key {
                    Key::Help => {
                        help.emit(());
                        None
                    }
                    Key::Undo => Some(Action::Undo),
                    Key::Next if reading => Some(Action::Walk { walk: None, by: 1 }),
                    Key::Previous if reading => Some(Action::Walk { walk: None, by: -1 }),
                    Key::Twin if selected && !is_elsewhere(event) => Some(Action::Twin),
                    Key::Clear if selected => Some(Action::Select(None)),
                    _ => return,
                };
                event.prevent_default();
                if let Some(action) = action {
                    desk.act(action);
                }
            })
        });
        move || drop(listener)
    });
}

/// Keys mean nothing while the reader types, or in a dialog.
fn meaning(event: &KeyboardEvent) -> Option<Key> {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let in_dialog = target.is_some_and(|element| element.closest("dialog").is_ok_and(|dialog| dialog.is_some()));
    if clipboard::in_field(event) || in_dialog || event.alt_key() || event.is_composing() {
        return None;
    }
    match (event.key().as_str(), event.ctrl_key() || event.meta_key()) {
        ("z", true) if !event.shift_key() => Some(Key::Undo),
        (_, true) => None,
        ("j" | "J", _) => Some(Key::Next),
        ("k" | "K", _) => Some(Key::Previous),
        ("Enter", _) => Some(Key::Twin),
        ("Escape", _) => Some(Key::Clear),
        ("?", _) => Some(Key::Help),
        _ => None,
    }
}

/// Whether the key belongs to a control: Enter presses it then. A selected passage's own mark is no such control, it leads to the twin.
fn is_elsewhere(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| {
        element.closest("a, button, summary, select").is_ok_and(|control| {
            control.is_some_and(|c| c.get_attribute("aria-pressed").as_deref() != Some("true") || !c.has_attribute("data-place"))
        })
    })
}
