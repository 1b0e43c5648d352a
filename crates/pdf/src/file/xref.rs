//! The table of objects (§7.5.4, §7.5.8): read where the file says it is, or made anew from the objects themselves where that fails.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::filter::{self, Filter};
use super::lexer::is_space;
use super::{Dict, Id, Lexer, Object, Stream, Token};
use crate::PdfError;
use crate::budget::{Budget, Work};

/// Where an object stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// At an offset of the file.
    At(usize),
    /// In a stream of objects, as its nth.
    In { stream: u32, nth: usize },
    /// Nowhere.
    Free,
}

/// Where every object stands, and the trailer.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) entries: BTreeMap<u32, Entry>,
    pub(super) trailer: Dict,
}

/// Longest chain of tables, one for each time the file was changed.
const CHAIN: usize = 1024;

/// Reads the table that the file's last `startxref` names; `None` where anything is wrong with it.
pub(super) fn read(data: &[u8], budget: &Budget) -> Result<Option<Table>, PdfError> {
    let Some(start) = rfind(data, b"startxref") else { return Ok(None) };
    let mut lexer = Lexer::new(data, start + b"startxref".len());
    lexer.skip_space();
    let Some(first) = lexer.digits().and_then(|n| usize::try_from(n).ok()) else { return Ok(None) };
    let mut table = Table::default();
    let mut seen = BTreeSet::new();
    let mut next = vec![first];
    while let Some(at) = next.pop() {
        if !seen.insert(at) {
            continue;
        }
        if seen.len() > CHAIN {
            return Ok(None);
        }
        let mut lexer = Lexer::new(data, at);
        lexer.skip_space();
        let trailer = if lexer.take(b"xref") { section(&mut lexer, &mut table) } else { stream(data, at, &mut table, budget)? };
        budget.spend(Work::Parsed, lexer.at.saturating_sub(at))?;
        let Some(trailer) = trailer else { return Ok(None) };
        // What is pushed last is read next: a hybrid file's stream goes before what was there before the last change.
        next.extend(trailer.get("Prev").count());
        next.extend(trailer.get("XRefStm").count());
        if table.trailer.0.is_empty() {
            table.trailer = trailer;
        }
    }
    Ok(Some(table))
}

/// A table in text: runs of lines of offset, generation and whether in use.
fn section(lexer: &mut Lexer<'_>, table: &mut Table) -> Option<Dict> {
    loop {
        lexer.skip_space();
        if lexer.take(b"trailer") {
            return lexer.object().dict().cloned();
        }
        let first = lexer.digits()?;
        lexer.skip_space();
        for number in first..first.checked_add(lexer.digits()?)? {
            lexer.skip_space();
            let offset = lexer.digits()?;
            lexer.skip_space();
            lexer.digits()?;
            lexer.skip_space();
            let used = match lexer.peek()? {
                b'n' => true,
                b'f' => false,
                _ => return None,
            };
            lexer.at += 1;
            let entry = if used { Entry::At(usize::try_from(offset).ok()?) } else { Entry::Free };
            table.entries.entry(u32::try_from(number).ok()?).or_insert(entry);
        }
    }
}

/// A table in a stream: fields of fixed width.
fn stream(data: &[u8], at: usize, table: &mut Table, budget: &Budget) -> Result<Option<Dict>, PdfError> {
    let Some((Object::Stream(stream), _)) = indirect(data, at, &Object::count, budget)? else { return Ok(None) };
    let dict = stream.dict;
    let (Some(widths), Some(size)) = (dict.get("W").array(), dict.get("Size").count()) else { return Ok(None) };
    let widths: Vec<usize> = widths.iter().filter_map(Object::count).collect();
    let [kind, second, third] = widths[..] else { return Ok(None) };
    let width = kind.saturating_add(second).saturating_add(third);
    if width == 0 || width > 64 || second > 8 || third > 8 {
        return Ok(None);
    }
    let filters = filters(&dict, |object| Ok(object.clone()))?;
    let bytes = filter::decode(data.get(stream.data).unwrap_or_default(), &filters, budget)?;
    let index: Vec<usize> = match dict.get("Index").array() {
        Some(index) => index.iter().filter_map(Object::count).collect(),
        None => vec![0, size],
    };
    let mut rows = bytes.chunks_exact(width);
    for pair in index.chunks_exact(2) {
        let [first, count] = *pair else { break };
        for (number, row) in (first..).zip(rows.by_ref().take(count)) {
            let field =
                |from: usize, to: usize| row.get(from..to).unwrap_or_default().iter().fold(0, |n: usize, b| (n << 8) | usize::from(*b));
            let kind = if kind == 0 { 1 } else { field(0, kind) };
            let (second, third) = (field(width - third - second, width - third), field(width - third, width));
            let entry = match kind {
                1 => Entry::At(second),
                2 => Entry::In { stream: u32::try_from(second).unwrap_or(u32::MAX), nth: third },
                _ => Entry::Free,
            };
            if let Ok(number) = u32::try_from(number) {
                table.entries.entry(number).or_insert(entry);
            }
        }
    }
    Ok(Some(dict))
}

/// The filters of a stream.
pub(super) fn filters(dict: &Dict, resolve: impl Fn(&Object) -> Result<Object, PdfError>) -> Result<Vec<Filter>, PdfError> {
    let either = |long: &str, short: &str| resolve(if dict.has(long) { dict.get(long) } else { dict.get(short) });
    let names = either("Filter", "F")?;
    let parameters = either("DecodeParms", "DP")?;
    let one = std::slice::from_ref(&names);
    let names: &[Object] = names.array().map_or(one, |array| array);
    let mut out = Vec::new();
    for (nth, name) in names.iter().take(filter::CHAIN).enumerate() {
        let name = resolve(name)?;
        let Some(name) = name.name() else { continue };
        let parameter = match &parameters {
            Object::Array(array) => resolve(array.get(nth).unwrap_or(&Object::Null))?,
            other if nth == 0 => other.clone(),
            _ => Object::Null,
        };
        let count = |key: &str, default: usize| parameter.dict().and_then(|dict| dict.get(key).count()).unwrap_or(default);
        out.push(Filter {
            name: name.to_vec(),
            predictor: count("Predictor", 1),
            colors: count("Colors", 1).min(64),
            bits: count("BitsPerComponent", 8).min(32),
            columns: count("Columns", 1).min(1 << 24),
            early: count("EarlyChange", 1).min(1),
        });
    }
    Ok(out)
}

/// Reads `1 0 obj … endobj` at an offset. `length` looks up a stream's length, which may be an object of its own.
pub(super) fn indirect(
    data: &[u8],
    at: usize,
    length: &dyn Fn(&Object) -> Option<usize>,
    budget: &Budget,
) -> Result<Option<(Object, Id)>, PdfError> {
    let mut lexer = Lexer::new(data, at);
    let Some(id) = header(&mut lexer) else { return Ok(None) };
    let object = lexer.object();
    lexer.skip_space();
    let mut end = lexer.at;
    let object = match object {
        Object::Dict(dict) if lexer.take(b"stream") => {
            let _ = lexer.take(b"\r");
            let _ = lexer.take(b"\n");
            let start = lexer.at;
            let said = length(dict.get("Length")).and_then(|length| start.checked_add(length)).filter(|end| {
                let mut after = Lexer::new(data, *end);
                after.skip_space();
                after.take(b"endstream")
            });
            let stop = said.unwrap_or_else(|| {
                let rest = data.get(start..).unwrap_or_default();
                let length = find(rest, b"endstream").or_else(|| find(rest, b"endobj")).unwrap_or(rest.len());
                end = start + length;
                start + length
            });
            Object::Stream(Stream { dict, data: start..stop, id })
        }
        other => other,
    };
    budget.spend(Work::Parsed, end.saturating_sub(at))?;
    Ok(Some((object, id)))
}

/// Takes `1 0 obj`.
fn header(lexer: &mut Lexer<'_>) -> Option<Id> {
    lexer.skip_space();
    let number = u32::try_from(lexer.digits()?).ok()?;
    lexer.skip_space();
    let generation = u16::try_from(lexer.digits()?).ok()?;
    lexer.skip_space();
    lexer.take(b"obj").then_some(Id { number, generation })
}

/// Makes the table anew from every `1 0 obj` and `trailer` in the file; of several with one number the last counts.
pub(super) fn recover(data: &[u8], budget: &Budget) -> Result<Table, PdfError> {
    let mut table = Table::default();
    let mut trailer: BTreeMap<Rc<[u8]>, Object> = BTreeMap::new();
    let mut at = 0;
    while let Some(found) = data.get(at..).and_then(|rest| rest.iter().position(|b| matches!(b, b'o' | b't'))) {
        let here = at + found;
        at = here + 1;
        let rest = data.get(here..).unwrap_or_default();
        if rest.starts_with(b"obj") {
            if let Some((start, number)) = before_obj(data, here) {
                table.entries.insert(number, Entry::At(start));
                let mut lexer = Lexer::new(data, here + 3);
                lexer.skip_space();
                // A table that is a stream carries the trailer.
                if lexer.take(b"<<") && within(lexer.rest(), 400, b"/XRef") {
                    keep_trailer(&mut trailer, &Lexer::new(data, here + 3).object());
                }
            }
        } else if rest.starts_with(b"trailer") {
            let mut lexer = Lexer::new(data, here + b"trailer".len());
            if let Some(Token::Object(object)) = lexer.token() {
                keep_trailer(&mut trailer, &object);
            }
            budget.spend(Work::Parsed, lexer.at - here)?;
        }
    }
    budget.spend(Work::Parsed, data.len())?;
    table.trailer = Dict(Rc::new(trailer));
    Ok(table)
}

fn keep_trailer(trailer: &mut BTreeMap<Rc<[u8]>, Object>, object: &Object) {
    for key in ["Root", "Info", "Encrypt", "ID"] {
        if let Some(value) = object.dict().map(|dict| dict.get(key)).filter(|value| **value != Object::Null) {
            trailer.insert(key.as_bytes().into(), value.clone());
        }
    }
}

fn within(data: &[u8], length: usize, needle: &[u8]) -> bool {
    find(data.get(..length).unwrap_or(data), needle).is_some()
}

/// The start of the object whose `obj` is at `at`, and its number.
fn before_obj(data: &[u8], at: usize) -> Option<(usize, u32)> {
    let back = |mut at: usize, wanted: fn(u8) -> bool| {
        while at > 0 && data.get(at - 1).is_some_and(|b| wanted(*b)) {
            at -= 1;
        }
        at
    };
    let digit = |b: u8| b.is_ascii_digit();
    let generation_end = back(at, is_space);
    let generation = back(generation_end, digit);
    let number_end = back(generation, is_space);
    let number = back(number_end, digit);
    let sound = generation_end > generation && generation > number_end && number_end > number;
    let value = std::str::from_utf8(data.get(number..number_end)?).ok()?.parse().ok()?;
    sound.then_some((number, value))
}

/// Where `needle` first stands in `data`.
pub(super) fn find(data: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut at = 0;
    loop {
        at += data.get(at..)?.iter().position(|b| *b == first)?;
        if data.get(at..)?.starts_with(needle) {
            return Some(at);
        }
        at += 1;
    }
}

fn rfind(data: &[u8], needle: &[u8]) -> Option<usize> {
    data.windows(needle.len()).rposition(|window| window == needle)
}
