//! Files to articles. What cannot be read is told on standard error; everything else goes on.

mod folder;

use std::io::Read;
use std::path::{Path, PathBuf};

use crossread_engine::ingest::{self, IngestError, Parsed};
use crossread_engine::{Article, Settings, Source, Terms, limits};
use crossread_readers::{Opened, open};

/// What the files of a command gave.
pub(crate) struct Input {
    /// What could be read, with its name: a file, or what it holds, each by its path in it.
    pub parsed: Vec<(String, Parsed)>,
    /// Whether anything could not be read.
    pub failed: bool,
}

/// Reads and parses files, folders and archives, in order.
pub(crate) fn read(files: &[PathBuf], media_type: Option<&str>) -> Input {
    let mut input = Input { parsed: Vec::new(), failed: false };
    for file in files {
        if file.is_dir() {
            input.folder(file, media_type);
        } else {
            input.file(file, media_type);
        }
    }
    input
}

impl Input {
    /// Reads every file of a folder that may hold an article.
    fn folder(&mut self, folder: &Path, media_type: Option<&str>) {
        let listed = match folder::list(folder) {
            Ok(listed) => listed,
            Err(why) => return self.fail(&folder.display().to_string(), &why),
        };
        for file in &listed.files {
            self.file(file, media_type);
        }
        if let Some(why) = listed.rest {
            self.fail(&folder.display().to_string(), &why);
        }
    }

    /// Reads a file, and what is in it.
    fn file(&mut self, file: &Path, media_type: Option<&str>) {
        let name = file.display().to_string();
        let bytes = match bytes(file) {
            Ok(bytes) => bytes,
            Err(why) => return self.fail(&name, &why),
        };
        let source = Source { name, media_type: media_type.map(str::to_owned), bytes };
        let Some(format) = ingest::format(&source.bytes, media_type) else { return self.source(&source) };
        for opened in open(source, format) {
            match opened {
                Opened::Source(source) => self.source(&source),
                Opened::Document(document) => {
                    let name = document.source.name.clone();
                    self.take(name, ingest::document(document));
                }
                Opened::Refused { name, why } => self.fail(&name, &why),
            }
        }
    }

    fn source(&mut self, source: &Source) {
        self.take(source.name.clone(), ingest::parse(source));
    }

    fn take(&mut self, name: String, parsed: Result<Parsed, IngestError>) {
        match parsed {
            Ok(parsed) => self.parsed.push((name, parsed)),
            Err(error) => self.fail(&name, &error.to_string()),
        }
    }

    fn fail(&mut self, name: &str, why: &str) {
        eprintln!("crossread: {name}: {why}");
        self.failed = true;
    }
}

/// A file's bytes, or in words why there are none. A file above the limit is not read.
fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        // One byte above the limit is enough for the engine to refuse it.
        let limited = std::io::stdin().lock().take(limits::SOURCE_BYTES as u64 + 1).read_to_end(&mut bytes);
        limited.map_err(|error| format!("Standard input could not be read: {error}."))?;
    } else {
        let about = std::fs::metadata(file).map_err(in_words)?;
        if about.len() > limits::SOURCE_BYTES as u64 {
            return Err(IngestError::TooLarge { bytes: usize::try_from(about.len()).unwrap_or(usize::MAX) }.to_string());
        }
        bytes = std::fs::read(file).map_err(in_words)?;
    }
    // Archives have no limit of their own in the engine, which only sees what is in them.
    if bytes.len() > limits::SOURCE_BYTES {
        return Err(IngestError::TooLarge { bytes: bytes.len() }.to_string());
    }
    Ok(bytes)
}

/// Why a file or folder could not be read.
fn in_words(error: std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "There is no such file.".to_owned(),
        std::io::ErrorKind::PermissionDenied => "You may not read this file.".to_owned(),
        _ => format!("It could not be read: {error}."),
    }
}

/// What to compare under: the corrections of every report that was read, and the settings of one that was read alone.
pub(crate) fn terms(parsed: &[(String, Parsed)]) -> Terms {
    let of_reports = parsed.iter().filter_map(|(_, parsed)| parsed.terms.as_ref());
    let corrections = of_reports.flat_map(|terms| terms.corrections.iter().cloned()).collect();
    let settings = match parsed {
        [(_, Parsed { terms: Some(terms), .. })] => terms.settings,
        _ => Settings::default(),
    };
    Terms { settings, corrections }
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
