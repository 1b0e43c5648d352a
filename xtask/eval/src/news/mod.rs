//! The news analysis against labelled texts, `tests/fixtures/news`: precision and recall of each part, on the half that was labelled before its rules
//! were written and on the half labelled after.

mod figures;
mod tally;
mod verdicts;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use crossread_engine::{Article, Block, Role, Source, SourceInfo, Span};
use serde_json::{Map, Value, json};

/// Scores every part for which there are labels in `folder`.
pub(crate) fn evaluate(folder: &Path) -> Result<Value> {
    let mut found = Map::new();
    for (part, score) in [("figures", figures::score as fn(&Path) -> Result<tally::Tally>), ("figure-verdicts", verdicts::score)] {
        let mut halves = Map::new();
        for half in ["before", "after"] {
            let mut all = tally::Tally::default();
            for file in files(&folder.join(part).join(half))? {
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
