//! Reading a report: its articles, as corrected, and what they were compared under. What was found in them is computed anew.

use super::document as doc;
use super::positions::Positions;
use crate::{Article, Block, Correction, Decision, Foreign, LinkCorrection, Span, Terms, Warning};

/// What a report holds that is not computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Its articles, as corrected; at least one.
    pub articles: Vec<Article>,
    /// What they were compared under.
    pub terms: Terms,
}

/// Reads a report.
///
/// # Errors
/// In words, what makes it no report this Crossread can read.
pub fn from_json(bytes: &[u8]) -> Result<Opened, String> {
    let in_words = |error: serde_json::Error| error.to_string();
    let head: doc::Head = serde_json::from_slice(bytes).map_err(in_words)?;
    if head.format != doc::FORMAT {
        return Err(format!("its format is “{}”, not “{}”", head.format, doc::FORMAT));
    }
    if head.version != doc::VERSION {
        return Err(format!("it has version {}, and this Crossread reads version {}", head.version, doc::VERSION));
    }
    let doc::Sources { settings, articles, corrections } = serde_json::from_slice(bytes).map_err(in_words)?;
    if articles.is_empty() {
        return Err("it holds no articles".to_owned());
    }
    let articles =
        articles.into_iter().enumerate().map(|(at, article)| self::article(at, article, &corrections)).collect::<Result<_, _>>()?;
    let terms = Terms { settings: settings.into(), corrections: corrections.into_iter().filter_map(link_correction).collect() };
    Ok(Opened { articles, terms })
}

/// A decision about a link; `None` for what is about an article.
fn link_correction(from: doc::Correction) -> Option<LinkCorrection> {
    let decision = match from.what {
        doc::What::LinkCut => Decision::Cut,
        doc::What::LinkAdded => Decision::Added,
        doc::What::LinkConfirmed => Decision::Confirmed,
        doc::What::Role | doc::What::Metadata | doc::What::Text | doc::What::Other => return None,
    };
    Some(LinkCorrection::new(decision, from.target.a?.anchor, from.target.b?.anchor))
}

fn article(at: usize, article: doc::Article, corrections: &[doc::Correction]) -> Result<Article, String> {
    let positions = Positions::new(&article.text);
    let span = |start, end| {
        positions.to_bytes(start, end).ok_or_else(|| format!("positions {start} to {end} lie outside the text of article {}", at + 1))
    };
    let blocks = article.blocks.iter().map(|b| Ok(Block { role: b.role, span: span(b.start, b.end)? })).collect::<Result<_, String>>()?;
    let optional = |start: Option<usize>, end: Option<usize>| start.zip(end).map(|(start, end)| span(start, end)).transpose();
    let warnings = article
        .warnings
        .iter()
        .filter_map(|w| Some((w.known.clone()?, w)))
        .map(|(kind, w)| Ok(Warning { kind, span: optional(w.start, w.end)? }))
        .collect::<Result<_, String>>()?;
    let corrections = corrections
        .iter()
        .filter(|c| c.target.article.as_ref() == Some(&article.id))
        .filter_map(|c| correction(c, &span).transpose())
        .collect::<Result<_, String>>()?;
    let languages = article.blocks.iter().enumerate().filter_map(|(block, b)| Some(Foreign { block, language: b.language.clone()? }));
    let read = Article {
        source: article.source,
        title: article.title,
        outlet: article.outlet,
        byline: article.byline,
        agency: article.agency,
        published: article.published,
        updated: article.updated,
        language: article.language,
        url: article.url,
        origins: article.origins,
        blocks,
        warnings,
        corrections,
        foreign: languages.collect(),
        repaired: None,
        text: article.text.clone(),
    };
    read.check().map_err(|why| format!("in article {}, {why}", at + 1))?;
    Ok(read)
}

fn correction(from: &doc::Correction, span: &impl Fn(usize, usize) -> Result<Span, String>) -> Result<Option<Correction>, String> {
    let target = &from.target;
    Ok(match (from.what, target.field, target.role, target.start, target.end) {
        (doc::What::Metadata, Some(field), ..) => Some(Correction::Metadata { field }),
        (doc::What::Role, _, Some(role), Some(start), Some(end)) => Some(Correction::Role { span: span(start, end)?, role }),
        (doc::What::Text, ..) => Some(Correction::Text),
        _ => None,
    })
}
