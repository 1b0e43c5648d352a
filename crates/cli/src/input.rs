//! Files to articles. What cannot be read is told on standard error; everything else goes on.

use std::io::Read;
use std::path::{Path, PathBuf};

use crossread_engine::ingest::{IngestError, Parsed, parse};
use crossread_engine::{Article, Source, limits};

/// What the files of a command gave.
pub(crate) struct Input {
    /// Per readable file its name and what it holds.
    pub parsed: Vec<(String, Parsed)>,
    /// Whether any file could not be read.
    pub failed: bool,
}

/// Reads and parses files, in order.
pub(crate) fn read(files: &[PathBuf], media_type: Option<&str>) -> Input {
    let mut input = Input { parsed: Vec::new(), failed: false };
    for file in files {
        let name = file.display().to_string();
        let parsed = bytes(file).and_then(|bytes| {
            let source = Source { name: name.clone(), media_type: media_type.map(str::to_owned), bytes };
            parse(&source).map_err(|error| error.to_string())
        });
        match parsed {
            Ok(parsed) => input.parsed.push((name, parsed)),
            Err(why) => {
                eprintln!("crossread: {name}: {why}");
                input.failed = true;
            }
        }
    }
    input
}

/// A file's bytes, or in words why there are none. A file above the limit is not read.
fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        // One byte above the limit is enough for the engine to refuse it.
        let limited = std::io::stdin().lock().take(limits::SOURCE_BYTES as u64 + 1).read_to_end(&mut bytes);
        return limited.map(|_| bytes).map_err(|error| format!("Standard input could not be read: {error}."));
    }
    let in_words = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => "There is no such file.".to_owned(),
        std::io::ErrorKind::PermissionDenied => "You may not read this file.".to_owned(),
        _ => format!("It could not be read: {error}."),
    };
    let about = std::fs::metadata(file).map_err(in_words)?;
    if about.is_dir() {
        return Err("It is a folder. Name the files in it.".to_owned());
    }
    if about.len() > limits::SOURCE_BYTES as u64 {
        return Err(IngestError::TooLarge { bytes: about.len() as usize }.to_string());
    }
    std::fs::read(file).map_err(in_words)
}

/// The articles to compare, each once: the same text again is left out and told.
pub(crate) fn distinct(parsed: Vec<(String, Parsed)>) -> Vec<Article> {
    let mut kept: Vec<(String, Article)> = Vec::new();
    for (name, parsed) in parsed {
        if !parsed.offered.is_empty() {
            eprintln!(
                "crossread: {name}: {} further articles in it were set aside; `crossread parse --all` shows them.",
                parsed.offered.len()
            );
        }
        for article in parsed.articles {
            match kept.iter().find(|(_, other)| other.text == article.text) {
                Some((first, _)) => eprintln!("crossread: {name}: The same text as {first}; compared once."),
                None => kept.push((name.clone(), article)),
            }
        }
    }
    kept.into_iter().map(|(_, article)| article).collect()
}
