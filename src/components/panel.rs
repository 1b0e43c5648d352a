//! What is selected, looked at closely.

use std::rc::Rc;

use crossread_engine::{ArticleIdx, Link};
use yew::prelude::*;

use super::{Letter, LinkActions, tracked::change};
use crate::hooks::use_desk;
use crate::reading::{PieceKind, Reading, Side, Stop, decisions, is_readable, pieces, wording};
use crate::state::Action;

/// What [`Panel`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct PanelProps {
    /// The comparison.
    pub reading: Rc<Reading>,
    /// What is selected.
    pub stop: Stop,
}

/// How the two sides of a passage differ in words, and why they are linked; of a statement, every wording.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let desk = use_desk();
    let PanelProps { reading, stop } = props;
    let close = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.act(Action::Select(None)))
    };
    let numbers: Vec<_> = reading.statements_at(*stop).into_iter().map(|statement| (statement + 1).to_string()).collect();
    let title = match numbers.as_slice() {
        [] => "Passage".to_owned(),
        [one] => format!("Statement {one}"),
        many => format!("Statements {}", many.join(", ")),
    };
    let beside = reading.passages_beside(*stop);
    html! {
        <section class="panel" aria-label="Selected passage">
            <div class="panel-head">
                <h2>{ title }</h2>
                <div class="pairs" role="group" aria-label="Pairs of articles">
                    for passage in beside {
                        <Pair key={passage} reading={reading.clone()} {passage} current={*stop == Stop::Passage(passage)} />
                    }
                </div>
                <button type="button" class="quiet" aria-label="Close selected passage" onclick={close}>{ "Close" }</button>
            </div>
            if let Stop::Passage(passage) = stop {
                for (index, link) in reading.indices_at(*passage).iter().copied().filter_map(|index| Some((index, reading.link(index)?))) {
                    <div key={index} class="link">
                        <div class="wordings">{ wordings(reading, link) }</div>
                        <div>
                            { why(link) }
                            <LinkActions reading={reading.clone()} link={index} />
                        </div>
                    </div>
                }
            } else {
                <div class="wordings">
                    for place in reading.places_at(*stop) {
                        <p>
                            <Letter article={place.article} />
                            <span>{ place.span.of(reading.articles.get(place.article.0).map(|a| a.text.as_str()).unwrap_or_default()).to_owned() }</span>
                        </p>
                    }
                </div>
            }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PairProps {
    reading: Rc<Reading>,
    passage: usize,
    current: bool,
}

#[component]
fn Pair(props: &PairProps) -> Html {
    let desk = use_desk();
    let Some(passage) = props.reading.comparison.passages.get(props.passage) else { return html! {} };
    let stop = Stop::Passage(props.passage);
    let onclick = Callback::from(move |_: MouseEvent| desk.act(Action::Select(Some(stop))));
    let moved = if passage.moved { ", moved" } else { "" };
    let text = format!("{}, {}{moved}", wording::letters(&[passage.a, passage.b]), wording::relation(passage.relation));
    html! { <button type="button" aria-pressed={if props.current { "true" } else { "false" }} {onclick}>{ text }</button> }
}

/// The two wordings of a link: as one line of tracked changes where that reads well, else below each other with what differs marked.
fn wordings(reading: &Reading, link: &Link) -> Html {
    let text = |article: ArticleIdx| reading.articles.get(article.0).map(|a| a.text.as_str()).unwrap_or_default();
    let (a, b) = (text(link.a.article), text(link.b.article));
    if link.diff.is_empty() || !is_readable(link) {
        return html! {
            <>
                <p><Letter article={link.a.article} /><span>{ link.a.span.of(a).to_owned() }</span></p>
                <p><Letter article={link.b.article} /><span>{ link.b.span.of(b).to_owned() }</span></p>
            </>
        };
    }
    html! {
        <p>
            <span class="from-to">
                <Letter article={link.a.article} /><span aria-hidden="true">{ "→" }</span><span class="spoken">{ " to " }</span><Letter article={link.b.article} />
            </span>
            <span>
                for piece in pieces(&link.diff, Side::B) {
                    { change(&piece, piece.span.of(if piece.kind == PieceKind::Deleted { a } else { b })) }
                }
            </span>
        </p>
    }
}

/// The evidence for a link.
fn why(link: &Link) -> Html {
    let why = &link.why;
    let sure = match link.corrected {
        Some(decision) => decisions::decision(decision),
        None if link.sure => "sure",
        None => "possible",
    };
    let rows = [
        ("Shared words", why.words.join(", ")),
        ("Figures", why.figures.join(", ")),
        ("Names", why.names.join(", ")),
        ("Quotation", why.quotation.as_ref().map(|q| format!("“{q}”")).unwrap_or_default()),
        ("Neighbours", if why.neighbours > 0 { format!("{} linked", why.neighbours) } else { String::new() }),
        ("Link", format!("{sure}, score 0.{:03}", link.score.min(999))),
    ];
    html! {
        <dl class="why" aria-label="Why linked">
            for (term, value) in rows.into_iter().filter(|(_, value)| !value.is_empty()) {
                <div key={term}><dt>{ term }</dt><dd>{ value }</dd></div>
            }
        </dl>
    }
}
