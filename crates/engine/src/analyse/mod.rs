//! What follows from the links.

mod synopsis;

pub use synopsis::{Row, synopsis};
