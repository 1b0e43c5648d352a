//! What the readers' worker does. Free of the browser.

use crossread_engine::{Source, ingest};
use crossread_readers::Opened;

use crate::protocol::{Given, Open};

/// Opens the file whose bytes came with the request; `reply` takes what it holds, one by one, and the bytes that go with it.
pub(super) fn answer(request: Open, bytes: Vec<u8>, reply: &mut dyn FnMut(Given, Option<Vec<u8>>)) {
    let Open { name, media_type, format } = request;
    for opened in crossread_readers::open(Source { name, media_type, bytes }, format) {
        match opened {
            Opened::Document(document) => {
                let name = document.source.name.clone();
                match ingest::document(document) {
                    Ok(parsed) => parsed.articles.into_iter().for_each(|article| {
                        reply(Given::Article { name: name.clone(), article: Box::new(article) }, None);
                    }),
                    Err(error) => reply(Given::Refused { name, why: error.to_string() }, None),
                }
            }
            Opened::Source(Source { name, media_type, bytes }) => reply(Given::Source { name, media_type }, Some(bytes)),
            Opened::Refused { name, why } => reply(Given::Refused { name, why }, None),
        }
    }
    reply(Given::Done, None);
}

#[cfg(test)]
mod tests {
    use crossread_engine::ingest::Format;

    use super::*;

    fn ask(text: &str) -> Vec<Given> {
        let mut given = Vec::new();
        let request = Open { name: "a.md".into(), media_type: None, format: Format::Markdown };
        answer(request, text.as_bytes().to_vec(), &mut |one, _| given.push(one));
        given
    }

    #[test]
    fn a_document_comes_as_an_article_and_then_it_is_done() {
        let given = ask("# Ferry adrift\n\nThe ferry left at noon.");
        let [Given::Article { name, article }, Given::Done] = &given[..] else { panic!("{given:?}") };
        assert_eq!((name.as_str(), article.text.as_str()), ("a.md", "Ferry adrift\n\nThe ferry left at noon."));
    }

    #[test]
    fn a_document_without_text_is_refused_in_words() {
        let given = ask("<!-- nothing -->");
        assert!(
            matches!(&given[..], [Given::Refused { name, why }, Given::Done] if name == "a.md" && why.contains("no text")),
            "{given:?}"
        );
    }
}
