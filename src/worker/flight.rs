//! What the engine has been asked and not yet answered. Free of the browser.

use std::collections::VecDeque;
use std::rc::Rc;

use super::parcel::Parcel;
use crate::protocol::{JobId, Reply};

/// A piece of work under way.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Work {
    /// Parsing something.
    Parse(Rc<Parcel>),
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

    /// Strikes out what a reply answers, and tells what that was.
    pub(super) fn answered(&mut self, reply: &Reply) -> Option<Work> {
        let at = self.works.iter().position(|work| match (work, reply) {
            (Work::Parse(parcel), Reply::Parsed { job: of, .. } | Reply::Refused { job: of, .. } | Reply::Foreign { job: of, .. }) => {
                parcel.job == *of
            }
            (Work::Export(job), Reply::Exported { job: of } | Reply::NotExported { job: of, .. }) => job == of,
            (Work::Compare(rev), Reply::Compared { rev: of, .. }) => rev == of,
            _ => false,
        })?;
        self.works.remove(at)
    }

    /// Whether a comparison older than `rev` is still to be answered.
    pub(super) fn outlived(&self, rev: u32) -> bool {
        self.works.iter().any(|work| matches!(work, Work::Compare(old) if *old < rev))
    }

    /// Whether something of a file that the reader brought is still to be parsed.
    pub(super) fn has(&self, file: JobId) -> bool {
        self.works.iter().any(|work| matches!(work, Work::Parse(parcel) if parcel.of == file))
    }

    /// Gives up whatever is to be parsed; tells whether there was anything.
    pub(super) fn forget_parses(&mut self) -> bool {
        let before = self.works.len();
        self.works.retain(|work| !matches!(work, Work::Parse(_)));
        self.works.len() < before
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
    use crossread_engine::Source;

    use super::*;

    fn parse(job: u32, of: u32) -> Work {
        Work::Parse(Rc::new(Parcel {
            job: JobId(job),
            of: JobId(of),
            source: Source { name: "a".into(), media_type: None, bytes: Vec::new() },
        }))
    }

    #[test]
    fn the_first_unanswered_work_is_the_culprit() {
        let mut flight = Flight::default();
        flight.sent(parse(1, 1));
        flight.sent(parse(2, 2));
        assert_eq!(flight.answered(&Reply::Refused { job: JobId(1), error: String::new() }), Some(parse(1, 1)));
        assert_eq!(flight.answered(&Reply::Refused { job: JobId(1), error: String::new() }), None);
        assert_eq!(flight.culprit(), Some(parse(2, 2)));
        assert!(flight.is_empty());
    }

    #[test]
    fn a_fresh_worker_gets_every_parse_and_the_newest_comparison() {
        let mut flight = Flight::default();
        for work in [Work::Compare(1), parse(9, 9), Work::Compare(2)] {
            flight.sent(work);
        }
        assert!(flight.outlived(2) && !flight.outlived(1));
        assert_eq!(flight.drain(), [parse(9, 9), Work::Compare(2)]);
    }

    #[test]
    fn a_file_is_under_way_for_as_long_as_something_found_in_it_is() {
        let mut flight = Flight::default();
        for work in [parse(5, 4), Work::Compare(2), parse(6, 4)] {
            flight.sent(work);
        }
        flight.answered(&Reply::Refused { job: JobId(5), error: String::new() });
        assert!(flight.has(JobId(4)) && !flight.has(JobId(6)));
        assert!(flight.forget_parses() && !flight.has(JobId(4)) && !flight.forget_parses());
        assert_eq!(flight.drain(), [Work::Compare(2)]);
    }
}
