//! What a page's elements say about its article, collected in one pass over the tree.

use super::tree::{Data, Tree};

/// Elements of a page that may hold fields, in document order.
#[derive(Debug, Default)]
pub(super) struct Marks<'a> {
    /// `<meta>` elements: key in lower case, value.
    metas: Vec<(String, &'a str)>,
    /// `lang` of `<html>`.
    pub(super) language: Option<&'a str>,
    /// `href` of `<link rel="canonical">`.
    pub(super) canonical: Option<&'a str>,
    /// The first `<title>`.
    pub(super) title: Option<usize>,
    /// Elements marked as holding something, by how surely.
    pub(super) marks: Vec<Mark>,
}

/// An element marked as holding a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) node: usize,
    pub(super) what: What,
}

/// What a [`Mark`] is said to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    /// `itemprop="headline"`, `property="schema:headline"`, `class="p-name"`.
    Headline,
    /// `itemprop="author"`, `rel="author"`, `class="p-author"`.
    Author,
    /// A class that says byline or author, or a link to an author's page.
    PerhapsAuthor,
    /// `itemprop="datePublished"`, `pubdate`, `class="dt-published"`.
    Published,
    /// `itemprop="dateModified"`, `class="updated"`.
    Updated,
    /// `<time>`.
    Time,
    /// `itemprop="publisher"`.
    Publisher,
}

impl<'a> Marks<'a> {
    /// Collects.
    pub(super) fn read(tree: &'a Tree) -> Self {
        let mut out = Self::default();
        let mut comments = 0;
        for (at, node) in tree.nodes.iter().enumerate().skip(1) {
            let Data::Element { name, attrs } = &node.data else { continue };
            let attr = |wanted: &str| attrs.iter().find(|(name, _)| &**name == wanted).map(|(_, value)| &**value);
            match &**name {
                "html" => out.language = out.language.or_else(|| attr("lang")),
                "title" if out.title.is_none() => out.title = Some(at),
                "link" if attr("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                    out.canonical = out.canonical.or_else(|| attr("href"));
                }
                "meta" => {
                    let key = ["property", "name", "itemprop"].iter().find_map(|key| attr(key));
                    if let (Some(key), Some(value)) = (key, attr("content").map(str::trim).filter(|value| !value.is_empty())) {
                        out.metas.push((key.trim().to_ascii_lowercase(), value));
                    }
                }
                "script" | "style" | "link" | "path" | "body" => {}
                name => {
                    let class = attr("class").unwrap_or_default();
                    // Readers sign their comments as authors do.
                    if at >= comments && (says_comments(class) || attr("id").is_some_and(says_comments)) {
                        comments = node.end;
                    }
                    if at >= comments {
                        let properties = [attr("itemprop"), attr("property"), attr("rel")];
                        out.marks.extend(
                            what(name, properties, class, attr("href").unwrap_or_default(), attrs).map(|what| Mark { node: at, what }),
                        );
                    }
                }
            }
        }
        out
    }

    /// The first value under the first of `keys` that `read` makes something of.
    pub(super) fn meta<T>(&self, keys: &[&str], read: impl Fn(&str) -> Option<T>) -> Option<T> {
        keys.iter().find_map(|key| self.metas.iter().filter(|(k, _)| k == key).find_map(|(_, value)| read(value)))
    }

    /// Every value under a key.
    pub(super) fn metas(&self, key: &str) -> impl Iterator<Item = &'a str> {
        self.metas.iter().filter(move |(k, _)| k == key).map(|(_, value)| *value)
    }

    /// The values under keys that `pass`.
    pub(super) fn metas_like(&self, pass: impl Fn(&str) -> bool) -> impl Iterator<Item = &'a str> {
        self.metas.iter().filter(move |(key, _)| pass(key)).map(|(_, value)| *value)
    }
}

/// Whether a class or id marks readers' comments.
fn says_comments(class: &str) -> bool {
    class.split_ascii_whitespace().any(|c| {
        let c = c.to_ascii_lowercase();
        matches!(
            c.as_str(),
            "comments" | "comment" | "commentlist" | "comment-list" | "respond" | "disqus_thread" | "comments-area" | "comment-content"
        )
    })
}

/// What an element is said to hold.
fn what<N: std::ops::Deref<Target = str>, V>(
    name: &str,
    properties: [Option<&str>; 3],
    class: &str,
    href: &str,
    attrs: &[(N, V)],
) -> Option<What> {
    for value in properties.into_iter().flatten().flat_map(str::split_ascii_whitespace) {
        let value = value.rsplit([':', '/', '#']).next().unwrap_or_default();
        match value.to_ascii_lowercase().as_str() {
            "headline" => return Some(What::Headline),
            "author" | "creator" => return Some(What::Author),
            "datepublished" => return Some(What::Published),
            "datemodified" => return Some(What::Updated),
            "publisher" => return Some(What::Publisher),
            _ => {}
        }
    }
    for class in class.split_ascii_whitespace() {
        let class = class.to_ascii_lowercase();
        match class.as_str() {
            "p-author" => return Some(What::Author),
            "dt-published" | "published" | "entry-date" => return Some(What::Published),
            "dt-updated" | "updated" if name != "div" => return Some(What::Updated),
            _ if name != "body" && says_author(&class) => return Some(What::PerhapsAuthor),
            _ => {}
        }
    }
    if name == "time" {
        return Some(if attrs.iter().any(|(name, _)| &**name == "pubdate") { What::Published } else { What::Time });
    }
    (name == "address" || name == "a" && leads_to_author(href)).then_some(What::PerhapsAuthor)
}

/// Whether a class, in lower case, says that an element holds the byline.
fn says_author(class: &str) -> bool {
    class == "author"
        || class == "fn"
        || class.contains("byline")
        || class.contains("author-name")
        || class.contains("author__name")
        || class.contains("author_name")
        || class.contains("authorname")
        || class.contains("type-author")
        || class.ends_with("-author")
        || class.ends_with("_author")
        || class.starts_with("author_author")
}

/// Segments of the addresses of authors' pages.
const AUTHOR_PAGES: &[&str] = &[
    "author",
    "authors",
    "autor",
    "autores",
    "auteur",
    "auteurs",
    "autoren",
    "autori",
    "autore",
    "redakteure",
    "journalist",
    "journalists",
    "contributors",
    "byline",
    "profiles",
    "team-members",
];

/// Whether an address is of an author's page: a segment that says so, and one name after it.
fn leads_to_author(href: &str) -> bool {
    let path = href.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let mut segments = path.rsplit('/');
    let name = segments.next().unwrap_or_default();
    !name.is_empty() && segments.next().is_some_and(|segment| AUTHOR_PAGES.contains(&segment))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks() {
        for (html, want) in [
            ("<span itemprop='author'>", Some(What::Author)),
            ("<span property='schema:author'>", Some(What::Author)),
            ("<a rel='author nofollow'>", Some(What::Author)),
            ("<span class='author vcard'>", Some(What::PerhapsAuthor)),
            ("<a href='https://example.org/authors/ana-reyes/'>", Some(What::PerhapsAuthor)),
            ("<a href='/authors/'>", None),
            ("<time>", Some(What::Time)),
            ("<b itemprop='datePublished'>", Some(What::Published)),
            ("<time class='dt-updated'>", Some(What::Updated)),
            ("<h1 itemprop='headline'>", Some(What::Headline)),
            ("<div id='comments'><b class='author'>", None),
            ("<p class='authority'>", None),
        ] {
            let tree = Tree::parse(html);
            assert_eq!(Marks::read(&tree).marks.first().map(|mark| mark.what), want, "{html}");
        }
    }

    #[test]
    fn reads() {
        let tree = Tree::parse(
            "<html lang='en-GB'><head><title>T</title><meta name='Author' content=' Ana '><meta property='og:title' content=''>\
             <link rel=canonical href='https://example.org/a'></head><body>x",
        );
        let markup = Marks::read(&tree);
        assert_eq!(markup.meta(&["og:title", "author"], |v| Some(v.to_owned())).as_deref(), Some("Ana"));
        assert_eq!((markup.language, markup.canonical), (Some("en-GB"), Some("https://example.org/a")));
        assert!(markup.title.is_some());
    }
}
