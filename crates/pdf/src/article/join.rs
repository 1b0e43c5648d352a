//! Paragraphs that go on in the next column or on the next page.

use crossread_engine::Role;

use super::paragraph::{Paragraph, ends};

/// Joins paragraphs that were parted by the end of a column or page; furniture and captions between their parts come after them.
pub(super) fn join(paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    let indents = uses_indents(&paragraphs);
    let mut out: Vec<Paragraph> = Vec::new();
    let mut last: Option<usize> = None;
    for paragraph in paragraphs {
        match last.and_then(|last| out.get_mut(last)) {
            Some(before) if goes_on(before, &paragraph, indents) => {
                before.right = paragraph.right;
                before.closes = paragraph.closes;
                before.lines.extend(paragraph.lines);
            }
            _ => {
                if !matches!(paragraph.role, Role::Boilerplate | Role::Caption) {
                    last = Some(out.len());
                }
                out.push(paragraph);
            }
        }
    }
    out
}

fn uses_indents(paragraphs: &[Paragraph]) -> bool {
    let body = || paragraphs.iter().filter(|p| p.role == Role::Paragraph && p.lines.len() > 1);
    let inner = body().filter(|p| !p.opens).count();
    inner >= 2 && body().filter(|p| !p.opens && p.indented).count() * 10 >= inner * 7
}

/// Whether `next` is the rest of `before`.
fn goes_on(before: &Paragraph, next: &Paragraph, indents: bool) -> bool {
    let (Some(last), Some(first)) = (before.last(), next.lines.first()) else { return false };
    if last.tag.is_some() && last.tag == first.tag {
        return before.closes && next.opens;
    }
    let body = matches!(before.role, Role::Paragraph | Role::ListItem) && next.role == Role::Paragraph;
    let size = last.size.max(first.size);
    if !body || !before.closes || !next.opens || size > 1.05 * last.size.min(first.size) || last.bold != first.bold {
        return false;
    }
    let full = before.right - last.x1 <= 1.1 * first.first + 0.5 * size;
    let small = first.text.chars().next().is_some_and(char::is_lowercase);
    let hyphen = last.text.ends_with(['-', '\u{2010}', '\u{ad}']);
    if ends(&last.text) {
        // Where paragraphs begin with an indent, one that does not begins on the page before.
        return full && indents && !next.indented && before.lines.len() > 1 && !last.text.ends_with(':');
    }
    // A line of a few words without a full stop is a byline, a date, a label.
    let running = before.lines.len() > 1 || before.words() > 8;
    (small && (running || hyphen)) || (full && running && !(indents && next.indented))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Line;

    fn paragraph(texts: &[&str], x1: f64, indented: bool) -> Paragraph {
        let line = |text: &&str| Line {
            text: (*text).to_owned(),
            x0: 0.0,
            x1,
            y: 10.0,
            size: 10.0,
            bold: false,
            first: 20.0,
            furniture: false,
            tag: None,
        };
        Paragraph {
            lines: texts.iter().map(line).collect(),
            role: Role::Paragraph,
            page: 0,
            right: 200.0,
            indented,
            opens: true,
            closes: true,
        }
    }

    fn joined(before: Paragraph, next: Paragraph) -> bool {
        join(vec![before, next]).len() == 1
    }

    #[test]
    fn over_columns() {
        assert!(joined(paragraph(&["The bridge will", "close for the"], 198.0, false), paragraph(&["winter, it was said."], 190.0, false)));
        assert!(joined(paragraph(&["It was said by", "the"], 198.0, false), paragraph(&["Harbour Council."], 190.0, false)));
        assert!(!joined(paragraph(&["The bridge will", "close."], 120.0, false), paragraph(&["Traders fear for sales."], 190.0, false)));
        assert!(!joined(paragraph(&["The bridge will", "close."], 199.0, false), paragraph(&["Traders fear for sales."], 190.0, false)));
        assert!(!joined(paragraph(&["By Ana Reyes"], 100.0, false), paragraph(&["Traders fear for sales."], 190.0, false)));
    }

    #[test]
    fn furniture_does_not_part() {
        let furniture = Paragraph { role: Role::Boilerplate, ..paragraph(&["3"], 10.0, false) };
        let all = vec![paragraph(&["The bridge will", "close for the"], 198.0, false), furniture, paragraph(&["winter."], 50.0, false)];
        let roles: Vec<Role> = join(all).iter().map(|p| p.role).collect();
        assert_eq!(roles, [Role::Paragraph, Role::Boilerplate]);
    }
}
