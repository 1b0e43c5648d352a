//! Reads a news article from a PDF: paragraphs in reading order, with their roles.
//!
//! ```text
//! bytes ──file──▶ objects, pages ──page, font──▶ glyphs with positions ──layout──▶ blocks in reading order ──article──▶ Document
//! ```
//! A PDF says where each letter stands, and seldom what is a word, a line, a column or a paragraph. `file` reads objects whatever state the file
//! is in, `page` carries out the drawing operators, `font` gives letters to codes, `layout` finds lines, columns and their order, and
//! `article` makes paragraphs of them, sets page furniture aside and finds titles, headings and captions. Each module's own documentation names
//! the sources of its algorithm. Lengths are points (1/72 inch) or ems.
//!
//! Work is bounded, whatever the file asks for: every byte unpacked or parsed and every operator counts against a budget ([`Work`]), recursion is
//! bounded by constants, and loops of references are cut. No input makes it panic; a fault costs the object it is in.

mod article;
mod budget;
mod error;
mod file;
mod font;
mod layout;
mod page;
mod text_string;

pub use budget::Work;
pub use error::PdfError;

use article::{Metadata, Sheet};
use crossread_engine::{Document, Source, SourceInfo, Warning, WarningKind, limits};
use file::{Pages, Store, Structure};

/// Reads a PDF.
///
/// # Errors
/// Says in words why there is no text to be had; see [`PdfError`].
pub fn read(source: &Source) -> Result<Document, PdfError> {
    let store = Store::open(&source.bytes)?;
    let pages = Pages::read(&store)?;
    if pages.pages.is_empty() {
        return Err(if store.is_whole() { PdfError::Damaged } else { PdfError::Truncated });
    }
    let metadata = Metadata::read(&store)?;
    let structure = Structure::read(&store)?;
    let mut fonts = page::Fonts::new();
    let mut sheets = Vec::new();
    let (mut characters, mut unmapped, mut picture_pages) = (0, 0, 0);
    for page in &pages.pages {
        let mut drawn = page::draw(&store, page, &structure, &mut fonts)?;
        characters += drawn.glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()).count();
        unmapped += drawn.unmapped;
        picture_pages += usize::from(drawn.glyphs.is_empty() && !drawn.pictures.is_empty());
        sheets.push(Sheet { laid: layout::lay_out(&mut drawn), pictures: drawn.pictures });
    }
    if characters == 0 {
        return Err(if picture_pages > 0 { PdfError::Scanned { pages: picture_pages } } else { PdfError::Empty });
    }
    if unmapped == characters {
        return Err(PdfError::Unreadable { characters });
    }
    let mut warnings = Vec::new();
    if store.is_damaged() {
        warnings.push(Warning::whole(WarningKind::Damaged));
    }
    if pages.cut {
        warnings.push(Warning::whole(WarningKind::PagesCut { limit: limits::PDF_PAGES }));
    }
    if picture_pages > 0 {
        warnings.push(Warning::whole(WarningKind::PicturePages { count: picture_pages }));
    }
    if unmapped > 0 {
        warnings.push(Warning::whole(WarningKind::CharactersReplaced { count: unmapped }));
    }
    let composed = article::compose(sheets, metadata.title.as_deref());
    Ok(Document {
        source: SourceInfo::of(source, "application/pdf", "utf-8"),
        title: composed.title.or(metadata.title),
        outlet: metadata.publisher,
        byline: metadata.author,
        published: metadata.published,
        language: metadata.language,
        pieces: composed.pieces,
        warnings,
    })
}
