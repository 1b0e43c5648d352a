//! The status line.

use std::rc::Rc;

use yew::prelude::*;

use crate::hooks::{Desk, use_desk};
use crate::reading::{Reading, wording};
use crate::state::{Action, Job, Side, Stage, Work};

/// What [`Status`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct StatusProps {
    /// The comparison, where it is on screen.
    pub reading: Option<Rc<Reading>>,
    /// What is selected in it.
    pub side: Side,
    /// What the engine is at.
    pub work: Work,
    /// What is being read, in the order in which it is.
    pub jobs: Vec<Job>,
}

/// Where the reader is, as a sentence that is also spoken, and the way on.
#[component]
pub fn Status(props: &StatusProps) -> Html {
    let desk = use_desk();
    let act = |action: Action| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.act(action.clone()))
    };
    let (lead, rest) = sentence(props);
    let n = props.reading.as_ref().map_or(0, |reading| reading.stops(props.side.walk).len());
    let noun = wording::noun(props.side.walk);
    html! {
        <div class="status">
            <p role="status" aria-live="polite"><strong>{ lead }</strong>{ rest }</p>
            if !props.jobs.is_empty() {
                { give_up(&desk, &props.jobs) }
            }
            if n > 0 {
                <div class="steps">
                    <button type="button" aria-keyshortcuts="K" onclick={act(Action::Walk { walk: None, by: -1 })}>
                        <kbd aria-hidden="true">{ "K" }</kbd><span>{ "Previous" }<span class="spoken">{ format!(" {noun}") }</span></span>
                    </button>
                    <button type="button" aria-keyshortcuts="J" onclick={act(Action::Walk { walk: None, by: 1 })}>
                        <kbd aria-hidden="true">{ "J" }</kbd><span>{ "Next" }<span class="spoken">{ format!(" {noun}") }</span></span>
                    </button>
                    <button type="button" aria-keyshortcuts="Enter" disabled={props.side.stop.is_none()} onclick={act(Action::Twin)}>
                        <kbd aria-hidden="true">{ "Enter" }</kbd><span>{ "Jump to twin" }</span>
                    </button>
                </div>
            }
        </div>
    }
}

/// Ends what takes too long. It appears only when something does.
fn give_up(desk: &Desk, jobs: &[Job]) -> Html {
    let stuck = jobs.first().filter(|job| jobs.len() > 1 && matches!(job.stage, Stage::Loading | Stage::Opening));
    let skip = stuck.map(|job| {
        let (desk, id) = (desk.clone(), job.id);
        (format!("Skip “{}”", job.name), Callback::from(move |_: MouseEvent| desk.skip(id)))
    });
    let desk = desk.clone();
    let stop = Callback::from(move |_: MouseEvent| desk.give_up());
    html! {
        <div class="give-up">
            if let Some((label, skip)) = skip {
                <button type="button" aria-label={label} onclick={skip}>{ "Skip" }</button>
            }
            <button type="button" onclick={stop}>{ "Stop" }</button>
        </div>
    }
}

fn sentence(props: &StatusProps) -> (String, String) {
    if let Some(job) = props.jobs.first() {
        let more = if props.jobs.len() > 1 { format!(" and {} more", props.jobs.len() - 1) } else { String::new() };
        let lead = match job.stage {
            Stage::Reading => "Reading ",
            Stage::Listing => "Looking through ",
            Stage::Loading => "Loading the reader for ",
            Stage::Opening => "Opening ",
        };
        return (lead.to_owned(), format!("“{}”{more} …", job.name));
    }
    if let Work::Comparing(progress) = props.work {
        return (String::new(), wording::progress(progress));
    }
    let Some(reading) = &props.reading else { return (String::new(), String::new()) };
    match props.side.stop {
        Some(stop) => {
            let (lead, rest) = wording::status(reading, props.side.walk, stop);
            (lead, format!(" · {rest}"))
        }
        None => match reading.stops(props.side.walk).len() {
            0 => (String::new(), "No differences to step through.".to_owned()),
            n => (wording::capital(&wording::count(n, wording::noun(props.side.walk))), " to step through.".to_owned()),
        },
    }
}
