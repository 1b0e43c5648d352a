//! What each line of a text is.

use std::ops::Range;

use super::body::{self, Body};
use super::title;
use crate::Role;
use crate::ingest::dates;
use crate::ingest::lexicon::bylines;
use crate::ingest::line::{Kind, Line, unbulleted};

/// The role of every line, where the article is among `within`.
pub(super) fn assign(text: &str, lines: &[Line<'_>], within: Range<usize>) -> Vec<Role> {
    let body = body::find(text, lines, within);
    let mut roles = vec![Role::Boilerplate; lines.len()];
    for i in body.lines.clone().filter(|i| body.holds(*i)) {
        roles[i] = role_in_body(lines, i);
    }
    head(lines, &body, &mut roles);
    roles
}

/// The role of a line inside the body.
fn role_in_body(lines: &[Line<'_>], i: usize) -> Role {
    let line = &lines[i];
    match line.kind {
        _ if line.furniture && !(line.kind == Kind::Prose && line.words > 12) => Role::Boilerplate,
        Kind::Prose => Role::Paragraph,
        Kind::Item => Role::ListItem,
        Kind::Bullet | Kind::Rule => Role::Boilerplate,
        Kind::Time => Role::Dateline,
        Kind::Byline => Role::Byline,
        Kind::Short => {
            let next = lines.get(i + 1);
            let heads = next.is_some_and(|next| next.kind == Kind::Prose) && !line.ends && line.words <= 14 && line.words > 1;
            if heads { Role::Heading } else { Role::Paragraph }
        }
    }
}

/// Finds the title, byline and date lines at and before the start of the body.
fn head(lines: &[Line<'_>], body: &Body, roles: &mut [Role]) {
    let is_first = |i: &usize| {
        body.holds(*i) && lines[*i].kind == Kind::Prose && !lines[*i].furniture && (lines[*i].words >= 8 || !lines[*i].is_headline())
    };
    let Some(first) = body.lines.clone().find(is_first) else { return };
    let title = if body.clean { title::of_clean(lines, body.lines.start..first) } else { title::of_page(lines, body, first) };
    let start = title.unwrap_or(first);
    for i in body.lines.start..start {
        // Of a page's lines before the title none is the article's; of a clean text's only a lone name or section.
        if lines[i].kind != Kind::Prose && (!body.clean || (lines[i].kind == Kind::Short && lines[i].words <= 3)) {
            roles[i] = Role::Boilerplate;
        }
    }
    if let Some(title) = title {
        roles[title] = Role::Title;
    }
    for i in start.saturating_sub(4).max(body.part.start)..(first + 3).min(body.lines.end) {
        match lines[i].kind {
            Kind::Time => roles[i] = Role::Dateline,
            Kind::Byline => roles[i] = Role::Byline,
            Kind::Short if i < first && roles[i] != Role::Title && lines[i].words <= 8 && dates::names_day(lines[i].text) => {
                roles[i] = Role::Dateline
            }
            _ => {}
        }
    }
}

/// The outlet, where a line names it: a lone name after the body, or a name twice in the lines before the headline, as lists of articles have it.
pub(super) fn outlet(lines: &[Line<'_>], roles: &[Role]) -> Option<String> {
    let title = roles.iter().position(|role| *role == Role::Title).unwrap_or(0);
    let same = |line: &&Line<'_>, other: &Line<'_>| line.hash == other.hash && line.folded == other.folded;
    let twice = |i: &usize| {
        let line = &lines[*i];
        line.words <= 4 && !line.furniture && !line.folded.is_empty() && lines[..*i].iter().any(|other| same(&other, line))
    };
    if let Some(i) = (title.saturating_sub(5)..title).find(twice) {
        return Some(unbulleted(lines[i].text).to_owned());
    }
    let last = lines.last().filter(|line| body::is_signature(line) && lines.len() > 3 && !line.furniture && !line.end_matter)?;
    let before = roles.get(roles.len().checked_sub(2)?)?;
    let sound = last.words == 1 || last.folded.split(' ').any(bylines::is_outlet_word);
    (*before != Role::Boilerplate && sound).then(|| unbulleted(last.text).to_owned())
}
