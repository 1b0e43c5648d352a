//! Crossread's engine: bytes in, comparison out.
#![doc = "```text\nbytes ──ingest──▶ Article ──segment──▶ Segments ──align──▶ Alignment ──diff, analyse──▶ Comparison ──▶ report\n```"]

pub mod align;
pub mod analyse;
mod article;
mod attribution;
mod compare;
mod comparison;
mod corrections;
pub mod diff;
mod document;
mod field;
mod figure;
mod groups;
pub mod ingest;
mod lexicon;
pub mod limits;
mod name;
mod quotation;
pub mod report;
pub mod segment;
mod sort;
mod source;
mod span;
pub mod tally;
mod warning;

pub use article::{Article, Block, Correction, Foreign, Role};
pub use attribution::{AttributionChange, AttributionKind};
pub use compare::{Progress, Settings, compare, compare_under};
pub use comparison::{
    ArticleIdx, Change, Class, Comparison, Link, Op, Passage, Place, Relation, Repeat, Sentence, Share, Stage, Statement, Truncated, Why,
};
pub use corrections::{Anchor, Decision, LinkCorrection, Standing, Terms};
pub use document::{Document, DocumentPiece};
pub use field::{Field, FieldOrigin};
pub use figure::{Figure, FigureKind, FigureMember, FigureValue, Hedge, Number, Verdict};
pub use name::{Name, NameForm, NameKind};
pub use quotation::{Difference, Quotation, QuotationMember, Speaker};
pub use source::{Source, SourceInfo};
pub use span::Span;
pub use tally::Tally;
pub use warning::{Warning, WarningKind};
