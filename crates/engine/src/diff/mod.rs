//! Word by word, what changed between two linked spans, cleaned so that it reads.
//!
//! Words and marks are folded and get a kind; a shortest edit script over them goes through passes, each on the result of the one before
//! and each in a file of its own: `slide` moves what could stand in several places to where phrases end, `absorb` gives up what rewrites share by
//! chance, `mark_moved` finds swapped word order, `guard` cuts out figures, dates, names and negations. Then equal runs that are only equal
//! after folding are set apart as small changes, white space is kept out of replacements, and every change is classed.

mod absorb;
mod class;
mod guard;
mod kind;
mod reorder;
mod run;
mod script;
mod slide;
mod unit;

use std::ops::Range;

use absorb::absorb;
use guard::guard;
use kind::Kinds;
use reorder::mark_moved;
use run::{Run, compare};
use script::{Script, Spans};
use slide::slide;
use unit::{Unit, units};

use crate::{Change, Class, Span};

/// A part of an article's text.
#[derive(Clone, Copy, Debug)]
pub struct Excerpt<'a> {
    /// The article's text.
    pub text: &'a str,
    /// The part that is compared.
    pub span: Span,
    /// The article's language, BCP 47, where it is known.
    pub language: Option<&'a str>,
}

/// Compares excerpts; holds the word lists that changes are classed by.
pub struct Differ {
    kinds: Kinds,
}

impl Default for Differ {
    fn default() -> Self {
        Self::new()
    }
}

impl Differ {
    /// Reads the word lists.
    pub fn new() -> Self {
        Self { kinds: Kinds::new() }
    }

    /// The changes from one excerpt to another.
    ///
    /// They are in order and tile both spans; an [`Op::Equal`](crate::Op::Equal) is equal byte by byte, so that taking `a` where changes are equal and `b` where
    /// they are not gives back `b`. Seen from the other side they are the same changes mirrored.
    pub fn diff(&self, a: Excerpt<'_>, b: Excerpt<'_>) -> Vec<Change> {
        if a.span.of(a.text) == b.span.of(b.text) {
            let mut same = Script::default();
            same.equal((a.span, b.span));
            return same.finish();
        }
        // Which of several shortest scripts is found depends on which side comes first: so let the words say.
        if a.span.of(a.text) < b.span.of(b.text) {
            return self.changes(a, b);
        }
        self.changes(b, a).into_iter().map(Change::mirrored).collect()
    }

    fn changes(&self, a: Excerpt<'_>, b: Excerpt<'_>) -> Vec<Change> {
        let (from, to) = (self.units(a), self.units(b));
        let sides = Sides { a: &from, b: &to, from: a, to: b };
        let mut script = Script::default();
        if from.is_empty() || to.is_empty() {
            // One side holds no word or mark: white space at most.
            script.change((a.span, b.span), sides.class(&Run::changed(0..from.len(), 0..to.len())), false);
            return script.finish();
        }
        let mut runs = absorb(slide(compare(&from, &to), &from, &to), &from, &to);
        mark_moved(&mut runs, &from, &to);
        for run in guard(runs, &from, &to) {
            if run.is_equal {
                sides.write_equal(&run, &mut script);
            } else {
                let (words, space) = sides.without_common_space(sides.spans(&run));
                script.change(words, sides.class(&run), run.moved);
                script.equal(space);
            }
        }
        script.finish()
    }

    fn units(&self, excerpt: Excerpt<'_>) -> Vec<Unit> {
        /// Languages that write every noun with a capital.
        const NOUNS_IN_CAPITALS: [&str; 2] = ["de", "lb"];
        let mut units = units(excerpt.text, excerpt.span);
        let capitals_name = !excerpt.language.is_some_and(|tag| tag.split('-').next().is_some_and(|l| NOUNS_IN_CAPITALS.contains(&l)));
        self.kinds.mark(&mut units, excerpt.text, capitals_name);
        units
    }
}

/// Both sides' units, and what they were cut from.
struct Sides<'a> {
    a: &'a [Unit],
    b: &'a [Unit],
    from: Excerpt<'a>,
    to: Excerpt<'a>,
}

impl Sides<'_> {
    fn class(&self, run: &Run) -> Class {
        class::class(&self.a[run.a.clone()], &self.b[run.b.clone()], self.from.text, self.to.text)
    }

    fn spans(&self, run: &Run) -> Spans {
        (cover(self.a, &run.a, self.from.span), cover(self.b, &run.b, self.to.span))
    }

    /// Writes what is equal after folding: where the two sides are not written the same is a change, of case or punctuation.
    fn write_equal(&self, run: &Run, script: &mut Script) {
        for (i, j) in run.a.clone().zip(run.b.clone()) {
            let (a, b) = (&self.a[i], &self.b[j]);
            if a.span.of(self.from.text) == b.span.of(self.to.text) {
                script.equal((a.span, b.span));
                continue;
            }
            // White space in front is the first unit's alone.
            script.space((Span::new(a.span.start, a.core.start), Span::new(b.span.start, b.core.start)));
            if a.core.of(self.from.text) == b.core.of(self.to.text) {
                script.equal((a.core, b.core));
            } else {
                script.change((a.core, b.core), self.class(&Run::changed(i..i + 1, j..j + 1)), false);
            }
            let (words, space) = self.without_common_space((Span::new(a.core.end, a.span.end), Span::new(b.core.end, b.span.end)));
            script.space(words);
            script.equal(space);
        }
    }

    /// Sets apart the white space that ends both sides of a replacement alike, so that it is not shown as changed.
    fn without_common_space(&self, (a, b): Spans) -> (Spans, Spans) {
        let space = |span: Span, text: &str| span.of(text).len() - span.of(text).trim_end().len();
        let (in_a, in_b) = (space(a, self.from.text), space(b, self.to.text));
        let (a_cut, b_cut) = (a.end - in_a, b.end - in_b);
        let (a_space, b_space) = (Span::new(a_cut, a.end), Span::new(b_cut, b.end));
        if a_space.of(self.from.text) == b_space.of(self.to.text) {
            ((Span::new(a.start, a_cut), Span::new(b.start, b_cut)), (a_space, b_space))
        } else {
            ((a, b), (Span::new(a.end, a.end), Span::new(b.end, b.end)))
        }
    }
}

/// The span of a range of units; an empty range is the empty span where it stands.
fn cover(units: &[Unit], range: &Range<usize>, within: Span) -> Span {
    let start = units.get(range.start).map_or(within.end, |u| u.span.start);
    if range.is_empty() { Span::new(start, start) } else { Span::new(start, units[range.end - 1].span.end) }
}

#[cfg(test)]
mod tests;
