//! The time beside a date, and its zone.

use super::parts::Day;
use crate::ingest::lexicon::zones::{self, Zone};

/// Characters between a date and its time, at most: "24 July 2025 at about 10:15".
const GAP: usize = 26;

/// The time after a date that stands at `start..end`, else the one before it, as `18:04+02:00`; seconds are kept where they are written.
pub(super) fn beside(text: &str, start: usize, end: usize, day: Day) -> Option<String> {
    let after = &text[end..];
    if let Some((time, rest)) = first_time(after) {
        return Some(time.with_zone(&after[rest..], day));
    }
    let from = text[..start].char_indices().rev().nth(GAP).map_or(0, |(at, _)| at);
    let before = &text[from..start];
    // The last time before the date, as in "18:04, 24 July 2025".
    let (time, rest) = (0..before.len()).rev().filter(|at| starts_number(before, *at)).find_map(|at| time_at(before, at))?;
    Some(time.with_zone(&before[rest..], day))
}

/// A time of day.
struct Time {
    hour: u32,
    minute: u32,
    second: Option<u32>,
}

/// The first time in a text, where it starts soon enough; with where it ends.
fn first_time(text: &str) -> Option<(Time, usize)> {
    // After "T" there is nothing but the time.
    let gap = text.char_indices().take_while(|(_, c)| !c.is_ascii_digit()).take(GAP + 1);
    let at = gap.last().map_or(0, |(at, c)| at + c.len_utf8());
    let signed = text[..at].ends_with(['+', '-', '−']);
    let near = !signed
        && text[..at].chars().count() <= GAP
        && text[..at].split_whitespace().filter(|w| w.chars().any(char::is_alphabetic)).count() <= 3;
    near.then(|| time_at(text, at)).flatten()
}

fn starts_number(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    bytes[at].is_ascii_digit() && (at == 0 || !bytes[at - 1].is_ascii_digit())
}

/// The time that starts at a byte: `18:04`, `18:04:30`, `6.04 pm`, `18h04`, `6 pm`; with where it ends.
fn time_at(text: &str, at: usize) -> Option<(Time, usize)> {
    let rest = text.get(at..)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let hour: u32 = (1..=2).contains(&digits).then(|| rest[..digits].parse().ok()).flatten()?;
    let two = |from: usize| {
        let number = rest.get(from..from + 2).filter(|n| n.bytes().all(|b| b.is_ascii_digit()));
        let alone = !rest.as_bytes().get(from + 2).is_some_and(u8::is_ascii_digit);
        number.filter(|_| alone).and_then(|n| n.parse::<u32>().ok()).filter(|n| *n < 60)
    };
    let sign = rest[digits..].chars().next();
    let minute = if matches!(sign, Some(':' | '.' | 'h' | 'H')) { two(digits + 1) } else { None };
    let mut end = digits;
    let mut second = None;
    if minute.is_some() {
        end = digits + 3;
        if rest[end..].starts_with(':') {
            second = two(end + 1);
            end += if second.is_some() { 3 } else { 0 };
        }
        // Fractions of a second.
        if second.is_some() && rest[end..].starts_with(['.', ',']) {
            let fraction = rest[end + 1..].bytes().take_while(u8::is_ascii_digit).count();
            end += if fraction > 0 { 1 + fraction } else { 0 };
        }
    }
    let half = half_of_day(&rest[end..]);
    // "7.38" alone may be any number, and "8" more so.
    let sound = match (sign, minute) {
        (Some(':' | 'h' | 'H'), Some(_)) => true,
        (_, Some(_)) => half.is_some() || says_clock(&rest[end..]),
        (_, None) => half.is_some(),
    };
    let before = &text[..at];
    let afternoon = ["下午", "晚上", "午後", "오후"].iter().any(|word| before.trim_end().ends_with(word));
    let hour = match half {
        Some((pm, len)) => {
            end += len;
            (hour <= 12).then_some(hour % 12 + if pm { 12 } else { 0 })?
        }
        None if afternoon && hour < 12 => hour + 12,
        None => hour,
    };
    (sound && hour < 24).then(|| (Time { hour, minute: minute.unwrap_or(0), second }, at + end))
}

/// Whether `am` or `pm` follows: whether it is `pm`, and how long it is.
fn half_of_day(rest: &str) -> Option<(bool, usize)> {
    let trimmed = rest.trim_start();
    let skipped = rest.len() - trimmed.len();
    let mut letters = trimmed.chars().filter(|c| *c != '.').map(|c| c.to_ascii_lowercase());
    let pm = match (letters.next(), letters.next()) {
        (Some('a'), Some('m')) => false,
        (Some('p'), Some('m')) => true,
        _ => return None,
    };
    let dots = if trimmed[1..].starts_with('.') { 4.min(trimmed.len()) } else { 2 };
    let len = if trimmed.is_char_boundary(dots) { dots } else { 2 };
    (!trimmed[len..].starts_with(char::is_alphabetic)).then_some((pm, skipped + len))
}

/// Whether the word for "o'clock" follows.
fn says_clock(rest: &str) -> bool {
    let word: String = rest.trim_start().chars().take_while(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    matches!(word.as_str(), "uhr" | "uur" | "h" | "hrs" | "uhrzeit")
}

impl Time {
    /// The time with the zone that follows it in `rest`.
    fn with_zone(&self, rest: &str, day: Day) -> String {
        let mut out = format!("{:02}:{:02}", self.hour, self.minute);
        if let Some(second) = self.second {
            out = format!("{out}:{second:02}");
        }
        match offset(rest, day) {
            Some(0) => out + "Z",
            Some(minutes) => format!("{out}{}{:02}:{:02}", if minutes < 0 { '-' } else { '+' }, minutes.abs() / 60, minutes.abs() % 60),
            None => out,
        }
    }
}

/// Minutes east of Greenwich that stand at the start of `rest`: `+0300`, `Z`, `CEST`, `(GMT+8)`, `UTC+03:00`.
fn offset(rest: &str, day: Day) -> Option<i16> {
    let rest = rest.trim_start_matches([' ', '(', '[', ',', '\u{a0}']);
    if let Some(minutes) = signed(rest) {
        return Some(minutes);
    }
    let word: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
    let next = &rest[word.len()..];
    // A word for the hour may stand before the zone.
    if says_clock(&word) || word.is_empty() {
        let next = next.trim_start();
        return (!word.is_empty() && !next.is_empty()).then(|| offset(next, day)).flatten();
    }
    let shown = word.chars().all(|c| !c.is_lowercase()) || word == "z";
    let zone = zones::zone(&word.to_lowercase()).filter(|_| shown)?;
    Some(match zone {
        Zone::Fixed(0) => signed(next.trim_start()).unwrap_or(0),
        Zone::Fixed(minutes) => minutes,
        Zone::UnitedStates(standard) => standard + if is_american_summer(day) { 60 } else { 0 },
    })
}

/// `+03:00`, `-0500`, `+3`.
fn signed(text: &str) -> Option<i16> {
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let text = text.trim_start_matches(['+', '-', '−']);
    let hours = text.bytes().take_while(u8::is_ascii_digit).count();
    let (hours, minutes) = match hours {
        4 => (&text[..2], &text[2..4]),
        1 | 2 => (&text[..hours], text[hours..].strip_prefix(':').and_then(|m| m.get(..2)).unwrap_or("0")),
        _ => return None,
    };
    let (hours, minutes) = (hours.parse::<i16>().ok()?, minutes.parse::<i16>().ok()?);
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

/// Whether the United States have summer time on a day: from the second Sunday of March to the first of November, since 2007. (The hour of the
/// change itself is not looked at.)
fn is_american_summer(day: Day) -> bool {
    let sunday = |month: u32, nth: u32| 1 + (7 - Day { month, day: 1, ..day }.weekday()) % 7 + 7 * (nth - 1);
    match day.month {
        4..=10 => true,
        3 => day.day >= sunday(3, 2),
        11 => day.day < sunday(11, 1),
        _ => false,
    }
}
