//! An article's text as it was read, block by block.

use std::rc::Rc;

use crossread_engine::{Article, Role};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Aside;
use crate::hooks::use_desk;
use crate::protocol::ArticleId;
use crate::reading::{Folded, folded, wording};
use crate::state::Action;

/// What [`CardText`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct CardTextProps {
    /// Of which article.
    pub id: ArticleId,
    /// The article.
    pub article: Rc<Article>,
}

/// Every block with its role, which can be changed; what was set aside is folded where it stands.
#[component]
pub fn CardText(props: &CardTextProps) -> Html {
    html! {
        <div class="card-text" lang={props.article.language.clone()} dir="auto">
            for part in folded(&props.article.blocks) {
                { match part {
                    Folded::Open(block) => html! { <CardBlock key={block} id={props.id} article={props.article.clone()} {block} /> },
                    Folded::Aside(blocks) => {
                        let key = format!("aside-{}", blocks[0]);
                        html! { <Aside {key} id={props.id} article={props.article.clone()} {blocks} /> }
                    }
                } }
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CardBlockProps {
    id: ArticleId,
    article: Rc<Article>,
    block: usize,
}

#[component]
fn CardBlock(props: &CardBlockProps) -> Html {
    let desk = use_desk();
    let Some(block) = props.article.blocks.get(props.block) else { return html! {} };
    let (id, at) = (props.id, props.block);
    let text = block.span.of(&props.article.text);
    let onchange = Callback::from(move |event: Event| {
        let chosen = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
        if let Some(role) = Role::ALL.into_iter().find(|role| Some(role.name()) == chosen.as_deref()) {
            desk.act(Action::SetRoles { id, blocks: vec![at], role });
        }
    });
    html! {
        <div class={classes!("card-block", block.role.name())}>
            <select aria-label={format!("Role of “{}”", wording::opening(text, 5))} {onchange}>
                for role in Role::ALL {
                    <option value={role.name()} selected={role == block.role}>{ spoken(role) }</option>
                }
            </select>
            <p>{ text.to_owned() }</p>
        </div>
    }
}

/// A role's name in a menu.
const fn spoken(role: Role) -> &'static str {
    match role {
        Role::Title => "Title",
        Role::Byline => "Byline",
        Role::Dateline => "Dateline",
        Role::Heading => "Heading",
        Role::Paragraph => "Paragraph",
        Role::Quotation => "Quotation",
        Role::ListItem => "List item",
        Role::Table => "Table",
        Role::Caption => "Caption",
        Role::Boilerplate => "Set aside",
    }
}
