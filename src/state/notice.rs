//! Messages.

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// Something did not work.
    Problem,
}

/// A message that stays until it is dismissed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its name.
    pub id: u32,
    /// How it is meant.
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// Whether it tells of a change that it offers to undo.
    pub undo: bool,
    /// Where there may be many alike: what they have in common.
    pub bulk: Option<Bulk>,
}

/// What messages can have in common of which there may be many, so that they are told as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bulk {
    /// Something could not be read.
    Unread,
    /// Something was there already.
    Repeated,
}
