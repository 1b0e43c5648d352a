//! Runs the engine's aligner on labelled sets, for a script to score. What it finds goes to standard output as JSON.

mod news;
mod newsroom;
mod scale;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use crossread_engine::{Settings, Source, Span, align, ingest, segment};
use serde_json::{Map, Value, json};

/// Scores below are left out: a set has a hundred thousand pairs of sentences that have nothing in common.
const FLOOR: f64 = 0.001;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match evaluate(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(found) => {
            println!("{found}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn evaluate(arguments: &[&str]) -> Result<Value> {
    match arguments {
        ["rows", scores, files @ ..] => rows(scores, files),
        ["news"] => news::evaluate(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/news"))),
        ["speed", files @ ..] if !files.is_empty() => speed(files),
        ["links", set] => each_pair(set, |pair| links(pair, align::score_sentences)),
        ["links", set, "--links"] => each_pair(set, |pair| links(pair, |a, b| align::link_sentences(a, b, &Settings::default()))),
        ["evidence", set] => each_pair(set, evidence),
        ["passages", set] => each_pair(set, passages),
        ["scale", cases @ ..] => scale::scale(cases),
        ["scale-case", case] => scale::case(case),
        _ => bail!(
            "cargo xtask eval links SET.json [--links], cargo xtask eval passages SET.json, cargo xtask eval speed FILE…,\n\
             cargo xtask eval scale [CASE…], cargo xtask eval news, cargo xtask eval evidence SET.json (for xtask/eval/train_links.py), or\n\
             cargo xtask eval rows SCORES.json|- FILE… (for xtask/eval/train_extract.py)"
        ),
    }
}

/// What the extractor is trained on, for each file: the texts of its units and their rows; those of the second forests where `scores` is a file
/// that gives each file's scores by the first, and those of the first where it is `-`.
fn rows(scores: &str, files: &[&str]) -> Result<Value> {
    let scores: BTreeMap<String, Vec<f32>> = if scores == "-" {
        BTreeMap::new()
    } else {
        serde_json::from_slice(&std::fs::read(scores).with_context(|| format!("cannot read {scores}"))?)?
    };
    let mut found = Map::new();
    for file in files {
        let bytes = std::fs::read(file).with_context(|| format!("cannot read {file}"))?;
        let source = Source { name: (*file).to_owned(), media_type: None, bytes };
        found.insert((*file).to_owned(), json!(ingest::training_rows(&source, scores.get(*file).map(Vec::as_slice))));
    }
    Ok(Value::Object(found))
}

/// Rounds over the files, of which the fastest counts: the others were disturbed.
const ROUNDS: usize = 5;

/// How fast the files become articles with sentences, on one thread.
fn speed(files: &[&str]) -> Result<Value> {
    let source = |file: &&str| {
        let bytes = std::fs::read(file).with_context(|| format!("cannot read {file}"))?;
        Ok(Source { name: (*file).to_owned(), media_type: None, bytes })
    };
    let sources: Vec<Source> = files.iter().map(source).collect::<Result<_>>()?;
    let bytes: usize = sources.iter().map(|source| source.bytes.len()).sum();
    let mut best = Duration::MAX;
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        for parsed in sources.iter().filter_map(|source| ingest::parse(source).ok()) {
            for article in &parsed.articles {
                std::hint::black_box(segment::article_sentences(article));
            }
        }
        best = best.min(begun.elapsed());
    }
    Ok(
        json!({ "files": files.len(), "bytes": bytes, "seconds": best.as_secs_f64(), "mb_per_second": bytes as f64 / 1e6 / best.as_secs_f64() }),
    )
}

fn each_pair(set: &str, find: impl Fn(&Value) -> Result<Value>) -> Result<Value> {
    let text = std::fs::read_to_string(set).with_context(|| format!("cannot read {set}"))?;
    let set: Value = serde_json::from_str(&text).with_context(|| format!("{set} is not JSON"))?;
    let pairs = set["pairs"].as_array().context("the set has no pairs")?;
    let mut found = Map::new();
    for pair in pairs {
        let id = pair["id"].as_str().context("a pair has no id")?;
        found.insert(id.to_owned(), find(pair).with_context(|| format!("pair {id}"))?);
    }
    Ok(Value::Object(found))
}

type Scorer = fn(&[String], &[String]) -> Vec<(usize, usize, f64)>;

fn links(pair: &Value, score: Scorer) -> Result<Value> {
    let cells = score(&sentences(pair, "a")?, &sentences(pair, "b")?);
    Ok(cells.into_iter().filter(|(_, _, score)| *score >= FLOOR).map(|(i, j, score)| json!([i, j, score])).collect())
}

/// What the scorer is trained on.
fn evidence(pair: &Value) -> Result<Value> {
    let (names, cells) = align::training_evidence(&sentences(pair, "a")?, &sentences(pair, "b")?);
    Ok(json!({ "names": names, "cells": cells }))
}

fn sentences(pair: &Value, side: &str) -> Result<Vec<String>> {
    let list = pair[side].as_array().with_context(|| format!("no list {side}"))?;
    list.iter().map(|sentence| Ok(sentence.as_str().with_context(|| format!("{side} holds what is no text"))?.to_owned())).collect()
}

fn passages(pair: &Value) -> Result<Value> {
    let text = |side: &str| pair[side].as_str().with_context(|| format!("no text {side}"));
    let (a, b) = (text("susp")?, text("src")?);
    let found = align::copied_passages(a, b);
    let row = |(in_a, in_b)| {
        let ((a_offset, a_length), (b_offset, b_length)) = (code_points(a, in_a), code_points(b, in_b));
        json!([a_offset, a_length, b_offset, b_length])
    };
    Ok(found.into_iter().map(row).collect())
}

/// Offset and length of a span, counted in code points.
fn code_points(text: &str, span: Span) -> (usize, usize) {
    let before = text.get(..span.start).unwrap_or_default();
    (before.chars().count(), span.of(text).chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_count_code_points() {
        let text = "naïve “quote” end";
        let start = text.find("quote").unwrap();
        assert_eq!(code_points(text, Span::new(start, start + 5)), (7, 5));
    }
}
