//! What the reader decides about links: cut, added, confirmed.
//!
//! A correction names its two sentences by what they say ([`Anchor`]), so it holds when the articles are shuffled, brought anew or compared again.
//! Where a sentence is gone, the correction is kept and told not to apply: it is the reader's, and the sentence may come back.
#![doc = "```text\nLinkCorrection ──Decided::new──▶ the cells they mean ──Decided::between──▶ align: each pair of articles ──▶ Link::corrected\n                      └────────────────▶ Standing, in Comparison::corrections\n```"]

mod anchor;
mod decided;

use serde::{Deserialize, Serialize};

pub use anchor::Anchor;
pub(crate) use decided::{Cells, Decided};

use crate::{Article, Comparison, Place, Settings};

/// What a comparison is made under: thresholds, and what the reader decided.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Terms {
    /// Thresholds.
    pub settings: Settings,
    /// What the reader decided about links. Of two about the same sentences the later one holds.
    pub corrections: Vec<LinkCorrection>,
}

/// What the reader decided about a pair of sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// They are not linked.
    Cut,
    /// They are linked, though nothing linked them.
    Added,
    /// They are rightly linked: no threshold takes the link away.
    Confirmed,
}

/// The reader's decision about two sentences of two articles.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LinkCorrection {
    /// The decision.
    pub decision: Decision,
    /// One sentence.
    pub a: Anchor,
    /// The other; never less than `a`, so that equal decisions are equal values.
    pub b: Anchor,
}

impl LinkCorrection {
    /// A decision about two sentences, whichever is named first.
    pub fn new(decision: Decision, one: Anchor, other: Anchor) -> Self {
        let (a, b) = if one <= other { (one, other) } else { (other, one) };
        Self { decision, a, b }
    }

    /// A decision about two sentences of a comparison.
    pub fn between(
        decision: Decision,
        articles: &[impl std::borrow::Borrow<Article>],
        comparison: &Comparison,
        one: &Place,
        other: &Place,
    ) -> Option<Self> {
        let anchor = |place: &Place| {
            let sentences = comparison.sentences.get(place.article.0)?;
            Anchor::new(articles.get(place.article.0)?.borrow(), sentences, place.sentence)
        };
        Some(Self::new(decision, anchor(one)?, anchor(other)?))
    }

    /// Whether it is about the same two sentences.
    pub fn is_about(&self, other: &Self) -> bool {
        (&self.a, &self.b) == (&other.a, &other.b)
    }
}

/// A correction in a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// What the reader decided.
    pub correction: LinkCorrection,
    /// The sentences that `a` and `b` name, whole; `None` where one of them is not among those compared, so that it does not apply.
    pub places: Option<[Place; 2]>,
}
