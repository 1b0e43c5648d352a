//! What a document's paragraph styles mean.

use std::collections::BTreeMap;

use crossread_engine::Role;

use crate::xml::{Node, Xml};

/// The paragraph styles of a document: those it names, and those made for single paragraphs, which have a parent among the named.
#[derive(Debug, Default)]
pub(super) struct Styles {
    parents: BTreeMap<String, String>,
    /// The default language.
    pub(super) language: Option<String>,
}

/// Most styles that one may have above it; a document can be made in which they are each other's parents.
const CHAIN: usize = 16;

impl Styles {
    /// Adds the styles of a part.
    pub(super) fn read(&mut self, text: &str) {
        for node in Xml::new(text) {
            let Node::Open(element) = node else { continue };
            match element.name() {
                "style" => {
                    if let (Some(name), Some(parent)) = (element.attr("name"), element.attr("parent-style-name")) {
                        self.parents.insert(name, parent);
                    }
                }
                "text-properties" if self.language.is_none() => {
                    self.language = element.attr("language").filter(|tag| tag != "none" && (2..=3).contains(&tag.len()));
                }
                // What follows is text, which has no styles in it.
                "body" => return,
                _ => {}
            }
        }
    }

    /// The role of paragraphs of a style; `None` where its name and those above it say nothing.
    pub(super) fn role(&self, style: &str) -> Option<Role> {
        let mut style = style;
        for _ in 0..CHAIN {
            if let Some(role) = by_name(style) {
                return Some(role);
            }
            style = self.parents.get(style)?;
        }
        None
    }
}

/// The role of a built-in style. In identifiers, spaces are written `_20_`.
fn by_name(style: &str) -> Option<Role> {
    let name = style.replace("_20_", " ").to_lowercase();
    let starts = |start: &str| name.starts_with(start);
    match name.as_str() {
        "title" => Some(Role::Title),
        "subtitle" => Some(Role::Heading),
        "quotations" => Some(Role::Quotation),
        "caption" | "illustration" | "figure" | "drawing" => Some(Role::Caption),
        _ if starts("heading") => Some(Role::Heading),
        _ if starts("list") || starts("numbering") => Some(Role::ListItem),
        _ if starts("header") || starts("footer") || starts("contents ") || starts("index") => Some(Role::Boilerplate),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_come_from_parents() {
        let mut styles = Styles::default();
        styles.read(
            r#"<a><style:default-style><style:text-properties fo:language="en"/></style:default-style>
            <style:style style:name="P1" style:parent-style-name="Quotations"/><style:style style:name="P2" style:parent-style-name="P2"/></a>"#,
        );
        assert_eq!(styles.role("P1"), Some(Role::Quotation));
        assert_eq!(styles.role("Heading_20_2"), Some(Role::Heading));
        assert_eq!((styles.role("P2"), styles.role("Standard")), (None, None));
        assert_eq!(styles.language.as_deref(), Some("en"));
    }
}
