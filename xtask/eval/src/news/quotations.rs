//! Quotations: `number article | words | speaker | verb | differences`; lines with one number are one quotation.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use crossread_engine::{Difference, QuotationMember, Span};

use super::cases::{Case, cases, overlap, place};
use super::tally::Tally;

/// Per cent of their bytes that the words found and those labelled must have in common: quotations may differ by a stop, indirect speech by
/// where its clause begins.
const DIRECT: usize = 92;
const INDIRECT: usize = 60;

struct Label {
    number: String,
    article: usize,
    span: Span,
    is_direct: bool,
    speaker: String,
    verb: String,
    differences: Vec<Difference>,
}

/// Scores where quotations stand, with speaker and verb: all must be right.
pub(crate) fn score(file: &Path) -> Result<Tally> {
    each_case(file, |case, labels, tally| {
        let found: Vec<&QuotationMember> = case.comparison.quotations.iter().flat_map(|q| &q.members).collect();
        let mut is_right = vec![false; found.len()];
        for label in labels {
            let place = (0..found.len()).find(|at| !is_right[*at] && is_at(label, found[*at]));
            let Some(at) = place else {
                tally.errors.push(format!("{}: missed “{}”", case.name, label.span.of(&case.articles[label.article].text)));
                continue;
            };
            let member = found[at];
            let text = &case.articles[label.article].text;
            let verb = member.verb.map_or("-", |verb| verb.of(text));
            let speaker = member.speaker.as_ref().map_or("?", |s| &s.name);
            if is_named(&label.speaker, speaker) && verb == label.verb {
                is_right[at] = true;
                tally.right += 1;
            } else {
                let wanted = format!("{} {}", label.speaker, label.verb);
                tally.errors.push(format!("{}: {speaker} {verb} instead of {wanted}: “{}”", case.name, member.span.of(text)));
                is_right[at] = false;
            }
        }
        tally.labelled += labels.len();
        tally.found += found.len();
        let is_labelled = |member: &QuotationMember| labels.iter().any(|label| is_at(label, member));
        for member in found.iter().filter(|member| !is_labelled(member)) {
            tally.errors.push(format!("{}: found “{}”", case.name, member.span.of(&case.articles[member.article.0].text)));
        }
    })
}

/// Scores which members are one quotation and how they differ: of every pair of members of one quotation, whether it is found; and each difference.
pub(crate) fn score_matches(file: &Path) -> Result<Tally> {
    each_case(file, |case, labels, tally| {
        let member_of = |label: &Label| {
            let quotations = case.comparison.quotations.iter().enumerate();
            quotations.flat_map(|(at, q)| q.members.iter().map(move |m| (at, m))).find(|(_, m)| is_at(label, m))
        };
        let mut wanted: Vec<String> = Vec::new();
        let mut found: Vec<String> = Vec::new();
        for (at, x) in labels.iter().enumerate() {
            for y in labels[at + 1..].iter().filter(|y| y.article != x.article) {
                let pair = format!("{} = {}", shown(case, x.article, x.span), shown(case, y.article, y.span));
                if x.number == y.number {
                    wanted.push(pair.clone());
                }
                if member_of(x).zip(member_of(y)).is_some_and(|((q, _), (r, _))| q == r) {
                    found.push(pair);
                }
            }
            // Which of two equally full members the other is measured by does not matter.
            let name = |difference: &Difference| format!("quotation {} {difference:?}", x.number);
            wanted.extend(x.differences.iter().map(name));
            found.extend(member_of(x).into_iter().flat_map(|(_, member)| &member.differences).map(name));
        }
        for list in [&mut wanted, &mut found] {
            list.sort();
            list.dedup();
        }
        tally.labelled += wanted.len();
        tally.found += found.len();
        tally.right += wanted.iter().filter(|w| found.contains(w)).count();
        tally.errors.extend(wanted.iter().filter(|w| !found.contains(w)).map(|w| format!("{}: missed {w}", case.name)));
        tally.errors.extend(found.iter().filter(|f| !wanted.contains(f)).map(|f| format!("{}: found {f}", case.name)));
    })
}

fn shown(case: &Case, article: usize, span: Span) -> String {
    let words: String = span.of(&case.articles[article].text).chars().take(40).collect();
    format!("{article} “{words}”")
}

fn each_case(file: &Path, score: impl Fn(&Case, &[Label], &mut Tally)) -> Result<Tally> {
    let text = std::fs::read_to_string(file).context("cannot read it")?;
    let mut tally = Tally::default();
    for case in cases(&text)? {
        let labels: Vec<Label> =
            case.wanted.iter().map(|fields| label(&case, fields)).collect::<Result<_>>().with_context(|| format!("in “{}”", case.name))?;
        score(&case, &labels, &mut tally);
    }
    Ok(tally)
}

fn label(case: &Case, fields: &[String]) -> Result<Label> {
    ensure!(fields.len() >= 4, "“{}” has too few fields", fields.join(" | "));
    let (number, article) = fields[0].split_once(' ').with_context(|| format!("no article in “{}”", fields[0]))?;
    let (letter, is_direct) = article.strip_suffix('~').map_or((article, true), |letter| (letter, false));
    let article = letter.bytes().next().map_or(0, |letter| usize::from(letter - b'A'));
    let text = &case.articles.get(article).with_context(|| format!("there is no article {letter}"))?.text;
    let differences = fields.get(4).map_or("", String::as_str).split(' ').filter(|word| !word.is_empty());
    let difference = |word: &str| serde_json::from_value(word.into()).with_context(|| format!("“{word}” is no difference"));
    Ok(Label {
        number: number.to_owned(),
        article,
        span: place(text, &fields[1])?,
        is_direct,
        speaker: fields[2].clone(),
        verb: fields[3].clone(),
        differences: differences.map(difference).collect::<Result<_>>()?,
    })
}

fn is_at(label: &Label, member: &QuotationMember) -> bool {
    let least = if label.is_direct { DIRECT } else { INDIRECT };
    label.article == member.article.0 && label.is_direct == member.direct && overlap(label.span, member.span) >= least
}

/// Whether the speaker found is the one labelled: its last word, and all the others, in a name that may be longer.
fn is_named(label: &str, found: &str) -> bool {
    let words = |name: &str| name.to_lowercase().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (label, found) = (words(label), words(found));
    label.last() == found.last() && label.iter().all(|word| found.contains(word))
}
