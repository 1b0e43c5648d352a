//! Markdown (CommonMark with tables, notes and front matter), by pulldown-cmark.

use crossread_engine::{Document, DocumentPiece, Role, Source, SourceInfo, ingest};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::front_matter::FrontMatter;
use crate::pieces::Pieces;
use crate::table::Table;

/// Reads a Markdown text.
pub(crate) fn read(source: &Source) -> Document {
    let decoded = ingest::decode(&source.bytes, source.media_type.as_deref());
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reader = Reader::default();
    for event in Parser::new_ext(&decoded.text, options) {
        reader.take(event);
    }
    let (front, pieces) = reader.finish();
    Document {
        source: SourceInfo::of(source, "text/markdown", decoded.charset),
        title: front.title,
        outlet: front.outlet,
        byline: front.byline,
        published: front.published,
        language: front.language,
        pieces,
        warnings: decoded.warnings(),
    }
}

#[derive(Default)]
struct Reader {
    pieces: Pieces,
    notes: Pieces,
    front: FrontMatter,
    table: Table,
    /// First-level headings so far.
    first_level: usize,
    quotes: usize,
    items: usize,
    /// Open elements whose text is not the article's: pictures' descriptions.
    unseen: usize,
    in_front_matter: bool,
    in_table: bool,
    in_note: bool,
    /// The cell being written.
    cell: String,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_front_matter => self.front = FrontMatter::read(&text),
            Event::Text(text) | Event::Code(text) => self.write(&text),
            Event::Html(markup) => self.write(&without_tags(&markup)),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => self.write("\n"),
            Event::SoftBreak => self.write(" "),
            Event::HardBreak => self.write("\n"),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            // A list in an item, or a quotation in it, ends what the item said so far.
            Tag::List(_) | Tag::CodeBlock(_) => self.end_piece(None),
            Tag::BlockQuote(_) => {
                self.end_piece(None);
                self.quotes += 1;
            }
            Tag::Item => self.items += 1,
            Tag::Image { .. } => self.unseen += 1,
            Tag::MetadataBlock(_) => self.in_front_matter = true,
            Tag::FootnoteDefinition(_) => self.in_note = true,
            Tag::Table(_) => {
                self.end_piece(None);
                self.in_table = true;
            }
            Tag::TableHead | Tag::TableRow => self.table.row(),
            Tag::TableCell => self.table.cell(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => {
                let first = level == HeadingLevel::H1;
                self.first_level += usize::from(first);
                let title = first && self.first_level == 1 && self.front.title.is_none();
                self.end_piece(Some(if title { Role::Title } else { Role::Heading }));
            }
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock => self.end_piece(None),
            TagEnd::Item => {
                self.end_piece(None);
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::BlockQuote(_) => {
                self.end_piece(None);
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Image => self.unseen = self.unseen.saturating_sub(1),
            TagEnd::MetadataBlock(_) => self.in_front_matter = false,
            TagEnd::FootnoteDefinition => {
                self.end_piece(None);
                self.in_note = false;
            }
            TagEnd::TableCell => self.table.add(Role::Paragraph, std::mem::take(&mut self.cell)),
            TagEnd::Table => {
                self.in_table = false;
                std::mem::take(&mut self.table).end(&mut self.pieces);
            }
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        if self.unseen > 0 {
        } else if self.in_table {
            self.cell.push_str(text);
        } else if self.in_note {
            self.notes.write(text);
        } else {
            self.pieces.write(text);
        }
    }

    /// Ends a piece whose role is not its own but that of what it stands in.
    fn end_piece(&mut self, role: Option<Role>) {
        let around = match (self.quotes, self.items) {
            (0, 0) => Role::Paragraph,
            (0, _) => Role::ListItem,
            _ => Role::Quotation,
        };
        let pieces = if self.in_note { &mut self.notes } else { &mut self.pieces };
        pieces.end(role.unwrap_or(around));
    }

    fn finish(self) -> (FrontMatter, Vec<DocumentPiece>) {
        let mut pieces = self.pieces.finish();
        pieces.extend(self.notes.finish());
        if let Some(title) = &self.front.title {
            let shown = pieces.iter_mut().take(8).find(|piece| piece.text.trim() == title && piece.role == Role::Heading);
            match shown {
                Some(piece) => piece.role = Role::Title,
                None => pieces.insert(0, DocumentPiece { role: Role::Title, text: title.clone() }),
            }
        } else if self.first_level > 1 {
            // Several: they are sections, or articles, and none is the headline of all.
            pieces.iter_mut().filter(|piece| piece.role == Role::Title).for_each(|piece| piece.role = Role::Heading);
        }
        (self.front, pieces)
    }
}

/// What markup inside Markdown shows: its text without the tags.
fn without_tags(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some((text, tag)) = rest.split_once('<') {
        out.push_str(text);
        let end = if tag.starts_with("!--") { tag.find("-->").map(|at| at + 3) } else { tag.find('>').map(|at| at + 1) };
        rest = end.map_or("", |end| &tag[end..]);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &[&str]) {
        let source = Source { name: "a.md".into(), media_type: None, bytes: text.as_bytes().to_vec() };
        let pieces = read(&source).pieces;
        let got: Vec<String> = pieces.iter().map(|piece| format!("{}: {}", piece.role.name(), piece.text)).collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn blocks() {
        check(
            "# One\n\nTwo *three*\n[four](http://x) `five`\\\nsix\n\n## Seven",
            &["title: One", "paragraph: Two three four five\nsix", "heading: Seven"],
        );
        check("- a\n- b\n  - c\n\n  d\n- e", &["list-item: a", "list-item: b", "list-item: c", "list-item: d", "list-item: e"]);
        check("> a\n> b\n\nc", &["quotation: a b", "paragraph: c"]);
        check("a | b\n--|--\n1 | 2\n", &["table: a\tb\n1\t2"]);
        check(
            "```\na\n  b\n```\nc[^1] ![alt](p.png)\n\n[^1]: Note.\n\nd",
            &["paragraph: a\n  b\n", "paragraph: c ", "paragraph: d", "paragraph: Note."],
        );
        check("<div>\n<p>a</p><!-- x > y -->\n</div>\n\nb<br>c", &["paragraph: \na\n\n", "paragraph: b\nc"]);
        check("# a\n\n# b", &["heading: a", "heading: b"]);
    }

    #[test]
    fn front_matter_names_the_title() {
        check("---\ntitle: \"Bridge: closed\"\n---\n# Why\n\na", &["title: Bridge: closed", "heading: Why", "paragraph: a"]);
        check("---\ntitle: Bridge closed\n---\n# Bridge closed\n\na", &["title: Bridge closed", "paragraph: a"]);
    }
}
