//! What the file says of itself: the document information dictionary (§14.3.3) and XMP (ISO 16684-1).

use crate::PdfError;
use crate::file::{Object, Store};
use crate::text_string;

/// Metadata of a document, cleaned; what only says which program wrote the file is left out.
#[derive(Debug, Default)]
pub(crate) struct Metadata {
    pub(crate) title: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) publisher: Option<String>,
    /// ISO 8601.
    pub(crate) published: Option<String>,
    /// BCP 47 primary language.
    pub(crate) language: Option<String>,
}

/// What names of printing programs hold: the date they give is that of the printing.
const PRINTERS: &[&str] =
    &["skia", "chrom", "cairo", "firefox", "quartz", "safari", "wkhtml", "qt ", "print to pdf", "webkit", "prince", "weasy"];
/// What titles and authors hold that nobody wrote.
const EMPTY: &[&str] =
    &["untitled", "unbenannt", "sans titre", "about:blank", "microsoft word - ", "powerpoint", "unknown", "anonymous", "admin", "user"];

impl Metadata {
    pub(crate) fn read(store: &Store<'_>) -> Result<Self, PdfError> {
        let info = store.trailer("Info")?;
        let field = |key: &str| -> Result<Option<String>, PdfError> {
            let value = info.dict().map(|dict| store.get(dict, key)).transpose()?;
            Ok(value.as_ref().and_then(Object::string).map(text_string::decode).and_then(|text| spaces(&text)))
        };
        let catalog = store.catalog()?;
        let catalog = catalog.dict().cloned().unwrap_or_default();
        let xmp = match store.get(&catalog, "Metadata")? {
            Object::Stream(stream) => String::from_utf8_lossy(&store.decode(&stream)?).into_owned(),
            _ => String::new(),
        };
        let printed = [field("Producer")?, field("Creator")?].into_iter().flatten().any(|name| holds(&name, PRINTERS));
        let created = match element(&xmp, "prism:publicationDate") {
            Some(date) => Some(date),
            None if printed => None,
            None => field("CreationDate")?.and_then(|date| text_string::date(&date)),
        };
        Ok(Self {
            title: sane(element(&xmp, "dc:title").or(field("Title")?)).filter(|title| !is_file_name(title)),
            author: sane(element(&xmp, "dc:creator").or(field("Author")?)).filter(|name| name.contains(' ') && !name.contains(['@', '/'])),
            publisher: sane(element(&xmp, "prism:publicationName").or_else(|| element(&xmp, "dc:publisher"))),
            published: created,
            language: store.get(&catalog, "Lang")?.string().map(text_string::decode).and_then(|tag| primary(&tag)),
        })
    }
}

fn holds(text: &str, parts: &[&str]) -> bool {
    let text = text.to_lowercase();
    parts.iter().any(|part| text.contains(part))
}

fn sane(text: Option<String>) -> Option<String> {
    let starts = |text: &str| EMPTY.iter().any(|empty| text.to_lowercase().starts_with(empty));
    text.filter(|text| text.chars().any(char::is_alphabetic) && text.chars().count() <= 300 && !starts(text))
}

/// Whether a title is the name of a file: one word with an ending of a few letters.
fn is_file_name(title: &str) -> bool {
    let ending = title.rsplit_once('.').map_or("", |(_, ending)| ending);
    !title.contains(' ') && (1..=5).contains(&ending.len()) || ["doc", "docx", "indd", "pdf", "qxd", "html"].contains(&ending)
}

/// The primary language of a tag: two or three letters.
fn primary(tag: &str) -> Option<String> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default().trim().to_ascii_lowercase();
    ((2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_lowercase())).then_some(primary)
}

/// White space folded; `None` where nothing is left.
fn spaces(text: &str) -> Option<String> {
    let text = text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect::<String>();
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The text of the first element of this name, or of the first item of the list in it, or of an attribute of this name.
fn element(xmp: &str, name: &str) -> Option<String> {
    if let Some((_, after)) = xmp.split_once(&format!(" {name}=\"")) {
        return spaces(&unescaped(after.split('"').next()?));
    }
    let (_, after) = xmp.split_once(&format!("<{name}"))?;
    let (inside, _) = after.split_once(&format!("</{name}>"))?;
    let (_, inside) = inside.split_once('>')?;
    let item = inside.split_once("<rdf:li").and_then(|(_, item)| item.split_once('>')).map_or(inside, |(_, item)| item);
    spaces(&unescaped(item.split('<').next()?))
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xmp() {
        let xmp = "<rdf:Description prism:publicationName=\"The Harbour Post\"><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Bridge &amp; tunnel</rdf:li></rdf:Alt></dc:title><dc:publisher>P</dc:publisher>";
        assert_eq!(element(xmp, "dc:title").as_deref(), Some("Bridge & tunnel"));
        assert_eq!(element(xmp, "dc:publisher").as_deref(), Some("P"));
        assert_eq!(element(xmp, "prism:publicationName").as_deref(), Some("The Harbour Post"));
        assert_eq!(element(xmp, "dc:creator"), None);
    }

    #[test]
    fn what_nobody_wrote() {
        assert!(sane(Some("Microsoft Word - draft3.doc".into())).is_none());
        assert!(is_file_name("bridge_final.indd"));
        assert!(!is_file_name("Bridge to close. Again."));
        assert_eq!(primary("en-GB").as_deref(), Some("en"));
        assert_eq!(primary("x"), None);
    }
}
