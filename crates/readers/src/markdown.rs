//! Markdown (CommonMark), by pulldown-cmark.

use crossread_engine::{Document, DocumentPiece, Role, Source, SourceInfo};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// Reads a Markdown text.
pub(crate) fn read(source: &Source) -> Document {
    let text = String::from_utf8_lossy(&source.bytes);
    let mut pieces: Vec<DocumentPiece> = Vec::new();
    let mut open: Vec<Role> = Vec::new();
    let mut piece = String::new();
    for event in Parser::new(&text) {
        match event {
            Event::Start(tag) => {
                let role = match tag {
                    Tag::Heading { .. } => Role::Heading,
                    Tag::BlockQuote(_) => Role::Quotation,
                    Tag::Item => Role::ListItem,
                    Tag::Paragraph => open.last().copied().unwrap_or(Role::Paragraph),
                    _ => continue,
                };
                open.push(role);
            }
            Event::End(TagEnd::Heading(_) | TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::Paragraph) => {
                let role = open.pop().unwrap_or(Role::Paragraph);
                if !piece.trim().is_empty() {
                    pieces.push(DocumentPiece { role, text: std::mem::take(&mut piece) });
                }
            }
            Event::Text(text) | Event::Code(text) => piece.push_str(&text),
            Event::SoftBreak => piece.push(' '),
            Event::HardBreak => piece.push('\n'),
            _ => {}
        }
    }
    Document {
        source: SourceInfo::of(source, "text/markdown", "utf-8"),
        title: None,
        outlet: None,
        byline: None,
        published: None,
        language: None,
        pieces,
        warnings: Vec::new(),
    }
}
