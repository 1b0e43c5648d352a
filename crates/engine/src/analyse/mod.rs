//! What follows from the links.

pub mod figures;
mod shares;
mod statements;
mod synopsis;

pub(crate) use figures::figures;
pub(crate) use shares::shares;
pub(crate) use statements::statements;
pub use synopsis::{Row, synopsis};
