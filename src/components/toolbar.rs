//! Ways to look at the articles.

use std::rc::Rc;

use crossread_engine::ArticleIdx;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Letter;
use crate::hooks::use_desk;
use crate::reading::{Reading, wording};
use crate::state::{Action, Layout, Side};

/// What [`Toolbar`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct ToolbarProps {
    /// The comparison.
    pub reading: Rc<Reading>,
    /// How it is shown.
    pub side: Side,
}

/// The layout, the columns, and for the aligned layout the order.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let desk = use_desk();
    let ToolbarProps { reading, side } = props;
    let layout = |layout: Layout, name: &str| {
        let desk = desk.clone();
        let onclick = Callback::from(move |_: MouseEvent| desk.act(Action::SetLayout(layout)));
        let pressed = if side.layout == layout { "true" } else { "false" };
        html! { <button type="button" aria-pressed={pressed} {onclick}>{ name.to_owned() }</button> }
    };
    let lead = {
        let (desk, ids) = (desk.clone(), reading.ids.clone());
        Callback::from(move |event: Event| {
            let chosen = event.target_dyn_into::<HtmlSelectElement>().and_then(|select| select.value().parse::<usize>().ok());
            if let Some(id) = chosen.and_then(|index| ids.get(index)) {
                desk.act(Action::SetLead(*id));
            }
        })
    };
    let current = side.lead(reading);
    html! {
        <div class="toolbar">
            <div class="switch" role="group" aria-label="Layout">
                { layout(Layout::Text, "Text") }
                { layout(Layout::Aligned, "Aligned") }
            </div>
            if side.layout == Layout::Aligned {
                <label class="lead-choice">
                    { "In the order of " }
                    <select onchange={lead}>
                        for article in side.shown(reading) {
                            <option value={article.0.to_string()} selected={article == current}>
                                { format!("{} · {}", article.label(), reading.articles.get(article.0).map(|a| wording::outlet(a)).unwrap_or_default()) }
                            </option>
                        }
                    </select>
                </label>
            }
            if reading.ids.len() > 2 {
                <Columns reading={reading.clone()} side={side.clone()} />
            }
            <p class="legend" aria-hidden="true">
                <span class="verbatim">{ "same words" }</span>
                <span class="edited">{ "edited" }</span>
                <span class="paraphrase">{ "reworded" }</span>
                <span class="partial">{ "shares a part" }</span>
            </p>
        </div>
    }
}

/// Which articles are columns.
#[component]
fn Columns(props: &ToolbarProps) -> Html {
    let desk = use_desk();
    let ToolbarProps { reading, side } = props;
    let (more, fewer) = side.room();
    html! {
        <div class="columns-choice" role="group" aria-label="Columns">
            <span aria-hidden="true">{ "Columns" }</span>
            for (index, id) in reading.ids.iter().copied().enumerate() {
                { {
                    let shown = side.columns.contains(&id);
                    let desk = desk.clone();
                    let onclick = Callback::from(move |_: MouseEvent| desk.act(Action::ToggleColumn(id)));
                    let name = reading.articles.get(index).map(|a| wording::outlet(a)).unwrap_or_default();
                    let article = ArticleIdx(index);
                    html! {
                        <button
                            key={id.0}
                            type="button"
                            aria-pressed={if shown { "true" } else { "false" }}
                            aria-label={format!("Column {}, {name}", article.label())}
                            disabled={if shown { !fewer } else { !more }}
                            {onclick}
                        >
                            <Letter {article} />
                        </button>
                    }
                } }
            }
        </div>
    }
}
