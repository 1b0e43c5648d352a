//! What a reader should know about a parse, as data; the words are made by [`Warning::message`].

use serde::{Deserialize, Serialize};

use crate::Span;

/// Something a parse did that the reader may want to check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// What happened.
    pub kind: WarningKind,
    /// Where in the article's text, if it has a place.
    pub span: Option<Span>,
}

/// The kinds of [`Warning`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum WarningKind {
    /// No character set was declared: it was guessed from the bytes.
    CharsetGuessed {
        /// WHATWG label.
        charset: String,
    },
    /// Bytes that mean nothing in the character set were replaced by U+FFFD.
    CharactersReplaced {
        /// How many replacement characters there are.
        count: usize,
    },
    /// UTF-8 had been read as another character set before it came here: "donâ€™t". [`crate::Article::repaired`] has it put right.
    CharactersMisread {
        /// WHATWG label of that character set.
        charset: String,
        /// Places where it shows in the source.
        count: usize,
    },
    /// The reader had [`WarningKind::CharactersMisread`] put right.
    CharactersRepaired {
        /// WHATWG label of the character set the text had been read as.
        charset: String,
        /// Places that were put right in the source.
        count: usize,
    },
    /// Nothing in it looks like an article: everything is set aside.
    NoBody,
    /// The source holds other articles, set aside here and offered apart.
    FurtherArticles {
        /// How many.
        count: usize,
    },
    /// The source holds posts under one headline, as live blogs do: compared together, and offered apart.
    Posts {
        /// How many.
        count: usize,
    },
    /// The date could be two days, and nothing says which: it was left out.
    DateInDoubt {
        /// As the text has it: `07/08/2025`.
        written: String,
    },
    /// Elements nested deeper than the limit were flattened; their text is kept.
    NestingFlattened {
        /// The limit, in elements.
        limit: usize,
    },
    /// Pages after the limit were left out.
    PagesCut {
        /// The limit, in pages.
        limit: usize,
    },
    /// Pages that hold pictures and no text.
    PicturePages {
        /// How many.
        count: usize,
    },
    /// The file is damaged or breaks off: what could be found of it was read.
    Damaged,
    /// A sentence longer than the limit was cut in several.
    SentenceCut {
        /// The limit, in words.
        limit: usize,
    },
}

impl Warning {
    /// A warning about the article as a whole.
    pub const fn whole(kind: WarningKind) -> Self {
        Self { kind, span: None }
    }

    /// In words, for a reader.
    pub fn message(&self) -> String {
        match &self.kind {
            WarningKind::CharsetGuessed { charset } => format!("No character set was given; read as {charset}."),
            WarningKind::CharactersReplaced { count: 1 } => "1 character could not be read and is shown as \u{FFFD}.".into(),
            WarningKind::CharactersReplaced { count } => format!("{count} characters could not be read and are shown as \u{FFFD}."),
            WarningKind::CharactersMisread { charset, count } => {
                format!("Letters look misread in {} (UTF-8 read as {charset}).", places(*count))
            }
            WarningKind::CharactersRepaired { charset, count } => {
                format!("Letters misread in {} (UTF-8 read as {charset}) were put right.", places(*count))
            }
            WarningKind::NoBody => {
                "Nothing in it looks like an article, so all of it is set aside. Put back what you want to compare.".into()
            }
            WarningKind::FurtherArticles { count: 1 } => "1 further article was found in this source and set aside.".into(),
            WarningKind::FurtherArticles { count } => format!("{count} further articles were found in this source and set aside."),
            WarningKind::Posts { count } => format!("These are {count} posts, as in a live blog; they are compared as one article."),
            WarningKind::DateInDoubt { written } => {
                format!("The date “{written}” could be two days, as nothing says whether day or month comes first; it was left out.")
            }
            WarningKind::NestingFlattened { limit } => {
                format!("Elements nested more than {limit} deep were flattened; their text is kept.")
            }
            WarningKind::PagesCut { limit } => {
                format!("Only the first {limit} pages were read. Print the pages of the article to a new file to compare it whole.")
            }
            WarningKind::PicturePages { count: 1 } => "1 page holds only pictures; text in them was not read.".into(),
            WarningKind::PicturePages { count } => format!("{count} pages hold only pictures; text in them was not read."),
            WarningKind::Damaged => "The file is damaged or cut short; what could be read of it is here. Download or copy it again.".into(),
            WarningKind::SentenceCut { limit } => format!("A sentence of more than {limit} words was cut."),
        }
    }
}

fn places(count: usize) -> String {
    if count == 1 { "1 place".to_owned() } else { format!("{count} places") }
}
