//! Byline and dates in the lines around a headline.

use super::{byline, byline_line, is_by, is_name, nobody};
use crate::ingest::dates::{self, Order};
use crate::ingest::lexicon::time_words;

/// Lines around a headline, those after it first, then those before it; long ones are left out.
pub(crate) struct Near<'a> {
    after: Vec<&'a str>,
    before: Vec<&'a str>,
}

/// Lines looked at after and before the headline.
const AFTER: usize = 12;
const BEFORE: usize = 5;
/// Bytes of the longest line looked at.
const LONGEST: usize = 160;

/// The times that lines say, with what is in doubt.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct NearDates {
    pub(crate) published: Option<String>,
    pub(crate) updated: Option<String>,
    /// A date as written that could be two days.
    pub(crate) doubtful: Option<String>,
}

impl<'a> Near<'a> {
    /// The lines after and before the one at `title`.
    pub(crate) fn new(lines: &[&'a str], title: usize) -> Self {
        let after = lines.iter().skip(title + 1).take(AFTER);
        let before = lines[..title.min(lines.len())].iter().rev().take(BEFORE);
        Self { after: after.copied().collect(), before: before.copied().collect() }
    }

    /// The byline: a line that introduces names, a line after one that only introduces, names in a line with a date, or a name beside one. `signs`
    /// says whether a name opens a sentence elsewhere in the text, as notes about authors do.
    pub(crate) fn byline(&self, signs: impl Fn(&str) -> bool) -> Option<String> {
        let sound = |name: String| (!nobody(&name)).then_some(name);
        let introduced = |lines: &[&str]| lines.iter().enumerate().find_map(|(i, line)| introduced(line, lines.get(i + 1)).and_then(sound));
        let dated = |lines: &[&str]| lines.iter().find_map(|line| beside_date(line).and_then(sound));
        let unmarked = |lines: &[&str], reach: usize| {
            lines.iter().enumerate().take(reach).find_map(|(i, line)| {
                let name = is_name(line).then(|| byline(line)).flatten().filter(|name| is_name(name))?;
                let dated =
                    || lines[i.saturating_sub(DATE_REACH)..(i + DATE_REACH + 1).min(lines.len())].iter().any(|line| says_when(line));
                (signs(&name) || dated()).then_some(name).and_then(sound)
            })
        };
        introduced(&self.after)
            .or_else(|| dated(start(&self.after, 6)))
            .or_else(|| unmarked(&self.after, 7))
            .or_else(|| self.before.iter().take(4).find_map(|line| introduced(&[*line])))
            .or_else(|| dated(start(&self.before, 3)))
            .or_else(|| unmarked(&self.before, 3))
    }

    /// The times said: those of lines that say nothing else before those of other lines.
    pub(crate) fn dates(&self, order: Order) -> NearDates {
        let mut found = NearDates::default();
        let all = || self.after.iter().chain(&self.before).copied().filter(|line| line.len() <= LONGEST);
        found.read(all().filter(|line| dates::is_time_line(line) || says_time(line)), order);
        if found.published.is_none() {
            found.read(all().filter(|line| line.split_whitespace().count() <= 14 && !line.ends_with(['.', '?', '!'])), order);
        }
        found
    }
}

/// The first lines, at most `n`.
fn start<'s, 't>(lines: &'s [&'t str], n: usize) -> &'s [&'t str] {
    &lines[..lines.len().min(n)]
}

/// Lines between a name and the date that says it is a byline's.
const DATE_REACH: usize = 3;

/// Whether a line has a date, or an age.
fn says_when(line: &str) -> bool {
    line.len() <= LONGEST && (dates::is_time_line(line) || dates::find(line, Order::DayFirst).is_some())
}

/// The names that a line introduces, or that the line after it holds where it only introduces.
fn introduced(line: &str, next: Option<&&str>) -> Option<String> {
    let follows = || next.filter(|next| is_by(line) && next.len() <= 80).and_then(|next| byline(next));
    (line.len() <= LONGEST).then(|| byline_line(line).or_else(follows)).flatten()
}

/// The names in a line before or after its dates: `Ana Reyes 25 March 2025`, `Dec 17, 2025 by Ana Reyes`.
fn beside_date(line: &str) -> Option<String> {
    let words = line.split_whitespace().count();
    if line.len() > LONGEST || words > 16 || (words > 8 && line.ends_with(['.', '?', '!'])) {
        return None;
    }
    let written = dates::all(line, Order::DayFirst);
    let (first, last) = (written.first()?, written.last()?);
    let after = line[last.end..].trim_start_matches(|c: char| !c.is_alphabetic());
    let named = |text: &str| byline(text).filter(|name| is_name(name));
    let before = line[..first.start].trim_end();
    named(before).filter(|name| before.starts_with(name.as_str())).or_else(|| byline_line(after)).or_else(|| named(after))
}

/// Whether a line introduces a time, or a byline with one.
fn says_time(line: &str) -> bool {
    let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(3).map(str::to_lowercase);
    byline_line(line).is_some() || words.any(|word| time_words::says_published(&word) || time_words::says_updated(&word))
}

impl NearDates {
    /// Reads the times of lines in the order they are trusted; what is known stays.
    pub(crate) fn read<'a>(&mut self, lines: impl Iterator<Item = &'a str>, order: Order) {
        let mut label = Label::None;
        for line in lines {
            let mut at = 0;
            for written in dates::all(line, order) {
                let own = Label::of(&line[at..written.start]);
                at = written.end;
                let place = match if own == Label::None { label } else { own } {
                    Label::Updated => &mut self.updated,
                    _ => &mut self.published,
                };
                match written.iso {
                    Some(iso) if place.is_none() => *place = Some(iso),
                    None if self.doubtful.is_none() => self.doubtful = Some(line[written.start..written.end].to_owned()),
                    _ => {}
                }
                label = Label::None;
            }
            // "Last updated" may stand alone above its time.
            label = if at == 0 && line.len() <= 40 { Label::of(line) } else { Label::None };
        }
    }

    /// Reads the first line that says when the article was published, wherever it stands.
    pub(crate) fn read_labelled<'a>(&mut self, lines: impl Iterator<Item = &'a str>, order: Order) {
        for line in lines.filter(|line| line.len() <= LONGEST && line.bytes().any(|b| b.is_ascii_digit() || !b.is_ascii())) {
            if says_time(line) || Label::of(line) == Label::Published {
                self.read(std::iter::once(line), order);
            }
            if self.published.is_some() {
                return;
            }
        }
    }
}

/// What the words before a time say it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    None,
    Published,
    Updated,
}

impl Label {
    fn of(text: &str) -> Self {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut label = Self::None;
        for word in words {
            // "ReyesUpdated"
            let tail = word.char_indices().rfind(|(at, c)| *at > 0 && c.is_uppercase()).map_or(word, |(at, _)| &word[at..]);
            for word in [word.to_lowercase(), tail.to_lowercase()] {
                if time_words::says_updated(&word) {
                    label = Self::Updated;
                } else if time_words::says_published(&word) {
                    label = Self::Published;
                }
            }
        }
        label
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], byline: Option<&str>, published: Option<&str>, updated: Option<&str>) {
        let title = lines.iter().position(|line| line.starts_with('#')).unwrap_or(0);
        let near = Near::new(lines, title);
        assert_eq!(near.byline(|_| false).as_deref(), byline, "{lines:?}");
        let dates = near.dates(Order::Unknown);
        assert_eq!((dates.published.as_deref(), dates.updated.as_deref()), (published, updated), "{lines:?}");
    }

    #[test]
    fn bylines_and_dates() {
        let day = Some("2025-07-24");
        check(&["# Bridge shut", "By Ana Reyes", "July 24, 2025"], Some("Ana Reyes"), day, None);
        check(&["# Bridge shut", "Ana Reyes", "July 24, 2025"], Some("Ana Reyes"), day, None);
        check(&["# Bridge shut", "Ana Reyes 24 July 2025", "Share"], Some("Ana Reyes"), day, None);
        check(&["# Bridge shut", "Ana Reyes | 24 July 2025"], Some("Ana Reyes"), day, None);
        check(&["# Bridge shut", "Written by", "anareyes", "Last updated", "Aug 04, 2025"], Some("anareyes"), None, Some("2025-08-04"));
        check(&["# Bridge shut", "Published on Jul 24, 2025 Updated on Aug 4, 2025"], None, day, Some("2025-08-04"));
        check(&["# Bridge shut", "By Ana ReyesUpdated: Aug 4, 2025 1:06 PM EDT"], Some("Ana Reyes"), None, Some("2025-08-04T13:06-04:00"));
        check(&["# Bridge shut", "Dec 17, 2025Ana K. Reyes"], Some("Ana K. Reyes"), Some("2025-12-17"), None);
        check(&["# Bridge shut", "July 24, 2025 By Ana Reyes 4 Comments"], Some("Ana Reyes"), day, None);
        check(&["# Bridge shut", "By anareyesJuly 24, 2025No Comments"], Some("anareyes"), day, None);
        check(&["# Bridge shut", "Chief Editor", "July 24, 2025"], None, day, None);
        check(&["24 July 2025", "by Ana Reyes", "# Bridge shut"], Some("Ana Reyes"), day, None);
        check(&["# Bridge shut", "Traders fear for sales since May 3, 2024 or so", "July 24, 2025"], None, day, None);
        check(&["# Bridge shut", "Harbour Views", "The bridge will close."], None, None, None);
        check(&["# Bridge shut", "3 hours ago", "May 28"], None, None, None);
    }

    #[test]
    fn doubtful_dates() {
        let dates = Near::new(&["# Bridge shut", "Posted 07/08/2025"], 0).dates(Order::Unknown);
        assert_eq!(dates, NearDates { doubtful: Some("07/08/2025".into()), ..NearDates::default() });
        let dates = Near::new(&["# Bridge shut", "Posted 07/08/2025"], 0).dates(Order::DayFirst);
        assert_eq!(dates.published.as_deref(), Some("2025-08-07"));
    }

    #[test]
    fn labelled_dates_anywhere() {
        let mut dates = NearDates::default();
        let lines = ["The talks of May 3, 2024 failed.", "This article was originally published on 26 Sep 2019 at 4:12pm."];
        dates.read_labelled(lines.into_iter(), Order::Unknown);
        assert_eq!(dates.published.as_deref(), Some("2019-09-26T16:12"));
    }
}
