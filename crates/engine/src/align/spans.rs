//! Which parts of two linked sentences match.
//!
//! A copied stretch, a quotation or a clause of a long sentence is often all that another sentence has of it. The link then spans that part, cut at
//! words and, where one is near, at the marks that part phrases; a sentence most of which matches is spanned whole.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::segment::{Token, WordId};
use crate::{Relation, Span};

/// Shortest run of common words that counts as copied.
const RUN: usize = 3;
/// Share of a sentence's words above which it is spanned whole.
const MOST: f64 = 0.65;
/// Fewest words that are cut off: a shorter rest is shown with what matches.
const REST: usize = 6;
/// Fewest content words that a part cut from a sentence shares with the other sentence.
const SHARED: usize = 3;
/// Farthest mark that a cut is moved to, in words.
const REACH: usize = 2;
/// What an other word between words of a copied stretch takes back.
const GAP_COST: f64 = 0.5;

/// A sentence to be cut: its words, its article's text, and where it stands in it.
#[derive(Clone, Copy)]
pub(crate) struct Whole<'a> {
    pub tokens: &'a [Token],
    pub text: &'a str,
    pub span: Span,
}

/// The parts of two linked sentences that match. Where common runs of words make the link, they say what; else common words do.
pub(crate) fn matching(a: Whole<'_>, b: Whole<'_>, relation: Relation) -> (Span, Span) {
    if relation == Relation::Verbatim {
        return (a.span, b.span);
    }
    let copied = relation == Relation::Edited;
    (part(a, b.tokens, copied), part(b, a.tokens, copied))
}

/// The part of a sentence that `other` has too.
fn part(sentence: Whole<'_>, other: &[Token], copied: bool) -> Span {
    let n = sentence.tokens.len();
    if n < SHARED + REST {
        return sentence.span;
    }
    let common = if copied { in_common_runs(sentence.tokens, other) } else { common_words(sentence.tokens, other) };
    let stretch = if copied { heaviest_stretch(&common) } else { clauses_with(&common, sentence) };
    let shared =
        common[stretch.clone()].iter().zip(&sentence.tokens[stretch.clone()]).filter(|(is_common, t)| **is_common && !t.is_stop).count();
    let words = to_marks(stretch, sentence);
    if shared < SHARED || words.len() + REST > n || words.len() as f64 > MOST * n as f64 {
        return sentence.span;
    }
    with_quotation_marks(words, sentence)
}

/// Which words stand in runs of [`RUN`] or more that the other sentence has too.
fn in_common_runs(tokens: &[Token], other: &[Token]) -> Vec<bool> {
    let gram = |run: &[Token]| -> [WordId; RUN] { std::array::from_fn(|at| run[at].word) };
    let grams: BTreeSet<[WordId; RUN]> = other.windows(RUN).map(gram).collect();
    let mut common = vec![false; tokens.len()];
    for (at, run) in tokens.windows(RUN).enumerate() {
        if grams.contains(&gram(run)) {
            common[at..at + RUN].fill(true);
        }
    }
    common
}

/// Which content words the other sentence has too.
fn common_words(tokens: &[Token], other: &[Token]) -> Vec<bool> {
    let stems: BTreeSet<WordId> = other.iter().filter(|t| !t.is_stop).map(|t| t.stem).collect();
    tokens.iter().map(|t| !t.is_stop && stems.contains(&t.stem)).collect()
}

/// The stretch whose common words most outweigh the others in it.
fn heaviest_stretch(common: &[bool]) -> Range<usize> {
    let (mut best, mut best_weight) = (0..0, 0.0);
    let (mut start, mut weight) = (0, 0.0);
    for (at, is_common) in common.iter().enumerate() {
        if weight <= 0.0 {
            (start, weight) = (at, 0.0);
        }
        weight += if *is_common { 1.0 } else { -GAP_COST };
        if weight > best_weight {
            (best, best_weight) = (start..at + 1, weight);
        }
    }
    best
}

/// The clauses from the first to the last common word; a word alone that stands farther off than the rest takes up is left out.
fn clauses_with(common: &[bool], sentence: Whole<'_>) -> Range<usize> {
    let mut at: Vec<usize> = (0..common.len()).filter(|at| common[*at]).collect();
    // One word far from the others is met by chance: "Russia" at the other end of the sentence.
    while at.len() > SHARED {
        let (first, last) = (at[1] - at[0], at[at.len() - 1] - at[at.len() - 2]);
        let rest = |from: usize, to: usize| at[to] - at[from] + 1;
        if last >= first && last > rest(0, at.len() - 2) {
            at.pop();
        } else if first > rest(1, at.len() - 1) {
            at.remove(0);
        } else {
            break;
        }
    }
    let (Some(first), Some(last)) = (at.first(), at.last()) else { return 0..0 };
    let start = (0..=*first).rev().find(|at| is_boundary(*at, sentence)).unwrap_or(0);
    let end = (*last + 1..=common.len()).find(|at| is_boundary(*at, sentence)).unwrap_or(common.len());
    start..end
}

/// Whether a mark that parts phrases, or an end of the sentence, stands in front of a word.
fn is_boundary(at: usize, sentence: Whole<'_>) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|n| sentence.tokens.get(n)) else { return true };
    let Some(after) = sentence.tokens.get(at) else { return true };
    let between = Span::new(before.span.end, after.span.start).of(sentence.text);
    between.contains([',', ';', ':', '—', '–', '(', ')', '"', '“', '”', '«', '»', '„', '…', '，', '；', '：', '。', '、'])
        || between.contains(" - ")
        || between.contains(['‘', '’', '\'']) && between.contains(char::is_whitespace)
}

/// A stretch with its ends moved to boundaries that are near: outwards, so that nothing that matches is lost.
fn to_marks(stretch: Range<usize>, sentence: Whole<'_>) -> Range<usize> {
    let n = sentence.tokens.len();
    let start = (stretch.start.saturating_sub(REACH)..=stretch.start).rev().find(|at| is_boundary(*at, sentence));
    let end = (stretch.end..=(stretch.end + REACH).min(n)).find(|at| is_boundary(*at, sentence));
    start.unwrap_or(stretch.start)..end.unwrap_or(stretch.end)
}

/// The span of some words, with the quotation marks that stand at them, and to the sentence's own ends where they reach them.
fn with_quotation_marks(words: Range<usize>, sentence: Whole<'_>) -> Span {
    let is_quote = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'');
    let tokens = sentence.tokens;
    let start = match words.start.checked_sub(1) {
        None => sentence.span.start,
        Some(before) => {
            let between = Span::new(tokens[before].span.end, tokens[words.start].span.start);
            let attached = between.of(sentence.text).rsplit(char::is_whitespace).next().unwrap_or_default();
            tokens[words.start].span.start - (attached.len() - attached.trim_end_matches(is_quote).len())
        }
    };
    let last = tokens[words.end - 1].span.end;
    let end = match tokens.get(words.end) {
        None => sentence.span.end,
        Some(after) => {
            let between = Span::new(last, after.span.start);
            let attached = between.of(sentence.text).split(char::is_whitespace).next().unwrap_or_default();
            last + attached.char_indices().filter(|(_, c)| is_quote(*c)).map(|(at, c)| at + c.len_utf8()).next_back().unwrap_or(0)
        }
    };
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::Segments;

    #[track_caller]
    fn check(a: &str, b: &str, relation: Relation, expected: (&str, &str)) {
        let segments = Segments::new([[(a, 0)], [(b, 0)]]);
        let whole = |text, at: usize| Whole { tokens: &segments.texts[at][0], text, span: Span::new(0, str::len(text)) };
        let found = matching(whole(a, 0), whole(b, 1), relation);
        assert_eq!((found.0.of(a), found.1.of(b)), expected);
        let mirrored = matching(whole(b, 1), whole(a, 0), relation);
        assert_eq!((mirrored.1, mirrored.0), found);
    }

    #[test]
    fn a_copied_stretch_is_cut_out() {
        let long = "Speaking in the rain outside the town hall, the mayor said that the bridge will stay closed for at least six weeks and asked drivers for patience.";
        let short = "The bridge will stay closed for at least six weeks.";
        check(long, short, Relation::Edited, ("the bridge will stay closed for at least six weeks", short));
    }

    #[test]
    fn a_quotation_keeps_its_marks() {
        let long = "Asked whether anyone would have to answer for it in court, she said “nobody was in danger at any time” before she left by a side door.";
        let short = "“Nobody was in danger at any time,” Falk told us.";
        check(long, short, Relation::Edited, ("“nobody was in danger at any time”", short));
    }

    #[test]
    fn a_clause_is_cut_at_its_marks() {
        let long = "Ferries will carry passengers free of charge from Friday, while engineers look for cracks in the pillars, the port authority wrote on its page.";
        let short = "Pillars are searched for further cracks by engineers.";
        check(long, short, Relation::Paraphrase, ("while engineers look for cracks in the pillars", short));
    }

    #[test]
    fn a_sentence_most_of_which_matches_stays_whole() {
        let (a, b) =
            ("Repairs will take at least six weeks and cost 2.4 million crowns.", "Repairs will take six weeks at least, it says.");
        check(a, b, Relation::Edited, (a, b));
        check(
            "Cracks were found.",
            "The cracks found by divers were in two pillars of the bridge.",
            Relation::Paraphrase,
            ("Cracks were found.", "The cracks found by divers were in two pillars of the bridge."),
        );
    }

    #[test]
    fn a_split_sentence_has_a_part_for_each() {
        let whole = "The Maren took on thirty tonnes of diesel in Ostrand on Monday, and a sample has been sent to a laboratory in Brandt.";
        let (first, second) =
            ("The Maren took on thirty tonnes of diesel in Ostrand on Monday.", "A sample has been sent to a laboratory in Brandt.");
        check(whole, first, Relation::Edited, ("The Maren took on thirty tonnes of diesel in Ostrand on Monday", first));
        check(whole, second, Relation::Edited, ("and a sample has been sent to a laboratory in Brandt.", second));
    }
}
