//! What is seen while something is dragged over the page.

use yew::prelude::*;

/// Says that it can be dropped anywhere.
#[component]
pub fn DropHint() -> Html {
    html! { <div class="drop-hint" aria-hidden="true"><p>{ "Drop it anywhere" }</p></div> }
}
