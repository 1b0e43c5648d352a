//! PDFs read whole, most of them written by the tests themselves.

mod faults;
mod fonts;
mod layout;
mod printed;
mod properties;
mod support;
