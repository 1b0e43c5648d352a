//! An article's details, to be corrected.

use std::rc::Rc;

use crossread_engine::{Article, Field};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::hooks::use_desk;
use crate::protocol::ArticleId;
use crate::state::Action;

const FIELDS: [(Field, &str); 5] =
    [(Field::Outlet, "Outlet"), (Field::Title, "Title"), (Field::Byline, "By"), (Field::Published, "Date"), (Field::Language, "Language")];

/// What [`CardFields`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct CardFieldsProps {
    /// Of which article.
    pub id: ArticleId,
    /// The article.
    pub article: Rc<Article>,
}

/// A field for each detail; what is entered counts when the field is left.
#[component]
pub fn CardFields(props: &CardFieldsProps) -> Html {
    let desk = use_desk();
    let id = props.id;
    let change = |field: Field| {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                desk.act(Action::SetField { id, field, value: input.value() });
            }
        })
    };
    html! {
        <div class="fields">
            for (field, label) in FIELDS {
                <label key={label}>
                    <span>{ label }</span>
                    <input type="text" value={props.article.field(field).unwrap_or_default().to_owned()} onchange={change(field)} />
                </label>
            }
            <p class="hint">
                { format!("Read from “{}” as {}, {}.", props.article.source.name, props.article.source.media_type, props.article.source.charset) }
            </p>
        </div>
    }
}
