//! The report: one JSON document for the page, the command and every export. `docs/report.schema.json` describes it.

use crate::{Article, Comparison, Settings};

/// Writes a comparison as a report, indented.
pub fn to_json(articles: &[Article], comparison: &Comparison, settings: &Settings) -> String {
    let _ = (articles, comparison, settings);
    String::new()
}
