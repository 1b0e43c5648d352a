//! Cases of labelled articles: `== name`, `[A]` and its paragraphs, `--`, a finding a line.

use anyhow::{Context, Result};
use crossread_engine::{Article, Comparison, Settings, Span, compare};

use super::article;

pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) articles: Vec<Article>,
    pub(crate) comparison: Comparison,
    /// The fields of each finding.
    pub(crate) wanted: Vec<Vec<String>>,
}

/// The cases of a file, compared.
pub(crate) fn cases(text: &str) -> Result<Vec<Case>> {
    text.split("\n== ").skip(1).map(case).collect()
}

fn case(text: &str) -> Result<Case> {
    let (name, rest) = text.split_once('\n').context("a case has no lines")?;
    let (texts, findings) = rest.split_once("\n--").with_context(|| format!("“{name}” has no line of dashes"))?;
    let mut articles: Vec<(Option<String>, Vec<String>)> = Vec::new();
    for line in texts.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix('[').and_then(|head| head.strip_suffix(']')).filter(|head| head.len() <= 4) {
            Some(head) => articles.push((head.split_once(' ').map(|(_, language)| language.to_owned()), Vec::new())),
            None => {
                articles.last_mut().with_context(|| format!("“{name}” has a paragraph before its first article"))?.1.push(line.to_owned())
            }
        }
    }
    let articles: Vec<Article> =
        articles.iter().map(|(language, paragraphs)| article(paragraphs, false, language.as_deref().or(Some("en")), None)).collect();
    let comparison = compare(&articles, &Settings::default(), &mut |_| {});
    let fields = |line: &str| line.split('|').map(|field| field.trim().to_owned()).collect();
    let wanted = findings.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(fields).collect();
    Ok(Case { name: name.to_owned(), articles, comparison, wanted })
}

/// Where the words of a finding stand in a text; `…` stands for words left out.
pub(crate) fn place(text: &str, words: &str) -> Result<Span> {
    let (first, last) = words.split_once('…').map_or((words, None), |(first, last)| (first.trim(), Some(last.trim())));
    let start = text.find(first).with_context(|| format!("“{first}” is not in the article"))?;
    let end = start + first.len();
    let Some(last) = last else { return Ok(Span::new(start, end)) };
    let further = text[end..].find(last).with_context(|| format!("“{last}” is not in the article"))?;
    Ok(Span::new(start, end + further + last.len()))
}

/// Common bytes of two spans, per cent of all that they cover.
pub(crate) fn overlap(x: Span, y: Span) -> usize {
    let common = x.end.min(y.end).saturating_sub(x.start.max(y.start));
    (common * 100).checked_div(x.len() + y.len() - common).unwrap_or_default()
}
