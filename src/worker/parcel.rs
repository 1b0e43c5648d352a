//! Something to be parsed.

use crossread_engine::Source;

use crate::protocol::JobId;

/// Something to be parsed, kept so that it can be sent again to a fresh worker.
#[derive(Debug, PartialEq)]
pub(super) struct Parcel {
    /// Comes back with the answer.
    pub(super) job: JobId,
    /// The job of the file that it was found in; its own where the reader brought it as it is.
    pub(super) of: JobId,
    /// What it is.
    pub(super) source: Source,
}
