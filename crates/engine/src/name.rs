//! Names, and how each article spells them.

use serde::{Deserialize, Serialize};

use crate::{ArticleIdx, Span};

/// One person, place or organisation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Name {
    /// What it names; `None` where nothing tells.
    pub kind: Option<NameKind>,
    /// By article and text order: each way an article writes it, once.
    pub members: Vec<NameForm>,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameKind {
    /// A person.
    Person,
    /// A place, or the government that sits there.
    Place,
    /// An organisation.
    Organisation,
}

/// A way an article writes a name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct NameForm {
    /// Which article.
    pub article: ArticleIdx,
    /// Where it first stands.
    pub span: Span,
    /// As written.
    pub form: String,
    /// How often the article writes it so.
    pub times: usize,
    /// What the article calls the bearer beside this form: "Kremlin spokesman".
    pub descriptions: Vec<Span>,
}
