//! Files and drops in.

use crossread_engine::{Source, ingest::IngestError, limits};
use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, DragEvent, File, HtmlInputElement};

/// What a reader brought in one go, before it is read.
#[derive(Debug, Default)]
pub struct Brought {
    /// Files.
    pub files: Vec<File>,
    /// Text that came as such: pasted or dragged.
    pub texts: Vec<Source>,
    /// What cannot be taken, in words.
    pub problems: Vec<String>,
}

/// Reads a file.
///
/// # Errors
/// Says in words why it cannot be read.
pub async fn read(file: &File) -> Result<Source, String> {
    // Files above the limit are not even read: the engine would refuse them.
    if file.size() > limits::SOURCE_BYTES as f64 {
        return Err(IngestError::TooLarge { bytes: file.size() as usize }.to_string());
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(
        |_| "The browser could not read it. If it is a folder, choose the files in it; if it was moved or changed, choose it again.",
    )?;
    let media_type = Some(file.type_()).filter(|t| !t.is_empty());
    Ok(Source { name: file.name(), media_type, bytes: Uint8Array::new(&buffer).to_vec() })
}

/// The files of a file input, which is emptied so that the same file can be chosen again.
pub fn chosen(input: &HtmlInputElement) -> Brought {
    let list = input.files();
    let files = list.map(|list| (0..list.length()).filter_map(|i| list.get(i)).collect()).unwrap_or_default();
    input.set_value("");
    Brought { files, ..Brought::default() }
}

/// What was dropped: files, else the HTML or text of a selection. A bare link is a problem, said in words.
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
            (Some(entry), _) if entry.is_directory() => brought.problems.push(folder(&entry.name())),
            (_, Some(file)) => brought.files.push(file),
            _ => brought.problems.push("Something that was brought could not be read by the browser.".to_owned()),
        }
    }
    // Word processors put a picture of the text beside it, and a copied picture comes with HTML that only points at it: rich text is what is
    // meant where it says something, files where it does not.
    let is_text = html.is_some() && plain.is_some();
    if is_text {
        brought.files.clear();
    } else if !brought.files.is_empty() || !brought.problems.is_empty() {
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

fn folder(name: &str) -> String {
    format!("“{name}” is a folder. Open it and drop the files in it.")
}

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
