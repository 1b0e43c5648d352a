//! The page's side: starts the engine, keeps it fed, replaces it when it crashes or is busy with something nobody waits for any more, and passes
//! files that it calls foreign on to the readers.

mod files;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};
use std::task::Waker;

use crossread_engine::{Article, Source, Terms};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;

use super::envelope;
use super::event::Event;
use super::flight::{Flight, Work};
use super::live::{Live, Sign};
use super::readers::Readers;
use crate::platform::scope::{self, Module};
use crate::protocol::{ArticleId, JobId, PROTOCOL, Reply, Request};

/// How long a comparison that nobody waits for any more may go on, in milliseconds. Starting a worker anew costs about as much.
const PATIENCE: u32 = 300;

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
    readers: Readers,
    /// What the page has, in its order.
    current: Vec<(ArticleId, Rc<Article>)>,
    /// What it compares them under.
    terms: Rc<Terms>,
    /// What the live worker has of it.
    kept: BTreeMap<ArticleId, Rc<Article>>,
    rev: u32,
    /// The newest job's number.
    jobs: u32,
    patience: Option<Timeout>,
    /// Who waits for a file to be done.
    waiting: Vec<Waker>,
    hear: Rc<dyn Fn(Event)>,
}

impl Engine {
    /// Starts the engine; `hear` gets what it answers.
    pub fn start(hear: impl Fn(Event) + 'static) -> Self {
        let engine = Self(Rc::new_cyclic(|weak: &Weak<RefCell<Inner>>| {
            let weak = weak.clone();
            let told = move |file, told| {
                if let Some(engine) = weak.upgrade().map(Self) {
                    engine.told(file, told);
                }
            };
            RefCell::new(Inner {
                live: None,
                flight: Flight::default(),
                readers: Readers::new(told),
                current: Vec::new(),
                terms: Rc::default(),
                kept: BTreeMap::new(),
                rev: 0,
                jobs: 0,
                patience: None,
                waiting: Vec::new(),
                hear: Rc::new(hear),
            })
        }));
        engine.spawn();
        engine
    }

    /// A name for a job that none has had yet.
    pub fn fresh_job(&self) -> JobId {
        self.0.borrow_mut().fresh_job()
    }

    /// Writes a report of the articles that the page has.
    pub fn export(&self) {
        let job = self.fresh_job();
        self.send(Work::Export(job));
    }

    /// Brings the worker to what the page has.
    pub fn keep(&self, articles: Vec<(ArticleId, Rc<Article>)>, terms: Rc<Terms>) {
        let inner = &mut *self.0.borrow_mut();
        inner.current = articles;
        inner.terms = terms;
        inner.feed();
    }

    /// Brings the worker to what the page has at `rev`, and compares it where there are two articles or more.
    pub fn compare(&self, rev: u32, articles: Vec<(ArticleId, Rc<Article>)>, terms: Rc<Terms>) {
        let enough = articles.len() > 1;
        self.0.borrow_mut().rev = rev;
        self.keep(articles, terms);
        if enough {
            self.send(Work::Compare(rev));
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
        let inner = &mut *self.0.borrow_mut();
        inner.feed();
        inner.post_work(&work);
        inner.flight.sent(work);
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
        let live = start(&Rc::downgrade(&self.0));
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
                self.0.borrow_mut().live.iter_mut().for_each(Live::listens);
            } else {
                self.crashed();
            }
            return;
        }
        let answered = self.0.borrow_mut().flight.answered(&reply);
        match (reply, answered) {
            (Reply::Foreign { format, .. }, Some(Work::Parse(parcel))) => self.open(parcel, format),
            (reply, _) => self.say(Event::Reply(reply, bytes)),
        }
        self.wake();
    }

    /// Clears up after a worker that died. What it was at is given up, so that it cannot kill the next one too; the rest is sent again.
    fn crashed(&self) {
        let (given_up, rest) = {
            let inner = &mut *self.0.borrow_mut();
            let started = inner.live.take().is_some_and(|live| live.is_listening());
            inner.kept.clear();
            // One that did not even start would not start a second time either.
            let given_up = if started { inner.flight.culprit().into_iter().collect() } else { inner.flight.drain() };
            (given_up, !inner.flight.is_empty())
        };
        if rest {
            self.spawn();
        }
        if given_up.is_empty() {
            let rev = self.0.borrow().rev;
            self.say(Event::Stopped(rev));
        }
        for work in given_up {
            self.say(match work {
                Work::Compare(rev) => Event::Stopped(rev),
                Work::Parse(parcel) => Event::refused(parcel.job, "Reading it stopped unexpectedly. Your other articles are safe."),
                Work::Export(job) => {
                    let error = "Writing the report stopped unexpectedly. Your articles are safe.".to_owned();
                    Event::Reply(Reply::NotExported { job, error }, Vec::new())
                }
            });
        }
        self.wake();
    }

    fn say(&self, event: Event) {
        let hear = self.0.borrow().hear.clone();
        hear(event);
    }
}

impl Inner {
    fn fresh_job(&mut self) -> JobId {
        self.jobs += 1;
        JobId(self.jobs)
    }

    fn post(&mut self, request: &Request, bytes: Option<&[u8]>) {
        if let (Some(live), Some(message)) = (&mut self.live, envelope::seal(request, bytes)) {
            live.post(message);
        }
    }

    fn post_work(&mut self, work: &Work) {
        let ids = || self.current.iter().map(|(id, _)| *id).collect();
        let terms = || (*self.terms).clone();
        match work {
            Work::Compare(rev) => self.post(&Request::Compare { rev: *rev, ids: ids(), terms: terms() }, None),
            Work::Export(job) => self.post(&Request::Export { job: *job, ids: ids(), terms: terms() }, None),
            Work::Parse(parcel) => {
                let Source { name, media_type, bytes } = &parcel.source;
                let request = Request::Parse { job: parcel.job, name: name.clone(), media_type: media_type.clone() };
                self.post(&request, Some(bytes));
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
}

fn start(engine: &Weak<RefCell<Inner>>) -> Option<Live> {
    let engine = engine.clone();
    Live::start(&scope::worker_address(Module::Page)?, move |sign| {
        let Some(engine) = engine.upgrade().map(Engine) else { return };
        match sign {
            Sign::Message(data) => engine.heard(data),
            Sign::Died => engine.crashed(),
        }
    })
}
