//! Figures: what articles say how much, how long and when, and whether they agree.
//!
//! `find` reads them in each sentence, by rules over words and lists; `matching` gathers those of one quantity; `verdict` weighs two of them. Everything
//! is in whole numbers, so that equal comparisons are equal values.

mod calendar;
mod clock;
mod context;
mod date;
mod find;
mod label;
mod length;
mod matching;
mod number;
mod quantity;
mod reader;
mod tables;
mod verdict;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::entries;
use crate::segment::{Segments, Token};
use crate::sort::Sort;
use crate::{Article, ArticleIdx, Figure, FigureKind, FigureMember, FigureValue, Link, Number, Role, Sentence, Span};
use find::{Found, Languages, find};
use matching::{Candidate, quantities};

/// Words near a figure, at most this many on either side.
const NEAR: usize = 6;

/// A figure of one text, for those who score the rules: where it stands, and what it says.
pub type Labelled = (FigureMember, FigureKind, String);

/// Every figure of an article, by text.
pub fn figures_of(article: &Article) -> Vec<Labelled> {
    let (sentences, _) = crate::segment::article_sentences(article);
    let mut languages = Languages::default();
    let found = sentences.iter().flat_map(|sentence| find(article, sentence, &mut languages)).collect::<Vec<_>>();
    found.into_iter().map(|found| (member(ArticleIdx(0), &found), found.kind, of(article, &found))).collect()
}

/// Gathers the figures of all articles into quantities. `order` lists the articles by their content alone, as [`Segments`] does.
pub(crate) fn figures(
    articles: &[Article],
    order: &[usize],
    sentences: &[Vec<Sentence>],
    segments: &Segments,
    links: &[Link],
) -> Vec<Figure> {
    let same: BTreeMap<&str, &str> = entries(tables::COUNTED).filter_map(|mut fields| Some((fields.next()?, fields.next()?))).collect();
    let words: Vec<&str> = segments.vocabulary.words().collect();
    let key = |token: &Token| {
        let (word, stem) = (words[token.word.0 as usize], words[token.stem.0 as usize]);
        same.get(word).copied().unwrap_or(stem)
    };
    let is_telling = |token: &Token| (!token.is_stop || same.contains_key(words[token.word.0 as usize])) && !token.is_figure;
    let mut languages = Languages::default();
    let mut found: Vec<(usize, usize, Found)> = Vec::new();
    for (rank, &at) in order.iter().enumerate() {
        for (n, sentence) in sentences[at].iter().enumerate() {
            found.extend(find(&articles[at], sentence, &mut languages).into_iter().map(|figure| (rank, n, figure)));
        }
    }
    let mut contexts: BTreeMap<(usize, usize), BTreeSet<&str>> = BTreeMap::new();
    for (rank, n, _) in &found {
        let telling = || segments.texts[*rank][*n].iter().filter(|token| is_telling(token)).map(key).collect();
        contexts.entry((*rank, *n)).or_insert_with(telling);
    }
    let mut places: BTreeMap<(usize, usize), BTreeSet<(&str, Number)>> = BTreeMap::new();
    for (rank, n, figure) in &found {
        let of_sentence = places.entry((*rank, *n)).or_default();
        if let (FigureKind::Ordinal, FigureValue::Number(place), Some(head)) = (figure.kind, &figure.value, figure.head) {
            of_sentence.extend(token_at(&segments.texts[*rank][*n], head).map(|token| (key(token), *place)));
        }
    }
    let candidates: Vec<Candidate<'_>> = found
        .into_iter()
        .map(|(rank, n, found)| {
            let tokens = &segments.texts[rank][n];
            let at = tokens.partition_point(|token| token.span.start < found.span.start);
            let key_at = |span: &Span| token_at(tokens, *span).map(key);
            let head = found.head.as_ref().and_then(key_at);
            let mut of: Vec<&str> = found.of.iter().filter_map(key_at).collect();
            let around = &tokens[at.saturating_sub(NEAR)..tokens.len().min(at + NEAR)];
            let mut near: Vec<&str> = around.iter().filter(|token| is_telling(token)).map(key).collect();
            for list in [&mut of, &mut near] {
                list.order();
                list.dedup();
            }
            let article = &articles[order[rank]];
            let is_title = article.blocks[sentences[order[rank]][n].block].role == Role::Title;
            Candidate {
                article: rank,
                sentence: n,
                is_title,
                context: &contexts[&(rank, n)],
                places: &places[&(rank, n)],
                found,
                of,
                head,
                near,
            }
        })
        .collect();
    let mut rank_of = vec![0; articles.len()];
    order.iter().enumerate().for_each(|(rank, at)| rank_of[*at] = rank);
    let links: Vec<(usize, usize, &Link)> = links.iter().map(|link| (rank_of[link.a.article.0], rank_of[link.b.article.0], link)).collect();
    let mut figures: Vec<Figure> = quantities(&candidates, &links)
        .into_iter()
        .map(|quantity| {
            let mut members: Vec<(FigureMember, &Candidate<'_>)> = quantity
                .members
                .iter()
                .map(|at| {
                    let candidate = &candidates[*at];
                    (member(ArticleIdx(order[candidate.article]), &candidate.found), candidate)
                })
                .collect();
            members.order_by_key(|(member, _)| (member.article, member.span));
            let first = members[0].1;
            Figure {
                kind: first.found.kind,
                of: of(&articles[order[first.article]], &first.found),
                members: members.into_iter().map(|(member, _)| member).collect(),
                verdict: quantity.verdict,
            }
        })
        .collect();
    figures.order_by_key(|figure| figure.members.iter().map(|member| (member.article, member.span)).collect::<Vec<_>>());
    figures
}

/// The token that stands exactly there.
fn token_at(tokens: &[Token], span: Span) -> Option<&Token> {
    tokens.binary_search_by_key(&span.start, |token| token.span.start).ok().map(|at| &tokens[at]).filter(|token| token.span == span)
}

/// What is counted, as written.
fn of(article: &Article, found: &Found) -> String {
    let words: Vec<&str> = found.of.iter().map(|span| span.of(&article.text)).collect();
    words.join(" ")
}

fn member(article: ArticleIdx, found: &Found) -> FigureMember {
    let value: FigureValue = found.value.clone();
    FigureMember {
        article,
        span: found.span,
        value,
        unit: found.unit.map(str::to_owned),
        hedge: found.hedge,
        attribution: found.attribution,
    }
}
