//! What the worker knows and does. Free of the browser.

use std::collections::BTreeMap;

use crossread_engine::{Article, Comparison, Settings, Source, compare, ingest, report};

use crate::protocol::{ArticleId, Reply, Request};

/// The articles that lie before the engine.
#[derive(Default)]
pub(super) struct Bench {
    articles: BTreeMap<ArticleId, Article>,
    /// The newest comparison and what it is of, for exports.
    last: Option<(Vec<ArticleId>, Settings, Comparison)>,
}

impl Bench {
    /// Does what is asked. `bytes` came with the request; `reply` takes answers and the bytes that go with them.
    pub(super) fn answer(&mut self, request: Request, bytes: Vec<u8>, reply: &mut dyn FnMut(Reply, Option<Vec<u8>>)) {
        match request {
            Request::Parse { job, name, media_type } => {
                let source = Source { name, media_type, bytes };
                let answer = match ingest::parse(&source) {
                    Ok(parsed) => Reply::Parsed { job, articles: parsed.articles, offered: parsed.offered },
                    Err(error) => Reply::Refused { job, error: error.to_string() },
                };
                reply(answer, None);
            }
            Request::Keep { id, article } => {
                self.last = None;
                self.articles.insert(id, *article);
            }
            Request::Forget { id } => {
                self.articles.remove(&id);
            }
            Request::Compare { rev, ids, settings } => {
                let articles = self.pick(&ids);
                let mut heard = None;
                let comparison = compare(&articles, &settings, &mut |progress| {
                    // A message a step would cost more than the step: one for every twentieth of a stage is enough to see it move.
                    let now = (progress.stage, progress.done * 20 / progress.total.max(1));
                    if heard != Some(now) {
                        heard = Some(now);
                        reply(Reply::Progress { rev, progress }, None);
                    }
                });
                self.last = Some((ids, settings, comparison.clone()));
                reply(Reply::Compared { rev, comparison: Box::new(comparison) }, None);
            }
            Request::Export { job, ids, settings } => {
                let articles = self.pick(&ids);
                let json = match &self.last {
                    Some((of, under, comparison)) if *of == ids && *under == settings => report::to_json(&articles, comparison, &settings),
                    _ => report::to_json(&articles, &compare(&articles, &settings, &mut |_| {}), &settings),
                };
                match json {
                    Ok(json) => reply(Reply::Exported { job }, Some(json.into_bytes())),
                    Err(error) => reply(Reply::Refused { job, error: format!("The report could not be written: {error}.") }, None),
                }
            }
        }
    }

    fn pick(&self, ids: &[ArticleId]) -> Vec<Article> {
        ids.iter().filter_map(|id| self.articles.get(id).cloned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::JobId;

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
    fn a_comparison_of_unknown_articles_answers_all_the_same() {
        let request = Request::Compare { rev: 3, ids: vec![ArticleId(1)], settings: Settings::default() };
        let replies = ask(&mut Bench::default(), request, b"");
        assert!(matches!(replies.last(), Some(Reply::Compared { rev: 3, .. })));
    }
}
