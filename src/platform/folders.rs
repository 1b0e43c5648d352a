//! Folders, looked through.

use crossread_engine::ingest::folder;
use crossread_engine::limits;
use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

use super::files::Handle;

/// Most files and folders that are looked at: enough for a thousand articles saved with all that belongs to them.
const LOOKED_AT: usize = 20 * limits::ARCHIVE_ENTRIES;

/// The files worth reading among those that were brought beside folders, which all are, and those in the folders. With them, in words, what was
/// left out for being too much.
pub async fn look_through(beside: Vec<Handle>, folders: Vec<FileSystemDirectoryEntry>) -> (Vec<Handle>, Vec<String>) {
    let mut problems = Vec::new();
    let mut found = Vec::new();
    for top in folders {
        let mut looked_at = 0;
        let mut todo = vec![(top.clone(), 1)];
        while let Some((folder, depth)) = todo.pop() {
            let Some(entries) = entries(&folder).await else {
                problems.push(format!("The folder “{}” could not be read by the browser.", folder.name()));
                continue;
            };
            looked_at += entries.len();
            for entry in entries {
                if entry.is_file() {
                    found.push(Handle::in_folder(entry.unchecked_into()));
                } else if depth < limits::NESTING {
                    todo.push((entry.unchecked_into(), depth + 1));
                }
            }
            if looked_at > LOOKED_AT {
                problems.push(format!(
                    "“{}” holds more than {LOOKED_AT} files and folders. Not all of them were looked at; bring its folders one by one.",
                    top.name()
                ));
                break;
            }
        }
    }
    let n_beside = beside.len();
    let (files, more) = sift(beside.into_iter().chain(found).collect(), n_beside);
    problems.extend(more);
    (files, problems)
}

/// The files of a chosen folder that are worth reading; with them, in words, what was left out for being too much.
pub(super) fn worth_reading(files: Vec<Handle>) -> (Vec<Handle>, Vec<String>) {
    sift(files, 0)
}

/// Takes the first `beside` files as they are, and of the others those that may hold an article, in the order of their names.
fn sift(files: Vec<Handle>, beside: usize) -> (Vec<Handle>, Vec<String>) {
    let paths: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let mut kept = folder::readable(&paths);
    kept.retain(|i| *i >= beside);
    let mut problems = Vec::new();
    if files.len() > beside && kept.is_empty() {
        problems.push("No file in the folder could be an article.".to_owned());
    }
    if kept.len() > limits::ARCHIVE_ENTRIES {
        let (all, most) = (kept.len(), limits::ARCHIVE_ENTRIES);
        problems
            .push(format!("That is a folder of {all} files that could be articles; the first {most} are read. Bring the others in parts."));
        kept.truncate(most);
    }
    let mut files: Vec<_> = files.into_iter().map(Some).collect();
    let files = (0..beside).chain(kept).filter_map(|i| files.get_mut(i).and_then(Option::take)).collect();
    (files, problems)
}

/// The file of an entry; `None` where the browser cannot read it.
pub(super) async fn file(entry: &FileSystemFileEntry) -> Option<File> {
    asked(|answer, error| entry.file_with_callback_and_callback(answer, error)).await?.dyn_into().ok()
}

/// Everything directly in a folder; `None` where the browser cannot read it.
async fn entries(folder: &FileSystemDirectoryEntry) -> Option<Vec<FileSystemEntry>> {
    let reader = folder.create_reader();
    let mut entries = Vec::new();
    // A browser gives them in batches; an empty one is the last.
    loop {
        let batch = asked(|answer, error| reader.read_entries_with_callback_and_callback(answer, error).unwrap_or_default()).await?;
        let batch: Array = batch.dyn_into().ok()?;
        if batch.length() == 0 || entries.len() > LOOKED_AT {
            return Some(entries);
        }
        entries.extend(batch.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}

/// What an interface of callbacks answers; `None` for its error.
async fn asked(ask: impl Fn(&Function, &Function)) -> Option<JsValue> {
    JsFuture::from(Promise::new(&mut |answer, error| ask(&answer, &error))).await.ok()
}
