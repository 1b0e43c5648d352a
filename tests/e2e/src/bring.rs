//! Ways of bringing articles in.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::Page;
use crate::command::devtools;

/// A file: name, media type, bytes.
pub type File<'a> = (&'a str, &'a str, &'a [u8]);

/// Puts files and strings into a `DataTransfer` and acts on it; bytes come as a string of one character a byte, or as
/// a number of zeros.
const TRANSFER: &str = "
const [how, files, strings] = arguments;
const data = new DataTransfer();
for (const [name, type, bytes] of files) {
  const content = typeof bytes === 'number' ? new Uint8Array(bytes) : Uint8Array.from(bytes, (c) => c.charCodeAt(0));
  data.items.add(new File([content], name, { type }));
}
for (const [type, text] of strings) data.setData(type, text);
const common = { bubbles: true, cancelable: true, composed: true };
if (how === 'drop') {
  const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
  for (const type of ['dragenter', 'dragover', 'drop']) target.dispatchEvent(new DragEvent(type, { ...common, dataTransfer: data }));
} else {
  (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent('paste', { ...common, clipboardData: data }));
}";

fn absolute(path: &Path) -> Result<String> {
    Ok(std::fs::canonicalize(path).with_context(|| format!("no file {}", path.display()))?.display().to_string())
}

impl Page {
    /// Drops files on the middle of the page.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn drop_files(&self, files: &[File<'_>]) -> Result<()> {
        self.transfer("drop", files, &[]).await
    }

    /// Drops what is dragged from another tab: media types and their texts (`text/html`, `text/plain`, `text/uri-list`).
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn drop_selection(&self, strings: &[(&str, &str)]) -> Result<()> {
        self.transfer("drop", &[], strings).await
    }

    /// Pastes plain text where the focus is.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn paste(&self, text: &str) -> Result<()> {
        self.transfer("paste", &[], &[("text/plain", text)]).await
    }

    /// Pastes rich text with its plain form, as a browser puts a copied selection on the clipboard.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn paste_rich(&self, html: &str, text: &str) -> Result<()> {
        self.transfer("paste", &[], &[("text/html", html), ("text/plain", text)]).await
    }

    /// Chooses files on disk in the page's file field, which may be hidden behind a button.
    ///
    /// # Errors
    /// When there is no such field or file.
    pub async fn choose_files(&self, paths: &[&str]) -> Result<()> {
        let paths: Result<Vec<_>> = paths.iter().map(|path| absolute(Path::new(path))).collect();
        let field = self.css("input[type=file]:not([webkitdirectory])").await?;
        Ok(field.send_keys(&paths?.join("\n")).await?)
    }

    /// Drops a file of so many zeros, made in the browser.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn drop_large_file(&self, name: &str, size: usize) -> Result<()> {
        self.run(TRANSFER, vec![json!("drop"), json!([[name, "text/plain", size]]), json!([])]).await.map(drop)
    }

    /// Chooses a folder on disk in the page's folder field, which may be hidden behind a button.
    ///
    /// # Errors
    /// When there is no such field or folder.
    pub async fn choose_folder(&self, path: &Path) -> Result<()> {
        let field = self.css("input[type=file][webkitdirectory]").await?;
        Ok(field.send_keys(&absolute(path)?).await?)
    }

    /// Drops files and folders on disk on the middle of the page, as a reader drags them there. A script could not: it can make no folder.
    ///
    /// # Errors
    /// When there is no such file or the browser does not answer.
    pub async fn drop_from_disk(&self, paths: &[&Path]) -> Result<()> {
        let files: Result<Vec<_>> = paths.iter().map(|path| absolute(path)).collect();
        let data = json!({ "items": [], "files": files?, "dragOperationsMask": 1 });
        let middle = self.run("return [innerWidth / 2, innerHeight / 2]", vec![]).await?;
        for kind in ["dragEnter", "dragOver", "drop"] {
            let event = json!({ "type": kind, "x": middle[0], "y": middle[1], "data": data });
            devtools(&self.client, "Input.dispatchDragEvent", event).await?;
        }
        Ok(())
    }

    async fn transfer(&self, how: &str, files: &[File<'_>], strings: &[(&str, &str)]) -> Result<()> {
        let latin1 = |bytes: &[u8]| bytes.iter().copied().map(char::from).collect::<String>();
        let files: Vec<Value> = files.iter().map(|(name, kind, bytes)| json!([name, kind, latin1(bytes)])).collect();
        self.run(TRANSFER, vec![json!(how), json!(files), json!(strings)]).await.map(drop)
    }
}
