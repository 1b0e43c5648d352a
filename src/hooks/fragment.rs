//! The view in the address.

use gloo_events::EventListener;
use yew::prelude::*;

use super::Desk;
use crate::platform::{fragment, geometry};
use crate::state::{Action, View};

/// The name of a view in the address.
const fn of(view: View) -> &'static str {
    match view {
        View::Articles => "articles",
        View::SideBySide => "side-by-side",
    }
}

/// Keeps view and address in step, both ways. Another view begins at its top.
#[hook]
pub fn use_fragment(desk: &Desk, view: View, comparable: bool, empty: bool) {
    use_effect_with((view, empty), |_| geometry::to_top());
    use_effect_with((view, comparable), |(view, comparable)| {
        // The page's own changes of view are no steps that Back should undo; a click on a link makes such a step by itself.
        if *comparable && fragment::read() != of(*view) {
            fragment::write(of(*view), false);
        }
    });
    use_effect_with((desk.clone(), comparable), |(desk, comparable)| {
        let (desk, comparable) = (desk.clone(), *comparable);
        let listener = fragment::target().map(|target| {
            EventListener::new(&target, "hashchange", move |_| {
                let asked = [View::Articles, View::SideBySide].into_iter().find(|view| of(*view) == fragment::read());
                if let Some(view) = asked.filter(|_| comparable) {
                    desk.act(Action::Show(view));
                }
            })
        });
        move || drop(listener)
    });
}
