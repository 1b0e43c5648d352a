//! A font of the document.

use std::collections::BTreeMap;

use super::cmap::{self, CMap};
use super::encoding::Encoding;
use super::{glyph_name, metrics, sane};
use crate::PdfError;
use crate::budget::Work;
use crate::file::{Dict, Object, Store};

/// A font: what its codes stand for and how wide their glyphs are.
#[derive(Clone, Debug)]
pub(crate) struct Font {
    to_unicode: Option<CMap>,
    codes: Codes,
    /// Widths in ems, by code or, in composite fonts, by glyph number.
    widths: BTreeMap<u32, f64>,
    default_width: Option<f64>,
    /// The font's name without the mark of a subset.
    name: String,
    /// Whether its letters are bold.
    pub(crate) bold: bool,
    /// How large its letters are in ems: 1, but in Type 3 fonts, whose glyphs have units of their own.
    pub(crate) em: f64,
}

/// How the bytes of a string make codes, and what these stand for where no map to Unicode says so.
#[derive(Clone, Debug)]
enum Codes {
    /// A byte is a character.
    Simple { encoding: Encoding, names: BTreeMap<u8, String> },
    /// A map makes glyph numbers of bytes.
    Composite { map: CMap, unicode: bool },
}

/// One character of a string.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shown {
    /// What it stands for; `None` where the font does not say.
    pub(crate) text: Option<String>,
    /// In ems.
    pub(crate) width: f64,
    /// Whether it is the single byte 32, which word spacing is added to.
    pub(crate) space: bool,
}

impl Font {
    /// Reads a font's dictionary.
    pub(crate) fn read(store: &Store<'_>, dict: &Dict) -> Result<Self, PdfError> {
        let to_unicode = match store.get(dict, "ToUnicode")? {
            Object::Stream(stream) => Some(CMap::parse(&store.decode(&stream)?, &store.budget)?),
            _ => None,
        };
        let composite = store.get(dict, "Subtype")?.is_name("Type0");
        let descendant = if composite {
            let fonts = store.get(dict, "DescendantFonts")?;
            let first = fonts.array().and_then(|fonts| fonts.first()).cloned().unwrap_or(Object::Null);
            store.resolve(&first)?.dict().cloned().unwrap_or_default()
        } else {
            dict.clone()
        };
        let descriptor = store.get(&descendant, "FontDescriptor")?.dict().cloned().unwrap_or_default();
        let name = store.get(dict, "BaseFont")?;
        let name = String::from_utf8_lossy(name.name().unwrap_or_default());
        let name = name.split_once('+').map_or(&*name, |(_, name)| name).to_owned();
        let bold = is_bold(store, &name, &descriptor)?;
        let mut font = Self {
            to_unicode,
            codes: Codes::Composite { map: CMap::identity(), unicode: false },
            widths: BTreeMap::new(),
            default_width: None,
            name,
            bold,
            em: 1.0,
        };
        if composite {
            font.codes = composite_codes(store, dict)?;
            font.composite_widths(store, &descendant)?;
        } else {
            font.codes = simple_codes(store, dict, &font.name, &descriptor)?;
            font.simple_widths(store, dict, &descriptor)?;
        }
        Ok(font)
    }

    /// The characters of a string.
    pub(crate) fn show(&self, string: &[u8]) -> Vec<Shown> {
        match &self.codes {
            Codes::Simple { encoding, names } => string.iter().map(|byte| self.simple(*byte, *encoding, names)).collect(),
            Codes::Composite { map, unicode } => {
                let mut out = Vec::new();
                let mut rest = string;
                while !rest.is_empty() {
                    let length = map.length(rest, 2).clamp(1, rest.len());
                    let (bytes, after) = rest.split_at(length);
                    rest = after;
                    out.push(self.composite(bytes, map, *unicode));
                }
                out
            }
        }
    }

    fn simple(&self, byte: u8, encoding: Encoding, names: &BTreeMap<u8, String>) -> Shown {
        let code = u32::from(byte);
        let mapped = self.to_unicode.as_ref().and_then(|map| map.text(code)).and_then(|text| sane::text(&text));
        let named = || match names.get(&byte) {
            Some(name) => glyph_name::text(name),
            None => encoding.char(byte).map(String::from),
        };
        let text = mapped.or_else(|| sane::text(&named()?));
        let first = text.as_ref().and_then(|text| text.chars().next()).unwrap_or('x');
        let width = self.widths.get(&code).copied().or(self.default_width).unwrap_or_else(|| metrics::width(&self.name, first));
        Shown { text, width, space: byte == b' ' }
    }

    fn composite(&self, bytes: &[u8], map: &CMap, unicode: bool) -> Shown {
        let code = cmap::code(bytes);
        let mapped = self.to_unicode.as_ref().and_then(|map| map.text(code)).and_then(|text| sane::text(&text));
        let text = mapped.or_else(|| sane::text(&unicode.then(|| cmap::utf16(bytes))?));
        let glyph = map.glyph(code).unwrap_or(code);
        let width = self.widths.get(&glyph).copied().or(self.default_width).unwrap_or(1.0);
        Shown { text, width, space: bytes == b" " }
    }

    fn simple_widths(&mut self, store: &Store<'_>, dict: &Dict, descriptor: &Dict) -> Result<(), PdfError> {
        // A Type 3 font has its own unit; all others have thousandths of an em.
        let own = store.get(dict, "Subtype")?.is_name("Type3");
        let unit = match store.get(dict, "FontMatrix")?.array().and_then(|m| m.first()).and_then(Object::number) {
            Some(unit) if own && unit.abs() > 1e-9 => unit.abs(),
            _ => 0.001,
        };
        let first = store.get(dict, "FirstChar")?.count().unwrap_or(0);
        if let Some(widths) = store.get(dict, "Widths")?.array() {
            for (code, width) in (first..).zip(widths.iter().take(256)) {
                if let (Ok(code), Some(width)) = (u32::try_from(code), store.resolve(width)?.number()) {
                    self.widths.insert(code, width * unit);
                }
            }
            if own {
                self.em = usual_em(&self.widths);
            }
            self.default_width = store.get(descriptor, "MissingWidth")?.number().map(|width| width * unit);
        }
        Ok(())
    }

    /// Widths by glyph number (§9.7.4.3): runs of one width each, or lists.
    fn composite_widths(&mut self, store: &Store<'_>, descendant: &Dict) -> Result<(), PdfError> {
        self.default_width = Some(store.get(descendant, "DW")?.number().unwrap_or(1000.0) / 1000.0);
        let widths = store.get(descendant, "W")?;
        let Some(widths) = widths.array() else { return Ok(()) };
        let mut at = 0;
        while let (Some(first), Some(second)) = (widths.get(at), widths.get(at + 1)) {
            let first = store.resolve(first)?.count().and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
            match store.resolve(second)? {
                Object::Array(list) => {
                    for (glyph, width) in (first..).zip(list.iter()) {
                        if let Some(width) = store.resolve(width)?.number() {
                            self.widths.insert(glyph, width / 1000.0);
                        }
                    }
                    at += 2;
                }
                last => {
                    let width = store.resolve(widths.get(at + 2).unwrap_or(&Object::Null))?.number();
                    let last = last.count().and_then(|n| u32::try_from(n).ok()).unwrap_or(0).min(0xffff);
                    if let Some(width) = width {
                        store.budget.spend(Work::Operators, last.saturating_sub(first) as usize)?;
                        self.widths.extend((first..=last).map(|glyph| (glyph, width / 1000.0)));
                    }
                    at += 3;
                }
            }
        }
        Ok(())
    }
}

/// The size of letters of these widths: letters are half as wide as they are large, on average.
fn usual_em(widths: &BTreeMap<u32, f64>) -> f64 {
    let wide: Vec<f64> = widths.values().copied().filter(|width| *width > 0.0).collect();
    let em = 2.0 * wide.iter().sum::<f64>() / wide.len() as f64;
    if em.is_finite() && em > 0.0 { em } else { 1.0 }
}

fn simple_codes(store: &Store<'_>, dict: &Dict, name: &str, descriptor: &Dict) -> Result<Codes, PdfError> {
    let base = |name: &Object| match name.name() {
        Some(b"WinAnsiEncoding") => Some(Encoding::WinAnsi),
        Some(b"MacRomanEncoding" | b"MacExpertEncoding") => Some(Encoding::MacRoman),
        Some(b"StandardEncoding") => Some(Encoding::Standard),
        _ => None,
    };
    let said = store.get(dict, "Encoding")?;
    let mut names = BTreeMap::new();
    let mut encoding = base(&said);
    if let Some(details) = said.dict() {
        encoding = base(&store.get(details, "BaseEncoding")?);
        let mut code = 0_usize;
        for item in store.get(details, "Differences")?.array().map(|array| array.iter()).into_iter().flatten() {
            match store.resolve(item)? {
                Object::Number(n) => code = n.clamp(0.0, 256.0) as usize,
                Object::Name(name) => {
                    if let Ok(code) = u8::try_from(code) {
                        names.insert(code, String::from_utf8_lossy(&name).into_owned());
                    }
                    code += 1;
                }
                _ => {}
            }
        }
    }
    // A TrueType font's own encoding is Windows', as good as always; others say Adobe's.
    let true_type = store.get(dict, "Subtype")?.is_name("TrueType") || descriptor.has("FontFile2");
    let usual = if true_type { Encoding::WinAnsi } else { Encoding::Standard };
    let encoding = encoding.unwrap_or(usual);
    // Of Symbol and Wingdings only the bullets are text.
    if ["Symbol", "Wingdings", "ZapfDingbats"].iter().any(|symbols| name.starts_with(symbols)) {
        for code in [0xb7, 0xa7, 0x6c, 0x6e, 0xd8, 0x76] {
            names.entry(code).or_insert_with(|| "bullet".to_owned());
        }
    }
    Ok(Codes::Simple { encoding, names })
}

fn composite_codes(store: &Store<'_>, dict: &Dict) -> Result<Codes, PdfError> {
    Ok(match store.get(dict, "Encoding")? {
        Object::Stream(stream) => Codes::Composite { map: CMap::parse(&store.decode(&stream)?, &store.budget)?, unicode: false },
        Object::Name(name) => {
            let name = String::from_utf8_lossy(&name);
            Codes::Composite { map: CMap::identity(), unicode: name.contains("UCS2") || name.contains("UTF16") }
        }
        _ => Codes::Composite { map: CMap::identity(), unicode: false },
    })
}

/// Whether a font's name, weight or flags say that it is bold.
fn is_bold(store: &Store<'_>, name: &str, descriptor: &Dict) -> Result<bool, PdfError> {
    let name = name.to_ascii_lowercase();
    let light = name.contains("semilight") || name.contains("demilight");
    let named = ["bold", "black", "heavy", "demi"].iter().any(|word| name.contains(word)) && !light;
    let weight = store.get(descriptor, "FontWeight")?.number().unwrap_or(400.0);
    let forced = store.get(descriptor, "Flags")?.count().unwrap_or(0) & (1 << 18) != 0;
    Ok(named || weight >= 600.0 || forced)
}
