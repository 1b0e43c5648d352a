//! A window above the page.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What [`Dialog`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct DialogProps {
    /// Its heading, and its name.
    pub title: AttrValue,
    /// It is closed.
    pub onclose: Callback<()>,
    /// What is in it.
    pub children: Html,
}

/// A modal dialog, open for as long as it is there. Escape closes it, and the focus goes back to where it was.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let dialog = node.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                // Fails only if it is open already.
                let _ = dialog.show_modal();
            }
            // Closed before it goes, so that the browser gives the focus back.
            move || dialog.into_iter().for_each(|dialog| dialog.close())
        });
    }
    html! {
        <dialog ref={node} aria-label={props.title.clone()} onclose={props.onclose.reform(|_: Event| ())}>
            <h2>{ props.title.clone() }</h2>
            { props.children.clone() }
        </dialog>
    }
}
