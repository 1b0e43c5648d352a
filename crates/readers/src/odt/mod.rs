//! OpenDocument texts (ISO/IEC 26300): `content.xml` in a ZIP archive, with styles beside it.

mod content;
mod styles;

use crossread_engine::{Document, Source, SourceInfo, Warning, WarningKind};

use crate::opener::Opener;
use crate::properties::Properties;
use crate::xml::{self, Node, Xml};
use crate::zip::Zip;
use styles::Styles;

const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.text";

/// Opens an archive that is an OpenDocument; `false` where it is none.
pub(crate) fn open(source: &Source, archive: &Zip<'_>, opener: &mut Opener) -> bool {
    let mut unpack = |name: &str| {
        let unpacked = archive.unpack_as_far_as_possible(archive.entry(name)?, &mut opener.bytes).ok();
        unpacked.map(|(bytes, whole)| (xml::text(&bytes), whole))
    };
    let Some((media_type, _)) = unpack("mimetype") else { return false };
    let media_type = media_type.trim();
    if !media_type.starts_with("application/vnd.oasis.opendocument.") {
        return false;
    }
    let manifest = unpack("META-INF/manifest.xml").map(|(text, _)| text).unwrap_or_default();
    let (styles, meta, content) = (unpack("styles.xml"), unpack("meta.xml"), unpack("content.xml"));
    if !media_type.starts_with(MEDIA_TYPE) {
        opener.refuse(source.name.as_str(), "It is an OpenDocument, but no text. Save its text as .odt or copy it.");
        return true;
    }
    if manifest.contains("encryption-data") {
        opener.refuse(source.name.as_str(), crossread_engine::ingest::IngestError::Encrypted.to_string());
        return true;
    }
    let Some((text, whole)) = content.filter(|(text, _)| !text.trim().is_empty()) else {
        opener.refuse(source.name.as_str(), "Its text is missing, damaged or above the limits. Save it again, or copy the article's text.");
        return true;
    };
    let mut known = Styles::default();
    let styles = styles.map(|(text, _)| text).unwrap_or_default();
    known.read(&styles);
    known.read(&text);
    let content = content::read(&text, &known);
    let margins = content::margins(&styles);
    let mut pieces: Vec<_> = margins.headers;
    pieces.extend(content.pieces);
    pieces.extend(margins.footers);
    let properties = meta.map(|(text, _)| about(&text)).unwrap_or_default();
    let cut = content.broken || !whole || !archive.whole;
    opener.document(Document {
        source: SourceInfo::of(source, MEDIA_TYPE, "utf-8"),
        title: properties.title,
        outlet: None,
        byline: properties.author,
        published: properties.created,
        language: properties.language.or(known.language),
        pieces,
        warnings: if cut { vec![Warning::whole(WarningKind::Damaged)] } else { Vec::new() },
    });
    true
}

/// What the document says about itself. The one who began it goes before the one who saved it last.
fn about(text: &str) -> Properties {
    let mut properties = Properties::default();
    let mut last = Properties::default();
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next() {
        let Node::Open(element) = node else { continue };
        match element.name() {
            "title" => properties.set_title(&xml.inner_text()),
            "initial-creator" => properties.set_author(&xml.inner_text()),
            "creator" => last.set_author(&xml.inner_text()),
            "creation-date" => properties.set_created(&xml.inner_text()),
            "language" => properties.set_language(&xml.inner_text()),
            _ => {}
        }
    }
    properties.author = properties.author.or(last.author);
    properties
}
