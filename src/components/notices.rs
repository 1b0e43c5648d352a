//! Messages.

use yew::prelude::*;

use crate::hooks::use_desk;
use crate::state::{Action, Notice, Tone, Work};

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
    html! {
        <div class="notices" role="log" aria-label="Messages">
            if props.work == Work::Stopped {
                <div class="notice problem" role="alert">
                    <p>{ "The comparison stopped unexpectedly. Your articles are safe." }</p>
                    <button type="button" onclick={retry}>{ "Try again" }</button>
                </div>
            }
            for notice in props.notices.iter() {
                <NoticeLine key={notice.id} notice={notice.clone()} />
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NoticeLineProps {
    notice: Notice,
}

#[component]
fn NoticeLine(props: &NoticeLineProps) -> Html {
    let desk = use_desk();
    let Notice { id, tone, text, undo } = props.notice.clone();
    let act = |action: Action| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.act(action.clone()))
    };
    html! {
        <div class={classes!("notice", (tone == Tone::Problem).then_some("problem"))}>
            <p>{ text.clone() }</p>
            if undo {
                <button type="button" onclick={act(Action::Undo)}>{ "Undo" }</button>
            }
            <button type="button" class="quiet" aria-label={format!("Dismiss: {text}")} onclick={act(Action::Dismiss(id))}>{ "Dismiss" }</button>
        </div>
    }
}
