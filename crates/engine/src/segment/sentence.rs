//! Cutting a block into sentences.

use super::lexicon::{ABBREVIATIONS, ABBREVIATIONS_AT_ENDS, ABBREVIATIONS_BEFORE_FIGURES, REPORTING_VERBS, STARTERS, lists};
use crate::{Role, Span, limits};

/// Cuts the text of a block that starts at byte `offset` of its article into sentences: trimmed, in order, not empty.
///
/// Survives abbreviations, initials, decimals, ellipses, quotation marks after the stop and sentences without spaces between them (。！？).
/// The second value tells whether a sentence longer than [`limits::SENTENCE_WORDS`] had to be cut.
pub fn sentences(text: &str, offset: usize, role: Role) -> (Vec<Span>, bool) {
    let mut spans = Vec::new();
    let mut cut = false;
    let mut start = 0;
    let mut push = |from: usize, to: usize| {
        let piece = &text[from..to];
        let lead = piece.len() - piece.trim_start().len();
        if !piece.trim().is_empty() {
            cut |= push_within_limit(piece.trim(), offset + from + lead, &mut spans);
        }
    };
    for end in boundaries(text, role) {
        push(start, end);
        start = end;
    }
    push(start, text.len());
    (spans, cut)
}

/// Adds a sentence, or its pieces of at most [`limits::SENTENCE_WORDS`] words; tells whether it was cut.
fn push_within_limit(sentence: &str, offset: usize, spans: &mut Vec<Span>) -> bool {
    let (mut start, mut n_words, mut in_word, mut cut) = (0, 0, false, false);
    for (at, c) in sentence.char_indices() {
        let starts_word = !c.is_whitespace() && !in_word;
        in_word = !c.is_whitespace();
        if !starts_word {
            continue;
        }
        if n_words == limits::SENTENCE_WORDS {
            let piece = sentence[start..at].trim_end();
            spans.push(Span::new(offset + start, offset + start + piece.len()));
            (start, n_words, cut) = (at, 0, true);
        }
        n_words += 1;
    }
    spans.push(Span::new(offset + start, offset + sentence.len()));
    cut
}

/// Byte positions where one sentence ends and the next may start.
fn boundaries(text: &str, role: Role) -> Vec<usize> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        let c = chars[i].1;
        if c == '\n' && role == Role::Table {
            found.push(chars[i].0);
        }
        if !is_stop(c) {
            i += 1;
            continue;
        }
        let mut end = i + 1;
        while end < chars.len() && is_stop(chars[end].1) {
            end += 1;
        }
        let after_stops = end;
        while end < chars.len() && is_closing(&chars, end) {
            end += 1;
        }
        if ends_sentence(text, &chars, i, after_stops, end) {
            found.push(chars.get(end).map_or(text.len(), |c| c.0));
        }
        i = end;
    }
    found
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '｡' | '؟' | '۔' | '।' | '॥')
}

/// A quotation mark or bracket that closes. A straight mark closes when no letter or digit follows it.
fn is_closing(chars: &[(usize, char)], at: usize) -> bool {
    match chars[at].1 {
        '”' | '’' | '»' | '›' | ')' | ']' | '」' | '』' | '）' => true,
        '"' | '\'' => chars.get(at + 1).is_none_or(|c| !c.1.is_alphanumeric()),
        _ => false,
    }
}

/// Whether the stops `chars[stop..after_stops]`, closed by marks up to `end`, end a sentence.
fn ends_sentence(text: &str, chars: &[(usize, char)], stop: usize, after_stops: usize, end: usize) -> bool {
    let mark = chars[stop].1;
    if matches!(mark, '。' | '！' | '？' | '｡') {
        return true;
    }
    let Some(&(next_byte, next)) = chars.get(end) else { return false };
    if !next.is_whitespace() {
        return false;
    }
    let rest = text[next_byte..].trim_start();
    let opened = rest.trim_start_matches(['“', '‘', '«', '‹', '„', '"', '\'', '(', '[', '¿', '¡', '—', '–', '-', '*', '•', ' ']);
    let Some(first) = opened.chars().next() else { return false };
    if first.is_lowercase() {
        return false;
    }
    let word = opened.split_whitespace().next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
    let closed = end > after_stops;
    match mark {
        '.' if after_stops == stop + 1 && !closed => stop_ends_sentence(text, chars, stop, first, word, opened.len() < rest.len()),
        '!' | '?' if closed => !continues_with_reporting(rest),
        _ => true,
    }
}

/// A single full stop, no quotation mark after it: abbreviation, initial, or end?
fn stop_ends_sentence(text: &str, chars: &[(usize, char)], stop: usize, first: char, next_word: &str, next_is_marked: bool) -> bool {
    let head = &text[..chars[stop].0];
    let word = head
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '‘' | '-' | '–' | '—' | '/'))
        .next()
        .unwrap_or_default();
    let lower = word.to_lowercase();
    if lists(ABBREVIATIONS, &lower) {
        if lists(ABBREVIATIONS_BEFORE_FIGURES, &lower) {
            return !first.is_ascii_digit();
        }
        return lists(ABBREVIATIONS_AT_ENDS, &lower) && (next_is_marked || lists(STARTERS, next_word));
    }
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let is_acronym = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
    let is_initial = letters == 1 && word.chars().count() == 1 && word != "I" && word.chars().all(char::is_uppercase);
    if is_acronym || is_initial {
        return next_is_marked || lists(STARTERS, next_word);
    }
    true
}

/// Whether a quotation that ends in "?" or "!" is followed by who asked: up to three capitalised words and a reporting verb.
fn continues_with_reporting(rest: &str) -> bool {
    rest.split_whitespace()
        .take(4)
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()))
        .find(|w| !w.chars().next().is_some_and(char::is_uppercase))
        .is_some_and(|w| lists(REPORTING_VERBS, w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let (spans, cut) = sentences(text, 0, Role::Paragraph);
        assert_eq!(spans.iter().map(|s| s.of(text)).collect::<Vec<_>>(), expected);
        assert!(!cut);
    }

    #[test]
    fn stops_end_sentences() {
        check("One thing. Another thing! A third? Yes…", &["One thing.", "Another thing!", "A third?", "Yes…"]);
        check("  Spaces around.   And between.\n", &["Spaces around.", "And between."]);
        check("No stop at the end", &["No stop at the end"]);
        check("Wait... what? No... It ended.", &["Wait... what?", "No...", "It ended."]);
    }

    #[test]
    fn abbreviations_and_initials_do_not() {
        check("The U.S. President met Mr. Smith. They talked.", &["The U.S. President met Mr. Smith.", "They talked."]);
        check("He lives in the U.S. The talks begin today.", &["He lives in the U.S.", "The talks begin today."]);
        check(
            "Gen. J. R. Brown of St. Louis spoke on Jan. 5 at 3 p.m. in Rome.",
            &["Gen. J. R. Brown of St. Louis spoke on Jan. 5 at 3 p.m. in Rome."],
        );
        check("It was No. 3 on the list. He said no. Then he left.", &["It was No. 3 on the list.", "He said no.", "Then he left."]);
        check("Martin Luther King Jr. The march began.", &["Martin Luther King Jr.", "The march began."]);
    }

    #[test]
    fn decimals_and_addresses_do_not() {
        check("Growth was 3.5 percent. See example.org for more.", &["Growth was 3.5 percent.", "See example.org for more."]);
        check("It rose to 15.5. Then it fell.", &["It rose to 15.5.", "Then it fell."]);
    }

    #[test]
    fn quotation_marks_stay_with_their_sentence() {
        check("“We agreed.” He left.", &["“We agreed.”", "He left."]);
        check("He said 'no breakthrough was expected.' Talks go on.", &["He said 'no breakthrough was expected.'", "Talks go on."]);
        check("\"Why?\" Peskov asked. Nobody knew.", &["\"Why?\" Peskov asked.", "Nobody knew."]);
        check("“Why now?” he asked. “Why not?”", &["“Why now?” he asked.", "“Why not?”"]);
        check(
            "\"The delegation is leaving today, Peskov added. \"We expect talks.\"",
            &["\"The delegation is leaving today, Peskov added.", "\"We expect talks.\""],
        );
    }

    #[test]
    fn a_stop_before_a_small_letter_does_not() {
        check(
            "They renounce weapons of mass destruction. nor foreign troops.",
            &["They renounce weapons of mass destruction. nor foreign troops."],
        );
    }

    #[test]
    fn scripts_without_spaces() {
        check("会談は終わった。次は未定だ。", &["会談は終わった。", "次は未定だ。"]);
        check("「もう終わった。」と述べた。", &["「もう終わった。」", "と述べた。"]);
    }

    #[test]
    fn table_rows_are_sentences() {
        let text = "Kyiv\t3\nOdesa\t4";
        let (spans, _) = sentences(text, 10, Role::Table);
        assert_eq!(spans, [Span::new(10, 16), Span::new(17, 24)]);
    }

    #[test]
    fn an_endless_sentence_is_cut() {
        let text = "word ".repeat(limits::SENTENCE_WORDS * 2 + 1);
        let (spans, cut) = sentences(&text, 0, Role::Paragraph);
        assert_eq!((spans.len(), cut), (3, true));
    }
}
