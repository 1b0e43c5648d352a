//! Writes small PDFs, object by object, as tests need them.

use crossread_engine::{Document, Role, Source};
use crossread_pdf::PdfError;

/// The objects of a file, numbered from 1.
#[derive(Default)]
pub(crate) struct Objects(Vec<Vec<u8>>);

impl Objects {
    /// Adds an object; gives its number.
    pub(crate) fn add(&mut self, body: impl AsRef<[u8]>) -> usize {
        self.0.push(body.as_ref().to_vec());
        self.0.len()
    }

    /// Adds a stream; `dict` is what stands in its dictionary besides the length.
    pub(crate) fn stream(&mut self, dict: &str, data: &[u8]) -> usize {
        let mut body = format!("<< {dict} /Length {} >>\nstream\n", data.len()).into_bytes();
        body.extend_from_slice(data);
        body.extend_from_slice(b"\nendstream");
        self.add(body)
    }

    /// Replaces an object.
    pub(crate) fn set(&mut self, number: usize, body: impl AsRef<[u8]>) {
        self.0[number - 1] = body.as_ref().to_vec();
    }

    /// The file: all objects, their table, and a trailer with these entries.
    pub(crate) fn file(&self, trailer: &str) -> Vec<u8> {
        let mut out = b"%PDF-1.7\n".to_vec();
        let mut offsets = Vec::new();
        for (nth, object) in self.0.iter().enumerate() {
            offsets.push(out.len());
            out.extend_from_slice(format!("{} 0 obj\n", nth + 1).as_bytes());
            out.extend_from_slice(object);
            out.extend_from_slice(b"\nendobj\n");
        }
        let table = out.len();
        out.extend_from_slice(format!("xref\n0 {}\n0000000000 65535 f \n", offsets.len() + 1).as_bytes());
        for offset in &offsets {
            out.extend_from_slice(format!("{offset:010} 00000 n \n").as_bytes());
        }
        out.extend_from_slice(format!("trailer\n<< /Size {} {trailer} >>\nstartxref\n{table}\n%%EOF\n", offsets.len() + 1).as_bytes());
        out
    }
}

/// Fonts in which every letter is half an em wide: `F1` regular, `F2` bold.
pub(crate) fn fonts() -> String {
    let widths = "500 ".repeat(224);
    let font = |name: &str| {
        format!(
            "<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [{widths}] >>"
        )
    };
    format!("/F1 {} /F2 {}", font("Test-Roman"), font("Test-Bold"))
}

/// A file of pages (A4, 595 by 842 points) with these contents; `resources` and `catalog` are added to those dictionaries.
pub(crate) fn pages_with(contents: &[String], resources: &str, catalog: &str, trailer: &str) -> Vec<u8> {
    pages_and(Objects::default(), contents, resources, catalog, trailer)
}

/// The same with objects that stand before those of the pages.
pub(crate) fn pages_and(mut objects: Objects, contents: &[String], resources: &str, catalog: &str, trailer: &str) -> Vec<u8> {
    let tree = objects.add("");
    let fonts = if resources.contains("/Font") { String::new() } else { format!("/Font << {} >>", fonts()) };
    let shared = objects.add(format!("<< {fonts} {resources} >>"));
    let mut kids = String::new();
    for content in contents {
        let stream = objects.stream("", content.as_bytes());
        let page = objects.add(format!("<< /Type /Page /Parent {tree} 0 R /Contents {stream} 0 R >>"));
        kids += &format!("{page} 0 R ");
    }
    objects
        .set(tree, format!("<< /Type /Pages /Kids [{kids}] /Count {} /MediaBox [0 0 595 842] /Resources {shared} 0 R >>", contents.len()));
    let root = objects.add(format!("<< /Type /Catalog /Pages {tree} 0 R {catalog} >>"));
    objects.file(&format!("/Root {root} 0 R {trailer}"))
}

/// A file of pages with these contents.
pub(crate) fn pages(contents: &[String]) -> Vec<u8> {
    pages_with(contents, "", "", "")
}

/// One line of text, its baseline's left end at `x`, `y` from the page's left lower corner.
pub(crate) fn line(font: &str, size: f64, x: f64, y: f64, text: &str) -> String {
    let bytes: String = text.chars().map(|c| if matches!(c, '(' | ')' | '\\') { format!("\\{c}") } else { octal(c) }).collect();
    format!("BT /{font} {size} Tf {x} {y} Td ({bytes}) Tj ET\n")
}

/// A character in WinAnsiEncoding, escaped where it is not ASCII.
fn octal(c: char) -> String {
    match c {
        ' '..='~' => c.to_string(),
        '“' => "\\223".into(),
        '”' => "\\224".into(),
        '’' => "\\222".into(),
        '–' => "\\226".into(),
        '•' => "\\225".into(),
        c => format!("\\{:03o}", u32::from(c)),
    }
}

/// Lines of a column.
pub(crate) struct Column {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) size: f64,
    /// Letters in a line; each is half an em wide.
    pub(crate) letters: usize,
    pub(crate) leading: f64,
}

impl Column {
    /// Sets paragraphs, each line as full as words allow; `indent` is that of first lines, in letters, `gap` the space between paragraphs in points.
    pub(crate) fn set(&self, paragraphs: &[&str], indent: usize, gap: f64) -> Vec<String> {
        let mut out = Vec::new();
        let mut y = self.y;
        for paragraph in paragraphs {
            for (nth, text) in wrap(paragraph, self.letters, indent).iter().enumerate() {
                let x = self.x + if nth == 0 { indent as f64 * self.size / 2.0 } else { 0.0 };
                out.push(line("F1", self.size, x, y, text));
                y -= self.leading;
            }
            y -= gap;
        }
        out
    }
}

/// Words in lines of at most `letters`, the first line shorter by `indent`; a word with `|` is hyphenated there where that helps.
pub(crate) fn wrap(text: &str, letters: usize, indent: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let room = letters - if lines.len() == 1 { indent } else { 0 };
        let whole = word.replace('|', "");
        let line = lines.last_mut().unwrap();
        let used = line.len() + usize::from(!line.is_empty());
        let space = if line.is_empty() { "" } else { " " };
        if used + whole.chars().count() <= room {
            *line += &format!("{space}{whole}");
        } else if let Some((before, after)) = word.split_once('|')
            && used + before.len() < room
        {
            *line += &format!("{space}{before}-");
            lines.push(after.to_owned());
        } else {
            lines.push(whole);
        }
    }
    lines
}

pub(crate) fn source(bytes: Vec<u8>) -> Source {
    Source { name: "test.pdf".into(), media_type: Some("application/pdf".into()), bytes }
}

pub(crate) fn read(bytes: Vec<u8>) -> Result<Document, PdfError> {
    crossread_pdf::read(&source(bytes))
}

/// Roles and texts of a file that must be readable.
pub(crate) fn pieces(bytes: Vec<u8>) -> Vec<(Role, String)> {
    read(bytes).unwrap().pieces.into_iter().map(|piece| (piece.role, piece.text)).collect()
}

/// Texts of those that are not furniture.
pub(crate) fn texts(bytes: Vec<u8>) -> Vec<String> {
    pieces(bytes).into_iter().filter(|(role, _)| *role != Role::Boilerplate).map(|(_, text)| text).collect()
}

pub(crate) const BRIDGE: &str = "The harbour bridge will close on Monday for repairs that are expected to take six weeks, the council said on Thursday after a long debate.";
pub(crate) const BUSES: &str =
    "Buses will be sent round by the tunnel, which stays open at night, and a ferry will run every hour between the two quays until then.";
pub(crate) const TRADERS: &str =
    "Traders in the lower town fear for their sales in the weeks before the holidays, and want the town to pay for what they will lose.";
pub(crate) const CRACKS: &str =
    "Inspectors found cracks in 14 of 96 hangers in September. The finest are 2 millimetres wide; the longest runs over 38 centimetres.";
