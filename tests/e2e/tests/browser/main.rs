//! The page in a browser. Run by `cargo xtask browser`.

mod corrections;
mod files;
mod harness;
mod journeys;
mod start;
