//! What paragraphs are: titles, headings, captions.

use crossread_engine::Role;

use super::paragraph::Paragraph;
use super::style::Style;
use crate::page::Picture;

/// Longest heading, in words.
const HEADING: usize = 40;
/// Longest heading that only its bold letters tell.
const BOLD_HEADING: usize = 20;
/// How much larger than the body a heading's letters are, and a title's.
const LARGER: f64 = 1.15;
const TITLE: f64 = 1.3;
/// Paragraphs among which the title is looked for.
const FIRST: usize = 400;
/// Smallest picture that has a caption, in points.
const PICTURE: f64 = 40.0;

/// Finds captions: text smaller than the body's, right below or above a picture of the same page.
pub(super) fn captions(paragraphs: &mut [Paragraph], pictures: &[Picture], style: &Style) {
    for paragraph in paragraphs.iter_mut().filter(|p| p.role == Role::Paragraph) {
        let (Some(first), Some(last)) = (paragraph.lines.first(), paragraph.lines.last()) else { continue };
        let (x0, x1) = paragraph.lines.iter().fold((first.x0, first.x1), |(a, b), line| (a.min(line.x0), b.max(line.x1)));
        let (top, bottom, size) = (first.top(), last.y, paragraph.size());
        let beside = |picture: &Picture| {
            let Picture([left, above, right, below]) = *picture;
            let large = right - left >= PICTURE && below - above >= PICTURE;
            let shared = (x1.min(right) - x0.max(left)) * 2.0 > x1 - x0;
            let near = (-0.5 * size..1.8 * size).contains(&(top - below)) || (-0.5 * size..1.2 * size).contains(&(above - bottom));
            large && shared && near
        };
        if size <= 0.95 * style.size && pictures.iter().any(beside) {
            paragraph.role = Role::Caption;
        }
    }
}

/// Finds headings, by size and weight.
pub(super) fn headings(paragraphs: &mut [Paragraph], style: &Style) {
    for paragraph in paragraphs.iter_mut().filter(|p| p.role == Role::Paragraph) {
        let words = paragraph.words();
        let text = paragraph.plain();
        let letters = text.chars().any(char::is_alphabetic);
        let larger = paragraph.size() >= LARGER * style.size && words <= HEADING;
        let bolder = paragraph.bold() && !style.bold && words <= BOLD_HEADING && !text.ends_with(['.', ',', ';', ':']);
        // A byline may be bold, and is looked for among paragraphs.
        let byline = text.to_lowercase().starts_with("by ") && words <= 10;
        if letters && !byline && (larger || bolder) {
            paragraph.role = Role::Heading;
        }
    }
}

/// Finds the title: the paragraph of the first page that says what the metadata says is the title, else the largest before its running text.
pub(super) fn title(paragraphs: &mut [Paragraph], said: Option<&str>, style: &Style) {
    let said = said.map(squash).filter(|said| said.len() >= 8);
    let shown = |p: &Paragraph| {
        let text = squash(&p.plain());
        // Metadata may add the site's name.
        said.as_ref().is_some_and(|said| text == *said || said.starts_with(&text) && text.len() * 2 > said.len())
    };
    let first: Vec<usize> = (0..paragraphs.len().min(FIRST))
        .filter(|i| {
            paragraphs.get(*i).is_some_and(|p| p.page == 0 && matches!(p.role, Role::Heading | Role::Paragraph) && p.words() <= HEADING)
        })
        .collect();
    let by_metadata = first.iter().copied().find(|i| paragraphs.get(*i).is_some_and(shown));
    let found = by_metadata.or_else(|| largest(paragraphs, &first, style));
    if let Some(paragraph) = found.and_then(|i| paragraphs.get_mut(i)) {
        paragraph.role = Role::Title;
    }
}

/// The largest heading among those at `first`. A name of a few words in larger letters above a headline is the newspaper's.
fn largest(paragraphs: &[Paragraph], first: &[usize], style: &Style) -> Option<usize> {
    let size = |i: usize| paragraphs.get(i).map_or(0.0, Paragraph::size);
    let words = |i: usize| paragraphs.get(i).map_or(0, Paragraph::words);
    // What follows more running text than a few paragraphs is another story.
    let running =
        |i: usize| paragraphs.get(..i).unwrap_or_default().iter().filter(|p| p.role == Role::Paragraph && p.words() > HEADING).count();
    let large: Vec<usize> = first.iter().copied().filter(|i| size(*i) >= TITLE * style.size && words(*i) > 0 && running(*i) <= 3).collect();
    let best = |among: &mut dyn Iterator<Item = usize>| {
        among.fold(None, |best: Option<usize>, i| if best.is_none_or(|best| size(i) > 1.02 * size(best)) { Some(i) } else { best })
    };
    let top = best(&mut large.iter().copied())?;
    let below = best(&mut large.iter().copied().filter(|i| *i > top && words(*i) >= 4));
    Some(if words(top) <= 3 { below.unwrap_or(top) } else { top })
}

/// Letters and digits only, in lower case.
fn squash(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
