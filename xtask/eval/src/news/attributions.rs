//! Changes of attribution: `change | words in A | words in B`, `-` where there are none.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use crossread_engine::{AttributionChange, AttributionKind, Span};

use super::cases::{Case, cases};
use super::tally::Tally;

struct Label {
    change: AttributionKind,
    words: [Option<String>; 2],
}

/// Scores the changes of a file: right where the kind is, and the words found meet those labelled on a side that has any.
pub(crate) fn score(file: &Path) -> Result<Tally> {
    let text = std::fs::read_to_string(file).context("cannot read it")?;
    let mut tally = Tally::default();
    for case in cases(&text)? {
        score_case(&case, &mut tally).with_context(|| format!("in “{}”", case.name))?;
    }
    Ok(tally)
}

fn score_case(case: &Case, tally: &mut Tally) -> Result<()> {
    let found = &case.comparison.attributions;
    let mut taken = vec![false; found.len()];
    for fields in &case.wanted {
        let label = label(fields)?;
        tally.labelled += 1;
        match (0..found.len()).find(|at| !taken[*at] && is_it(case, &label, &found[*at])) {
            Some(at) => {
                taken[at] = true;
                tally.right += 1;
            }
            None => tally.errors.push(format!("{}: missed {}", case.name, fields.join(" | "))),
        }
    }
    tally.found += found.len();
    for (change, _) in found.iter().zip(&taken).filter(|(_, taken)| !**taken) {
        let [a, b] = sides(case, change);
        tally.errors.push(format!("{}: found {:?} | {a} | {b}", case.name, change.change));
    }
    Ok(())
}

fn label(fields: &[String]) -> Result<Label> {
    ensure!(fields.len() == 3, "“{}” has not three fields", fields.join(" | "));
    let change = serde_json::from_value(fields[0].as_str().into()).with_context(|| format!("“{}” is no change", fields[0]))?;
    let words = |field: &String| (field != "-").then(|| field.clone());
    Ok(Label { change, words: [words(&fields[1]), words(&fields[2])] })
}

fn is_it(case: &Case, label: &Label, change: &AttributionChange) -> bool {
    let meets = |side: usize, words: &Option<String>| {
        let (article, span) = if side == 0 { (change.a, change.a_span) } else { (change.b, change.b_span) };
        words.as_ref().is_some_and(|words| stands_in(&case.articles[article.0].text, words, span))
    };
    label.change == change.change && label.words.iter().enumerate().any(|(side, words)| words.is_some() && meets(side, words))
}

/// Whether the words stand somewhere in the text so that half of them, or of the span, is common.
fn stands_in(text: &str, words: &str, span: Span) -> bool {
    let is_near = |at: usize| {
        let common = span.end.min(at + words.len()).saturating_sub(span.start.max(at));
        common * 2 >= words.len().min(span.len())
    };
    // A whole sentence stands for no words.
    let is_short = span.len() <= words.len() * 3 + 10;
    is_short && text.match_indices(words).any(|(at, _)| is_near(at))
}

fn sides(case: &Case, change: &AttributionChange) -> [String; 2] {
    [(change.a, change.a_span), (change.b, change.b_span)].map(|(article, span)| span.of(&case.articles[article.0].text).to_owned())
}
