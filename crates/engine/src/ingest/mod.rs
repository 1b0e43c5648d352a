//! Bytes to articles.
//!
//! ```text
//! bytes ──sniff──▶ kind ──charset──▶ text ─┬─ html: tree ▶ walk ▶ score ▶ metadata ─┬▶ Article
//!                                         └─ text: lines ▶ boundary ▶ roles ────────┘
//! ```
//! Whatever the bytes, the result is an article with warnings or a named error. Nothing readable is lost: what is not the article stays in its
//! text with the role [`crate::Role::Boilerplate`].

mod charset;
mod clean;
mod cues;
mod dates;
mod document;
mod draft;
mod error;
mod extract;
mod fields;
pub mod folder;
mod format;
mod html;
mod json;
mod language;
mod line;
mod office;
mod sniff;
mod text;

pub use charset::{Decoded, decode, decode_label};
pub use error::IngestError;
pub use format::{Format, format};

use crate::{Article, Document, Source, SourceInfo, limits, report};
use draft::Draft;
use sniff::Kind;

/// What one source gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The articles to compare, at least one: one for a page, a text or a paste; all of them for JSON, a Crossread report or other.
    pub articles: Vec<Article>,
    /// Further articles found in the same source and offered apart: set aside in the first, or the posts of a live blog, which is the first.
    pub offered: Vec<Article>,
}

/// Parses one source.
///
/// # Errors
/// Says in words why nothing could be read; see [`IngestError`].
pub fn parse(source: &Source) -> Result<Parsed, IngestError> {
    if source.bytes.len() > limits::SOURCE_BYTES {
        return Err(IngestError::TooLarge { bytes: source.bytes.len() });
    }
    if let Some(format) = format(&source.bytes, source.media_type.as_deref()) {
        return Err(IngestError::Foreign { format });
    }
    if let Some(refusal) = office::refusal(&source.bytes) {
        return Err(refusal);
    }
    if let Some(looks_like) = sniff::binary(&source.bytes) {
        return Err(IngestError::Binary { looks_like });
    }
    let media_type = source.media_type.as_deref();
    let decoded = decode(&source.bytes, media_type);
    let kind = sniff::kind(&decoded.text, media_type);
    let (draft, further) = match kind {
        Kind::Report => {
            let articles = report::from_json(decoded.text.as_bytes()).map_err(|why| IngestError::Report { why })?;
            return Ok(Parsed { articles, offered: Vec::new() });
        }
        Kind::Html => html::parse(&decoded.text),
        Kind::Text if sniff::is_json(&decoded.text) => return json::parse(source, &decoded).ok_or(IngestError::Json),
        Kind::Text => text::parse(&decoded.text),
    };
    if draft.blocks.is_empty() {
        return Err(IngestError::Empty);
    }
    let info = SourceInfo::of(source, kind.media_type(), decoded.charset);
    let mut article = finish(draft, info.clone());
    let offered: Vec<Article> = further.into_iter().map(|draft| finish(draft, info.clone())).collect();
    article.warnings.splice(0..0, decoded.warnings());
    Ok(Parsed { articles: vec![article], offered })
}

/// Turns a file's paragraphs into an article, whose roles and fields are looked for in the text where the file does not say them.
///
/// # Errors
/// [`IngestError::Empty`] where there is no text in it.
pub fn document(document: Document) -> Result<Parsed, IngestError> {
    let source = document.source.clone();
    let draft = document::draft(document);
    if draft.blocks.is_empty() {
        return Err(IngestError::Empty);
    }
    Ok(Parsed { articles: vec![finish(draft, source)], offered: Vec::new() })
}

/// The lines of a text, or pieces of a page, and for each the row of numbers that the forests of the extractor are trained on: of the first
/// forests, or given the scores of these, of the second. Empty for what is neither.
pub fn training_rows(source: &Source, scores: Option<&[f32]>) -> Vec<(String, Vec<f32>)> {
    let decoded = charset::decode(&source.bytes, source.media_type.as_deref());
    match sniff::kind(&decoded.text, source.media_type.as_deref()) {
        Kind::Html => html::training_rows(&decoded.text, scores),
        Kind::Text => text::training_rows(&decoded.text, scores),
        Kind::Report => Vec::new(),
    }
}

/// Turns a draft into the article it describes.
fn finish(draft: Draft, source: SourceInfo) -> Article {
    let article = Article {
        source,
        title: draft.title,
        outlet: draft.outlet,
        byline: draft.byline,
        published: draft.published,
        language: draft.language,
        text: draft.text,
        blocks: draft.blocks,
        warnings: draft.warnings,
        corrections: Vec::new(),
    };
    debug_assert_eq!(article.check(), Ok(()));
    article
}
