//! One outlet's text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::segment::n_words;
use crate::{Field, FieldOrigin, SourceInfo, Span, Warning};

/// One outlet's text with its metadata and blocks: all that parsing gives and all that comparing needs.
///
/// Invariants, checked by [`Article::check`]: blocks are in text order, do not overlap, are not empty, and whatever stands between them is white
/// space; so the blocks of every role together are the source's whole text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Where it came from.
    pub source: SourceInfo,
    /// Headline, without the site's name.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it, without "By"; several names as the article joins them, or with commas.
    pub byline: Option<String>,
    /// The news agency it is credited to; several with commas.
    pub agency: Option<String>,
    /// When it was published: ISO 8601 date or date and time, with its zone where the article names one. A date that could be two days is left out.
    pub published: Option<String>,
    /// When it was last changed, in the same form.
    pub updated: Option<String>,
    /// BCP 47 primary language (`en`).
    pub language: Option<String>,
    /// Its address, absolute (`https://…`).
    pub url: Option<String>,
    /// Where each field that has a value was found.
    pub origins: BTreeMap<Field, FieldOrigin>,
    /// The whole source as text, boilerplate included: NFC is not forced, lines end in `\n`. Never edited after parsing.
    pub text: String,
    /// Its pieces, in order.
    pub blocks: Vec<Block>,
    /// What the reader should know about the parse.
    pub warnings: Vec<Warning>,
    /// What the reader changed.
    pub corrections: Vec<Correction>,
    /// Blocks in another language than the article, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub foreign: Vec<Foreign>,
    /// The article as it reads with misread characters put right, where that is certain: offered to the reader, taken by [`Article::repair`].
    /// Not part of a report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repaired: Option<Box<Article>>,
}

/// A block in another language than its article: a quotation in the original, a summary for other readers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Foreign {
    /// Its place in [`Article::blocks`].
    pub block: usize,
    /// BCP 47 primary language.
    pub language: String,
}

/// A piece of an article: a paragraph, heading, list item …, or a stripped piece of page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub role: Role,
    /// Where it stands, without surrounding white space.
    #[serde(flatten)]
    pub span: Span,
}

/// What a [`Block`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The headline.
    Title,
    /// Who wrote it.
    Byline,
    /// Where and when.
    Dateline,
    /// A heading inside the body.
    Heading,
    /// A paragraph of the body.
    Paragraph,
    /// A quotation set apart.
    Quotation,
    /// An item of a list.
    ListItem,
    /// A table, its cells separated by tabs and its rows by line ends.
    Table,
    /// A picture's caption.
    Caption,
    /// Page furniture: kept, shown folded, not compared.
    Boilerplate,
}

impl Role {
    /// Every role, in the order menus list them.
    pub const ALL: [Self; 10] = [
        Self::Title,
        Self::Byline,
        Self::Dateline,
        Self::Heading,
        Self::Paragraph,
        Self::Quotation,
        Self::ListItem,
        Self::Table,
        Self::Caption,
        Self::Boilerplate,
    ];

    /// Whether blocks of this role are cut into sentences and compared.
    pub const fn is_compared(self) -> bool {
        !matches!(self, Self::Boilerplate | Self::Byline | Self::Dateline)
    }

    /// Its name in the report: `list-item`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Quotation => "quotation",
            Self::ListItem => "list-item",
            Self::Table => "table",
            Self::Caption => "caption",
            Self::Boilerplate => "boilerplate",
        }
    }
}

/// Something the reader changed after parsing; the article already carries the change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Correction {
    /// A block was given another role.
    Role {
        /// The block's span.
        span: Span,
        /// Its new role.
        role: Role,
    },
    /// A metadata field was set or cleared.
    Metadata {
        /// Which.
        field: Field,
    },
    /// Misread characters of the text were put right.
    Text,
}

impl Article {
    /// A metadata field's value.
    pub fn field(&self, field: Field) -> Option<&str> {
        match field {
            Field::Title => self.title.as_deref(),
            Field::Outlet => self.outlet.as_deref(),
            Field::Byline => self.byline.as_deref(),
            Field::Agency => self.agency.as_deref(),
            Field::Published => self.published.as_deref(),
            Field::Updated => self.updated.as_deref(),
            Field::Language => self.language.as_deref(),
            Field::Url => self.url.as_deref(),
        }
    }

    /// Sets (or with an empty value clears) a metadata field, as a reader's correction.
    pub fn set_field(&mut self, field: Field, value: &str) {
        let value = value.trim();
        if value.is_empty() {
            self.origins.remove(&field);
        } else {
            self.origins.insert(field, FieldOrigin::Reader);
        }
        let value = (!value.is_empty()).then(|| value.to_owned());
        match field {
            Field::Title => self.title = value,
            Field::Outlet => self.outlet = value,
            Field::Byline => self.byline = value,
            Field::Agency => self.agency = value,
            Field::Published => self.published = value,
            Field::Updated => self.updated = value,
            Field::Language => self.language = value,
            Field::Url => self.url = value,
        }
        let correction = Correction::Metadata { field };
        if !self.corrections.contains(&correction) {
            self.corrections.push(correction);
        }
    }

    /// Gives the block at `index` another role, as a reader's correction. Nothing happens where there is no such block.
    pub fn set_role(&mut self, index: usize, role: Role) {
        let Some(block) = self.blocks.get_mut(index) else { return };
        block.role = role;
        let at = block.span;
        self.corrections.retain(|c| !matches!(c, Correction::Role { span, .. } if *span == at));
        self.corrections.push(Correction::Role { span: at, role });
    }

    /// Takes the reading with misread characters put right, where there is one. Fields that the reader corrected stay; roles are read anew.
    pub fn repair(&mut self) {
        let Some(mut repaired) = self.repaired.take() else { return };
        for correction in &self.corrections {
            if let Correction::Metadata { field } = correction {
                repaired.set_field(*field, self.field(*field).unwrap_or_default());
            }
        }
        repaired.corrections.push(Correction::Text);
        *self = *repaired;
    }

    /// The language of a block, where known: its own, else the article's.
    pub fn block_language(&self, block: usize) -> Option<&str> {
        let own = self.foreign.iter().find(|foreign| foreign.block == block).map(|foreign| foreign.language.as_str());
        own.or(self.language.as_deref())
    }

    /// Words in the compared blocks; in scripts without spaces characters, or clusters of letters, count.
    pub fn words(&self) -> usize {
        self.blocks.iter().filter(|b| b.role.is_compared()).map(|b| n_words(b.span.of(&self.text))).sum()
    }

    /// Whether the invariants hold; the error says which does not.
    pub fn check(&self) -> Result<(), String> {
        let mut at = 0;
        for block in &self.blocks {
            let Span { start, end } = block.span;
            if start < at || start >= end || self.text.get(start..end).is_none() {
                return Err(format!("block {start}..{end} is empty, overlaps or cuts a character"));
            }
            if !self.text[at..start].trim().is_empty() {
                return Err(format!("text before {start} is in no block"));
            }
            at = end;
        }
        if self.text[at..].trim().is_empty() { Ok(()) } else { Err("text after the last block".into()) }
    }
}
