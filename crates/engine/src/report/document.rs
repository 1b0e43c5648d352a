//! The shape of the report. Positions are Unicode code points, half-open; see `docs/report.schema.json`.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::analyse::Position;
use crate::{
    Anchor, AttributionKind, Class, Decision, Difference, Field, FieldOrigin, FigureKind, Hedge, NameKind, Op, Relation, Role, Settings,
    SourceInfo, Stage, Verdict, WarningKind, Why,
};

/// What [`Report::format`] says.
pub(crate) const FORMAT: &str = "crossread-report";
/// What [`Report::version`] says. Fields may be added under one version, none renamed.
pub(crate) const VERSION: u32 = 1;

/// What is read to know whether the rest can be.
#[derive(Deserialize)]
pub(crate) struct Head {
    pub format: String,
    pub version: u32,
}

/// The part of a report that is read again: articles, the reader's corrections and settings. What was found in them is computed anew.
#[derive(Deserialize)]
pub(crate) struct Sources {
    #[serde(default)]
    pub settings: SettingsInForce,
    pub articles: Vec<Article>,
    #[serde(default)]
    pub corrections: Vec<Correction>,
}

#[derive(Serialize)]
pub(crate) struct Report {
    pub format: &'static str,
    pub version: u32,
    pub tool: Tool,
    pub settings: SettingsInForce,
    pub articles: Vec<Article>,
    pub links: Vec<Link>,
    pub passages: Vec<Passage>,
    pub statements: Vec<Statement>,
    pub quotations: Vec<Quotation>,
    pub names: Vec<Name>,
    pub attributions: Vec<Attribution>,
    pub figures: Vec<Figure>,
    pub prominence: Vec<Prominence>,
    pub headlines: Vec<HeadlineDrift>,
    pub wording: Wording,
    pub omissions: Vec<Omissions>,
    pub corrections: Vec<Correction>,
    pub shares: Vec<Share>,
    pub repeats: Vec<Repeat>,
    /// Pairs of articles, by id.
    pub mixed_languages: Vec<[String; 2]>,
    pub truncated: Option<Truncated>,
}

#[derive(Serialize)]
pub(crate) struct Tool {
    pub name: &'static str,
    pub version: &'static str,
}

/// Scores from 0 to 1; `shortest` in words.
#[derive(Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct SettingsInForce {
    pub threshold: f64,
    pub sure: f64,
    pub vouches: f64,
    pub shortest: u16,
}

impl Default for SettingsInForce {
    fn default() -> Self {
        Self::from(&Settings::default())
    }
}

impl From<&Settings> for SettingsInForce {
    fn from(settings: &Settings) -> Self {
        Self {
            threshold: from_per_mille(settings.threshold),
            sure: from_per_mille(settings.sure),
            vouches: from_per_mille(settings.vouches),
            shortest: settings.shortest,
        }
    }
}

impl From<SettingsInForce> for Settings {
    fn from(settings: SettingsInForce) -> Self {
        Self {
            threshold: to_per_mille(settings.threshold),
            sure: to_per_mille(settings.sure),
            vouches: to_per_mille(settings.vouches),
            shortest: settings.shortest,
        }
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Article {
    #[serde(default)]
    pub id: String,
    #[serde(default)]
    pub label: String,
    pub source: SourceInfo,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub byline: Option<String>,
    #[serde(default)]
    pub agency: Option<String>,
    pub published: Option<String>,
    #[serde(default)]
    pub updated: Option<String>,
    pub language: Option<String>,
    #[serde(default)]
    pub url: Option<String>,
    #[serde(default, deserialize_with = "known_origins")]
    pub origins: BTreeMap<Field, FieldOrigin>,
    pub text: String,
    pub blocks: Vec<Block>,
    #[serde(default)]
    pub sentences: Vec<Positions>,
    #[serde(default)]
    pub warnings: Vec<Warning>,
}

/// Origins by field, without fields and origins that only a newer Crossread knows.
fn known_origins<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<Field, FieldOrigin>, D::Error> {
    let all = BTreeMap::<String, Value>::deserialize(from)?;
    let known = |(field, origin)| Some((serde_json::from_value(Value::String(field)).ok()?, serde_json::from_value(origin).ok()?));
    Ok(all.into_iter().filter_map(known).collect())
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Block {
    pub role: Role,
    pub start: usize,
    pub end: usize,
    /// Where it is not the article's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Positions {
    pub start: usize,
    pub end: usize,
}

/// A warning; `known` is `None` where a newer Crossread wrote a code that this one does not know.
#[derive(Serialize, Deserialize)]
pub(crate) struct Warning {
    #[serde(flatten)]
    pub known: Option<WarningKind>,
    #[serde(default)]
    pub message: String,
    pub start: Option<usize>,
    pub end: Option<usize>,
}

#[derive(Serialize)]
pub(crate) struct Place {
    pub article: String,
    pub start: usize,
    pub end: usize,
}

#[derive(Serialize)]
pub(crate) struct Link {
    pub a: Place,
    pub b: Place,
    pub relation: Relation,
    pub sure: bool,
    pub score: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corrected: Option<Decision>,
    pub why: Why,
    pub diff: Vec<Change>,
}

#[derive(Serialize)]
pub(crate) struct Change {
    pub op: Op,
    pub a: [usize; 2],
    pub b: [usize; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub moved: bool,
}

#[derive(Serialize)]
pub(crate) struct Passage {
    pub links: Vec<usize>,
    pub a: Place,
    pub b: Place,
    pub relation: Relation,
    pub moved: bool,
}

#[derive(Serialize)]
pub(crate) struct Statement {
    pub id: String,
    pub members: Vec<Place>,
    pub origins: Vec<Vec<String>>,
}

#[derive(Serialize)]
pub(crate) struct Figure {
    pub id: String,
    pub kind: FigureKind,
    /// `None` where nothing tells.
    pub of: Option<String>,
    pub members: Vec<FigureMember>,
    /// `None` where only one passage gives the quantity.
    pub verdict: Option<Verdict>,
}

#[derive(Serialize)]
pub(crate) struct FigureMember {
    pub article: String,
    pub start: usize,
    pub end: usize,
    pub value: FigureValue,
    pub unit: Option<String>,
    pub hedge: Option<Hedge>,
    pub attribution: Option<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum FigureValue {
    Whole(i64),
    Parts(f64),
    Iso(String),
    Range([Box<FigureValue>; 2]),
}

#[derive(Serialize)]
pub(crate) struct Prominence {
    pub statement: String,
    pub article: String,
    pub position: Position,
    pub depth: f64,
}

#[derive(Serialize)]
pub(crate) struct HeadlineDrift {
    pub article: String,
    pub words: usize,
    pub in_lede: usize,
    pub in_body: usize,
}

#[derive(Serialize)]
pub(crate) struct Wording {
    pub distinctive: Vec<Distinctive>,
    pub choices: Vec<WordChoice>,
}

#[derive(Serialize)]
pub(crate) struct Distinctive {
    pub article: String,
    /// `None`: all others together.
    pub against: Option<String>,
    pub word: String,
    pub count: usize,
    pub other: usize,
    pub z: f64,
}

#[derive(Serialize)]
pub(crate) struct WordChoice {
    pub a: Vec<Place>,
    pub b: Vec<Place>,
}

#[derive(Serialize)]
pub(crate) struct Omissions {
    pub article: String,
    pub missing: Vec<String>,
    pub alone: Vec<Place>,
}

#[derive(Serialize)]
pub(crate) struct Quotation {
    pub id: String,
    pub members: Vec<QuotationMember>,
}

#[derive(Serialize)]
pub(crate) struct QuotationMember {
    #[serde(flatten)]
    pub place: Place,
    pub speaker: Option<String>,
    pub verb: Option<String>,
    pub direct: bool,
    pub differences: Vec<Difference>,
}

#[derive(Serialize)]
pub(crate) struct Name {
    pub id: String,
    pub kind: Option<NameKind>,
    pub members: Vec<NameForm>,
}

#[derive(Serialize)]
pub(crate) struct NameForm {
    #[serde(flatten)]
    pub place: Place,
    pub form: String,
    pub times: usize,
    pub descriptions: Vec<String>,
}

#[derive(Serialize)]
pub(crate) struct Attribution {
    pub a: Place,
    pub b: Place,
    pub change: AttributionKind,
}

#[derive(Serialize)]
pub(crate) struct Share {
    pub article: String,
    /// `None`: anywhere else.
    pub also_in: Option<String>,
    pub words: usize,
    pub of: usize,
}

#[derive(Serialize)]
pub(crate) struct Repeat {
    pub article: String,
    pub start: usize,
    pub end: usize,
    pub of: [usize; 2],
}

#[derive(Serialize)]
pub(crate) struct Truncated {
    pub stage: Stage,
    pub why: String,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Correction {
    pub what: What,
    pub by: By,
    pub target: Target,
}

#[derive(Clone, Copy, Serialize, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum What {
    LinkCut,
    LinkAdded,
    LinkConfirmed,
    Role,
    Metadata,
    Text,
    /// Written by a newer Crossread; not read.
    #[serde(other)]
    Other,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum By {
    Reader,
}

/// What a correction is about: an article, or of a link its two sentences.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Target {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<Sentence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b: Option<Sentence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
}

/// A sentence named by what it says. `place` is where it stands in the report's articles; `None` where it does not, and the correction does not
/// apply.
#[derive(Serialize, Deserialize)]
pub(crate) struct Sentence {
    #[serde(default, skip_deserializing)]
    pub place: Option<Place>,
    #[serde(flatten)]
    pub anchor: Anchor,
}

/// A score as the report writes it: 0 to 1, three decimals.
pub(crate) fn from_per_mille(value: u16) -> f64 {
    f64::from(value) / 1000.0
}

fn to_per_mille(score: f64) -> u16 {
    (score.clamp(0.0, 1.0) * 1000.0).round() as u16
}
