//! Files for the tests, and what comes of them.

#![allow(dead_code, clippy::unwrap_used, reason = "each test uses its part, and fails by panicking")]
#![allow(clippy::disallowed_methods, reason = "fixtures are files; only the crate itself has no business with them")]

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use crossread_engine::{Article, Source, ingest};
use crossread_readers::{Opened, open};
use zip::write::SimpleFileOptions;

/// A file of the fixtures.
pub(crate) fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(root().join(name)).unwrap()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/formats")
}

/// The files of a folder of the fixtures, by their paths in it, in the order of their names.
pub(crate) fn folder(name: &str) -> Vec<(String, Vec<u8>)> {
    fn walk(root: &Path, at: &Path, files: &mut Vec<(String, Vec<u8>)>) {
        for entry in std::fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, files);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                files.push((name, std::fs::read(&path).unwrap()));
            }
        }
    }
    let root = root().join(name);
    let mut files = Vec::new();
    walk(&root, &root, &mut files);
    files.sort();
    files
}

/// A ZIP archive of files, deflated.
pub(crate) fn zipped<N: AsRef<str>, B: AsRef<[u8]>>(files: &[(N, B)]) -> Vec<u8> {
    archive(files, zip::CompressionMethod::Deflated)
}

/// A ZIP archive of files, packed in some way.
pub(crate) fn archive<N: AsRef<str>, B: AsRef<[u8]>>(files: &[(N, B)], method: zip::CompressionMethod) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name.as_ref(), SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(bytes.as_ref()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A Word document around the content of a body.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    zipped(&docx_files(body))
}

/// The parts of such a document.
pub(crate) fn docx_files(body: &str) -> Vec<(String, Vec<u8>)> {
    let document = format!("<w:document xmlns:w='x'><w:body>{body}</w:body></w:document>");
    let mut files = folder("docx");
    files.retain(|(name, _)| name != "word/document.xml");
    files.push(("word/document.xml".to_owned(), document.into_bytes()));
    files
}

/// Bytes packed with gzip.
pub(crate) fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A record of a web archive that holds a page as a server sent it.
pub(crate) fn warc_record(address: &str, head: &str, body: &[u8]) -> Vec<u8> {
    let response = [format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n").as_bytes(), body].concat();
    let head = format!(
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n",
        response.len()
    );
    [head.as_bytes(), &response, b"\r\n\r\n"].concat()
}

/// What a file holds, each article or refusal under its name, as the command reads it.
pub(crate) fn read(name: &str, bytes: Vec<u8>) -> Vec<(String, Result<Article, String>)> {
    let source = Source { name: name.to_owned(), media_type: None, bytes };
    let Some(format) = ingest::format(&source.bytes, None) else { return vec![parsed(&source)] };
    open(source, format)
        .into_iter()
        .map(|opened| match opened {
            Opened::Source(source) => parsed(&source),
            Opened::Document(document) => {
                let name = document.source.name.clone();
                (name, ingest::document(document).map(|mut parsed| parsed.articles.remove(0)).map_err(|error| error.to_string()))
            }
            Opened::Refused { name, why } => (name, Err(why)),
        })
        .collect()
}

fn parsed(source: &Source) -> (String, Result<Article, String>) {
    let parsed = ingest::parse(source).map(|mut parsed| parsed.articles.remove(0));
    (source.name.clone(), parsed.map_err(|error| error.to_string()))
}

/// The one article that a file holds.
#[track_caller]
pub(crate) fn article(name: &str, bytes: Vec<u8>) -> Article {
    let mut all = read(name, bytes);
    assert_eq!(all.len(), 1, "{name}: {all:#?}");
    all.remove(0).1.unwrap()
}
