//! Ways to bring articles.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::hooks::use_desk;
use crate::platform::files;

/// What [`Bring`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct BringProps {
    /// Opens a field to paste into, where the browser does not let the page look at the clipboard.
    pub onpaste: Callback<()>,
    /// Whether to offer the example.
    #[prop_or_default]
    pub example: bool,
}

/// Buttons: paste, choose files, try the example.
#[component]
pub fn Bring(props: &BringProps) -> Html {
    let desk = use_desk();
    let chooser = use_node_ref();
    let paste = {
        let (desk, onpaste) = (desk.clone(), props.onpaste.clone());
        Callback::from(move |_: MouseEvent| {
            let onpaste = onpaste.clone();
            desk.paste(move || onpaste.emit(()));
        })
    };
    let choose = {
        let chooser = chooser.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = chooser.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let chosen = {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                desk.bring(files::chosen(&input));
            }
        })
    };
    let example = Callback::from(move |_: MouseEvent| desk.bring_example());
    html! {
        <div class="bring">
            <button type="button" class="primary" onclick={paste}>{ "Paste" }</button>
            <button type="button" onclick={choose}>{ "Choose files" }</button>
            if props.example {
                <button type="button" onclick={example}>{ "Try the example" }</button>
            }
            <input ref={chooser} type="file" multiple=true hidden=true aria-label="Article files" onchange={chosen} />
        </div>
    }
}
