//! Files that are damaged, closed, or made to harm.

use crate::support::*;
use crossread_engine::{WarningKind, limits};
use crossread_pdf::{PdfError, Work};
use lopdf::encryption::crypt_filters::{Aes128CryptFilter, Aes256CryptFilter, CryptFilter};
use lopdf::{Document, EncryptionState, EncryptionVersion, Permissions};
use std::collections::BTreeMap;
use std::sync::Arc;

fn article() -> Vec<u8> {
    let id = "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]";
    pages_with(&[line("F1", 8.0, 20.0, 700.0, BRIDGE), line("F1", 8.0, 20.0, 700.0, BUSES)], "", "", id)
}

fn message(bytes: Vec<u8>) -> String {
    read(bytes).unwrap_err().to_string()
}

#[test]
fn no_pdf() {
    assert_eq!(read(b"<html>".to_vec()), Err(PdfError::NotPdf));
    assert_eq!(read(Vec::new()), Err(PdfError::NotPdf));
    assert_eq!(read(b"%PDF-1.4\nand then something else entirely %%EOF".to_vec()), Err(PdfError::Damaged));
}

#[test]
fn junk_before_the_header() {
    let mut bytes = b"HTTP/1.1 200 OK\r\n\r\n".to_vec();
    bytes.extend(article());
    assert_eq!(texts(bytes), [BRIDGE, BUSES]);
}

#[test]
fn truncated() {
    let bytes = article();
    let second = bytes.windows(BUSES.len()).position(|w| w == BUSES.as_bytes()).unwrap();
    // The first page is whole, and finds its fonts in the tree above it.
    let document = read(bytes[..second + 20].to_vec()).unwrap();
    assert_eq!(document.pieces[0].text, BRIDGE);
    assert_eq!(document.warnings[0].kind, WarningKind::Damaged);
    // Cut after the pages: everything is there but the table.
    let table = bytes.windows(5).rposition(|w| w == b"xref\n").unwrap();
    let document = read(bytes[..table].to_vec()).unwrap();
    assert_eq!(document.pieces.len(), 2);
    assert!(document.warnings.iter().any(|w| w.kind == WarningKind::Damaged));
    assert!(message(bytes[..60].to_vec()).contains("breaks off"));
}

#[test]
fn wrong_table() {
    let bytes = String::from_utf8(article()).unwrap().replace("0000000", "0000003").into_bytes();
    let document = read(bytes).unwrap();
    assert_eq!(document.pieces[0].text, BRIDGE);
    assert_eq!(document.warnings[0].kind, WarningKind::Damaged);
}

#[test]
fn scanned_and_empty() {
    let mut objects = Objects::default();
    let image = objects.stream("/Type /XObject /Subtype /Image /Width 1 /Height 1", b"x");
    let scan = || "q 595 0 0 842 0 0 cm /Im Do Q".to_owned();
    let resources = format!("/XObject << /Im {image} 0 R >>");
    let bytes = pages_and(objects, &[scan(), scan()], &resources, "", "");
    assert_eq!(
        message(bytes),
        "This PDF holds pictures of 2 pages, no text: run it through text recognition (OCR) first, or copy the article from the web."
    );
    assert_eq!(read(pages(&[String::new()])), Err(PdfError::Empty));
}

#[test]
fn a_scanned_page_among_others() {
    let mut objects = Objects::default();
    let image = objects.stream("/Type /XObject /Subtype /Image /Width 1 /Height 1", b"x");
    let contents = [line("F1", 8.0, 20.0, 700.0, BRIDGE), "q 595 0 0 842 0 0 cm /Im Do Q".to_owned()];
    let document = read(pages_and(objects, &contents, &format!("/XObject << /Im {image} 0 R >>"), "", "")).unwrap();
    assert_eq!(document.warnings[0].kind, WarningKind::PicturePages { count: 1 });
}

#[test]
fn unreadable_fonts() {
    let font = "/Font << /F1 << /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType2 >>] >> >>";
    let bytes = pages_with(&["BT /F1 12 Tf 70 700 Td <00010002> Tj ET".to_owned()], font, "", "");
    assert_eq!(read(bytes), Err(PdfError::Unreadable { characters: 2 }));
}

#[test]
fn too_many_pages() {
    let contents: Vec<String> =
        (0..limits::PDF_PAGES + 3).map(|page| line("F1", 11.0, 70.0, 400.0, &format!("This is sentence {page}."))).collect();
    let document = read(pages(&contents)).unwrap();
    assert_eq!(document.pieces.len(), limits::PDF_PAGES);
    assert_eq!(document.warnings[0].kind, WarningKind::PagesCut { limit: limits::PDF_PAGES });
}

fn encrypted(version: impl Fn(&Document) -> EncryptionState) -> Vec<u8> {
    let mut document = Document::load_mem(&article()).unwrap();
    let state = version(&document);
    document.encrypt(&state).unwrap();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    assert!(!bytes.windows(20).any(|w| w == &BRIDGE.as_bytes()[..20]), "it must be encrypted");
    bytes
}

fn rc4(document: &Document, user_password: &str, key_length: usize) -> EncryptionState {
    let permissions = Permissions::all();
    EncryptionState::try_from(EncryptionVersion::V2 { document, owner_password: "owner", user_password, key_length, permissions }).unwrap()
}

#[test]
fn encrypted_with_the_empty_password() {
    let filters = |filter: Arc<dyn CryptFilter>| BTreeMap::from([(b"StdCF".to_vec(), filter)]);
    let (stream_filter, string_filter) = (|| b"StdCF".to_vec(), || b"StdCF".to_vec());
    let permissions = Permissions::all();
    let rc4_40 = |document: &Document| {
        EncryptionState::try_from(EncryptionVersion::V1 { document, owner_password: "owner", user_password: "", permissions }).unwrap()
    };
    let aes_128 = |document: &Document| {
        EncryptionState::try_from(EncryptionVersion::V4 {
            document,
            encrypt_metadata: true,
            crypt_filters: filters(Arc::new(Aes128CryptFilter)),
            stream_filter: stream_filter(),
            string_filter: string_filter(),
            owner_password: "owner",
            user_password: "",
            permissions,
        })
        .unwrap()
    };
    let aes_256 = |_: &Document| {
        EncryptionState::try_from(EncryptionVersion::V5 {
            encrypt_metadata: true,
            crypt_filters: filters(Arc::new(Aes256CryptFilter)),
            file_encryption_key: &[7; 32],
            stream_filter: stream_filter(),
            string_filter: string_filter(),
            owner_password: "owner",
            user_password: "",
            permissions,
        })
        .unwrap()
    };
    assert_eq!(texts(encrypted(rc4_40)), [BRIDGE, BUSES]);
    assert_eq!(texts(encrypted(|document| rc4(document, "", 128))), [BRIDGE, BUSES]);
    assert_eq!(texts(encrypted(aes_128)), [BRIDGE, BUSES]);
    assert_eq!(texts(encrypted(aes_256)), [BRIDGE, BUSES]);
}

#[test]
fn encrypted_with_a_password() {
    let bytes = encrypted(|document| rc4(document, "secret", 128));
    assert_eq!(message(bytes), "This PDF needs a password. Open it with the password, print it to a new PDF, and bring that.");
}

#[test]
fn a_page_tree_that_bites_its_tail() {
    let mut objects = Objects::default();
    objects.add("<< /Type /Catalog /Pages 2 0 R >>");
    objects.add("<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Resources 6 0 R >>");
    objects.add("<< /Type /Pages /Kids [2 0 R 4 0 R 3 0 R] /Parent 2 0 R >>");
    objects.add("<< /Type /Page /Parent 3 0 R /Contents 5 0 R >>");
    objects.stream("", line("F1", 8.0, 20.0, 700.0, BRIDGE).as_bytes());
    objects.add(format!("<< /Font << {} >> >>", fonts()));
    assert_eq!(texts(objects.file("/Root 1 0 R")), [BRIDGE]);
}

#[test]
fn references_in_rings() {
    let mut objects = Objects::default();
    objects.add("<< /Type /Catalog /Pages 2 0 R /Lang 7 0 R >>");
    objects.add("<< /Type /Pages /Kids [3 0 R] /MediaBox 8 0 R >>");
    objects.add("<< /Type /Page /Contents [4 0 R 4 0 R] /Resources << /XObject << /A 5 0 R /B 6 0 R >> >> >>");
    objects.stream("/Rubbish 4 0 R", b"/A Do");
    objects.stream("/Subtype /Form /Resources << /XObject << /A 6 0 R >> >>", b"/A Do /A Do");
    objects.stream("/Subtype /Form /Resources << /XObject << /A 5 0 R >> >>", b"/A Do /A Do");
    objects.add("8 0 R");
    objects.add("7 0 R");
    assert_eq!(read(objects.file("/Root 1 0 R")), Err(PdfError::Empty));
}

#[test]
fn a_stream_that_is_its_own_length() {
    let mut objects = Objects::default();
    objects.add("<< /Type /Catalog /Pages 2 0 R >>");
    objects.add("<< /Type /Pages /Kids [3 0 R] >>");
    objects.add(format!("<< /Type /Page /Contents 4 0 R /Resources << /Font << {} >> >> >>", fonts()));
    objects.add(format!("<< /Length 4 0 R >>\nstream\n{}\nendstream", line("F1", 8.0, 20.0, 700.0, BRIDGE)));
    assert_eq!(texts(objects.file("/Root 1 0 R")), [BRIDGE]);
}

#[test]
fn deep_nesting() {
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    let mut objects = Objects::default();
    objects.add(&deep);
    let content = format!("{}{} Tj\n{}", "<<".repeat(50_000), deep, line("F1", 8.0, 20.0, 700.0, BRIDGE));
    let bytes = pages_and(objects, &[content], "", &format!("/Deep {deep}"), "");
    let document = read(bytes);
    assert!(document.is_ok() || document == Err(PdfError::Empty), "{document:?}");
    // Saved states and forms without end.
    let content = "q ".repeat(100_000) + &line("F1", 8.0, 20.0, 700.0, BRIDGE);
    assert_eq!(texts(pages(&[content])), [BRIDGE]);
}

#[test]
fn huge_declared_sizes() {
    let bytes = String::from_utf8(article()).unwrap();
    let huge = "99999999999999999999";
    for (from, to) in [
        ("/Count 2", "/Count 4294967295"),
        ("/Length ", "/Length 9999999999"),
        ("0 8\n0000000000", "0 4294967295\n0000000000"),
        ("startxref\n", "startxref\n9"),
    ] {
        assert!(bytes.contains(from), "{from}");
        let document = read(bytes.replace(from, to).into_bytes()).unwrap();
        assert_eq!(document.pieces.len(), 2, "{to}");
    }
    assert_eq!(texts(bytes.replace("/Size", &format!("/Size {huge} /Prev {huge} /XRefStm {huge}")).into_bytes()), [BRIDGE, BUSES]);
    let font = format!(
        "/F1 << /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /W [0 {huge} 500 {huge} 0 1] /DW {huge} >>] >>"
    );
    let shown = format!("BT /F1 {huge} Tf {huge} TL {huge} {huge} Td <0001> Tj [{huge} <0002>] TJ ET");
    assert_eq!(read(pages_with(&[shown], &format!("/Font << {font} >>"), "", "")), Err(PdfError::Empty));
}

#[test]
fn bombs() {
    let mut objects = Objects::default();
    let zeros = miniz_oxide::deflate::compress_to_vec_zlib(&vec![b' '; 50 << 20], 9);
    let twice = miniz_oxide::deflate::compress_to_vec_zlib(&zeros, 9);
    objects.add("<< /Type /Catalog /Pages 2 0 R >>");
    objects.add("<< /Type /Pages /Kids [3 0 R] >>");
    objects.add(format!("<< /Type /Page /Contents [{}] >>", (4..10).map(|n| format!("{n} 0 R ")).collect::<String>()));
    for _ in 4..10 {
        objects.stream("/Filter [/FlateDecode /FlateDecode]", &twice);
    }
    let bytes = objects.file("/Root 1 0 R");
    assert!(bytes.len() < 100_000);
    assert_eq!(read(bytes.clone()), Err(PdfError::TooMuch { work: Work::Inflated }));
    assert!(message(bytes).contains("200 MB unpacked"));
}

#[test]
fn forms_that_multiply() {
    // Fifteen forms, each drawing the next one ten times.
    let mut objects = Objects::default();
    objects.add("<< /Type /Catalog /Pages 2 0 R >>");
    objects.add("<< /Type /Pages /Kids [3 0 R] >>");
    objects.add("<< /Type /Page /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>");
    objects.stream("", b"/X Do");
    for next in 6..21 {
        objects.stream(&format!("/Subtype /Form /Resources << /XObject << /X {next} 0 R >> >>"), "/X Do ".repeat(10).as_bytes());
    }
    assert_eq!(read(objects.file("/Root 1 0 R")), Err(PdfError::TooMuch { work: Work::Operators }));
}

#[test]
fn a_table_that_points_a_thousand_times_at_one_place() {
    let mut out = b"%PDF-1.7\n".to_vec();
    let at = out.len();
    out.extend_from_slice(format!("1 0 obj [{}] endobj\n", "0 ".repeat(500_000)).as_bytes());
    let table = out.len();
    out.extend_from_slice(b"xref\n0 3000\n");
    for _ in 0..3000 {
        out.extend_from_slice(format!("{at:010} 00000 n \n").as_bytes());
    }
    out.extend_from_slice(format!("trailer << /Root 2 0 R >>\nstartxref\n{table}\n%%EOF").as_bytes());
    assert_eq!(read(out), Err(PdfError::Damaged));
}
