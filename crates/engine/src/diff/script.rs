//! The changes of a diff as they are put together.

use crate::{Change, Class, Op, Span};

/// Spans of both sides.
pub(crate) type Spans = (Span, Span);

/// Changes in order, tidied as they come.
#[derive(Default)]
pub(crate) struct Script {
    changes: Vec<Change>,
    /// White space that differs, which goes with the change after it.
    space: Option<Spans>,
}

impl Script {
    /// Adds what is equal byte by byte.
    pub(crate) fn equal(&mut self, spans: Spans) {
        if !is_empty(spans) {
            self.end_space();
            self.push(Change { op: Op::Equal, a: spans.0, b: spans.1, class: None, moved: false });
        }
    }

    /// Adds a change.
    pub(crate) fn change(&mut self, (a, b): Spans, class: Class, moved: bool) {
        if !is_empty((a, b)) {
            let spans = self.space.take().map_or((a, b), |space| (space.0.cover(a), space.1.cover(b)));
            self.push(changed(spans, class, moved));
        }
    }

    /// Adds white space that differs.
    pub(crate) fn space(&mut self, spans: Spans) {
        self.end_space();
        self.space = Some(spans).filter(|spans| !is_empty(*spans));
    }

    /// The changes: they tile both sides.
    pub(crate) fn finish(mut self) -> Vec<Change> {
        self.end_space();
        self.changes
    }

    fn end_space(&mut self) {
        if let Some(spans) = self.space.take() {
            self.push(changed(spans, Class::Punctuation, false));
        }
    }

    /// Equal ones in a row become one, and so do those of one class, unless each is to be seen alone.
    fn push(&mut self, change: Change) {
        let joins =
            |last: &Change| last.class == change.class && last.moved == change.moved && !change.class.is_some_and(Class::stands_alone);
        match self.changes.last_mut() {
            Some(last) if joins(last) => {
                let (a, b) = (last.a.cover(change.a), last.b.cover(change.b));
                *last = change.class.map_or(Change { a, b, ..*last }, |class| changed((a, b), class, change.moved));
            }
            _ => self.changes.push(change),
        }
    }
}

fn is_empty(spans: Spans) -> bool {
    spans.0.is_empty() && spans.1.is_empty()
}

fn changed((a, b): Spans, class: Class, moved: bool) -> Change {
    let op = match (a.is_empty(), b.is_empty()) {
        (true, _) => Op::Insert,
        (_, true) => Op::Delete,
        _ => Op::Replace,
    };
    Change { op, a, b, class: Some(class), moved }
}
