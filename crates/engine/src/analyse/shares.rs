//! How much of each article also stands elsewhere.

use crate::segment::word_spans;
use crate::sort::Sort;
use crate::{Article, ArticleIdx, Link, Repeat, Sentence, Share, Span};

/// Per article one share for every other article, then one for anywhere else. Words are counted in linked spans, each once; a repeat of
/// a linked sentence stands wherever that one does.
pub(crate) fn shares(articles: &[Article], sentences: &[Vec<Sentence>], links: &[Link], repeats: &[Repeat]) -> Vec<Share> {
    // Per article, its linked spans with the other article.
    let mut linked: Vec<Vec<(ArticleIdx, Span)>> = vec![Vec::new(); articles.len()];
    for link in links {
        linked[link.a.article.0].push((link.b.article, link.a.span));
        linked[link.b.article.0].push((link.a.article, link.b.span));
    }
    for repeat in repeats {
        let sentences = &sentences[repeat.article.0];
        let (first, here) = (sentences[repeat.of].span, sentences[repeat.sentence].span);
        // The same part of it; a repeat may be a word shorter.
        let shifted = |at: usize| (here.start + (at - first.start)).min(here.end);
        let again = |span: Span| Span::new(shifted(span.start), shifted(span.end));
        let spans: Vec<_> =
            linked[repeat.article.0].iter().filter(|(_, span)| first.contains(*span)).map(|(other, s)| (*other, again(*s))).collect();
        linked[repeat.article.0].extend(spans);
    }
    linked.iter_mut().for_each(|spans| spans.order());
    let mut shares = Vec::new();
    for (at, article) in articles.iter().enumerate() {
        let words: Vec<Span> = sentences[at]
            .iter()
            .flat_map(|s| word_spans(s.span.of(&article.text)).map(|word| Span::new(s.span.start + word.start, s.span.start + word.end)))
            .collect();
        let mut push = |also_in: Option<ArticleIdx>, spans: Vec<Span>| {
            shares.push(Share { article: ArticleIdx(at), also_in, words: covered(&words, spans), of: words.len() });
        };
        for other in (0..articles.len()).map(ArticleIdx).filter(|other| other.0 != at) {
            let from = linked[at].partition_point(|(article, _)| *article < other);
            push(Some(other), linked[at][from..].iter().take_while(|(article, _)| *article == other).map(|(_, span)| *span).collect());
        }
        push(None, linked[at].iter().map(|(_, span)| *span).collect());
    }
    shares
}

/// How many of the words, which are in text order, lie in one of the spans.
fn covered(words: &[Span], mut spans: Vec<Span>) -> usize {
    spans.order();
    let mut at = 0;
    let mut count = 0;
    for span in spans {
        let from = at + words[at..].partition_point(|word| word.start < span.start);
        at = from + words[from..].partition_point(|word| word.end <= span.end);
        count += at - from;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_spans_that_overlap_count_once() {
        let words: Vec<Span> = (0..10).map(|n| Span::new(n * 4, n * 4 + 3)).collect();
        assert_eq!(covered(&words, vec![Span::new(8, 19), Span::new(0, 11), Span::new(36, 39)]), 6);
        assert_eq!(covered(&words, vec![Span::new(0, 39), Span::new(4, 7)]), 10);
        assert_eq!(covered(&words, Vec::new()), 0);
    }
}
