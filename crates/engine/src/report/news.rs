//! Quotations, names and attributions as a report writes them.

use super::document as doc;
use super::positions::Positions;
use crate::{Article, ArticleIdx, AttributionChange, Name, Quotation, Span};

/// What writing a finding takes.
pub(super) struct News<'a> {
    pub articles: &'a [Article],
    pub positions: &'a [Positions<'a>],
    /// An article's id.
    pub id: fn(ArticleIdx) -> String,
}

impl News<'_> {
    pub(super) fn quotations(&self, quotations: &[Quotation]) -> Vec<doc::Quotation> {
        let member = |m: &crate::QuotationMember| doc::QuotationMember {
            place: self.place(m.article, m.span),
            speaker: m.speaker.as_ref().map(|s| s.name.clone()),
            verb: m.verb.map(|verb| self.words(m.article, verb)),
            direct: m.direct,
            differences: m.differences.clone(),
        };
        let quotation =
            |(at, q): (usize, &Quotation)| doc::Quotation { id: format!("q{}", at + 1), members: q.members.iter().map(member).collect() };
        quotations.iter().enumerate().map(quotation).collect()
    }

    pub(super) fn names(&self, names: &[Name]) -> Vec<doc::Name> {
        let member = |m: &crate::NameForm| doc::NameForm {
            place: self.place(m.article, m.span),
            form: m.form.clone(),
            times: m.times,
            descriptions: m.descriptions.iter().map(|d| self.words(m.article, *d)).collect(),
        };
        let name = |(at, n): (usize, &Name)| doc::Name {
            id: format!("n{}", at + 1),
            kind: n.kind,
            members: n.members.iter().map(member).collect(),
        };
        names.iter().enumerate().map(name).collect()
    }

    pub(super) fn attributions(&self, changes: &[AttributionChange]) -> Vec<doc::Attribution> {
        let attribution =
            |c: &AttributionChange| doc::Attribution { a: self.place(c.a, c.a_span), b: self.place(c.b, c.b_span), change: c.change };
        changes.iter().map(attribution).collect()
    }

    fn place(&self, article: ArticleIdx, span: Span) -> doc::Place {
        let [start, end] = self.positions[article.0].to_code_points(span);
        doc::Place { article: (self.id)(article), start, end }
    }

    fn words(&self, article: ArticleIdx, span: Span) -> String {
        span.of(&self.articles[article.0].text).to_owned()
    }
}
