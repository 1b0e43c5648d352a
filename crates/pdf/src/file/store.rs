//! A file's objects by their numbers.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::crypt::Crypt;
use super::xref::{self, Entry, Table};
use super::{Dict, Id, Lexer, Object, Stream, filter};
use crate::PdfError;
use crate::budget::{Budget, Work};

/// The objects of a file: read when asked for, and kept.
#[derive(Debug)]
pub(crate) struct Store<'a> {
    data: &'a [u8],
    table: RefCell<Table>,
    /// Whether the table was made anew, since the file's own is wrong.
    recovered: Cell<bool>,
    crypt: RefCell<Option<Crypt>>,
    objects: RefCell<BTreeMap<u32, Object>>,
    /// Objects that are being read, so that none waits for itself.
    reading: RefCell<BTreeSet<u32>>,
    containers: RefCell<BTreeMap<u32, Rc<Container>>>,
    decoded: RefCell<BTreeMap<u32, Rc<[u8]>>>,
    pub(crate) budget: Budget,
}

/// A stream of objects, unpacked: the number of each with its offset.
#[derive(Debug, Default)]
struct Container {
    bytes: Vec<u8>,
    members: Vec<(u32, usize)>,
}

/// Bytes at the start of a file among which its signature is looked for.
const HEAD: usize = 1024;

impl<'a> Store<'a> {
    /// Opens a file.
    ///
    /// # Errors
    /// Says why it is no PDF, needs a password or takes too much work.
    pub(crate) fn open(data: &'a [u8]) -> Result<Self, PdfError> {
        let head = data.get(..HEAD).unwrap_or(data);
        if xref::find(head, b"%PDF-").is_none() {
            return Err(PdfError::NotPdf);
        }
        let store = Self {
            data,
            table: RefCell::default(),
            recovered: Cell::new(false),
            crypt: RefCell::default(),
            objects: RefCell::default(),
            reading: RefCell::default(),
            containers: RefCell::default(),
            decoded: RefCell::default(),
            budget: Budget::new(),
        };
        if let Some(table) = xref::read(data, &store.budget)? {
            store.table.replace(table);
            store.unlock()?;
        }
        if store.catalog()?.dict().is_none_or(|root| !root.has("Pages")) {
            store.recover()?;
        }
        Ok(store)
    }

    /// Whether the file's own table of objects was of no use.
    pub(crate) const fn is_damaged(&self) -> bool {
        self.recovered.get()
    }

    /// Whether the file ends as files do.
    pub(crate) fn is_whole(&self) -> bool {
        let tail = self.data.get(self.data.len().saturating_sub(HEAD)..).unwrap_or_default();
        xref::find(tail, b"%%EOF").is_some()
    }

    /// The document's catalogue.
    pub(crate) fn catalog(&self) -> Result<Object, PdfError> {
        self.trailer("Root")
    }

    /// An entry of the trailer.
    pub(crate) fn trailer(&self, key: &str) -> Result<Object, PdfError> {
        let object = self.table.borrow().trailer.get(key).clone();
        self.resolve(&object)
    }

    /// The numbers of all objects.
    pub(crate) fn numbers(&self) -> Vec<u32> {
        self.table.borrow().entries.keys().copied().collect()
    }

    /// The value of an entry, looked up where it is a reference.
    pub(crate) fn get(&self, dict: &Dict, key: &str) -> Result<Object, PdfError> {
        self.resolve(dict.get(key))
    }

    /// What a reference stands for; any other object stands for itself.
    pub(crate) fn resolve(&self, object: &Object) -> Result<Object, PdfError> {
        let mut object = object.clone();
        // A reference to a reference is against the standard; a few are followed.
        for _ in 0..8 {
            match object {
                Object::Ref(id) => object = self.object(id.number)?,
                other => return Ok(other),
            }
        }
        Ok(Object::Null)
    }

    /// A stream's bytes, decrypted and unpacked.
    pub(crate) fn decode(&self, stream: &Stream) -> Result<Rc<[u8]>, PdfError> {
        if let Some(bytes) = self.decoded.borrow().get(&stream.id.number) {
            return Ok(Rc::clone(bytes));
        }
        let raw = self.data.get(stream.data.clone()).unwrap_or_default();
        let plain = self.crypt.borrow().as_ref().map(|crypt| crypt.stream(stream.id, &stream.dict, raw));
        let filters = xref::filters(&stream.dict, |object| self.resolve(object))?;
        let bytes: Rc<[u8]> = filter::decode(plain.as_deref().unwrap_or(raw), &filters, &self.budget)?.into();
        self.decoded.borrow_mut().insert(stream.id.number, Rc::clone(&bytes));
        Ok(bytes)
    }

    /// The object of a number; null where there is none.
    fn object(&self, number: u32) -> Result<Object, PdfError> {
        if let Some(object) = self.objects.borrow().get(&number) {
            return Ok(object.clone());
        }
        if !self.reading.borrow_mut().insert(number) {
            return Ok(Object::Null);
        }
        let object = self.load(number);
        self.reading.borrow_mut().remove(&number);
        let object = object?;
        self.objects.borrow_mut().insert(number, object.clone());
        Ok(object)
    }

    fn load(&self, number: u32) -> Result<Object, PdfError> {
        let entry = self.table.borrow().entries.get(&number).copied();
        match entry {
            None | Some(Entry::Free) => Ok(Object::Null),
            Some(Entry::In { stream, nth }) => self.member(stream, nth, number),
            Some(Entry::At(offset)) => {
                let length = |object: &Object| self.resolve(object).ok()?.count();
                match xref::indirect(self.data, offset, &length, &self.budget)? {
                    Some((object, id)) if id.number == number => Ok(self.decrypt(object, id)),
                    _ if self.recovered.get() => Ok(Object::Null),
                    _ => {
                        self.recover()?;
                        self.load(number)
                    }
                }
            }
        }
    }

    /// Decrypts the strings of an object.
    fn decrypt(&self, object: Object, id: Id) -> Object {
        let crypt = self.crypt.borrow();
        let Some(crypt) = crypt.as_ref() else { return object };
        fn walk(object: &Object, decrypt: &dyn Fn(&[u8]) -> Vec<u8>) -> Object {
            let dict = |dict: &Dict| Dict(Rc::new(dict.0.iter().map(|(key, value)| (Rc::clone(key), walk(value, decrypt))).collect()));
            match object {
                Object::String(string) => Object::String(decrypt(string).into()),
                Object::Array(array) => Object::Array(array.iter().map(|item| walk(item, decrypt)).collect()),
                Object::Dict(entries) => Object::Dict(dict(entries)),
                Object::Stream(stream) => Object::Stream(Stream { dict: dict(&stream.dict), ..stream.clone() }),
                other => other.clone(),
            }
        }
        walk(&object, &|string| crypt.string(id, string))
    }

    /// An object in a stream of objects.
    fn member(&self, stream: u32, nth: usize, number: u32) -> Result<Object, PdfError> {
        let container = self.container(stream)?;
        let member = container.members.get(nth).filter(|(n, _)| *n == number);
        let Some((_, offset)) = member.or_else(|| container.members.iter().find(|(n, _)| *n == number)) else {
            return Ok(Object::Null);
        };
        let mut lexer = Lexer::new(&container.bytes, *offset);
        let object = lexer.object();
        self.budget.spend(Work::Parsed, lexer.at.saturating_sub(*offset))?;
        Ok(object)
    }

    fn container(&self, number: u32) -> Result<Rc<Container>, PdfError> {
        if let Some(container) = self.containers.borrow().get(&number) {
            return Ok(Rc::clone(container));
        }
        // A stream of objects cannot stand in another.
        let apart = matches!(self.table.borrow().entries.get(&number), Some(Entry::At(_)));
        let object = if apart { self.object(number)? } else { Object::Null };
        let container = match &object {
            Object::Stream(stream) => {
                let bytes = self.decode(stream)?.to_vec();
                let first = self.get(&stream.dict, "First")?.count().unwrap_or(0);
                let count = self.get(&stream.dict, "N")?.count().unwrap_or(0);
                let mut lexer = Lexer::new(&bytes, 0);
                let mut members = Vec::new();
                for _ in 0..count {
                    lexer.skip_space();
                    let Some(number) = lexer.digits().and_then(|n| u32::try_from(n).ok()) else { break };
                    lexer.skip_space();
                    let Some(offset) = lexer.digits().and_then(|n| usize::try_from(n).ok()?.checked_add(first)) else { break };
                    members.push((number, offset));
                }
                Container { bytes, members }
            }
            _ => Container::default(),
        };
        let container = Rc::new(container);
        self.containers.borrow_mut().insert(number, Rc::clone(&container));
        Ok(container)
    }

    /// Sets the key up, where the file is encrypted.
    fn unlock(&self) -> Result<(), PdfError> {
        let encrypt = self.trailer("Encrypt")?;
        let Some(dict) = encrypt.dict() else { return Ok(()) };
        let id = self.trailer("ID")?;
        let id = self.resolve(id.array().and_then(|id| id.first()).unwrap_or(&Object::Null))?;
        let mut direct = BTreeMap::new();
        for (key, value) in dict.0.iter() {
            direct.insert(Rc::clone(key), self.resolve(value)?);
        }
        let crypt = Crypt::open(&Dict(Rc::new(direct)), id.string().unwrap_or_default())?;
        // What was read before is not decrypted, but for the dictionary itself, which is never encrypted.
        self.objects.borrow_mut().clear();
        self.crypt.replace(Some(crypt));
        Ok(())
    }

    /// Makes the table of objects anew from the objects themselves.
    fn recover(&self) -> Result<(), PdfError> {
        if self.recovered.replace(true) {
            return Ok(());
        }
        let table = xref::recover(self.data, &self.budget)?;
        let numbers: Vec<u32> = table.entries.keys().copied().collect();
        self.table.replace(table);
        self.objects.borrow_mut().clear();
        self.containers.borrow_mut().clear();
        self.decoded.borrow_mut().clear();
        if self.crypt.borrow().is_none() {
            self.unlock()?;
        }
        let mut root = None;
        for number in numbers {
            let object = self.object(number)?;
            let Some(dict) = object.dict() else { continue };
            if dict.get("Type").is_name("ObjStm") {
                for (nth, (member, _)) in self.container(number)?.members.iter().enumerate() {
                    let entry = Entry::In { stream: number, nth };
                    self.table.borrow_mut().entries.entry(*member).or_insert(entry);
                }
            } else if dict.get("Type").is_name("Catalog") {
                root = Some(number);
            }
        }
        self.objects.borrow_mut().retain(|_, object| *object != Object::Null);
        if self.catalog()?.dict().is_none_or(|root| !root.has("Pages")) {
            if root.is_none() {
                root = self.find("Catalog")?;
            }
            let mut table = self.table.borrow_mut();
            let mut trailer = (*table.trailer.0).clone();
            if let Some(number) = root {
                trailer.insert(b"Root".as_slice().into(), Object::Ref(Id { number, generation: 0 }));
            }
            table.trailer = Dict(Rc::new(trailer));
        }
        Ok(())
    }

    fn find(&self, kind: &str) -> Result<Option<u32>, PdfError> {
        for number in self.numbers() {
            if self.object(number)?.dict().is_some_and(|dict| dict.get("Type").is_name(kind)) {
                return Ok(Some(number));
            }
        }
        Ok(None)
    }
}
