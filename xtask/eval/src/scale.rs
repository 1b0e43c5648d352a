//! What comparing costs: made-up articles of every size that the engine promises to bear, each case in a process of its own.

use std::process::Command;

use anyhow::{Context, Result, bail};
use crossread_engine::{Article, Settings, Source, Stage, compare, ingest};
use serde_json::{Map, Value, json};

use crate::newsroom::Newsroom;

/// Words of an article in the cases with many.
const ARTICLE_WORDS: usize = 1_000;
/// Words of a text in the cases with two long ones.
const BOOK_WORDS: usize = 500_000;

/// A case: its name, and what makes its articles' texts.
type Case = (&'static str, fn() -> Vec<String>);

const CASES: [Case; 10] = [
    ("25 articles", || news(25)),
    ("50 articles", || news(50)),
    ("100 articles", || news(100)),
    ("200 articles", || news(200)),
    ("two books that share a tenth", || books(0.1)),
    ("two unrelated books", || books(0.0)),
    ("100,000 times one word", || vec!["word ".repeat(100_000), format!("Not so. {}", "word ".repeat(100_000))]),
    ("all sentences equal", || {
        let text = "The harbour bridge was closed on Tuesday.\n\n".repeat(10_000);
        vec![format!("One.\n\n{text}"), text]
    }),
    ("one sentence of 2 MB", || {
        let text = |seed| Newsroom::new(seed).words(330_000).join(" ");
        vec![text(1), text(2)]
    }),
    ("200 copies of one article", || {
        let text = Newsroom::new(3).article(ARTICLE_WORDS, &[]);
        (0..200).map(|n| format!("{text}\n\nIssue {n}.")).collect()
    }),
];

/// Every case's figures, or those of the `cases` named.
pub(crate) fn scale(cases: &[&str]) -> Result<Value> {
    let mut found = Map::new();
    for (name, _) in CASES.iter().filter(|(name, _)| cases.is_empty() || cases.contains(name)) {
        // A process of its own, because the most memory that a process had does not go down again.
        let output = Command::new(std::env::current_exe()?).args(["scale-case", name]).output()?;
        if !output.status.success() {
            bail!("{name}: {}", String::from_utf8_lossy(&output.stderr));
        }
        found.insert((*name).to_owned(), serde_json::from_slice(&output.stdout)?);
    }
    Ok(Value::Object(found))
}

/// One case, measured in this process. Parsing is timed apart. Seconds are those of the processor, which on an idle
/// machine are those of the clock, for all is done on one thread.
pub(crate) fn case(name: &str) -> Result<Value> {
    let (_, texts) = CASES.iter().find(|(case, _)| *case == name).with_context(|| format!("no case {name}"))?;
    let texts = texts();
    let begun = seconds()?;
    let articles = texts.into_iter().map(article).collect::<Result<Vec<_>>>()?;
    let parsed = seconds()? - begun;
    let before = peak_megabytes()?;

    let mut stages: Vec<(Stage, f64)> = Vec::new();
    let begun = seconds()?;
    let comparison = compare(&articles, &Settings::default(), &mut |progress| {
        if stages.last().is_none_or(|(stage, _)| *stage != progress.stage) {
            stages.push((progress.stage, seconds().unwrap_or_default()));
        }
    });
    let ended = seconds()?;
    // How far it had come when each stage began is where the one before it ended.
    let ends = stages.iter().skip(1).map(|(_, at)| *at).chain([ended]);
    let by_stage: Map<String, Value> = stages
        .iter()
        .zip(ends)
        .map(|((stage, from), to)| Ok((serde_json::to_string(stage)?.replace('"', ""), json!(to - *from))))
        .collect::<Result<_>>()?;
    Ok(json!({
        "articles": articles.len(),
        "words": articles.iter().map(Article::words).sum::<usize>(),
        "sentences": comparison.sentences.iter().map(Vec::len).sum::<usize>(),
        "links": comparison.links.len(),
        "statements": comparison.statements.len(),
        "truncated": comparison.truncated,
        "parse_seconds": parsed,
        "seconds": ended - begun,
        "seconds_by_stage": by_stage,
        "megabytes_before": before,
        "peak_megabytes": peak_megabytes()?,
    }))
}

fn article(text: String) -> Result<Article> {
    let source = Source { name: "made-up.txt".to_owned(), media_type: Some("text/plain".to_owned()), bytes: text.into_bytes() };
    let mut parsed = ingest::parse(&source).map_err(|error| anyhow::anyhow!("{error:?}"))?;
    if parsed.articles.len() != 1 {
        bail!("a text became {} articles", parsed.articles.len());
    }
    Ok(parsed.articles.remove(0))
}

/// Articles of which 40 % of the sentences stand in a pool of 400.
fn news(articles: usize) -> Vec<String> {
    let mut newsroom = Newsroom::new(7);
    let pool: Vec<String> = (0..400).map(|_| newsroom.sentence()).collect();
    (0..articles).map(|_| newsroom.article(ARTICLE_WORDS, &pool)).collect()
}

/// Two texts; `shared` of the paragraphs of the second stand in the first.
fn books(shared: f64) -> Vec<String> {
    let mut newsroom = Newsroom::new(11);
    let first = newsroom.paragraphs(BOOK_WORDS);
    let mut second = newsroom.paragraphs(BOOK_WORDS);
    for (paragraph, other) in second.iter_mut().zip(&first) {
        if newsroom.chance(shared) {
            paragraph.clone_from(other);
        }
    }
    vec![first.join("\n\n"), second.join("\n\n")]
}

/// Time that this process has had a processor.
fn seconds() -> Result<f64> {
    let times = std::fs::read_to_string("/proc/self/schedstat").context("time is read from /proc, which Linux has")?;
    let nanoseconds: f64 = times.split(' ').next().unwrap_or_default().parse()?;
    Ok(nanoseconds / 1e9)
}

/// The most memory this process has had.
fn peak_megabytes() -> Result<f64> {
    let status = std::fs::read_to_string("/proc/self/status").context("peak memory is read from /proc, which Linux has")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("no VmHWM")?;
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kilobytes / 1024.0)
}
