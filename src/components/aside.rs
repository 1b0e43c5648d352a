//! What was set aside, folded where it stands.

use std::rc::Rc;

use crossread_engine::{Article, Role};
use yew::prelude::*;

use crate::hooks::use_desk;
use crate::protocol::ArticleId;
use crate::reading::wording;
use crate::state::Action;

/// What [`Aside`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct AsideProps {
    /// Of which article.
    pub id: ArticleId,
    /// The article.
    pub article: Rc<Article>,
    /// The blocks set aside, neighbours.
    pub blocks: Vec<usize>,
}

/// Neighbouring blocks set aside: how many and how they begin, open on demand, each to be put back.
#[component]
pub fn Aside(props: &AsideProps) -> Html {
    let desk = use_desk();
    let id = props.id;
    let text = |block: usize| props.article.blocks.get(block).map(|b| b.span.of(&props.article.text)).unwrap_or_default();
    let restore = |blocks: Vec<usize>| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.act(Action::SetRoles { id, blocks: blocks.clone(), role: Role::Paragraph }))
    };
    // Bullets and rules that were lines of their own say nothing.
    let telling = props.blocks.iter().find(|block| text(**block).chars().any(char::is_alphanumeric)).or(props.blocks.first());
    let first = telling.map(|block| wording::opening(text(*block), 6)).unwrap_or_default();
    let n = props.blocks.len();
    html! {
        <details class="aside">
            <summary>{ format!("{} set aside: “{first}”", wording::count(n, "line")) }</summary>
            <ul>
                for block in props.blocks.iter().copied() {
                    <li key={block}>
                        <span>{ text(block).to_owned() }</span>
                        <button type="button" class="quiet" aria-label={format!("Restore “{}”", wording::opening(text(block), 6))} onclick={restore(vec![block])}>
                            { "Restore" }
                        </button>
                    </li>
                }
            </ul>
            if n > 1 {
                <button type="button" class="quiet" onclick={restore(props.blocks.clone())}>{ format!("Restore all {n}") }</button>
            }
        </details>
    }
}
