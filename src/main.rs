//! The Crossread page.

fn main() {}
