//! A field to paste into.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlTextAreaElement};
use yew::prelude::*;

use super::Dialog;
use crate::hooks::use_desk;
use crate::platform::{clipboard, files::Brought};

/// What [`PasteDialog`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct PasteDialogProps {
    /// It is closed.
    pub onclose: Callback<()>,
}

/// Where the browser does not let the page look at the clipboard, pasting is up to the reader.
#[component]
pub fn PasteDialog(props: &PasteDialogProps) -> Html {
    let desk = use_desk();
    let field = use_node_ref();
    let onpaste = {
        let (desk, onclose) = (desk.clone(), props.onclose.clone());
        Callback::from(move |event: Event| {
            // Taken whole and rich, not as the plain text that the field would make of it.
            if let Some(event) = event.dyn_ref::<ClipboardEvent>() {
                event.prevent_default();
                desk.bring(clipboard::pasted(event));
                onclose.emit(());
            }
        })
    };
    let add = {
        let (field, onclose) = (field.clone(), props.onclose.clone());
        Callback::from(move |_: MouseEvent| {
            let text = field.cast::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default();
            if !text.trim().is_empty() {
                desk.bring(Brought { texts: vec![clipboard::typed(&text)], ..Brought::default() });
                onclose.emit(());
            }
        })
    };
    let cancel = props.onclose.reform(|_: MouseEvent| ());
    html! {
        <Dialog title="Paste an article" onclose={props.onclose.clone()}>
            <p id="paste-how">{ "Press Ctrl+V (on a Mac ⌘V) to paste here. Outside this window pasting works anywhere on the page." }</p>
            <textarea ref={field} rows="8" autofocus=true aria-label="Article text" aria-describedby="paste-how" {onpaste} />
            <div class="bring">
                <button type="button" class="primary" onclick={add}>{ "Add" }</button>
                <button type="button" onclick={cancel}>{ "Cancel" }</button>
            </div>
        </Dialog>
    }
}
