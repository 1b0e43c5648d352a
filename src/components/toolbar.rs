//! Ways to look at the articles.

use std::rc::Rc;

use crossread_engine::ArticleIdx;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Letter;
use crate::hooks::use_desk;
use crate::reading::{Reading, decisions, wording};
use crate::state::{Action, Layout, Side};

/// What [`Toolbar`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct ToolbarProps {
    /// The comparison.
    pub reading: Rc<Reading>,
    /// How it is shown.
    pub side: Side,
    /// Whether the settings of links are open.
    pub tuning: bool,
    /// Opens or closes them.
    pub ontuning: Callback<()>,
}

/// The layout, the columns, for the aligned layout the order, and what can be done about links.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let desk = use_desk();
    let ToolbarProps { reading, side, tuning, ontuning } = props;
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
    let linking = side.linking.is_some();
    let link = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.act(if linking { Action::StopLinking } else { Action::StartLinking }))
    };
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
            <div class="links-choice">
                <button
                    type="button"
                    class="quiet"
                    aria-expanded={if *tuning { "true" } else { "false" }}
                    aria-controls="tuning"
                    onclick={ontuning.reform(|_: MouseEvent| ())}
                >
                    { [Some(decisions::links(&reading.comparison)), decisions::decisions(&reading.comparison.corrections)].into_iter().flatten().collect::<Vec<_>>().join(", ") }
                </button>
                <button type="button" class="quiet" aria-pressed={if linking { "true" } else { "false" }} aria-keyshortcuts="L" onclick={link}>{ "Add a link" }</button>
            </div>
            <p class="legend" aria-hidden="true">
                <span class="verbatim">{ "same words" }</span>
                <span class="edited">{ "edited" }</span>
                <span class="paraphrase">{ "reworded" }</span>
                <span class="partial">{ "shares a part" }</span>
            </p>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ColumnsProps {
    reading: Rc<Reading>,
    side: Side,
}

/// Which articles are columns.
#[component]
fn Columns(props: &ColumnsProps) -> Html {
    let desk = use_desk();
    let ColumnsProps { reading, side } = props;
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
