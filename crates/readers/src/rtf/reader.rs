//! RTF's tokens to paragraphs.

use std::collections::BTreeMap;

use crossread_engine::{DocumentPiece, Role, ingest};

use super::charset;
use super::token::Token;
use crate::built_in_styles;
use crate::pieces::Pieces;
use crate::properties::Properties;
use crate::table::Table;

/// What a document gives.
pub(super) struct Read {
    /// Heads, text, notes, feet.
    pub(super) pieces: Vec<DocumentPiece>,
    /// What it says about itself.
    pub(super) properties: Properties,
    /// Character set of what is not written as Unicode.
    pub(super) charset: &'static str,
    /// Whether groups were left open.
    pub(super) broken: bool,
}

/// What a group holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Text,
    Header,
    Footer,
    Note,
    Fonts,
    Styles,
    /// Information of which nothing is of use, but for groups inside.
    Info,
    Title,
    Author,
    Created,
    Nothing,
}

/// What a group sets and its end takes back.
#[derive(Clone)]
struct Group {
    target: Target,
    charset: Option<&'static str>,
    /// Characters that stand after each Unicode one for programs that do not know it.
    fallback: usize,
    hidden: bool,
    style: i32,
    outlined: bool,
    listed: bool,
    in_table: bool,
}

/// Reads tokens.
pub(super) struct Reader {
    groups: Vec<Group>,
    text: Pieces,
    headers: Pieces,
    footers: Pieces,
    notes: Pieces,
    /// The paragraph of the text being written.
    paragraph: String,
    table: Table,
    in_row: bool,
    in_cell: bool,
    /// Bytes not yet decoded: a character may be two of them.
    bytes: Vec<u8>,
    /// Unicode characters not yet written: one may be two of them.
    units: Vec<u16>,
    /// Characters still to skip after a Unicode one.
    skip: usize,
    /// Whether `\*` was just read: a target that is not known is to be skipped.
    starred: bool,
    charset: &'static str,
    fonts: BTreeMap<i32, &'static str>,
    font: i32,
    styles: BTreeMap<i32, Role>,
    /// The name of a style, an author … while it is written.
    name: String,
    properties: Properties,
    created: [Option<i32>; 5],
}

/// Targets whose content is no text of the document.
const SKIPPED: &[&str] = &[
    "annotation",
    "atnauthor",
    "atnid",
    "background",
    "bkmkend",
    "bkmkstart",
    "colortbl",
    "datafield",
    "do",
    "docvar",
    "falt",
    "filetbl",
    "fldinst",
    "formfield",
    "ftnsep",
    "ftnsepc",
    "aftnsep",
    "aftnsepc",
    "generator",
    "latentstyles",
    "listoverridetable",
    "listtable",
    "listtext",
    "nonshppict",
    "objdata",
    "object",
    "panose",
    "pict",
    "pntext",
    "private",
    "revtbl",
    "rsidtbl",
    "sp",
    "tc",
    "template",
    "themedata",
    "userprops",
    "xe",
    "xmlnstbl",
];

impl Reader {
    pub(super) fn new() -> Self {
        Self {
            groups: Vec::new(),
            text: Pieces::default(),
            headers: Pieces::default(),
            footers: Pieces::default(),
            notes: Pieces::default(),
            paragraph: String::new(),
            table: Table::default(),
            in_row: false,
            in_cell: false,
            bytes: Vec::new(),
            units: Vec::new(),
            skip: 0,
            starred: false,
            charset: "windows-1252",
            fonts: BTreeMap::new(),
            font: 0,
            styles: BTreeMap::new(),
            name: String::new(),
            properties: Properties::default(),
            created: [None; 5],
        }
    }

    /// Reads one token.
    pub(super) fn take(&mut self, token: Token<'_>) {
        let starred = std::mem::take(&mut self.starred);
        match token {
            Token::Open => {
                self.flush();
                self.skip = 0;
                let group = self.groups.last().cloned().unwrap_or(Group {
                    target: Target::Text,
                    charset: None,
                    fallback: 1,
                    hidden: false,
                    style: 0,
                    outlined: false,
                    listed: false,
                    in_table: false,
                });
                self.groups.push(group);
            }
            Token::Close => self.close(),
            Token::Symbol(b'*') => self.starred = true,
            _ if self.skips(token) => {}
            Token::Byte(byte) => {
                if !self.units.is_empty() {
                    self.flush();
                }
                if self.target() != Target::Nothing {
                    self.bytes.push(byte);
                }
            }
            Token::Symbol(symbol) => match symbol {
                b'~' => self.write("\u{a0}"),
                b'_' => self.write("-"),
                b'{' | b'}' | b'\\' => self.write(char::from(symbol).encode_utf8(&mut [0; 4])),
                b'\r' | b'\n' => self.end_paragraph(),
                _ => {}
            },
            Token::Word("u", Some(unit)) => {
                if !self.bytes.is_empty() {
                    self.flush();
                }
                // Signed 16 bits; some programs write them unsigned.
                self.units.push(u16::try_from(unit.rem_euclid(0x1_0000)).unwrap_or(0xfffd));
                self.skip = self.group(|group| group.fallback);
            }
            Token::Word(name, value) => self.word(name, value, starred),
        }
    }

    /// Everything there was.
    pub(super) fn finish(mut self) -> Read {
        let broken = !self.groups.is_empty();
        while !self.groups.is_empty() {
            self.close();
        }
        self.flush();
        self.end_paragraph();
        self.end_table();
        if let [Some(year), Some(month), Some(day), hour, minute] = self.created {
            let clock = hour.zip(minute).map(|(hour, minute)| format!("T{hour:02}:{minute:02}")).unwrap_or_default();
            self.properties.set_created(&format!("{year:04}-{month:02}-{day:02}{clock}"));
        }
        let mut pieces = self.headers.finish();
        for more in [self.text, self.notes, self.footers] {
            pieces.extend(more.finish());
        }
        Read { pieces, properties: self.properties, charset: self.charset, broken }
    }

    /// Whether a token is one of those that stand after a Unicode character.
    fn skips(&mut self, token: Token<'_>) -> bool {
        let counts = matches!(token, Token::Byte(_) | Token::Symbol(_));
        if self.skip == 0 || !counts {
            return false;
        }
        self.skip -= 1;
        true
    }

    fn target(&self) -> Target {
        self.groups.last().map_or(Target::Nothing, |group| group.target)
    }

    fn group<T: Default>(&self, read: impl Fn(&Group) -> T) -> T {
        self.groups.last().map(read).unwrap_or_default()
    }

    fn set(&mut self, change: impl FnOnce(&mut Group)) {
        if let Some(group) = self.groups.last_mut() {
            change(group);
        }
    }

    fn close(&mut self) {
        self.flush();
        self.skip = 0;
        let Some(group) = self.groups.pop() else { return };
        let outer = self.groups.last().map(|group| group.target);
        match group.target {
            Target::Styles => self.end_style(&group),
            target if Some(target) == outer => {}
            Target::Header => self.headers.end(Role::Boilerplate),
            Target::Footer => self.footers.end(Role::Boilerplate),
            Target::Note => self.notes.end(Role::Paragraph),
            Target::Title => {
                let title = std::mem::take(&mut self.name);
                self.properties.set_title(&title);
            }
            Target::Author => {
                let author = std::mem::take(&mut self.name);
                self.properties.set_author(&author);
            }
            _ => {}
        }
    }

    fn word(&mut self, name: &str, value: Option<i32>, starred: bool) {
        self.flush();
        self.skip = 0;
        let on = value != Some(0);
        if SKIPPED.contains(&name) {
            self.set(|group| group.target = Target::Nothing);
            return;
        }
        let known = match name {
            "header" | "headerl" | "headerr" | "headerf" => Some(Target::Header),
            "footer" | "footerl" | "footerr" | "footerf" => Some(Target::Footer),
            "footnote" => Some(Target::Note),
            "fonttbl" => Some(Target::Fonts),
            "stylesheet" => Some(Target::Styles),
            "info" => Some(Target::Info),
            "title" if self.target() == Target::Info => Some(Target::Title),
            "author" if self.target() == Target::Info => Some(Target::Author),
            "creatim" if self.target() == Target::Info => Some(Target::Created),
            // The text of a text box stands in a group that is skipped otherwise.
            "shptxt" => Some(Target::Text),
            _ => None,
        };
        if let Some(target) = known {
            if target == Target::Title || target == Target::Author {
                self.name.clear();
            }
            self.set(|group| group.target = target);
            return;
        }
        if starred && name != "cs" && name != "shpinst" {
            self.set(|group| group.target = Target::Nothing);
            return;
        }
        match name {
            "par" | "sect" | "page" => self.end_paragraph(),
            "cell" | "nestcell" => self.end_cell(),
            "row" => self.in_row = false,
            "line" | "lbr" => self.write("\n"),
            "tab" => self.write("\t"),
            "emdash" => self.write("—"),
            "endash" => self.write("–"),
            "lquote" => self.write("‘"),
            "rquote" => self.write("’"),
            "ldblquote" => self.write("“"),
            "rdblquote" => self.write("”"),
            "bullet" => self.write("•"),
            "emspace" | "enspace" | "qmspace" => self.write(" "),
            "pard" => self.set(|group| {
                (group.style, group.outlined, group.listed, group.in_table) = (0, false, false, false);
            }),
            "plain" => self.set(|group| group.hidden = false),
            "v" | "deleted" => self.set(|group| group.hidden = on),
            "s" => self.set(|group| group.style = value.unwrap_or(0)),
            "outlinelevel" => self.set(|group| group.outlined = value.is_some_and(|level| level < 9)),
            "ls" | "pnlvlblt" | "pnlvlbody" => self.set(|group| group.listed = true),
            "intbl" => self.set(|group| group.in_table = true),
            "uc" => self.set(|group| group.fallback = value.and_then(|n| usize::try_from(n).ok()).unwrap_or(1).min(8)),
            "ansicpg" => self.charset = charset::of_code_page(value.unwrap_or(1252)),
            "mac" => self.charset = charset::of_code_page(10000),
            "f" if self.target() == Target::Fonts => self.font = value.unwrap_or(0),
            "f" => {
                let charset = self.fonts.get(&value.unwrap_or(0)).copied();
                self.set(|group| group.charset = charset);
            }
            "fcharset" => self.fonts.extend(charset::of_font(value.unwrap_or(0)).map(|charset| (self.font, charset))),
            "yr" | "mo" | "dy" | "hr" | "min" if self.target() == Target::Created => {
                let slot = ["yr", "mo", "dy", "hr", "min"].iter().position(|known| *known == name).unwrap_or(0);
                self.created[slot] = value.filter(|n| (0..10_000).contains(n));
            }
            _ => {}
        }
    }

    /// Decodes and writes what was collected.
    fn flush(&mut self) {
        if !self.units.is_empty() {
            let text = String::from_utf16_lossy(&std::mem::take(&mut self.units));
            self.put(&text);
        }
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let charset = self.group(|group| group.charset).unwrap_or(self.charset);
            if let Some(decoded) = ingest::decode_label(&bytes, charset) {
                self.put(&decoded.text);
            }
        }
    }

    fn write(&mut self, text: &str) {
        self.flush();
        self.put(text);
    }

    /// Writes where the group says.
    fn put(&mut self, text: &str) {
        if self.group(|group| group.hidden) {
            return;
        }
        match self.target() {
            Target::Text => self.paragraph.push_str(text),
            Target::Header => self.headers.write(text),
            Target::Footer => self.footers.write(text),
            Target::Note => self.notes.write(text),
            Target::Styles | Target::Title | Target::Author => self.name.push_str(text),
            Target::Fonts | Target::Info | Target::Created | Target::Nothing => {}
        }
    }

    /// The role of the paragraph being written.
    fn role(&self) -> Role {
        let Some(group) = self.groups.last() else { return Role::Paragraph };
        let styled = self.styles.get(&group.style).copied();
        let listed = if group.listed { Role::ListItem } else { Role::Paragraph };
        if group.outlined { styled.unwrap_or(Role::Heading) } else { styled.unwrap_or(listed) }
    }

    fn end_paragraph(&mut self) {
        self.flush();
        let role = self.role();
        match self.target() {
            Target::Header => self.headers.end(Role::Boilerplate),
            Target::Footer => self.footers.end(Role::Boilerplate),
            Target::Note => self.notes.end(Role::Paragraph),
            _ if self.group(|group| group.in_table) => self.add_to_cell(role),
            _ => {
                let paragraph = std::mem::take(&mut self.paragraph);
                if !paragraph.trim().is_empty() {
                    self.end_table();
                    self.text.add(role, paragraph);
                }
            }
        }
    }

    fn end_cell(&mut self) {
        self.flush();
        let role = self.role();
        self.add_to_cell(role);
        self.in_cell = false;
    }

    fn add_to_cell(&mut self, role: Role) {
        if !self.in_row {
            self.table.row();
            (self.in_row, self.in_cell) = (true, false);
        }
        if !self.in_cell {
            self.table.cell();
            self.in_cell = true;
        }
        self.table.add(role, std::mem::take(&mut self.paragraph));
    }

    fn end_table(&mut self) {
        (self.in_row, self.in_cell) = (false, false);
        std::mem::take(&mut self.table).end(&mut self.text);
    }

    /// Keeps the role of a style whose group ends.
    fn end_style(&mut self, group: &Group) {
        let name = std::mem::take(&mut self.name).trim().trim_end_matches(';').to_lowercase();
        let role = built_in_styles::role(&name).or(group.outlined.then_some(Role::Heading));
        if !name.is_empty() {
            self.styles.extend(role.map(|role| (group.style, role)));
        }
    }
}
