//! The keys.

use yew::prelude::*;

use super::Dialog;

const KEYS: [(&str, &str); 9] = [
    ("J", "Next difference"),
    ("K", "Previous difference"),
    ("Enter", "On to the same passage in the next article"),
    ("Esc", "Select nothing; link nothing after all"),
    ("L", "Link two sentences; arrow keys then go from sentence to sentence"),
    ("Ctrl V", "Paste an article, anywhere on the page"),
    ("Ctrl Z", "Undo the last change of articles, links or settings"),
    ("Ctrl Shift Z", "Do it again"),
    ("?", "These shortcuts"),
];

/// What [`ShortcutsDialog`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct ShortcutsDialogProps {
    /// It is closed.
    pub onclose: Callback<()>,
}

/// Every shortcut.
#[component]
pub fn ShortcutsDialog(props: &ShortcutsDialogProps) -> Html {
    html! {
        <Dialog title="Keyboard shortcuts" onclose={props.onclose.clone()}>
            <dl class="keys">
                for (key, meaning) in KEYS {
                    <div key={key}>
                        <dt><kbd>{ key }</kbd></dt>
                        <dd>{ meaning }</dd>
                    </div>
                }
            </dl>
            <p class="hint">{ "Single keys do nothing while you type." }</p>
            <div class="bring"><button type="button" autofocus=true onclick={props.onclose.reform(|_: MouseEvent| ())}>{ "Close" }</button></div>
        </Dialog>
    }
}
