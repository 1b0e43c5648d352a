//! What comes in.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// One thing a reader brought: a file, a paste or a dropped selection, undecoded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// File name, or what the page calls a paste ("Pasted text").
    pub name: String,
    /// Media type as declared by whoever brought it (`text/html`, `text/plain`, `application/json`); content decides where it is absent or wrong.
    pub media_type: Option<String>,
    /// The bytes as they came.
    pub bytes: Vec<u8>,
}

/// What is remembered of a [`Source`] once it is parsed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceInfo {
    /// As given.
    pub name: String,
    /// The media type it was read as.
    pub media_type: String,
    /// Character set it was decoded from, as a WHATWG label (`utf-8`, `windows-1251`).
    pub charset: String,
    /// Length in bytes.
    pub bytes: usize,
    /// SHA-256 of the bytes, lower-case hexadecimal.
    pub sha256: String,
}

impl SourceInfo {
    /// What is remembered of a source that was read as `media_type`, decoded from `charset`.
    pub fn of(source: &Source, media_type: &str, charset: &str) -> Self {
        Self {
            name: source.name.clone(),
            media_type: media_type.to_owned(),
            charset: charset.to_ascii_lowercase(),
            bytes: source.bytes.len(),
            sha256: Sha256::digest(&source.bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
        }
    }
}
