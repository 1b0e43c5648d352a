//! The bar at the top.

use yew::prelude::*;

use crate::hooks::use_desk;
use crate::state::View;

/// What [`Masthead`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct MastheadProps {
    /// How many articles there are.
    pub articles: usize,
    /// The view on screen.
    pub view: View,
    /// Whether there is a comparison to look at.
    pub comparable: bool,
    /// Opens the shortcuts.
    pub onhelp: Callback<()>,
}

/// The name, the views, and what can be done with all of it.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    let desk = use_desk();
    let export = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.export())
    };
    let delete = Callback::from(move |_: MouseEvent| desk.delete_all());
    let help = props.onhelp.reform(|_: MouseEvent| ());
    let current = |view| (props.view == view).then_some("page");
    html! {
        <header class="masthead" data-bar="top">
            <h1 class="name">{ "Crossread" }</h1>
            if props.articles > 0 {
                <nav aria-label="Views">
                    <a href="#articles" aria-current={current(View::Articles)}>
                        { "Articles" }<span class="count">{ format!(" {}", props.articles) }</span>
                    </a>
                    if props.comparable {
                        <a href="#side-by-side" aria-current={current(View::SideBySide)}>{ "Side by side" }</a>
                    }
                </nav>
                <div class="actions">
                    <button type="button" class="quiet" onclick={export}>{ "Save as JSON report" }</button>
                    <button type="button" class="quiet" onclick={delete}>{ "Delete everything" }</button>
                    <button type="button" class="quiet key" aria-label="Keyboard shortcuts" onclick={help}>{ "?" }</button>
                </div>
            }
        </header>
    }
}
