//! The fields found so far, each with where it was found.

use std::collections::BTreeMap;

use crate::{Article, Field, FieldOrigin};

/// Values for fields; the first that is offered for a field stays, so that a cascade reads in the order in which its places are trusted.
#[derive(Debug, Default)]
pub(super) struct Found(BTreeMap<Field, (String, FieldOrigin)>);

impl Found {
    /// Keeps what `look` gives, unless the field has a value; then it does not look. Empty text is no value.
    pub(super) fn offer(&mut self, field: Field, origin: FieldOrigin, look: impl FnOnce() -> Option<String>) {
        if !self.0.contains_key(&field)
            && let Some(value) = look().filter(|value| !value.is_empty())
        {
            self.0.insert(field, (value, origin));
        }
    }

    /// A field's value.
    pub(super) fn get(&self, field: Field) -> Option<&str> {
        self.0.get(&field).map(|(value, _)| value.as_str())
    }

    /// Where only the time of the last change is known, the article is dated by it.
    pub(super) fn date_by_update(&mut self) {
        if !self.0.contains_key(&Field::Published)
            && let Some(updated) = self.0.get(&Field::Updated).cloned()
        {
            self.0.insert(Field::Published, updated);
        }
    }

    /// Gives the values to an article that has none.
    pub(super) fn put_into(self, article: &mut Article) {
        for (field, (value, origin)) in self.0 {
            article.origins.insert(field, origin);
            let place = match field {
                Field::Title => &mut article.title,
                Field::Outlet => &mut article.outlet,
                Field::Byline => &mut article.byline,
                Field::Agency => &mut article.agency,
                Field::Published => &mut article.published,
                Field::Updated => &mut article.updated,
                Field::Language => &mut article.language,
                Field::Url => &mut article.url,
            };
            *place = Some(value);
        }
    }
}
