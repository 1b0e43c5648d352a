//! Articles and comparisons as text for a terminal.

use std::fmt::Write;

use crate::findings::findings;
use crossread_engine::{Article, ArticleIdx, Comparison, Figure, FigureMember, Link, Op, Relation, Role, Verdict};

/// An article as it would be compared; page furniture is counted, not shown.
pub(crate) fn article(article: &Article) -> String {
    let mut out = String::new();
    let updated =
        article.updated.as_ref().filter(|updated| article.published.as_ref() != Some(updated)).map(|updated| format!("updated {updated}"));
    let agency =
        article.agency.as_ref().filter(|agency| article.byline.as_ref() != Some(agency)).map(|agency| format!("credited to {agency}"));
    let fields = [&article.outlet, &article.byline, &agency, &article.published, &updated, &article.language, &article.url];
    let about: Vec<&str> = fields.into_iter().flatten().map(String::as_str).collect();
    let _ = writeln!(out, "{}", article.title.as_deref().unwrap_or("(no title)"));
    if !about.is_empty() {
        let _ = writeln!(out, "{}", about.join(" · "));
    }
    for warning in &article.warnings {
        let _ = writeln!(out, "! {}", warning.message());
    }
    for block in article.blocks.iter().filter(|b| b.role.is_compared() && b.role != Role::Title) {
        let mark = match block.role {
            Role::Heading => "# ",
            Role::ListItem => "• ",
            Role::Quotation => "> ",
            _ => "",
        };
        let _ = writeln!(out, "\n{mark}{}", block.span.of(&article.text));
    }
    let aside = article.blocks.iter().filter(|b| b.role == Role::Boilerplate).count();
    if aside > 0 {
        let _ = writeln!(out, "\n({aside} blocks set aside)");
    }
    out + "\n"
}

/// A comparison: the articles, what they share in numbers, figures that differ, then every passage with its changes as `[-old-]{+new+}`.
pub(crate) fn comparison(articles: &[Article], comparison: &Comparison) -> String {
    let mut out = String::new();
    for (at, article) in articles.iter().enumerate() {
        let at = ArticleIdx(at);
        let share = comparison.shares.iter().find(|s| s.article == at && s.also_in.is_none());
        let (words, of) = share.map_or((0, 0), |s| (s.words, s.of));
        let _ = writeln!(
            out,
            "{}  {} · {} · {of} words, {} % also elsewhere",
            at.label(),
            article.outlet.as_deref().unwrap_or(&article.source.name),
            article.title.as_deref().unwrap_or("(no title)"),
            (words * 100).checked_div(of).unwrap_or_default(),
        );
    }
    let in_all = comparison.statements.iter().filter(|s| s.articles().len() == articles.len()).count();
    let alone: usize =
        comparison.sentences.iter().map(Vec::len).sum::<usize>() - comparison.statements.iter().map(|s| s.members.len()).sum::<usize>();
    let _ = writeln!(
        out,
        "\n{in_all} statements in all {} articles, {} in some; {alone} sentences in one only.",
        articles.len(),
        comparison.statements.len() - in_all,
    );
    out += &figures(articles, comparison);
    out += &findings(articles, comparison);
    for passage in &comparison.passages {
        let moved = if passage.moved { ", moved" } else { "" };
        let _ = writeln!(out, "\n{} ↔ {}  {}{moved}", passage.a.label(), passage.b.label(), relation(passage.relation));
        for link in passage.links.iter().map(|at| &comparison.links[*at]) {
            let _ = writeln!(out, "  {}", changes(articles, link));
        }
    }
    if let Some(message) = comparison.languages_message() {
        let _ = writeln!(out, "\n{message}");
    }
    if let Some(truncated) = &comparison.truncated {
        let _ = writeln!(out, "\n{}", truncated.message());
    }
    out
}

/// Figures given more than once that differ, conflicts first; how many agree.
fn figures(articles: &[Article], comparison: &Comparison) -> String {
    let with = |verdict: Verdict| comparison.figures.iter().filter(move |figure| figure.verdict == Some(verdict));
    let mut out = String::new();
    for (verdict, heading) in
        [(Verdict::Conflict, "conflict"), (Verdict::Unclear, "may differ"), (Verdict::Compatible, "differ, compatible")]
    {
        for figure in with(verdict) {
            let _ = writeln!(out, "  {heading}: {}", members(articles, figure));
        }
    }
    let agree = with(Verdict::Agree).count();
    if out.is_empty() && agree == 0 {
        return out;
    }
    format!("\nFigures ({agree} agree)\n{out}")
}

/// `online working groups: A three · B four (about)`
fn members(articles: &[Article], figure: &Figure) -> String {
    let in_title = |member: &FigureMember| {
        let article = &articles[member.article.0];
        article.blocks.iter().any(|block| block.role == Role::Title && block.span.contains(member.span))
    };
    let member = |member: &FigureMember| {
        let place = if in_title(member) { " headline" } else { "" };
        let hedge = member.hedge.map_or_else(String::new, |hedge| format!(" ({})", hedge.name().replace('-', " ")));
        format!("{}{place} {}{hedge}", member.article.label(), one_line(member.span.of(&articles[member.article.0].text)))
    };
    let of = if figure.of.is_empty() { figure.kind.name() } else { &figure.of };
    format!("{of}: {}", figure.members.iter().map(member).collect::<Vec<_>>().join(" · "))
}

fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Verbatim => "verbatim",
        Relation::Edited => "edited",
        Relation::Paraphrase => "paraphrase",
        Relation::Partial => "partial",
    }
}

/// A link word by word; where little is the same, one text after the other reads better.
fn changes(articles: &[Article], link: &Link) -> String {
    let (a, b) = (&articles[link.a.article.0].text, &articles[link.b.article.0].text);
    if matches!(link.relation, Relation::Paraphrase | Relation::Partial) {
        return format!("{}\n    ↔ {}", one_line(link.a.span.of(a)), one_line(link.b.span.of(b)));
    }
    let shown = link.diff.iter().map(|change| match change.op {
        Op::Equal => change.a.of(a).to_owned(),
        Op::Delete => format!("[-{}-]", change.a.of(a)),
        Op::Insert => format!("{{+{}+}}", change.b.of(b)),
        Op::Replace => format!("[-{}-]{{+{}+}}", change.a.of(a), change.b.of(b)),
    });
    one_line(&shown.collect::<String>())
}

pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
