//! What the worker has been asked and not yet answered. Free of the browser.

use std::collections::VecDeque;
use std::rc::Rc;

use crossread_engine::Source;

use crate::protocol::{JobId, Reply};

/// A piece of work under way.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Work {
    /// Parsing a source, which is kept so that it can be sent again to a fresh worker.
    Parse(JobId, Rc<Source>),
    /// Comparing, for a revision.
    Compare(u32),
    /// Writing a report.
    Export(JobId),
}

/// The work under way, oldest first: the worker takes it in this order, so the first is the one it is at.
#[derive(Default)]
pub(super) struct Flight {
    works: VecDeque<Work>,
}

impl Flight {
    /// Notes work that was sent.
    pub(super) fn sent(&mut self, work: Work) {
        self.works.push_back(work);
    }

    /// Strikes out what a reply answers.
    pub(super) fn answered(&mut self, reply: &Reply) {
        self.works.retain(|work| match (work, reply) {
            (Work::Parse(job, _), Reply::Parsed { job: of, .. } | Reply::Refused { job: of, .. })
            | (Work::Export(job), Reply::Exported { job: of }) => job != of,
            (Work::Compare(rev), Reply::Compared { rev: of, .. }) => rev != of,
            _ => true,
        });
    }

    /// Whether a comparison older than `rev` is still to be answered.
    pub(super) fn outlived(&self, rev: u32) -> bool {
        self.works.iter().any(|work| matches!(work, Work::Compare(old) if *old < rev))
    }

    /// Takes the work that the worker was at when it stopped.
    pub(super) fn culprit(&mut self) -> Option<Work> {
        self.works.pop_front()
    }

    /// Takes everything, to be sent again to a fresh worker: of comparisons only the newest, which alone is still of use.
    pub(super) fn drain(&mut self) -> Vec<Work> {
        let newest = self.works.iter().rev().find(|work| matches!(work, Work::Compare(_))).cloned();
        let works = std::mem::take(&mut self.works);
        works.into_iter().filter(|work| !matches!(work, Work::Compare(_)) || Some(work) == newest.as_ref()).collect()
    }

    /// Whether nothing is under way.
    pub(super) fn is_empty(&self) -> bool {
        self.works.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(job: u32) -> Work {
        Work::Parse(JobId(job), Rc::new(Source { name: "a".into(), media_type: None, bytes: Vec::new() }))
    }

    #[test]
    fn the_first_unanswered_work_is_the_culprit() {
        let mut flight = Flight::default();
        flight.sent(parse(1));
        flight.sent(parse(2));
        flight.answered(&Reply::Refused { job: JobId(1), error: String::new() });
        assert_eq!(flight.culprit(), Some(parse(2)));
        assert!(flight.is_empty());
    }

    #[test]
    fn a_fresh_worker_gets_every_parse_and_the_newest_comparison() {
        let mut flight = Flight::default();
        for work in [Work::Compare(1), parse(9), Work::Compare(2)] {
            flight.sent(work);
        }
        assert!(flight.outlived(2) && !flight.outlived(1));
        assert_eq!(flight.drain(), [parse(9), Work::Compare(2)]);
    }
}
