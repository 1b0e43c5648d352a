//! Figures marked in sentences: `{its words|kind value unit ~hedge =what is counted}`.

use std::path::Path;

use anyhow::{Context, Result};
use crossread_engine::analyse::figures::figures_of;
use crossread_engine::{FigureMember, FigureValue, Number, Span};

use super::article;
use super::tally::Tally;

struct Label {
    span: Span,
    kind: String,
    value: String,
    unit: Option<String>,
    hedge: Option<String>,
    of: Option<String>,
}

/// Scores the figures of a file. A figure is right where kind and value are, and unit if one is given, of words that overlap with its label's.
pub(crate) fn score(file: &Path) -> Result<Tally> {
    let text = std::fs::read_to_string(file).context("cannot read it")?;
    let remark = |name: &str| text.lines().find_map(|line| line.strip_prefix("# ")?.strip_prefix(name)).map(str::trim);
    let mut tally = Tally::default();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (plain, labels) = unmark(line)?;
        let article = article(&[plain], false, remark("language"), remark("published"));
        let found = figures_of(&article);
        tally.labelled += labels.len();
        tally.found += found.len();
        let mut taken = vec![false; labels.len()];
        for (member, kind, of) in &found {
            let is_it = |label: &Label| {
                let overlaps = label.span.start < member.span.end && member.span.start < label.span.end;
                overlaps
                    && label.kind == kind.name()
                    && same_value(&label.value, member)
                    && label.unit.as_ref().is_none_or(|unit| member.unit.as_ref() == Some(unit))
            };
            let Some(at) = (0..labels.len()).find(|at| !taken[*at] && is_it(&labels[*at])) else {
                let words = member.span.of(&article.text);
                tally.errors.push(format!("found “{words}” {} {:?} {:?} in: {line}", kind.name(), member.value, member.unit));
                continue;
            };
            taken[at] = true;
            tally.right += 1;
            let hedge = member.hedge.map(|hedge| hedge.name().to_owned());
            let mut detail = |what: &str, wanted: &Option<String>, got: Option<&str>| {
                tally.details += 1;
                if wanted.as_deref() == got {
                    tally.right_details += 1;
                } else {
                    tally.errors.push(format!("{what} {got:?} instead of {wanted:?} in: {line}"));
                }
            };
            detail("hedge", &labels[at].hedge, hedge.as_deref());
            if labels[at].of.is_some() {
                detail("of", &labels[at].of, Some(of));
            }
        }
        let missed = labels.iter().zip(&taken).filter(|(_, taken)| !**taken);
        tally.errors.extend(
            missed.map(|(label, _)| format!("missed “{}” {} {} in: {line}", label.span.of(&article.text), label.kind, label.value)),
        );
    }
    Ok(tally)
}

/// A line without its marks, and what they say.
fn unmark(line: &str) -> Result<(String, Vec<Label>)> {
    let (mut plain, mut labels, mut rest) = (String::new(), Vec::new(), line);
    while let Some((before, after)) = rest.split_once('{') {
        plain.push_str(before);
        let (marked, after) = after.split_once('}').with_context(|| format!("a brace is open in: {line}"))?;
        let (words, says) = marked.split_once('|').with_context(|| format!("no bar in {marked}"))?;
        let (says, of) = says.split_once(" =").map_or((says, None), |(says, of)| (says, Some(of.to_owned())));
        let (says, hedge) = says.split_once(" ~").map_or((says, None), |(says, hedge)| (says, Some(hedge.to_owned())));
        let mut fields = says.split(' ').map(str::to_owned);
        let (kind, value) = (fields.next().unwrap_or_default(), fields.next().with_context(|| format!("no value in {marked}"))?);
        let start = plain.len();
        plain.push_str(words);
        labels.push(Label { span: Span::new(start, plain.len()), kind, value, unit: fields.next(), hedge, of });
        rest = after;
    }
    plain.push_str(rest);
    Ok((plain, labels))
}

/// Whether a figure has the value that is labelled; numbers with two decimals.
fn same_value(label: &str, member: &FigureMember) -> bool {
    let number = |number: Number| format!("{:.2}", number.as_f64());
    let labelled = |text: &str| text.parse::<f64>().map_or_else(|_| text.to_owned(), |value| format!("{value:.2}"));
    match &member.value {
        FigureValue::Number(value) => number(*value) == labelled(label),
        FigureValue::Range(low, high) => {
            label.split_once("..").is_some_and(|(a, b)| (number(*low), number(*high)) == (labelled(a), labelled(b)))
        }
        FigureValue::Iso(iso) => iso == label,
        FigureValue::IsoRange(low, high) => label.split_once("..") == Some((low, high)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out() {
        let (plain, labels) = unmark("At least {30|count 30 ~at-least =workers} workers and {$3m|money 3000000 USD}.").unwrap();
        assert_eq!(plain, "At least 30 workers and $3m.");
        let [workers, money] = &labels[..] else { panic!("{}", labels.len()) };
        assert_eq!((workers.span.of(&plain), workers.hedge.as_deref(), workers.of.as_deref()), ("30", Some("at-least"), Some("workers")));
        assert_eq!((money.span.of(&plain), money.unit.as_deref()), ("$3m", Some("USD")));
    }
}
