//! The news analysis against labelled texts, `tests/fixtures/news`: precision and recall of each part, on the half that was labelled before its rules
//! were written and on the half labelled after.

mod attributions;
mod cases;
mod figures;
mod quotations;
mod tally;
mod verdicts;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use crossread_engine::{Article, Block, Role, Source, SourceInfo, Span};
use serde_json::{Map, Value, json};

type Score = fn(&Path) -> Result<tally::Tally>;

/// Each part, the folder of its labels, and what scores a file of them.
const PARTS: [(&str, &str, Score); 5] = [
    ("figures", "figures", figures::score),
    ("figure-verdicts", "figure-verdicts", verdicts::score),
    ("quotations", "quotations", quotations::score),
    ("quotation-matches", "quotations", quotations::score_matches),
    ("attributions", "attributions", attributions::score),
];

/// Scores every part for which there are labels in `folder`.
pub(crate) fn evaluate(folder: &Path) -> Result<Value> {
    let mut found = Map::new();
    for (part, labels, score) in PARTS {
        let mut halves = Map::new();
        for half in ["before", "after"] {
            let mut all = tally::Tally::default();
            for file in files(&folder.join(labels).join(half))? {
                all.add(score(&file).with_context(|| format!("in {}", file.display()))?);
            }
            halves.insert(half.to_owned(), all.to_json());
        }
        found.insert(part.to_owned(), Value::Object(halves));
    }
    Ok(json!(found))
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).with_context(|| format!("cannot read {}", folder.display())),
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.sort();
    Ok(files)
}

/// An article of these paragraphs, the first its title where it is one.
fn article(paragraphs: &[String], has_title: bool, language: Option<&str>, published: Option<&str>) -> Article {
    let mut article = Article {
        source: SourceInfo::of(&Source { name: String::new(), media_type: None, bytes: Vec::new() }, "text/plain", "utf-8"),
        title: None,
        outlet: None,
        byline: None,
        agency: None,
        published: published.map(str::to_owned),
        updated: None,
        language: language.map(str::to_owned),
        url: None,
        origins: BTreeMap::new(),
        text: String::new(),
        blocks: Vec::new(),
        warnings: Vec::new(),
        corrections: Vec::new(),
        foreign: Vec::new(),
        repaired: None,
    };
    for (n, paragraph) in paragraphs.iter().enumerate() {
        let start = article.text.len();
        article.text.push_str(paragraph);
        let role = if n == 0 && has_title { Role::Title } else { Role::Paragraph };
        article.blocks.push(Block { role, span: Span::new(start, article.text.len()) });
        article.text.push_str("\n\n");
    }
    article
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the product promises of each part, on either half of its labels.
    const PRECISION: f64 = 0.90;
    const RECALL: f64 = 0.85;

    #[test]
    fn no_part_falls_below_its_bar() {
        let found = evaluate(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/news"))).unwrap();
        for (part, labels, _) in PARTS {
            for half in ["before", "after"] {
                let scored = &found[part][half];
                let of = |what: &str| scored[what].as_f64().unwrap();
                assert!(of("labelled") >= 10.0, "{part} {half}: too few labels in {labels}");
                assert!(of("precision") >= PRECISION && of("recall") >= RECALL, "{part} {half}: {scored:#}");
            }
        }
    }
}
