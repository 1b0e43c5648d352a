//! Blocks cut into sentences: the cases of `tests/fixtures/sentences`, and what holds for any text.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crossread_engine::segment::sentences;
use crossread_engine::{Role, Span};
use proptest::prelude::*;

/// Cuts every case of a fixture; gives how many there are, and says of each that is cut otherwise how.
#[track_caller]
fn check(cases: &str) -> usize {
    let lines: Vec<&str> = cases.lines().collect();
    let wrong: Vec<String> = lines
        .chunks(2)
        .filter_map(|case| {
            let (language, phenomenon) = case[0].strip_prefix("# ").unwrap().split_once(": ").unwrap();
            let marked = case[1].replace("\\n", "\n");
            let text = marked.replace('‖', "");
            let wanted: Vec<&str> = marked.split('‖').map(str::trim).collect();
            let (spans, _) = sentences(&text, 0, Role::Paragraph, Some(language));
            let got: Vec<&str> = spans.iter().map(|span| span.of(&text)).collect();
            (got != wanted).then(|| format!("{language}: {phenomenon}\n  wanted {wanted:?}\n  got    {got:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), lines.len() / 2, wrong.join("\n"));
    lines.len() / 2
}

#[test]
fn golden_rules() {
    assert_eq!(check(include_str!("../../../tests/fixtures/sentences/golden.txt")), 42);
}

#[test]
fn news_and_languages() {
    assert!(check(include_str!("../../../tests/fixtures/sentences/news.txt")) > 100);
}

/// Texts of what sentence ends are made of, in any order.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Mr",
        "U.S",
        "J",
        "no",
        "No",
        "z",
        "B",
        "Jan",
        "p.m",
        "3",
        "15.5",
        "The",
        "Falk",
        "said",
        "я",
        "г",
        "会談",
        "สะพาน",
        "ด",
        "؟",
        "।",
        "。",
        ".",
        ".",
        ".",
        "...",
        "…",
        "!",
        "?",
        ";",
        " ",
        " ",
        " ",
        "\n",
        "\t",
        "\u{a0}",
        "“",
        "”",
        "\"",
        "'",
        "’",
        "«",
        "»",
        "(",
        ")",
        "[",
        "]",
        "[12]",
        "/",
        "-",
        "—",
        "》",
        "「",
        "」",
        "と",
        "iP",
        "\u{300}",
        "é",
        "🎙",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Sentences stand in order, do not overlap, are trimmed and not empty, and leave out nothing but white space.
fn check_tiling(text: &str, offset: usize, role: Role, language: Option<&str>) -> Result<(), TestCaseError> {
    let (spans, _) = sentences(text, offset, role, language);
    let mut at = 0;
    for Span { start, end } in spans {
        let (start, end) = (start - offset, end - offset);
        prop_assert!(at <= start && start < end);
        prop_assert_eq!(text[at..start].trim(), "");
        prop_assert_eq!(text[start..end].trim(), &text[start..end]);
        at = end;
    }
    prop_assert_eq!(text[at..].trim(), "");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sentences_tile_a_hostile_block(
        text in hostile(),
        offset in 0_usize..100,
        role in prop::sample::select(vec![Role::Paragraph, Role::Table]),
        language in prop::sample::select(vec![None, Some("en"), Some("de"), Some("ru"), Some("th"), Some("xx")]),
    ) {
        check_tiling(&text, offset, role, language)?;
    }

    #[test]
    fn sentences_tile_any_block(text in any::<String>(), language in prop::sample::select(vec![None, Some("en"), Some("th")])) {
        check_tiling(&text, 0, Role::Paragraph, language)?;
    }

    #[test]
    fn a_sentence_is_cut_no_further(text in hostile()) {
        // Elisions and enumerators look at where a sentence starts, so that a second cut may find less, never more.
        let (spans, _) = sentences(&text, 0, Role::Paragraph, Some("en"));
        for span in spans {
            prop_assert_eq!(sentences(span.of(&text), 0, Role::Paragraph, Some("en")).0.len(), 1);
        }
    }
}
