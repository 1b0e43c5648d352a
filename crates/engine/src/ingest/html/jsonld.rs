//! What a page's JSON-LD says about its article (<https://schema.org/Article>).

use serde_json::Value;

use super::tree::Tree;

/// The fields read.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) title: Option<String>,
    pub(super) authors: Vec<Author>,
    pub(super) published: Option<String>,
    pub(super) updated: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) language: Option<String>,
    /// The article's text.
    pub(super) body: Option<String>,
    pub(super) url: Option<String>,
}

/// Who is said to have written it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Author {
    pub(super) name: String,
    /// Whether it is said to be no person.
    pub(super) organisation: bool,
}

/// Objects looked at; pages that list hundreds of products say nothing more about their article.
pub(in crate::ingest) const OBJECTS: usize = 2000;

/// Reads every block of JSON-LD; what an article says goes before what the page around it says.
pub(super) fn read(tree: &Tree) -> Facts {
    let mut articles = Vec::new();
    let mut pages = Vec::new();
    let roots: Vec<Value> = tree
        .elements("script")
        .filter(|node| tree.attr(*node, "type").is_some_and(|t| t.trim().eq_ignore_ascii_case("application/ld+json")))
        .filter_map(|node| parse(&tree.text(node)))
        .collect();
    let mut known: Vec<(&str, &Value)> = Vec::new();
    let mut queue: Vec<&Value> = roots.iter().rev().collect();
    let mut seen = 0;
    while let Some(value) = queue.pop()
        && seen < OBJECTS
    {
        seen += 1;
        match value {
            Value::Array(items) => queue.extend(items.iter().rev()),
            Value::Object(object) => {
                if is_article(value) {
                    articles.push(value);
                } else if is(value, |t| t.ends_with("Page")) {
                    pages.push(value);
                } else if let (Some(id), Some(_)) = (string(&value["@id"]), string(&value["name"])) {
                    known.push((id, value));
                }
                queue.extend(["mainEntity", "mainEntityOfPage", "@graph"].iter().filter_map(|key| object.get(*key)));
            }
            _ => {}
        }
    }
    let mut facts = Facts::default();
    for (object, is_article) in articles.iter().map(|o| (o, true)).chain(pages.iter().map(|o| (o, false))) {
        let text = |key: &str| string(&object[key]).map(plain);
        if is_article {
            facts.title = facts.title.or_else(|| text("headline"));
            facts.body = facts.body.or_else(|| text("articleBody"));
        }
        for key in ["author", "creator"] {
            if facts.authors.is_empty() {
                facts.authors = authors(&object[key], &known);
            }
        }
        facts.published = facts.published.or_else(|| text("datePublished"));
        facts.updated = facts.updated.or_else(|| text("dateModified"));
        facts.outlet = facts.outlet.or_else(|| authors(&object["publisher"], &known).into_iter().map(|author| author.name).next());
        facts.language = facts.language.or_else(|| text("inLanguage"));
        facts.url = facts.url.or_else(|| text("url")).or_else(|| string(&object["mainEntityOfPage"]["@id"]).map(plain));
    }
    facts
}

/// JSON as pages have it: perhaps in a comment or CDATA, with line ends inside strings.
fn parse(text: &str) -> Option<Value> {
    let text = text.trim();
    let text = text.strip_prefix("<!--").map_or(text, |t| t.trim_end_matches("-->"));
    let text = text
        .strip_prefix("//<![CDATA[")
        .or(text.strip_prefix("<![CDATA["))
        .map_or(text, |t| t.trim_end_matches("//]]>").trim_end_matches("]]>"));
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    serde_json::from_str(text.trim().trim_end_matches(';')).ok()
}

/// Whether an object is an article.
pub(in crate::ingest) fn is_article(object: &Value) -> bool {
    is(object, |t| t.ends_with("Article") || t.ends_with("Posting") || t == "Report" || t == "Review")
}

/// Whether one of an object's types passes.
fn is(object: &Value, pass: impl Fn(&str) -> bool) -> bool {
    let last = |t: &str| t.rsplit(['/', ':', '#']).next().unwrap_or_default().to_owned();
    match &object["@type"] {
        Value::String(t) => pass(&last(t)),
        Value::Array(types) => types.iter().filter_map(Value::as_str).any(|t| pass(&last(t))),
        _ => false,
    }
}

/// A string with its character references read and its tags dropped, as some sites put markup into JSON.
pub(super) fn plain(text: &str) -> String {
    if text.contains(['&', '<']) { Tree::parse(text).text(super::tree::ROOT) } else { text.to_owned() }
}

fn string(value: &Value) -> Option<&str> {
    value.as_str().map(str::trim).filter(|s| !s.is_empty())
}

/// People or organisations, given as names, objects, references or lists of these.
fn authors(value: &Value, known: &[(&str, &Value)]) -> Vec<Author> {
    let one = |value: &Value| {
        let value = match string(&value["@id"]).and_then(|id| known.iter().find(|(known, _)| *known == id)) {
            Some((_, found)) if string(&value["name"]).is_none() => *found,
            _ => value,
        };
        let name = string(value).or_else(|| string(&value["name"])).or_else(|| string(&value["name"][0])).map(plain)?;
        Some(Author { name, organisation: is(value, |t| t.ends_with("Organization")) && !is(value, |t| t == "Person") })
    };
    match value {
        Value::Array(items) => items.iter().filter_map(one).collect(),
        _ => one(value).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads() {
        let page = r##"<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
            {"@type":"WebPage","datePublished":"2025-01-01","inLanguage":"en-GB"},
            {"@type":["NewsArticle"],"headline":"Bridge &amp; tunnel","datePublished":"2025-07-24T08:00:00Z","dateModified":"2025-07-25",
             "url":"https://example.org/a",
             "author":[{"@id":"#ana"},{"@type":"Person","name":"Tom Okafor"},{"@type":"Organization","name":"Harbour Wire"}],"publisher":{"name":"The Harbour Post"}},
            {"@type":"Person","@id":"#ana","name":"Ana Reyes"}]}</script><script type="application/ld+json">{ broken</script>"##;
        let facts = read(&Tree::parse(page));
        assert_eq!(facts.title.as_deref(), Some("Bridge & tunnel"));
        let author = |name: &str, organisation| Author { name: name.to_owned(), organisation };
        assert_eq!(facts.authors, [author("Ana Reyes", false), author("Tom Okafor", false), author("Harbour Wire", true)]);
        assert_eq!(facts.updated.as_deref(), Some("2025-07-25"));
        assert_eq!(facts.url.as_deref(), Some("https://example.org/a"));
        assert_eq!(facts.published.as_deref(), Some("2025-07-24T08:00:00Z"));
        assert_eq!(facts.outlet.as_deref(), Some("The Harbour Post"));
        assert_eq!(facts.language.as_deref(), Some("en-GB"));
    }
}
