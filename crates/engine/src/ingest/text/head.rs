//! Byline, dates and agency of a text, from the lines around its headline and at its end.

use crate::ingest::dates::Order;
use crate::ingest::draft::Draft;
use crate::ingest::fields::{self, Near};
use crate::ingest::line::{Kind, Line};
use crate::{Field, FieldOrigin, Role, Warning, WarningKind};

/// Fills the fields of a draft whose title, outlet and language are known; `title` is the line of the headline, or where the article starts.
pub(super) fn fill(draft: &mut Draft, lines: &[Line<'_>], roles: &[Role], title: usize) {
    let texts: Vec<&str> = lines.iter().map(|line| line.text).collect();
    let near = Near::new(&texts, title);
    let of = |wanted: Role| texts.iter().zip(roles).filter(move |(_, role)| **role == wanted).map(|(text, _)| *text);
    let line = FieldOrigin::VisibleLine;
    let outlet = draft.found.get(Field::Outlet).map(fields::squash).unwrap_or_default();
    let person = |name: &String| fields::squash(name) != outlet;
    draft.found.offer(Field::Byline, line, || near.byline(|name| fields::opens_sentence(name, &texts)).filter(person));
    draft.found.offer(Field::Byline, line, || of(Role::Byline).find_map(fields::byline_line).filter(person));

    let order = draft.found.get(Field::Language).map(Order::of_language).filter(|order| *order != Order::Unknown);
    let order = order.unwrap_or_else(|| shown_order(lines));
    let mut said = near.dates(order);
    if said.published.is_none() {
        said.read(of(Role::Dateline).chain(of(Role::Byline)), order);
    }
    if said.published.is_none() {
        said.read_labelled(texts.iter().copied(), order);
    }
    let doubtful = said.doubtful.filter(|_| said.published.is_none());
    draft.found.offer(Field::Published, line, || said.published);
    draft.found.offer(Field::Updated, line, || said.updated);
    draft.found.date_by_update();
    draft.warnings.extend(doubtful.map(|written| Warning::whole(WarningKind::DateInDoubt { written })));

    let is_body = |(line, role): &(&Line<'_>, &Role)| **role == Role::Paragraph && line.kind == Kind::Prose;
    let first = lines.iter().zip(roles).find(is_body).map(|(line, _)| line.text);
    let last = lines.iter().zip(roles).rfind(|(_, role)| role.is_compared()).map(|(line, _)| line.text);
    draft.found.offer(Field::Agency, line, || fields::agency(of(Role::Byline).next(), first, last));
}

/// The order of day and month that the short lines of a text show.
fn shown_order(lines: &[Line<'_>]) -> Order {
    let short = lines.iter().filter(|line| line.kind != Kind::Prose).map(|line| Order::of_text(line.text));
    short.into_iter().find(|order| *order != Order::Unknown).unwrap_or_default()
}
