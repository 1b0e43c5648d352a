//! The digits of other scripts.

use std::borrow::Cow;

/// Where the digits of a script start: Arabic, Persian, Devanagari, Bengali, Thai, full-width.
const ZEROS: [u32; 6] = [0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10];

/// A text with its digits as `0` to `9`.
pub(super) fn western(text: &str) -> Cow<'_, str> {
    let digit =
        |c: char| ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(*zero).filter(|n| *n < 10)).and_then(|n| char::from_digit(n, 10));
    if text.is_ascii() || !text.chars().any(|c| digit(c).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| digit(c).unwrap_or(c)).collect())
}
