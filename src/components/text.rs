//! The text layout: each article whole, in its own order.

use std::rc::Rc;

use crossread_engine::ArticleIdx;
use yew::prelude::*;

use super::{ColumnView, Ribbons};
use crate::hooks::use_ribbons;
use crate::reading::{Reading, Stop};
use crate::state::Picks;

/// What [`TextLayout`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct TextLayoutProps {
    /// The comparison.
    pub reading: Rc<Reading>,
    /// The articles shown.
    pub shown: Rc<Vec<ArticleIdx>>,
    /// What is selected.
    pub stop: Option<Stop>,
    /// The article in which the reader looks at it.
    pub focus: Option<ArticleIdx>,
    /// While the reader chooses two sentences to link: what is chosen.
    pub linking: Option<Picks>,
}

/// Columns side by side that scroll together, ribbons between them.
#[component]
pub fn TextLayout(props: &TextLayoutProps) -> Html {
    let frame = use_node_ref();
    let ribbons = use_ribbons(&frame, &props.reading, &props.shown, props.stop, props.focus);
    html! {
        <div ref={frame} class={classes!("columns", format!("n-{}", props.shown.len()))} role="group" aria-label="Articles side by side" tabindex="-1">
            <Ribbons {ribbons} />
            for article in props.shown.iter().copied() {
                <ColumnView
                    key={article.0}
                    reading={props.reading.clone()}
                    {article}
                    shown={props.shown.clone()}
                    stop={props.stop}
                    linking={props.linking.map(|picks| picks.of(article))}
                />
            }
        </div>
    }
}
