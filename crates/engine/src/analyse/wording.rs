//! The words an article chooses: those it uses more than the others, and those it has where another has a different one.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::segment::{Segments, WordId, fold};
use crate::sort::Sort;
use crate::{Article, ArticleIdx, Class, Link, Op, Span};

/// Words of a list, at most.
const LISTED: usize = 12;
/// A word has to be this far from chance: standard deviations, in thousandths; one word in twenty is by chance.
const TELLING: i32 = 1960;
/// Articles whose pairs are compared too, at most.
const IN_PAIRS: usize = 12;
/// Words the prior is worth, altogether.
const PRIOR: f64 = 100.0;
/// Words of a choice, at most.
const CHOSEN: usize = 3;

/// A word that an article uses more than others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distinctive {
    /// Whose word.
    pub article: ArticleIdx,
    /// Against which article; `None` for all others together.
    pub against: Option<ArticleIdx>,
    /// The commonest form of it, in lower case.
    pub word: String,
    /// Times it has it.
    pub count: usize,
    /// Times the other has it, or the others together.
    pub other: usize,
    /// How far from chance: log-odds ratio in standard deviations, in thousandths.
    pub score: i32,
}

/// Other words for the same, more than once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordChoice {
    /// The article that stands first.
    pub a: ArticleIdx,
    /// The other.
    pub b: ArticleIdx,
    /// Where each has its words, in linked sentences that are otherwise the same there.
    pub places: Vec<(Span, Span)>,
}

/// Words each article uses more than the others, and more than each other one.
///
/// Log-odds ratios with an informative Dirichlet prior, which is all articles together (Monroe, Colaresi and Quinn, "Fightin' Words", 2008, section
/// 3.3.5). `order` is that of the articles in `segments`.
pub(crate) fn distinctive(order: &[usize], segments: &Segments) -> Vec<Distinctive> {
    let words: Vec<&str> = segments.vocabulary.words().collect();
    let mut counts: Vec<BTreeMap<WordId, usize>> = vec![BTreeMap::new(); order.len()];
    let mut all: BTreeMap<WordId, usize> = BTreeMap::new();
    let mut forms: BTreeMap<WordId, BTreeMap<WordId, usize>> = BTreeMap::new();
    for (rank, sentences) in segments.texts.iter().enumerate() {
        for token in sentences.iter().flatten().filter(|token| !token.is_stop && !token.is_figure) {
            *counts[rank].entry(token.stem).or_default() += 1;
            *all.entry(token.stem).or_default() += 1;
            *forms.entry(token.stem).or_default().entry(token.word).or_default() += 1;
        }
    }
    let form = |stem: WordId| {
        let best = forms.get(&stem).and_then(|forms| forms.iter().max_by_key(|(word, count)| (**count, Reverse(**word))));
        words[best.map_or(stem, |(word, _)| *word).0 as usize].to_owned()
    };
    let sum = |counts: &BTreeMap<WordId, usize>| counts.values().sum::<usize>();
    let n_all = sum(&all);
    let mut found = Vec::new();
    let mut list = |x: usize, against: Option<usize>, other: &dyn Fn(WordId) -> usize, n_other: usize| {
        let n = sum(&counts[x]);
        let mut scored: Vec<(i32, WordId, usize, usize)> = counts[x]
            .iter()
            .filter(|(_, count)| **count > 1)
            .map(|(stem, count)| {
                let prior = PRIOR * all[stem] as f64 / n_all as f64;
                (z_score((*count, n), (other(*stem), n_other), prior), *stem, *count, other(*stem))
            })
            .filter(|(score, ..)| *score >= TELLING)
            .collect();
        scored.order_by_key(|(score, stem, ..)| (Reverse(*score), *stem));
        scored.truncate(LISTED);
        found.extend(scored.into_iter().map(|(score, stem, count, other)| Distinctive {
            article: ArticleIdx(order[x]),
            against: against.map(|y| ArticleIdx(order[y])),
            word: form(stem),
            count,
            other,
            score,
        }));
    };
    for x in 0..order.len() {
        list(x, None, &|stem| all[&stem] - counts[x].get(&stem).copied().unwrap_or(0), n_all - sum(&counts[x]));
        // Of two articles, the other is all others.
        for y in (0..order.len()).filter(|y| *y != x && (3..=IN_PAIRS).contains(&order.len())) {
            list(x, Some(y), &|stem| counts[y].get(&stem).copied().unwrap_or(0), sum(&counts[y]));
        }
    }
    found.order_by(|x, y| (x.article, x.against, Reverse(x.score), &x.word).cmp(&(y.article, y.against, Reverse(y.score), &y.word)));
    found
}

/// How far two counts of a word, each of so many words, are apart: in standard deviations, in thousandths.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "counts of words, and a score of a few thousand")]
fn z_score((x, n_x): (usize, usize), (y, n_y): (usize, usize), prior: f64) -> i32 {
    let log_odds = |count: usize, of: usize| {
        let count = count as f64 + prior;
        libm::log(count / (of as f64 + PRIOR - count))
    };
    let variance = 1.0 / (x as f64 + prior) + 1.0 / (y as f64 + prior);
    libm::round((log_odds(x, n_x) - log_odds(y, n_y)) / libm::sqrt(variance) * 1000.0) as i32
}

/// Words that stand for each other in linked sentences of two articles, more than once.
pub(crate) fn word_choices(articles: &[Article], links: &[Link]) -> Vec<WordChoice> {
    type Choice = (ArticleIdx, ArticleIdx, String, String);
    let mut found: BTreeMap<Choice, Vec<(Span, Span)>> = BTreeMap::new();
    for link in links.iter().filter(|link| link.sure) {
        let (a, b) = (&articles[link.a.article.0].text, &articles[link.b.article.0].text);
        for change in link.diff.iter().filter(|change| change.op == Op::Replace && change.class == Some(Class::Wording)) {
            let (x, y) = (change.a.of(a), change.b.of(b));
            if [x, y].into_iter().all(|words| (1..=CHOSEN).contains(&words.split_whitespace().count())) {
                found.entry((link.a.article, link.b.article, fold(x), fold(y))).or_default().push((change.a, change.b));
            }
        }
    }
    let mut choices: Vec<WordChoice> = found
        .into_iter()
        .map(|((a, b, ..), mut places)| {
            // A sentence with two links has its words twice.
            places.order();
            places.dedup();
            WordChoice { a, b, places }
        })
        .filter(|choice| choice.places.len() > 1)
        .collect();
    choices.order_by(|x, y| (x.a, x.b, &x.places).cmp(&(y.a, y.b, &y.places)));
    choices
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Settings, Source, compare, ingest};

    fn article(text: &str) -> Article {
        let source = Source { name: "a.txt".into(), media_type: None, bytes: text.as_bytes().to_vec() };
        ingest::parse(&source).unwrap().articles.remove(0)
    }

    #[test]
    fn counts_in_proportion_are_no_difference() {
        assert_eq!(z_score((4, 100), (4, 100), 3.0), 0);
        assert!(z_score((9, 100), (0, 100), 3.0) > TELLING);
        assert_eq!(z_score((9, 100), (1, 90), 3.0), -z_score((1, 90), (9, 100), 3.0));
    }

    #[test]
    fn a_word_that_one_article_has_everywhere() {
        let text = |word: &str| {
            let sentence = |n: usize| {
                format!("The {word} of the harbour spoke with {} of the crews on board.", ["some", "both", "most", "all"][n % 4])
            };
            (0..12).map(sentence).collect::<Vec<_>>().join("\n\n")
        };
        let articles = [article(&text("regime")), article(&text("government"))];
        let comparison = compare(&articles, &Settings::default(), &mut |_| {});
        let words: Vec<_> = comparison.distinctive.iter().map(|d| (d.article.0, d.word.as_str(), d.count, d.other)).collect();
        assert_eq!(words, [(0, "regime", 12, 0), (1, "government", 12, 0)]);
    }

    #[test]
    fn regime_and_government() {
        let a = "The harbour at Lowmere was shelled by the regime on Tuesday night, witnesses told reporters.\n\n\
            A spokesman in the port of Oldby blamed the regime for the fire in the grain stores of the town.\n\n\
            The fishing boats of Lowmere stay in the harbour until the regime opens the northern strait again.";
        let b = a.replace("regime", "government");
        let articles = [article(a), article(&b)];
        let comparison = compare(&articles, &Settings::default(), &mut |_| {});
        let [choice] = &comparison.word_choices[..] else { panic!("{:?}", comparison.word_choices) };
        assert_eq!(choice.places.len(), 3);
        let (x, y) = choice.places[0];
        assert_eq!((x.of(&articles[0].text), y.of(&articles[1].text)), ("regime", "government"));
    }
}
