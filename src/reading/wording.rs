//! What the page says about a comparison, in words. Every sentence that is spoken is also the one that is shown.

use crossread_engine::{Article, ArticleIdx, Class, Field, FieldOrigin, Passage, Progress, Relation, Stage};

use super::tracked::{same, uncovered};
use super::{Reading, Side, Stop, Walk, diffs};

/// A small number as a word, a larger one in digits.
pub fn number(n: usize) -> String {
    const WORDS: [&str; 13] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// A number and a noun: "1 sentence", "3 sentences".
pub fn count(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

/// With a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// "A", "A and C", "A, B and C".
pub fn letters(articles: &[ArticleIdx]) -> String {
    list(&articles.iter().map(|article| article.label()).collect::<Vec<_>>())
}

fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// A relation's name.
pub fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Verbatim => "same words",
        Relation::Edited => "edited",
        Relation::Paraphrase => "reworded",
        Relation::Partial => "shares a part",
    }
}

/// What an article goes by: its outlet, else its source's name.
pub fn outlet(article: &Article) -> &str {
    article.outlet.as_deref().unwrap_or(&article.source.name)
}

/// A metadata field's label.
pub fn field(field: Field) -> &'static str {
    match field {
        Field::Title => "Title",
        Field::Outlet => "Outlet",
        Field::Byline => "By",
        Field::Agency => "Agency",
        Field::Published => "Date",
        Field::Updated => "Updated",
        Field::Language => "Language",
        Field::Url => "Address",
    }
}

/// Where the value of a field was found.
pub fn origin(origin: FieldOrigin) -> &'static str {
    match origin {
        FieldOrigin::JsonLd => "from the page’s JSON-LD",
        FieldOrigin::Meta => "from the page’s head",
        FieldOrigin::TitleElement => "from the page’s title",
        FieldOrigin::Microdata => "marked in the page",
        FieldOrigin::Address => "from the page’s address",
        FieldOrigin::TimeElement => "from a time in the page",
        FieldOrigin::Heading => "from a heading",
        FieldOrigin::VisibleLine => "from a line of the text",
        FieldOrigin::Text => "told by the words of the text",
        FieldOrigin::File => "from the file’s properties",
        FieldOrigin::Reader => "corrected by you",
    }
}

/// The name of a linked sentence's mark: "Statement 5, edited, also in B and C".
pub fn head(statement: Option<usize>, kinship: Option<&(Relation, Vec<ArticleIdx>)>) -> String {
    let subject = statement.map_or_else(|| "Linked sentence".to_owned(), |statement| format!("Statement {}", statement + 1));
    match kinship {
        Some((of, others)) => format!("{subject}, {}, also in {}", relation(*of), letters(others)),
        None => subject,
    }
}

/// What the engine is at.
pub fn progress(progress: Option<Progress>) -> String {
    let Some(Progress { stage, done, total }) = progress else { return "Comparing …".to_owned() };
    let doing = match stage {
        Stage::Segment => "Comparing: cutting into sentences",
        Stage::Align => "Comparing: finding what corresponds",
        Stage::Diff => "Comparing: word by word",
        Stage::Analyse => "Comparing: gathering statements",
    };
    format!("{doing}, {} %", done * 100 / total.max(1))
}

/// The sentence about a selection: where it is in the walk, in which articles, and what is to be seen.
pub fn status(reading: &Reading, walk: Walk, stop: Stop) -> (String, String) {
    let n = reading.stops(walk).len();
    let lead = |noun: &str| reading.position(walk, stop).map_or_else(|| capital(noun), |at| format!("{} {} of {n}", capital(noun), at + 1));
    let articles = letters(&reading.articles_at(stop));
    match stop {
        Stop::Passage(passage) => {
            let noun = match walk {
                Walk::Differences | Walk::Figures if reading.position(walk, stop).is_some() => lead(noun(walk)),
                _ => "Passage".to_owned(),
            };
            (noun, [articles, what_differs(reading, passage)].join(" · "))
        }
        Stop::Statement(statement) => {
            let origins = reading.comparison.statements.get(statement).map_or(0, |s| s.origins.len());
            let texts = if origins == 1 { "from one text".to_owned() } else { format!("from {} texts", number(origins)) };
            (lead(noun(walk)), format!("in {articles} · {texts}"))
        }
        Stop::Alone(article, sentence) => {
            let span = reading.comparison.sentences.get(article.0).and_then(|s| s.get(sentence)).map(|s| s.span);
            let text = reading.articles.get(article.0).map(|a| a.text.as_str()).unwrap_or_default();
            (lead("sentence"), format!("only in {articles} · “{}”", opening(span.unwrap_or_default().of(text), 9)))
        }
    }
}

/// What one stop of a walk is called.
pub fn noun(walk: Walk) -> &'static str {
    match walk {
        Walk::Differences => "difference",
        Walk::Figures => "changed figure",
        Walk::Agreements => "statement",
        Walk::Copies => "statement from one text",
        Walk::Alone => "sentence in one only",
    }
}

/// "moved, 2 words changed: “killed” → “died”".
fn what_differs(reading: &Reading, passage: usize) -> String {
    let Some(found) = reading.comparison.passages.get(passage) else { return String::new() };
    let mut parts = Vec::new();
    if found.moved {
        parts.push("moved".to_owned());
    }
    let changes = changes(reading, passage, found);
    parts.push(match found.relation {
        _ if !changes.is_empty() => changed_words(found, &changes),
        Relation::Verbatim => "the same words".to_owned(),
        Relation::Edited => "only small changes".to_owned(),
        Relation::Paraphrase => "reworded".to_owned(),
        Relation::Partial => "shares a part".to_owned(),
    });
    parts.join(", ")
}

/// Words that a passage changes.
struct Changed<'a> {
    class: Option<Class>,
    moved: bool,
    a: &'a str,
    b: &'a str,
}

impl Changed<'_> {
    fn words(&self) -> usize {
        n_words(self.a).max(n_words(self.b))
    }
}

/// What a passage changes in more than small ways. Where a sentence was split or several merged, what another sentence of the passage has is not
/// missing; and what was rewritten as a whole has no single words to tell.
fn changes<'a>(reading: &'a Reading, passage: usize, found: &Passage) -> Vec<Changed<'a>> {
    let text = |article: ArticleIdx| reading.articles.get(article.0).map(|a| a.text.as_str()).unwrap_or_default();
    let kept = |side: Side| reading.links_at(passage).flat_map(|link| same(link, side)).collect::<Vec<_>>();
    let (kept_a, kept_b) = (kept(Side::A), kept(Side::B));
    let readable = reading.links_at(passage).filter(|link| diffs::is_readable(link));
    let changed = readable.flat_map(diffs::telling).map(|change| Changed {
        class: change.class,
        moved: change.moved,
        a: bare(uncovered(change.a, &kept_a).of(text(found.a))),
        b: bare(uncovered(change.b, &kept_b).of(text(found.b))),
    });
    let mut changed: Vec<_> = changed.filter(|change| change.words() > 0).collect();
    changed.dedup_by(|a, b| a.a == b.a && a.b == b.b);
    changed
}

/// "2 words changed: “killed” → “died”"; of several changes the one that weighs most is told.
fn changed_words(passage: &Passage, changes: &[Changed<'_>]) -> String {
    let n = changes.iter().map(Changed::words).sum();
    let most = changes.iter().min_by_key(|change| (change.class, n_words(change.a).min(n_words(change.b)) == 0, change.words()));
    // Of several changes one is told, and that it is one of several.
    let told = if changes.len() > 1 { ", among them " } else { ": " };
    let most = most.map(|change| match (change.a, change.b) {
        (words, "") | ("", words) if change.moved => format!("{told}“{}” moved", opening(words, 6)),
        (a, "") => format!("{told}“{}”, not in {}", opening(a, 6), passage.b.label()),
        ("", b) => format!("{told}“{}”, not in {}", opening(b, 6), passage.a.label()),
        (a, b) => format!("{told}“{}” → “{}”", opening(a, 6), opening(b, 6)),
    });
    format!("{} changed{}", count(n, "word"), most.unwrap_or_default())
}

/// A text without the punctuation around it, unless it is nothing else.
fn bare(text: &str) -> &str {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() { text.trim() } else { bare }
}

fn n_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// The first words of a text.
pub fn opening(text: &str, words: usize) -> String {
    let mut all = text.split_whitespace();
    let mut opening = all.by_ref().take(words).collect::<Vec<_>>().join(" ");
    if all.next().is_some() {
        opening.push_str(" …");
    }
    opening
}

/// A date as one reads it: "24 July 2025". What is not an ISO 8601 date stays as it is.
pub fn date(iso: &str) -> String {
    const MONTHS: [&str; 12] =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    let mut parts = iso.get(..10).unwrap_or_default().split('-').map(|part| part.parse::<usize>().ok());
    match (parts.next().flatten(), parts.next().flatten(), parts.next().flatten()) {
        (Some(year), Some(month @ 1..=12), Some(day @ 1..=31)) => format!("{day} {} {year}", MONTHS[month - 1]),
        _ => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_like_dates() {
        assert_eq!(date("2025-07-24T10:00:00Z"), "24 July 2025");
        assert_eq!(date("last week"), "last week");
        assert_eq!(date("2025-13-01"), "2025-13-01");
    }

    #[test]
    fn letters_are_listed_as_one_says_them() {
        assert_eq!(letters(&[ArticleIdx(0)]), "A");
        assert_eq!(letters(&[ArticleIdx(0), ArticleIdx(1), ArticleIdx(2)]), "A, B and C");
    }

    #[test]
    fn punctuation_around_words_is_neither_told_nor_counted() {
        assert_eq!((bare(", and nobody panicked"), n_words(", and – nobody")), ("and nobody panicked", 2));
        assert_eq!(bare(" – "), "–");
    }

    #[test]
    fn an_opening_says_when_it_is_cut() {
        assert_eq!(opening("one  two\nthree", 2), "one two …");
        assert_eq!(opening("one two", 2), "one two");
    }
}
