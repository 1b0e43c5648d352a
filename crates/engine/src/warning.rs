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
    /// Elements nested deeper than the limit were flattened; their text is kept.
    NestingFlattened {
        /// The limit, in elements.
        limit: usize,
    },
    /// The file ends too early or is damaged: what could be read of it is there.
    CutShort,
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
            WarningKind::NoBody => {
                "Nothing in it looks like an article, so all of it is set aside. Put back what you want to compare.".into()
            }
            WarningKind::FurtherArticles { count: 1 } => "1 further article was found in this source and set aside.".into(),
            WarningKind::FurtherArticles { count } => format!("{count} further articles were found in this source and set aside."),
            WarningKind::Posts { count } => format!("These are {count} posts, as in a live blog; they are compared as one article."),
            WarningKind::NestingFlattened { limit } => {
                format!("Elements nested more than {limit} deep were flattened; their text is kept.")
            }
            WarningKind::CutShort => {
                "The file is damaged or cut short; what could be read of it is here. Download or copy it again.".into()
            }
            WarningKind::SentenceCut { limit } => format!("A sentence of more than {limit} words was cut."),
        }
    }
}
