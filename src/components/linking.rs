//! Two sentences about to be linked.

use std::rc::Rc;

use yew::prelude::*;

use super::Letter;
use crate::hooks::use_desk;
use crate::reading::Reading;
use crate::state::{Action, Picks};

/// What [`Linking`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct LinkingProps {
    /// The comparison.
    pub reading: Rc<Reading>,
    /// What is chosen.
    pub picks: Picks,
}

/// What is chosen so far, and what is still to be; then the two can be linked.
#[component]
pub fn Linking(props: &LinkingProps) -> Html {
    let desk = use_desk();
    let act = |action: Action| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.act(action.clone()))
    };
    let chosen: Vec<_> =
        props.picks.chosen().into_iter().filter_map(|(article, sentence)| props.reading.place_of(article, sentence)).collect();
    let told = match chosen.as_slice() {
        [] => "Choose a sentence in each of two articles.".to_owned(),
        [one] => format!("Choose a sentence of another article than {}.", one.article.label()),
        _ => "These two are to be linked.".to_owned(),
    };
    html! {
        <section class="panel linking" aria-label="Add a link">
            <div class="panel-head">
                <h2>{ "Add a link" }</h2>
                <p class="hint" role="status" aria-live="polite">{ told }</p>
                <button type="button" class="primary" disabled={chosen.len() < 2} onclick={act(Action::LinkPicked)}>{ "Link these two" }</button>
                <button type="button" class="quiet" onclick={act(Action::StopLinking)}>{ "Cancel" }</button>
            </div>
            if !chosen.is_empty() {
                <div class="wordings">
                    for place in chosen {
                        <p key={place.article.0}>
                            <Letter article={place.article} />
                            <span>{ place.span.of(props.reading.articles.get(place.article.0).map(|a| a.text.as_str()).unwrap_or_default()).to_owned() }</span>
                        </p>
                    }
                </div>
            }
        </section>
    }
}
