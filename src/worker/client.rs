//! The page's side: starts the worker, keeps it fed, replaces it when it crashes or is busy with something nobody waits for any more.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use crossread_engine::{Article, Settings, Source};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::envelope;
use super::flight::{Flight, Work};
use crate::platform::scope;
use crate::protocol::{ArticleId, JobId, PROTOCOL, Reply, Request};

/// How long a comparison that nobody waits for any more may go on, in milliseconds. Starting a worker anew costs about as much.
const PATIENCE: u32 = 300;

/// What the page hears.
#[derive(Debug)]
pub enum Event {
    /// An answer, and the bytes that came along.
    Reply(Reply, Vec<u8>),
    /// The comparison for this revision stopped unexpectedly. It is not tried again until [`Engine::retry`].
    Stopped(u32),
}

/// The engine, as the page sees it.
#[derive(Clone)]
pub struct Engine(Rc<RefCell<Inner>>);

impl PartialEq for Engine {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    live: Option<Live>,
    flight: Flight,
    /// What the page has, in its order.
    current: Vec<(ArticleId, Rc<Article>)>,
    /// What the live worker has of it.
    kept: BTreeMap<ArticleId, Rc<Article>>,
    rev: u32,
    patience: Option<Timeout>,
    hear: Rc<dyn Fn(Event)>,
}

/// A running worker; dropping it ends it.
struct Live {
    worker: Worker,
    /// Messages that wait for it to listen.
    waiting: Option<Vec<JsValue>>,
    _listeners: [EventListener; 3],
}

impl Drop for Live {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Engine {
    /// Starts the engine; `hear` gets what it answers.
    pub fn start(hear: impl Fn(Event) + 'static) -> Self {
        let inner = Inner {
            live: None,
            flight: Flight::default(),
            current: Vec::new(),
            kept: BTreeMap::new(),
            rev: 0,
            patience: None,
            hear: Rc::new(hear),
        };
        let engine = Self(Rc::new(RefCell::new(inner)));
        engine.spawn();
        engine
    }

    /// Parses a source.
    pub fn parse(&self, job: JobId, source: Source) {
        self.send(Work::Parse(job, Rc::new(source)));
    }

    /// Writes a report of the articles that the page has.
    pub fn export(&self, job: JobId) {
        self.send(Work::Export(job));
    }

    /// Brings the worker to what the page has at `rev`, and compares it where there are two articles or more.
    pub fn compare(&self, rev: u32, articles: Vec<(ArticleId, Rc<Article>)>) {
        let enough = articles.len() > 1;
        {
            let inner = &mut *self.0.borrow_mut();
            inner.rev = rev;
            inner.current = articles;
        }
        if enough {
            self.send(Work::Compare(rev));
        } else {
            self.feed();
        }
        self.watch();
    }

    /// Compares again after [`Event::Stopped`].
    pub fn retry(&self) {
        let rev = self.0.borrow().rev;
        self.send(Work::Compare(rev));
    }

    fn send(&self, work: Work) {
        if self.0.borrow().live.is_none() {
            self.spawn();
        }
        self.feed();
        let inner = &mut *self.0.borrow_mut();
        inner.post_work(&work);
        inner.flight.sent(work);
    }

    fn feed(&self) {
        self.0.borrow_mut().feed();
    }

    /// Ends a comparison that has been superseded and does not come to an end.
    fn watch(&self) {
        let weak = Rc::downgrade(&self.0);
        let inner = &mut *self.0.borrow_mut();
        if !inner.flight.outlived(inner.rev) {
            inner.patience = None;
        } else if inner.patience.is_none() {
            inner.patience = Some(Timeout::new(PATIENCE, move || {
                let Some(engine) = weak.upgrade().map(Self) else { return };
                let outlived = {
                    let inner = &mut *engine.0.borrow_mut();
                    inner.patience = None;
                    inner.flight.outlived(inner.rev)
                };
                if outlived {
                    engine.spawn();
                }
            }));
        }
    }

    /// Starts a fresh worker in place of any there is, and sends it everything it has to know and do.
    fn spawn(&self) {
        let live = Live::start(&Rc::downgrade(&self.0));
        let unable = live.is_none();
        {
            let inner = &mut *self.0.borrow_mut();
            inner.live = live;
            inner.kept.clear();
            inner.feed();
            let current = inner.rev;
            for work in inner.flight.drain() {
                if matches!(work, Work::Compare(rev) if rev < current) {
                    continue;
                }
                inner.post_work(&work);
                inner.flight.sent(work);
            }
        }
        if unable {
            self.crashed();
        }
    }

    fn heard(&self, data: JsValue) {
        let Some((reply, bytes)) = envelope::open::<Reply>(data) else { return };
        if let Reply::Ready { protocol } = reply {
            if protocol == PROTOCOL {
                self.0.borrow_mut().flush();
            } else {
                self.crashed();
            }
            return;
        }
        let hear = {
            let inner = &mut *self.0.borrow_mut();
            inner.flight.answered(&reply);
            inner.hear.clone()
        };
        hear(Event::Reply(reply, bytes));
    }

    /// Clears up after a worker that died. What it was at is given up, so that it cannot kill the next one too; the rest is sent again.
    fn crashed(&self) {
        let (hear, given_up, rest) = {
            let inner = &mut *self.0.borrow_mut();
            let started = inner.live.take().is_some_and(|live| live.waiting.is_none());
            inner.kept.clear();
            // One that did not even start would not start a second time either.
            let given_up = if started { inner.flight.culprit().into_iter().collect() } else { inner.flight.drain() };
            (inner.hear.clone(), given_up, !inner.flight.is_empty())
        };
        if rest {
            self.spawn();
        }
        if given_up.is_empty() {
            let rev = self.0.borrow().rev;
            hear(Event::Stopped(rev));
        }
        for work in given_up {
            hear(match work {
                Work::Compare(rev) => Event::Stopped(rev),
                Work::Parse(job, _) => refused(job, "Reading it stopped unexpectedly. Your other articles are safe."),
                Work::Export(job) => refused(job, "Writing the report stopped unexpectedly. Your articles are safe."),
            });
        }
    }
}

fn refused(job: JobId, error: &str) -> Event {
    Event::Reply(Reply::Refused { job, error: error.to_owned() }, Vec::new())
}

impl Inner {
    fn post(&mut self, request: &Request, bytes: Option<&[u8]>) {
        let (Some(live), Some(message)) = (&mut self.live, envelope::seal(request, bytes)) else { return };
        match &mut live.waiting {
            Some(waiting) => waiting.push(message),
            // Fails only for messages that cannot be cloned, which strings and bytes can.
            None => drop(live.worker.post_message(&message)),
        }
    }

    fn post_work(&mut self, work: &Work) {
        let ids = || self.current.iter().map(|(id, _)| *id).collect();
        let settings = Settings::default();
        match work {
            Work::Compare(rev) => self.post(&Request::Compare { rev: *rev, ids: ids(), settings }, None),
            Work::Export(job) => self.post(&Request::Export { job: *job, ids: ids(), settings }, None),
            Work::Parse(job, source) => {
                let request = Request::Parse { job: *job, name: source.name.clone(), media_type: source.media_type.clone() };
                self.post(&request, Some(&source.bytes));
            }
        }
    }

    /// Sends what the worker lacks of the articles.
    fn feed(&mut self) {
        if self.live.is_none() {
            return;
        }
        let gone: Vec<_> = self.kept.keys().filter(|id| !self.current.iter().any(|(has, _)| has == *id)).copied().collect();
        for id in gone {
            self.kept.remove(&id);
            self.post(&Request::Forget { id }, None);
        }
        for (id, article) in self.current.clone() {
            if !self.kept.get(&id).is_some_and(|kept| Rc::ptr_eq(kept, &article)) {
                self.post(&Request::Keep { id, article: Box::new((*article).clone()) }, None);
                self.kept.insert(id, article);
            }
        }
    }

    fn flush(&mut self) {
        let Some(live) = &mut self.live else { return };
        for message in live.waiting.take().unwrap_or_default() {
            drop(live.worker.post_message(&message));
        }
    }
}

impl Live {
    fn start(engine: &Weak<RefCell<Inner>>) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&scope::worker_address()?, &options).ok()?;
        let listen = |kind: &'static str, act: fn(&Engine, &web_sys::Event)| {
            let engine = engine.clone();
            EventListener::new(&worker, kind, move |event| {
                if let Some(inner) = engine.upgrade() {
                    act(&Engine(inner), event);
                }
            })
        };
        let listeners = [
            listen("message", |engine, event| engine.heard(event.unchecked_ref::<MessageEvent>().data())),
            listen("error", |engine, _| engine.crashed()),
            listen("messageerror", |engine, _| engine.crashed()),
        ];
        Some(Self { worker, waiting: Some(Vec::new()), _listeners: listeners })
    }
}
