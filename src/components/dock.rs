//! The bottom of the page: what is selected, and where the reader is.

use std::rc::Rc;

use yew::prelude::*;

use super::{Linking, Panel, Status};
use crate::reading::{Reading, Stop};
use crate::state::{Job, Side, Work};

/// What [`Dock`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct DockProps {
    /// The comparison, where it is on screen.
    pub reading: Option<Rc<Reading>>,
    /// What is selected in it.
    pub side: Side,
    /// What the engine is at.
    pub work: Work,
    /// What is being read, in the order in which it is.
    pub jobs: Vec<Job>,
    /// Whether there is nothing on the page yet.
    pub idle: bool,
}

/// It stands below the text and never over it: the page has room for it.
#[component]
pub fn Dock(props: &DockProps) -> Html {
    let selected = props.reading.clone().zip(props.side.stop.filter(|stop| !matches!(stop, Stop::Alone(..))));
    html! {
        <footer class={classes!("dock", (props.idle || props.reading.is_none()).then_some("idle"))} data-bar="bottom">
            if let Some((reading, picks)) = props.reading.clone().zip(props.side.linking) {
                <Linking {reading} {picks} />
            } else if let Some((reading, stop)) = selected {
                <Panel {reading} {stop} />
            }
            <Status reading={props.reading.clone()} side={props.side.clone()} work={props.work} jobs={props.jobs.clone()} />
        </footer>
    }
}
