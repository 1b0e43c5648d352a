//! One article as a column.

use std::rc::Rc;

use crossread_engine::{ArticleIdx, Role};
use yew::prelude::*;

use super::{ArticleHeading, Aside, RunsView};
use crate::reading::{Folded, Reading, Stop, folded, runs};

/// What [`ColumnView`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct ColumnViewProps {
    /// The comparison.
    pub reading: Rc<Reading>,
    /// The article.
    pub article: ArticleIdx,
    /// The articles shown, this one among them.
    pub shown: Rc<Vec<ArticleIdx>>,
    /// What is selected.
    pub stop: Option<Stop>,
    /// Whether the reader chooses sentences to link, and then which one of this article is chosen.
    pub linking: Option<Option<usize>>,
}

/// The article's heading and its blocks in order, what was set aside folded where it stands.
#[component]
pub fn ColumnView(props: &ColumnViewProps) -> Html {
    let ColumnViewProps { reading, article, shown, stop, linking } = props;
    let idx = *article;
    let (Some(article), Some(id)) = (reading.articles.get(idx.0).cloned(), reading.ids.get(idx.0).copied()) else { return html! {} };
    let block_view = |block: usize, title: bool| {
        // Only blocks that the selection touches are drawn anew.
        let stop = stop.filter(|stop| touches(reading, *stop, idx, block));
        let linking = linking.map(|chosen| chosen.filter(|sentence| reading.sentences_of(idx, block).contains(sentence)));
        html! { <BlockView key={block} reading={reading.clone()} article={idx} {block} {title} shown={shown.clone()} {stop} {linking} /> }
    };
    // The headline of the text is the heading of the column.
    let headline = article.blocks.iter().position(|block| block.role == Role::Title);
    html! {
        <article class="column" data-column={idx.0.to_string()} aria-label={format!("Article {}", idx.label())}>
            <ArticleHeading {idx} article={article.clone()} elsewhere={reading.also_elsewhere(id)} title={headline.map(|block| block_view(block, true))} />
            <div class="body" lang={article.language.clone()} dir="auto">
                for part in folded(&article.blocks) {
                    { match part {
                        Folded::Aside(blocks) => {
                            let key = format!("aside-{}", blocks[0]);
                            html! { <Aside {key} {id} article={article.clone()} {blocks} /> }
                        }
                        Folded::Open(block) if Some(block) == headline => html! {},
                        Folded::Open(block) => block_view(block, false),
                    } }
                }
            </div>
        </article>
    }
}

/// Whether something of a selection stands in a block.
fn touches(reading: &Reading, stop: Stop, article: ArticleIdx, block: usize) -> bool {
    let sentences = reading.sentences_of(article, block);
    let twins = reading.statements_at(stop).into_iter().flat_map(|statement| reading.places_at(Stop::Statement(statement)));
    reading.places_at(stop).into_iter().chain(twins).any(|place| place.article == article && sentences.contains(&place.sentence))
}

#[derive(Clone, PartialEq, Properties)]
struct BlockViewProps {
    reading: Rc<Reading>,
    article: ArticleIdx,
    block: usize,
    title: bool,
    shown: Rc<Vec<ArticleIdx>>,
    stop: Option<Stop>,
    linking: Option<Option<usize>>,
}

#[component]
fn BlockView(props: &BlockViewProps) -> Html {
    let BlockViewProps { reading, article, block, title, shown, stop, linking } = props;
    let text = reading.articles.get(article.0);
    let role = text.and_then(|a| a.blocks.get(*block)).map_or(Role::Paragraph, |b| b.role);
    let runs = runs(reading, *article, *block, shown, *stop);
    let runs =
        html! { <RunsView reading={reading.clone()} article={*article} {runs} shown={shown.clone()} stop={*stop} linking={*linking} /> };
    if *title {
        html! { <h2 lang={text.and_then(|a| a.language.clone())} dir="auto">{ runs }</h2> }
    } else {
        html! { <p class={role.name()}>{ runs }</p> }
    }
}
