//! The tree of pages (§7.7.3).

use std::collections::BTreeSet;

use crossread_engine::limits;

use super::{Dict, Id, Object, Store, Stream};
use crate::PdfError;

/// A page, with what it inherits.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub(crate) resources: Dict,
    /// What is shown of it: left, bottom, right, top in points.
    pub(crate) shown: [f64; 4],
    /// Quarter turns clockwise to show it by.
    pub(crate) turns: u8,
    pub(crate) contents: Vec<Stream>,
    /// Its key in the document's structure.
    pub(crate) key: Option<usize>,
}

/// The pages of a document.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    pub(crate) pages: Vec<Page>,
    /// Whether there are more than [`limits::PDF_PAGES`].
    pub(crate) cut: bool,
}

/// A4 and Letter, overlaid.
const USUAL: [f64; 4] = [0.0, 0.0, 612.0, 842.0];
/// Farthest that a page's edge may be, in points; the standard's own limit for the length of a page is 14,400 (§C.2).
const FARTHEST: f64 = 20_000.0;
/// Deepest tree.
const DEPTH: usize = 256;

/// What pages inherit from the nodes above them.
#[derive(Clone, Debug, Default)]
struct Inherited {
    resources: Dict,
    media: Option<[f64; 4]>,
    crop: Option<[f64; 4]>,
    turns: u8,
}

impl Pages {
    /// Reads the tree; where it leads to no page, every page object of the file, in the order of their numbers.
    pub(crate) fn read(store: &Store<'_>) -> Result<Self, PdfError> {
        let mut pages = Self::default();
        let catalog = store.catalog()?;
        if let Some(catalog) = catalog.dict() {
            pages.walk(store, catalog.get("Pages").clone())?;
        }
        if pages.pages.is_empty() {
            for number in store.numbers() {
                let object = store.resolve(&Object::Ref(Id { number, generation: 0 }))?;
                if let Some(dict) = object.dict().filter(|dict| dict.get("Type").is_name("Page")) {
                    let inherited = Inherited::from_above(store, dict)?;
                    pages.push(store, dict, inherited)?;
                }
            }
        }
        Ok(pages)
    }

    fn walk(&mut self, store: &Store<'_>, root: Object) -> Result<(), PdfError> {
        let mut seen = BTreeSet::new();
        let mut open: Vec<(Object, Inherited, usize)> = vec![(root, Inherited::default(), 0)];
        while let Some((node, inherited, depth)) = open.pop() {
            if let Object::Ref(id) = node
                && !seen.insert(id)
            {
                continue;
            }
            let node = store.resolve(&node)?;
            let Some(dict) = node.dict() else { continue };
            let inherited = inherited.with(store, dict)?;
            match store.get(dict, "Kids")? {
                Object::Array(kids) if depth < DEPTH => {
                    open.extend(kids.iter().rev().map(|kid| (kid.clone(), inherited.clone(), depth + 1)));
                }
                _ if dict.get("Type").is_name("Pages") => {}
                _ => self.push(store, dict, inherited)?,
            }
            if self.cut {
                break;
            }
        }
        Ok(())
    }

    fn push(&mut self, store: &Store<'_>, dict: &Dict, inherited: Inherited) -> Result<(), PdfError> {
        if self.pages.len() >= limits::PDF_PAGES {
            self.cut = true;
            return Ok(());
        }
        let mut contents = Vec::new();
        match store.get(dict, "Contents")? {
            Object::Stream(stream) => contents.push(stream),
            Object::Array(streams) => {
                for stream in streams.iter() {
                    if let Object::Stream(stream) = store.resolve(stream)? {
                        contents.push(stream);
                    }
                }
            }
            _ => {}
        }
        let media = inherited.media.unwrap_or(USUAL);
        let shown = inherited.crop.map_or(media, |crop| {
            let both = [crop[0].max(media[0]), crop[1].max(media[1]), crop[2].min(media[2]), crop[3].min(media[3])];
            if both[0] < both[2] && both[1] < both[3] { both } else { media }
        });
        let key = store.get(dict, "StructParents")?.count();
        self.pages.push(Page { resources: inherited.resources, shown, turns: inherited.turns, contents, key });
        Ok(())
    }
}

impl Inherited {
    /// What a page inherits by its own account of the nodes above it.
    fn from_above(store: &Store<'_>, page: &Dict) -> Result<Self, PdfError> {
        let mut nodes = vec![page.clone()];
        while let Some(parent) = nodes.last().filter(|_| nodes.len() < DEPTH).map(|node| store.get(node, "Parent")).transpose()? {
            let Some(parent) = parent.dict() else { break };
            nodes.push(parent.clone());
        }
        nodes.iter().rev().try_fold(Self::default(), |inherited, node| inherited.with(store, node))
    }

    fn with(mut self, store: &Store<'_>, dict: &Dict) -> Result<Self, PdfError> {
        if let Some(resources) = store.get(dict, "Resources")?.dict() {
            self.resources = resources.clone();
        }
        self.media = rectangle(store, dict, "MediaBox")?.or(self.media);
        self.crop = rectangle(store, dict, "CropBox")?.or(self.crop);
        if let Some(degrees) = store.get(dict, "Rotate")?.number() {
            self.turns = ((degrees / 90.0).rem_euclid(4.0)) as u8 % 4;
        }
        Ok(self)
    }
}

/// A rectangle, its corners put in order; `None` where it is empty.
fn rectangle(store: &Store<'_>, dict: &Dict, key: &str) -> Result<Option<[f64; 4]>, PdfError> {
    let object = store.get(dict, key)?;
    let Some(array) = object.array() else { return Ok(None) };
    let mut n = [0.0; 4];
    for (slot, item) in n.iter_mut().zip(array.iter()) {
        *slot = store.resolve(item)?.number().unwrap_or(0.0).clamp(-FARTHEST, FARTHEST);
    }
    let [a, b, c, d] = n;
    let sound = array.len() >= 4 && a != c && b != d;
    Ok(sound.then(|| [a.min(c), b.min(d), a.max(c), b.max(d)]))
}
