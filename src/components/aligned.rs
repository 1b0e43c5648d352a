//! The aligned layout: what corresponds stands level.

use std::rc::Rc;

use crossread_engine::{ArticleIdx, analyse};
use yew::prelude::*;

use super::{ArticleHeading, Letter, Mark, TrackedView};
use crate::reading::{Head, Reading, Stop};

/// What [`Aligned`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct AlignedProps {
    /// The comparison.
    pub reading: Rc<Reading>,
    /// The articles shown.
    pub shown: Rc<Vec<ArticleIdx>>,
    /// The article whose order the rows follow.
    pub lead: ArticleIdx,
    /// What is selected.
    pub stop: Option<Stop>,
}

/// A table: a column for each article, a row for each statement, rows of their own for what stands alone.
#[component]
pub fn Aligned(props: &AlignedProps) -> Html {
    let AlignedProps { reading, shown, lead, stop } = props;
    let rows = use_memo((reading.clone(), *lead), |(reading, lead)| {
        analyse::synopsis(&reading.comparison, *lead).into_iter().map(|row| Rc::new(row.cells)).collect::<Vec<_>>()
    });
    let selected = stop.map(|stop| reading.places_at(stop)).unwrap_or_default();
    html! {
        <table class={classes!("aligned", format!("n-{}", shown.len()))}>
            <caption class="spoken">{ format!("The articles sentence by sentence, in the order of {}", lead.label()) }</caption>
            <thead>
                <tr>
                    for article in shown.iter().copied() {
                        <th key={article.0} scope="col">
                            if let (Some(text), Some(id)) = (reading.articles.get(article.0), reading.ids.get(article.0)) {
                                <ArticleHeading idx={article} article={text.clone()} elsewhere={reading.also_elsewhere(*id)} title={html! {}} />
                            }
                        </th>
                    }
                </tr>
            </thead>
            <tbody>
                for (index, cells) in rows.iter().enumerate().filter(|(_, cells)| shown.iter().any(|article| !cells[article.0].is_empty())) {
                    <AlignedRow
                        key={index}
                        reading={reading.clone()}
                        cells={cells.clone()}
                        shown={shown.clone()}
                        lead={*lead}
                        selected={selected.iter().any(|place| cells[place.article.0].contains(&place.sentence))}
                    />
                }
            </tbody>
        </table>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AlignedRowProps {
    reading: Rc<Reading>,
    cells: Rc<Vec<Vec<usize>>>,
    shown: Rc<Vec<ArticleIdx>>,
    lead: ArticleIdx,
    selected: bool,
}

#[component]
fn AlignedRow(props: &AlignedRowProps) -> Html {
    let AlignedRowProps { reading, cells, shown, lead, selected } = props;
    let here = |article: &ArticleIdx| !cells[article.0].is_empty();
    // Tracked changes lead from the chosen article; where it is silent, from the first that is not.
    let base =
        shown.iter().find(|article| *article == lead && here(article)).or_else(|| shown.iter().find(|article| here(article))).copied();
    html! {
        <tr class={classes!(selected.then_some("selected"))}>
            for article in shown.iter().copied() {
                <td key={article.0} lang={reading.articles.get(article.0).and_then(|a| a.language.clone())} dir="auto">
                    if here(&article) {
                        <span class="cell-letter"><Letter {article} /></span>
                    }
                    for sentence in cells[article.0].iter().copied() {
                        if !reading.links_of(article, sentence).is_empty() {
                            <Mark
                                reading={reading.clone()}
                                {article}
                                head={Head { sentence, statement: reading.statement_of(article, sentence) }}
                                shown={shown.clone()}
                                selected={*selected}
                            />
                        }
                        <TrackedView reading={reading.clone()} {article} {sentence} cells={cells.clone()} {base} />
                        { " " }
                    }
                </td>
            }
        </tr>
    }
}
