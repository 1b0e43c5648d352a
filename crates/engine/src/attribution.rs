//! How linked sentences differ in who says it and how sure they are.

use serde::{Deserialize, Serialize};

use crate::{ArticleIdx, Span};

/// A change of attribution, certainty or negation between two linked sentences, seen from `a`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AttributionChange {
    /// Article of the first side.
    pub a: ArticleIdx,
    /// Its words that tell; its whole sentence where it has none.
    pub a_span: Span,
    /// Article of the second side.
    pub b: ArticleIdx,
    /// Its words that tell, or its whole sentence.
    pub b_span: Span,
    /// What changed.
    pub change: AttributionKind,
}

/// What changed between two linked sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttributionKind {
    /// Only `b` says who says it.
    Appears,
    /// Only `a` says who says it.
    Vanishes,
    /// The verbs take another stance: "said", "admitted".
    Strength,
    /// Someone else says it.
    Speaker,
    /// Negated on one side only.
    Negation,
    /// Surer on one side: "may", "allegedly".
    Hedge,
}

impl AttributionKind {
    /// Seen from the other article.
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Appears => Self::Vanishes,
            Self::Vanishes => Self::Appears,
            Self::Strength | Self::Speaker | Self::Negation | Self::Hedge => self,
        }
    }
}
