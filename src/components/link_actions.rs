//! What can be decided about a link.

use std::rc::Rc;

use crossread_engine::Decision;
use yew::prelude::*;

use crate::hooks::use_desk;
use crate::reading::{Reading, decisions};
use crate::state::Action;

/// What [`LinkActions`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct LinkActionsProps {
    /// The comparison.
    pub reading: Rc<Reading>,
    /// The link.
    pub link: usize,
}

/// Confirm or cut it; or take back that it was confirmed or added.
#[component]
pub fn LinkActions(props: &LinkActionsProps) -> Html {
    let desk = use_desk();
    let LinkActionsProps { reading, link } = props;
    let Some(link) = reading.link(*link) else { return html! {} };
    let act = |action: Action| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.act(action.clone()))
    };
    let decide = |decision| act(Action::Decide { decision, between: [link.a, link.b] });
    let name = decisions::link(reading, &link.a, &link.b);
    // The first button is one element whatever it does, so that the focus stays on it.
    let (said, onclick) = match reading.correction_of(link).filter(|_| link.corrected.is_some()) {
        Some(correction) => ("Take back", act(Action::TakeBack(correction.clone()))),
        None => ("Confirm", decide(Decision::Confirmed)),
    };
    let label = match link.corrected {
        Some(decision) => format!("Take back that you {} {name}", decisions::decision(decision)),
        None => format!("Confirm {name}"),
    };
    html! {
        <p class="link-actions">
            if let Some(decision) = link.corrected {
                <span>{ decisions::decision(decision) }{ " by you" }</span>
            }
            <button type="button" aria-label={label} {onclick}>{ said }</button>
            <button type="button" aria-label={format!("Cut {name}")} onclick={decide(Decision::Cut)}>{ "Cut" }</button>
        </p>
    }
}
