//! The runs of a block, and the marks of its linked sentences.

use std::rc::Rc;

use crossread_engine::ArticleIdx;
use yew::prelude::*;

use super::{Pick, ribbons::form};
use crate::hooks::{Desk, use_desk};
use crate::platform::geometry;
use crate::reading::{Head, Reading, Run, Shade, Stop, wording};
use crate::state::Action;

/// What [`RunsView`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct RunsViewProps {
    /// The comparison.
    pub reading: Rc<Reading>,
    /// The article.
    pub article: ArticleIdx,
    /// The runs, which together are the block's text.
    pub runs: Vec<Run>,
    /// The articles shown.
    pub shown: Rc<Vec<ArticleIdx>>,
    /// What is selected, if it stands here.
    pub stop: Option<Stop>,
    /// Whether the reader chooses sentences to link, and then which of these is chosen.
    pub linking: Option<Option<usize>>,
}

/// Text in which what is linked can be selected; or, while the reader links sentences, every sentence chosen.
#[component]
pub fn RunsView(props: &RunsViewProps) -> Html {
    let RunsViewProps { reading, article, runs, shown, stop, linking } = props;
    let desk = use_desk();
    if let Some(chosen) = linking {
        return choosing(&desk, reading, *article, runs, *chosen);
    }
    let text = reading.articles.get(article.0).map(|a| a.text.as_str()).unwrap_or_default();
    html! {
        for run in runs.iter() {
            if let Some(head) = run.head {
                <Mark reading={reading.clone()} article={*article} {head} shown={shown.clone()} selected={is_selected(reading, *article, head, *stop)} />
            }
            { {
                let words = run.span.of(text).to_owned();
                let shade = run.shade.class();
                match (run.relation, run.sentence) {
                    (Some(relation), Some(sentence)) => {
                        let (desk, reading, shown, article) = (desk.clone(), reading.clone(), shown.clone(), *article);
                        let onclick = Callback::from(move |_: MouseEvent| {
                            if !geometry::is_selecting_text() && let Some(passage) = reading.passage_from(article, sentence, &shown) {
                                desk.act(Action::Focus(article));
                                desk.act(Action::Select(Some(Stop::Passage(passage))));
                            }
                        });
                        let passages = run.passages.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
                        html! { <span class={classes!("run", form(relation), shade)} data-passages={passages} {onclick}>{ differing(run, words) }</span> }
                    }
                    _ => html! { <span class={classes!(shade)} data-place={alone(run, *article, shade)}>{ words }</span> },
                }
            } }
        }
    }
}

/// Text in which every sentence can be chosen.
fn choosing(desk: &Desk, reading: &Reading, article: ArticleIdx, runs: &[Run], chosen: Option<usize>) -> Html {
    let text = reading.articles.get(article.0).map(|a| a.text.as_str()).unwrap_or_default();
    let sentences = runs.chunk_by(|one, next| one.sentence == next.sentence).map(|runs| {
        let words: String = runs.iter().map(|run| run.span.of(text)).collect();
        let Some(sentence) = runs.first().and_then(|run| run.sentence) else { return html! { { words } } };
        let picked = chosen == Some(sentence);
        let relation = runs.iter().filter_map(|run| run.relation).min();
        let onclick = {
            let desk = desk.clone();
            Callback::from(move |_: MouseEvent| {
                if !geometry::is_selecting_text() {
                    desk.act(Action::Pick((article, sentence)));
                }
            })
        };
        html! {
            <>
                <Pick {article} {sentence} words={wording::opening(&words, 6)} {picked} />
                <span class={classes!("run", relation.map(form), picked.then_some("selected"))} {onclick}>{ words }</span>
            </>
        }
    });
    html! { { for sentences } }
}

/// Words that differ from those of the selected twin.
fn differing(run: &Run, words: String) -> Html {
    match run.differs {
        Some(telling) if run.shade == Shade::Selected => html! {
            <mark class={classes!("differs", (!telling).then_some("small"))}><span class="spoken">{ "differs: " }</span>{ words }</mark>
        },
        _ => html! { { words } },
    }
}

/// Names the place of a selected sentence that has no mark.
fn alone(run: &Run, article: ArticleIdx, shade: Option<&str>) -> Option<String> {
    let sentence = run.sentence.filter(|_| shade.is_some())?;
    Some(format!("{}-{sentence}", article.0))
}

fn is_selected(reading: &Reading, article: ArticleIdx, head: Head, stop: Option<Stop>) -> bool {
    let places = stop.map(|stop| reading.places_at(stop)).unwrap_or_default();
    places.iter().any(|place| place.article == article && place.sentence == head.sentence)
}

/// What [`Mark`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct MarkProps {
    /// The comparison.
    pub reading: Rc<Reading>,
    /// The article.
    pub article: ArticleIdx,
    /// The sentence and its statement.
    pub head: Head,
    /// The articles shown.
    pub shown: Rc<Vec<ArticleIdx>>,
    /// Whether it is selected.
    pub selected: bool,
}

/// The number before a linked sentence: selects it; once selected, leads on to its twin.
#[component]
pub fn Mark(props: &MarkProps) -> Html {
    let desk = use_desk();
    let MarkProps { reading, article, head, shown, selected } = props;
    let kinship = reading.kinship(*article, head.sentence, shown);
    let number = head.statement.map_or_else(|| "•".to_owned(), |statement| (statement + 1).to_string());
    let onclick = {
        let (reading, shown, article, sentence, selected) = (reading.clone(), shown.clone(), *article, head.sentence, *selected);
        Callback::from(move |_: MouseEvent| {
            if selected {
                desk.act(Action::Focus(article));
                desk.act(Action::Twin);
            } else if let Some(passage) = reading.passage_from(article, sentence, &shown) {
                desk.act(Action::Focus(article));
                desk.act(Action::Select(Some(Stop::Passage(passage))));
            }
        })
    };
    html! {
        <button
            type="button"
            class="mark"
            aria-label={wording::head(head.statement, kinship.as_ref())}
            aria-pressed={if *selected { "true" } else { "false" }}
            data-place={format!("{}-{}", article.0, head.sentence)}
            {onclick}
        >
            { number }
        </button>
    }
}
