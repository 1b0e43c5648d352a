//! What the page hears of its workers.

use crate::protocol::{JobId, Reply};

/// What the page hears.
#[derive(Debug)]
pub enum Event {
    /// An answer, and the bytes that came along.
    Reply(Reply, Vec<u8>),
    /// The comparison for this revision stopped unexpectedly. It is not tried again until [`super::client::Engine::retry`].
    Stopped(u32),
    /// A file is being opened.
    Opening {
        /// Which.
        file: JobId,
        /// Whether what opens it has to be loaded first.
        loading: bool,
    },
    /// Something was found in a file and is being read.
    Found {
        /// What it goes by from now on.
        job: JobId,
        /// Its path.
        name: String,
        /// The file.
        file: JobId,
    },
    /// Everything in a file has been found.
    Opened(JobId),
}

impl Event {
    /// Something could not be read.
    pub(super) fn refused(job: JobId, error: impl Into<String>) -> Self {
        Self::Reply(Reply::Refused { job, error: error.into() }, Vec::new())
    }
}
