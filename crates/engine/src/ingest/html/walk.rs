//! One walk over a page: its whole text and its pieces, in reading order.
//!
//! What the pieces are worth is decided later and never changes the text.

use super::names::{self, Family};
use super::tree::{Data, Tree};
use crate::{Role, Span, ingest::clean};

/// A page's text and pieces.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The text a reader sees, hidden parts included.
    pub(super) text: String,
    /// In text order; what lies between them is white space.
    pub(super) pieces: Vec<Piece>,
}

/// A run of text that stands apart: what will be a block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Where it stands in the page's text.
    pub(super) span: Span,
    /// The node its first character comes from.
    pub(super) node: usize,
    /// The role its elements give it.
    pub(super) role: Role,
    /// How many of its bytes stand inside links.
    pub(super) linked: usize,
    /// Whether it is hidden, or the label of a button.
    pub(super) hidden: bool,
}

/// What the open elements say about the text inside them; each element starts from its parent's.
#[derive(Clone, Copy)]
struct Context {
    /// Index after the element's last descendant.
    end: usize,
    role: Role,
    block: bool,
    link: bool,
    hidden: bool,
    /// Line ends are kept.
    pre: bool,
    table: Grid,
}

/// Where a context is in a table of data.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grid {
    Outside,
    /// In the table, in no row.
    Table,
    Row,
    Cell,
}

/// Walks the page.
pub(super) fn walk(tree: &Tree) -> Page {
    let mut pen = Pen::default();
    let mut open: Vec<Context> = vec![Context {
        end: tree.nodes.len(),
        role: Role::Paragraph,
        block: true,
        link: false,
        hidden: false,
        pre: false,
        table: Grid::Outside,
    }];
    let mut at = 1;
    while at < tree.nodes.len() {
        while let Some(context) = open.last()
            && context.end <= at
            && open.len() > 1
        {
            let left = *context;
            open.pop();
            pen.leave(left, open.last().copied().unwrap_or(left));
        }
        let Some(parent) = open.last().copied() else { break };
        let node = &tree.nodes[at];
        match &node.data {
            Data::Text(text) => pen.write(text, at, parent),
            Data::Element { name, .. } => {
                if names::is_unseen(name) {
                    at = node.end;
                    continue;
                }
                if &**name == "br" {
                    pen.line_end(parent);
                } else if node.end > at + 1 {
                    let context = enter(tree, at, name, parent);
                    pen.enter(context, parent);
                    open.push(context);
                } else if names::family(name) != Family::Inline {
                    pen.enter(Context { block: true, ..parent }, parent);
                }
            }
        }
        at += 1;
    }
    pen.flush();
    Page { text: pen.text, pieces: pen.pieces }
}

/// The context inside an element.
fn enter(tree: &Tree, at: usize, name: &str, parent: Context) -> Context {
    let family = names::family(name);
    let role = match name {
        _ if parent.table != Grid::Outside => Role::Table,
        "table" if is_data_table(tree, at) => Role::Table,
        _ if names::heading(name).is_some() => Role::Heading,
        "figcaption" | "caption" => Role::Caption,
        "blockquote" => Role::Quotation,
        "li" | "dt" | "dd" if parent.role != Role::Quotation => Role::ListItem,
        _ => parent.role,
    };
    let table = match (parent.table, name) {
        (Grid::Outside, "table") if role == Role::Table => Grid::Table,
        (Grid::Table, "tr") => Grid::Row,
        (Grid::Table | Grid::Row, "td" | "th") => Grid::Cell,
        (grid, _) => grid,
    };
    Context {
        end: tree.nodes[at].end,
        role,
        block: family != Family::Inline,
        link: parent.link || name == "a",
        hidden: parent.hidden || name == "button" || is_hidden(tree, at),
        pre: parent.pre || name == "pre",
        table,
    }
}

/// Whether an element is not shown.
fn is_hidden(tree: &Tree, node: usize) -> bool {
    let style = tree.attr(node, "style").unwrap_or_default();
    let says_none = style.split(';').any(|rule| {
        let (key, value) = rule.split_once(':').unwrap_or_default();
        let (key, value) = (key.trim(), value.trim());
        (key.eq_ignore_ascii_case("display") && value.to_ascii_lowercase().starts_with("none"))
            || (key.eq_ignore_ascii_case("visibility") && value.to_ascii_lowercase().starts_with("hidden"))
    });
    says_none || tree.attr(node, "hidden").is_some() || tree.attr(node, "aria-hidden") == Some("true")
}

/// A table of short cells is data; one that holds paragraphs, headings or other tables lays out a page.
fn is_data_table(tree: &Tree, table: usize) -> bool {
    let (mut rows, mut cells, mut bytes) = (0, 0, 0);
    for at in table + 1..tree.nodes[table].end {
        match &tree.nodes[at].data {
            Data::Text(text) => bytes += text.trim().len(),
            Data::Element { name, .. } => match &**name {
                "table" | "article" | "section" | "h1" | "h2" => return false,
                "tr" => rows += 1,
                "td" | "th" => cells += 1,
                _ => {}
            },
        }
    }
    rows > 1 && cells > rows && bytes < cells * 200
}

/// Writes text, collapsing white space as a browser does.
#[derive(Default)]
struct Pen {
    text: String,
    pieces: Vec<Piece>,
    /// The piece being written, its end not yet set.
    piece: Option<Piece>,
    /// White space owed before the next character.
    owed: Owed,
}

/// White space between two characters, the stronger later.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Owed {
    #[default]
    Nothing,
    Space,
    Tab,
    Line,
}

impl Pen {
    fn enter(&mut self, context: Context, parent: Context) {
        match context.table {
            Grid::Outside if context.block => self.flush(),
            Grid::Table if parent.table == Grid::Outside => self.flush(),
            _ => self.table_break(context),
        }
    }

    fn leave(&mut self, context: Context, parent: Context) {
        match context.table {
            Grid::Outside if context.block => self.flush(),
            Grid::Table if parent.table == Grid::Outside => self.flush(),
            Grid::Row if parent.table == Grid::Table => self.owe(Owed::Line),
            Grid::Cell if parent.table != Grid::Cell => self.owe(Owed::Tab),
            _ => self.table_break(context),
        }
    }

    /// Inside a table, blocks are only words apart: the row is the line.
    fn table_break(&mut self, context: Context) {
        if context.block {
            self.owe(if context.table == Grid::Cell { Owed::Space } else { Owed::Line });
        }
    }

    fn owe(&mut self, owed: Owed) {
        if self.piece.is_some() {
            self.owed = self.owed.max(owed);
        }
    }

    /// A `<br>`: one ends a line, two end a paragraph.
    fn line_end(&mut self, context: Context) {
        if context.table == Grid::Cell {
            self.owe(Owed::Space);
        } else if self.owed == Owed::Line && context.table == Grid::Outside {
            self.flush();
        } else {
            self.owe(Owed::Line);
        }
    }

    fn write(&mut self, text: &str, node: usize, context: Context) {
        if let Some(piece) = &self.piece
            && piece.hidden != context.hidden
            && !text.trim().is_empty()
        {
            self.flush();
        }
        for c in text.chars() {
            if c == '\n' && context.pre {
                self.line_end(context);
            } else if c.is_whitespace() {
                self.owe(Owed::Space);
            } else if !clean::is_invisible(c) {
                self.put(c, node, context);
            }
        }
    }

    fn put(&mut self, c: char, node: usize, context: Context) {
        let start = self.text.len();
        if self.piece.is_none() {
            self.text.push_str(if start == 0 { "" } else { "\n\n" });
            let start = self.text.len();
            let Context { role, hidden, .. } = context;
            self.piece = Some(Piece { span: Span { start, end: start }, node, role, linked: 0, hidden });
        } else {
            match self.owed {
                Owed::Nothing => {}
                Owed::Space => self.text.push(' '),
                Owed::Tab => self.text.push('\t'),
                Owed::Line => self.text.push('\n'),
            }
        }
        self.owed = Owed::Nothing;
        self.text.push(c);
        if let Some(piece) = &mut self.piece
            && context.link
        {
            piece.linked += self.text.len() - start;
        }
    }

    fn flush(&mut self) {
        self.owed = Owed::Nothing;
        if let Some(mut piece) = self.piece.take() {
            piece.span.end = self.text.len();
            self.pieces.push(piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, want: &[&str]) {
        let page = walk(&Tree::parse(html));
        let got: Vec<String> = page
            .pieces
            .iter()
            .map(|p| {
                let hidden = if p.hidden { "hidden " } else { "" };
                format!("{hidden}{}: {}", p.role.name(), &page.text[p.span.start..p.span.end])
            })
            .collect();
        assert_eq!(got, want, "{html}");
    }

    #[test]
    fn pieces() {
        check("<p>One <b>bold</b>\n word.<p>Two", &["paragraph: One bold word.", "paragraph: Two"]);
        check("one<br>two<br><br>three", &["paragraph: one\ntwo", "paragraph: three"]);
        check("<div>a<div>b</div>c</div>", &["paragraph: a", "paragraph: b", "paragraph: c"]);
        check("<ul><li>a <a href=x>b</a><li><p>c</ul>", &["list-item: a b", "list-item: c"]);
        check("<h2>Head</h2><blockquote><p>Said.</blockquote>", &["heading: Head", "quotation: Said."]);
        check("<figure><img alt=x><figcaption>Cap</figcaption></figure>", &["caption: Cap"]);
        check("<table><tr><th>a<th>b<tr><td><p>1</p><td>2</table>z", &["table: a\tb\n1\t2", "paragraph: z"]);
        check("<table><tr><td><h1>t</h1><p>a</td></tr></table>", &["heading: t", "paragraph: a"]);
        check("a<span hidden>b</span><script>c</script>d", &["paragraph: a", "hidden paragraph: b", "paragraph: d"]);
        check("<p style='color:red; display: none'>x</p>", &["hidden paragraph: x"]);
        check("<pre>one\n  two\n\nthree</pre>", &["paragraph: one\ntwo", "paragraph: three"]);
        check(" \u{a0}<p>\u{200b}</p>a&nbsp;b", &["paragraph: a b"]);
    }
}
