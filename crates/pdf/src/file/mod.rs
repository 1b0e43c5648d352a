//! A PDF file as objects: tokens, the table of objects, streams and their filters, encryption.
//!
//! From ISO 32000-1:2008 (PDF 1.7), whose clauses are named as § here and below, and ISO 32000-2:2020 for AES-256.

mod crypt;
mod filter;
mod lexer;
mod lzw;
mod object;
mod pages;
mod store;
mod structure;
mod xref;

pub(crate) use lexer::{Lexer, Token};
pub(crate) use object::{Dict, Id, Object, Stream};
pub(crate) use pages::{Page, Pages};
pub(crate) use store::Store;
pub(crate) use structure::{Structure, Tag};
