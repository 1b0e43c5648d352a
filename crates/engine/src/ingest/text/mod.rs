//! Plain text: clean articles, and whole pages pasted as text.

mod body;
mod boundary;
mod roles;
mod title;
mod wrap;

pub(super) use body::{clean_body, is_clean};

use super::draft::Draft;
use super::line::{Kind, Line, unbulleted};
use super::{clean, extract, fields, language};
use crate::{Block, Role, Span, Warning, WarningKind, limits};

/// Parses plain text; also gives the further articles it holds.
pub(super) fn parse(text: &str) -> (Draft, Vec<Draft>) {
    let text = wrap::unwrap(&clean::lines(text));
    let spans = wrap::spans(&text);
    let lines: Vec<Line<'_>> = spans.iter().map(|span| Line::new(&text, *span)).collect();
    let (main, further) = boundary::split(&lines, &boundary::starts(&lines));
    let roles = roles::assign(&text, &lines, main);
    let further: Vec<Draft> = further
        .into_iter()
        .take(limits::ARTICLES)
        .map(|range| {
            let part = &text[lines[range.start].span.start..lines[range.end - 1].span.end];
            let spans = wrap::spans(part);
            let lines: Vec<Line<'_>> = spans.iter().map(|span| Line::new(part, *span)).collect();
            let roles = roles::assign(part, &lines, 0..lines.len());
            draft(part.to_owned(), &lines, &roles)
        })
        .collect();
    let mut draft = draft(text.clone(), &lines, &roles);
    if !further.is_empty() {
        draft.warnings.insert(0, Warning::whole(WarningKind::FurtherArticles { count: further.len() }));
    }
    (draft, further)
}

/// The lines of a text and their rows, for training.
pub(super) fn training_rows(text: &str, scores: Option<&[f32]>) -> Vec<(String, Vec<f32>)> {
    let text = wrap::unwrap(&clean::lines(text));
    let lines: Vec<Line<'_>> = wrap::spans(&text).into_iter().map(|span| Line::new(&text, span)).collect();
    let rows = extract::training_rows(&body::units(&text, &lines), scores);
    lines.iter().map(|line| line.text.to_owned()).zip(rows).collect()
}

/// Puts text and roles together, and reads the fields from the lines that have them.
fn draft(text: String, lines: &[Line<'_>], roles: &[Role]) -> Draft {
    let blocks: Vec<Block> = lines.iter().zip(roles).map(|(line, role)| Block { role: *role, span: line.span }).collect();
    let of = |wanted: Role| lines.iter().zip(roles).filter(move |(_, role)| **role == wanted).map(|(line, _)| line.text);
    let title = roles.iter().position(|role| *role == Role::Title).or(roles.iter().position(|role| role.is_compared())).unwrap_or(0);
    let near =
        lines[title.saturating_sub(6)..(title + 9).min(lines.len())].iter().filter(|line| line.kind != Kind::Prose).map(|line| line.text);
    let body: String = of(Role::Paragraph).take(200).collect::<Vec<_>>().join("\n");
    Draft {
        title: of(Role::Title).next().map(|t| clean::spaces(unbulleted(t))),
        outlet: roles::outlet(lines, roles),
        byline: of(Role::Byline).find_map(fields::byline).or_else(|| near.clone().find_map(fields::byline_line)),
        published: of(Role::Dateline).chain(of(Role::Byline)).chain(near).find_map(fields::published),
        language: language::of(if body.is_empty() { &text } else { &body }),
        blocks,
        text,
        warnings: if roles.iter().any(|role| role.is_compared()) { Vec::new() } else { vec![Warning::whole(WarningKind::NoBody)] },
    }
}

/// The span of a line in a text, trimmed; `None` where nothing is left.
fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let line = &text[start..end];
    let trimmed = line.trim_start();
    let start = start + line.len() - trimmed.len();
    let end = start + trimmed.trim_end().len();
    (start < end).then_some(Span { start, end })
}
