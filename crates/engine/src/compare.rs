//! The whole comparison, stage by stage.

use std::collections::BTreeMap;

use crate::align::{Pair, PairLink, Prepared, Whole, asked_for, floor_per_mille, matching, passages, per_mille, prepare, repeats};
use crate::analyse::news::{self, Reading, Texts};
use crate::corrections::{Decided, Terms};
use crate::diff::{Differ, Excerpt};
use crate::segment::{Segments, Written, are_two, article_sentences};
use crate::sort::Sort;
use crate::tally::Tallies;
use crate::{
    Article, ArticleIdx, Change, Class, Comparison, Link, Op, Place, Repeat, Role, Sentence, Span, Stage, Statement, Truncated, analyse,
    limits,
};

/// Every threshold of a comparison. Scores are per mille.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Links below are dropped.
    pub threshold: u16,
    /// Links from here on are sure; also the threshold where only one pair of sentences vouches for two articles sharing an event.
    pub sure: u16,
    /// A pair of sentences from here on vouches for two articles sharing an event, in texts of usual length; in longer ones it takes more.
    pub vouches: u16,
    /// Links whose shorter sentence has fewer words are dropped.
    pub shortest: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Self { threshold: 370, sure: 600, vouches: 750, shortest: 1 }
    }
}

/// How far a comparison has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Progress {
    /// The stage under way.
    pub stage: Stage,
    /// Steps done in it.
    pub done: usize,
    /// Steps in it.
    pub total: usize,
}

/// Compares articles. The result does not depend on their order, but for the order in which it lists things.
///
/// Articles beyond [`limits::ARTICLES`] or [`limits::WORDS`] have no sentences and no links, and [`Comparison::truncated`] says so; where
/// [`limits::STEPS`] or [`limits::PAIR_STEPS`] do not suffice, common words bring no sentences together; linked sentences beyond
/// [`limits::DIFF_PRODUCT`] are one change. `progress` hears of every step; it cannot change the result.
pub fn compare(articles: &[Article], settings: &Settings, progress: &mut dyn FnMut(Progress)) -> Comparison {
    compare_under(articles, &Terms { settings: *settings, ..Terms::default() }, progress)
}

/// Compares articles as [`compare`] does, with what the reader decided about links.
///
/// What was cut is no link; what was added or confirmed is one, sure, whatever its score and length. [`Comparison::corrections`] says of each
/// whether it applies.
pub fn compare_under(articles: &[Article], terms: &Terms, progress: &mut dyn FnMut(Progress)) -> Comparison {
    let order = canonical_order(articles);
    progress(Progress { stage: Stage::Segment, done: 0, total: articles.len() });
    let (sentences, truncated) = sentences_within_limits(articles, &order);
    let written = |at: usize, sentence: &Sentence| Written {
        text: sentence.span.of(&articles[at].text),
        offset: sentence.span.start,
        language: articles[at].block_language(sentence.block),
    };
    let segments = Segments::of(order.iter().map(|&at| sentences[at].iter().map(move |sentence| written(at, sentence))));
    let mixed_languages = mixed_languages(articles, &sentences);
    let decided = Decided::new(&terms.corrections, articles, &sentences);
    let mut links = align(articles, &order, &sentences, &segments, &mixed_languages, (&terms.settings, &decided), progress);
    let repeats = settle_repeats(&mut links, articles, &order, &sentences, &segments);
    let cut_diffs = compare_words(articles, &sentences, &mut links.found, &mixed_languages, progress);
    let truncated = truncated.or(links.truncated).or(cut_diffs);
    let (mut links, tallies) = (links.found, links.tallies.into_list());

    progress(Progress { stage: Stage::Analyse, done: 0, total: 3 });
    let is_title = |place: &Place| articles[place.article.0].blocks[sentences[place.article.0][place.sentence].block].role == Role::Title;
    let in_order = |link: &Link| !is_title(&link.a) && !is_title(&link.b);
    let by_pair: Vec<Vec<usize>> = links_by_pair(&links);
    let texts = |of: &[usize]| {
        let Link { a, b, .. } = &links[of[0]];
        (articles[a.article.0].text.as_str(), articles[b.article.0].text.as_str())
    };
    let mut passages: Vec<_> = by_pair.iter().flat_map(|of| passages(&links, of, texts(of), in_order)).collect();
    let mut statements = analyse::statements(&links, &sentences);
    add_repeats(&mut statements, &repeats, &sentences);
    progress(Progress { stage: Stage::Analyse, done: 1, total: 3 });
    let shares = analyse::shares(articles, &sentences, &links, &repeats);
    let figures = analyse::figures(articles, &order, &sentences, &segments, &links);

    // From the canonical order to that in which the articles were given.
    let mirrored: Vec<bool> = links.iter().map(|link| link.a.article > link.b.article).collect();
    let mut positions: Vec<usize> = (0..links.len()).collect();
    links.iter_mut().filter(|link| link.a.article > link.b.article).for_each(mirror);
    positions.order_by_key(|&at| (links[at].a, links[at].b));
    let mut place_of = vec![0; links.len()];
    positions.iter().enumerate().for_each(|(new, &old)| place_of[old] = new);
    for passage in &mut passages {
        if mirrored[passage.links[0]] {
            std::mem::swap(&mut passage.a, &mut passage.b);
            std::mem::swap(&mut passage.a_span, &mut passage.b_span);
        }
        passage.links.iter_mut().for_each(|at| *at = place_of[*at]);
        passage.links.order();
    }
    passages.order_by_key(|p| (p.a, p.b, p.a_span, p.b_span));
    statements.order_by(|x, y| x.members.cmp(&y.members));
    links.order_by_key(|link| (link.a, link.b));
    let prominence = analyse::prominence(articles, &sentences, &statements);
    let headlines = analyse::headline_drift(articles, &order, &sentences, &segments);
    let distinctive = analyse::distinctive(&order, &segments);
    let word_choices = analyse::word_choices(articles, &links);
    let omissions = analyse::omissions(&sentences, &links, &statements);
    progress(Progress { stage: Stage::Analyse, done: 2, total: 3 });
    let texts = Texts::new(articles, &sentences, &segments, &order);
    let readings: Vec<Reading> = order.iter().map(|article| Reading::new(&texts, *article)).collect();
    let quotations = news::quotations(&texts, &readings, &links);
    let names = news::names(&texts, &readings);
    let attributions = news::attributions(&texts, &readings, &links);
    Comparison {
        sentences,
        links,
        passages,
        statements,
        shares,
        repeats,
        mixed_languages,
        quotations,
        names,
        attributions,
        figures,
        prominence,
        headlines,
        distinctive,
        word_choices,
        omissions,
        corrections: decided.standings,
        tallies,
        truncated,
    }
}

/// Indices of the articles in an order that depends on their content alone: everything is computed in it, so that the order in which they were
/// given cannot matter.
fn canonical_order(articles: &[Article]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..articles.len()).collect();
    let roles = |article: &Article| article.blocks.iter().map(|b| (b.span, b.role)).collect::<Vec<_>>();
    order.order_by(|&x, &y| {
        let (x, y) = (&articles[x], &articles[y]);
        x.text.cmp(&y.text).then_with(|| roles(x).cmp(&roles(y))).then_with(|| x.language.cmp(&y.language))
    });
    order
}

/// Per article (as given) its sentences; none for those beyond a limit.
fn sentences_within_limits(articles: &[Article], order: &[usize]) -> (Vec<Vec<Sentence>>, Option<Truncated>) {
    let mut sentences = vec![Vec::new(); articles.len()];
    let (mut n_words, mut n_articles, mut skipped) = (0, 0, 0);
    for &at in order {
        let words = articles[at].words();
        let (found, _) = article_sentences(&articles[at]);
        if n_articles == limits::ARTICLES || n_words + words > limits::WORDS {
            skipped += found.len();
            continue;
        }
        n_articles += 1;
        n_words += words;
        sentences[at] = found;
    }
    (sentences, (skipped > 0).then_some(Truncated { stage: Stage::Segment, skipped }))
}

/// Pairs of articles in two languages, as far as these are known.
fn mixed_languages(articles: &[Article], sentences: &[Vec<Sentence>]) -> Vec<(ArticleIdx, ArticleIdx)> {
    let language = |at: usize| articles[at].language.as_deref();
    let pairs = (0..articles.len()).flat_map(|a| (a + 1..articles.len()).map(move |b| (a, b)));
    pairs
        .filter(|&(a, b)| !sentences[a].is_empty() && !sentences[b].is_empty() && are_two(language(a), language(b)))
        .map(|(a, b)| pair(a, b))
        .collect()
}

fn pair(a: usize, b: usize) -> (ArticleIdx, ArticleIdx) {
    (ArticleIdx(a.min(b)), ArticleIdx(a.max(b)))
}

fn pair_of(link: &Link) -> (ArticleIdx, ArticleIdx) {
    pair(link.a.article.0, link.b.article.0)
}

/// A link's spans as one change: they are too long to be compared word by word, or in two languages.
const fn replaced(link: &Link) -> Change {
    Change { op: Op::Replace, a: link.a.span, b: link.b.span, class: Some(Class::Wording), moved: false }
}

/// Segments ready to be aligned.
struct Ready<'a> {
    segments: &'a Segments,
    prepared: Prepared,
}

impl<'a> Ready<'a> {
    fn new(segments: &'a Segments) -> Self {
        Self { segments, prepared: prepare(segments) }
    }
}

/// Leaves one link between copies of a passage that an article has twice; then the links are those that are counted.
fn settle_repeats(
    links: &mut Links,
    articles: &[Article],
    order: &[usize],
    sentences: &[Vec<Sentence>],
    segments: &Segments,
) -> Vec<Repeat> {
    let mut rank = vec![0; order.len()];
    order.iter().enumerate().for_each(|(rank_of, &at)| rank[at] = rank_of);
    let tokens = |place: &Place| segments.texts[rank[place.article.0]][place.sentence].as_slice();
    let role = |place: &Place| articles[place.article.0].blocks[sentences[place.article.0][place.sentence].block].role;
    let repeats = repeats::settle(&mut links.found, &repeats::Known { tokens: &tokens, role: &role });
    for link in links.found.iter().filter(|link| link.corrected.is_none()) {
        let n_cells = sentences[link.a.article.0].len() * sentences[link.b.article.0].len();
        let asked = floor_per_mille(asked_for(per_mille(link.score), n_cells));
        links.tallies.count(asked, tokens(&link.a).len().min(tokens(&link.b).len()));
    }
    repeats
}

/// Repeats say what their statement says.
fn add_repeats(statements: &mut [Statement], repeats: &[Repeat], sentences: &[Vec<Sentence>]) {
    if repeats.is_empty() {
        return;
    }
    let members = statements.iter().enumerate().flat_map(|(at, s)| s.members.iter().map(move |m| ((m.article, m.sentence), at)));
    let mut statement_of: BTreeMap<(ArticleIdx, usize), usize> = members.collect();
    for &Repeat { article, sentence, of } in repeats {
        if statement_of.contains_key(&(article, sentence)) {
            continue;
        }
        if let Some(at) = statement_of.get(&(article, of)).copied() {
            statement_of.insert((article, sentence), at);
            statements[at].members.push(Place { article, sentence, span: sentences[article.0][sentence].span });
            statements[at].members.order();
        }
    }
}

struct Links {
    found: Vec<Link>,
    tallies: Tallies,
    truncated: Option<Truncated>,
}

/// The links of every pair of articles, without diffs; `a` is the article that comes first in the canonical order.
fn align(
    articles: &[Article],
    order: &[usize],
    sentences: &[Vec<Sentence>],
    segments: &Segments,
    mixed_languages: &[(ArticleIdx, ArticleIdx)],
    (settings, decided): (&Settings, &Decided),
    progress: &mut dyn FnMut(Progress),
) -> Links {
    let of_one_language = Ready::new(segments);
    let across = (!mixed_languages.is_empty()).then(|| segments.across_languages());
    let of_two_languages = across.as_ref().map(Ready::new);
    let pairs: Vec<(usize, usize)> = (0..order.len()).flat_map(|x| (x + 1..order.len()).map(move |y| (x, y))).collect();
    let mut links = Links { found: Vec::new(), tallies: Tallies::default(), truncated: None };
    let (mut steps, mut skipped) = (0, 0);
    for (done, &(x, y)) in pairs.iter().enumerate() {
        progress(Progress { stage: Stage::Align, done, total: pairs.len() });
        let (a, b) = (order[x], order[y]);
        let is_mixed = mixed_languages.binary_search(&pair(a, b)).is_ok();
        let ready = of_two_languages.as_ref().filter(|_| is_mixed).unwrap_or(&of_one_language);
        let decided = decided.between(a, b);
        let pair = Pair { segments: ready.segments, prepared: &ready.prepared, settings, decided: &decided, a: x, b: y };
        // What earlier pairs did not need is shared out among those to come.
        let allowed = (limits::STEPS - steps) / (pairs.len() - done);
        let aligned = pair.align(&articles[a].text, allowed.min(limits::PAIR_STEPS));
        steps = limits::STEPS.min(steps + aligned.steps);
        skipped += aligned.skipped;
        aligned.reach.iter().for_each(|(score, words)| links.tallies.count(*score, *words));
        let whole = |(article, text): (usize, usize), sentence: usize| Whole {
            tokens: &segments.texts[text][sentence],
            text: &articles[article].text,
            span: sentences[article][sentence].span,
        };
        links.found.extend(aligned.links.into_iter().map(|link| {
            let spans = matching(whole((a, x), link.i), whole((b, y), link.j), link.relation);
            to_link(link, (a, b), spans)
        }));
    }
    links.truncated = (skipped > 0).then_some(Truncated { stage: Stage::Align, skipped });
    links
}

/// Compares linked sentences word by word, in canonical order, so that a diff and its mirror image agree.
fn compare_words(
    articles: &[Article],
    sentences: &[Vec<Sentence>],
    links: &mut [Link],
    mixed_languages: &[(ArticleIdx, ArticleIdx)],
    progress: &mut dyn FnMut(Progress),
) -> Option<Truncated> {
    let (total, mut too_long) = (links.len(), 0);
    let differ = Differ::new();
    for (done, link) in links.iter_mut().enumerate() {
        progress(Progress { stage: Stage::Diff, done, total });
        let [a, b] = [link.a, link.b].map(|place| {
            let article = &articles[place.article.0];
            let language = article.block_language(sentences[place.article.0][place.sentence].block);
            Excerpt { text: &article.text, span: place.span, language }
        });
        link.diff = if a.span.of(a.text) == b.span.of(b.text) {
            vec![Change { op: Op::Equal, a: a.span, b: b.span, class: None, moved: false }]
        } else if mixed_languages.binary_search(&pair_of(link)).is_ok() {
            vec![replaced(link)]
        } else if a.span.len().saturating_mul(b.span.len()) <= limits::DIFF_PRODUCT {
            differ.diff(a, b)
        } else {
            too_long += 1;
            vec![replaced(link)]
        };
    }
    (too_long > 0).then_some(Truncated { stage: Stage::Diff, skipped: too_long })
}

fn to_link(link: PairLink, (a, b): (usize, usize), (a_span, b_span): (Span, Span)) -> Link {
    let place = |article: usize, sentence: usize, span: Span| Place { article: ArticleIdx(article), sentence, span };
    let PairLink { i, j, score, sure, corrected, relation, why } = link;
    Link { a: place(a, i, a_span), b: place(b, j, b_span), relation, sure, score, corrected, why, diff: Vec::new() }
}

/// Indices of the links of each pair of articles that has any.
fn links_by_pair(links: &[Link]) -> Vec<Vec<usize>> {
    let indices: Vec<usize> = (0..links.len()).collect();
    let pair = |at: usize| (links[at].a.article, links[at].b.article);
    indices.chunk_by(|&x, &y| pair(x) == pair(y)).map(<[usize]>::to_vec).collect()
}

/// Turns a link round.
fn mirror(link: &mut Link) {
    std::mem::swap(&mut link.a, &mut link.b);
    link.diff.iter_mut().for_each(|change| *change = change.mirrored());
}
