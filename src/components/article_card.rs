//! One article as it was read.

use std::rc::Rc;

use crossread_engine::{ArticleIdx, WarningKind};
use yew::prelude::*;

use super::{ArticleHeading, CardFields, CardText};
use crate::hooks::use_desk;
use crate::reading::wording;
use crate::state::{Action, Entry};

/// What [`ArticleCard`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct ArticleCardProps {
    /// Its place among the articles.
    pub idx: ArticleIdx,
    /// The article.
    pub entry: Rc<Entry>,
    /// Whether it is the last.
    pub last: bool,
    /// How much of it also stands elsewhere, in per cent.
    pub elsewhere: Option<usize>,
}

/// What is open on a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Open {
    #[default]
    Nothing,
    Text,
    Fields,
}

/// What was found in a source, what to check about it, and everything that can be corrected.
#[component]
pub fn ArticleCard(props: &ArticleCardProps) -> Html {
    let desk = use_desk();
    let open = use_state_eq(Open::default);
    let id = props.entry.id;
    let label = props.idx.label();
    let act = |action: Action| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.act(action.clone()))
    };
    let toggle = |which: Open| {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(if *open == which { Open::Nothing } else { which }))
    };
    let expanded = |which: Open| if *open == which { "true" } else { "false" };
    let article = &props.entry.article;
    // Further articles that are offered, or were, say so in their own line.
    let warnings = article.warnings.iter().filter(|w| !matches!(w.kind, WarningKind::FurtherArticles { .. }));
    html! {
        <article class="card" aria-label={format!("Article {label}")}>
            <ArticleHeading idx={props.idx} article={article.clone()} elsewhere={props.elsewhere} detailed=true />
            for warning in warnings {
                <p class="warning">
                    { warning.message() }
                    if matches!(warning.kind, WarningKind::CharactersMisread { .. }) && article.repaired.is_some() {
                        { " " }
                        <button type="button" onclick={act(Action::Repair(id))}>{ "Put them right" }</button>
                    }
                </p>
            }
            if !props.entry.offered.is_empty() {
                <p class="warning offer">
                    { offer(props.entry.offered.len()) }
                    <button type="button" onclick={act(Action::AddOffered(id))}>{ if props.entry.offered.len() == 1 { "Add it" } else { "Add them" } }</button>
                </p>
            }
            <div class="card-actions">
                <button type="button" aria-expanded={expanded(Open::Text)} onclick={toggle(Open::Text)}>{ "Text as read" }</button>
                <button type="button" aria-expanded={expanded(Open::Fields)} onclick={toggle(Open::Fields)}>{ "Correct details" }</button>
                <div class="card-order">
                <button type="button" class="quiet" aria-label={format!("Move {label} up")} disabled={props.idx.0 == 0} onclick={act(Action::Move { id, by: -1 })}>{ "↑" }</button>
                <button type="button" class="quiet" aria-label={format!("Move {label} down")} disabled={props.last} onclick={act(Action::Move { id, by: 1 })}>{ "↓" }</button>
                <button type="button" class="quiet" aria-label={format!("Remove {label}")} onclick={act(Action::Remove(id))}>{ "Remove" }</button>
                </div>
            </div>
            if *open == Open::Text {
                <CardText {id} article={article.clone()} />
            } else if *open == Open::Fields {
                <CardFields {id} article={article.clone()} />
            }
        </article>
    }
}

fn offer(n: usize) -> String {
    format!(
        "{} found in this source. ",
        if n == 1 { "1 further article was".to_owned() } else { wording::count(n, "further article") + " were" }
    )
}
