//! The first thing a reader sees. `index.html` paints the same before this code has arrived: change both together.

use yew::prelude::*;

use super::Bring;

/// What [`FirstVisit`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct FirstVisitProps {
    /// Opens a field to paste into.
    pub onpaste: Callback<()>,
}

/// What Crossread is, and where to put articles.
#[component]
pub fn FirstVisit(props: &FirstVisitProps) -> Html {
    html! {
        <section class="sheet" aria-labelledby="promise">
            <h2 id="promise">{ "Read one story across its outlets." }</h2>
            <p class="lead">
                { "Put two or more articles next to each other. See what they share word for word, where the wording, quotations and figures part, and what each one leaves out." }
            </p>
            <div class="drop">
                <h3>{ "Drop articles, saved pages, PDFs, or a zip, or just paste" }</h3>
                <p>{ "Office documents, mails and whole folders, too, or a selection from another tab. A whole copied page is fine: menus and related stories are set aside." }</p>
                <Bring onpaste={props.onpaste.clone()} example=true />
            </div>
            <details class="privacy">
                <summary>{ "Nothing you put here leaves this page. It cannot: its security policy lets it contact no one." }</summary>
                <p>
                    { "The policy is the first line of this page’s source. It allows the page to load its own files from where it is hosted, and nothing else: " }
                    { "no other server can be reached, by anything that runs here. There is no account and there are no cookies. " }
                    { "Your articles are kept in this browser until you delete them." }
                </p>
            </details>
        </section>
    }
}
