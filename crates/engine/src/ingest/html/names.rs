//! What the names of elements mean for the reading order.

/// How an element behaves in a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// `html`, `head`, `body`: one each.
    Page,
    /// Belongs in `head`, or is as unseen as if it did.
    Head,
    /// Starts a new line, and ends an open paragraph.
    Block,
    /// Starts a new line or cell, and leaves paragraphs alone.
    Part,
    /// Flows with the text.
    Inline,
}

/// The family of an element.
pub(super) fn family(name: &str) -> Family {
    match name {
        "html" | "head" | "body" => Family::Page,
        "title" | "meta" | "link" | "script" | "style" | "base" | "noscript" | "template" => Family::Head,
        "address" | "article" | "aside" | "blockquote" | "center" | "details" | "dialog" | "dir" | "div" | "dl" | "fieldset"
        | "figcaption" | "figure" | "footer" | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "header" | "hgroup" | "hr" | "li"
        | "dd" | "dt" | "main" | "menu" | "nav" | "ol" | "p" | "pre" | "search" | "section" | "summary" | "table" | "ul" | "xmp"
        | "listing" => Family::Block,
        "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "caption" | "colgroup" | "col" | "legend" | "option" | "optgroup" | "select"
        | "button" | "label" | "iframe" | "textarea" | "video" | "audio" | "object" | "picture" | "canvas" => Family::Part,
        // Custom elements are containers more often than not.
        _ if name.contains('-') => Family::Part,
        _ => Family::Inline,
    }
}

/// Elements without content or end tag.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "img"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements of drawings and formulas that pages close with `/>`.
pub(super) fn in_svg_or_math(name: &str) -> bool {
    matches!(
        name,
        "svg"
            | "path"
            | "circle"
            | "ellipse"
            | "g"
            | "line"
            | "polygon"
            | "polyline"
            | "rect"
            | "use"
            | "stop"
            | "image"
            | "defs"
            | "mspace"
    )
}

/// Parts of a table, whose end tags may close cells.
pub(super) fn in_table(name: &str) -> bool {
    matches!(name, "table" | "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "caption")
}

/// Level of a heading.
pub(super) fn heading(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

/// Elements whose content is no text of the page.
pub(super) fn is_unseen(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "title"
            | "script"
            | "style"
            | "template"
            | "noscript"
            | "iframe"
            | "noembed"
            | "noframes"
            | "svg"
            | "canvas"
            | "video"
            | "audio"
            | "object"
            | "select"
            | "datalist"
            | "textarea"
            | "map"
    )
}
