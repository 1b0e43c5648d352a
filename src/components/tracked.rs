//! A sentence as tracked changes.

use std::rc::Rc;

use crossread_engine::{ArticleIdx, Link, Role};
use yew::prelude::*;

use crate::reading::{Piece, PieceKind, Reading, Side, is_readable, pieces, wording};

/// What [`Tracked`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct TrackedProps {
    /// The comparison.
    pub reading: Rc<Reading>,
    /// The article.
    pub article: ArticleIdx,
    /// The sentence.
    pub sentence: usize,
    /// The article that changes lead from; none if it is this one.
    pub base: Option<ArticleIdx>,
    /// The sentences of that article to compare with.
    pub against: Vec<usize>,
}

/// A sentence, with what it changes of the base where it is close enough for that to be readable.
#[component]
pub fn Tracked(props: &TrackedProps) -> Html {
    let TrackedProps { reading, article, sentence, .. } = props;
    let Some(found) = reading.comparison.sentences.get(article.0).and_then(|s| s.get(*sentence)) else { return html! {} };
    let Some(text) = reading.articles.get(article.0) else { return html! {} };
    let role = text.blocks.get(found.block).map_or(Role::Paragraph, |block| block.role);
    let class = classes!("sentence", role.name());
    let whole = found.span;
    // A linked sentence has a mark that names its place.
    let place = reading.links_of(*article, *sentence).is_empty().then(|| format!("{}-{sentence}", article.0));
    let Some((link, base)) = closest(props) else {
        return html! { <span {class} data-place={place}>{ whole.of(&text.text).to_owned() }</span> };
    };
    let (side, own) = if link.a.article == *article { (Side::A, link.a.span) } else { (Side::B, link.b.span) };
    if !is_readable(link) {
        return html! {
            <span {class}>{ whole.of(&text.text).to_owned() }{ " " }<span class="relation">{ wording::relation(link.relation) }</span></span>
        };
    }
    let other = reading.articles.get(base.0).map(|a| a.text.as_str()).unwrap_or_default();
    html! {
        <span {class}>
            { text.text.get(whole.start..own.start).unwrap_or_default().to_owned() }
            for piece in pieces(&link.diff, side) {
                { change(&piece, if piece.kind == PieceKind::Deleted { piece.span.of(other) } else { piece.span.of(&text.text) }) }
            }
            { text.text.get(own.end..whole.end).unwrap_or_default().to_owned() }
        </span>
    }
}

/// A piece of a diff as the browser and a screen reader know it.
pub(super) fn change(piece: &Piece, words: &str) -> Html {
    let class = piece.trivial.then_some("small");
    match piece.kind {
        PieceKind::Same => html! { { words.to_owned() } },
        PieceKind::Inserted => html! { <ins {class}><span class="spoken">{ "inserted " }</span>{ words.to_owned() }</ins> },
        PieceKind::Deleted => html! { <del {class}><span class="spoken">{ "deleted " }</span>{ words.to_owned() }</del> },
    }
}

/// The closest link from the sentence into the base's sentences.
fn closest(props: &TrackedProps) -> Option<(&Link, ArticleIdx)> {
    let base = props.base?;
    let links = props.reading.links_of(props.article, props.sentence).iter().filter_map(|index| props.reading.link(*index));
    let into_base = links.filter(|link| {
        let other = if link.a.article == props.article { link.b } else { link.a };
        other.article == base && props.against.contains(&other.sentence)
    });
    into_base.min_by_key(|link| (link.relation, u16::MAX - link.score)).map(|link| (link, base))
}
