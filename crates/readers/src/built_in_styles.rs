//! Word's built-in paragraph styles, which .docx and RTF name in English whatever Word's language is.

use crossread_engine::Role;

/// The role of paragraphs of a built-in style, by its name in lower case; `None` where it says nothing.
pub(crate) fn role(name: &str) -> Option<Role> {
    let starts = |start: &str| name.starts_with(start);
    match name {
        "title" => Some(Role::Title),
        "subtitle" => Some(Role::Heading),
        "caption" => Some(Role::Caption),
        "quote" | "intense quote" | "block text" => Some(Role::Quotation),
        "header" | "footer" | "page number" => Some(Role::Boilerplate),
        _ if starts("heading ") => Some(Role::Heading),
        _ if starts("list") => Some(Role::ListItem),
        _ if starts("toc ") || starts("table of ") || starts("index ") => Some(Role::Boilerplate),
        _ => None,
    }
}
