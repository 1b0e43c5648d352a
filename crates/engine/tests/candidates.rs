//! Looking only at candidates loses no link that scoring every pair of sentences would make.

use std::collections::BTreeMap;

use crossread_engine::Settings;
use crossread_engine::align::{link_sentences, score_sentences};
use proptest::prelude::*;

const WORDS: [&str; 40] = [
    "harbour",
    "bridge",
    "council",
    "mayor",
    "repairs",
    "pillars",
    "engineers",
    "ferry",
    "closed",
    "warned",
    "Tuesday",
    "Falk",
    "Lowmere",
    "budget",
    "crowns",
    "traffic",
    "winter",
    "fair",
    "resign",
    "inspection",
    "report",
    "cracks",
    "steel",
    "port",
    "authority",
    "passengers",
    "14,000",
    "2.4",
    "1931",
    "six",
    "accused",
    "ignored",
    "cost",
    "shops",
    "trade",
    "east",
    "bank",
    "opposition",
    "vote",
    "committee",
];

/// How far a score may lie from that of the full matrix: what is not listed counts there by its own score, here by a typical one.
const TOLERANCE: f64 = 0.03;

fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec(0..WORDS.len(), 4..14).prop_map(|words| words.into_iter().map(|at| WORDS[at]).collect::<Vec<_>>().join(" ") + ".")
}

/// Two articles: the second has some sentences of the first, some of them cut short, and some of its own.
fn related() -> impl Strategy<Value = (Vec<String>, Vec<String>)> {
    let taken = prop::collection::vec((any::<prop::sample::Index>(), 1..4_usize), 0..12);
    (prop::collection::vec(sentence(), 1..40), taken, prop::collection::vec(sentence(), 1..30)).prop_map(|(first, taken, own)| {
        let cut = |(at, parts): (prop::sample::Index, usize)| {
            let words: Vec<&str> = at.get(&first).split(' ').collect();
            words[..words.len().div_ceil(parts)].join(" ")
        };
        let second = taken.into_iter().map(cut).chain(own).collect();
        (first, second)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn links_are_those_of_the_full_matrix((a, b) in related()) {
        let full: BTreeMap<(usize, usize), f64> = score_sentences(&a, &b).into_iter().map(|(i, j, score)| ((i, j), score)).collect();
        // One sentence that vouches is enough, and the threshold is one, so that neither decides by a hair.
        let settings = Settings { sure: 370, vouches: 370, ..Settings::default() };
        let found: BTreeMap<(usize, usize), f64> = link_sentences(&a, &b, &settings).into_iter().map(|(i, j, score)| ((i, j), score)).collect();
        for (cell, score) in &found {
            prop_assert!((score - full[cell]).abs() <= TOLERANCE, "{:?}: {} for {}", cell, score, full[cell]);
        }
        let mut of_row = BTreeMap::<usize, usize>::new();
        let mut of_column = BTreeMap::<usize, usize>::new();
        for ((i, j), _) in full.iter().filter(|(_, score)| **score >= 0.37) {
            *of_row.entry(*i).or_default() += 1;
            *of_column.entry(*j).or_default() += 1;
        }
        for ((i, j), score) in full.iter().filter(|(_, score)| **score >= 0.37 + TOLERANCE) {
            // A sentence has at most twelve links; beyond that the best are kept.
            let is_crowded = of_row[i] > 12 || of_column[j] > 12;
            prop_assert!(is_crowded || found.contains_key(&(*i, *j)), "{} ~ {} scores {} and is no link", a[*i], b[*j], score);
        }
    }
}

#[test]
fn a_refrain_of_any_length_is_linked_with_its_counterparts() {
    // More often than any word may stand in a text and still bring sentences together.
    let text = vec!["The harbour bridge was closed on Tuesday.".to_owned(); 3_000];
    let links = link_sentences(&text, &text, &Settings::default());
    assert_eq!(links.iter().filter(|(i, j, _)| i == j).count(), 3_000);
    assert!(links.len() <= 3_000 * 12, "{}", links.len());
}
