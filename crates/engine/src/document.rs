//! What a file that is neither a page nor a text was read into.

use serde::{Deserialize, Serialize};

use crate::{Role, SourceInfo, Warning};

/// The text of a file of some format (a word processor's document, a PDF …), paragraph by paragraph, as `crossread-readers` gives it to
/// [`crate::ingest::document`].
///
/// Everything readable is in `pieces`, in reading order: what is not the article (running heads, page numbers) has [`Role::Boilerplate`].
/// Fields are what the file's own metadata says. It is often stale (the title of a template, the name of an account), so a headline, byline or date
/// that the text shows goes before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The file it came from.
    pub source: SourceInfo,
    /// Headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// When it was published: ISO 8601 date or date and time.
    pub published: Option<String>,
    /// BCP 47 primary language.
    pub language: Option<String>,
    /// Its paragraphs, headings, list items …, in reading order.
    pub pieces: Vec<DocumentPiece>,
    /// What the reader should know about the file.
    pub warnings: Vec<Warning>,
}

/// A paragraph, heading or the like of a [`Document`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentPiece {
    /// What the file says it is.
    pub role: Role,
    /// Its text; line ends are kept, and the tabs of tables; other white space is folded.
    pub text: String,
}
