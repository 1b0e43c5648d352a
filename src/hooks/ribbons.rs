//! Ribbons, measured from what is on the page.

use std::rc::Rc;

use crossread_engine::ArticleIdx;
use web_sys::Element;
use yew::prelude::*;

use crate::platform::geometry::{self, Watch};
use crate::reading::{Reading, Ribbon, Stop, ribbons};

/// Brings the twins of what is selected level, and says which ribbons to draw. Both again whenever `frame` or a column in it changes its size.
/// Ribbons are in the frame's own coordinates, so that scrolling moves them with the text.
#[hook]
pub fn use_ribbons(
    frame: &NodeRef,
    reading: &Rc<Reading>,
    shown: &Rc<Vec<ArticleIdx>>,
    stop: Option<Stop>,
    focus: Option<ArticleIdx>,
) -> Rc<Vec<Ribbon>> {
    let drawn = use_state_eq(|| Rc::new(Vec::new()));
    let set = drawn.setter();
    let frame = frame.clone();
    use_effect_with((reading.clone(), shown.clone(), stop, focus), move |(reading, shown, stop, focus)| {
        let watch = frame.cast::<Element>().and_then(|frame| {
            let (reading, shown, stop) = (reading.clone(), shown.clone(), *stop);
            let focus = focus.and_then(|focus| shown.iter().position(|article| *article == focus));
            let draw = {
                let frame = frame.clone();
                move || {
                    geometry::level(&frame, focus);
                    let (columns, marks) = geometry::measure(&frame);
                    set.set(Rc::new(ribbons(&reading, &shown, &columns, &marks, stop)));
                }
            };
            draw();
            Watch::new(&frame, draw)
        });
        move || drop(watch)
    });
    (*drawn).clone()
}
