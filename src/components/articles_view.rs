//! What was brought.

use std::rc::Rc;

use crossread_engine::ArticleIdx;
use yew::prelude::*;

use super::{ArticleCard, Bring};
use crate::reading::Reading;
use crate::state::Entry;

/// What [`ArticlesView`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct ArticlesViewProps {
    /// The articles, in order.
    pub entries: Vec<Rc<Entry>>,
    /// The comparison, if there is one.
    pub reading: Option<Rc<Reading>>,
    /// Opens a field to paste into.
    pub onpaste: Callback<()>,
}

/// A card for every article, and the way to bring more.
#[component]
pub fn ArticlesView(props: &ArticlesViewProps) -> Html {
    let n = props.entries.len();
    let next = if n == 1 { "Add a second article: the comparison appears by itself." } else { "Add another article." };
    html! {
        <div class="articles">
            <ol class="cards">
                for (index, entry) in props.entries.iter().enumerate() {
                    <li key={entry.id.0}>
                        <ArticleCard
                            idx={ArticleIdx(index)}
                            entry={entry.clone()}
                            last={index + 1 == n}
                            elsewhere={props.reading.as_ref().and_then(|reading| reading.also_elsewhere(entry.id))}
                        />
                    </li>
                }
            </ol>
            <section class="drop more" aria-label="More articles">
                <p>{ next }{ " Drop or paste it anywhere." }</p>
                <Bring onpaste={props.onpaste.clone()} />
            </section>
        </div>
    }
}
