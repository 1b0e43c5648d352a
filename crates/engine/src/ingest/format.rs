//! Formats that are neither pages nor texts, by their content.

use serde::{Deserialize, Serialize};

/// A format that `crossread-readers` opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Markdown.
    Markdown,
}

impl Format {
    /// Its name in a sentence.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "a Markdown text",
        }
    }
}

/// The format of a source that has to be opened before it can be parsed; `None` for pages, texts, Crossread reports and what nobody can read.
pub fn format(_bytes: &[u8], media_type: Option<&str>) -> Option<Format> {
    media_type.is_some_and(|t| t.trim_start().starts_with("text/markdown")).then_some(Format::Markdown)
}
