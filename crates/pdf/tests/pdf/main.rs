//! PDFs read whole, most of them written by the tests themselves.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod faults;
mod fonts;
mod layout;
mod printed;
mod properties;
mod support;
