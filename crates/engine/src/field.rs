//! What is known about an article besides its text, and where that was found.

use serde::{Deserialize, Serialize};

/// A metadata field of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// [`crate::Article::title`].
    Title,
    /// [`crate::Article::outlet`].
    Outlet,
    /// [`crate::Article::byline`].
    Byline,
    /// [`crate::Article::agency`].
    Agency,
    /// [`crate::Article::published`].
    Published,
    /// [`crate::Article::updated`].
    Updated,
    /// [`crate::Article::language`].
    Language,
    /// [`crate::Article::url`].
    Url,
}

impl Field {
    /// Every field, in the order they are shown.
    pub const ALL: [Self; 8] =
        [Self::Title, Self::Outlet, Self::Byline, Self::Agency, Self::Published, Self::Updated, Self::Language, Self::Url];
}

/// Where the value of a [`Field`] was found, in the order in which a page's places are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldOrigin {
    /// A block of JSON-LD in the page.
    JsonLd,
    /// A `<meta>` or `<link>` element, or an attribute of `<html>`.
    Meta,
    /// The page's `<title>`.
    TitleElement,
    /// An element marked as holding it: microdata, RDFa, a microformat, `rel="author"`.
    Microdata,
    /// The address of the page.
    Address,
    /// A `<time>` element.
    TimeElement,
    /// A heading.
    Heading,
    /// A line that stands near the headline, or closes the text.
    VisibleLine,
    /// The words of the text, as a language is told.
    Text,
    /// The properties of the file, as a word processor keeps them.
    File,
    /// The reader, who corrected it.
    Reader,
}
