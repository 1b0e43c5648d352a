//! What follows from the links.

mod shares;
mod statements;
mod synopsis;

pub(crate) use shares::shares;
pub(crate) use statements::statements;
pub use synopsis::{Row, synopsis};
