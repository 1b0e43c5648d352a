//! The engine in a worker, and the page's hold on it.

mod bench;
mod client;
mod envelope;
mod flight;
mod serve;

pub use client::{Engine, Event};
pub use serve::serve;
