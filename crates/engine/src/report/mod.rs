//! The report: one JSON document for the page, the command and every export. `docs/report.schema.json` describes it.

mod document;
mod news;
mod positions;
mod read;
mod write;

pub use read::{Opened, from_json};
pub use write::{article_to_json, to_json};
