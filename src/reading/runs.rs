//! A block's text cut where links begin and end, so that each run is drawn one way.

use crossread_engine::{ArticleIdx, Relation, Span};

use super::{Reading, Stop, diffs};

/// How strongly a run stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shade {
    /// Like the rest.
    #[default]
    None,
    /// It says what the selection says.
    Twin,
    /// It is the selection.
    Selected,
}

impl Shade {
    /// The class that draws it.
    pub const fn class(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Twin => Some("twin"),
            Self::Selected => Some("selected"),
        }
    }
}

/// The mark before a linked sentence: what one clicks to select it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The sentence.
    pub sentence: usize,
    /// Its statement, from 0.
    pub statement: Option<usize>,
}

/// A stretch of text that is drawn one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it stands.
    pub span: Span,
    /// Its sentence, unless it is the space between two.
    pub sentence: Option<usize>,
    /// The closest relation among the links that cover it.
    pub relation: Option<Relation>,
    /// The passages that cover it.
    pub passages: Vec<usize>,
    /// Whether it is selected.
    pub shade: Shade,
    /// Whether its words differ from those of the selected twin, and then whether that is telling.
    pub differs: Option<bool>,
    /// The mark that stands before it.
    pub head: Option<Head>,
}

/// The runs of a block, in order; put together they are its text. Only links into the `shown` articles count.
pub fn runs(reading: &Reading, article: ArticleIdx, block: usize, shown: &[ArticleIdx], stop: Option<Stop>) -> Vec<Run> {
    let Some(whole) = reading.articles.get(article.0).and_then(|a| a.blocks.get(block)).map(|b| b.span) else { return Vec::new() };
    let sentences = reading.sentences_of(article, block);
    let marks: Vec<Mark> = sentences.clone().flat_map(|sentence| marks_of(reading, article, sentence, shown)).collect();
    let selected = stop.map(|stop| Selected::new(reading, article, stop)).unwrap_or_default();
    let spans = reading.comparison.sentences.get(article.0).map(Vec::as_slice).unwrap_or_default();

    let mut cuts = vec![whole.start, whole.end];
    let bounds = sentences.clone().filter_map(|sentence| spans.get(sentence)).map(|sentence| sentence.span);
    let bounds = bounds.chain(marks.iter().map(|mark| mark.span)).chain(selected.spans());
    cuts.extend(bounds.flat_map(|span| [span.start, span.end]).filter(|cut| (whole.start..whole.end).contains(cut)));
    cuts.sort_unstable();
    cuts.dedup();

    let mut runs: Vec<Run> = Vec::new();
    let mut headed = None;
    for cut in cuts.windows(2) {
        let span = Span::new(cut[0], cut[1]);
        let over: Vec<_> = marks.iter().filter(|mark| mark.span.contains(span)).collect();
        let sentence = sentences.clone().find(|s| spans.get(*s).is_some_and(|s| s.span.contains(span)));
        let mut passages: Vec<_> = over.iter().map(|mark| mark.passage).collect();
        passages.sort_unstable();
        passages.dedup();
        let head = match sentence {
            Some(sentence) if !over.is_empty() && headed != Some(sentence) => {
                headed = Some(sentence);
                Some(Head { sentence, statement: reading.statement_of(article, sentence) })
            }
            _ => None,
        };
        let relation = over.iter().map(|mark| mark.relation).min();
        runs.push(Run { span, sentence, relation, passages, shade: selected.shade(span), differs: selected.differs(span), head });
    }
    runs
}

struct Mark {
    span: Span,
    relation: Relation,
    passage: usize,
}

fn marks_of(reading: &Reading, article: ArticleIdx, sentence: usize, shown: &[ArticleIdx]) -> Vec<Mark> {
    let links = reading.links_of(article, sentence).iter();
    links
        .filter_map(|index| {
            let link = reading.link(*index)?;
            let (own, other) = if link.a.article == article { (link.a, link.b) } else { (link.b, link.a) };
            let passage = reading.passage_of(*index)?;
            shown.contains(&other.article).then_some(Mark { span: own.span, relation: link.relation, passage })
        })
        .collect()
}

/// What of an article is selected.
#[derive(Default)]
struct Selected {
    own: Vec<Span>,
    twins: Vec<Span>,
    differing: Vec<(Span, bool)>,
}

impl Selected {
    fn new(reading: &Reading, article: ArticleIdx, stop: Stop) -> Self {
        let own: Vec<_> = reading.places_at(stop).into_iter().filter(|place| place.article == article).map(|place| place.span).collect();
        let statements = reading.statements_at(stop);
        let members = statements.iter().filter_map(|s| reading.comparison.statements.get(*s)).flat_map(|s| &s.members);
        let twins = members.filter(|member| member.article == article).map(|member| member.span).collect();
        let differing = match stop {
            Stop::Passage(passage) => reading.links_at(passage).flat_map(|link| diffs::differing(link, article)).collect(),
            Stop::Statement(_) | Stop::Alone(..) => Vec::new(),
        };
        Self { own, twins, differing }
    }

    fn spans(&self) -> impl Iterator<Item = Span> {
        self.own.iter().chain(&self.twins).copied().chain(self.differing.iter().map(|(span, _)| *span))
    }

    fn shade(&self, span: Span) -> Shade {
        let within = |spans: &[Span]| spans.iter().any(|whole| whole.contains(span));
        match (within(&self.own), within(&self.twins)) {
            (true, _) => Shade::Selected,
            (_, true) => Shade::Twin,
            _ => Shade::None,
        }
    }

    fn differs(&self, span: Span) -> Option<bool> {
        let over = self.differing.iter().filter(|(whole, _)| whole.contains(span));
        over.map(|(_, telling)| *telling).max()
    }
}
