//! The same quotation in several articles.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::differences::{differences, is_other_speaker};
use super::indirect::indirect;
use super::lexicon::Stance;
use super::line::Line;
use super::reading::Reading;
use super::said::said;
use super::texts::Texts;
use crate::groups::Groups;
use crate::segment::WordId;
use crate::sort::Sort;
use crate::{ArticleIdx, Link, Quotation, QuotationMember, Speaker};

/// Lines that share a stem with more than so many others are not looked up by it.
const MAX_POSTINGS: usize = 250;

/// The quotations of all articles, each with every article that has it; by first member.
///
/// Quotations match by the words of meaning they share, more easily where their sentences are linked or one speaker says them; trimmed, spliced
/// and translated ones do. Indirect speech only counts where it matches a quotation. `readings` come in an order of their own, so that
/// the order of the articles cannot matter.
pub(crate) fn quotations(texts: &Texts<'_>, readings: &[Reading], links: &[Link]) -> Vec<Quotation> {
    let mut lines: Vec<Line> = Vec::new();
    for reading in readings {
        let all = said(texts, reading).into_iter().chain(indirect(texts, reading));
        lines.extend(all.map(|said| Line::new(texts, said)));
    }
    let mut linked = BTreeSet::new();
    for link in links {
        let (a, b) = ((link.a.article.0, link.a.sentence), (link.b.article.0, link.b.sentence));
        linked.insert((a, b));
        linked.insert((b, a));
    }
    let matching =
        Matching { readings, lines: &lines, linked, reading_of: readings.iter().enumerate().map(|(at, r)| (r.article, at)).collect() };
    let mut found: Vec<Quotation> = matching.groups().into_iter().map(|group| matching.quotation(texts, group)).collect();
    found.order();
    found
}

/// Stems shared, then words, fewest last.
type Rank = (usize, Reverse<usize>);

struct Matching<'a> {
    readings: &'a [Reading],
    lines: &'a [Line],
    /// Linked sentences, both ways round.
    linked: BTreeSet<((usize, usize), (usize, usize))>,
    /// Per article, its place among the readings.
    reading_of: BTreeMap<usize, usize>,
}

impl Matching<'_> {
    /// Lines gathered; every group has a direct member, and of one sentence no more than one indirect.
    fn groups(&self) -> Vec<Vec<usize>> {
        let mut postings: BTreeMap<WordId, Vec<usize>> = BTreeMap::new();
        for (at, line) in self.lines.iter().enumerate() {
            line.content.iter().for_each(|stem| postings.entry(*stem).or_default().push(at));
        }
        let mut groups = Groups::default();
        // Of an indirect line, the direct line it matches best.
        let mut best: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for (at, line) in self.lines.iter().enumerate().filter(|(_, line)| line.said.is_direct) {
            groups.add(at);
            let mut candidates: Vec<usize> =
                line.content.iter().map(|stem| &postings[stem]).filter(|list| list.len() <= MAX_POSTINGS).flatten().copied().collect();
            candidates.order();
            // Each as often as it shares a stem.
            for run in candidates.chunk_by(|x, y| x == y).filter(|run| run[0] != at) {
                let other = run[0];
                if run.len() < 2 && line.content.len().min(self.lines[other].content.len()) > 2 {
                    continue;
                }
                if !self.is_match(line, &self.lines[other]) {
                    continue;
                }
                if self.lines[other].said.is_direct {
                    groups.join(at, other);
                } else {
                    let n_shared = line.n_shared(&self.lines[other]);
                    let known = best.entry(other).or_insert((n_shared, at));
                    if n_shared > known.0 {
                        *known = (n_shared, at);
                    }
                }
            }
        }
        // One indirect line of each sentence: of those that share most, the shortest.
        let mut of_sentence: BTreeMap<(usize, usize), (Rank, usize)> = BTreeMap::new();
        for (&indirect, &(n_shared, _)) in &best {
            let line = &self.lines[indirect];
            let rank = (n_shared, Reverse(line.words.len()));
            let known = of_sentence.entry((line.said.article, line.said.sentences.0)).or_insert((rank, indirect));
            if rank > known.0 {
                *known = (rank, indirect);
            }
        }
        for (_, indirect) in of_sentence.into_values() {
            groups.join(best[&indirect].1, indirect);
        }
        groups.into_sets().into_iter().map(|group| self.without_repeats(group)).collect()
    }

    /// Without indirect lines of sentences that the group has a direct line of.
    fn without_repeats(&self, group: Vec<usize>) -> Vec<usize> {
        let direct: BTreeSet<(usize, usize)> = group
            .iter()
            .map(|at| &self.lines[*at].said)
            .filter(|said| said.is_direct)
            .map(|said| (said.article, said.sentences.0))
            .collect();
        group
            .into_iter()
            .filter(|at| {
                let said = &self.lines[*at].said;
                said.is_direct || !direct.contains(&(said.article, said.sentences.0))
            })
            .collect()
    }

    /// Whether two lines are one quotation. The first is direct.
    fn is_match(&self, line: &Line, other: &Line) -> bool {
        if line.said.article == other.said.article && !other.said.is_direct {
            return false;
        }
        let n_shared = line.n_shared(other);
        let smaller = line.content.len().min(other.content.len());
        if n_shared == 0 {
            return false;
        }
        let is_linked = self.is_linked(line, other);
        let same_speaker = self.is_same_speaker(line, other);
        let is_share = |per_cent: usize| n_shared * 100 >= smaller * per_cent;
        if line.said.article == other.said.article {
            return n_shared >= 3 && line.is_run_of(other);
        }
        if !other.said.is_direct {
            let of_quotation = |per_cent: usize| n_shared * 100 >= line.content.len() * per_cent;
            return (n_shared >= 4 && of_quotation(75))
                || (n_shared >= 3 && of_quotation(60) && (is_linked || same_speaker))
                || (n_shared >= 2 && of_quotation(60) && is_linked && same_speaker);
        }
        line.is_same(other) && (n_shared >= 2 || is_linked || same_speaker)
            || line.is_part_of(other) && (is_linked || same_speaker)
            // A word or two that one person says.
            || (smaller == 1 && same_speaker && (line.content.len() == other.content.len() || is_linked))
            || (n_shared >= 2 && is_share(75))
            || (n_shared >= 3 && is_share(50) && (is_linked || same_speaker))
            || (n_shared >= 2 && is_share(34) && is_linked && same_speaker)
    }

    fn is_linked(&self, x: &Line, y: &Line) -> bool {
        let sentences = |line: &Line| (line.said.sentences.0..=line.said.sentences.1).map(|s| (line.said.article, s)).collect::<Vec<_>>();
        let of_y = sentences(y);
        sentences(x).into_iter().any(|a| of_y.iter().any(|b| self.linked.contains(&(a, *b))))
    }

    fn reading(&self, line: &Line) -> &Reading {
        &self.readings[self.reading_of[&line.said.article]]
    }

    fn is_same_speaker(&self, x: &Line, y: &Line) -> bool {
        let entity = |line: &Line| {
            let entity = line.said.speaker.as_ref()?.entity?;
            Some(&self.reading(line).entities.list[entity].words)
        };
        entity(x).zip(entity(y)).is_some_and(|(x, y)| super::entities::are_one(x, y))
    }

    fn quotation(&self, texts: &Texts<'_>, mut group: Vec<usize>) -> Quotation {
        // The fullest first, of equals one plainly reported: what the others are measured by.
        group.order_by_key(|at| {
            let line = &self.lines[*at];
            let is_plain = line.said.stance == Some(Stance::Neutral);
            (Reverse((line.said.is_direct, line.words.len(), is_plain)), *at)
        });
        let all_readings: Vec<&Reading> = self.readings.iter().collect();
        let member = |rank: usize, at: usize| {
            let line = &self.lines[at];
            let fuller = group[..rank].iter().map(|at| &self.lines[*at]);
            // Pieces of a quotation that was cut apart share nothing with one another.
            let reference = fuller.clone().find(|f| f.said.article != line.said.article && f.n_shared(line) * 3 >= line.content.len());
            let differences = reference.map_or_else(Vec::new, |reference| {
                let speakers = reference.said.speaker.as_ref().zip(line.said.speaker.as_ref());
                let other_speaker = speakers
                    .is_some_and(|(x, y)| is_other_speaker(texts, &all_readings, (self.reading(reference), x), (self.reading(line), y)));
                differences(reference, line, other_speaker)
            });
            let text = &texts.articles[line.said.article].text;
            QuotationMember {
                article: ArticleIdx(line.said.article),
                span: line.said.span,
                speaker: line
                    .said
                    .speaker
                    .as_ref()
                    .map(|s| Speaker { name: s.name.of(text).split_whitespace().collect::<Vec<_>>().join(" "), span: s.at }),
                verb: line.said.verb,
                direct: line.said.is_direct,
                differences,
            }
        };
        let mut members: Vec<QuotationMember> = group.iter().enumerate().map(|(rank, at)| member(rank, *at)).collect();
        members.order();
        Quotation { members }
    }
}
