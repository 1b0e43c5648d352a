//! XML as the readers need it: elements by their local names, text with its references read. Entities that a document defines itself are not
//! expanded, so none can grow.

use std::borrow::Cow;

use crossread_engine::ingest::decode;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Something in a document, in its order.
#[derive(Debug)]
pub(crate) enum Node<'a> {
    /// An element begins.
    Open(Element<'a>),
    /// An element of this name ends.
    Close(String),
    /// Characters.
    Text(Cow<'a, str>),
}

/// The start tag of an element.
#[derive(Debug)]
pub(crate) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// Its name without a prefix.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute's value, by its name without a prefix.
    pub(crate) fn attr(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.local_name().into_inner() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    /// Whether an attribute says no; without one, or with any other value, a property is on.
    pub(crate) fn is_off(&self) -> bool {
        self.attr("val").is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off" | "none"))
    }
}

/// Reads a document, by pulling.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    /// Whether the document broke off or is not XML.
    pub(crate) broken: bool,
    depth: usize,
}

/// A document's characters.
pub(crate) fn text(bytes: &[u8]) -> String {
    decode(bytes, None).text
}

impl<'a> Xml<'a> {
    /// Reads a document from its start.
    pub(crate) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self { reader, broken: false, depth: 0 }
    }

    /// Skips to the end of the element just opened.
    pub(crate) fn skip_element(&mut self) {
        let mut depth = 1;
        while depth > 0
            && let Some(node) = self.next()
        {
            match node {
                Node::Open(_) => depth += 1,
                Node::Close(_) => depth -= 1,
                Node::Text(_) => {}
            }
        }
    }

    /// The text up to the end of the element just opened.
    pub(crate) fn inner_text(&mut self) -> String {
        let mut text = String::new();
        let mut depth = 1;
        while depth > 0
            && let Some(node) = self.next()
        {
            match node {
                Node::Open(_) => depth += 1,
                Node::Close(_) => depth -= 1,
                Node::Text(more) => text.push_str(&more),
            }
        }
        text
    }
}

impl<'a> Iterator for Xml<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Node<'a>> {
        loop {
            match self.reader.read_event() {
                Ok(Event::Start(start) | Event::Empty(start)) => {
                    self.depth += 1;
                    return Some(Node::Open(Element(start)));
                }
                Ok(Event::End(end)) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Some(Node::Close(end.local_name().into_inner().to_owned()));
                }
                Ok(Event::Text(text)) => return Some(Node::Text(text.into_inner())),
                Ok(Event::CData(text)) => return Some(Node::Text(text.into_inner())),
                Ok(Event::GeneralRef(reference)) => {
                    let character = reference.resolve_char_ref().ok().flatten().map(|c| Cow::Owned(c.to_string()));
                    if let Some(text) = character.or_else(|| resolve_xml_entity(&reference.into_inner()).map(Cow::Borrowed)) {
                        return Some(Node::Text(text));
                    }
                }
                Ok(Event::Eof) => {
                    self.broken |= self.depth > 0;
                    return None;
                }
                Ok(_) => {}
                Err(_) => {
                    self.broken = true;
                    return None;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(text: &str) -> (String, bool) {
        let mut xml = Xml::new(text);
        let mut out = String::new();
        for node in xml.by_ref() {
            match node {
                Node::Open(element) => {
                    out += &format!("{}{}[", element.name(), element.attr("b").map(|b| format!("={b}")).unwrap_or_default())
                }
                Node::Close(_) => out.push(']'),
                Node::Text(text) => out += &text,
            }
        }
        (out, xml.broken)
    }

    #[test]
    fn reads() {
        assert_eq!(
            outline("<?xml version='1.0'?><w:a w:b='1 &amp; 2'>x<c/>&lt;&#233;<![CDATA[<]]></w:a>"),
            ("a=1 & 2[xc[]<é<]".into(), false)
        );
        assert_eq!(outline("<a>x<b>y"), ("a[xb[y".into(), true));
        assert_eq!(outline("<a>x</b>y</a>"), ("a[x]y]".into(), false));
    }

    #[test]
    fn entities_of_a_document_do_not_grow() {
        let bomb = "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;\">]><a>1&y;2</a>";
        assert_eq!(outline(bomb), ("a[12]".into(), false));
    }
}
