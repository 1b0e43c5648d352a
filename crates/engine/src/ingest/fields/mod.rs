//! Metadata fields as pages and texts write them, cleaned.

mod address;
mod agency;
mod headline;
mod near;
mod person;

pub(super) use address::{absolute, date_in_address, host_name};
pub(super) use agency::{agency, credited};
pub(super) use headline::{is_outlet, site_name, title};
pub(super) use near::{Near, NearDates};
pub(super) use person::{byline, byline_line, is_by, is_name, nobody, opens_sentence};

use super::cues;

/// A name for comparing: letters and digits only, lower case.
pub(super) fn squash(name: &str) -> String {
    cues::fold(name).replace(' ', "")
}
