//! What only news needs: quotations, names, attribution and hedges.
//!
//! Deterministic rules over words and word lists (`lexicon/`). Each article is read once ([`reading::Reading`]: names, who says what); what is found
//! is then set beside what the other articles have.

mod attributions;
mod claims;
mod differences;
mod entities;
mod indirect;
mod lexicon;
mod line;
mod matching;
mod names;
mod phrases;
mod reading;
mod reports;
mod said;
mod texts;

pub(crate) use attributions::attributions;
pub(crate) use matching::quotations;
pub(crate) use names::names;
pub(crate) use reading::Reading;
pub(crate) use texts::Texts;
