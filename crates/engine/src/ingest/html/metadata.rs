//! What a page says about its article: JSON-LD, then `<meta>`, then marked elements, then its address, then `<time>`, then lines around the headline.

use super::headline::{self, Heading};
use super::jsonld::{self, Facts};
use super::marks::{Mark, Marks, What};
use super::tree::Tree;
use super::walk::Page;
use crate::ingest::dates::{self, Order};
use crate::ingest::draft::Draft;
use crate::ingest::fields::{self, Near, NearDates};
use crate::ingest::{clean, language};
use crate::sort::Sort;
use crate::{Block, Field, FieldOrigin, Role, Warning, WarningKind};

/// Keys of `<meta>`, in the order they are trusted: Open Graph, Twitter, Dublin Core, Highwire, Parse.ly, Sailthru, and older habits.
const TITLE: &[&str] =
    &["og:title", "twitter:title", "citation_title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline", "title"];
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
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publish_date",
    "published_at",
    "publication_date",
    "displaydate",
    "date",
];
const UPDATED: &[&str] = &[
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
];
const OUTLET: &[&str] = &["og:site_name", "application-name", "twitter:site", "dc.publisher", "publisher", "apple-mobile-web-app-title"];
const LANGUAGE: &[&str] = &["content-language", "og:locale", "language", "dc.language"];

/// Fills the fields of a draft whose text and blocks are set, and gives title, byline and date lines their roles.
pub(super) fn fill(draft: &mut Draft, tree: &Tree, page: &Page, facts: &Facts) {
    let markup = Marks::read(tree);
    let headings = headline::headings(tree, page);
    address(draft, &markup, facts);
    outlet(draft, tree, &markup, facts);
    let title = title(draft, (tree, page), &markup, facts, &headings);
    near_title(&draft.text, &mut draft.blocks);
    let sight = Sight { tree, markup: &markup, title: title.map_or(0, |piece| page.pieces[piece].node) };
    let lines: Vec<&str> = page.pieces.iter().filter(|p| !p.hidden).map(|p| p.span.of(&page.text)).collect();
    let shown = |at: usize| page.pieces[..at].iter().filter(|piece| !piece.hidden).count();
    let start = title.or_else(|| draft.blocks.iter().position(|b| b.role == Role::Paragraph)).unwrap_or(0);
    let near = Near::new(&lines, shown(start).saturating_sub(usize::from(title.is_none())));
    byline(draft, &sight, facts, &near, &lines);
    speak(draft, &markup, facts);
    when(draft, &sight, facts, &near, &lines);
    agency(draft, &markup, facts);
}

/// The page's address.
fn address(draft: &mut Draft, markup: &Marks<'_>, facts: &Facts) {
    let meta = || markup.canonical.and_then(fields::absolute).or_else(|| markup.meta(&["og:url", "twitter:url"], fields::absolute));
    draft.found.offer(Field::Url, FieldOrigin::Meta, meta);
    draft.found.offer(Field::Url, FieldOrigin::JsonLd, || facts.url.as_deref().and_then(fields::absolute));
}

/// Who published it.
fn outlet(draft: &mut Draft, tree: &Tree, markup: &Marks<'_>, facts: &Facts) {
    let host = draft.found.get(Field::Url).and_then(fields::host_name);
    let clean = |name: &str| Some(clean::spaces(name.trim_start_matches('@'))).filter(|name| !name.contains("://"));
    draft.found.offer(Field::Outlet, FieldOrigin::JsonLd, || facts.outlet.as_deref().and_then(clean));
    draft.found.offer(Field::Outlet, FieldOrigin::Meta, || markup.meta(OUTLET, clean));
    let publisher = || markup.marks.iter().find(|mark| mark.what == What::Publisher).and_then(|mark| short(tree, mark.node));
    draft.found.offer(Field::Outlet, FieldOrigin::Microdata, publisher);
    draft.found.offer(Field::Outlet, FieldOrigin::TitleElement, || markup.title.and_then(|node| fields::site_name(&tree.text(node))));
    draft.found.offer(Field::Outlet, FieldOrigin::Address, || host);
}

/// Finds the title, and gives its block its role; returns that block.
fn title(draft: &mut Draft, (tree, page): (&Tree, &Page), markup: &Marks<'_>, facts: &Facts, headings: &[Heading]) -> Option<usize> {
    let outlet = draft.found.get(Field::Outlet).map(str::to_owned).unwrap_or_default();
    let host = draft.found.get(Field::Url).and_then(fields::host_name).unwrap_or_default();
    let site = [outlet.as_str(), host.as_str()];
    let marked = || markup.marks.iter().find(|mark| mark.what == What::Headline).map(|mark| tree.text(mark.node));
    let said = [
        (facts.title.clone(), FieldOrigin::JsonLd),
        (markup.meta(TITLE, |v| Some(v.to_owned())), FieldOrigin::Meta),
        (marked(), FieldOrigin::Microdata),
        (markup.title.map(|node| tree.text(node)), FieldOrigin::TitleElement),
    ];
    let cleaned = |(raw, origin): (Option<String>, FieldOrigin)| Some((fields::title(&jsonld::plain(&raw?), &site)?, origin));
    let (title, origin) = headline::choose(said.into_iter().filter_map(cleaned).collect(), headings, &site)?;
    let block = headline::block(&title, headings, page, draft);
    if let Some(block) = block {
        draft.blocks[block].role = Role::Title;
    }
    draft.found.offer(Field::Title, origin, || Some(title));
    block
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
            if dates::is_time_line(line) {
                block.role = Role::Dateline;
            } else if fields::byline_line(line).is_some() {
                block.role = Role::Byline;
            }
        }
    }
}

/// A page's marked elements, seen from its headline.
struct Sight<'a> {
    tree: &'a Tree,
    markup: &'a Marks<'a>,
    /// The node of the headline.
    title: usize,
}

impl Sight<'_> {
    /// The marks of a kind, the nearer to the headline the earlier; what stands before it is further away, as teasers do.
    fn marks(&self, what: What) -> Vec<usize> {
        let mut nodes: Vec<usize> = self.markup.marks.iter().filter(|mark: &&Mark| mark.what == what).map(|mark| mark.node).collect();
        nodes.order_by_key(|node| if *node >= self.title { (node - self.title, 0) } else { (2 * (self.title - node), 1) });
        nodes
    }

    /// The authors that marked elements name: the nearest, and those that stand beside it.
    fn authors(&self, what: What, person: impl Fn(&str) -> Option<String>) -> Option<String> {
        let nodes = self.marks(what);
        // "see all" is no name.
        let person =
            |text: &str| person(text).filter(|name| !name.contains(' ') || name.chars().any(|c| c.is_alphabetic() && !c.is_lowercase()));
        let first = nodes.iter().copied().find(|node| short(self.tree, *node).and_then(|text| person(&text)).is_some())?;
        // What stands on the other side of the headline is a teaser's.
        let same_side = |node: &usize| (*node >= self.title) == (first >= self.title);
        let mut beside: Vec<usize> = nodes.into_iter().filter(|node| node.abs_diff(first) <= BESIDE).filter(same_side).collect();
        beside.sort_unstable();
        let mut names: Vec<String> = Vec::new();
        for name in beside.into_iter().filter_map(|node| person(&short(self.tree, node)?)) {
            if !names.iter().any(|known| known.contains(&name) || name.contains(known.as_str())) {
                names.push(name);
            }
        }
        Some(names.join(", "))
    }

    /// The time that the nearest marked element says.
    fn time(&self, what: What, order: Order) -> Option<String> {
        self.marks(what).into_iter().find_map(|node| {
            let stamp = ["datetime", "content"].iter().find_map(|attr| self.tree.attr(node, attr));
            stamp.and_then(|stamp| dates::find(stamp, order)).or_else(|| dates::find(&short(self.tree, node)?, order))
        })
    }
}

/// Nodes between the names of one byline.
const BESIDE: usize = 24;

/// The text of an element that holds a name or the like.
fn short(tree: &Tree, node: usize) -> Option<String> {
    if let Some(content) = tree.attr(node, "content").filter(|content| !content.trim().is_empty()) {
        return Some(clean::spaces(content));
    }
    // An author with a picture, a name and more: the name is marked.
    let end = tree.nodes[node].end;
    let named = (node + 1..end.min(node + 60)).find(|at| tree.attr(*at, "itemprop").is_some_and(|prop| prop.eq_ignore_ascii_case("name")));
    let text = clean::spaces(&tree.text(named.unwrap_or(node)));
    (!text.is_empty() && text.len() <= 160 && text.split(' ').count() <= 24).then_some(text)
}

/// The agencies it is credited to.
fn agency(draft: &mut Draft, markup: &Marks<'_>, facts: &Facts) {
    let Draft { blocks, text, found, .. } = draft;
    let of = |role: Role| blocks.iter().filter(move |block| block.role == role).map(|block| block.span.of(text));
    found.offer(Field::Agency, FieldOrigin::JsonLd, || facts.authors.iter().find_map(|author| fields::credited(&author.name)));
    found.offer(Field::Agency, FieldOrigin::Meta, || markup.meta(BYLINE, fields::credited));
    let visible = || fields::agency(of(Role::Byline).next(), of(Role::Paragraph).next(), of(Role::Paragraph).next_back());
    found.offer(Field::Agency, FieldOrigin::VisibleLine, visible);
}

/// Who wrote it.
fn byline(draft: &mut Draft, sight: &Sight<'_>, facts: &Facts, near: &Near<'_>, lines: &[&str]) {
    let outlet = draft.found.get(Field::Outlet).map(fields::squash).unwrap_or_default();
    let named = |raw: &str| fields::byline(raw).filter(|name| !fields::nobody(name) && !raw.contains("://") && !raw.starts_with('/'));
    let person = |raw: &str| named(raw).filter(|name| fields::squash(name) != outlet && fields::credited(name).is_none());
    let people = |people: &[jsonld::Author], read: &dyn Fn(&str) -> Option<String>| {
        let names: Vec<String> = people.iter().filter(|author| !author.organisation).filter_map(|author| read(&author.name)).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let found = &mut draft.found;
    found.offer(Field::Byline, FieldOrigin::JsonLd, || people(&facts.authors, &person));
    found.offer(Field::Byline, FieldOrigin::Meta, || papers(sight.markup).or_else(|| sight.markup.meta(BYLINE, person)));
    found.offer(Field::Byline, FieldOrigin::Microdata, || sight.authors(What::Author, person));
    found.offer(Field::Byline, FieldOrigin::Microdata, || sight.authors(What::PerhapsAuthor, person));
    found.offer(Field::Byline, FieldOrigin::VisibleLine, || {
        near.byline(|name| fields::opens_sentence(name, lines)).filter(|name| fields::squash(name) != outlet)
    });
    // Somebody's own site is called like its author; an agency may be all there is.
    found.offer(Field::Byline, FieldOrigin::JsonLd, || people(&facts.authors, &named));
    found.offer(Field::Byline, FieldOrigin::Meta, || sight.markup.meta(BYLINE, named));
    found.offer(Field::Byline, FieldOrigin::Microdata, || sight.authors(What::Author, named));
}

/// The authors of a paper, each in a `<meta>` of its own, as "Reyes, Ana" or "Ana Reyes".
fn papers(markup: &Marks<'_>) -> Option<String> {
    let turned = |name: &str| match name.split_once(", ") {
        Some((family, given)) if !given.contains(',') => format!("{given} {family}"),
        _ => name.to_owned(),
    };
    let names: Vec<String> = markup.metas("citation_author").map(turned).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The language that the words of a draft are in.
pub(super) fn text_language(draft: &Draft) -> Option<String> {
    let body: Vec<&str> = draft.blocks.iter().filter(|b| b.role == Role::Paragraph).take(60).map(|b| b.span.of(&draft.text)).collect();
    language::of(&body.join("\n"))
}

/// The language: that of the words, else what the page says.
fn speak(draft: &mut Draft, markup: &Marks<'_>, facts: &Facts) {
    let told = text_language(draft);
    draft.found.offer(Field::Language, FieldOrigin::Text, || told);
    draft.found.offer(Field::Language, FieldOrigin::Meta, || markup.language.and_then(language::primary));
    draft.found.offer(Field::Language, FieldOrigin::Meta, || markup.meta(LANGUAGE, language::primary));
    draft.found.offer(Field::Language, FieldOrigin::JsonLd, || facts.language.as_deref().and_then(language::primary));
}

/// When it was published, and when changed.
fn when(draft: &mut Draft, sight: &Sight<'_>, facts: &Facts, near: &Near<'_>, lines: &[&str]) {
    let markup = sight.markup;
    let tags = [markup.language, facts.language.as_deref(), draft.found.get(Field::Language)];
    let order = tags.into_iter().flatten().map(Order::of_language).find(|order| *order != Order::Unknown).unwrap_or_default();
    let read = |text: &str| dates::find(text, order);
    let said = near.dates(order);
    let found = &mut draft.found;
    found.offer(Field::Updated, FieldOrigin::JsonLd, || facts.updated.as_deref().and_then(read));
    found.offer(Field::Updated, FieldOrigin::Meta, || markup.meta(UPDATED, read));
    found.offer(Field::Updated, FieldOrigin::Microdata, || sight.time(What::Updated, order));
    found.offer(Field::Updated, FieldOrigin::VisibleLine, || said.updated.clone());
    found.offer(Field::Published, FieldOrigin::JsonLd, || facts.published.as_deref().and_then(read));
    found.offer(Field::Published, FieldOrigin::Meta, || {
        markup.meta(PUBLISHED, read).or_else(|| markup.metas_like(says_published).find_map(read))
    });
    found.offer(Field::Published, FieldOrigin::Microdata, || sight.time(What::Published, order));
    let address = found.get(Field::Url).and_then(fields::date_in_address);
    found.offer(Field::Published, FieldOrigin::Address, || address);
    found.offer(Field::Published, FieldOrigin::TimeElement, || sight.time(What::Time, order));
    found.offer(Field::Published, FieldOrigin::VisibleLine, || said.published.clone());
    let mut anywhere = NearDates::default();
    if found.get(Field::Published).is_none() {
        anywhere.read_labelled(lines.iter().copied(), order);
    }
    found.offer(Field::Published, FieldOrigin::VisibleLine, || anywhere.published);
    found.offer(Field::Updated, FieldOrigin::VisibleLine, || anywhere.updated);
    found.date_by_update();
    if found.get(Field::Published).is_none()
        && let Some(written) = said.doubtful
    {
        draft.warnings.push(Warning::whole(WarningKind::DateInDoubt { written }));
    }
}

/// Whether the key of a `<meta>` says that it holds the time of publication, in words of its own.
fn says_published(key: &str) -> bool {
    key.contains("publi") && (key.contains("date") || key.contains("time"))
}
