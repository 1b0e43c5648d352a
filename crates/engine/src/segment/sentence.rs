//! Cutting a block into sentences.

use super::stop::{Stop, is_stop};
use crate::{Role, Span, limits};

/// Characters after which a space ends a sentence in Thai and Lao, which have no full stop and put spaces between clauses.
const CLAUSE_CHARS: usize = 40;

/// Cuts the text of a block that starts at byte `offset` of its article into sentences: trimmed, in order, not empty; all that stands between
/// them is white space.
///
/// `language` is the block's, as a BCP 47 primary language: it tells abbreviations from words. Without one, what any known language abbreviates
/// is taken for an abbreviation. Every script's full stops are known; Thai and Lao, which have none, are cut where a clause ends.
/// The second value tells whether a sentence longer than [`limits::SENTENCE_WORDS`] had to be cut.
pub fn sentences(text: &str, offset: usize, role: Role, language: Option<&str>) -> (Vec<Span>, bool) {
    let mut spans = Vec::new();
    let mut cut = false;
    let mut start = 0;
    for end in boundaries(text, role, language).into_iter().chain([text.len()]) {
        let piece = &text[start..end];
        let lead = piece.len() - piece.trim_start().len();
        if !piece.trim().is_empty() {
            cut |= push_within_limit(piece.trim(), offset + start + lead, &mut spans);
        }
        start = end;
    }
    (spans, cut)
}

/// Adds a sentence, or its pieces of at most [`limits::SENTENCE_WORDS`] words; tells whether it was cut.
fn push_within_limit(sentence: &str, offset: usize, spans: &mut Vec<Span>) -> bool {
    // A word is a byte at least, and white space parts it from the next.
    if sentence.len() < limits::SENTENCE_WORDS * 2 {
        spans.push(Span::new(offset, offset + sentence.len()));
        return false;
    }
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

/// Byte positions where one sentence ends and the next may start, in order. One pass; what is looked at around a stop is a word or two.
fn boundaries(text: &str, role: Role, language: Option<&str>) -> Vec<usize> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    let by_clauses = matches!(language, Some("th" | "lo"));
    let is_mark = |c: char| is_stop(c) || (c == '\n' && role == Role::Table) || (c == ' ' && by_clauses);
    while let Some(found_at) = text[at..].find(is_mark) {
        at += found_at;
        if text[at..].starts_with(['\n', ' ']) {
            if text[at..].starts_with('\n') || ends_clause(&text[start..at], &text[at..]) {
                found.push(at);
                start = at;
            }
            at += 1;
            continue;
        }
        let stop = Stop::read(&text[start..at], &text[at..]);
        at += stop.len();
        if stop.ends_sentence(language) {
            found.push(at);
            start = at;
        }
    }
    found
}

/// Whether the space at the start of `after` ends a clause of some length, and is not one beside a number, a foreign word or the mark of repetition.
fn ends_clause(before: &str, after: &str) -> bool {
    let is_letter = |c: char| matches!(c, '\u{e01}'..='\u{e4e}' | '\u{e81}'..='\u{ecd}') && c != 'ๆ';
    before.ends_with(is_letter) && after[1..].starts_with(is_letter) && before.chars().nth(CLAUSE_CHARS).is_some()
}
#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let (spans, cut) = sentences(text, 0, Role::Paragraph, Some("en"));
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
        check("「もう終わった。」と述べた。次へ。", &["「もう終わった。」と述べた。", "次へ。"]);
    }

    #[test]
    fn table_rows_are_sentences() {
        let text = "Kyiv\t3\nOdesa\t4";
        let (spans, _) = sentences(text, 10, Role::Table, None);
        assert_eq!(spans, [Span::new(10, 16), Span::new(17, 24)]);
    }

    #[test]
    fn an_endless_sentence_is_cut() {
        let text = "word ".repeat(limits::SENTENCE_WORDS * 2 + 1);
        let (spans, cut) = sentences(&text, 0, Role::Paragraph, Some("en"));
        assert_eq!((spans.len(), cut), (3, true));
    }
}
