//! Blocks of lines to the paragraphs of an article.
//!
//! ```text
//! pages ──furniture──▶ lines marked ──paragraph──▶ paragraphs ──role──▶ roles ──join──▶ over columns and pages ──text──▶ pieces
//! ```

mod furniture;
mod hyphen;
mod join;
mod metadata;
mod paragraph;
mod role;
mod style;

pub(crate) use metadata::Metadata;

use crossread_engine::{DocumentPiece, Role};

use crate::layout::Laid;
use crate::page::Picture;
use hyphen::Words;
use paragraph::Paragraph;
use style::Style;

/// A page, laid out, with its pictures.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) laid: Laid,
    pub(crate) pictures: Vec<Picture>,
}

/// An article's title and pieces.
#[derive(Debug)]
pub(crate) struct Composed {
    pub(crate) title: Option<String>,
    pub(crate) pieces: Vec<DocumentPiece>,
}

/// Puts the pages of an article together; `said` is the title that the file's metadata gives.
pub(crate) fn compose(mut sheets: Vec<Sheet>, said: Option<&str>) -> Composed {
    furniture::mark(&mut sheets);
    let style = Style::of(&sheets);
    let words = Words::of(&sheets);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for (page, sheet) in sheets.into_iter().enumerate() {
        let from = paragraphs.len();
        for block in sheet.laid.blocks {
            paragraphs.extend(paragraph::split(block, page, &style));
        }
        role::captions(paragraphs.get_mut(from..).unwrap_or_default(), &sheet.pictures, &style);
        paragraphs.extend(sheet.laid.turned.into_iter().map(|line| Paragraph::furniture(line, page)));
    }
    role::headings(&mut paragraphs, &style);
    role::title(&mut paragraphs, said, &style);
    let paragraphs = join::join(paragraphs);
    let pieces: Vec<DocumentPiece> = paragraphs
        .iter()
        .map(|paragraph| DocumentPiece { role: paragraph.role, text: words.join(&paragraph.lines) })
        .filter(|piece| !piece.text.is_empty())
        .collect();
    let title = pieces.iter().find(|piece| piece.role == Role::Title).map(|piece| piece.text.clone());
    Composed { title, pieces }
}
