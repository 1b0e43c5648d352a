//! The page in a browser. Run by `cargo xtask browser`.

mod harness;
mod journeys;
mod start;
