//! A sentence as tracked changes.

use std::rc::Rc;

use crossread_engine::{ArticleIdx, Role};
use yew::prelude::*;

use crate::reading::{Meeting, Piece, PieceKind, Reading, Tracked, tracked, wording};

/// What [`TrackedView`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct TrackedViewProps {
    /// The comparison.
    pub reading: Rc<Reading>,
    /// The article.
    pub article: ArticleIdx,
    /// The sentence.
    pub sentence: usize,
    /// The sentences in the row, per article.
    pub cells: Rc<Vec<Vec<usize>>>,
    /// The article that changes lead from.
    pub base: Option<ArticleIdx>,
}

/// A sentence, with what it changes of the base where it is close enough for that to be readable.
#[component]
pub fn TrackedView(props: &TrackedViewProps) -> Html {
    let TrackedViewProps { reading, article, sentence, cells, base } = props;
    let Some(found) = reading.comparison.sentences.get(article.0).and_then(|s| s.get(*sentence)) else { return html! {} };
    let Some(text) = reading.articles.get(article.0) else { return html! {} };
    let class = classes!("sentence", text.blocks.get(found.block).map_or(Role::Paragraph, |block| block.role).name());
    // A linked sentence has a mark that names its place.
    let place = reading.links_of(*article, *sentence).is_empty().then(|| format!("{}-{sentence}", article.0));
    let whole = found.span;
    let outcome = match base.filter(|base| base != article) {
        Some(base) => {
            let meeting = Meeting { article: *article, sentences: &cells[article.0], base, against: &cells[base.0] };
            tracked(reading, meeting, *sentence)
        }
        None => Tracked::Alone,
    };
    match outcome {
        Tracked::Alone => html! { <span {class} data-place={place}>{ whole.of(&text.text).to_owned() }</span> },
        Tracked::Rewritten(relation) => html! {
            <span {class}>{ whole.of(&text.text).to_owned() }{ " " }<span class="relation">{ wording::relation(relation) }</span></span>
        },
        Tracked::Changes(pieces) => {
            let other = base.and_then(|base| reading.articles.get(base.0)).map(|a| a.text.as_str()).unwrap_or_default();
            html! {
                <span {class}>
                    for piece in pieces {
                        { change(&piece, piece.span.of(if piece.kind == PieceKind::Deleted { other } else { &text.text })) }
                    }
                </span>
            }
        }
    }
}

/// A piece of a diff as the browser and a screen reader know it. White space around it stays outside the mark, which would draw a line through it.
pub(super) fn change(piece: &Piece, words: &str) -> Html {
    let class = match (piece.trivial, piece.moved) {
        (_, true) => Some("moved"),
        (true, _) => Some("small"),
        _ => None,
    };
    let (inserted, deleted) = if piece.moved { ("moved here ", "moved away ") } else { ("inserted ", "deleted ") };
    let core = words.trim();
    let (before, after) = words.split_once(core).filter(|_| !core.is_empty()).unwrap_or((words, ""));
    let (before, core, after) = (before.to_owned(), core.to_owned(), after.to_owned());
    match piece.kind {
        _ if core.is_empty() => html! { { before } },
        PieceKind::Same => html! { { words.to_owned() } },
        PieceKind::Inserted => html! { <>{ before }<ins {class}><span class="spoken">{ inserted }</span>{ core }</ins>{ after }</> },
        PieceKind::Deleted => html! { <>{ before }<del {class}><span class="spoken">{ deleted }</span>{ core }</del>{ after }</> },
    }
}
