//! The engine and the readers in workers, and the page's hold on them.

mod bench;
mod client;
mod envelope;
mod event;
mod flight;
mod live;
mod opening;
mod parcel;
mod readers;
mod serve;

pub use client::Engine;
pub use event::Event;
pub use serve::{serve, serve_readers};
