//! JSON files that are articles: schema.org's `NewsArticle` and its kin with their text, alone, in a list or in a `@graph`.

use serde_json::Value;

use super::draft::Draft;
use super::html::jsonld::{self, Facts};
use super::{Decoded, Parsed, cues, fields, finish, html, language, text};
use crate::{Article, Source, SourceInfo, limits};

/// The articles of a JSON file; `None` where there are none, or none gives its text.
pub(super) fn parse(source: &Source, decoded: &Decoded) -> Option<Parsed> {
    let root: Value = serde_json::from_str(&decoded.text).ok()?;
    let info = SourceInfo::of(source, "application/ld+json", decoded.charset);
    let found = jsonld::articles(&root).into_iter().take(limits::ARTICLES);
    let drafts = found.map(|(facts, body)| draft(facts, body)).filter(|draft| !draft.blocks.is_empty());
    let mut articles: Vec<Article> = drafts.map(|draft| finish(draft, info.clone())).collect();
    articles.first_mut()?.warnings.splice(0..0, decoded.warnings());
    Some(Parsed { articles, offered: Vec::new() })
}

/// Parses the text, which is markup or not, under its headline; what the object says goes before what the text shows.
fn draft(facts: Facts, body: &str) -> Draft {
    let headline = facts.title.as_deref().unwrap_or_default();
    let repeated = cues::fold(body.get(..body.floor_char_boundary(400)).unwrap_or(body)).contains(&cues::fold(headline));
    let headline = if repeated { "" } else { headline };
    let (mut draft, _) = if is_markup(body) {
        let headline = headline.replace('&', "&amp;").replace('<', "&lt;");
        html::parse(&format!("<article><h1>{headline}</h1>{body}</article>"))
    } else {
        text::parse(&format!("{headline}\n\n{body}"))
    };
    let authors = facts.authors.iter().filter_map(|author| fields::byline(author)).collect::<Vec<_>>().join(", ");
    draft.title = facts.title.or(draft.title);
    draft.outlet = facts.outlet.or(draft.outlet);
    draft.byline = (!authors.is_empty()).then_some(authors).or(draft.byline);
    draft.published = facts.published.as_deref().and_then(fields::published).or(draft.published);
    draft.language = draft.language.or_else(|| facts.language.as_deref().and_then(language::primary));
    draft
}

fn is_markup(body: &str) -> bool {
    body.trim_start().starts_with('<') || body.contains("</p>") || body.contains("<br")
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "The harbour bridge at Lowmere was closed on Tuesday after engineers found cracks in two of its pillars.";

    fn parsed(json: &str) -> Option<Vec<Article>> {
        let source = Source { name: "a.json".into(), media_type: None, bytes: json.as_bytes().to_vec() };
        parse(&source, &super::super::decode(&source.bytes, None)).map(|parsed| parsed.articles)
    }

    #[test]
    fn an_article_in_every_shape() {
        let plain = format!(
            r#"{{"@type":"NewsArticle","headline":"Bridge & tunnel shut","author":{{"name":"Ana Reyes"}},"datePublished":"2025-07-24","articleBody":"{BODY}"}}"#
        );
        let markup = plain.replace(BODY, &format!("<p>{BODY}</p>"));
        for json in [plain.clone(), format!("[{plain}]"), format!(r#"{{"@graph":[{{"@type":"WebPage"}},{plain}]}}"#), markup] {
            let articles = parsed(&json).unwrap();
            assert_eq!(articles.len(), 1);
            let article = &articles[0];
            assert_eq!(article.title.as_deref(), Some("Bridge & tunnel shut"));
            assert_eq!(article.byline.as_deref(), Some("Ana Reyes"));
            assert_eq!(article.published.as_deref(), Some("2025-07-24"));
            assert_eq!(article.text, format!("Bridge & tunnel shut\n\n{BODY}"), "{json}");
        }
        assert_eq!(parsed(&format!("[{plain},{plain}]")).map(|a| a.len()), Some(2));
        assert_eq!(parsed(r#"{"@type":"NewsArticle","headline":"No text"}"#), None);
        assert_eq!(parsed(r#"{"articleBody":"No type"}"#), None);
    }
}
