//! Why a source could not be read.

use std::fmt;

use super::Format;
use crate::limits;

/// Why a source gave no article. [`fmt::Display`] says it in words, with what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IngestError {
    /// It holds no readable text.
    Empty,
    /// It is larger than [`limits::SOURCE_BYTES`].
    TooLarge {
        /// Its length in bytes.
        bytes: usize,
    },
    /// It is a file that holds no text Crossread can read.
    Binary {
        /// What it looks like ("a PNG picture"), where known.
        looks_like: Option<&'static str>,
    },
    /// It is of a format that `crossread-readers` opens.
    Foreign {
        /// Which.
        format: Format,
    },
    /// It is an office document protected by a password.
    Encrypted,
    /// It is an office document in the format of before 2007, or a message that Outlook saved.
    OldOffice {
        /// Which ("an old Word document (.doc)").
        what: &'static str,
    },
    /// It is JSON, and neither a Crossread report nor an article.
    Json,
    /// It says it is a Crossread report and is not a valid one.
    Report {
        /// What is wrong.
        why: String,
    },
}

impl fmt::Display for IngestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "There is no text in it. Copy the article's text and paste it, or save the page as HTML."),
            Self::TooLarge { bytes } => {
                let mb = |n: usize| n.div_ceil(1024 * 1024);
                write!(
                    f,
                    "It is {} MB; the limit is {} MB. Save only the article's text and try again.",
                    mb(*bytes),
                    mb(limits::SOURCE_BYTES)
                )
            }
            Self::Binary { looks_like: Some(kind) } => {
                write!(f, "It looks like {kind}, which Crossread cannot read. Save the page as HTML or copy the article's text.")
            }
            Self::Binary { looks_like: None } => write!(f, "It is not text. Save the page as HTML or copy the article's text."),
            Self::Foreign { format } => write!(f, "It is {}, which has to be opened before it can be read.", format.name()),
            Self::Encrypted => {
                write!(
                    f,
                    "It is an office document protected by a password. Save it again without the password, or copy the article's text."
                )
            }
            Self::OldOffice { what } => {
                write!(f, "It is {what}, which Crossread cannot read. Open it and save it as .docx, .odt or plain text.")
            }
            Self::Json => write!(
                f,
                "It is JSON, but neither a Crossread report nor an article with its text (NewsArticle). Save the article's page as HTML or copy its text."
            ),
            Self::Report { why } => {
                write!(f, "This Crossread report cannot be read: {why}. Export it again from the Crossread that wrote it.")
            }
        }
    }
}

impl std::error::Error for IngestError {}
