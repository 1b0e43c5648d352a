//! Ways to bring articles.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::hooks::use_desk;
use crate::platform::files::{self, ACCEPT};

/// What [`Bring`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct BringProps {
    /// Opens a field to paste into, where the browser does not let the page look at the clipboard.
    pub onpaste: Callback<()>,
    /// Whether to offer the example.
    #[prop_or_default]
    pub example: bool,
}

/// Buttons: paste, choose files or a folder, try the example.
#[component]
pub fn Bring(props: &BringProps) -> Html {
    let desk = use_desk();
    let (files, folder) = (use_node_ref(), use_node_ref());
    let paste = {
        let (desk, onpaste) = (desk.clone(), props.onpaste.clone());
        Callback::from(move |_: MouseEvent| {
            let onpaste = onpaste.clone();
            desk.paste(move || onpaste.emit(()));
        })
    };
    let choose = |chooser: &NodeRef| {
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
            <button type="button" onclick={choose(&files)}>{ "Choose files" }</button>
            <button type="button" onclick={choose(&folder)}>{ "Choose a folder" }</button>
            if props.example {
                <button type="button" onclick={example}>{ "Try the example" }</button>
            }
            <input ref={files} type="file" multiple=true hidden=true accept={ACCEPT} aria-label="Article files" onchange={chosen.clone()} />
            // A browser that knows no such thing lets files be chosen.
            <input ref={folder} type="file" multiple=true hidden=true webkitdirectory=true aria-label="Folder of articles" onchange={chosen} />
        </div>
    }
}
