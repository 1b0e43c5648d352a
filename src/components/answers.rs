//! The three answers, as a sentence.

use std::rc::Rc;

use crossread_engine::ArticleIdx;
use yew::prelude::*;

use crate::hooks::use_desk;
use crate::reading::wording::{capital, count, letters, number};
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
    let truncated = props.reading.comparison.truncated.as_ref().map(|truncated| truncated.message());
    html! {
        <p class="answers">
            if answers.share_nothing() {
                <strong>{ "These articles share no passages." }</strong>
                { " Either they report different events, or each in words of its own; nothing in them vouches for more." }
            } else {
                if answers.groups.len() == 1 {
                    <strong>{ outlets }{ " outlets, one event." }</strong>
                } else {
                    <strong>{ outlets }{ " outlets." }</strong>
                    { " " }{ apart(&answers.groups) }
                }
                { " " }{ agreement(answers, &link) }
                { " " }{ difference(answers, &link) }
                if alone > 0 {
                    { " " }{ link(Walk::Alone, count(alone, "sentence")) }
                    { if alone == 1 { " stands in one outlet only." } else { " stand in one outlet only." } }
                }
            }
            if let Some(languages) = props.reading.comparison.languages_message() {
                { " " }<small class="languages">{ languages }</small>
            }
            if let Some(truncated) = truncated {
                { " " }<small class="truncated">{ truncated }</small>
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

/// "A, B and C share passages, D and E do too. F shares none with the others."
fn apart(groups: &[Vec<ArticleIdx>]) -> String {
    let together: Vec<_> = groups.iter().filter(|group| group.len() > 1).map(|group| letters(group)).collect();
    let single: Vec<_> = groups.iter().filter(|group| group.len() == 1).map(|group| group[0]).collect();
    let mut said = match together.as_slice() {
        [first, rest @ ..] => {
            let more: String = rest.iter().map(|group| format!("; so do {group}, about something else")).collect();
            format!("{first} share passages{more}.")
        }
        [] => String::new(),
    };
    match single.len() {
        0 => {}
        1 => said.push_str(&format!(" {} shares none with the others.", letters(&single))),
        _ => said.push_str(&format!(" {} share none with any other.", letters(&single))),
    }
    said
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
