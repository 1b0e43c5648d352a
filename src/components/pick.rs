//! What a sentence is chosen by.

use crossread_engine::ArticleIdx;
use yew::prelude::*;

use crate::hooks::use_desk;
use crate::state::Action;

/// What [`Pick`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct PickProps {
    /// The article.
    pub article: ArticleIdx,
    /// The sentence.
    pub sentence: usize,
    /// How it begins.
    pub words: String,
    /// Whether it is chosen.
    pub picked: bool,
}

/// The sign before a sentence that can be chosen. Arrow keys go from one to the next: see [`crate::hooks::use_shortcuts`].
#[component]
pub fn Pick(props: &PickProps) -> Html {
    let desk = use_desk();
    let pick = (props.article, props.sentence);
    let onclick = Callback::from(move |_: MouseEvent| desk.act(Action::Pick(pick)));
    html! {
        <button
            type="button"
            class="mark"
            aria-label={format!("Choose “{}”", props.words)}
            aria-pressed={if props.picked { "true" } else { "false" }}
            data-pick=""
            data-place={format!("{}-{}", props.article.0, props.sentence)}
            {onclick}
        >
            { if props.picked { "✓" } else { "+" } }
        </button>
    }
}
