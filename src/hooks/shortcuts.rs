//! Keys.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::Desk;
use crate::platform::{
    clipboard,
    geometry::{self, Direction},
    scope,
};
use crate::state::{Action, Side};

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Next,
    Previous,
    Twin,
    Clear,
    Undo,
    Redo,
    Link,
    Arrow(Direction),
    Help,
}

/// What the keys that are about a comparison find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Situation {
    /// Whether something is selected.
    selected: bool,
    /// Whether the reader chooses sentences to link.
    linking: bool,
}

impl Situation {
    /// That of a comparison on screen.
    pub fn of(side: &Side) -> Self {
        Self { selected: side.stop.is_some(), linking: side.linking.is_some() }
    }
}

/// Listens to the keys of the whole page; `help` is called for `?`. `situation` is `None` where no comparison is on screen.
#[hook]
pub fn use_shortcuts(desk: &Desk, situation: Option<Situation>, help: &Callback<()>) {
    use_effect_with((desk.clone(), situation, help.clone()), |(desk, situation, help)| {
        let (desk, situation, help) = (desk.clone(), *situation, help.clone());
        let listener = scope::document().map(|document| {
            EventListener::new_with_options(&document, "keydown", EventListenerOptions::enable_prevent_default(), move |event| {
                let Some(key) = event.dyn_ref::<KeyboardEvent>().and_then(meaning) else { return };
                let action = match (key, situation) {
                    (Key::Help, _) => {
                        help.emit(());
                        None
                    }
                    (Key::Undo, _) => Some(Action::Undo),
                    (Key::Redo, _) => Some(Action::Redo),
                    (Key::Arrow(direction), Some(Situation { linking: true, .. })) if geometry::step_to_pick(direction) => None,
                    (Key::Clear, Some(Situation { linking: true, .. })) => Some(Action::StopLinking),
                    (Key::Link, Some(Situation { linking: false, .. })) => Some(Action::StartLinking),
                    (Key::Next, Some(_)) => Some(Action::Walk { walk: None, by: 1 }),
                    (Key::Previous, Some(_)) => Some(Action::Walk { walk: None, by: -1 }),
                    (Key::Twin, Some(Situation { selected: true, .. })) if !is_elsewhere(event) => Some(Action::Twin),
                    (Key::Clear, Some(Situation { selected: true, .. })) => Some(Action::Select(None)),
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
    let is_field = target.as_ref().is_some_and(|element| element.tag_name() == "INPUT");
    let in_dialog = target.is_some_and(|element| element.closest("dialog").is_ok_and(|dialog| dialog.is_some()));
    if clipboard::in_field(event) || in_dialog || event.alt_key() || event.is_composing() {
        return None;
    }
    if is_field && event.key().starts_with("Arrow") {
        return None;
    }
    match (event.key().as_str(), event.ctrl_key() || event.meta_key()) {
        ("z", true) if !event.shift_key() => Some(Key::Undo),
        ("z" | "Z" | "y", true) => Some(Key::Redo),
        (_, true) => None,
        ("j" | "J", _) => Some(Key::Next),
        ("k" | "K", _) => Some(Key::Previous),
        ("l" | "L", _) => Some(Key::Link),
        ("ArrowUp", _) => Some(Key::Arrow(Direction::Up)),
        ("ArrowDown", _) => Some(Key::Arrow(Direction::Down)),
        ("ArrowLeft", _) => Some(Key::Arrow(Direction::Left)),
        ("ArrowRight", _) => Some(Key::Arrow(Direction::Right)),
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
