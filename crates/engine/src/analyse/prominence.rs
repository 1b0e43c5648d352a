//! Where each article puts what several say, and whether a headline is borne out by the text under it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::segment::{Segments, Token, WordId};
use crate::sort::Sort;
use crate::{Article, ArticleIdx, Role, Sentence, Statement};

/// Sentences of the first paragraph that count as the lede, at most.
const LEDE: usize = 3;
/// The part of the body, from its last sentence, that is its end: one in this many.
const END: usize = 5;

/// How prominently an article has a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prominence {
    /// An index into [`Comparison::statements`](crate::Comparison::statements).
    pub statement: usize,
    /// Which article.
    pub article: ArticleIdx,
    /// The most prominent place where it has it.
    pub position: Position,
    /// How far down the first sentence with it stands in the body: per mille of the sentences before it. 0 for the headline.
    pub depth: u16,
}

/// A part of an article, most prominent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// The headline.
    Headline,
    /// The first paragraph, its first three sentences at most.
    Lede,
    /// Anything between.
    Body,
    /// The last fifth of the body's sentences.
    End,
}

/// How many of a headline's telling words the text under it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadlineDrift {
    /// Whose headline.
    pub article: ArticleIdx,
    /// Telling words of the headline, each counted once.
    pub words: usize,
    /// Of these, in the lede.
    pub in_lede: usize,
    /// Of these, anywhere in the body, the lede included.
    pub in_body: usize,
}

/// An article's sentences by position.
struct Layout {
    /// Per sentence.
    positions: Vec<Position>,
    /// Per sentence, sentences of the body before it; and how many there are.
    before: Vec<usize>,
    n_body: usize,
}

impl Layout {
    fn of(article: &Article, sentences: &[Sentence]) -> Self {
        let is_title = |s: &Sentence| article.blocks[s.block].role == Role::Title;
        let n_body = sentences.iter().filter(|s| !is_title(s)).count();
        let first_paragraph = sentences.iter().find(|s| article.blocks[s.block].role == Role::Paragraph).map(|s| s.block);
        let (mut n, mut n_lede) = (0, 0);
        let (mut positions, mut before) = (Vec::new(), Vec::new());
        for sentence in sentences {
            let position = if is_title(sentence) {
                Position::Headline
            } else if Some(sentence.block) == first_paragraph && n_lede < LEDE {
                n_lede += 1;
                Position::Lede
            } else if (n_body - n) * END <= n_body {
                Position::End
            } else {
                Position::Body
            };
            positions.push(position);
            before.push(n);
            n += usize::from(!is_title(sentence));
        }
        Self { positions, before, n_body }
    }
}

/// Per statement and article that carries it, where.
pub(crate) fn prominence(articles: &[Article], sentences: &[Vec<Sentence>], statements: &[Statement]) -> Vec<Prominence> {
    let layouts: Vec<Layout> = articles.iter().zip(sentences).map(|(article, sentences)| Layout::of(article, sentences)).collect();
    let mut found = Vec::new();
    for (statement, of) in statements.iter().enumerate() {
        for members in of.members.chunk_by(|x, y| x.article == y.article) {
            let article = members[0].article;
            let layout = &layouts[article.0];
            let best = members.iter().map(|m| (layout.positions[m.sentence], layout.before[m.sentence])).min();
            found.extend(best.map(|(position, before)| Prominence {
                statement,
                article,
                position,
                depth: if position == Position::Headline { 0 } else { (before * 1000 / layout.n_body.max(1)) as u16 },
            }));
        }
    }
    found
}

/// Per article with a headline, how far the text bears it out. `order` is that of the articles in `segments`.
pub(crate) fn headline_drift(
    articles: &[Article],
    order: &[usize],
    sentences: &[Vec<Sentence>],
    segments: &Segments,
) -> Vec<HeadlineDrift> {
    let mut found: Vec<HeadlineDrift> = order
        .iter()
        .enumerate()
        .filter_map(|(rank, &at)| {
            let layout = Layout::of(&articles[at], &sentences[at]);
            let words = |is_in: &dyn Fn(Position) -> bool| -> BTreeSet<WordId> {
                let tokens = segments.texts[rank]
                    .iter()
                    .zip(&layout.positions)
                    .filter(|(_, position)| is_in(**position))
                    .flat_map(|(tokens, _)| tokens);
                tokens.filter(|token: &&Token| !token.is_stop).map(|token| token.stem).collect()
            };
            let headline = words(&|position| position == Position::Headline);
            let count = |part: BTreeSet<WordId>| headline.intersection(&part).count();
            (!headline.is_empty()).then(|| HeadlineDrift {
                article: ArticleIdx(at),
                words: headline.len(),
                in_lede: count(words(&|position| position == Position::Lede)),
                in_body: count(words(&|position| position != Position::Headline)),
            })
        })
        .collect();
    found.order_by_key(|drift| drift.article);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, ingest, segment};

    fn article(text: &str) -> Article {
        let source = Source { name: "a.txt".into(), media_type: None, bytes: text.as_bytes().to_vec() };
        ingest::parse(&source).unwrap().articles.remove(0)
    }

    #[test]
    fn headline_lede_body_end() {
        let text = "Ferry stays in port\n\nThe ferry Aurora stays in port until the storm is over, its owner said. Passengers were told to wait at home.\n\n\
            The storm came from the north in the night.\n\nThe harbour was closed to all ships at dawn.\n\nSchools in the town will open again on the day after.";
        let article = article(text);
        let (sentences, _) = segment::article_sentences(&article);
        let layout = Layout::of(&article, &sentences);
        use Position::{Body, End, Headline, Lede};
        assert_eq!(layout.positions, [Headline, Lede, Lede, Body, Body, End]);
        assert_eq!(layout.before, [0, 0, 1, 2, 3, 4]);
        let texts = [sentences.iter().map(|s| (s.span.of(&article.text), s.span.start)).collect::<Vec<_>>()];
        let segments = Segments::new(texts);
        let drift = headline_drift(&[article], &[0], &[sentences], &segments);
        assert_eq!((drift[0].words, drift[0].in_lede, drift[0].in_body), (3, 3, 3));
    }
}
