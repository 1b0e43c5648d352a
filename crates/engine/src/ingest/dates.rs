//! Dates as pages write them, to ISO 8601.

/// Month names, a row for each month: en, es, pt, fr, de, it, nl, ru, uk, pl; Slavic ones in the genitive, as dates have them.
const MONTHS: [&str; 12] = [
    "january jan enero janeiro janvier januar jänner gennaio januari января січня stycznia",
    "february feb febrero fevereiro février fevrier februar febbraio februari февраля лютого lutego",
    "march mar marzo março mars märz maart марта березня marca",
    "april apr abril avril aprile апреля квітня kwietnia",
    "may mayo maio mai maggio mei мая травня maja",
    "june jun junio junho juin juni giugno июня червня czerwca",
    "july jul julio julho juillet juli luglio июля липня lipca",
    "august aug agosto août aout augustus августа серпня sierpnia",
    "september sept sep septiembre setiembre setembro septembre settembre сентября вересня września",
    "october oct octubre outubro octobre oktober ottobre октября жовтня października",
    "november nov noviembre novembro novembre ноября листопада listopada",
    "december dec diciembre dezembro décembre decembre dezember dicembre декабря грудня grudnia",
];

/// Words that stand in a line that says when (weekdays, "Published", "ago"), besides months.
const TIME_WORDS: &[&str] = &[
    "published",
    "updated",
    "posted",
    "last",
    "modified",
    "on",
    "at",
    "by",
    "am",
    "pm",
    "a",
    "p",
    "m",
    "utc",
    "gmt",
    "est",
    "edt",
    "et",
    "pst",
    "pdt",
    "pt",
    "cet",
    "cest",
    "bst",
    "ist",
    "msk",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "of",
    "the",
    "st",
    "nd",
    "rd",
    "th",
    "date",
    "first",
    "and",
    "min",
    "mins",
    "minute",
    "minutes",
    "read",
    "reading",
    "time",
    "ago",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "an",
    "yesterday",
    "today",
    "just",
    "now",
    "de",
    "del",
    "le",
    "à",
    "um",
    "uhr",
    "uur",
    "den",
    "der",
    "el",
    "publicado",
    "actualizado",
    "publié",
    "mis",
    "jour",
    "veröffentlicht",
    "aktualisiert",
    "em",
    "às",
    "atualizado",
    "pubblicato",
    "aggiornato",
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "опубликовано",
    "обновлено",
    "в",
    "г",
    "года",
    "час",
    "назад",
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
    "суббота",
    "воскресенье",
    "z",
    "t",
    "h",
    "hrs",
    "local",
    "edited",
    "created",
    "release",
    "issued",
    "vor",
    "stunden",
    "hace",
    "horas",
    "il",
    "y",
    "heures",
];

/// Whether a whole line says only when something was published: a date or an age, and no other words.
pub(super) fn is_time_line(line: &str) -> bool {
    let (mut words, mut digits, mut when) = (0, 0, false);
    for token in line.split(|c: char| !c.is_alphanumeric()).filter(|t| !t.is_empty()) {
        words += 1;
        if token.starts_with(|c: char| c.is_ascii_digit()) {
            digits += 1;
            let tail = token.trim_start_matches(|c: char| c.is_ascii_digit()).to_lowercase();
            if !(tail.is_empty() || TIME_WORDS.contains(&tail.as_str()) || tail.starts_with('t')) {
                return false;
            }
        } else {
            let token = token.to_lowercase();
            if month(&token).is_some() || matches!(token.as_str(), "ago" | "yesterday" | "today" | "назад" | "hace" | "vor") {
                when = true;
            } else if !TIME_WORDS.contains(&token.as_str()) {
                return false;
            }
        }
    }
    (1..=16).contains(&words) && (when && (digits > 0 || words <= 4) || find(line).is_some())
}

/// Whether a text names a day: a month beside a number, in either order.
pub(super) fn names_day(text: &str) -> bool {
    let tokens = tokens(text);
    let day = |i: usize| tokens.get(i).is_some_and(|(_, t)| number(t).is_some_and(|n| (1..=31).contains(&n)));
    tokens.iter().enumerate().any(|(i, (_, t))| month(&t.to_lowercase()).is_some() && (day(i + 1) || (i > 0 && day(i - 1))))
}

/// The number of a month by its name in lower case.
fn month(name: &str) -> Option<u32> {
    let row = MONTHS.iter().position(|row| row.split(' ').any(|known| known == name))?;
    u32::try_from(row + 1).ok()
}

/// The first date in a text, as `2025-07-24` or, where the text is itself ISO 8601, with its time and zone. Days and months that could be
/// either way round are left alone.
pub(super) fn find(text: &str) -> Option<String> {
    let tokens: Vec<(usize, &str)> = tokens(text);
    (0..tokens.len()).find_map(|i| iso(text, &tokens, i).or_else(|| numeric(text, &tokens, i)).or_else(|| worded(&tokens, i)))
}

/// Runs of letters or of digits, each with where it starts; other characters only part them.
fn tokens(text: &str) -> Vec<(usize, &str)> {
    let mut out: Vec<(usize, &str)> = Vec::new();
    let mut run: Option<(usize, bool)> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let kind = if c.is_ascii_digit() { Some(true) } else { c.is_alphabetic().then_some(false) };
        if let Some((start, digits)) = run
            && kind != Some(digits)
        {
            out.push((start, &text[start..at]));
            run = None;
        }
        if run.is_none() {
            run = kind.map(|digits| (at, digits));
        }
    }
    out
}

/// `2025-07-24`, `2025/07/24`, `2025-07-24T10:15:00+03:00`, `20250724`, `2025年7月24日`.
fn iso(text: &str, tokens: &[(usize, &str)], i: usize) -> Option<String> {
    let (start, first) = tokens[i];
    if first.len() == 8 && first.bytes().all(|b| b.is_ascii_digit()) {
        return date(&first[..4], &first[4..6], &first[6..]);
    }
    let words = |n: usize| tokens.get(i + n).map_or("", |(_, t)| *t);
    if words(1) == "年" && words(3) == "月" {
        return date(first, words(2), words(4));
    }
    let day = date(first, words(1), words(2))?;
    let end = tokens.get(i + 2).map(|(at, t)| at + t.len())?;
    if end - start > 10 {
        return None;
    }
    Some(clock(&text[end..]).map_or(day.clone(), |clock| format!("{day}T{clock}")))
}

/// `T10:15:00.000+0300`, `10:15`, to `10:15:00+03:00`.
fn clock(rest: &str) -> Option<String> {
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let two = |at: usize, most: u32| rest.get(at..at + 2).filter(|t| number(t).is_some_and(|n| n <= most));
    let (hour, minute) = (two(0, 23)?, two(3, 59)?);
    if rest.get(2..3) != Some(":") {
        return None;
    }
    let seconds = if rest.get(5..6) == Some(":") { two(6, 60) } else { None };
    let mut out = format!("{hour}:{minute}");
    let mut zone = &rest[5..];
    if let Some(seconds) = seconds {
        out = format!("{out}:{seconds}");
        zone = &rest[8..];
        if let Some(fraction) = zone.strip_prefix(['.', ',']) {
            zone = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
        }
    }
    if zone.starts_with(['Z', 'z']) {
        out.push('Z');
    } else if let Some(offset) = zone.strip_prefix(['+', '-']) {
        let digits: String = offset.chars().filter(char::is_ascii_digit).take(4).collect();
        if digits.len() == 4 {
            out = format!("{out}{}{}:{}", &zone[..1], &digits[..2], &digits[2..]);
        }
    }
    Some(out)
}

/// `24/07/2025`, `24.07.2025`, and `07/24/2025` where it can only be that; `07/08/2025` says nothing, except with full stops, which put the day first.
fn numeric(text: &str, tokens: &[(usize, &str)], i: usize) -> Option<String> {
    let [(a, first), (b, second), (c, year)] = tokens.get(i..i + 3)?.try_into().ok()?;
    // Only one character between the numbers.
    if b != a + first.len() + 1 || c != b + second.len() + 1 || year.len() != 4 {
        return None;
    }
    let (x, y) = (number(first)?, number(second)?);
    let day_first = text.as_bytes().get(a + first.len()) == Some(&b'.');
    if x > 12 || x == y || day_first {
        date(year, second, first)
    } else if y > 12 {
        date(year, first, second)
    } else {
        None
    }
}

/// `July 24, 2025`, `24 July 2025`, `24 de julio de 2025`, `24th of July 2025`.
fn worded(tokens: &[(usize, &str)], i: usize) -> Option<String> {
    let (_, word) = tokens[i];
    let month = month(&word.to_lowercase())?.to_string();
    let skip = |n: &mut usize, step: isize| {
        while let Some((_, t)) = n.checked_add_signed(step).and_then(|k| tokens.get(k))
            && matches!(t.to_lowercase().as_str(), "de" | "del" | "of" | "st" | "nd" | "rd" | "th" | "º" | "er")
        {
            *n = n.saturating_add_signed(step);
        }
        n.checked_add_signed(step).and_then(|k| tokens.get(k)).map(|(_, t)| *t)
    };
    let (mut before, mut after) = (i, i);
    let day_before = skip(&mut before, -1).filter(|t| t.len() <= 2);
    let next = skip(&mut after, 1)?;
    if let Some(day) = day_before
        && next.len() == 4
        && let Some(found) = date(next, &month, day)
    {
        return Some(found);
    }
    after += 1;
    let year = skip(&mut after, 1).filter(|t| t.len() == 4)?;
    date(year, &month, next)
}

fn number(token: &str) -> Option<u32> {
    (token.len() <= 4 && token.bytes().all(|b| b.is_ascii_digit())).then(|| token.parse().ok()).flatten()
}

/// A day that exists, in a year that newspapers do.
fn date(year: &str, month: &str, day: &str) -> Option<String> {
    if year.len() != 4 || month.len() > 2 || day.len() > 2 {
        return None;
    }
    let (y, m, d) = (number(year)?, number(month)?, number(day)?);
    let leap = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
    let days = match m {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => return None,
    };
    ((1600..=2200).contains(&y) && (1..=days).contains(&d)).then(|| format!("{y:04}-{m:02}-{d:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds() {
        for (text, want) in [
            ("July 24, 2025", Some("2025-07-24")),
            ("Published on Thursday, 24 July 2025 at 10:15", Some("2025-07-24")),
            ("24th of July 2025", Some("2025-07-24")),
            ("Jul. 4, 2025", Some("2025-07-04")),
            ("24/07/2025", Some("2025-07-24")),
            ("07/24/2025", Some("2025-07-24")),
            ("07/08/2025", None),
            ("24.07.2025", Some("2025-07-24")),
            ("07.08.2025", Some("2025-08-07")),
            ("24 de julio de 2025", Some("2025-07-24")),
            ("1er août 2025", Some("2025-08-01")),
            ("24 июля 2025 г.", Some("2025-07-24")),
            ("24. Juli 2025", Some("2025-07-24")),
            ("2025-07-24T10:15:30.000+0300", Some("2025-07-24T10:15:30+03:00")),
            ("2025-07-24T10:15Z", Some("2025-07-24T10:15Z")),
            ("2025-07-24 10:15:30", Some("2025-07-24T10:15:30")),
            ("2025年7月24日", Some("2025-07-24")),
            ("20250724", Some("2025-07-24")),
            ("31 June 2025", None),
            ("the 50-day window, 2,025 of them", None),
            ("In May 2025", None),
            ("", None),
        ] {
            assert_eq!(find(text).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn time_lines() {
        for line in [
            "July 24, 2025",
            "an hour ago",
            "Updated 3 hours ago",
            "Thu, 24 Jul 2025 10:15 GMT",
            "4 hours ago",
            "24/07/2025",
            "July 24, 2025 · 4 min read",
        ] {
            assert!(is_time_line(line), "{line}");
        }
        for line in ["Talks ended on July 24, 2025", "May says", "24", "", "Today the talks ended", "The day of the year"] {
            assert!(!is_time_line(line), "{line}");
        }
    }
}
