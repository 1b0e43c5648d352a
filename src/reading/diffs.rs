//! A link's word diff, seen from one of its sides.

use crossread_engine::{ArticleIdx, Change, Class, Link, Op, Relation, Span};

/// A side of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The article that stands first.
    A,
    /// The other.
    B,
}

/// What a piece of a diff is, seen from the side it is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// On both sides.
    Same,
    /// Only here.
    Inserted,
    /// Only on the other side.
    Deleted,
}

/// A piece of a diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Where it stands: in the other article if deleted, else in this one.
    pub span: Span,
    /// Whether the change is one of those shown pale.
    pub trivial: bool,
    /// Whether its words only stand elsewhere.
    pub moved: bool,
}

/// A diff as tracked changes that lead from the other side to `side`.
pub fn pieces(diff: &[Change], side: Side) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for change in diff {
        let (here, there) = match side {
            Side::A => (change.a, change.b),
            Side::B => (change.b, change.a),
        };
        let trivial = change.class.is_some_and(Class::is_trivial);
        if change.op == Op::Equal {
            pieces.push(Piece { kind: PieceKind::Same, span: here, trivial: false, moved: false });
            continue;
        }
        for (kind, span) in [(PieceKind::Deleted, there), (PieceKind::Inserted, here)] {
            if !span.is_empty() {
                pieces.push(Piece { kind, span, trivial, moved: change.moved });
            }
        }
    }
    pieces
}

/// The stretches of `article` that differ inside a link, and whether each is telling.
pub(super) fn differing(link: &Link, article: ArticleIdx) -> Vec<(Span, bool)> {
    let here = |change: &Change| if link.a.article == article { change.a } else { change.b };
    if (link.a.article != article && link.b.article != article) || !is_readable(link) {
        return Vec::new();
    }
    let changes = link.diff.iter().filter(|change| change.op != Op::Equal);
    changes.map(|change| (here(change), !change.class.is_some_and(Class::is_trivial))).filter(|(span, _)| !span.is_empty()).collect()
}

/// The changes of a link that are more than small.
pub(super) fn telling(link: &Link) -> impl Iterator<Item = &Change> {
    link.diff.iter().filter(|change| change.op != Op::Equal && !change.class.is_some_and(Class::is_trivial))
}

/// Whether a link is worth a stop when one goes from difference to difference. Where only a fact is shared, other words are no news.
pub(super) fn is_telling(link: &Link) -> bool {
    match link.relation {
        Relation::Verbatim | Relation::Edited => telling(link).next().is_some(),
        Relation::Paraphrase => true,
        Relation::Partial => changes_figure(link),
    }
}

/// Whether one figure stands in the other's place. In long stretches that were rewritten as a whole, which figure answers to which is a guess.
pub(super) fn changes_figure(link: &Link) -> bool {
    const LONG: usize = 24;
    let changes = telling(link).filter(|change| change.op == Op::Replace && change.class == Some(Class::Figure));
    is_readable(link) && changes.into_iter().any(|change| change.a.len() <= LONG && change.b.len() <= LONG)
}

/// Whether a word diff can be read: some words in a row have to be the same, or it is confetti.
pub fn is_readable(link: &Link) -> bool {
    let same: usize = link.diff.iter().filter(|change| change.op == Op::Equal).map(|change| change.a.len()).sum();
    link.relation <= Relation::Edited || same * 5 >= link.a.span.len().max(link.b.span.len()) * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_reads_from_either_side() {
        let diff = [
            Change { op: Op::Equal, a: Span::new(0, 4), b: Span::new(0, 4), class: None, moved: false },
            Change { op: Op::Replace, a: Span::new(4, 6), b: Span::new(4, 8), class: Some(Class::Figure), moved: false },
            Change { op: Op::Insert, a: Span::new(6, 6), b: Span::new(8, 9), class: Some(Class::Punctuation), moved: false },
        ];
        let kinds = |side| pieces(&diff, side).into_iter().map(|p| (p.kind, p.span, p.trivial)).collect::<Vec<_>>();
        use PieceKind::{Deleted, Inserted, Same};
        assert_eq!(
            kinds(Side::B),
            [
                (Same, Span::new(0, 4), false),
                (Deleted, Span::new(4, 6), false),
                (Inserted, Span::new(4, 8), false),
                (Inserted, Span::new(8, 9), true)
            ]
        );
        assert_eq!(kinds(Side::A)[3], (Deleted, Span::new(8, 9), true));
    }
}
