//! Names of people in bylines.

use crate::ingest::lexicon::{bylines, months, time_words};
use crate::ingest::{clean, cues};

/// Bytes that a byline's names have at most: papers have dozens of authors.
const LONGEST: usize = 200;

/// The names in a byline, without "By" and without what stands beside names: roles, outlets, places, dates, handles. `None` where no name is left.
pub(crate) fn byline(text: &str) -> Option<String> {
    let text = clean::spaces(text);
    let mut rest = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut introduced = false;
    // "Written by: By Ana".
    for _ in 0..2 {
        if let Some(tail) = without_by(rest) {
            rest = tail.trim_start_matches(|c: char| !c.is_alphanumeric());
            introduced = true;
        }
    }
    let rest = before_marks(rest);
    let names = people(names_at_start(rest), introduced);
    let names = names.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').trim_start_matches('.').trim();
    let sound = !names.is_empty() && names.len() <= LONGEST && names.chars().any(char::is_alphabetic);
    sound.then(|| names.to_owned())
}

/// Marks after which a byline says something else than names.
const MARKS: &[char] = &[';', '|', '•', '·', '\n', '—', '(', '[', '/', '●', '∙', '~', '<', '>', '►', '‧', '⋅'];

/// A byline up to the first mark that ends its names; a handle or an address of mail ends them before its word.
fn before_marks(text: &str) -> &str {
    let mark = text.find(MARKS).unwrap_or(text.len());
    let dash = [" - ", " – ", " : ", "://"].iter().filter_map(|dash| text.find(dash)).min().unwrap_or(text.len());
    let handle = text.find('@').map_or(text.len(), |at| text[..at].rfind(' ').unwrap_or(0));
    &text[..mark.min(dash).min(handle)]
}

/// The start of a text that can be names: it ends before a number, a date, or a word in lower case that no name holds (`in Geneva`, `for The Post`).
fn names_at_start(text: &str) -> &str {
    let mut at = 0;
    let mut named = false;
    for word in text.split(' ') {
        let start = at;
        at += word.len() + 1;
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = bare.to_lowercase();
        if bare.starts_with(|c: char| c.is_ascii_digit()) || (start > 0 && is_when(&lower)) {
            return &text[..start];
        }
        if named && bare.starts_with(char::is_lowercase) && !bylines::is_in_names(&lower) {
            return &text[..start];
        }
        if let Some(cut) = glued(word) {
            return &text[..start + cut];
        }
        named |= bare.starts_with(char::is_uppercase);
    }
    text
}

/// Whether a word begins to say when.
fn is_when(lower: &str) -> bool {
    (months::month(lower).is_some() && !months::is_ambiguous(lower)) || time_words::says_published(lower) || time_words::says_updated(lower)
}

/// Where a word that was glued on begins, if it says when: `ReyesUpdated`, `ReyesNovember`.
fn glued(word: &str) -> Option<usize> {
    let mut before = ' ';
    word.char_indices().find_map(|(at, c)| {
        let joint = before.is_lowercase() && c.is_uppercase();
        before = c;
        let tail = word[at..].trim_end_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        (joint && (is_when(&tail) || months::month(&tail).is_some())).then_some(at)
    })
}

/// The parts between commas that are names: the first, and those after it that look like whole names.
fn people(text: &str, introduced: bool) -> String {
    let mut out: Vec<&str> = Vec::new();
    for part in text.split([',', '،', '、']).map(str::trim).filter(|part| !part.is_empty()) {
        let words: Vec<String> = part.split(' ').map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect();
        let role = words.iter().any(|word| bylines::is_role(word));
        if out.is_empty() {
            out.push(if role && introduced { without_role(part) } else { part });
        } else if !role && !words.iter().any(|word| bylines::is_outlet_word(word)) && is_whole_name(part) {
            out.push(part);
        } else {
            break;
        }
    }
    out.join(", ")
}

/// A name without the role that follows it: `Ana Reyes Senior Correspondent`.
fn without_role(part: &str) -> &str {
    let mut at = 0;
    for (n, word) in part.split(' ').enumerate() {
        if n >= 2 && bylines::is_role(&word.to_lowercase()) {
            return part[..at].trim_end();
        }
        at += word.len() + 1;
    }
    part
}

/// Whether a part after a comma is another person: two words or more, with capitals where the script has them, and not one joined by "and" alone.
fn is_whole_name(part: &str) -> bool {
    let part = ["and ", "& ", "y ", "und ", "et ", "e "].iter().find_map(|and| part.strip_prefix(and)).unwrap_or(part);
    let words: Vec<&str> = part.split(' ').collect();
    let shaped = |word: &&str| !word.starts_with(char::is_lowercase) || bylines::is_in_names(&word.to_lowercase());
    let credential = words.iter().all(|w| w.len() <= 5 && w.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase));
    (2..=6).contains(&words.len()) && words.iter().all(shaped) && !credential || is_unspaced_name(part)
}

/// A name in a script that has no spaces between words.
fn is_unspaced_name(part: &str) -> bool {
    (2..=6).contains(&part.chars().count()) && part.chars().all(|c| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'))
}

/// The names in a line that stands as a byline: it begins with "By" or the like, and names people.
pub(crate) fn byline_line(line: &str) -> Option<String> {
    let line = line.trim();
    let tail = without_by(line)?;
    let names = byline(line)?;
    // "Di", "von" and "por" begin headlines as well; "By" in English bylines is followed by a name.
    let words: Vec<&str> = names.split_whitespace().collect();
    let rest = tail.trim_start_matches(|c: char| !c.is_alphanumeric());
    let after = rest.get(names.len()..).unwrap_or_default().trim();
    let colon = tail.trim_start().starts_with([':', '：']);
    // One word may be a name where something else says that this is a byline.
    let dated = after.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).is_some_and(|word| is_when(&word.to_lowercase()));
    let few = if colon || dated || after.starts_with(MARKS) || after.starts_with(|c: char| c.is_ascii_digit()) { 1 } else { 2 };
    let capital = |w: &&str| !w.starts_with(char::is_lowercase);
    let capitals = words.iter().filter(|w| capital(w)).count();
    let handle = words.len() == 1 && (dated || colon || after.starts_with(MARKS));
    let named = (handle || words.first().is_some_and(capital) || words.len() > 2) && (handle || capitals * 10 >= words.len() * 6);
    let ends = names.ends_with('.') && words.last().is_some_and(|w| w.chars().count() > 3);
    let follows = after.len() <= 60 && !after.ends_with(['.', '?', '!']) || after.starts_with(MARKS);
    (named && !ends && follows && (few..=40).contains(&words.len())).then_some(names)
}

/// Whether a line only introduces the byline that follows it: "Written by", "Author:".
pub(crate) fn is_by(line: &str) -> bool {
    without_by(line.trim()).is_some_and(|rest| !rest.contains(char::is_alphanumeric))
}

/// Whether a line looks like one person's name, or several: a few words with capitals, none of which belongs to buttons, outlets or roles. Only
/// scripts that have capitals can look so.
pub(crate) fn is_name(line: &str) -> bool {
    let line = line.trim();
    if line.len() > 80 {
        return false;
    }
    let line = line.split_once([',', '|', '•', '·']).map_or(line, |(name, _)| name.trim_end());
    let mut capitals = 0;
    let mut words = 0;
    for word in line.split_whitespace() {
        words += 1;
        let lower = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | ',' | '&'));
        let label = bylines::is_label(&lower) && lower != "and" || bylines::is_role(&lower) || bylines::is_outlet_word(&lower);
        // Weekdays, "published" and the like; shorter ones are names as well.
        let known = label || time_words::is_time_word(&lower) && lower.len() > 5;
        if !letters || known {
            return false;
        }
        if word.starts_with(char::is_uppercase) {
            capitals += 1;
        } else if !bylines::is_in_names(&lower) && word != "&" {
            return false;
        }
    }
    let shouts = line.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    (2..=7).contains(&words) && (2..=6).contains(&capitals) && !(shouts && words > 4) && !line.ends_with(['?', '!', ':'])
}

/// Whether one of the lines is a sentence that begins with a name, as notes about authors do: "Ana Reyes is a reporter in Geneva."
pub(crate) fn opens_sentence(name: &str, lines: &[&str]) -> bool {
    lines.iter().filter_map(|line| line.strip_prefix(name)).any(|rest| {
        let next = rest.trim_start_matches([' ', ',']);
        rest.len() > 20 && rest.starts_with([' ', ',']) && next.starts_with(char::is_lowercase)
    })
}

/// Whether a name is what publishing systems put where nobody is named, or no name at all: an address, a time it takes to read, a template's key.
pub(crate) fn nobody(name: &str) -> bool {
    let odd = name.starts_with(|c: char| c.is_ascii_digit()) || (!name.contains(' ') && name.matches('.').count() > 1);
    odd || name.contains("://") || name.starts_with('/') || name.contains(['{', '}', '%']) || bylines::is_nobody(&cues::fold(name))
}

/// What follows the words that introduce a byline.
fn without_by(text: &str) -> Option<&str> {
    let first = text.chars().next()?.to_lowercase().next()?;
    bylines::introducing(first).iter().find_map(|by| after_words(text, by))
}

/// What follows `start` in `text`, where `start` stands there as whole words, in any case.
fn after_words<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let mut at = 0;
    for c in start.chars() {
        let found = text[at..].chars().next()?;
        if !found.to_lowercase().eq(c.to_lowercase()) {
            return None;
        }
        at += found.len_utf8();
    }
    text[at..].chars().next().is_none_or(|c| !c.is_alphanumeric()).then(|| &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_bylines() {
        for (text, want) in [
            ("By Ana Reyes", Some("Ana Reyes")),
            ("Written by: By Ana Reyes", Some("Ana Reyes")),
            ("Ana Reyes and Tom Okafor in Geneva", Some("Ana Reyes and Tom Okafor")),
            ("Ana Reyes, Tom Okafor and Li Wei", Some("Ana Reyes, Tom Okafor and Li Wei")),
            ("Ana Reyes, Tom Okafor, and Li Wei", Some("Ana Reyes, Tom Okafor, and Li Wei")),
            ("Ana Reyes, Senior Correspondent", Some("Ana Reyes")),
            ("By Ana Reyes Senior Correspondent", Some("Ana Reyes")),
            ("Ana Reyes, PhD", Some("Ana Reyes")),
            ("Ana Reyes, The Harbour Post", Some("Ana Reyes")),
            ("Ana Reyes, Geneva", Some("Ana Reyes")),
            ("Ana Reyes (Reuters)", Some("Ana Reyes")),
            ("Ana Reyes | Harbour Today", Some("Ana Reyes")),
            ("Ana Reyes @anareyes", Some("Ana Reyes")),
            ("Ana Reyes ana@example.org", Some("Ana Reyes")),
            ("By Ana ReyesUpdated: Dec 19, 2025", Some("Ana Reyes")),
            ("by Ana ReyesNovember 20, 2007", Some("Ana Reyes")),
            ("Ana Reyes 25 March 2025", Some("Ana Reyes")),
            ("Ana de la Cruz y Tomás Ruiz", Some("Ana de la Cruz y Tomás Ruiz")),
            ("作者：王小明", Some("王小明")),
            ("بقلم: آنا رييس", Some("آنا رييس")),
            ("the Harbour Team", Some("the Harbour Team")),
            ("anareyes", Some("anareyes")),
            ("By", None),
            ("2 min", None),
            ("", None),
        ] {
            assert_eq!(byline(text).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn byline_lines() {
        for (line, want) in [
            ("By Ana Reyes", Some("Ana Reyes")),
            ("BY ANA REYES AND TOM OKAFOR", Some("ANA REYES AND TOM OKAFOR")),
            ("Written by: Ana Reyes | July 24, 2025", Some("Ana Reyes")),
            ("by Ana · Dec 20, 2025 at 3:00 am", Some("Ana")),
            ("By: anareyes | December 16, 2025", Some("anareyes")),
            ("Por Ana Reyes", Some("Ana Reyes")),
            ("Автор: Анна Иванова", Some("Анна Иванова")),
            ("記者：田中太郎", Some("田中太郎")),
            ("By the time the envoys arrived, the hall was empty.", None),
            ("By Monday", None),
            ("Byron Hall opens again", None),
            ("Di nuovo chiuso il ponte", None),
            ("Von der Leyen reist nach Kiew", None),
        ] {
            assert_eq!(byline_line(line).as_deref(), want, "{line}");
        }
        assert!(is_by("Written by") && is_by("Author:") && !is_by("Written by Ana"));
    }

    #[test]
    fn lines_that_look_like_names() {
        for line in [
            "Ana Reyes",
            "ANA REYES",
            "Ana Reyes, Harbour Post",
            "Ana Reyes | Harbour Post",
            "Ana de la Cruz",
            "Jean-Luc O’Neil",
            "Ana Reyes and Tom Okafor",
        ] {
            assert!(is_name(line), "{line}");
        }
        for line in [
            "Share",
            "Read More",
            "This Wednesday",
            "Chief Editor",
            "Ana Reyes, who has written of the harbour and its bridges for twenty years and more, says so",
            "Harbour Post",
            "Bridge to close",
            "Ana",
            "12 Reyes",
            "Getty Images",
            "Talks, Round Three?",
        ] {
            assert!(!is_name(line), "{line}");
        }
    }

    #[test]
    fn notes_about_authors() {
        assert!(opens_sentence("Ana Reyes", &["Ana Reyes is a reporter in Geneva."]));
        assert!(!opens_sentence("Harbour Views", &["Harbour Views", "Harbour Views And What They Cost Today"]));
    }

    #[test]
    fn nobodies() {
        for name in ["admin", "{{ author }}", "5 minutes", "https://example.org/ana", "a.b.c"] {
            assert!(nobody(name), "{name}");
        }
        assert!(!nobody("Ana Reyes"));
    }
}
