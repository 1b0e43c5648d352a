//! What the reader decided about links.

use std::rc::Rc;

use crossread_engine::Standing;
use yew::prelude::*;

use crate::hooks::use_desk;
use crate::reading::{Reading, decisions, wording};
use crate::state::Action;

/// What [`Decisions`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct DecisionsProps {
    /// The comparison.
    pub reading: Rc<Reading>,
}

/// Every correction of a link, each to be taken back; where its sentences are gone, it says so.
#[component]
pub fn Decisions(props: &DecisionsProps) -> Html {
    let desk = use_desk();
    let corrections = &props.reading.comparison.corrections;
    if corrections.is_empty() {
        return html! { <p class="hint">{ "You have cut, added or confirmed no link. A selected passage offers it." }</p> };
    }
    let line = |(index, standing): (usize, &Standing)| {
        let Standing { correction, places } = standing;
        let onclick = {
            let (desk, correction) = (desk.clone(), correction.clone());
            Callback::from(move |_: MouseEvent| desk.act(Action::TakeBack(correction.clone())))
        };
        let decision = decisions::decision(correction.decision);
        let sentences = decisions::sentences(&props.reading, standing);
        html! {
            <li key={index}>
                <span>
                    <strong>{ wording::capital(decision) }</strong>{ ": " }{ &sentences }
                    if places.is_none() {
                        <em>{ " – no longer applies: a sentence is gone, or its article" }</em>
                    }
                </span>
                <button type="button" class="quiet" aria-label={format!("Take back: {decision} {sentences}")} {onclick}>{ "Take back" }</button>
            </li>
        }
    };
    html! { <ul class="decisions" aria-label="Your corrections of links">{ for corrections.iter().enumerate().map(line) }</ul> }
}
