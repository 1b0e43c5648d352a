//! A sentence as tracked changes against another article's sentences, which may be several: one sentence can have been split, or several merged.

use crossread_engine::{ArticleIdx, Link, Place, Relation, Span};

use super::diffs::{is_readable, pieces};
use super::{Piece, PieceKind, Reading, Side};

/// What a sentence is, seen from the sentences of a base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tracked {
    /// Not linked to any of them.
    Alone,
    /// Linked, but rewritten as a whole.
    Rewritten(Relation),
    /// Pieces in order. Deleted ones are spans of the base's text, others of the sentence's own; together the others cover the sentence.
    Changes(Vec<Piece>),
}

/// Where two articles' sentences meet: a row of the aligned layout.
#[derive(Clone, Copy, Debug)]
pub struct Meeting<'a> {
    /// The article that is read.
    pub article: ArticleIdx,
    /// Its sentences here.
    pub sentences: &'a [usize],
    /// The article that changes lead from.
    pub base: ArticleIdx,
    /// Its sentences here.
    pub against: &'a [usize],
}

/// A sentence of a meeting as tracked changes. What another sentence of the base has is not inserted, and what another sentence of the article
/// has is not deleted; what no one has any more is deleted once.
pub fn tracked(reading: &Reading, meeting: Meeting<'_>, sentence: usize) -> Tracked {
    let links = links(reading, meeting, sentence);
    let Some(closest) = links.iter().copied().min_by_key(|link| (link.relation, u16::MAX - link.score)) else { return Tracked::Alone };
    if !is_readable(closest) {
        return Tracked::Rewritten(closest.relation);
    }
    let side = side_of(closest, meeting);
    let (own, other) = if side == Side::A { (closest.a, closest.b) } else { (closest.b, closest.a) };
    let kept: Vec<Span> = links.iter().flat_map(|link| same(link, side_of(link, meeting))).collect();
    let readers = meeting.sentences.iter().copied().filter(|s| {
        let theirs = self::links(reading, meeting, *s);
        theirs
            .into_iter()
            .any(|link| is_readable(link) && (if side_of(link, meeting) == Side::A { link.b } else { link.a }).sentence == other.sentence)
    });
    let readers: Vec<_> = readers.collect();
    let elsewhere: Vec<Span> = readers
        .iter()
        .flat_map(|s| self::links(reading, meeting, *s))
        .flat_map(|link| same(link, opposite(side_of(link, meeting))))
        .collect();
    let last = readers.last().is_none_or(|last| *last == sentence);
    let whole = |place: &Place| reading.comparison.sentences.get(place.article.0).and_then(|s| s.get(place.sentence)).map(|s| s.span);
    // What a link leaves out of a sentence is not in the link's other sentence.
    let around = |place: &Place, kind: PieceKind| {
        let whole = whole(place).unwrap_or(place.span);
        [Span::new(whole.start, place.span.start), Span::new(place.span.end, whole.end)].map(|span| Piece {
            kind,
            span,
            trivial: false,
            moved: false,
        })
    };
    let [deleted_before, deleted_after] = around(&other, PieceKind::Deleted);
    let [inserted_before, inserted_after] = around(&own, PieceKind::Inserted);
    let before = [deleted_before, inserted_before].into_iter();
    let all = before.chain(pieces(&closest.diff, side)).chain([deleted_after, inserted_after]).filter(|piece| !piece.span.is_empty());
    let mut changes = Vec::new();
    for piece in all {
        match piece.kind {
            PieceKind::Same => changes.push(piece),
            PieceKind::Deleted if last => {
                changes.extend(
                    cut(piece.span, &elsewhere).into_iter().filter(|(_, kept)| !kept).map(|(span, _)| Piece { span, ..piece.clone() }),
                );
            }
            PieceKind::Deleted => {}
            PieceKind::Inserted => changes.extend(cut(piece.span, &kept).into_iter().map(|(span, kept)| {
                let kind = if kept { PieceKind::Same } else { PieceKind::Inserted };
                Piece { kind, span, ..piece.clone() }
            })),
        }
    }
    Tracked::Changes(changes)
}

/// The links of a sentence into the base's sentences here.
fn links<'a>(reading: &'a Reading, meeting: Meeting<'_>, sentence: usize) -> Vec<&'a Link> {
    let links = reading.links_of(meeting.article, sentence).iter().filter_map(|index| reading.link(*index));
    let into_base = links.filter(|link| {
        let other = if link.a.article == meeting.article { link.b } else { link.a };
        other.article == meeting.base && meeting.against.contains(&other.sentence)
    });
    into_base.collect()
}

fn side_of(link: &Link, meeting: Meeting<'_>) -> Side {
    if link.a.article == meeting.article { Side::A } else { Side::B }
}

const fn opposite(side: Side) -> Side {
    match side {
        Side::A => Side::B,
        Side::B => Side::A,
    }
}

/// What a link leaves as it is, as spans of one side.
pub(super) fn same(link: &Link, side: Side) -> Vec<Span> {
    let pieces = if is_readable(link) { pieces(&link.diff, side) } else { Vec::new() };
    pieces.into_iter().filter(|piece| piece.kind == PieceKind::Same).map(|piece| piece.span).collect()
}

/// The longest part of a span that is not covered; empty if all of it is, or if no more than the seam between two covers is left.
pub(super) fn uncovered(span: Span, covers: &[Span]) -> Span {
    const SEAM: usize = 8;
    let bare = cut(span, covers).into_iter().filter(|(_, covered)| !covered).map(|(part, _)| part);
    let longest = bare.max_by_key(|part| part.len()).filter(|part| *part == span || part.len() > SEAM);
    longest.unwrap_or(Span::new(span.start, span.start))
}

/// A span cut where `covers` begin and end, and whether each part is covered.
fn cut(span: Span, covers: &[Span]) -> Vec<(Span, bool)> {
    let mut cuts: Vec<_> =
        covers.iter().flat_map(|cover| [cover.start, cover.end]).filter(|at| (span.start..span.end).contains(at)).collect();
    cuts.extend([span.start, span.end]);
    cuts.sort_unstable();
    cuts.dedup();
    let parts = cuts.windows(2).map(|cut| Span::new(cut[0], cut[1]));
    parts.map(|part| (part, covers.iter().any(|cover| cover.contains(part)))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{article, reading};
    use super::*;

    fn words(reading: &Reading, meeting: Meeting<'_>, kind: PieceKind) -> Vec<String> {
        let of = if kind == PieceKind::Deleted { meeting.base } else { meeting.article };
        let text = &reading.articles[of.0].text;
        let all = meeting.sentences.iter().flat_map(|sentence| match tracked(reading, meeting, *sentence) {
            Tracked::Changes(pieces) => pieces,
            other => panic!("{other:?}"),
        });
        let picked = all.filter(|piece| piece.kind == kind && !piece.trivial).map(|piece| piece.span.of(text).to_owned());
        picked.filter(|words| words.contains(char::is_alphanumeric)).collect()
    }

    fn split() -> Reading {
        reading(vec![
            article(
                "Fuel",
                &["The Maren took on thirty tonnes of diesel in Ostrand on Monday, and a sample has been sent to a laboratory in Brandt."],
            ),
            article(
                "Diesel",
                &["The Maren took on thirty tonnes of diesel in Ostrand on Monday. A sample has been sent to a laboratory in Brandt."],
            ),
        ])
    }

    #[test]
    fn what_a_split_keeps_in_another_sentence_is_not_deleted() {
        let reading = split();
        let meeting = Meeting { article: ArticleIdx(1), sentences: &[1, 2], base: ArticleIdx(0), against: &[1] };
        let deleted = words(&reading, meeting, PieceKind::Deleted);
        assert!(deleted.iter().all(|words| !words.contains("diesel") && !words.contains("sample")), "{deleted:?}");
    }

    #[test]
    fn what_a_merger_takes_from_another_sentence_is_not_inserted() {
        let reading = split();
        let meeting = Meeting { article: ArticleIdx(0), sentences: &[1], base: ArticleIdx(1), against: &[1, 2] };
        let inserted = words(&reading, meeting, PieceKind::Inserted);
        assert!(inserted.iter().all(|words| !words.contains("diesel") && !words.contains("sample")), "{inserted:?}");
    }

    #[test]
    fn cutting_keeps_every_part() {
        let parts = cut(Span::new(2, 9), &[Span::new(0, 4), Span::new(6, 7)]);
        assert_eq!(parts, [(Span::new(2, 4), true), (Span::new(4, 6), false), (Span::new(6, 7), true), (Span::new(7, 9), false)]);
    }
}
