//! The three answers, as a sentence.

use std::rc::Rc;

use yew::prelude::*;

use crate::hooks::use_desk;
use crate::reading::wording::{capital, count, number};
use crate::reading::{Answers, Reading, Walk};
use crate::state::Action;

/// What [`AnswersLine`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct AnswersLineProps {
    /// The comparison.
    pub reading: Rc<Reading>,
    /// What the reader steps through.
    pub walk: Option<Walk>,
}

/// What the articles agree on, where they differ, what is only in one. Every number opens the passages it rests on.
#[component]
pub fn AnswersLine(props: &AnswersLineProps) -> Html {
    let answers = &props.reading.answers;
    let link = |walk: Walk, text: String| html! { <Opener {walk} {text} current={props.walk == Some(walk)} /> };
    let alone: usize = answers.alone.iter().sum();
    let outlets = capital(&number(answers.articles));
    html! {
        <p class="answers">
            if answers.share_nothing() {
                <strong>{ "These articles share no passages." }</strong>
                { " Either they report different events, or each in words of its own; nothing in them vouches for more." }
            } else {
                <strong>{ outlets }{ " outlets, one event." }</strong>
                { " " }{ agreement(answers, &link) }
                { " " }{ difference(answers, &link) }
                if alone > 0 {
                    { " " }{ link(Walk::Alone, capital(&count_of_alone(alone))) }
                    { if alone == 1 { " stands in one outlet only." } else { " stand in one outlet only." } }
                }
            }
        </p>
    }
}

fn agreement(answers: &Answers, link: &dyn Fn(Walk, String) -> Html) -> Html {
    let n = answers.agreements;
    if n == 0 {
        return html! { { "They have no statement in common." } };
    }
    let who = match (answers.carried_by == answers.articles, answers.articles) {
        (true, 2) => "Both report ".to_owned(),
        (true, _) => format!("All {} report ", number(answers.articles)),
        (false, _) => format!("{} of them report ", capital(&number(answers.carried_by))),
    };
    html! {
        <>
            { who }{ link(Walk::Agreements, count(n, "statement")) }
            if answers.copies == n {
                { if n == 1 { ", which goes back to one text." } else { ", each of which goes back to one text." } }
            } else if answers.copies > 0 {
                { ", " }{ link(Walk::Copies, format!("{} of which", number(answers.copies))) }{ if answers.copies == 1 { " goes back to one text." } else { " go back to one text." } }
            } else {
                { "." }
            }
        </>
    }
}

fn difference(answers: &Answers, link: &dyn Fn(Walk, String) -> Html) -> Html {
    if answers.differences == 0 {
        return html! { { "What they share, they say in the same words." } };
    }
    html! {
        <>
            { "They differ in " }{ link(Walk::Differences, count(answers.differences, "passage")) }
            if answers.figures > 0 {
                { ", " }{ link(Walk::Figures, format!("{} of them", number(answers.figures))) }{ " in a figure" }
            }
            { "." }
        </>
    }
}

fn count_of_alone(n: usize) -> String {
    count(n, "sentence")
}

#[derive(Clone, PartialEq, Properties)]
struct OpenerProps {
    walk: Walk,
    text: String,
    current: bool,
}

/// A number that opens what it counts.
#[component]
fn Opener(props: &OpenerProps) -> Html {
    let desk = use_desk();
    let walk = props.walk;
    let onclick = Callback::from(move |_: MouseEvent| desk.act(Action::Walk { walk: Some(walk), by: 0 }));
    html! { <button type="button" class="opener" aria-pressed={if props.current { "true" } else { "false" }} {onclick}>{ props.text.clone() }</button> }
}
