//! The page in a browser. Run by `cargo xtask browser`.

mod start;
