//! Bringing on screen what was stepped to.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::platform::geometry;
use crate::reading::Reading;
use crate::state::Side;

/// Scrolls to what was stepped to, and moves the keyboard's focus where it is to follow, or the reader steps on with the focus on a mark.
#[hook]
pub fn use_reveal(reading: &Reading, side: &Side) {
    let place = side.stop.and_then(|stop| reading.places_at(stop).into_iter().find(|place| Some(place.article) == side.focus));
    let place = place.map(|place| (place.article, place.sentence)).or_else(|| side.linking?.chosen().first().copied());
    let last = use_mut_ref(|| 0);
    let grasp = side.grasp;
    use_effect_with((side.jump, side.layout), move |_| {
        let grasped = std::mem::replace(&mut *last.borrow_mut(), grasp) != grasp;
        // After the columns have been brought level.
        let timeout = place.map(|(article, sentence)| {
            Timeout::new(0, move || {
                if let Some(element) = geometry::place(article.0, sentence) {
                    geometry::reveal(&element);
                    // A focus left on another mark would answer Enter for it.
                    if grasped || geometry::focus_is_on_mark() {
                        geometry::focus(&element);
                    }
                }
            })
        });
        move || drop(timeout)
    });
}
