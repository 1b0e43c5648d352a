//! What figures of several articles make of each other: `verdict | words in A | words in B`.

use std::path::Path;

use anyhow::{Context, Result, bail};
use crossread_engine::{Article, Comparison, Figure, Settings, Verdict, compare};

use super::article;
use super::tally::Tally;

/// Scores the cases of a file. Every verdict but `unclear` that is found must be labelled, and the other way round; conflicts that are none count as
/// found and not right.
pub(crate) fn score(file: &Path) -> Result<Tally> {
    let text = std::fs::read_to_string(file).context("cannot read it")?;
    let mut tally = Tally::default();
    for case in text.split("\n== ").skip(1) {
        let (name, rest) = case.split_once('\n').context("a case has no lines")?;
        let (texts, findings) = rest.split_once("\n--").with_context(|| format!("“{name}” has no line of dashes"))?;
        let articles: Vec<Article> = texts.split('[').skip(1).map(parse).collect::<Result<_>>()?;
        let comparison = compare(&articles, &Settings::default(), &mut |_| {});
        let wanted: Vec<&str> = findings.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        score_case(name, &articles, &comparison, &wanted, &mut tally)?;
    }
    Ok(tally)
}

/// `A]` or `A 2025-07-24]`, then its paragraphs.
fn parse(text: &str) -> Result<Article> {
    let (head, body) = text.split_once(']').context("an article has no bracket")?;
    let paragraphs: Vec<String> = body.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    Ok(article(&paragraphs, true, Some("en"), head.split_once(' ').map(|(_, published)| published)))
}

fn score_case(name: &str, articles: &[Article], comparison: &Comparison, wanted: &[&str], tally: &mut Tally) -> Result<()> {
    let found: Vec<&Figure> = comparison.figures.iter().filter(|f| f.verdict.is_some_and(|v| v != Verdict::Unclear)).collect();
    let mut taken = vec![false; found.len()];
    let words = |figure: &Figure| -> Vec<(usize, String)> {
        figure.members.iter().map(|m| (m.article.0, m.span.of(&articles[m.article.0].text).to_owned())).collect()
    };
    for line in wanted {
        let mut fields = line.split(" | ").map(|field| field.trim().trim_end_matches('|').trim());
        let verdict = match fields.next() {
            Some("agree") => Verdict::Agree,
            Some("compatible") => Verdict::Compatible,
            Some("conflict") => Verdict::Conflict,
            other => bail!("“{name}” wants the verdict {other:?}"),
        };
        let members: Vec<(usize, String)> = fields
            .enumerate()
            .flat_map(|(at, field)| field.split(", ").filter(|w| !w.is_empty()).map(move |w| (at, w.to_owned())))
            .collect();
        tally.labelled += 1;
        match (0..found.len()).find(|at| !taken[*at] && found[*at].verdict == Some(verdict) && words(found[*at]) == members) {
            Some(at) => {
                taken[at] = true;
                tally.right += 1;
            }
            None => tally.errors.push(format!("{name}: missed {line}")),
        }
    }
    // What agrees without being labelled is no error: not every figure of a case is.
    for (figure, taken) in found.iter().zip(taken) {
        let is_error = !taken && figure.verdict != Some(Verdict::Agree);
        tally.found += usize::from(taken || is_error);
        if is_error {
            tally.errors.push(format!("{name}: found {:?} {:?}", figure.verdict, words(figure)));
        }
    }
    Ok(())
}
