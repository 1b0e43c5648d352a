//! Files and drops in.

use crossread_engine::{Source, ingest::IngestError, limits};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, DragEvent, File, FileSystemDirectoryEntry, FileSystemFileEntry, HtmlInputElement};

use super::folders;

/// What can be chosen where the browser lets a page say so. Content decides what a file is; this only spares the reader files that hold no article.
pub const ACCEPT: &str =
    ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.mhtml,.mht,.eml,.docx,.odt,.rtf,.pdf,.json,.zip,.warc,.wacz,.gz,text/*";

/// What a reader brought in one go, before it is read.
#[derive(Debug, Default)]
pub struct Brought {
    /// Files.
    pub files: Vec<Handle>,
    /// Folders.
    pub folders: Vec<FileSystemDirectoryEntry>,
    /// Text that came as such: pasted or dragged.
    pub texts: Vec<Source>,
    /// What cannot be taken, in words.
    pub problems: Vec<String>,
}

/// A file, before it is read.
#[derive(Debug)]
pub struct Handle {
    /// Its name, or its path from the folder that was brought.
    pub name: String,
    held: Held,
}

#[derive(Debug)]
enum Held {
    File(File),
    Entry(FileSystemFileEntry),
}

impl Handle {
    /// A file that was chosen or dropped; of one from a chosen folder the browser knows the path.
    fn of(file: File) -> Self {
        let path = Reflect::get(&file, &JsValue::from_str("webkitRelativePath")).ok().and_then(|path| path.as_string());
        let name = path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name());
        Self { name, held: Held::File(file) }
    }

    /// A file of a folder that was dropped.
    pub(super) fn in_folder(entry: FileSystemFileEntry) -> Self {
        Self { name: entry.full_path().trim_start_matches('/').to_owned(), held: Held::Entry(entry) }
    }
}

/// Reads a file.
///
/// # Errors
/// Says in words why it cannot be read.
pub async fn read(handle: &Handle) -> Result<Source, String> {
    let file = match &handle.held {
        Held::File(file) => file.clone(),
        Held::Entry(entry) => folders::file(entry).await.ok_or(UNREADABLE)?,
    };
    // Files above the limit are not even read: the engine would refuse them.
    if file.size() > limits::SOURCE_BYTES as f64 {
        return Err(IngestError::TooLarge { bytes: file.size() as usize }.to_string());
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| UNREADABLE)?;
    let media_type = Some(file.type_()).filter(|t| !t.is_empty());
    Ok(Source { name: handle.name.clone(), media_type, bytes: Uint8Array::new(&buffer).to_vec() })
}

/// What was chosen in a file input, which is emptied so that the same can be chosen again. Of a folder the files worth reading are taken.
pub fn chosen(input: &HtmlInputElement) -> Brought {
    let list = input.files();
    let files: Vec<_> = list.map(|list| (0..list.length()).filter_map(|i| list.get(i)).map(Handle::of).collect()).unwrap_or_default();
    input.set_value("");
    let (files, problems) = if input.webkitdirectory() { folders::worth_reading(files) } else { (files, Vec::new()) };
    Brought { files, problems, ..Brought::default() }
}

/// What was dropped: files and folders, else the HTML or text of a selection. A bare link is a problem, said in words.
pub fn dropped(event: &DragEvent) -> Brought {
    event.data_transfer().map(|data| transferred(&data, "Dropped selection")).unwrap_or_default()
}

/// What a drop or a paste carries; `name` is what text goes by.
pub fn transferred(data: &DataTransfer, name: &str) -> Brought {
    let mut brought = Brought::default();
    let get = |kind: &str| data.get_data(kind).ok().filter(|text| !text.trim().is_empty());
    let (html, plain, link) = (get("text/html"), get("text/plain"), get("text/uri-list"));
    let items = data.items();
    for item in (0..items.length()).filter_map(|i| items.get(i)).filter(|item| item.kind() == "file") {
        match (item.webkit_get_as_entry().ok().flatten(), item.get_as_file().ok().flatten()) {
            (Some(entry), _) if entry.is_directory() => brought.folders.push(entry.unchecked_into()),
            (_, Some(file)) => brought.files.push(Handle::of(file)),
            _ => brought.problems.push("Something that was brought could not be read by the browser.".to_owned()),
        }
    }
    // Word processors put a picture of the text beside it, and a copied picture comes with HTML that only points at it: rich text is what is
    // meant where it says something, files where it does not.
    let is_text = html.is_some() && plain.is_some();
    if is_text {
        brought.files.clear();
    } else if !brought.files.is_empty() || !brought.folders.is_empty() || !brought.problems.is_empty() {
        return brought;
    }
    if (link.is_some() || plain.is_some()) && is_bare_link(plain.as_deref(), html.as_deref()) {
        brought.problems.push(LINK.to_owned());
    } else if let Some((text, kind)) = html.map(|t| (t, "text/html")).or(plain.map(|t| (t, "text/plain"))) {
        brought.texts.push(text_source(name, kind, &text));
    }
    brought
}

/// A text as a source.
pub fn text_source(name: &str, media_type: &str, text: &str) -> Source {
    // The clipboard's text has no bytes of its own; as UTF-8 it needs its character set said, lest a page's own declaration mislead.
    Source { name: name.to_owned(), media_type: Some(format!("{media_type};charset=utf-8")), bytes: text.as_bytes().to_vec() }
}

/// What to do with a link.
const LINK: &str = "That is a link. Crossread cannot fetch a page, as it contacts no one. Open the page, select all of it, copy, and paste it here; \
                    or save it as HTML and drop the file.";

const UNREADABLE: &str = "The browser could not read it. If it was moved or changed, bring it again.";

/// Whether nothing but a link was dragged or pasted: its text is an address, and its HTML holds no more than an anchor.
fn is_bare_link(plain: Option<&str>, html: Option<&str>) -> bool {
    let is_address = |text: &str| {
        let text = text.trim();
        (text.starts_with("http://") || text.starts_with("https://")) && !text.contains(char::is_whitespace)
    };
    let only_anchor = |html: &str| html.matches("<a ").count() == 1 && !html.contains("<p") && !html.contains("<div");
    plain.is_none_or(is_address) && html.is_none_or(only_anchor)
}

#[cfg(test)]
mod tests {
    use super::is_bare_link;

    #[test]
    fn a_dragged_link_is_told_from_a_dragged_selection_that_has_links() {
        assert!(is_bare_link(Some("https://example.org/a"), Some("<a href=\"https://example.org/a\">A headline</a>")));
        assert!(is_bare_link(Some("https://example.org/a\n"), None));
        assert!(is_bare_link(None, None));
        assert!(!is_bare_link(Some("A headline and a text."), Some("<p>A headline and a <a href=\"x\">text</a>.</p>")));
    }
}
