//! The files of a folder that may hold articles.

use std::path::{Path, PathBuf};

use crossread_engine::ingest::folder;
use crossread_engine::limits;

use super::in_words;

/// What a folder holds.
pub(super) struct Listed {
    /// In the order of their names, folders in folders included.
    pub(super) files: Vec<PathBuf>,
    /// Why there are more that are not among them, in words.
    pub(super) rest: Option<String>,
}

/// Lists a folder, within the limits that archives have.
pub(super) fn list(root: &Path) -> Result<Listed, String> {
    let mut paths = Vec::new();
    walk(root, "", &mut paths).map_err(in_words)?;
    let names: Vec<&str> = paths.iter().map(String::as_str).collect();
    let wanted = folder::readable(&names);
    if wanted.is_empty() {
        return Err("There is no file in it that could hold an article.".to_owned());
    }
    let mut listed = Listed { files: Vec::new(), rest: None };
    let mut left = limits::UNPACKED_BYTES as u64;
    for at in wanted {
        let file = root.join(&paths[at]);
        // A file that is too large by itself is told about when it is read.
        let size = file.metadata().map_or(0, |about| about.len());
        let size = if size > limits::SOURCE_BYTES as u64 { 0 } else { size };
        if listed.files.len() == limits::ARCHIVE_ENTRIES {
            listed.rest = Some(format!("It holds more than {} files, which is the limit; the first were read.", limits::ARCHIVE_ENTRIES));
            break;
        }
        if size > left {
            let limit = limits::UNPACKED_BYTES / (1024 * 1024);
            listed.rest =
                Some(format!("Its files are more than {limit} MB, which is the limit; {} and later ones were not read.", paths[at]));
            break;
        }
        left -= size;
        listed.files.push(file);
    }
    Ok(listed)
}

/// Adds the files below a folder by their paths from the root. Links to folders are not followed: they may lead back.
fn walk(folder: &Path, path: &str, paths: &mut Vec<String>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        // A name that is not Unicode could not be shown; none that a browser gives a page is.
        let Some(name) = name.to_str() else { continue };
        let below = if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
        let kind = entry.file_type()?;
        if kind.is_dir() {
            walk(&entry.path(), &below, paths)?;
        } else if kind.is_file() || entry.path().is_file() {
            paths.push(below);
        }
    }
    Ok(())
}
