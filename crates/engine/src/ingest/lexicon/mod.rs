//! Word lists of the fields: what cannot be told from a text's form alone.

pub(super) mod agencies;
pub(super) mod bylines;
pub(crate) mod months;
pub(super) mod time_words;
pub(crate) mod zones;
