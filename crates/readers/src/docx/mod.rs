//! Word documents (Office Open XML, ECMA-376): a ZIP archive of parts that refer to each other by relationships.

mod body;
mod styles;

use crossread_engine::{Document, DocumentPiece, Role, Source, SourceInfo, Warning, WarningKind};

use crate::opener::{self, Opener};
use crate::properties::Properties;
use crate::xml::{self, Node, Xml};
use crate::zip::Zip;
use styles::Styles;

const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Opens an archive that is a Word document; `false` where it is none.
pub(crate) fn open(source: &Source, archive: &Zip<'_>, opener: &mut Opener) -> bool {
    if archive.entry("[Content_Types].xml").is_none() {
        return false;
    }
    let mut parts = Parts { archive, opener, damaged: !archive.whole };
    let package = parts.related("");
    let main = target(&package, "/officeDocument").unwrap_or("word/document.xml").to_owned();
    if archive.entry(&main).is_none() {
        return false;
    }
    let related = parts.related(&main);
    let styles = target(&related, "/styles").map(|part| Styles::read(&parts.text(part))).unwrap_or_default();
    let Some(text) = parts.unpack(&main) else {
        opener
            .refuse(source.name.as_str(), "Its text is damaged, protected or above the limits. Save it again, or copy the article's text.");
        return true;
    };
    let (mut pieces, broken) = body::read(&text, &styles);
    parts.damaged |= broken;
    for kind in ["/footnotes", "/endnotes"] {
        if let Some(part) = target(&related, kind) {
            pieces.extend(body::read(&parts.text(part), &styles).0);
        }
    }
    let mut margins = |kind| {
        let found = related.iter().filter(|relation| relation.kind.ends_with(kind));
        let read = found.flat_map(|relation| body::read(&parts.text(&relation.target), &styles).0);
        read.map(|piece| DocumentPiece { role: Role::Boilerplate, ..piece }).collect::<Vec<_>>()
    };
    let (mut all, footers) = (margins("/header"), margins("/footer"));
    all.append(&mut pieces);
    all.extend(footers);
    let properties = target(&package, "/core-properties").map(|part| core(&parts.text(part))).unwrap_or_default();
    let warnings = if parts.damaged { vec![Warning::whole(WarningKind::Damaged)] } else { Vec::new() };
    opener.document(Document {
        source: SourceInfo::of(source, MEDIA_TYPE, "utf-8"),
        title: properties.title,
        outlet: None,
        byline: properties.author,
        published: properties.created,
        language: properties.language.or(styles.language),
        pieces: all,
        warnings,
    });
    true
}

/// The parts of a document.
struct Parts<'a, 'z> {
    archive: &'a Zip<'z>,
    opener: &'a mut Opener,
    /// Whether one of them was not whole.
    damaged: bool,
}

impl Parts<'_, '_> {
    /// A part's text, as much as there is of it; `None` where nothing is.
    fn unpack(&mut self, part: &str) -> Option<String> {
        let entry = self.archive.entry(part)?;
        let unpacked = self.archive.unpack_as_far_as_possible(entry, &mut self.opener.bytes);
        self.damaged |= !matches!(unpacked, Ok((_, true)));
        let (bytes, _) = unpacked.ok().filter(|(bytes, _)| !bytes.is_empty())?;
        Some(xml::text(&bytes))
    }

    /// A part's text, empty where there is none.
    fn text(&mut self, part: &str) -> String {
        self.unpack(part).unwrap_or_default()
    }

    /// What a part refers to; the package itself has an empty name.
    fn related(&mut self, part: &str) -> Vec<Relation> {
        let (folder, file) = part.rsplit_once('/').map_or(("", part), |(folder, file)| (folder, file));
        let start = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let text = self.text(&format!("{start}_rels/{file}.rels"));
        let relation = |node: Node<'_>| {
            let Node::Open(element) = node else { return None };
            let (kind, target) = (element.attr("Type")?, element.attr("Target")?);
            let target = target.strip_prefix('/').map_or_else(|| opener::path(folder, &target), str::to_owned);
            let external = element.attr("TargetMode").is_some_and(|mode| mode == "External");
            (!external).then(|| Relation { kind, target: target.trim_start_matches('/').to_owned() })
        };
        Xml::new(&text).filter_map(relation).collect()
    }
}

/// That a part refers to another one.
struct Relation {
    /// An address that ends in the kind (`…/footnotes`).
    kind: String,
    /// The other part's path in the archive.
    target: String,
}

fn target<'a>(relations: &'a [Relation], kind: &str) -> Option<&'a str> {
    relations.iter().find(|relation| relation.kind.ends_with(kind)).map(|relation| relation.target.as_str())
}

/// What the document says about itself.
fn core(text: &str) -> Properties {
    let mut properties = Properties::default();
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next() {
        let Node::Open(element) = node else { continue };
        match element.name() {
            "title" => properties.set_title(&xml.inner_text()),
            "creator" => properties.set_author(&xml.inner_text()),
            "created" => properties.set_created(&xml.inner_text()),
            "language" => properties.set_language(&xml.inner_text()),
            _ => {}
        }
    }
    properties
}
