//! Writing a report.

use super::document as doc;
use super::news::News;
use super::positions::Positions;
use crate::analyse::{HeadlineDrift, Omissions, Prominence};
use crate::segment::article_sentences;
use crate::{
    Anchor, Article, ArticleIdx, Comparison, Correction, Decision, Figure, FigureValue, Number, Place, Sentence, Settings, Span, Standing,
};

/// Writes a comparison as a report, indented.
///
/// # Errors
/// None for articles that keep their invariants ([`Article::check`]); serde's otherwise.
pub fn to_json(articles: &[Article], comparison: &Comparison, settings: &Settings) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&report(articles, comparison, settings))
}

/// Writes one parsed article as an element of a report's `articles`, on one line.
///
/// # Errors
/// As [`to_json`].
pub fn article_to_json(article: &Article) -> Result<String, serde_json::Error> {
    let (sentences, _) = article_sentences(article);
    serde_json::to_string(&article_document(ArticleIdx(0), article, &sentences, &Positions::new(&article.text)))
}

fn report(articles: &[Article], comparison: &Comparison, settings: &Settings) -> doc::Report {
    let positions: Vec<Positions<'_>> = articles.iter().map(|a| Positions::new(&a.text)).collect();
    let place = |article: ArticleIdx, span: Span| {
        let [start, end] = positions[article.0].to_code_points(span);
        doc::Place { article: id(article), start, end }
    };
    let place_of = |p: &Place| place(p.article, p.span);
    let links = comparison.links.iter().map(|link| doc::Link {
        a: place_of(&link.a),
        b: place_of(&link.b),
        relation: link.relation,
        sure: link.sure,
        score: doc::from_per_mille(link.score),
        corrected: link.corrected,
        why: link.why.clone(),
        diff: link
            .diff
            .iter()
            .map(|change| doc::Change {
                op: change.op,
                a: positions[link.a.article.0].to_code_points(change.a),
                b: positions[link.b.article.0].to_code_points(change.b),
                class: change.class,
                moved: change.moved,
            })
            .collect(),
    });
    let passages = comparison.passages.iter().map(|p| doc::Passage {
        links: p.links.clone(),
        a: place(p.a, p.a_span),
        b: place(p.b, p.b_span),
        relation: p.relation,
        moved: p.moved,
    });
    let statements = comparison.statements.iter().enumerate().map(|(at, s)| doc::Statement {
        id: statement_id(at),
        members: s.members.iter().map(place_of).collect(),
        origins: s.origins.iter().map(|origin| origin.iter().map(|a| id(*a)).collect()).collect(),
    });
    let repeats = comparison.repeats.iter().map(|repeat| {
        let at = |sentence: usize| positions[repeat.article.0].to_code_points(comparison.sentences[repeat.article.0][sentence].span);
        let [start, end] = at(repeat.sentence);
        doc::Repeat { article: id(repeat.article), start, end, of: at(repeat.of) }
    });
    let news = News { articles, positions: &positions, id };
    let all = || articles.iter().enumerate().map(|(at, article)| (ArticleIdx(at), article));
    doc::Report {
        format: doc::FORMAT,
        version: doc::VERSION,
        tool: doc::Tool { name: "crossread", version: env!("CARGO_PKG_VERSION") },
        settings: settings.into(),
        articles: all().map(|(at, a)| article_document(at, a, &comparison.sentences[at.0], &positions[at.0])).collect(),
        links: links.collect(),
        passages: passages.collect(),
        statements: statements.collect(),
        quotations: news.quotations(&comparison.quotations),
        names: news.names(&comparison.names),
        attributions: news.attributions(&comparison.attributions),
        figures: comparison.figures.iter().enumerate().map(|(at, f)| figure(at, f, articles, &positions)).collect(),
        prominence: comparison.prominence.iter().map(prominence).collect(),
        headlines: comparison.headlines.iter().map(headline).collect(),
        wording: wording(comparison, &place),
        omissions: comparison.omissions.iter().map(|of| omissions(of, comparison, &place)).collect(),
        corrections: comparison
            .corrections
            .iter()
            .map(|standing| link_correction(standing, place_of))
            .chain(all().flat_map(|(at, article)| corrections(at, article, &positions[at.0])))
            .collect(),
        shares: comparison
            .shares
            .iter()
            .map(|s| doc::Share { article: id(s.article), also_in: s.also_in.map(id), words: s.words, of: s.of })
            .collect(),
        repeats: repeats.collect(),
        mixed_languages: comparison.mixed_languages.iter().map(|(a, b)| [id(*a), id(*b)]).collect(),
        truncated: comparison.truncated.as_ref().map(|t| doc::Truncated { stage: t.stage, why: t.message() }),
    }
}

fn figure(at: usize, figure: &Figure, articles: &[Article], positions: &[Positions<'_>]) -> doc::Figure {
    let members = figure.members.iter().map(|member| {
        let [start, end] = positions[member.article.0].to_code_points(member.span);
        doc::FigureMember {
            article: id(member.article),
            start,
            end,
            value: figure_value(&member.value),
            unit: member.unit.clone(),
            hedge: member.hedge,
            attribution: member.attribution.map(|source| source.of(&articles[member.article.0].text).to_owned()),
        }
    });
    doc::Figure {
        id: format!("f{}", at + 1),
        kind: figure.kind,
        of: Some(figure.of.clone()).filter(|of| !of.is_empty()),
        members: members.collect(),
        verdict: figure.verdict,
    }
}

fn statement_id(statement: usize) -> String {
    format!("s{}", statement + 1)
}

fn prominence(of: &Prominence) -> doc::Prominence {
    doc::Prominence {
        statement: statement_id(of.statement),
        article: id(of.article),
        position: of.position,
        depth: doc::from_per_mille(of.depth),
    }
}

fn headline(of: &HeadlineDrift) -> doc::HeadlineDrift {
    doc::HeadlineDrift { article: id(of.article), words: of.words, in_lede: of.in_lede, in_body: of.in_body }
}

fn wording(comparison: &Comparison, place: &impl Fn(ArticleIdx, Span) -> doc::Place) -> doc::Wording {
    let distinctive = comparison.distinctive.iter().map(|of| doc::Distinctive {
        article: id(of.article),
        against: of.against.map(id),
        word: of.word.clone(),
        count: of.count,
        other: of.other,
        z: f64::from(of.score) / 1000.0,
    });
    let choices = comparison.word_choices.iter().map(|of| doc::WordChoice {
        a: of.places.iter().map(|(a, _)| place(of.a, *a)).collect(),
        b: of.places.iter().map(|(_, b)| place(of.b, *b)).collect(),
    });
    doc::Wording { distinctive: distinctive.collect(), choices: choices.collect() }
}

fn omissions(of: &Omissions, comparison: &Comparison, place: &impl Fn(ArticleIdx, Span) -> doc::Place) -> doc::Omissions {
    let sentences = &comparison.sentences[of.article.0];
    doc::Omissions {
        article: id(of.article),
        missing: of.missing.iter().map(|statement| statement_id(*statement)).collect(),
        alone: of.alone.iter().map(|sentence| place(of.article, sentences[*sentence].span)).collect(),
    }
}

fn figure_value(value: &FigureValue) -> doc::FigureValue {
    let number = |number: Number| number.as_whole().map_or_else(|| doc::FigureValue::Parts(number.as_f64()), doc::FigureValue::Whole);
    let range = |low, high| doc::FigureValue::Range([Box::new(low), Box::new(high)]);
    match value {
        FigureValue::Number(value) => number(*value),
        FigureValue::Range(low, high) => range(number(*low), number(*high)),
        FigureValue::Iso(iso) => doc::FigureValue::Iso(iso.clone()),
        FigureValue::IsoRange(low, high) => range(doc::FigureValue::Iso(low.clone()), doc::FigureValue::Iso(high.clone())),
    }
}

fn id(article: ArticleIdx) -> String {
    format!("a{}", article.0 + 1)
}

fn article_document(at: ArticleIdx, article: &Article, sentences: &[Sentence], positions: &Positions<'_>) -> doc::Article {
    doc::Article {
        id: id(at),
        label: at.label(),
        source: article.source.clone(),
        title: article.title.clone(),
        outlet: article.outlet.clone(),
        byline: article.byline.clone(),
        agency: article.agency.clone(),
        published: article.published.clone(),
        updated: article.updated.clone(),
        language: article.language.clone(),
        url: article.url.clone(),
        origins: article.origins.clone(),
        text: article.text.clone(),
        blocks: article
            .blocks
            .iter()
            .enumerate()
            .map(|(at, block)| {
                let [start, end] = positions.to_code_points(block.span);
                let language = article.foreign.iter().find(|foreign| foreign.block == at).map(|foreign| foreign.language.clone());
                doc::Block { role: block.role, start, end, language }
            })
            .collect(),
        sentences: sentences
            .iter()
            .map(|s| {
                let [start, end] = positions.to_code_points(s.span);
                doc::Positions { start, end }
            })
            .collect(),
        warnings: article
            .warnings
            .iter()
            .map(|warning| {
                let span = warning.span.map(|s| positions.to_code_points(s));
                doc::Warning {
                    known: Some(warning.kind.clone()),
                    message: warning.message(),
                    start: span.map(|s| s[0]),
                    end: span.map(|s| s[1]),
                }
            })
            .collect(),
    }
}

fn link_correction(standing: &Standing, place: impl Fn(&Place) -> doc::Place) -> doc::Correction {
    let Standing { correction, places } = standing;
    let what = match correction.decision {
        Decision::Cut => doc::What::LinkCut,
        Decision::Added => doc::What::LinkAdded,
        Decision::Confirmed => doc::What::LinkConfirmed,
    };
    let sentence = |anchor: &Anchor, of: Option<&Place>| Some(doc::Sentence { place: of.map(&place), anchor: anchor.clone() });
    let [a, b] = [0, 1].map(|side| places.as_ref().map(|places| &places[side]));
    let target = doc::Target { a: sentence(&correction.a, a), b: sentence(&correction.b, b), ..doc::Target::default() };
    doc::Correction { what, by: doc::By::Reader, target }
}

fn corrections(at: ArticleIdx, article: &Article, positions: &Positions<'_>) -> Vec<doc::Correction> {
    let nothing = || doc::Target { article: Some(id(at)), ..doc::Target::default() };
    article
        .corrections
        .iter()
        .map(|correction| {
            let (what, target) = match correction {
                Correction::Metadata { field } => (doc::What::Metadata, doc::Target { field: Some(*field), ..nothing() }),
                Correction::Text => (doc::What::Text, nothing()),
                Correction::Role { span, role } => {
                    let [start, end] = positions.to_code_points(*span);
                    (doc::What::Role, doc::Target { role: Some(*role), start: Some(start), end: Some(end), ..nothing() })
                }
            };
            doc::Correction { what, by: doc::By::Reader, target }
        })
        .collect()
}
