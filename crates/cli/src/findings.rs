//! What a comparison found in the news, as text for a terminal: quotations, names, attributions.

use std::fmt::Write;

use crate::rendering::one_line;
use crossread_engine::{
    Article, ArticleIdx, AttributionChange, AttributionKind, Comparison, Difference, Name, Quotation, QuotationMember, Span,
};

/// Quotations that several articles have, names in several spellings, changes of attribution; each kind under its heading, none where there is none.
pub(crate) fn findings(articles: &[Article], comparison: &Comparison) -> String {
    let mut out = String::new();
    let words = |article: ArticleIdx, span: Span| one_line(span.of(&articles[article.0].text));
    let is_shared = |q: &&Quotation| q.members.iter().any(|m| m.article != q.members[0].article);
    let shared: Vec<&Quotation> = comparison.quotations.iter().filter(is_shared).collect();
    if !shared.is_empty() {
        let _ = writeln!(out, "\nQuotations in several articles");
    }
    for quotation in shared {
        out.push('\n');
        for member in &quotation.members {
            let _ = writeln!(out, "  {}", quoted(member, &words));
        }
    }
    let spelled: Vec<&Name> = comparison.names.iter().filter(|name| is_written_differently(name)).collect();
    if !spelled.is_empty() {
        let _ = writeln!(out, "\nNames written differently\n");
    }
    for name in spelled {
        let forms = name.members.iter().map(|m| format!("{} {}", m.article.label(), m.form));
        let _ = writeln!(out, "  {}", forms.collect::<Vec<_>>().join(" · "));
    }
    if !comparison.attributions.is_empty() {
        let _ = writeln!(out, "\nWho says it, and how sure\n");
    }
    for change in &comparison.attributions {
        let _ = writeln!(out, "  {}", changed(change, &words));
    }
    out
}

fn quoted(member: &QuotationMember, words: &impl Fn(ArticleIdx, Span) -> String) -> String {
    let (open, close) = if member.direct { ("“", "”") } else { ("", "") };
    let verb = member.verb.map(|verb| words(member.article, verb));
    let said: Vec<&str> = [member.speaker.as_ref().map(|s| s.name.as_str()), verb.as_deref()].into_iter().flatten().collect();
    let said = if said.is_empty() { String::new() } else { format!(" – {}", said.join(", ")) };
    let differences: Vec<&str> = member.differences.iter().map(|d| difference(*d)).collect();
    let differences = if differences.is_empty() { String::new() } else { format!(" [{}]", differences.join(", ")) };
    format!("{} {open}{}{close}{said}{differences}", member.article.label(), words(member.article, member.span))
}

fn difference(difference: Difference) -> &'static str {
    match difference {
        Difference::Cut => "cut",
        Difference::Inserted => "words put in",
        Difference::Wording => "other words",
        Difference::Speaker => "other speaker",
        Difference::Verb => "other verb",
        Difference::Modality => "less or more certain",
    }
}

/// Whether the last words of a name's forms differ: "Medinsky" beside "Vladimir Medinsky" does not.
fn is_written_differently(name: &Name) -> bool {
    let last = |form: &str| form.split_whitespace().next_back().map(str::to_lowercase);
    let first = last(&name.members[0].form);
    name.members.iter().any(|m| last(&m.form) != first)
}

fn changed(change: &AttributionChange, words: &impl Fn(ArticleIdx, Span) -> String) -> String {
    let (a, b) = (words(change.a, change.a_span), words(change.b, change.b_span));
    let (a_label, b_label) = (change.a.label(), change.b.label());
    match change.change {
        AttributionKind::Appears => format!("{b_label} names who says it, {a_label} does not: {b} ↔ {a}"),
        AttributionKind::Vanishes => format!("{a_label} names who says it, {b_label} does not: {a} ↔ {b}"),
        AttributionKind::Strength => format!("another verb: {a_label} {a} ↔ {b_label} {b}"),
        AttributionKind::Speaker => format!("another speaker: {a_label} {a} ↔ {b_label} {b}"),
        AttributionKind::Negation => format!("negated in one: {a_label} {a} ↔ {b_label} {b}"),
        AttributionKind::Hedge => format!("less sure in one: {a_label} {a} ↔ {b_label} {b}"),
    }
}
