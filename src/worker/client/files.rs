//! Files: parsed by the engine, or opened by the readers first.

use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use crossread_engine::Source;
use crossread_engine::ingest::Format;

use super::super::event::Event;
use super::super::flight::Work;
use super::super::parcel::Parcel;
use super::super::readers::Told;
use super::Engine;
use crate::protocol::{Given, JobId, Reply};

impl Engine {
    /// Parses a source. Where it has to be opened first, what is found in it is parsed.
    pub fn parse(&self, job: JobId, source: Source) {
        self.send(Work::Parse(Rc::new(Parcel { job, of: job, source })));
    }

    /// Waits until a file that was given to [`Engine::parse`] and all that was found in it is parsed, refused or given up.
    pub async fn done(&self, file: JobId) {
        poll_fn(|context| {
            let inner = &mut *self.0.borrow_mut();
            if !inner.flight.has(file) && !inner.readers.has(file) {
                return Poll::Ready(());
            }
            inner.waiting.push(context.waker().clone());
            Poll::Pending
        })
        .await;
    }

    /// Gives up opening a file; what was found in it so far is parsed.
    pub fn skip(&self, file: JobId) {
        let readers = self.0.borrow().readers.clone();
        readers.skip(file);
        self.wake();
    }

    /// Gives up everything that is being opened or parsed.
    pub fn stop(&self) {
        let (readers, parsing) = {
            let inner = &mut *self.0.borrow_mut();
            (inner.readers.clone(), inner.flight.forget_parses())
        };
        readers.stop();
        // It would go on with what nobody waits for any more.
        if parsing {
            self.spawn();
        }
        self.wake();
    }

    /// Has the readers open what the engine calls foreign.
    pub(super) fn open(&self, parcel: Rc<Parcel>, format: Format) {
        // Nobody else has it any more: the flight has given it up.
        let Some(Parcel { job, of, source }) = Rc::into_inner(parcel) else { return };
        if job == of {
            let readers = self.0.borrow().readers.clone();
            readers.open(job, source, format);
        } else {
            // The readers open what lies in files themselves; what they leave is not to go round in circles.
            self.say(Event::refused(job, format!("It is {} inside another file. Take it out and bring it by itself.", format.name())));
        }
    }

    /// Takes what the readers tell of a file.
    pub(super) fn told(&self, file: JobId, told: Told) {
        match told {
            Told::Loading => self.say(Event::Opening { file, loading: true }),
            Told::Opening => self.say(Event::Opening { file, loading: false }),
            Told::Failed(why) => self.say(Event::refused(file, why)),
            Told::Given(Given::Article { name, article }, _) => {
                let job = self.found(file, name);
                self.say(Event::Reply(Reply::Parsed { job, articles: vec![*article], offered: Vec::new(), terms: None }, Vec::new()));
            }
            Told::Given(Given::Source { name, media_type }, bytes) => {
                let job = self.found(file, name.clone());
                self.send(Work::Parse(Rc::new(Parcel { job, of: file, source: Source { name, media_type, bytes } })));
            }
            Told::Given(Given::Refused { name, why }, _) => {
                let job = self.found(file, name);
                self.say(Event::refused(job, why));
            }
            Told::Given(Given::Done, _) => self.say(Event::Opened(file)),
            Told::Given(Given::Ready { .. }, _) => {}
        }
        self.wake();
    }

    /// Says that something was found in a file; the job it is from now on.
    fn found(&self, file: JobId, name: String) -> JobId {
        let job = self.fresh_job();
        self.say(Event::Found { job, name, file });
        job
    }

    /// Has everyone who waits look again.
    pub(super) fn wake(&self) {
        let waiting = std::mem::take(&mut self.0.borrow_mut().waiting);
        waiting.into_iter().for_each(Waker::wake);
    }
}
