//! What the markup says about the article: JSON-LD, else `<meta>`, else marked elements, else the lines around the headline.

use super::jsonld;
use super::tree::Tree;
use super::walk::Page;
use crate::ingest::draft::Draft;
use crate::ingest::{clean, cues, fields, language};
use crate::{Block, Role};

/// Keys of `<meta>`, in the order they are trusted: Open Graph, Twitter, Dublin Core, Parse.ly, Sailthru, and older habits.
const TITLE: &[&str] = &["og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline", "title"];
const BYLINE: &[&str] = &[
    "author",
    "parsely-author",
    "sailthru.author",
    "article:author_name",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "article:author",
    "twitter:data1",
];
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_at",
    "publication_date",
    "article.published",
    "displaydate",
    "date",
    "og:pubdate",
    "og:published_time",
    "article:modified_time",
    "og:updated_time",
];
const OUTLET: &[&str] = &["og:site_name", "application-name", "twitter:site", "dc.publisher", "publisher", "apple-mobile-web-app-title"];

/// Fills the fields of a draft whose text and blocks are set, and gives title, byline and date lines their roles.
pub(super) fn fill(draft: &mut Draft, tree: &Tree, page: &Page, facts: &jsonld::Facts) {
    let meta = Meta::read(tree);
    draft.outlet = facts.outlet.clone().or_else(|| meta.first(OUTLET, |v| Some(v.trim_start_matches('@').to_owned())));
    let address = canonical(tree, &meta);
    let host = address.as_deref().and_then(fields::host_name);
    draft.outlet = draft
        .outlet
        .take()
        .map(|o| clean::spaces(&o))
        .filter(|o| !o.is_empty())
        .or_else(|| tree.elements("title").next().and_then(|node| fields::site_name(&tree.text(node))))
        .or(host);
    draft.title = title(draft, tree, page, facts, &meta);
    if let Some(i) = title_block(draft, tree, page) {
        draft.blocks[i].role = Role::Title;
    }
    near_title(&draft.text, &mut draft.blocks);
    let outlet = draft.outlet.as_deref().map(fields::squash);
    let person = |raw: &str| author(raw).filter(|name| Some(fields::squash(name)) != outlet);
    let authors = facts.authors.iter().filter_map(|a| person(a)).collect::<Vec<_>>().join(", ");
    draft.byline = (!authors.is_empty())
        .then_some(authors)
        .or_else(|| meta.first(BYLINE, person))
        .or_else(|| marked(tree, "author").and_then(|t| person(&t)))
        .or_else(|| line(draft, Role::Byline).and_then(fields::byline_line))
        .or_else(|| around_title(draft).find_map(fields::byline_line))
        .or_else(|| facts.authors.iter().find_map(|a| author(a)));
    draft.published = facts
        .published
        .as_deref()
        .and_then(fields::published)
        .or_else(|| meta.first(PUBLISHED, fields::published))
        .or_else(|| time(tree))
        .or_else(|| line(draft, Role::Dateline).and_then(fields::published))
        .or_else(|| around_title(draft).find_map(fields::published))
        .or_else(|| address.as_deref().and_then(date_in_address));
    draft.language = text_language(draft)
        .or_else(|| tree.elements("html").find_map(|node| tree.attr(node, "lang")).and_then(language::primary))
        .or_else(|| meta.first(&["content-language", "og:locale", "language", "dc.language"], language::primary))
        .or_else(|| facts.language.as_deref().and_then(language::primary));
}

/// `<meta>` elements: key in lower case, value.
struct Meta<'a>(Vec<(String, &'a str)>);

impl<'a> Meta<'a> {
    fn read(tree: &'a Tree) -> Self {
        let meta = tree.elements("meta").filter_map(|node| {
            let key = ["property", "name", "itemprop"].iter().find_map(|attr| tree.attr(node, attr))?;
            Some((key.trim().to_ascii_lowercase(), tree.attr(node, "content")?.trim()))
        });
        Self(meta.filter(|(_, value)| !value.is_empty()).collect())
    }

    /// The first value under the first of `keys` that `read` makes something of.
    fn first<T>(&self, keys: &[&str], read: impl Fn(&str) -> Option<T>) -> Option<T> {
        keys.iter().find_map(|key| self.0.iter().filter(|(k, _)| k == key).find_map(|(_, value)| read(value)))
    }
}

fn canonical(tree: &Tree, meta: &Meta<'_>) -> Option<String> {
    let link = tree.elements("link").find(|node| tree.attr(*node, "rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")));
    link.and_then(|node| tree.attr(node, "href")).map(str::to_owned).or_else(|| meta.first(&["og:url"], |v| Some(v.to_owned())))
}

/// The headline: as metadata gives it, without the site's name; where a heading of the page is that or begins it, as the heading has it.
fn title(draft: &Draft, tree: &Tree, page: &Page, facts: &jsonld::Facts, meta: &Meta<'_>) -> Option<String> {
    let element = tree.elements("title").next().map(|node| tree.text(node));
    let outlet = draft.outlet.as_deref();
    let candidates = [facts.title.clone(), meta.first(TITLE, |v| Some(v.to_owned())), element];
    let mut titles = candidates.into_iter().flatten().filter_map(|raw| fields::title(&raw, outlet)).filter(|t| !t.is_empty());
    let first = titles.next();
    let headings: Vec<String> =
        headings(tree, page).filter(|(_, level)| *level == 1).map(|(i, _)| clean::spaces(page.pieces[i].span.of(&page.text))).collect();
    let Some(title) = first else { return headings.into_iter().next() };
    let folded = cues::fold(&title);
    headings.into_iter().find(|h| alike(&cues::fold(h), &folded)).or(Some(title))
}

/// Pieces that are headings, with their levels.
fn headings<'a>(tree: &'a Tree, page: &'a Page) -> impl Iterator<Item = (usize, u8)> + 'a {
    page.pieces
        .iter()
        .enumerate()
        .filter(|(_, p)| p.role == Role::Heading && !p.hidden)
        .filter_map(|(i, p)| Some((i, level(tree, p.node)?)))
}

/// Level of the heading a node stands in.
fn level(tree: &Tree, node: usize) -> Option<u8> {
    let mut at = node;
    while at != super::tree::ROOT {
        if let Some(level) = super::names::heading(tree.name(at)) {
            return Some(level);
        }
        at = tree.nodes[at].parent;
    }
    None
}

/// Whether two folded titles are the same, or one is the other with something added.
fn alike(a: &str, b: &str) -> bool {
    !a.is_empty() && (a == b || (a.len().min(b.len()) > 12 && (a.starts_with(b) || b.starts_with(a))))
}

/// The block that shows the headline: a heading like it, else the last first-level heading before the body, else any short block equal to it.
fn title_block(draft: &Draft, tree: &Tree, page: &Page) -> Option<usize> {
    let wanted = cues::fold(draft.title.as_deref()?);
    let text = |i: usize| cues::fold(draft.blocks[i].span.of(&draft.text));
    let like = |i: &usize| alike(&text(*i), &wanted);
    let mut found: Vec<(usize, u8)> = headings(tree, page).filter(|(i, _)| like(i)).collect();
    found.sort_by_key(|(i, level)| (*level, *i));
    if let Some((i, _)) = found.first() {
        return Some(*i);
    }
    let body = draft.blocks.iter().position(|b| b.role == Role::Paragraph).unwrap_or(0);
    let (from, to) = (body.saturating_sub(12), (body + 2).min(draft.blocks.len()));
    (from..to).find(|i| !page.pieces[*i].hidden && text(*i) == wanted)
}

/// Date and byline lines between the title and the body, or just before the title, get their roles.
fn near_title(text: &str, blocks: &mut [Block]) {
    let body = blocks.iter().position(|b| b.role == Role::Paragraph).unwrap_or(0);
    let title = blocks.iter().position(|b| b.role == Role::Title).unwrap_or(body);
    let from = title.min(body).saturating_sub(4);
    let to = (title.max(body) + 2).min(blocks.len());
    for block in &mut blocks[from..to] {
        let line = block.span.of(text);
        if matches!(block.role, Role::Boilerplate | Role::Paragraph) && line.len() < 120 {
            if crate::ingest::dates::is_time_line(line) {
                block.role = Role::Dateline;
            } else if fields::byline_line(line).is_some() {
                block.role = Role::Byline;
            }
        }
    }
}

/// The short lines just after the headline, or the start of the body, and then those just before.
fn around_title(draft: &Draft) -> impl Iterator<Item = &str> {
    let body = draft.blocks.iter().position(|b| b.role == Role::Paragraph).unwrap_or(0);
    let title = draft.blocks.iter().position(|b| b.role == Role::Title).unwrap_or(body);
    let after = title..(title + 9).min(draft.blocks.len());
    let before = title.saturating_sub(5)..title;
    after.chain(before).map(|i| draft.blocks[i].span.of(&draft.text)).filter(|line| line.len() <= 120)
}

/// A byline from metadata, unless it is an address or says nobody.
fn author(raw: &str) -> Option<String> {
    let name = fields::byline(raw)?;
    let folded = cues::fold(&name);
    let nobody = matches!(
        folded.as_str(),
        "admin" | "administrator" | "editor" | "staff" | "unknown" | "guest" | "webmaster" | "user" | "null" | "none"
    );
    // Reading times and template keys stand where authors should.
    let odd = name.starts_with(|c: char| c.is_ascii_digit()) || (!name.contains(' ') && name.matches('.').count() > 1);
    (!nobody && !odd && !raw.contains("://") && !raw.starts_with('/')).then_some(name)
}

/// The text of the first short element marked as holding something, by `itemprop`, `rel` or a class that says so.
fn marked(tree: &Tree, what: &str) -> Option<String> {
    let short = |node: usize| {
        let text = clean::spaces(&tree.text(node));
        (!text.is_empty() && text.len() <= 80 && text.split(' ').count() <= 8).then_some(text)
    };
    let says = |node: usize, attr: &str| tree.attr(node, attr).is_some_and(|v| v.split_whitespace().any(|v| v.eq_ignore_ascii_case(what)));
    let class = |node: usize| {
        let class = tree.attr(node, "class").unwrap_or_default();
        class.split_whitespace().any(|c| {
            let c = c.to_ascii_lowercase();
            c.contains("byline")
                || c.contains("author-name")
                || c.contains("author__name")
                || c.contains("authorname")
                || c == "author"
                || c.ends_with("-author")
                || c.ends_with("_author")
        })
    };
    let nodes = 1..tree.nodes.len();
    nodes.clone().filter(|n| says(*n, "itemprop") || says(*n, "rel")).chain(nodes.filter(|n| class(*n))).find_map(short)
}

/// The first `<time>` that says it is the publication's, else the first in the page.
fn time(tree: &Tree) -> Option<String> {
    let stamp = |node: usize| tree.attr(node, "datetime").and_then(fields::published).or_else(|| fields::published(&tree.text(node)));
    let published = |node: &usize| tree.attr(*node, "itemprop").is_some_and(|p| p.eq_ignore_ascii_case("datePublished"));
    let marked =
        (1..tree.nodes.len()).filter(published).find_map(|n| tree.attr(n, "content").and_then(fields::published).or_else(|| stamp(n)));
    marked.or_else(|| tree.elements("time").find_map(stamp))
}

/// `https://example.org/2025/07/24/bridge`.
fn date_in_address(address: &str) -> Option<String> {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    path.match_indices('/').find_map(|(at, _)| {
        let part = path.get(at + 1..at + 11)?;
        fields::published(part).filter(|_| part.starts_with(|c: char| c.is_ascii_digit()))
    })
}

fn line(draft: &Draft, role: Role) -> Option<&str> {
    draft.blocks.iter().find(|b| b.role == role).map(|b| b.span.of(&draft.text))
}

/// The language of a draft's paragraphs.
pub(super) fn text_language(draft: &Draft) -> Option<String> {
    let body: Vec<&str> = draft.blocks.iter().filter(|b| b.role == Role::Paragraph).take(60).map(|b| b.span.of(&draft.text)).collect();
    language::of(&body.join("\n"))
}
