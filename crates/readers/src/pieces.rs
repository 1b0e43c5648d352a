//! Paragraphs while they are written.

use crossread_engine::{DocumentPiece, Role};

/// The pieces of a document so far, and the one being written.
#[derive(Debug, Default)]
pub(crate) struct Pieces {
    done: Vec<DocumentPiece>,
    text: String,
}

impl Pieces {
    /// Writes on at the current piece.
    pub(crate) fn write(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Ends the current piece; one without text is dropped.
    pub(crate) fn end(&mut self, role: Role) {
        let text = std::mem::take(&mut self.text);
        self.add(role, text);
    }

    /// Adds a piece of its own.
    pub(crate) fn add(&mut self, role: Role, text: String) {
        if !text.trim().is_empty() {
            self.done.push(DocumentPiece { role, text });
        }
    }

    /// Every piece.
    pub(crate) fn finish(self) -> Vec<DocumentPiece> {
        self.done
    }
}
