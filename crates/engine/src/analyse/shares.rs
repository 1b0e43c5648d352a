//! How much of each article also stands elsewhere.

use crate::segment::word_spans;
use crate::{Article, ArticleIdx, Link, Repeat, Sentence, Share};

/// Per article one share for every other article, then one for anywhere else. Words are counted in linked spans, each once; a repeat of
/// a linked sentence stands wherever that one does.
pub(crate) fn shares(articles: &[Article], sentences: &[Vec<Sentence>], links: &[Link], repeats: &[Repeat]) -> Vec<Share> {
    let words: Vec<Vec<usize>> = articles
        .iter()
        .zip(sentences)
        .map(|(article, sentences)| sentences.iter().map(|s| word_spans(s.span.of(&article.text)).count()).collect())
        .collect();
    // Per article and other article, which sentences are linked.
    let mut linked: Vec<Vec<Vec<bool>>> = sentences.iter().map(|s| vec![vec![false; s.len()]; articles.len()]).collect();
    for link in links {
        linked[link.a.article.0][link.b.article.0][link.a.sentence] = true;
        linked[link.b.article.0][link.a.article.0][link.b.sentence] = true;
    }
    for repeat in repeats {
        for of_other in &mut linked[repeat.article.0] {
            of_other[repeat.sentence] |= of_other[repeat.of];
        }
    }
    let mut shares = Vec::new();
    for (at, words) in words.iter().enumerate() {
        let of = words.iter().sum();
        let count = |is_linked: &dyn Fn(usize) -> bool| words.iter().enumerate().filter(|(s, _)| is_linked(*s)).map(|(_, n)| n).sum();
        let mut push = |also_in: Option<ArticleIdx>, words: usize| shares.push(Share { article: ArticleIdx(at), also_in, words, of });
        for other in (0..articles.len()).filter(|other| *other != at) {
            push(Some(ArticleIdx(other)), count(&|s| linked[at][other][s]));
        }
        push(None, count(&|s| linked[at].iter().any(|of_other| of_other[s])));
    }
    shares
}
