//! What the page asks of the browser. Nothing outside this folder and `worker` names a browser interface other than events and elements.

pub mod clipboard;
pub mod download;
pub mod files;
pub mod folders;
pub mod fragment;
pub mod geometry;
pub mod scope;
pub mod storage;
