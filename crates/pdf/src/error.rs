//! Why a PDF could not be read.

use std::fmt;

use crate::budget::Work;

/// Why a PDF gave no text. [`fmt::Display`] says it in words, with what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfError {
    /// It does not begin as PDF files do.
    NotPdf,
    /// It can only be opened with a password.
    Password,
    /// It is encrypted in a way that is not in the PDF standard.
    Encryption,
    /// It breaks off, and none of its pages could be found.
    Truncated,
    /// None of its pages could be found.
    Damaged,
    /// Its pages hold pictures and no text.
    Scanned {
        /// How many pages were looked at.
        pages: usize,
    },
    /// Its pages hold no text at all.
    Empty,
    /// There is text, and none of its characters has a meaning.
    Unreadable {
        /// How many characters there are.
        characters: usize,
    },
    /// Reading it takes more work than a budget allows, as it does in files made to harm.
    TooMuch {
        /// Which budget.
        work: Work,
    },
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotPdf => write!(f, "It is not a PDF document, although its name says so. Save or download it again."),
            Self::Password => write!(f, "This PDF needs a password. Open it with the password, print it to a new PDF, and bring that."),
            Self::Encryption => write!(f, "This PDF is encrypted in a way Crossread does not know. Print it to a new PDF, and bring that."),
            Self::Truncated => write!(f, "This PDF breaks off before its first page could be found. Download it again."),
            Self::Damaged => write!(f, "This PDF is damaged: none of its pages could be found. Download or print it again."),
            Self::Scanned { pages } => {
                let pages = if *pages == 1 { "a picture of a page".to_owned() } else { format!("pictures of {pages} pages") };
                write!(f, "This PDF holds {pages}, no text: run it through text recognition (OCR) first, or copy the article from the web.")
            }
            Self::Empty => write!(f, "There is no text in this PDF."),
            Self::Unreadable { characters } => write!(
                f,
                "This PDF's fonts do not say which letters its {characters} characters are. Run it through text recognition (OCR), or copy the article from the web."
            ),
            Self::TooMuch { work } => write!(
                f,
                "Reading this PDF takes too much work: the limit is {}. Print the pages of the article to a new PDF, and bring that.",
                work.limit_in_words()
            ),
        }
    }
}

impl std::error::Error for PdfError {}
