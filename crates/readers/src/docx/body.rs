//! The text of a part: its paragraphs and tables, without what was deleted under tracking.

use crossread_engine::{DocumentPiece, Role};

use super::styles::Styles;
use crate::pieces::Pieces;
use crate::table::Table;
use crate::xml::{Element, Node, Xml};

/// Reads a part (the document's text, its notes, a header); also says whether it broke off.
pub(super) fn read(text: &str, styles: &Styles) -> (Vec<DocumentPiece>, bool) {
    let mut reader =
        Reader { styles, pieces: Pieces::default(), paragraphs: Vec::new(), table: Table::default(), tables: 0, joined: String::new() };
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next() {
        match node {
            Node::Open(element) if is_left_out(&element) => xml.skip_element(),
            Node::Open(element) => reader.open(&element, &mut xml),
            Node::Close(name) => reader.close(&name),
            Node::Text(_) => {}
        }
    }
    while !reader.paragraphs.is_empty() {
        reader.end_paragraph();
    }
    reader.end_tables();
    (reader.pieces.finish(), xml.broken)
}

/// Elements whose text is not the document's: deleted or moved away under tracking, a second version for older programs, what a ruby says how to
/// read, and the marks that separate notes.
fn is_left_out(element: &Element<'_>) -> bool {
    match element.name() {
        "del" | "moveFrom" | "Fallback" | "rt" | "instrText" | "delText" => true,
        "footnote" | "endnote" => element.attr("type").is_some_and(|kind| kind != "normal"),
        _ => false,
    }
}

struct Reader<'a> {
    styles: &'a Styles,
    pieces: Pieces,
    /// The open paragraphs: those in a text box stand inside the one it hangs on.
    paragraphs: Vec<Paragraph>,
    table: Table,
    /// How many tables are open; those inside another are text of its cells.
    tables: usize,
    /// Text of a paragraph whose end was deleted: it belongs to the next.
    joined: String,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    role: Option<Role>,
    listed: Option<bool>,
    hidden: bool,
    end_deleted: bool,
}

impl Reader<'_> {
    fn open(&mut self, element: &Element<'_>, xml: &mut Xml<'_>) {
        match element.name() {
            "p" => self.paragraphs.push(Paragraph { text: std::mem::take(&mut self.joined), ..Paragraph::default() }),
            "pPr" => self.properties(xml),
            "r" => self.hide(false),
            "rPr" => self.run_properties(xml),
            "t" => {
                let text = xml.inner_text();
                self.write(&text);
            }
            "tab" | "ptab" => self.write("\t"),
            "br" if element.attr("type").is_none_or(|kind| kind == "textWrapping") => self.write("\n"),
            "cr" => self.write("\n"),
            "noBreakHyphen" => self.write("-"),
            "tbl" => self.tables += 1,
            "tr" if self.tables == 1 => self.table.row(),
            "tc" if self.tables == 1 => self.table.cell(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "tbl" => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0 {
                    self.end_tables();
                }
            }
            _ => {}
        }
    }

    /// Reads a paragraph's properties to their end.
    fn properties(&mut self, xml: &mut Xml<'_>) {
        let mut depth = 1;
        while depth > 0
            && let Some(node) = xml.next()
        {
            match node {
                Node::Close(_) => depth -= 1,
                Node::Text(_) => {}
                Node::Open(element) => {
                    depth += 1;
                    let Some(paragraph) = self.paragraphs.last_mut() else { continue };
                    let value = || element.attr("val").unwrap_or_default();
                    match element.name() {
                        "pStyle" => paragraph.role = self.styles.role(&value()).or(paragraph.role),
                        "outlineLvl" if value() != "9" => paragraph.role = Some(Role::Heading),
                        "numId" => paragraph.listed = Some(value() != "0"),
                        "del" => paragraph.end_deleted = true,
                        // An older version of the properties, kept by tracking.
                        "pPrChange" => {
                            xml.skip_element();
                            depth -= 1;
                        }
                        _ => {}
                    }
                }
            }
        }
    }

    /// Reads a run's properties to their end: only whether its text is hidden matters.
    fn run_properties(&mut self, xml: &mut Xml<'_>) {
        let mut depth = 1;
        while depth > 0
            && let Some(node) = xml.next()
        {
            match node {
                Node::Close(_) => depth -= 1,
                Node::Text(_) => {}
                Node::Open(element) => {
                    depth += 1;
                    if element.name() == "vanish" && !element.is_off() {
                        self.hide(true);
                    }
                }
            }
        }
    }

    fn hide(&mut self, hidden: bool) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.hidden = hidden;
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut()
            && !paragraph.hidden
        {
            paragraph.text.push_str(text);
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        if paragraph.end_deleted {
            self.joined = paragraph.text;
            return;
        }
        let role = match (paragraph.role, paragraph.listed) {
            (None | Some(Role::Paragraph), Some(true)) => Role::ListItem,
            (Some(Role::ListItem), Some(false)) | (None, _) => Role::Paragraph,
            (Some(role), _) => role,
        };
        if self.tables > 0 {
            self.table.add(role, paragraph.text);
        } else {
            self.pieces.add(role, paragraph.text);
        }
    }

    fn end_tables(&mut self) {
        std::mem::take(&mut self.table).end(&mut self.pieces);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(body: &str, want: &[&str]) {
        let (pieces, broken) = read(&format!("<w:document><w:body>{body}</w:body></w:document>"), &Styles::default());
        let got: Vec<String> = pieces.iter().map(|piece| format!("{}: {}", piece.role.name(), piece.text)).collect();
        assert_eq!(got, want, "{body}");
        assert!(!broken);
    }

    #[test]
    fn text() {
        check(
            "<w:p><w:r><w:t>The </w:t></w:r><w:hyperlink><w:r><w:t>bridge &amp; port</w:t></w:r></w:hyperlink></w:p>",
            &["paragraph: The bridge & port"],
        );
        check(
            "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>",
            &["paragraph: a\tb\nc"],
        );
        check("<w:p><w:pPr><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", &["list-item: a"]);
        check("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r><w:r><w:t>a</w:t></w:r></w:p>", &["paragraph: a"]);
        check("<w:p><w:r><w:instrText>HYPERLINK x</w:instrText><w:t>a</w:t></w:r></w:p>", &["paragraph: a"]);
    }

    #[test]
    fn tracked_changes_are_accepted() {
        check(
            "<w:p><w:r><w:t>14,000</w:t></w:r><w:del><w:r><w:delText> or 15,000</w:delText></w:r></w:del><w:ins><w:r><w:t> cars</w:t></w:r></w:ins></w:p>",
            &["paragraph: 14,000 cars"],
        );
        check(
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a </w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>",
            &["paragraph: a b"],
        );
        check("<w:p><w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>b</w:t></w:r></w:moveTo></w:p>", &["paragraph: b"]);
    }

    #[test]
    fn text_boxes_stand_apart() {
        check(
            "<w:p><w:r><w:t>a</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>b</w:t></w:r></w:p>",
            &["paragraph: box", "paragraph: ab"],
        );
    }

    #[test]
    fn tables() {
        let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
        let row = |a: &str, b: &str| format!("<w:tr>{}{}</w:tr>", cell(a), cell(b));
        check(&format!("<w:tbl>{}{}</w:tbl>", row("Lane", "Cars"), row("North", "7,000")), &["table: Lane\tCars\nNorth\t7,000"]);
        check(&format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("A paragraph in a frame")), &["paragraph: A paragraph in a frame"]);
        let nested = format!("<w:tc><w:tbl>{}</w:tbl></w:tc>", row("x", "y"));
        check(&format!("<w:tbl><w:tr>{}{nested}</w:tr>{}</w:tbl>", cell("a"), row("b", "c")), &["table: a\tx y\nb\tc"]);
    }
}
