//! The text of a document: its paragraphs, headings, lists and tables.

use crossread_engine::{DocumentPiece, Role};

use super::styles::Styles;
use crate::pieces::Pieces;
use crate::table::Table;
use crate::xml::{Element, Node, Xml};

/// What a document's text gives.
pub(super) struct Content {
    /// In reading order, notes last.
    pub(super) pieces: Vec<DocumentPiece>,
    /// Whether it broke off.
    pub(super) broken: bool,
}

/// What stands above and below the text of every page.
#[derive(Default)]
pub(super) struct Margins {
    pub(super) headers: Vec<DocumentPiece>,
    pub(super) footers: Vec<DocumentPiece>,
}

/// Reads `content.xml`.
pub(super) fn read(text: &str, styles: &Styles) -> Content {
    let mut xml = Xml::new(text);
    // Before the body, patterns for dates and numbers have elements of the same name.
    let mut found = false;
    for wanted in ["body", "text"] {
        found = xml.any(|node| matches!(&node, Node::Open(element) if element.name() == wanted));
    }
    let mut reader = Reader::new(styles);
    reader.read(&mut xml);
    Content { pieces: reader.finish(), broken: xml.broken || !found }
}

/// Reads the running heads and feet out of `styles.xml`.
pub(super) fn margins(text: &str) -> Margins {
    let none = Styles::default();
    let mut margins = Margins::default();
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next() {
        let Node::Open(element) = node else { continue };
        let side = match element.name() {
            "header" | "header-first" | "header-left" => &mut margins.headers,
            "footer" | "footer-first" | "footer-left" => &mut margins.footers,
            _ => continue,
        };
        let mut reader = Reader::new(&none);
        reader.read(&mut xml);
        side.extend(reader.finish().into_iter().map(|piece| DocumentPiece { role: Role::Boilerplate, ..piece }));
    }
    margins
}

/// Elements whose text is not the document's: what tracking keeps of deleted text, comments, the numbers of notes, how a ruby is read, scripts.
const LEFT_OUT: &[&str] =
    &["tracked-changes", "annotation", "note-citation", "ruby-text", "forms", "event-listeners", "title", "desc", "script"];

/// Lists that programs make out of the text.
const INDEXES: &[&str] =
    &["table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index", "bibliography"];

struct Reader<'a> {
    styles: &'a Styles,
    pieces: Pieces,
    notes: Pieces,
    /// The open paragraphs: those of a note or text box stand inside the one they hang on.
    paragraphs: Vec<(Role, String)>,
    table: Table,
    tables: usize,
    lists: usize,
    note: usize,
    index: usize,
}

impl<'a> Reader<'a> {
    fn new(styles: &'a Styles) -> Self {
        Self {
            styles,
            pieces: Pieces::default(),
            notes: Pieces::default(),
            paragraphs: Vec::new(),
            table: Table::default(),
            tables: 0,
            lists: 0,
            note: 0,
            index: 0,
        }
    }

    /// Reads to the end of the element just opened.
    fn read(&mut self, xml: &mut Xml<'_>) {
        let mut depth = 1_usize;
        while depth > 0
            && let Some(node) = xml.next()
        {
            match node {
                Node::Open(element) if LEFT_OUT.contains(&element.name()) => xml.skip_element(),
                Node::Open(element) => {
                    depth += 1;
                    self.open(&element);
                }
                Node::Close(name) => {
                    depth -= 1;
                    if depth > 0 {
                        self.close(&name);
                    }
                }
                Node::Text(text) => self.write(&folded(&text)),
            }
        }
    }

    fn finish(mut self) -> Vec<DocumentPiece> {
        while !self.paragraphs.is_empty() {
            self.end_paragraph();
        }
        std::mem::take(&mut self.table).end(&mut self.pieces);
        let mut pieces = self.pieces.finish();
        pieces.extend(self.notes.finish());
        pieces
    }

    fn open(&mut self, element: &Element<'_>) {
        match element.name() {
            "h" | "p" => {
                let role = self.role(element);
                self.paragraphs.push((role, String::new()));
            }
            "s" => {
                let count = element.attr("c").and_then(|count| count.parse().ok()).unwrap_or(1_usize);
                // White space is folded later: how much there is does not matter.
                self.write(if count > 0 { " " } else { "" });
            }
            "tab" => self.write("\t"),
            "line-break" => self.write("\n"),
            "list-item" | "list-header" => self.lists += 1,
            "note" => self.note += 1,
            "table" => self.tables += 1,
            "table-row" if self.tables == 1 => self.table.row(),
            "table-cell" if self.tables == 1 => self.table.cell(),
            name if INDEXES.contains(&name) => self.index += 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        let less = |n: &mut usize| *n = n.saturating_sub(1);
        match name {
            "h" | "p" => self.end_paragraph(),
            "list-item" | "list-header" => less(&mut self.lists),
            "note" => less(&mut self.note),
            "table" => {
                less(&mut self.tables);
                if self.tables == 0 {
                    std::mem::take(&mut self.table).end(&mut self.pieces);
                }
            }
            name if INDEXES.contains(&name) => less(&mut self.index),
            _ => {}
        }
    }

    fn role(&self, element: &Element<'_>) -> Role {
        let styled = element.attr("style-name").and_then(|style| self.styles.role(&style));
        if self.index > 0 {
            Role::Boilerplate
        } else if element.name() == "h" {
            styled.filter(|role| *role == Role::Title).unwrap_or(Role::Heading)
        } else if self.lists > 0 {
            Role::ListItem
        } else {
            styled.unwrap_or(Role::Paragraph)
        }
    }

    fn write(&mut self, text: &str) {
        if let Some((_, paragraph)) = self.paragraphs.last_mut() {
            paragraph.push_str(text);
        }
    }

    fn end_paragraph(&mut self) {
        let Some((role, text)) = self.paragraphs.pop() else { return };
        if self.note > 0 {
            self.notes.add(role, text);
        } else if self.tables > 0 {
            self.table.add(role, text);
        } else {
            self.pieces.add(role, text);
        }
    }
}

/// Line ends in the markup are white space and no line ends of the text.
fn folded(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(body: &str, want: &[&str]) {
        let text =
            format!("<office:document-content><office:body><office:text>{body}</office:text></office:body></office:document-content>");
        let content = read(&text, &Styles::default());
        let got: Vec<String> = content.pieces.iter().map(|piece| format!("{}: {}", piece.role.name(), piece.text)).collect();
        assert_eq!(got, want, "{body}");
        assert!(!content.broken);
    }

    #[test]
    fn text() {
        check(
            "<text:h>Why</text:h><text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d <text:a>e</text:a>\n f</text:p>",
            &["heading: Why", "paragraph: a b\tc\nd e  f"],
        );
        check(
            "<text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item></text:list><text:p>c</text:p>",
            &["list-item: a", "list-item: b", "paragraph: c"],
        );
        check(
            "<text:p text:style-name='Title'>a</text:p><text:table-of-content><text:p>b</text:p></text:table-of-content>",
            &["title: a", "boilerplate: b"],
        );
        check(
            "<text:tracked-changes><text:deletion><text:p>gone</text:p></text:deletion></text:tracked-changes><text:p>a<text:change text:change-id='1'/></text:p>",
            &["paragraph: a"],
        );
    }

    #[test]
    fn notes_stand_at_the_end() {
        check(
            "<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note>b</text:p><text:p>c</text:p>",
            &["paragraph: ab", "paragraph: c", "paragraph: note"],
        );
    }

    #[test]
    fn tables() {
        let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
        let row = |a: &str, b: &str| format!("<table:table-row>{}{}</table:table-row>", cell(a), cell(b));
        check(
            &format!("<table:table>{}{}</table:table>", row("Lane", "Cars"), row("North", "7,000")),
            &["table: Lane\tCars\nNorth\t7,000"],
        );
    }

    #[test]
    fn running_heads() {
        let margins = margins(
            "<s><style:master-page><style:header><text:p>Lowmere Ledger</text:p></style:header><style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page></s>",
        );
        assert_eq!((margins.headers[0].text.as_str(), margins.footers[0].text.as_str()), ("Lowmere Ledger", "Page 1"));
    }
}
