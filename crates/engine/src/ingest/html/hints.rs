//! What names of elements, classes and roles say about where an article is.
//!
//! The words were collected from the class names of publishing systems (WordPress, Drupal, Arc, Blogger, Medium …) and overlap with those that
//! Readability (Apache-2.0) and similar extractors have long used.

use std::collections::BTreeMap;

use super::tree::Tree;
use crate::ingest::hash::hash;

/// What an element says about the text inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hint {
    /// Nothing.
    None,
    /// It holds the article, or more than it.
    Article,
    /// It holds the article's body.
    Body,
    /// It is page furniture, unless most of the text is in it.
    Furniture,
    /// It holds what readers wrote, however much.
    Comments,
}

/// The hints of names of classes and ids met so far, by their hashes: a page has few names and uses each often.
#[derive(Debug, Default)]
pub(super) struct Known(BTreeMap<u64, Hint>);

/// The hint of an element.
pub(super) fn of(tree: &Tree, node: usize, known: &mut Known) -> Hint {
    if tree.attr(node, "itemprop").is_some_and(|prop| prop.eq_ignore_ascii_case("articleBody")) {
        return Hint::Body;
    }
    let by_name = match tree.name(node) {
        "html" | "body" => return Hint::None,
        "article" | "main" => return Hint::Article,
        "nav" | "aside" | "footer" | "dialog" | "menu" => Hint::Furniture,
        _ => Hint::None,
    };
    if let Some(
        "navigation" | "complementary" | "contentinfo" | "banner" | "search" | "dialog" | "alertdialog" | "menu" | "menubar" | "toolbar",
    ) = tree.attr(node, "role")
    {
        return Hint::Furniture;
    }
    let by_class = [tree.attr(node, "id"), tree.attr(node, "class")].into_iter().flatten().flat_map(str::split_whitespace);
    let by_class = by_class.map(|name| *known.0.entry(hash(name)).or_insert_with(|| class(name))).max();
    by_name.max(by_class.unwrap_or(Hint::None))
}

/// The hint of one class or id.
fn class(name: &str) -> Hint {
    let squashed: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    let parts = parts(name);
    let has = |words: &[&str]| parts.iter().any(|part| words.contains(&part.as_str()));
    if has(COMMENTS) {
        Hint::Comments
    } else if has(FURNITURE)
        // WordPress marks a sidebar's parts so; page builders call every part of a page a widget.
        || name == "widget" || name.starts_with("widget_") || name.starts_with("widget-area")
        || FURNITURE_NAMES.iter().any(|known| squashed.contains(known))
    {
        Hint::Furniture
    } else if BODY_NAMES.iter().any(|known| squashed.contains(known)) {
        Hint::Body
    } else {
        Hint::None
    }
}

/// A name at its hyphens, underscores and capitals: `relatedPosts-list` is related, posts, list.
fn parts(name: &str) -> Vec<String> {
    let mut parts: Vec<String> = vec![String::new()];
    let mut lower = false;
    for c in name.chars() {
        if !c.is_ascii_alphabetic() || (c.is_ascii_uppercase() && lower) {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut()
            && c.is_ascii_alphabetic()
        {
            part.push(c.to_ascii_lowercase());
        }
        lower = c.is_ascii_lowercase();
    }
    parts.retain(|part| !part.is_empty());
    parts
}

const COMMENTS: &[&str] = &["comment", "comments", "disqus", "commentlist", "respond", "livefyre"];

/// Parts of names.
const FURNITURE: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "adverts",
    "sponsor",
    "sponsored",
    "sponsors",
    "promo",
    "promos",
    "promotion",
    "promoted",
    "outbrain",
    "taboola",
    "nav",
    "navbar",
    "navigation",
    "menu",
    "submenu",
    "breadcrumb",
    "breadcrumbs",
    "footer",
    "sidebar",
    "related",
    "recommended",
    "recommendation",
    "recommendations",
    "recirc",
    "recirculation",
    "share",
    "sharing",
    "sharebar",
    "social",
    "newsletter",
    "newsletters",
    "subscribe",
    "subscription",
    "signup",
    "optin",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "popup",
    "modal",
    "overlay",
    "lightbox",
    "tags",
    "taglist",
    "pagination",
    "pager",
    "paginate",
    "trending",
    "popular",
    "toc",
    "login",
    "paywall",
    "cta",
    "copyright",
    "toolbar",
    "masthead",
    "skip",
    "print",
    "rating",
    "ratings",
    "teaser",
    "teasers",
    "carousel",
    "slider",
    "bio",
    "biography",
    "dropdown",
    "tooltip",
    "flyout",
    "ticker",
    "disclaimer",
    "disclosure",
    "alert",
    "metadata",
];

/// Whole names, or parts of them, without their hyphens.
const FURNITURE_NAMES: &[&str] = &[
    "authorbox",
    "authorinfo",
    "authorbio",
    "authorcard",
    "aboutauthor",
    "abouttheauthor",
    "postauthor",
    "tableofcontents",
    "readmore",
    "readnext",
    "morestories",
    "morefrom",
    "mostread",
    "mostpopular",
    "youmayalso",
    "youmightalso",
    "upnext",
    "nextpost",
    "prevpost",
    "postnav",
    "postmeta",
    "entrymeta",
    "postfooter",
    "entryfooter",
    "siteheader",
    "sitefooter",
    "mailchimp",
    "followus",
    "relatedposts",
    "callout",
    "jprelated",
    "sharedaddy",
    "addtoany",
    "addthis",
    "tagcloud",
    "latestposts",
    "recentposts",
    "latestnews",
    "screenreader",
    "visuallyhidden",
    "sronly",
    "articletags",
];

const BODY_NAMES: &[&str] = &[
    "articlebody",
    "articlecontent",
    "articletext",
    "entrycontent",
    "postcontent",
    "postbody",
    "storybody",
    "storycontent",
    "storytext",
    "blogcontent",
    "blogbody",
    "newsbody",
    "newscontent",
    "bodytext",
    "maincontent",
    "richtext",
    "wysiwyg",
    "contentbody",
    "singlecontent",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes() {
        for (name, hint) in [
            ("related-posts", Hint::Furniture),
            ("relatedPosts", Hint::Furniture),
            ("c-article__share-bar", Hint::Furniture),
            ("header-shadow", Hint::None),
            ("entry-content", Hint::Body),
            ("comments-area", Hint::Comments),
            ("uncommented", Hint::None),
            ("loadable", Hint::None),
            ("col-md-8", Hint::None),
        ] {
            assert_eq!(class(name), hint, "{name}");
        }
    }
}
