//! Running heads, page numbers and what browsers print around pages: by repetition, by position and by look.

use std::collections::{BTreeMap, BTreeSet};

use super::Sheet;
use crate::layout::Line;

/// How much of a page, at its top and at its bottom, may hold furniture.
const ZONE: f64 = 0.12;
/// How much of it may hold what browsers print and lone page numbers.
const EDGE: f64 = 0.075;
/// How far the same head may be apart on two pages, in points.
const SHIFT: f64 = 6.0;

/// Where a line stands, as far as furniture is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Zone {
    Top,
    Bottom,
}

/// Marks the lines that are furniture.
pub(super) fn mark(sheets: &mut [Sheet]) {
    distrust_marks(sheets);
    let pages = sheets.len();
    let repeated = repeated(sheets);
    for (page, sheet) in sheets.iter_mut().enumerate() {
        let (top, bottom) = (sheet.laid.top, sheet.laid.bottom);
        let mut rows: Vec<f64> = Vec::new();
        for line in sheet.laid.blocks.iter_mut().flat_map(|block| &mut block.lines) {
            let Some((zone, distance)) = zone(line, top, bottom, ZONE) else { continue };
            let again = repeated.get(&(zone, key(&line.text))).is_some_and(|seen| seen.iter().any(|d| (d - distance).abs() <= SHIFT));
            let edge = distance <= EDGE * (bottom - top);
            let printed = edge && (is_address(&line.text) || is_moment(&line.text));
            let numbered = edge && is_page_number(&line.text, page, pages);
            if printed && rows.len() < 16 {
                rows.push(line.y);
            }
            line.furniture |= again || printed || numbered;
        }
        // A browser's head is a row: what stands beside its date or address belongs to it.
        for line in sheet.laid.blocks.iter_mut().flat_map(|block| &mut block.lines) {
            line.furniture |= rows.iter().any(|y| (y - line.y).abs() <= 2.0);
        }
    }
}

/// Some writers mark everything as outside the text; then the marks say nothing.
fn distrust_marks(sheets: &mut [Sheet]) {
    let (mut marked, mut all) = (0, 0);
    for line in sheets.iter().flat_map(|sheet| &sheet.laid.blocks).flat_map(|block| &block.lines) {
        all += line.text.len();
        marked += if line.furniture { line.text.len() } else { 0 };
    }
    if marked * 2 > all {
        for line in sheets.iter_mut().flat_map(|sheet| &mut sheet.laid.blocks).flat_map(|block| &mut block.lines) {
            line.furniture = false;
        }
    }
}

/// The zone of a line, and how far its baseline is from the page's edge there, in points.
fn zone(line: &Line, top: f64, bottom: f64, share: f64) -> Option<(Zone, f64)> {
    let height = bottom - top;
    let (from_top, from_bottom) = (line.y - top, bottom - line.y);
    if from_top <= share * height {
        Some((Zone::Top, from_top))
    } else {
        (from_bottom <= share * height).then_some((Zone::Bottom, from_bottom))
    }
}

/// What stands on several pages at the same place, with the places.
fn repeated(sheets: &[Sheet]) -> BTreeMap<(Zone, String), Vec<f64>> {
    let mut seen: BTreeMap<(Zone, String), Vec<(usize, f64)>> = BTreeMap::new();
    for (page, sheet) in sheets.iter().enumerate() {
        for line in sheet.laid.blocks.iter().flat_map(|block| &block.lines) {
            if let Some((zone, distance)) = zone(line, sheet.laid.top, sheet.laid.bottom, ZONE) {
                seen.entry((zone, key(&line.text))).or_default().push((page, distance));
            }
        }
    }
    // Heads of left and right pages take turns, and the first page often has none.
    let least = if sheets.len() <= 4 { 2 } else { 3 };
    let mut out = BTreeMap::new();
    for (key, places) in seen {
        let alike = |distance: f64| {
            let pages: BTreeSet<usize> = places.iter().filter(|(_, d)| (d - distance).abs() <= SHIFT).map(|(page, _)| *page).collect();
            pages.len() >= least
        };
        // Places that are near each other are looked at once, so that a long document is not compared with itself.
        let mut tried: Vec<f64> = Vec::new();
        let mut kept: Vec<f64> = Vec::new();
        for (_, distance) in &places {
            if tried.iter().any(|t| (t - distance).abs() < 1.0) {
                continue;
            }
            tried.push(*distance);
            if alike(*distance) {
                kept.push(*distance);
            }
        }
        if !kept.is_empty() {
            out.insert(key, kept);
        }
    }
    out
}

/// A line with its numbers made alike, in lower case.
fn key(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_numeric() {
            if !out.ends_with('#') {
                out.push('#');
            }
        } else {
            out.extend(c.to_lowercase());
        }
    }
    out
}

/// Words around page numbers.
const PAGE_WORDS: &[&str] = &["page", "pages", "p", "of", "seite", "von", "sur", "página", "pagina", "de", "di", "van", "стр", "из"];

/// Whether a line is a page's number: a number alone (at the edge of a page), or with what stands around page numbers.
fn is_page_number(text: &str, page: usize, pages: usize) -> bool {
    if text.chars().count() > 24 {
        return false;
    }
    let folded = text.to_lowercase();
    let parts: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let numbers: Vec<usize> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let only = parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()) || PAGE_WORDS.contains(part));
    match (only, numbers.as_slice()) {
        // A year is no page.
        (true, [number]) => *number < 1900 || *number == page + 1,
        (true, [number, of]) => *number == page + 1 || *of == pages,
        _ => false,
    }
}

/// Whether a line is an address, perhaps with the page's number after it.
fn is_address(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let address =
        words.next().is_some_and(|word| ["http://", "https://", "file://", "about:"].iter().any(|scheme| word.starts_with(scheme)));
    address && words.all(|word| word.chars().all(|c| c.is_ascii_digit() || "/-…".contains(c)))
}

/// Whether a line is a date in numbers and a time, perhaps with a title after it, as browsers print it.
fn is_moment(text: &str) -> bool {
    let key = key(text).replace(',', "");
    let mut words = key.split_whitespace();
    let date = words.next().is_some_and(|word| ["#/#/#", "#.#.#", "#-#-#"].contains(&word.trim_end_matches('.')));
    date && words.next().is_some_and(|word| word == "#:#" || word == "#:#:#")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers() {
        for (text, want) in [
            ("1/3", true),
            ("Page 1 of 3", true),
            ("– 7 –", true),
            ("Seite 1 von 3", true),
            ("2026", false),
            ("24 people", false),
            ("5/7", false),
        ] {
            assert_eq!(is_page_number(text, 0, 3), want, "{text}");
        }
    }

    #[test]
    fn browsers() {
        assert!(is_moment("11/24/26, 1:41 PM"));
        assert!(is_moment("24.11.2026, 13:41 Bridge to close"));
        assert!(!is_moment("24 November 2026"));
        assert!(is_address("https://news.example/bridge 1/3"));
        assert!(!is_address("https://news.example says so"));
    }
}
