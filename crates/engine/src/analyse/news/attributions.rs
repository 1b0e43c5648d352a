//! Attribution, certainty and negation between linked sentences.

use std::collections::BTreeSet;
use std::ops::Range;

use super::claims::modality_changes;
use super::differences::is_other_speaker;
use super::lexicon::Stance;
use super::reading::{Reading, SentenceReading};
use super::reports::Report;
use super::texts::{Texts, Words};
use crate::segment::WordId;
use crate::sort::Sort;
use crate::{ArticleIdx, AttributionChange, AttributionKind, Link, Place, Relation, Span};

/// Links from here on are weighed, whatever their relation; per mille.
const SURE: u16 = 600;
/// Share of the words of meaning that must be common, the attributions aside, for one that is missing to be missed; per cent.
const SAME_CLAIM: usize = 55;
/// The same of the longer sentence, so that a short one does not stand for all that a long one says; per cent.
const SAME_TOPIC: usize = 35;

/// What changes between linked sentences, by place.
pub(crate) fn attributions(texts: &Texts<'_>, readings: &[Reading], links: &[Link]) -> Vec<AttributionChange> {
    let mut by_article: Vec<&Reading> = readings.iter().collect();
    by_article.order_by_key(|reading| reading.article);
    let whole = |place: &Place| texts.sentences[place.article.0][place.sentence].span;
    let attributed = attributed(&by_article, links);
    let mut found: Vec<AttributionChange> = Vec::new();
    // The same words say the same.
    let is_weighed = |link: &&Link| link.relation != Relation::Verbatim && (link.relation != Relation::Partial || link.score >= SURE);
    for link in links.iter().filter(is_weighed) {
        let (a, b) = (Side::new(texts, &by_article, &link.a), Side::new(texts, &by_article, &link.b));
        let is_attributed = |from: &Place, to: &Place| attributed.contains(&(from.article, from.sentence, to.article));
        let missed = Missed { in_a: !is_attributed(&link.b, &link.a), in_b: !is_attributed(&link.a, &link.b) };
        let mut changes = who((texts, &by_article), (&a, &b), &missed);
        let is_same_text = link.relation == Relation::Edited;
        let mut modality = modality_changes(&a.read.claims, &b.read.claims, is_same_text, &a.words, &b.words);
        // "denied that it was" and "said that it was not" are one claim.
        let is_denied_by_one = (a.stance() == Some(Stance::Deny)) != (b.stance() == Some(Stance::Deny));
        let turned = modality.iter().position(|(kind, ..)| *kind == AttributionKind::Negation).filter(|_| is_denied_by_one);
        if let Some(at) = turned {
            modality.remove(at);
            changes.retain(|(kind, ..)| *kind != AttributionKind::Strength);
        }
        found.extend(changes.into_iter().chain(modality).map(|(change, a_words, b_words)| AttributionChange {
            a: link.a.article,
            a_span: a_words.unwrap_or_else(|| whole(&link.a)),
            b: link.b.article,
            b_span: b_words.unwrap_or_else(|| whole(&link.b)),
            change,
        }));
    }
    found.order();
    found.dedup();
    found
}

/// Which sentences are linked to one of which other article that names who says it: what a sentence that was cut in two lacks in one half does
/// not vanish.
fn attributed(readings: &[&Reading], links: &[Link]) -> BTreeSet<(ArticleIdx, usize, ArticleIdx)> {
    let both = links.iter().flat_map(|link| [(&link.a, &link.b), (&link.b, &link.a)]);
    let named = both.filter(|(_, to)| readings[to.article.0].sentences[to.sentence].main().is_some());
    named.map(|(from, to)| (from.article, from.sentence, to.article)).collect()
}

/// Whether no sentence linked to the other side's names who says it.
struct Missed {
    in_a: bool,
    in_b: bool,
}

type Found = (AttributionKind, Option<Span>, Option<Span>);

/// One of two linked sentences.
struct Side<'a> {
    reading: &'a Reading,
    read: &'a SentenceReading,
    sentence: usize,
    words: Words<'a>,
}

impl<'a> Side<'a> {
    fn new(texts: &'a Texts<'a>, readings: &[&'a Reading], place: &Place) -> Self {
        let reading = readings[place.article.0];
        let words = texts.words(place.article.0, place.sentence);
        Self { reading, read: &reading.sentences[place.sentence], sentence: place.sentence, words }
    }

    fn stance(&self) -> Option<Stance> {
        self.read.main().and_then(|report| report.stance)
    }

    fn span(&self, range: &Range<usize>) -> Option<Span> {
        Some(self.words.span(range))
    }

    /// Stems that tell something, a report aside; sorted, each once.
    fn content(&self, aside: Option<&Report>) -> Vec<WordId> {
        let aside = aside.map(Report::range).unwrap_or_default();
        let tells = |at: &usize| !aside.contains(at) && !self.words.is_stop(*at) && self.words.tags(*at).verb.is_none();
        let mut stems: Vec<WordId> = (0..self.words.len()).filter(tells).map(|at| self.words.tokens[at].stem).collect();
        stems.order();
        stems.dedup();
        stems
    }
}

/// What changes in who says it.
fn who((texts, readings): (&Texts<'_>, &[&Reading]), (a, b): (&Side<'_>, &Side<'_>), missed: &Missed) -> Vec<Found> {
    let (report_a, report_b) = (a.read.main(), b.read.main());
    let (content_a, content_b) = (a.content(report_a), b.content(report_b));
    let n_shared = content_a.iter().filter(|stem| content_b.binary_search(stem).is_ok()).count();
    let (shorter, longer) = (content_a.len().min(content_b.len()), content_a.len().max(content_b.len()));
    if n_shared * 100 < shorter * SAME_CLAIM || n_shared * 100 < longer * SAME_TOPIC {
        return Vec::new();
    }
    match (report_a, report_b) {
        (Some(x), None) if can_be_missed(x) && !is_all_quoted(b) && missed.in_b => {
            vec![(AttributionKind::Vanishes, a.span(&x.range()), None)]
        }
        (None, Some(y)) if can_be_missed(y) && !is_all_quoted(a) && missed.in_a => {
            vec![(AttributionKind::Appears, None, b.span(&y.range()))]
        }
        (Some(x), Some(y)) => {
            let mut found = Vec::new();
            let has = |side: &Side<'_>, stance: Stance| side.read.in_force().any(|r| r.stance == Some(stance));
            if let Some((of_x, of_y)) = x.stance.zip(y.stance)
                && of_x != of_y
                && !has(a, of_y)
                && !has(b, of_x)
            {
                found.push((AttributionKind::Strength, a.span(&x.verb), b.span(&y.verb)));
            }
            if let (Some(of_x), Some(of_y)) = (&x.speaker, &y.speaker) {
                let resolved = a.reading.resolve(&a.words, a.sentence, of_x).zip(b.reading.resolve(&b.words, b.sentence, of_y));
                if resolved.is_some_and(|(x, y)| is_other_speaker(texts, readings, (a.reading, &x), (b.reading, &y))) {
                    found.push((AttributionKind::Speaker, a.span(&of_x.all), b.span(&of_y.all)));
                }
            }
            found
        }
        _ => Vec::new(),
    }
}

/// Whether a report tells of a claim: who urges, promises or denies does something, and leaving that out leaves out the thing itself.
fn can_be_missed(report: &Report) -> bool {
    report.speaker.is_some()
        && !matches!(report.stance, None | Some(Stance::Urge | Stance::Promise | Stance::Ask | Stance::Accuse | Stance::Deny))
}

fn is_all_quoted(side: &Side<'_>) -> bool {
    let n_quoted = (0..side.words.len()).filter(|at| side.words.is_quoted(*at)).count();
    n_quoted * 10 >= side.words.len() * 8
}
