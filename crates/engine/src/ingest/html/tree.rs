//! Markup to a flat tree.
//!
//! html5ever reads the tokens; the tree is built here, in document order in one `Vec`, so that a subtree is a range of indices and nothing ever
//! recurses, however deep the page nests. Of the standard's tree construction only what changes the reading order or the extent of a block is
//! followed: implied end tags, void elements, raw text. Misnested formatting is not repaired, as nothing here depends on formatting.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::{LocalName, local_name};

use super::names::{self, Family};
use crate::limits;

/// Index of the document node, parent of all.
pub(super) const ROOT: usize = 0;

/// A page.
#[derive(Debug)]
pub(super) struct Tree {
    /// Every node, each after its parent and before its next sibling.
    pub(super) nodes: Vec<Node>,
    /// Whether elements were flattened at [`limits::NESTING`].
    pub(super) flattened: bool,
}

/// One node.
#[derive(Debug)]
pub(super) struct Node {
    /// Index of its parent; its own for the root.
    pub(super) parent: usize,
    /// Index after its last descendant.
    pub(super) end: usize,
    /// What it is.
    pub(super) data: Data,
}

/// What a [`Node`] is.
#[derive(Debug)]
pub(super) enum Data {
    /// An element, or the root (with an empty name).
    Element {
        /// Lower-case name.
        name: LocalName,
        /// Attributes that are of use here.
        attrs: Vec<(LocalName, StrTendril)>,
    },
    /// Characters.
    Text(StrTendril),
}

impl Tree {
    /// Builds the tree of a page. Any text whatever gives one.
    pub(super) fn parse(text: &str) -> Self {
        let input = BufferQueue::default();
        // Pieces, so that no one tendril has to hold more than its 32-bit length allows.
        let mut rest = text;
        while !rest.is_empty() {
            let (piece, tail) = rest.split_at(rest.floor_char_boundary(1 << 20));
            input.push_back(StrTendril::from(piece));
            rest = tail;
        }
        let tokenizer = Tokenizer::new(Sink(RefCell::new(Builder::new())), TokenizerOpts::default());
        // Never stops early: the sink asks for no script to be run.
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        tokenizer.sink.0.into_inner().finish()
    }

    /// Name of an element; empty for text and the root.
    pub(super) fn name(&self, node: usize) -> &str {
        match self.nodes.get(node).map(|n| &n.data) {
            Some(Data::Element { name, .. }) => name,
            _ => "",
        }
    }

    /// An attribute's value.
    pub(super) fn attr(&self, node: usize, attr: &str) -> Option<&str> {
        match self.nodes.get(node).map(|n| &n.data) {
            Some(Data::Element { attrs, .. }) => attrs.iter().find(|(name, _)| **name == *attr).map(|(_, value)| &**value),
            _ => None,
        }
    }

    /// The text inside a node, as it stands in the source.
    pub(super) fn text(&self, node: usize) -> String {
        let end = self.nodes.get(node).map_or(node, |n| n.end);
        self.nodes[node..end].iter().filter_map(|n| if let Data::Text(text) = &n.data { Some(&**text) } else { None }).collect()
    }

    /// Every element of a name, in document order.
    pub(super) fn elements(&self, wanted: &'static str) -> impl Iterator<Item = usize> + '_ {
        (0..self.nodes.len()).filter(move |node| self.name(*node) == wanted)
    }
}

/// Attributes that parsing looks at; the others are dropped on the way in.
const KEPT: &[&str] = &[
    "aria-hidden",
    "aria-label",
    "charset",
    "class",
    "content",
    "datetime",
    "hidden",
    "href",
    "id",
    "itemprop",
    "itemtype",
    "lang",
    "name",
    "property",
    "rel",
    "role",
    "style",
    "title",
    "type",
];

struct Sink(RefCell<Builder>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut builder = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => match tag.kind {
                TagKind::StartTag => return builder.start(tag),
                TagKind::EndTag => builder.end(&tag.name),
            },
            Token::CharacterTokens(text) => builder.text(text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// The tree while it grows.
struct Builder {
    nodes: Vec<Node>,
    /// Indices of the open elements, root first.
    open: Vec<usize>,
    /// How many of the open elements are `<p>`: most start tags ask, and most answers are none.
    open_p: usize,
    flattened: bool,
}

impl Builder {
    fn new() -> Self {
        let root = Node { parent: ROOT, end: 0, data: Data::Element { name: local_name!(""), attrs: Vec::new() } };
        Self { nodes: vec![root], open: vec![ROOT], open_p: 0, flattened: false }
    }

    fn finish(mut self) -> Tree {
        self.pop_to(0);
        Tree { nodes: self.nodes, flattened: self.flattened }
    }

    fn name(&self, depth: usize) -> &LocalName {
        match &self.nodes[self.open[depth]].data {
            Data::Element { name, .. } => name,
            Data::Text(_) => unreachable_name(),
        }
    }

    /// Closes open elements until `depth` are left.
    fn pop_to(&mut self, depth: usize) {
        let end = self.nodes.len();
        while self.open.len() > depth {
            if *self.name(self.open.len() - 1) == local_name!("p") {
                self.open_p -= 1;
            }
            if let Some(node) = self.open.pop() {
                self.nodes[node].end = end;
            }
        }
    }

    fn push(&mut self, data: Data) -> usize {
        let at = self.nodes.len();
        let parent = self.open.last().copied().unwrap_or(ROOT);
        self.nodes.push(Node { parent, end: at + 1, data });
        at
    }

    fn text(&mut self, text: StrTendril) {
        // A page without <body> has none either: text just stands where it is. White space in <head> is of no use.
        if *self.name(self.open.len() - 1) == local_name!("head") {
            if text.trim().is_empty() {
                return;
            }
            self.pop_to(self.open.len() - 1);
        }
        self.push(Data::Text(text));
    }

    fn start(&mut self, tag: Tag) -> TokenSinkResult<()> {
        let family = names::family(&tag.name);
        if matches!(family, Family::Page) && self.merge(&tag) {
            return TokenSinkResult::Continue;
        }
        if !matches!(family, Family::Head) && *self.name(self.open.len() - 1) == local_name!("head") {
            self.pop_to(self.open.len() - 1);
        }
        self.imply_ends(&tag.name, family);
        let raw = match &*tag.name {
            "script" => Some(RawKind::ScriptData),
            "title" | "textarea" => Some(RawKind::Rcdata),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
            _ => None,
        };
        let void = names::is_void(&tag.name) || tag.self_closing && names::in_svg_or_math(&tag.name);
        if self.open.len() > limits::NESTING && !void && raw.is_none() {
            // Its text is kept and stands apart; its end tag finds nothing to close, or closes the nearest of its name, which does no harm.
            self.flattened = true;
            if !matches!(family, Family::Inline) && !self.ends_in_break() {
                self.push(Data::Element { name: local_name!("hr"), attrs: Vec::new() });
            }
            return TokenSinkResult::Continue;
        }
        let is_p = tag.name == local_name!("p");
        let attrs = tag.attrs.into_iter().filter(|a| KEPT.contains(&&*a.name.local)).map(|a| (a.name.local, a.value)).collect();
        let node = self.push(Data::Element { name: tag.name, attrs });
        if !void {
            self.open.push(node);
            self.open_p += usize::from(is_p);
        }
        raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
    }

    fn ends_in_break(&self) -> bool {
        matches!(self.nodes.last().map(|n| &n.data), Some(Data::Element { name, .. }) if *name == local_name!("hr"))
    }

    /// A second `<html>`, `<head>` or `<body>` only adds attributes to the first.
    fn merge(&mut self, tag: &Tag) -> bool {
        let Some(node) =
            self.open.iter().copied().find(|node| matches!(&self.nodes[*node].data, Data::Element { name, .. } if *name == tag.name))
        else {
            return false;
        };
        if let Data::Element { attrs, .. } = &mut self.nodes[node].data {
            for attr in &tag.attrs {
                if KEPT.contains(&&*attr.name.local) && attrs.iter().all(|(name, _)| *name != attr.name.local) {
                    attrs.push((attr.name.local.clone(), attr.value.clone()));
                }
            }
        }
        true
    }

    /// Closes what a start tag closes without an end tag.
    fn imply_ends(&mut self, name: &LocalName, family: Family) {
        match &**name {
            "li" => self.close_back(&["li"], &["ul", "ol", "menu", "dir"]),
            "dt" | "dd" => self.close_back(&["dt", "dd"], &["dl"]),
            "option" | "optgroup" => self.close_back(&["option"], &["select", "datalist"]),
            "td" | "th" => self.close_back(&["td", "th"], &["tr", "table"]),
            "tr" => self.close_back(&["tr"], &["table"]),
            "tbody" | "thead" | "tfoot" | "caption" => self.close_back(&["tbody", "thead", "tfoot", "caption"], &["table"]),
            "a" => self.close_back(&["a"], &["td", "th", "li", "p", "div", "section", "article", "table"]),
            "button" => self.close_back(&["button"], &["table"]),
            _ => {}
        }
        if self.open_p > 0 && matches!(family, Family::Block) {
            self.close_back(&["p"], &["button", "td", "th", "caption", "table", "object"]);
        }
    }

    /// Closes the nearest open element among `names`, with all inside it, unless one of `fences` stands in between.
    fn close_back(&mut self, names: &[&str], fences: &[&str]) {
        for depth in (1..self.open.len()).rev() {
            let name = &**self.name(depth);
            if names.contains(&name) {
                return self.pop_to(depth);
            }
            if fences.contains(&name) {
                return;
            }
        }
    }

    fn end(&mut self, name: &LocalName) {
        let family = names::family(name);
        if matches!(family, Family::Page) && *name != local_name!("head") {
            return;
        }
        if *name == local_name!("br") {
            self.push(Data::Element { name: local_name!("br"), attrs: Vec::new() });
            return;
        }
        let heading = names::heading(name).is_some();
        for depth in (1..self.open.len()).rev() {
            let open = self.name(depth);
            if open == name || heading && names::heading(open).is_some() {
                return self.pop_to(depth);
            }
            // A stray </b> closes nothing outside its block, a stray </div> nothing outside its table cell.
            let fence = match family {
                Family::Inline | Family::Head => !matches!(names::family(open), Family::Inline),
                _ => matches!(&**open, "table" | "td" | "th" | "caption") && !names::in_table(name),
            };
            if fence {
                return;
            }
        }
    }
}

/// The name an open element has if it is no element, which does not happen: only elements are opened.
fn unreachable_name() -> &'static LocalName {
    const NONE: &LocalName = &local_name!("");
    NONE
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree in brackets: `p[text b[more]]`.
    fn outline(html: &str) -> String {
        fn ends(tree: &Tree, at: usize) -> usize {
            (1..at).filter(|n| tree.nodes[*n].end == at && matches!(tree.nodes[*n].data, Data::Element { .. })).count()
        }
        let tree = Tree::parse(html);
        let mut out = String::new();
        for (at, node) in tree.nodes.iter().enumerate().skip(1) {
            out.push_str(&"]".repeat(ends(&tree, at)));
            match &node.data {
                Data::Element { name, .. } => {
                    out.push_str(name);
                    out.push('[');
                }
                Data::Text(text) => out.push_str(text),
            }
        }
        out.push_str(&"]".repeat(ends(&tree, tree.nodes.len())));
        out
    }

    #[test]
    fn implied_ends() {
        for (html, want) in [
            ("<p>a<p>b", "p[a]p[b]"),
            ("<p>a<div>b</div>c", "p[a]div[b]c"),
            ("<ul><li>a<li>b<ul><li>c</ul></ul>", "ul[li[a]li[bul[li[c]]]]"),
            ("<table><tr><td>a<td>b<tr><td>c</table>d", "table[tr[td[a]td[b]]tr[td[c]]]d"),
            ("<p><b>a<i>b</b>c</i></p>d", "p[b[ai[b]]c]d"),
            ("<div><span>a</div>b</span>", "div[span[a]]b"),
            ("<h2>a</h3>b", "h2[a]b"),
            ("<html lang=en><head><title>t</title><p>a", "html[head[title[t]]p[a]]"),
            ("a<br>b</br>c<img src=x>", "abr[]bbr[]cimg[]"),
            ("<script>if (a < b) { '<p>' }</script>c", "script[if (a < b) { '<p>' }]c"),
            ("<p>&eacute;&nbsp;&amp;lt;", "p[é\u{a0}&lt;]"),
            ("<table><tr><td><p>a</div></td></tr></table>", "table[tr[td[p[a]]]]"),
        ] {
            assert_eq!(outline(html), want, "{html}");
        }
    }

    #[test]
    fn deep_nesting_is_flat_and_fast() {
        let tree = Tree::parse(&("<div>".repeat(100_000) + "deep" + &"</div>".repeat(100_000) + "<p>after"));
        assert!(tree.flattened);
        assert!(tree.nodes.len() < 2 * limits::NESTING);
        assert!(tree.text(ROOT).contains("deep"));
    }
}
