//! A file's paragraphs to a draft: their roles are kept, and the headline, byline and date looked for where the file does not say them.

use super::dates::{self, Order};
use super::draft::Draft;
use super::found::Found;
use super::line::{Kind, Line};
use super::{clean, fields, language};
use crate::{Block, Document, Field, FieldOrigin, Role, Span};

/// Pieces at the start of a document among which its headline, byline and date are looked for.
const HEAD: usize = 8;

/// Puts the pieces together.
pub(super) fn draft(document: Document) -> Draft {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for piece in &document.pieces {
        let lines: Vec<String> = clean::lines(&piece.text).split('\n').map(clean::spaces).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() {
            continue;
        }
        text.push_str(if text.is_empty() { "" } else { "\n\n" });
        let start = text.len();
        text.push_str(&lines.join("\n"));
        blocks.push(Block { role: piece.role, span: Span { start, end: text.len() } });
    }
    head(&text, &mut blocks);
    let of = |wanted: Role| blocks.iter().find(|block| block.role == wanted).map(|block| block.span.of(&text));
    let body: Vec<&str> = blocks.iter().filter(|block| block.role == Role::Paragraph).take(60).map(|block| block.span.of(&text)).collect();
    let mut found = Found::default();
    let properties = [
        (Field::Title, document.title),
        (Field::Outlet, document.outlet),
        (Field::Byline, document.byline),
        (Field::Published, document.published),
    ];
    for (field, value) in properties {
        found.offer(field, FieldOrigin::File, || value);
    }
    let line = FieldOrigin::VisibleLine;
    let day = of(Role::Dateline).or(of(Role::Byline));
    found.offer(Field::Title, FieldOrigin::Heading, || of(Role::Title).map(clean::spaces));
    found.offer(Field::Byline, line, || of(Role::Byline).and_then(fields::byline));
    found.offer(Field::Language, FieldOrigin::Text, || language::of(&body.join("\n")));
    found.offer(Field::Language, FieldOrigin::File, || document.language);
    let order = found.get(Field::Language).map(Order::of_language).unwrap_or_default();
    found.offer(Field::Published, line, || day.and_then(|line| dates::find(line, order)));
    found.offer(Field::Agency, line, || fields::agency(of(Role::Byline), body.first().copied(), body.last().copied()));
    Draft { found, blocks, warnings: document.warnings, text }
}

/// Gives the first heading-like piece the role of the title where none has it, and date and byline lines near it theirs.
fn head(text: &str, blocks: &mut [Block]) {
    let titled = blocks.iter().any(|block| block.role == Role::Title);
    let mut seen = titled;
    for block in blocks.iter_mut().filter(|block| block.role != Role::Boilerplate).take(HEAD) {
        let line = Line::new(text, block.span);
        match (block.role, line.kind) {
            (Role::Heading | Role::Paragraph, _) if !seen && line.is_headline() && line.kind != Kind::Prose => {
                block.role = Role::Title;
                seen = true;
            }
            (Role::Paragraph, Kind::Time) => block.role = Role::Dateline,
            (Role::Paragraph, Kind::Byline) => block.role = Role::Byline,
            (Role::Paragraph, Kind::Prose) => break,
            _ => {}
        }
    }
}
