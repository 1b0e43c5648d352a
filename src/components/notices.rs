//! Messages.

use yew::prelude::*;

use crate::hooks::{Desk, use_desk};
use crate::reading::wording;
use crate::state::{Action, Bulk, Notice, Tone, Work};

/// From so many alike on, messages are told as one that can be opened: a folder of pictures is not to bury the page.
const MANY: usize = 3;

/// Most messages listed in one.
const LISTED: usize = 100;

/// What [`Notices`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct NoticesProps {
    /// The messages, oldest first.
    pub notices: Vec<Notice>,
    /// What the engine is at: whether it stopped.
    pub work: Work,
}

/// What the reader has to be told, until it is dismissed.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let desk = use_desk();
    let retry = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.retry())
    };
    let alike = |bulk: Bulk| props.notices.iter().filter(move |notice| notice.bulk == Some(bulk));
    let told = props.notices.iter().filter_map(|notice| match notice.bulk.filter(|bulk| alike(*bulk).count() >= MANY) {
        // In place of the first of them.
        Some(bulk) => (alike(bulk).next() == Some(notice)).then(|| many(&desk, bulk, &alike(bulk).collect::<Vec<_>>())),
        None => Some(line(&desk, notice)),
    });
    html! {
        <div class="notices" role="log" aria-label="Messages">
            if props.work == Work::Stopped {
                <div class="notice problem" role="alert">
                    <p>{ "The comparison stopped unexpectedly. Your articles are safe." }</p>
                    <button type="button" onclick={retry}>{ "Try again" }</button>
                </div>
            }
            { for told }
        </div>
    }
}

fn line(desk: &Desk, notice: &Notice) -> Html {
    let Notice { id, tone, text, undo, bulk: _ } = notice.clone();
    let act = |action: Action| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.act(action.clone()))
    };
    html! {
        <div key={id} class={classes!("notice", (tone == Tone::Problem).then_some("problem"))}>
            <p>{ text.clone() }</p>
            if undo {
                <button type="button" onclick={act(Action::Undo)}>{ "Undo" }</button>
            }
            <button type="button" class="quiet" aria-label={format!("Dismiss: {text}")} onclick={act(Action::Dismiss(id))}>{ "Dismiss" }</button>
        </div>
    }
}

/// Messages that are alike, folded into one.
fn many(desk: &Desk, bulk: Bulk, notices: &[&Notice]) -> Html {
    let desk = desk.clone();
    let dismiss = Callback::from(move |_: MouseEvent| desk.act(Action::DismissAll(bulk)));
    let n = notices.len();
    let (key, sum, more) = match bulk {
        Bulk::Unread => ("unread", format!("{n} files could not be read."), "Which, and why"),
        Bulk::Repeated => ("repeated", format!("{n} articles are already here and were not added a second time."), "Which"),
    };
    html! {
        <div {key} class={classes!("notice", (bulk == Bulk::Unread).then_some("problem"))}>
            <details>
                <summary>{ &sum }{ " " }<span class="opener">{ more }</span></summary>
                <ul>
                    for notice in notices.iter().take(LISTED) {
                        <li key={notice.id}>{ notice.text.clone() }</li>
                    }
                    if n > LISTED {
                        <li>{ format!("And {} more.", wording::number(n - LISTED)) }</li>
                    }
                </ul>
            </details>
            <button type="button" class="quiet" aria-label={format!("Dismiss: {sum}")} onclick={dismiss}>{ "Dismiss" }</button>
        </div>
    }
}
