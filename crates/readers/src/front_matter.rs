//! The keys and values that publishing tools put above a Markdown text, in YAML or TOML; of these, what one line holds.

/// What the keys say.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct FrontMatter {
    pub(crate) title: Option<String>,
    pub(crate) outlet: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) language: Option<String>,
}

impl FrontMatter {
    /// Reads the lines between the marks.
    pub(crate) fn read(text: &str) -> Self {
        let mut all = Self::default();
        let mut key = String::new();
        for line in text.lines() {
            let item = line.trim_start().strip_prefix("- ");
            let value = match (item, line.split_once([':', '='])) {
                (Some(item), _) => item,
                (None, Some((name, value))) if !line.starts_with(char::is_whitespace) => {
                    key = name.trim().to_ascii_lowercase();
                    value
                }
                _ => continue,
            };
            all.set(&key, value);
        }
        all
    }

    fn set(&mut self, key: &str, value: &str) {
        let value = list(value);
        if value.is_empty() {
            return;
        }
        let field = match key {
            "title" => &mut self.title,
            "author" | "authors" | "byline" => {
                // One name a line.
                self.byline = Some(self.byline.take().map_or_else(|| value.clone(), |names| format!("{names}, {value}")));
                return;
            }
            "date" | "published" | "pubdate" => &mut self.published,
            "lang" | "language" => &mut self.language,
            "outlet" | "publisher" | "publication" | "source" => &mut self.outlet,
            _ => return,
        };
        field.get_or_insert(value);
    }
}

/// A value without its quotes; the values of a list in brackets with commas between them.
fn list(value: &str) -> String {
    let value = value.trim();
    match value.strip_prefix('[').and_then(|value| value.strip_suffix(']')) {
        Some(values) => values.split(',').map(unquoted).collect::<Vec<_>>().join(", "),
        None => unquoted(value).to_owned(),
    }
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    ['"', '\''].iter().find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote)).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads() {
        let front = FrontMatter::read(
            "title: 'Bridge: closed'\nauthor:\n  - Ana Reyes\n  - Tom Okafor\ndate: 2025-07-24\ntags: [a, b]\nnested:\n  title: no\n",
        );
        assert_eq!(front.title.as_deref(), Some("Bridge: closed"));
        assert_eq!(front.byline.as_deref(), Some("Ana Reyes, Tom Okafor"));
        assert_eq!(front.published.as_deref(), Some("2025-07-24"));
        let toml = FrontMatter::read("title = \"Bridge\"\nauthors = [\"Ana Reyes\", \"Tom Okafor\"]\nlang = 'en'");
        assert_eq!((toml.title.as_deref(), toml.language.as_deref()), (Some("Bridge"), Some("en")));
        assert_eq!(toml.byline.as_deref(), Some("Ana Reyes, Tom Okafor"));
    }
}
