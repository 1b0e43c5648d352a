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
pub(crate) mod dates;
mod document;
mod draft;
mod error;
mod extract;
mod fields;
pub mod folder;
mod format;
mod found;
pub(crate) mod hash;
mod html;
mod json;
mod language;
pub(crate) mod lexicon;
mod line;
mod mojibake;
mod office;
mod shape;
mod sniff;
mod text;

pub use charset::{Decoded, decode, decode_label};
pub use error::IngestError;
pub use format::{Format, format};
pub(crate) use language::frequent_words;
pub(crate) use lexicon::agencies::AGENCIES;

use std::collections::BTreeMap;

use crate::report::{self, Opened};
use crate::{Article, Document, Foreign, Source, SourceInfo, Span, Terms, Warning, WarningKind, limits};
use draft::Draft;
use sniff::Kind;

/// What one source gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The articles to compare, at least one: one for a page, a text or a paste; all of them for JSON, a Crossread report or other.
    pub articles: Vec<Article>,
    /// Further articles found in the same source and offered apart: set aside in the first, or the posts of a live blog, which is the first.
    pub offered: Vec<Article>,
    /// What the articles of a Crossread report were compared under.
    pub terms: Option<Terms>,
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
    if kind == Kind::Report {
        let Opened { articles, terms } = report::from_json(decoded.text.as_bytes()).map_err(|why| IngestError::Report { why })?;
        return Ok(Parsed { articles, terms: Some(terms), ..Parsed::default() });
    }
    if kind == Kind::Text && sniff::is_json(&decoded.text) {
        return json::parse(source, &decoded).ok_or(IngestError::Json);
    }
    let info = SourceInfo::of(source, kind.media_type(), decoded.charset);
    let (mut article, mut offered) = read(&decoded.text, kind, &info).ok_or(IngestError::Empty)?;
    if let Some(repair) = mojibake::repair(&decoded.text)
        && let Some((repaired, further)) = read(&repair.text, kind, &info)
    {
        offer_repair(&mut article, repaired, &repair);
        for (article, repaired) in offered.iter_mut().zip(further) {
            offer_repair(article, repaired, &repair);
        }
    }
    article.warnings.splice(0..0, decoded.warnings());
    Ok(Parsed { articles: vec![article], offered, terms: None })
}

/// Reads a decoded text: its article, and further ones; `None` where it holds none.
fn read(text: &str, kind: Kind, source: &SourceInfo) -> Option<(Article, Vec<Article>)> {
    let (draft, further) = if kind == Kind::Html { html::parse(text) } else { text::parse(text) };
    let further = further.into_iter().map(|draft| finish(draft, source.clone())).collect();
    (!draft.blocks.is_empty()).then(|| (finish(draft, source.clone()), further))
}

/// Puts the reading with misread characters put right beside an article that shows them, and says so in both.
fn offer_repair(article: &mut Article, mut repaired: Article, repair: &mojibake::Repair) {
    if article.text == repaired.text {
        return;
    }
    let (charset, count) = (repair.charset.to_ascii_lowercase(), repair.places);
    // Of the sign, what cleaning left.
    let sign = repair.sign.split(|c: char| c.is_control() || c.is_whitespace()).next().unwrap_or_default();
    let span = article.text.find(sign).map(|start| Span::new(start, start + sign.len()));
    article.warnings.insert(0, Warning { kind: WarningKind::CharactersMisread { charset: charset.clone(), count }, span });
    repaired.warnings.insert(0, Warning::whole(WarningKind::CharactersRepaired { charset, count }));
    article.repaired = Some(Box::new(repaired));
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
    Ok(Parsed { articles: vec![finish(draft, source)], ..Parsed::default() })
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
    let mut article = Article {
        source,
        title: None,
        outlet: None,
        byline: None,
        agency: None,
        published: None,
        updated: None,
        language: None,
        url: None,
        origins: BTreeMap::new(),
        text: draft.text,
        blocks: draft.blocks,
        warnings: draft.warnings,
        corrections: Vec::new(),
        foreign: Vec::new(),
        repaired: None,
    };
    draft.found.put_into(&mut article);
    article.foreign = foreign(&article);
    debug_assert_eq!(article.check(), Ok(()));
    article
}

/// The compared blocks that are in another language than their article. Blocks too short to tell are left out.
fn foreign(article: &Article) -> Vec<Foreign> {
    let blocks = article.blocks.iter().enumerate().filter(|(_, block)| block.role.is_compared());
    blocks
        .filter_map(|(at, block)| {
            let language = language::foreign(block.span.of(&article.text), article.language.as_deref())?;
            Some(Foreign { block: at, language: language.to_owned() })
        })
        .collect()
}
