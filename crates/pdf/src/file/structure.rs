//! The structure that a tagged file gives its text (§14.7, §14.8): which pieces of content are list items, headings, captions, quotations.
//!
//! Only these are taken from it. Its order and its paragraphs are not, since many writers tag each line, or the page as a whole.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crossread_engine::Role;

use super::{Dict, Object, Store};
use crate::PdfError;

/// What the file says a piece of content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    pub(crate) role: Role,
    /// Which element it is part of, to tell neighbouring items apart.
    pub(crate) element: u32,
}

/// The structure of a document.
#[derive(Debug, Default)]
pub(crate) struct Structure {
    /// For each page's key, the elements of its pieces, by their numbers.
    parents: BTreeMap<usize, Object>,
    /// Names of the writer's own for standard ones.
    names: Dict,
}

/// Deepest element, and deepest tree of keys.
const DEPTH: usize = 32;

impl Structure {
    pub(crate) fn read(store: &Store<'_>) -> Result<Self, PdfError> {
        let catalog = store.catalog()?;
        let root = catalog.dict().map(|catalog| store.get(catalog, "StructTreeRoot")).transpose()?;
        let Some(root) = root.as_ref().and_then(Object::dict) else { return Ok(Self::default()) };
        let names = store.get(root, "RoleMap")?.dict().cloned().unwrap_or_default();
        let mut parents = BTreeMap::new();
        let mut seen = BTreeSet::new();
        let mut open = vec![(root.get("ParentTree").clone(), 0)];
        while let Some((node, depth)) = open.pop() {
            if depth > DEPTH || matches!(node, Object::Ref(id) if !seen.insert(id)) {
                continue;
            }
            let node = store.resolve(&node)?;
            let Some(node) = node.dict() else { continue };
            if let Some(kids) = store.get(node, "Kids")?.array() {
                open.extend(kids.iter().map(|kid| (kid.clone(), depth + 1)));
            }
            for pair in store.get(node, "Nums")?.array().map(|nums| nums.chunks_exact(2)).into_iter().flatten() {
                if let [key, value] = pair
                    && let Some(key) = key.count()
                {
                    parents.insert(key, value.clone());
                }
            }
        }
        Ok(Self { parents, names })
    }

    /// The tags of a page's pieces, by their numbers, for the page's key.
    pub(crate) fn tags(&self, store: &Store<'_>, key: Option<usize>) -> Result<Vec<Option<Tag>>, PdfError> {
        let Some(elements) = key.and_then(|key| self.parents.get(&key)) else { return Ok(Vec::new()) };
        let elements = store.resolve(elements)?;
        let mut known: BTreeMap<u32, Option<Tag>> = BTreeMap::new();
        let mut out = Vec::new();
        for element in elements.array().map(|elements| elements.iter()).into_iter().flatten() {
            let Object::Ref(id) = element else {
                out.push(None);
                continue;
            };
            out.push(match known.entry(id.number) {
                Entry::Occupied(tag) => *tag.get(),
                Entry::Vacant(tag) => *tag.insert(self.tag(store, element.clone())?),
            });
        }
        Ok(out)
    }

    /// The tag of an element: that of the innermost element around it that has one.
    fn tag(&self, store: &Store<'_>, mut element: Object) -> Result<Option<Tag>, PdfError> {
        for _ in 0..DEPTH {
            let Object::Ref(id) = element else { break };
            let object = store.resolve(&element)?;
            let Some(dict) = object.dict() else { break };
            let own = store.get(dict, "S")?;
            let own = own.name().unwrap_or_default();
            let mapped = self.names.0.get(own).map(|name| store.resolve(name)).transpose()?;
            let kind = mapped.as_ref().and_then(Object::name).unwrap_or(own);
            let role = match kind {
                b"LI" => Some(Role::ListItem),
                b"H" | b"H1" | b"H2" | b"H3" | b"H4" | b"H5" | b"H6" | b"Title" => Some(Role::Heading),
                b"Caption" => Some(Role::Caption),
                b"BlockQuote" => Some(Role::Quotation),
                _ => None,
            };
            if let Some(role) = role {
                return Ok(Some(Tag { role, element: id.number }));
            }
            element = dict.get("P").clone();
        }
        Ok(None)
    }
}
