//! What is quoted, and how the articles dress the same quotation.

use serde::{Deserialize, Serialize};

use crate::{ArticleIdx, Span};

/// One quotation: what one person said, in one article or in several.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Quotation {
    /// By article and text order.
    pub members: Vec<QuotationMember>,
}

/// A quotation as one article has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct QuotationMember {
    /// Which article.
    pub article: ArticleIdx,
    /// The words without their marks; of indirect speech, the clause that tells what was said.
    pub span: Span,
    /// Who said it; `None` where it cannot be told.
    pub speaker: Option<Speaker>,
    /// The verb that reports it, or "according to"; `None` where there is none.
    pub verb: Option<Span>,
    /// In quotation marks.
    pub direct: bool,
    /// How it differs from the fullest member, each kind once.
    pub differences: Vec<Difference>,
}

/// Who says something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Speaker {
    /// The fullest name the article gives, or the words that tell who: "the spokesman".
    pub name: String,
    /// What stands beside the words: a name, a role, a pronoun.
    pub span: Span,
}

/// How a quotation differs from the fullest member of its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difference {
    /// Words are left out.
    Cut,
    /// Words are put in.
    Inserted,
    /// Other words stand for the same.
    Wording,
    /// Someone else says it.
    Speaker,
    /// A verb of another stance reports it: "said", "admitted".
    Verb,
    /// "may", "must", "not" and the like are lost, gained or changed.
    Modality,
}
