//! JSON files that are articles: schema.org's `NewsArticle` and its kin with their text, alone, in a list or in a `@graph`.
//!
//! An article of this kind is what a page carries beside its text. So it is made into the page it comes from, and read as one.

use serde_json::Value;

use super::html::{self, jsonld};
use super::{Decoded, Parsed, cues, finish};
use crate::{Article, Source, SourceInfo, limits};

/// The articles of a JSON file; `None` where there are none, or none gives its text.
pub(super) fn parse(source: &Source, decoded: &Decoded) -> Option<Parsed> {
    let root: Value = serde_json::from_str(&decoded.text).ok()?;
    let info = SourceInfo::of(source, "application/ld+json", decoded.charset);
    let (found, others) = objects(&root);
    let pages = found.into_iter().take(limits::ARTICLES).filter_map(|article| page(article, &others));
    let drafts = pages.map(|page| html::parse(&page).0).filter(|draft| !draft.blocks.is_empty());
    let mut articles: Vec<Article> = drafts.map(|draft| finish(draft, info.clone())).collect();
    articles.first_mut()?.warnings.splice(0..0, decoded.warnings());
    Some(Parsed { articles, ..Parsed::default() })
}

/// The articles in the file's order, and the other objects that an article may refer to: people, publishers.
fn objects(root: &Value) -> (Vec<&Value>, Vec<&Value>) {
    let (mut articles, mut others) = (Vec::new(), Vec::new());
    let mut queue = vec![root];
    let mut seen = 0;
    while let Some(value) = queue.pop()
        && seen < jsonld::OBJECTS
    {
        seen += 1;
        match value {
            Value::Array(items) => queue.extend(items.iter().rev()),
            Value::Object(object) => {
                if jsonld::is_article(value) {
                    articles.push(value);
                } else if value["@id"].is_string() {
                    others.push(value);
                }
                queue.extend(["mainEntity", "mainEntityOfPage", "@graph"].iter().filter_map(|key| object.get(*key)));
            }
            _ => {}
        }
    }
    (articles, others)
}

/// The page of an article: its object in the head, its headline and text in the body; `None` where it gives no text.
fn page(article: &Value, others: &[&Value]) -> Option<String> {
    let text = ["articleBody", "text"].iter().find_map(|key| article[*key].as_str()).filter(|text| !text.trim().is_empty())?;
    let headline = article["headline"].as_str().unwrap_or_default();
    let start = cues::fold(&text[..text.floor_char_boundary(400)]);
    let heading = if start.contains(&cues::fold(headline)) { String::new() } else { format!("<h1>{}</h1>", escaped(headline)) };
    let body = if is_markup(text) { text.to_owned() } else { paragraphs(text) };
    let data = Value::Array([article].iter().chain(others).map(|object| without_text(object)).collect());
    // Nothing in a script may look like its end.
    let data = data.to_string().replace('<', "\\u003c");
    Some(format!("<script type=\"application/ld+json\">{data}</script><article>{heading}{body}</article>"))
}

fn without_text(object: &Value) -> Value {
    let mut object = object.clone();
    if let Value::Object(fields) = &mut object {
        fields.remove("articleBody");
        fields.remove("text");
    }
    object
}

fn is_markup(text: &str) -> bool {
    text.trim_start().starts_with('<') || text.contains("</p>") || text.contains("<br")
}

/// A plain text's lines as paragraphs.
fn paragraphs(text: &str) -> String {
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("<p>{}</p>", escaped(line))).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
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
        let two = format!(
            r##"{{"@graph":[{{"@type":"Person","@id":"#a","name":"Ana Reyes"}},{{"@type":"Article","headline":"</script><b>","author":{{"@id":"#a"}},"articleBody":"{BODY}"}},{plain}]}}"##
        );
        let articles = parsed(&two).unwrap();
        assert_eq!((articles[0].byline.as_deref(), articles[0].published.as_deref()), (Some("Ana Reyes"), None));
        assert!(articles[0].text.starts_with("</script><b>"), "{}", articles[0].text);
        assert_eq!(articles[1].title.as_deref(), Some("Bridge & tunnel shut"));
        assert_eq!(parsed(r#"{"@type":"NewsArticle","headline":"No text"}"#), None);
        assert_eq!(parsed(r#"{"articleBody":"No type"}"#), None);
    }
}
