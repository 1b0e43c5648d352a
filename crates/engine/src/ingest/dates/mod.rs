//! Dates as articles write them, to ISO 8601.
//!
//! What is written decides, never the clock: "yesterday" and "3 hours ago" give nothing, and neither does a day without a year.

mod clock;
mod digits;
mod line;
mod parts;

use crate::ingest::lexicon::{months, zones};
pub(super) use line::{is_time_line, names_day};
use parts::{Token, day_of, tokens};

/// Which of two numbers that could both be a month is the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// Nothing says: such dates are left out.
    #[default]
    Unknown,
    /// `24/7`, as most of the world writes.
    DayFirst,
    /// `7/24`, as the United States write.
    MonthFirst,
}

impl Order {
    /// The order in a language, with its region where it is known (`en-US`). English alone says nothing.
    pub(crate) fn of_language(tag: &str) -> Self {
        let tag = tag.replace('_', "-").to_ascii_lowercase();
        match tag.split('-').next().unwrap_or_default() {
            "en" if matches!(tag.as_str(), "en-us" | "en-ph") => Self::MonthFirst,
            "en" if tag.len() == 5 && tag != "en-ca" => Self::DayFirst,
            "" | "en" => Self::Unknown,
            _ => Self::DayFirst,
        }
    }

    /// The order that a text itself shows: by a numeric date that can be read one way only, or by a zone of the United States.
    pub(super) fn of_text(text: &str) -> Self {
        let american = text.split(|c: char| !c.is_alphabetic()).any(|word| (1..=3).contains(&word.len()) && is_american(word));
        let unshown = if american { Self::MonthFirst } else { Self::Unknown };
        let text = digits::western(text);
        if !may_hold_date(&text) {
            return unshown;
        }
        let tokens = tokens(&text);
        let shown = (0..tokens.len()).find_map(|i| {
            let [first, second, _] = slashed(&text, &tokens, i)?;
            match (first > 12, second > 12) {
                (true, false) => Some(Self::DayFirst),
                (false, true) => Some(Self::MonthFirst),
                _ => None,
            }
        });
        shown.unwrap_or(unshown)
    }
}

fn is_american(zone: &str) -> bool {
    // "Et" and "pt" are words elsewhere.
    zone.chars().all(|c| c.is_ascii_uppercase()) && zones::is_american(&zone.to_lowercase())
}

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// `2025-07-24`, or with its time and zone where it has them: `2025-07-24T18:04+02:00`. `None` where it could be two days.
    pub(crate) iso: Option<String>,
    /// Where it starts and ends in the text.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The first date in a text that can be read one way only.
pub(super) fn find(text: &str, order: Order) -> Option<String> {
    scan(text, order, |written| written.iso.is_some()).into_iter().find_map(|written| written.iso)
}

/// Every date in a text.
pub(crate) fn all(text: &str, order: Order) -> Vec<Written> {
    scan(text, order, |_| false)
}

/// Whether a text with western digits has as many as the shortest date: `4 July 2025`.
fn may_hold_date(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= 5
}

/// The dates of a text, up to the first that is `enough`.
fn scan(original: &str, order: Order, enough: impl Fn(&Written) -> bool) -> Vec<Written> {
    let mut out = Vec::new();
    let text = digits::western(original);
    // Most lines have no number, and so no date.
    if !may_hold_date(&text) {
        return out;
    }
    let tokens = tokens(&text);
    let order = if order == Order::Unknown { Order::of_text(&text) } else { order };
    let mut at = 0;
    for i in 0..tokens.len() {
        if tokens[i].start >= at
            && let Some(found) = date_at(&text, &tokens, i, order)
        {
            let iso = found.day.map(|day| {
                let clock = clock::beside(&text, found.start, found.end, day);
                clock.map_or_else(|| day.to_string(), |clock| format!("{day}T{clock}"))
            });
            let written = Written { iso, start: back(original, &text, found.start), end: back(original, &text, found.end) };
            at = found.end;
            let stop = enough(&written);
            out.push(written);
            if stop {
                break;
            }
        }
    }
    out
}

/// A place in a text whose digits were made western, in the text as it was.
fn back(original: &str, western: &str, at: usize) -> usize {
    if original.len() == western.len() {
        return at;
    }
    let chars = western[..at].chars().count();
    original.char_indices().nth(chars).map_or(original.len(), |(at, _)| at)
}

/// A date found in a text.
struct Found {
    /// The day; `None` where it could be two.
    day: Option<parts::Day>,
    /// Where it starts and ends in the text.
    start: usize,
    end: usize,
}

/// The date that has its first or its only word at token `i`.
fn date_at(text: &str, tokens: &[Token<'_>], i: usize, order: Order) -> Option<Found> {
    let span = |first: usize, last: usize| (tokens[first].start, tokens[last].end());
    let found = |day: parts::Day, first: usize, last: usize| {
        let (start, end) = span(first, last);
        Found { day: Some(day), start, end }
    };
    if let Some((day, last)) = year_first(text, tokens, i) {
        return Some(found(day, i, last));
    }
    if let Some([first, second, year]) = slashed(text, tokens, i) {
        let (start, end) = span(i, i + 2);
        let dotted = text.as_bytes().get(tokens[i].end()) == Some(&b'.');
        let day = match order {
            _ if first > 12 || first == second || dotted => day_of(year, second, first),
            _ if second > 12 => day_of(year, first, second),
            Order::DayFirst => day_of(year, second, first),
            Order::MonthFirst => day_of(year, first, second),
            Order::Unknown if day_of(year, first, second).is_some() => return Some(Found { day: None, start, end }),
            Order::Unknown => None,
        };
        return Some(Found { day: Some(day?), start, end });
    }
    worded(tokens, i).map(|(day, first, last, end)| Found { day: Some(day), start: tokens[first].start, end: tokens[last].start + end })
}

/// `2025-07-24`, `2025/07/24`, `20250724`, `2025年7月24日`, `2025. július 24.`, each with its last token.
fn year_first(text: &str, tokens: &[Token<'_>], i: usize) -> Option<(parts::Day, usize)> {
    let first = &tokens[i];
    if first.text.len() == 8 && first.is_number() {
        return Some((day_of(number(&first.text[..4])?, number(&first.text[4..6])?, number(&first.text[6..])?)?, i));
    }
    let year = first.number().filter(|_| first.text.len() == 4)?;
    let at = |n: usize| tokens.get(i + n).map_or("", |token| token.text);
    if matches!(at(1), "年" | "년") && matches!(at(3), "月" | "월") {
        return Some((day_of(year, number(at(2))?, number(at(4))?)?, i + 4));
    }
    if let Some(month) = months::month(&at(1).to_lowercase())
        && at(3).len() != 4
        && let Some(day) = number(at(2)).filter(|_| at(2).len() <= 2).and_then(|day| day_of(year, u32::from(month), day))
    {
        return Some((day, i + 2));
    }
    let (second, third) = (tokens.get(i + 1)?, tokens.get(i + 2)?);
    let sign = text.get(first.end()..second.start)?;
    let close = matches!(sign.trim(), "-" | "/" | "." | "‐" | "–") && text.get(second.end()..third.start)?.trim() == sign.trim();
    let short = (1..=2).contains(&second.text.len()) && (1..=2).contains(&third.text.len());
    let day = (close && short).then(|| day_of(year, second.number()?, third.number()?)).flatten()?;
    Some((day, i + 2))
}

/// The numbers of `24/07/2025`, `24.07.2025` or `24.07.25`, the year last, as written.
fn slashed(text: &str, tokens: &[Token<'_>], i: usize) -> Option<[u32; 3]> {
    let [first, second, year] = tokens.get(i..i + 3)? else { return None };
    let sign = |a: &Token<'_>, b: &Token<'_>| text.get(a.end()..b.start).map(str::trim);
    let one = sign(first, second).filter(|sign| matches!(*sign, "/" | "." | "-"))?;
    if sign(second, year) != Some(one) || first.text.len() > 2 || second.text.len() > 2 {
        return None;
    }
    let rest = &text[year.end()..];
    let goes_on = rest.starts_with(['.', '/', '-']) && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    let before = text[..first.start].ends_with(['.', '/', '-']) && i > 0 && tokens[i - 1].is_number();
    let long = match year.text.len() {
        4 => year.number()?,
        // Glued to the time that follows: "12/10/20237:38".
        5 | 6 if rest.starts_with(':') => number(&year.text[..4])?,
        2 if first.text.len() == 2 && second.text.len() == 2 && !goes_on && !before && one != "-" => 2000 + year.number()?,
        _ => return None,
    };
    Some([first.number()?, second.number()?, long])
}

/// `July 24, 2025`, `24 July 2025`, `24 de julio de 2025`, `24th of July 2025`, by the month at token `i`: the day, the first and the last token, and
/// how much of the last belongs to it.
fn worded(tokens: &[Token<'_>], i: usize) -> Option<(parts::Day, usize, usize, usize)> {
    let month = month_at(tokens, i)?;
    let step = |from: usize, by: isize| {
        let mut at = from.checked_add_signed(by)?;
        while tokens.get(at).is_some_and(|token| token.is_word() && joins_date(token.text)) {
            at = at.checked_add_signed(by)?;
        }
        tokens.get(at).map(|token| (at, token))
    };
    let is_day = |token: &Token<'_>| token.text.len() <= 2 && token.is_number();
    let (next, after) = step(i, 1)?;
    if let Some((before, day)) = step(i, -1).filter(|(_, token)| is_day(token))
        && let Some((year, len)) = after.year()
        && let Some(found) = day_of(year, month, day.number()?)
    {
        return Some((found, before, next, len));
    }
    let day = Some(after).filter(|token| is_day(token))?.number()?;
    let (last, token) = step(next, 1)?;
    let (year, len) = token.year()?;
    Some((day_of(year, month, day)?, i, last, len))
}

/// The month that a token names.
fn month_at(tokens: &[Token<'_>], i: usize) -> Option<u32> {
    let word = tokens[i].text;
    // "ReyesNovember 20": the page glued its lines together.
    let tail = || word.char_indices().rev().find(|(at, c)| *at > 0 && c.is_uppercase()).map(|(at, _)| &word[at..]);
    let month = |word: &str| months::month(&word.to_lowercase()).map(u32::from);
    tokens[i].is_word().then(|| month(word).or_else(|| tail().and_then(month))).flatten()
}

/// Words and endings between the parts of a date.
fn joins_date(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "de" | "del" | "of" | "st" | "nd" | "rd" | "th" | "º" | "ª" | "er" | "року" | "года" | "ה" | "व")
}

fn number(text: &str) -> Option<u32> {
    (text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests;
