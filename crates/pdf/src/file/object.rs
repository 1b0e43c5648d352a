//! The kinds of object (§7.3).

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// An object's number and generation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Id {
    pub(crate) number: u32,
    pub(crate) generation: u16,
}

/// An object; cheap to clone.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Object {
    Null,
    Bool(bool),
    Number(f64),
    String(Rc<[u8]>),
    Name(Rc<[u8]>),
    Array(Rc<[Object]>),
    Dict(Dict),
    Stream(Stream),
    Ref(Id),
}

/// A dictionary; a key that is not there is null, as the standard has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Dict(pub(crate) Rc<BTreeMap<Rc<[u8]>, Object>>);

/// A stream: its dictionary, and where its bytes stand in the file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stream {
    pub(crate) dict: Dict,
    pub(crate) data: Range<usize>,
    pub(crate) id: Id,
}

impl Dict {
    pub(crate) fn get(&self, key: &str) -> &Object {
        self.0.get(key.as_bytes()).unwrap_or(&Object::Null)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.0.contains_key(key.as_bytes())
    }
}

impl Object {
    pub(crate) const fn number(&self) -> Option<f64> {
        if let Self::Number(n) = self { Some(*n) } else { None }
    }

    /// A whole number from 0 up.
    pub(crate) fn count(&self) -> Option<usize> {
        self.number().filter(|n| (0.0..=9e15).contains(n)).map(|n| n as usize)
    }

    pub(crate) fn name(&self) -> Option<&[u8]> {
        if let Self::Name(name) = self { Some(name) } else { None }
    }

    pub(crate) fn is_name(&self, name: &str) -> bool {
        self.name() == Some(name.as_bytes())
    }

    pub(crate) fn string(&self) -> Option<&[u8]> {
        if let Self::String(string) = self { Some(string) } else { None }
    }

    pub(crate) fn array(&self) -> Option<&Rc<[Self]>> {
        if let Self::Array(array) = self { Some(array) } else { None }
    }

    /// A dictionary, or that of a stream.
    pub(crate) const fn dict(&self) -> Option<&Dict> {
        match self {
            Self::Dict(dict) => Some(dict),
            Self::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }
}
