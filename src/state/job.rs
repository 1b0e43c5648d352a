//! Things being read.

use crate::protocol::JobId;

/// Something that is being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The name that the engine answers with.
    pub id: JobId,
    /// What it is called: a file's name, or its path inside the file or folder it was found in.
    pub name: String,
    /// The file it was found in.
    pub of: Option<JobId>,
    /// How far it is.
    pub stage: Stage,
}

/// How far a [`Job`] is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// It waits to be read, or is read.
    #[default]
    Reading,
    /// It is a folder that is being looked through.
    Listing,
    /// It is to be opened, once what opens it has been loaded.
    Loading,
    /// It is being opened.
    Opening,
}

impl Job {
    /// Something that the reader brought.
    pub fn new(id: JobId, name: impl Into<String>) -> Self {
        Self { id, name: name.into(), of: None, stage: Stage::default() }
    }
}
