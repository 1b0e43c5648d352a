//! A file's paragraphs to a draft: their roles are kept, and the headline, byline and date looked for at its start.

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
        let line = |line: &str| match piece.role {
            Role::Table => line.split('\t').map(clean::spaces).collect::<Vec<_>>().join("\t").trim().to_owned(),
            _ => clean::spaces(line),
        };
        let lines: Vec<String> = clean::lines(&piece.text).split('\n').map(line).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() {
            continue;
        }
        text.push_str(if text.is_empty() { "" } else { "\n\n" });
        let start = text.len();
        text.push_str(&lines.join("\n"));
        blocks.push(Block { role: piece.role, span: Span { start, end: text.len() } });
    }
    head(&text, &mut blocks, document.title.as_deref());
    let of = |wanted: Role| blocks.iter().find(|block| block.role == wanted).map(|block| block.span.of(&text));
    let body: Vec<&str> = blocks.iter().filter(|block| block.role == Role::Paragraph).take(60).map(|block| block.span.of(&text)).collect();
    // What is shown in the text goes before what the file's properties say, which are often the template's.
    let mut found = Found::default();
    let (line, file) = (FieldOrigin::VisibleLine, FieldOrigin::File);
    let day = of(Role::Dateline).or(of(Role::Byline));
    found.offer(Field::Language, FieldOrigin::Text, || language::of(&body.join("\n")));
    found.offer(Field::Language, file, || document.language);
    let order = found.get(Field::Language).map(Order::of_language).unwrap_or_default();
    found.offer(Field::Title, FieldOrigin::Heading, || of(Role::Title).map(clean::spaces));
    found.offer(Field::Title, file, || document.title);
    found.offer(Field::Outlet, file, || document.outlet);
    found.offer(Field::Byline, line, || of(Role::Byline).and_then(fields::byline));
    found.offer(Field::Byline, file, || document.byline.as_deref().and_then(fields::byline));
    found.offer(Field::Published, line, || day.and_then(|line| dates::find(line, order)));
    found.offer(Field::Published, file, || document.published.as_deref().and_then(|date| dates::find(date, order)));
    found.offer(Field::Agency, line, || fields::agency(of(Role::Byline), body.first().copied(), body.last().copied()));
    Draft { found, blocks, warnings: document.warnings, text }
}

/// Gives the piece that is the title by the file's metadata, else the first heading-like one, the role of the title where none has it, and date and
/// byline lines near it theirs.
fn head(text: &str, blocks: &mut [Block], title: Option<&str>) {
    let wanted = title.map(fields::squash).filter(|title| !title.is_empty());
    let titled = blocks.iter().any(|block| block.role == Role::Title);
    if let Some(wanted) = wanted.filter(|_| !titled)
        && let Some(block) = blocks.iter_mut().take(HEAD).find(|block| fields::squash(block.span.of(text)) == wanted)
    {
        block.role = Role::Title;
    }
    let mut seen = blocks.iter().any(|block| block.role == Role::Title);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DocumentPiece, Source, SourceInfo};

    fn document(pieces: &[(Role, &str)]) -> Document {
        let source = Source { name: "a".into(), media_type: None, bytes: Vec::new() };
        Document {
            source: SourceInfo::of(&source, "text/rtf", "utf-8"),
            title: None,
            outlet: None,
            byline: Some("Owner".into()),
            published: Some("2020-01-01".into()),
            language: None,
            pieces: pieces.iter().map(|(role, text)| DocumentPiece { role: *role, text: (*text).into() }).collect(),
            warnings: Vec::new(),
        }
    }

    const BODY: (Role, &str) = (Role::Paragraph, "The harbour bridge was closed on Tuesday after engineers found cracks.");

    #[test]
    fn the_text_goes_before_metadata() {
        let pieces =
            [(Role::Paragraph, "Harbour bridge closed"), (Role::Paragraph, "By Ana Reyes"), (Role::Paragraph, "July 24, 2025"), BODY];
        let draft = draft(Document { title: Some("Template 4".into()), ..document(&pieces) });
        assert_eq!(draft.found.get(Field::Title), Some("Harbour bridge closed"));
        assert_eq!(draft.found.get(Field::Byline), Some("Ana Reyes"));
        assert_eq!(draft.found.get(Field::Published), Some("2025-07-24"));
        let roles: Vec<Role> = draft.blocks.iter().map(|block| block.role).collect();
        assert_eq!(roles, [Role::Title, Role::Byline, Role::Dateline, Role::Paragraph]);
    }

    #[test]
    fn metadata_says_which_line_is_the_title_and_fills_gaps() {
        let pieces = [(Role::Paragraph, "News from the harbour"), (Role::Heading, "Harbour bridge closed!"), BODY];
        let draft = draft(Document { title: Some("Harbour Bridge closed".into()), ..document(&pieces) });
        assert_eq!(draft.found.get(Field::Title), Some("Harbour bridge closed!"));
        assert_eq!(draft.blocks[0].role, Role::Paragraph);
        assert_eq!((draft.found.get(Field::Byline), draft.found.get(Field::Published)), (Some("Owner"), Some("2020-01-01")));
    }

    #[test]
    fn tables_keep_their_tabs() {
        let draft = draft(document(&[BODY, (Role::Table, "Lane\t Cars  a day\nNorth\t7,000")]));
        assert!(draft.text.ends_with("Lane\tCars a day\nNorth\t7,000"), "{}", draft.text);
    }
}
