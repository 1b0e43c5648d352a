//! An article's details, to be corrected.

use std::rc::Rc;

use crossread_engine::{Article, Field};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::hooks::use_desk;
use crate::protocol::ArticleId;
use crate::reading::wording;
use crate::state::Action;

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
            for field in Field::ALL {
                <CardField key={wording::field(field)} {id} {field} article={props.article.clone()} onchange={change(field)} />
            }
            <p class="hint">
                { format!("Read from “{}” as {}, {}.", props.article.source.name, props.article.source.media_type, props.article.source.charset) }
            </p>
        </div>
    }
}

/// What [`CardField`] is given.
#[derive(Clone, PartialEq, Properties)]
struct CardFieldProps {
    /// Of which article.
    id: ArticleId,
    /// Which field.
    field: Field,
    /// The article.
    article: Rc<Article>,
    /// What a change does.
    onchange: Callback<Event>,
}

/// One field, with where its value was found beside it; the same words describe it to who cannot see them.
#[component]
fn CardField(props: &CardFieldProps) -> Html {
    let CardFieldProps { id, field, article, onchange } = props;
    let name = wording::field(*field);
    let hint = format!("origin-{}-{}", id.0, name.to_lowercase());
    let origin = article.origins.get(field).map(|origin| wording::origin(*origin));
    html! {
        <label>
            <span>{ name }</span>
            <input type="text" aria-label={name} value={article.field(*field).unwrap_or_default().to_owned()} aria-describedby={origin.is_some().then(|| hint.clone())} {onchange} />
            if let Some(origin) = origin {
                <small id={hint} class="origin">{ origin }</small>
            }
        </label>
    }
}
