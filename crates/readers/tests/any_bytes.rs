//! Any bytes whatever, opened as any format, give at least one thing, and never a panic.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use crossread_engine::ingest::{self, Format};
use crossread_engine::{Document, Source};
use crossread_readers::{Opened, open};
use proptest::prelude::*;
use support::{fixture, folder, gzipped, warc_record, zipped};

const FORMATS: [Format; 6] = [Format::Markdown, Format::Rtf, Format::Mail, Format::Zip, Format::Gzip, Format::Warc];

fn check(bytes: &[u8], format: Format) {
    let opened = open(Source { name: "x".into(), media_type: None, bytes: bytes.to_vec() }, format);
    assert!(!opened.is_empty(), "{format:?}");
    for thing in opened {
        match thing {
            Opened::Document(document) => parse(document),
            Opened::Source(source) => {
                if let Ok(parsed) = ingest::parse(&source) {
                    assert!(parsed.articles.iter().all(|article| article.check() == Ok(())));
                }
            }
            Opened::Refused { name, why } => assert!(!name.is_empty() && why.ends_with('.'), "{name}: {why}"),
        }
    }
}

fn parse(document: Document) {
    if let Ok(parsed) = ingest::document(document) {
        assert_eq!(parsed.articles[0].check(), Ok(()));
    }
}

/// A sound file of each format.
fn sound() -> Vec<(Vec<u8>, Format)> {
    let record =
        warc_record("https://x.example/", "Content-Type: text/html\r\nContent-Encoding: gzip", &gzipped(b"<p>The bridge is closed."));
    // Small, so that a change hits something that matters.
    let small_document = |name: &str| {
        let mut files = folder(name);
        for (name, bytes) in &mut files {
            if name.ends_with("document.xml") || name.ends_with("content.xml") {
                bytes.truncate(1200);
            }
        }
        zipped(&files)
    };
    vec![
        (fixture("article.md")[..600].to_vec(), Format::Markdown),
        (fixture("article.rtf")[..900].to_vec(), Format::Rtf),
        (fixture("article.eml")[..1500].to_vec(), Format::Mail),
        (fixture("article.mhtml")[..1500].to_vec(), Format::Mail),
        (zipped(&[("a.txt", "The bridge is closed."), ("b/c.html", "<p>The bridge is closed.")]), Format::Zip),
        (small_document("docx"), Format::Zip),
        (small_document("odt"), Format::Zip),
        (gzipped(b"The bridge is closed."), Format::Gzip),
        (gzipped(&record), Format::Gzip),
        (record, Format::Warc),
    ]
}

/// Changes to a file: cut, overwritten, repeated, filled.
fn change(bytes: &mut Vec<u8>, at: usize, kind: u8, byte: u8) {
    let at = at % bytes.len().max(1);
    match kind % 5 {
        0 => bytes.truncate(at),
        1 if !bytes.is_empty() => bytes[at] = byte,
        2 => bytes.insert(at.min(bytes.len()), byte),
        3 => {
            let end = (at + usize::from(byte)).min(bytes.len());
            let copy = bytes[at..end].to_vec();
            bytes.splice(at..at, copy);
        }
        _ => {
            let end = (at + 4).min(bytes.len());
            bytes[at..end].fill(0xff);
        }
    }
}

proptest! {
    #[test]
    fn bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for format in FORMATS {
            check(&bytes, format);
        }
    }

    #[test]
    fn changed_files(which in 0..10_usize, changes in prop::collection::vec((any::<usize>(), any::<u8>(), any::<u8>()), 1..8)) {
        let (mut bytes, format) = sound().swap_remove(which);
        for (at, kind, byte) in changes {
            change(&mut bytes, at, kind, byte);
        }
        check(&bytes, format);
        let _ = ingest::format(&bytes, None);
    }

    #[test]
    fn bits_of_rich_text(bits in prop::collection::vec(prop::sample::select(RTF), 0..80)) {
        check(bits.concat().as_bytes(), Format::Rtf);
    }

    #[test]
    fn bits_of_xml(bits in prop::collection::vec(prop::sample::select(XML), 0..60)) {
        let body = bits.concat();
        check(&support::docx(&body), Format::Zip);
        let content = format!("<a><office:body><office:text>{body}");
        check(&zipped(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content.as_str())]), Format::Zip);
    }
}

const RTF: &[&str] = &[
    "{",
    "}",
    "\\par ",
    "\\u-1234 ?",
    "\\u55357?",
    "\\'e9",
    "\\'",
    "\\*",
    "\\bin5 ",
    "\\bin99999 ",
    "\\cell ",
    "\\row ",
    "\\intbl ",
    "\\pard ",
    "\\uc3 ",
    "\\f1 ",
    "\\fonttbl",
    "\\fcharset128 ",
    "\\stylesheet",
    "\\s1 ",
    "\\info",
    "\\title ",
    "\\creatim",
    "\\yr2025",
    "\\mo99",
    "\\dy1",
    "\\header ",
    "\\footnote ",
    "\\pict ",
    "\\ansicpg932 ",
    "\\v ",
    "text ",
    "é",
    "\\",
    ";",
    "\r\n",
    "\\ls1 ",
    "\\shptxt ",
    "\\fldinst ",
    "\\fldrslt ",
];

const XML: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>a</w:t>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:del>",
    "</w:del>",
    "<w:pPr>",
    "</w:pPr>",
    "<w:numId w:val='1'/>",
    "<w:tab/>",
    "<w:br/>",
    "&amp;",
    "&x;",
    "&#0;",
    "&",
    "<",
    "<text:p>",
    "</text:p>",
    "<text:h>",
    "</text:h>",
    "<text:list-item>",
    "</text:list-item>",
    "<table:table>",
    "</table:table>",
    "<table:table-row>",
    "<table:table-cell>",
    "<text:note>",
    "</text:note>",
    "<text:s text:c='99'/>",
    "text",
    "]]>",
    "<!--",
    "<![CDATA[",
    "<?x",
    "<!DOCTYPE",
    "\0",
    "<text:section>",
    "</office:text>",
];
