//! What follows from the links.

pub mod figures;
pub(crate) mod news;
mod omissions;
mod prominence;
mod shares;
mod statements;
mod synopsis;
mod wording;

pub(crate) use figures::figures;
pub use omissions::Omissions;
pub(crate) use omissions::omissions;
pub use prominence::{HeadlineDrift, Position, Prominence};
pub(crate) use prominence::{headline_drift, prominence};
pub(crate) use shares::shares;
pub(crate) use statements::statements;
pub use synopsis::{Row, synopsis};
pub use wording::{Distinctive, WordChoice};
pub(crate) use wording::{distinctive, word_choices};
