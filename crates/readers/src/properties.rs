//! What a document says about itself, cleaned of what programs write there by themselves.

/// Title, author, date and language by a document's own metadata.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Properties {
    pub(crate) title: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) created: Option<String>,
    pub(crate) language: Option<String>,
}

impl Properties {
    /// Takes a title, unless it is a program's.
    pub(crate) fn set_title(&mut self, title: &str) {
        let folded = title.trim().to_lowercase();
        // "Document 3" is a program's, "Documents show" a headline.
        let name = folded.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
        let programs = ["", "document", "dokument", "untitled", "normal", "default", "template"];
        if !programs.contains(&name) && !folded.starts_with("microsoft word") {
            self.title = Some(title.trim().to_owned());
        }
    }

    /// Takes an author, unless it is the name of an account or a program.
    pub(crate) fn set_author(&mut self, author: &str) {
        let folded = author.trim().to_lowercase();
        let nobody =
            ["owner", "user", "admin", "administrator", "author", "unknown", "microsoft office user", "python-docx", "apache poi", "pc"];
        if !folded.is_empty() && folded.chars().any(char::is_alphabetic) && !nobody.contains(&folded.as_str()) {
            self.author = Some(author.trim().to_owned());
        }
    }

    /// Takes a moment in ISO 8601.
    pub(crate) fn set_created(&mut self, moment: &str) {
        let moment = moment.trim();
        let day = moment
            .get(..10)
            .is_some_and(|day| day.bytes().enumerate().all(|(i, b)| if matches!(i, 4 | 7) { b == b'-' } else { b.is_ascii_digit() }));
        if day {
            // Fractions of a second, which OpenDocument writes, say nothing.
            let (clock, zone) =
                moment.split_once('.').map_or((moment, ""), |(clock, rest)| (clock, rest.trim_start_matches(|c: char| c.is_ascii_digit())));
            self.created = Some(format!("{clock}{zone}"));
        }
    }

    /// Takes a language, by its tag (`en-GB`).
    pub(crate) fn set_language(&mut self, tag: &str) {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        if (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic()) {
            self.language = Some(primary.to_ascii_lowercase());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_write_is_no_news() {
        let mut properties = Properties::default();
        properties.set_title("Microsoft Word - bridge.doc");
        properties.set_title("Document 3");
        properties.set_author("Administrator");
        properties.set_created("today");
        properties.set_language("x-none");
        assert_eq!(properties, Properties::default());
        properties.set_title(" Documents show cracks ");
        properties.set_author("Ana Reyes");
        properties.set_created("2025-07-24T08:00:00.123456789Z");
        properties.set_language("pt-BR");
        assert_eq!(properties.title.as_deref(), Some("Documents show cracks"));
        assert_eq!(properties.author.as_deref(), Some("Ana Reyes"));
        assert_eq!(properties.created.as_deref(), Some("2025-07-24T08:00:00Z"));
        assert_eq!(properties.language.as_deref(), Some("pt"));
    }
}
