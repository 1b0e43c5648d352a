//! What the worker knows and does. Free of the browser.

use std::collections::BTreeMap;

use crossread_engine::ingest::{IngestError, Parsed};
use crossread_engine::{Article, Comparison, Source, Terms, compare_under, ingest, report};

use crate::protocol::{ArticleId, JobId, Reply, Request};

/// The articles that lie before the engine.
#[derive(Default)]
pub(super) struct Bench {
    articles: BTreeMap<ArticleId, Article>,
    /// The newest comparison and what it is of, for exports.
    last: Option<(Vec<ArticleId>, Terms, Comparison)>,
}

impl Bench {
    /// Does what is asked. `bytes` came with the request; `reply` takes answers and the bytes that go with them.
    pub(super) fn answer(&mut self, request: Request, bytes: Vec<u8>, reply: &mut dyn FnMut(Reply, Option<Vec<u8>>)) {
        match request {
            Request::Parse { job, name, media_type } => {
                let source = Source { name, media_type, bytes };
                reply(parsed(job, ingest::parse(&source)), None);
            }
            Request::Keep { id, article } => {
                self.last = None;
                self.articles.insert(id, *article);
            }
            Request::Forget { id } => {
                self.articles.remove(&id);
            }
            Request::Compare { rev, ids, terms } => {
                let articles = self.pick(&ids);
                let mut heard = None;
                let comparison = compare_under(&articles, &terms, &mut |progress| {
                    // A message a step would cost more than the step: one for every twentieth of a stage is enough to see it move.
                    let now = (progress.stage, progress.done * 20 / progress.total.max(1));
                    if heard != Some(now) {
                        heard = Some(now);
                        reply(Reply::Progress { rev, progress }, None);
                    }
                });
                self.last = Some((ids, terms, comparison.clone()));
                reply(Reply::Compared { rev, comparison: Box::new(comparison) }, None);
            }
            Request::Export { job, ids, terms } => {
                let articles = self.pick(&ids);
                let json = match &self.last {
                    Some((of, under, comparison)) if *of == ids && *under == terms => {
                        report::to_json(&articles, comparison, &terms.settings)
                    }
                    _ => report::to_json(&articles, &compare_under(&articles, &terms, &mut |_| {}), &terms.settings),
                };
                match json {
                    Ok(json) => reply(Reply::Exported { job }, Some(json.into_bytes())),
                    Err(error) => reply(Reply::NotExported { job, error: format!("The report could not be written: {error}.") }, None),
                }
            }
        }
    }

    fn pick(&self, ids: &[ArticleId]) -> Vec<Article> {
        ids.iter().filter_map(|id| self.articles.get(id).cloned()).collect()
    }
}

fn parsed(job: JobId, outcome: Result<Parsed, IngestError>) -> Reply {
    match outcome {
        Ok(Parsed { articles, offered, terms }) => Reply::Parsed { job, articles, offered, terms },
        Err(IngestError::Foreign { format }) => Reply::Foreign { job, format },
        Err(error) => Reply::Refused { job, error: error.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use crossread_engine::ingest::Format;

    use super::*;

    fn ask(bench: &mut Bench, request: Request, bytes: &[u8]) -> Vec<Reply> {
        let mut replies = Vec::new();
        bench.answer(request, bytes.to_vec(), &mut |reply, _| replies.push(reply));
        replies
    }

    #[test]
    fn an_unreadable_source_is_refused_in_words() {
        let request = Request::Parse { job: JobId(7), name: "empty.txt".into(), media_type: None };
        let replies = ask(&mut Bench::default(), request, b"");
        assert!(matches!(&replies[..], [Reply::Refused { job: JobId(7), error }] if error.contains("no text")), "{replies:?}");
    }

    #[test]
    fn what_has_to_be_opened_is_said_to_be_foreign() {
        let source =
            Source { name: "a.md".into(), media_type: Some("text/markdown".into()), bytes: b"# A headline\n\nA paragraph.".to_vec() };
        let request = Request::Parse { job: JobId(7), name: source.name.clone(), media_type: source.media_type.clone() };
        let foreign = Reply::Foreign { job: JobId(7), format: Format::Markdown };
        assert_eq!(ask(&mut Bench::default(), request, &source.bytes), [foreign]);
    }

    #[test]
    fn a_comparison_of_unknown_articles_answers_all_the_same() {
        let request = Request::Compare { rev: 3, ids: vec![ArticleId(1)], terms: Terms::default() };
        let replies = ask(&mut Bench::default(), request, b"");
        assert!(matches!(replies.last(), Some(Reply::Compared { rev: 3, .. })));
    }
}
