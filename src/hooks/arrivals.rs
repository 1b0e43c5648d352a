//! Pasting and dropping, anywhere on the page.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent};
use yew::prelude::*;

use super::Desk;
use crate::platform::{clipboard, files, scope};

/// Takes what is pasted or dropped anywhere on the page. Returns whether something is being dragged over it.
#[hook]
pub fn use_arrivals(desk: &Desk) -> bool {
    let over = use_state_eq(|| false);
    let set = over.setter();
    use_effect_with(desk.clone(), move |desk| {
        let listeners = scope::document().map(|document| listen(&document, desk, set));
        move || drop(listeners)
    });
    *over
}

fn listen(document: &web_sys::EventTarget, desk: &Desk, over: UseStateSetter<bool>) -> Vec<EventListener> {
    // Text that is dragged from the page itself is not something brought.
    let own = Rc::new(Cell::new(false));
    let on = |kind: &'static str, act: Box<dyn Fn(&web_sys::Event)>| {
        EventListener::new_with_options(document, kind, EventListenerOptions::enable_prevent_default(), move |event| act(event))
    };
    let (started, ended) = (own.clone(), own.clone());
    let (pasting, dropping) = (desk.clone(), desk.clone());
    let (enter, leave, done) = (over.clone(), over.clone(), over);
    let hovering = own.clone();
    vec![
        on("dragstart", Box::new(move |_| started.set(true))),
        on("dragend", Box::new(move |_| ended.set(false))),
        on(
            "dragover",
            Box::new(move |event| {
                if !hovering.get() && !clipboard::in_field(event) {
                    event.prevent_default();
                    enter.set(true);
                }
            }),
        ),
        on(
            "dragleave",
            Box::new(move |event| {
                // Leaving one element for another inside the page is not leaving the page.
                if event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_none()) {
                    leave.set(false);
                }
            }),
        ),
        on(
            "drop",
            Box::new(move |event| {
                done.set(false);
                let Some(drag) = event.dyn_ref::<DragEvent>().filter(|_| !own.get() && !clipboard::in_field(event)) else { return };
                event.prevent_default();
                dropping.bring(files::dropped(drag));
            }),
        ),
        on(
            "paste",
            Box::new(move |event| {
                let Some(paste) = event.dyn_ref::<ClipboardEvent>().filter(|_| !clipboard::in_field(event)) else { return };
                event.prevent_default();
                pasting.bring(clipboard::pasted(paste));
            }),
        ),
    ]
}
