//! Whether a full stop, or what a language has for one, ends its sentence.

use super::conventions::{self, Conventions};
use super::lexicon::{REPORTING_VERBS, lists};
use super::unspaced::needs_no_space;

/// Whether a character may end a sentence. The semicolon is the question mark of Greek.
pub(super) fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | ';' | '\u{37e}' | '‼' | '⁇'..='⁉') || is_plain_stop(c)
}

/// Stops that mean nothing else: they need no space after them.
fn is_plain_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '．' | '؟' | '۔' | '।' | '॥' | '။' | '។' | '៕' | '།' | '։' | '።' | '፧')
}

/// White space that may stand inside a sentence's end: "« Oui. »", ". . .".
const SPACES: [char; 3] = [' ', '\u{a0}', '\u{202f}'];

/// What stands before a sentence's first word.
const OPENERS: &str = "“‘«‹„‚\"'([{¿¡—–-*•「『（《►▪";

/// A run of stops with its surroundings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop<'a> {
    /// The sentence so far, without the stop.
    before: &'a str,
    /// The stops: ".", "?!", "...", ". . .".
    stops: &'a str,
    /// What closes after them: quotation marks, brackets, reference marks.
    closing: &'a str,
    /// Everything after that.
    after: &'a str,
}

impl<'a> Stop<'a> {
    /// Reads the stop at the start of `rest`, where the sentence so far is `before`.
    pub(super) fn read(before: &'a str, rest: &'a str) -> Self {
        let (stops, after_stops) = rest.split_at(stops_len(rest));
        let (closing, after) = after_stops.split_at(closing_len(after_stops));
        Self { before, stops, closing, after }
    }

    /// Bytes of the stops and what closes after them.
    pub(super) fn len(&self) -> usize {
        self.stops.len() + self.closing.len()
    }

    /// Whether the sentence ends here.
    pub(super) fn ends_sentence(&self, language: Option<&str>) -> bool {
        let (Some(mark), Some(next)) = (self.stops.chars().next(), self.after.chars().next()) else {
            // The block ends here, and with it the sentence.
            return false;
        };
        // Thai and Lao write points in abbreviations only.
        if mark == '.' && self.before.ends_with(|c: char| matches!(c, '\u{e00}'..='\u{eff}')) {
            return false;
        }
        if is_plain_stop(mark) || (needs_no_space(next) && self.before.ends_with(needs_no_space)) {
            return self.plain_stop_ends(mark, next);
        }
        let is_greek = |c: char| matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}');
        if matches!(mark, ';' | '\u{37e}') && !self.before.ends_with(is_greek) {
            return false;
        }
        let rules = Rules::of(language);
        let next = Next::read(self.after);
        if !self.after.starts_with(char::is_whitespace) {
            return self.closing.is_empty() && self.is_glued(&next, &rules);
        }
        if next.goes_on() || self.is_elision() {
            return false;
        }
        let starts = || next.is_marked || rules.starts(next.word);
        if self.closes_inner_bracket() && !starts() {
            return false;
        }
        let is_quoted = self.closing.contains(is_quotation_mark);
        match mark {
            '.' if self.stops.len() == 1 && !is_quoted => self.point_ends(&next, &rules),
            '!' | '?' if is_quoted => !continues_with_reporting(next.text),
            '!' if NAMES_WITH_MARKS.contains(&last_word(self.before)) => starts(),
            _ => true,
        }
    }

    /// A stop of a script that has one for nothing else. A comma goes on with the sentence, and so does the particle after a Japanese quotation;
    /// 《…！》 is a title.
    fn plain_stop_ends(&self, mark: char, next: char) -> bool {
        let is_decimal = mark == '．' && self.before.ends_with(char::is_numeric) && next.is_numeric();
        let goes_on = matches!(next, ',' | '，' | '、' | '،' | ';' | '；' | '؛' | ':' | '：' | ')' | '）');
        let is_reported = !self.closing.is_empty() && (next == 'と' || self.after.starts_with("って"));
        !is_decimal && !goes_on && !is_reported && !self.closing.ends_with('》')
    }

    /// Whether the stops mark words left out, or a pause, inside a sentence: "[...]", " ... ", ". . .". A fourth point is a full stop.
    fn is_elision(&self) -> bool {
        let n_points = self.stops.chars().filter(|c| *c == '.').count();
        let is_ellipsis = self.stops == "…" || (n_points == 3 && self.stops.trim_matches(['.', ' ']).is_empty());
        let is_bracketed = !self.closing.is_empty() && self.before.ends_with(['[', '(']);
        is_ellipsis && (is_bracketed || self.stops.contains(' ') || self.before.is_empty() || self.before.ends_with(char::is_whitespace))
    }

    /// Whether a bracket closes here that was opened in the middle of the sentence.
    fn closes_inner_bracket(&self) -> bool {
        let is_bracket =
            self.closing.ends_with(')') || (self.closing.ends_with(']') && !self.closing[..self.closing.len() - 1].ends_with(is_digit));
        is_bracket && !self.before.trim_start().starts_with(['(', '['])
    }

    /// A single full stop, no quotation mark after it: abbreviation, initial, ordinal, or end?
    fn point_ends(&self, next: &Next<'_>, rules: &Rules) -> bool {
        let word = last_word(self.before);
        if self.before.trim() == word && is_enumerator(word) {
            return false;
        }
        let starts = || next.is_marked || rules.starts(next.word);
        let lower = word.to_lowercase();
        if is_clock(&lower, self.before) {
            return starts() || (!next.goes_on_with_time() && !self.is_opening_adverbial());
        }
        if rules.any(|c| c.counts(&lower)) {
            return !next.first.is_numeric() && !matches!(next.first, '№' | '#');
        }
        if rules.any(|c| c.never_ends(&lower)) {
            return false;
        }
        if rules.any(|c| c.may_end(&lower)) {
            return starts();
        }
        if self.is_state(word) {
            // A dateline goes on with the agency: "MIAMI, Fla. (AP)".
            return rules.starts(next.word);
        }
        let n_letters = word.chars().count();
        if n_letters == 1 && word.chars().all(is_initial) {
            let is_pronoun = matches!(word, "я" | "I");
            let previous = self.before[..self.before.len() - word.len()].split_whitespace().next_back().unwrap_or_default();
            // "you and I." ends, "Albert I. Jones" does not.
            return (is_pronoun && !previous.starts_with(char::is_uppercase)) || (rules.starts(next.word) && !next.is_initial());
        }
        if is_acronym(word) {
            return starts();
        }
        !(rules.has_ordinals() && is_ordinal(word)) || rules.starts(next.word)
    }

    /// "left.The talks": whether the space between two sentences was lost. Not in addresses and names of files.
    fn is_glued(&self, next: &Next<'_>, rules: &Rules) -> bool {
        let mut letters = next.word.chars();
        let is_capitalised = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
        if self.stops.len() != 1 || self.stops == ";" || next.is_marked || !is_capitalised {
            return false;
        }
        // A longer one is an address; looking no further keeps the time linear in a text without spaces.
        let tail = &self.before[self.before.ceil_char_boundary(self.before.len().saturating_sub(LONGEST_WORD))..];
        let token = tail.split_whitespace().next_back().unwrap_or_default();
        let lower = token.to_lowercase();
        let is_figure = !token.is_empty() && token.chars().all(|c| c.is_numeric() || c == ',');
        let is_word = token.chars().count() > 1 && token.chars().all(char::is_alphabetic) && !rules.abbreviates(&lower);
        match next.text[next.word.len()..].chars().next() {
            Some('.') => is_word && rules.any(|c| c.never_ends(&next.word.to_lowercase())),
            Some(c) if !c.is_whitespace() && !matches!(c, ',' | '’' | '\'') => false,
            _ => (is_word && token == lower) || ((is_word || is_figure) && rules.starts(next.word)),
        }
    }

    /// "At 5 a.m.": whether the sentence so far only says when.
    fn is_opening_adverbial(&self) -> bool {
        let mut words = self.before.split_whitespace();
        let is_preposition =
            words.next().is_some_and(|w| matches!(w, "At" | "By" | "On" | "Around" | "Until" | "After" | "Before" | "From" | "Since"));
        is_preposition && words.nth(4).is_none()
    }

    /// "Miami, Fla.": a state as news agencies abbreviate it, after its town.
    fn is_state(&self, word: &str) -> bool {
        self.before[..self.before.len() - word.len()].trim_end().ends_with(',') && STATES.split(' ').any(|state| state == word)
    }
}

/// States of the USA in the style of the Associated Press, but for those that are acronyms.
const STATES: &str =
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Va Vt Wash Wis Wyo";

/// Names written with an exclamation mark.
const NAMES_WITH_MARKS: [&str; 3] = ["Jeopardy", "Oklahoma", "Yahoo"];

/// What comes after a stop.
struct Next<'a> {
    /// Without white space and opening marks.
    text: &'a str,
    /// Its first word, letters only.
    word: &'a str,
    first: char,
    /// Whether an opening mark stands before it.
    is_marked: bool,
    /// Whether it starts as wire services' names are written: "/TASS/".
    is_slashed: bool,
}

impl<'a> Next<'a> {
    fn read(after: &'a str) -> Self {
        let rest = after.trim_start();
        let text = rest.trim_start_matches(|c: char| c.is_whitespace() || OPENERS.contains(c));
        let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
        Self {
            text,
            word: &text[..end],
            first: text.chars().next().unwrap_or(' '),
            is_marked: text.len() < rest.len(),
            is_slashed: rest.starts_with('/'),
        }
    }

    /// A small letter goes on with the sentence, but for names such as "iPhone".
    fn goes_on(&self) -> bool {
        let is_name = self.word.chars().nth(1).is_some_and(char::is_uppercase);
        self.text.is_empty() || self.is_slashed || (self.first.is_lowercase() && !is_name)
    }

    /// Whether it is another initial, as in "J. A. Orlen".
    fn is_initial(&self) -> bool {
        self.word.chars().count() == 1 && self.text[self.word.len()..].starts_with('.')
    }

    /// Whether it goes on with a time of day: "3 p.m. Monday", "3 p.m. EDT", "3 p.m. Moscow time".
    fn goes_on_with_time(&self) -> bool {
        let mut words = self.text.split(|c: char| !c.is_alphabetic()).skip(1);
        let says_time = words.by_ref().take(2).any(|word| word.eq_ignore_ascii_case("time"));
        let is_zone = self.word.len() <= 5 && self.word.len() >= 2 && self.word.chars().all(char::is_uppercase);
        says_time || is_zone || DAYS.split(' ').any(|day| day == self.word)
    }
}

/// Weekdays and months.
const DAYS: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun January February March April May June July August September October November December Jan Feb Mar Apr Aug Sept Oct Nov Dec";

/// Bytes of the longest word looked at before a stop that no space follows.
const LONGEST_WORD: usize = 64;

/// The conventions that hold for a text: English ones, and its language's.
struct Rules {
    own: Option<&'static Conventions>,
}

impl Rules {
    fn of(language: Option<&str>) -> Self {
        Self { own: language.and_then(conventions::of) }
    }

    fn any(&self, holds: impl Fn(&Conventions) -> bool) -> bool {
        holds(conventions::ENGLISH) || self.own.is_some_and(holds)
    }

    fn starts(&self, word: &str) -> bool {
        self.any(|c| c.starts(word))
    }

    fn abbreviates(&self, lower: &str) -> bool {
        self.any(|c| c.never_ends(lower) || c.may_end(lower) || c.counts(lower))
    }

    fn has_ordinals(&self) -> bool {
        self.own.is_some_and(|c| c.has_ordinals)
    }
}

/// How long the stops at the start of `text` are, points set apart (". . .") among them.
fn stops_len(text: &str) -> usize {
    let mut end = 0;
    loop {
        let rest = &text[end..];
        if rest.starts_with(is_stop) {
            end += rest.chars().next().map_or(0, char::len_utf8);
            continue;
        }
        let apart = text[..end].ends_with('.').then(|| rest.strip_prefix(SPACES)).flatten().and_then(|r| r.strip_prefix('.'));
        match apart {
            Some(after) if !after.starts_with(char::is_alphanumeric) => end = text.len() - after.len(),
            _ => return end,
        }
    }
}

/// How long what closes at the start of `text` is: brackets, quotation marks that no letter or digit follows, French ones after a space,
/// and reference marks such as "[12]".
fn closing_len(text: &str) -> usize {
    let mut end = 0;
    loop {
        let rest = &text[end..];
        let Some(c) = rest.chars().next() else { return end };
        let follows = |after: &str| after.starts_with(char::is_alphanumeric);
        let length = c.len_utf8();
        end += match c {
            ')' | ']' | '}' | '」' | '』' | '）' | '》' => length,
            '[' => match reference_len(rest) {
                0 => return end,
                length => length,
            },
            _ if is_quotation_mark(c) && (!follows(&rest[length..]) || is_wide_quotation(&rest[length..], c)) => length,
            ' ' | '\u{a0}' | '\u{202f}' if rest[length..].starts_with('»') && !follows(&rest[length + '»'.len_utf8()..]) => {
                length + '»'.len_utf8()
            }
            _ => return end,
        };
    }
}

/// Whether a curly mark closes before a letter of a script without spaces.
fn is_wide_quotation(after: &str, mark: char) -> bool {
    matches!(mark, '”' | '’') && after.starts_with(needs_no_space)
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '”' | '“' | '’' | '‘' | '»' | '«' | '›' | '‹' | '"' | '\'')
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Length of a reference mark such as "[12]" at the start of `text`; 0 where there is none.
fn reference_len(text: &str) -> usize {
    let digits = text.bytes().skip(1).take(4).take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits) && text[1 + digits..].starts_with(']') { digits + 2 } else { 0 }
}

/// The word that a text ends with.
fn last_word(text: &str) -> &str {
    let is_before = |c: char| c.is_whitespace() || "([“\"‘«„-–—/".contains(c);
    let word = text.rsplit(is_before).next().unwrap_or_default();
    // "l’art", but not "Russia’s".
    match word.rsplit_once(['’', '\'']) {
        Some((_, rest)) if rest.chars().nth(1).is_some() => rest,
        _ => word,
    }
}

/// "a.m", "p.m", and Spanish "p. m".
fn is_clock(lower: &str, before: &str) -> bool {
    matches!(lower, "a.m" | "p.m") || (lower == "m" && (before.ends_with(" a. m") || before.ends_with(" p. m")))
}

/// Letters joined by points: "U.S", "т.д".
fn is_acronym(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic))
}

/// A letter that may stand for a word: of a script with small letters, or Arabic or Hebrew.
fn is_initial(c: char) -> bool {
    c.is_uppercase() || c.is_lowercase() || (matches!(c, '\u{5d0}'..='\u{5ea}' | '\u{620}'..='\u{64a}'))
}

/// The number or letter of an item in a list.
fn is_enumerator(word: &str) -> bool {
    (1..=3).contains(&word.len())
        && (word.bytes().all(|b| b.is_ascii_digit()) || (word.len() == 1 && word.bytes().all(|b| b.is_ascii_lowercase())))
}

/// A number of one or two digits, or a Roman one.
fn is_ordinal(word: &str) -> bool {
    let is_roman = !word.is_empty() && word.len() <= 5 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    is_roman || ((1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a quotation that ends in "?" or "!" is followed by who asked: up to three capitalised words and a reporting verb.
fn continues_with_reporting(rest: &str) -> bool {
    rest.split_whitespace()
        .take(4)
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()))
        .find(|w| !w.chars().next().is_some_and(char::is_uppercase))
        .is_some_and(|w| lists(REPORTING_VERBS, w))
}
