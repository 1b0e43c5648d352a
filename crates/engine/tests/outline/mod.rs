//! An article as a snapshot that a person can read.

use crossread_engine::Article;

/// One line per block: role, then how it starts and ends.
pub(crate) fn outline(article: &Article) -> String {
    let mut out = format!(
        "title: {}\noutlet: {}\nbyline: {}\npublished: {}\nlanguage: {}\n",
        article.title.as_deref().unwrap_or("-"),
        article.outlet.as_deref().unwrap_or("-"),
        article.byline.as_deref().unwrap_or("-"),
        article.published.as_deref().unwrap_or("-"),
        article.language.as_deref().unwrap_or("-"),
    );
    for warning in &article.warnings {
        out.push_str(&format!("warning: {}\n", warning.message()));
    }
    for block in &article.blocks {
        let chars: Vec<char> = block.span.of(&article.text).chars().collect();
        let text: String = if chars.len() <= 70 {
            chars.iter().collect()
        } else {
            chars[..40].iter().chain([' ', '…', ' '].iter()).chain(&chars[chars.len() - 25..]).collect()
        };
        out.push_str(&format!("{:<11} | {}\n", block.role.name(), text.replace('\n', "⏎").replace('\t', "⇥")));
    }
    out
}
