//! What a document's paragraph styles mean.

use std::collections::BTreeMap;

use crossread_engine::Role;

use crate::built_in_styles;
use crate::xml::{Node, Xml};

/// The paragraph styles of a document, by their identifiers.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    /// The default language.
    pub(super) language: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    /// Built-in styles have English names whatever Word's language is.
    name: String,
    based_on: Option<String>,
    outlined: bool,
    listed: bool,
}

/// Most styles that one may be based on, through others; a document can be made in which they are based on each other.
const CHAIN: usize = 16;

impl Styles {
    /// Reads the part.
    pub(super) fn read(text: &str) -> Self {
        let mut all = Self::default();
        let mut style: Option<(String, Style)> = None;
        for node in Xml::new(text) {
            match node {
                Node::Open(element) => match (element.name(), &mut style) {
                    ("style", _) => style = element.attr("styleId").map(|id| (id, Style::default())),
                    ("lang", None) => {
                        all.language = all.language.or_else(|| element.attr("val")?.split('-').next().map(str::to_ascii_lowercase))
                    }
                    ("name", Some((_, style))) => style.name = element.attr("val").unwrap_or_default().to_lowercase(),
                    ("basedOn", Some((_, style))) => style.based_on = element.attr("val"),
                    ("outlineLvl", Some((_, style))) => style.outlined = element.attr("val").is_some_and(|level| level != "9"),
                    ("numId", Some((_, style))) => style.listed = element.attr("val").is_some_and(|id| id != "0"),
                    _ => {}
                },
                Node::Close(name) if name == "style" => all.styles.extend(style.take()),
                _ => {}
            }
        }
        all
    }

    /// The role of paragraphs of a style, by its name, what it sets, or what it is based on; `None` where these say nothing.
    pub(super) fn role(&self, id: &str) -> Option<Role> {
        let mut id = id;
        for _ in 0..CHAIN {
            let style = self.styles.get(id)?;
            let listed = style.listed.then_some(Role::ListItem);
            if let Some(role) = built_in_styles::role(&style.name).or(style.outlined.then_some(Role::Heading)).or(listed) {
                return Some(role);
            }
            id = style.based_on.as_deref()?;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles() {
        let styles = Styles::read(
            r#"<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
            <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
            <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Crosshead"/><w:basedOn w:val="berschrift1"/></w:style>
            <w:style w:styleId="Outlined"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
            <w:style w:styleId="Loop"><w:name w:val="y"/><w:basedOn w:val="Loop"/></w:style>
            <w:style w:styleId="Plain"><w:name w:val="Normal"/></w:style></w:styles>"#,
        );
        assert_eq!(styles.language.as_deref(), Some("en"));
        for (id, role) in [
            ("berschrift1", Some(Role::Heading)),
            ("Mine", Some(Role::Heading)),
            ("Outlined", Some(Role::Heading)),
            ("Loop", None),
            ("Plain", None),
            ("None", None),
        ] {
            assert_eq!(styles.role(id), role, "{id}");
        }
    }
}
