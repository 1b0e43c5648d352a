//! Widths of characters for fonts that do not give them: only the standard 14 may (ISO 32000-1, §9.6.2.2).

/// Widths of 0x20 to 0x7e in thousandths of an em, from Adobe's font metrics of the standard 14.
const SANS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278,
    278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
    667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556,
    556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const SERIF: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278,
    278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722,
    722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500,
    500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/// The width of a character in a font of this name, in ems. Bold faces are some 5 % wider, which no decision here hangs on.
pub(super) fn width(font: &str, c: char) -> f64 {
    if font.contains("Courier") || font.contains("Mono") {
        return 0.6;
    }
    let table = if font.contains("Times") || font.contains("Serif") { &SERIF } else { &SANS };
    let usual = if c.is_uppercase() { 700 } else { 500 };
    let thousandths = u32::from(c).checked_sub(0x20).and_then(|at| table.get(at as usize)).copied().unwrap_or(usual);
    f64::from(thousandths) / 1000.0
}
