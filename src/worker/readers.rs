//! The page's hold on the readers: a worker with a module of its own, started for the first file that needs it, ended when it has nothing to do,
//! and replaced when a file is its undoing.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use crossread_engine::Source;
use crossread_engine::ingest::Format;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;

use super::envelope;
use super::live::{Live, Sign};
use crate::platform::scope::{self, Module};
use crate::protocol::{Given, JobId, Open, PROTOCOL};

/// How long an idle worker waits for the next file, in milliseconds. What a large file took of memory goes back only when the worker ends.
const REST: u32 = 5_000;

const UNLOADED: &str = "The reader for such files could not be loaded. Check the connection and bring the file again; if that does not help, reload \
                        the page. Pages and texts can be read all the same.";
const DIED: &str =
    "Opening it stopped unexpectedly; your other articles are safe. Open it with the program it was made with and copy the text.";

/// What is to be known about a file.
pub(super) enum Told {
    /// It is being opened, once the module is loaded.
    Loading,
    /// It is being opened.
    Opening,
    /// Something of what it holds, with the bytes that came along; [`Given::Done`] ends it.
    Given(Given, Vec<u8>),
    /// It could not be opened, and why, in words.
    Failed(&'static str),
}

type Hear = Rc<dyn Fn(JobId, Told)>;

/// The readers, as the page sees them.
#[derive(Clone)]
pub(super) struct Readers(Rc<RefCell<Inner>>);

struct Inner {
    live: Option<Live>,
    /// Files to open. The worker has the first of them and no other, so that no file goes down with another.
    queue: VecDeque<(JobId, Source, Format)>,
    /// Whether the module has been loaded before: from then on the browser has it at hand.
    loaded: bool,
    rest: Option<Timeout>,
    hear: Hear,
}

impl Readers {
    /// Nothing is started yet; `hear` gets what is to be known about the files.
    pub(super) fn new(hear: impl Fn(JobId, Told) + 'static) -> Self {
        Self(Rc::new(RefCell::new(Inner { live: None, queue: VecDeque::new(), loaded: false, rest: None, hear: Rc::new(hear) })))
    }

    /// Opens a file, after those that came before it.
    pub(super) fn open(&self, file: JobId, source: Source, format: Format) {
        let free = {
            let inner = &mut *self.0.borrow_mut();
            inner.rest = None;
            inner.queue.push_back((file, source, format));
            inner.queue.len() == 1
        };
        if free {
            self.next();
        }
    }

    /// Whether a file is still to be opened.
    pub(super) fn has(&self, file: JobId) -> bool {
        self.0.borrow().queue.iter().any(|(of, ..)| *of == file)
    }

    /// Gives up a file.
    pub(super) fn skip(&self, file: JobId) {
        let at_work = {
            let inner = &mut *self.0.borrow_mut();
            let at_work = inner.queue.front().is_some_and(|(of, ..)| *of == file);
            inner.queue.retain(|(of, ..)| *of != file);
            if at_work {
                inner.live = None;
            }
            at_work
        };
        if at_work {
            self.next();
        }
    }

    /// Gives up everything.
    pub(super) fn stop(&self) {
        let inner = &mut *self.0.borrow_mut();
        inner.queue.clear();
        inner.live = None;
    }

    /// Goes on to the first file of the queue, if there is one.
    fn next(&self) {
        let (told, file, hear) = {
            let inner = &mut *self.0.borrow_mut();
            if inner.queue.is_empty() {
                inner.rest = inner.live.is_some().then(|| rest(Rc::downgrade(&self.0)));
                return;
            }
            if inner.live.is_none() {
                inner.live = start(&Rc::downgrade(&self.0));
            }
            let Some((file, source, format)) = inner.queue.front_mut() else { return };
            let told = match &mut inner.live {
                Some(live) => {
                    // The worker has the bytes from here on: no fresh one gets a file that one has died of.
                    let bytes = std::mem::take(&mut source.bytes);
                    let request = Open { name: source.name.clone(), media_type: source.media_type.clone(), format: *format };
                    envelope::seal(&request, Some(&bytes)).into_iter().for_each(|message| live.post(message));
                    if inner.loaded { Told::Opening } else { Told::Loading }
                }
                None => Told::Failed(UNLOADED),
            };
            (told, *file, inner.hear.clone())
        };
        if matches!(told, Told::Failed(_)) {
            self.0.borrow_mut().queue.pop_front();
            hear(file, told);
            self.next();
        } else {
            hear(file, told);
        }
    }

    fn heard(&self, data: JsValue) {
        let Some((given, bytes)) = envelope::open::<Given>(data) else { return };
        let Some((file, hear)) = self.at() else { return };
        match given {
            Given::Ready { protocol: PROTOCOL } => {
                {
                    let inner = &mut *self.0.borrow_mut();
                    inner.loaded = true;
                    inner.live.iter_mut().for_each(Live::listens);
                }
                hear(file, Told::Opening);
            }
            Given::Ready { .. } => self.died(),
            Given::Done => {
                self.0.borrow_mut().queue.pop_front();
                hear(file, Told::Given(Given::Done, bytes));
                self.next();
            }
            given => hear(file, Told::Given(given, bytes)),
        }
    }

    /// Clears up after a worker that died, or never listened: the file it was at is given up, and the next gets a fresh one.
    fn died(&self) {
        let at = self.at();
        let why = {
            let inner = &mut *self.0.borrow_mut();
            inner.queue.pop_front();
            if inner.live.take().is_some_and(|live| live.is_listening()) { DIED } else { UNLOADED }
        };
        if let Some((file, hear)) = at {
            hear(file, Told::Failed(why));
        }
        self.next();
    }

    /// The file that the worker is at, and who is to hear of it.
    fn at(&self) -> Option<(JobId, Hear)> {
        let inner = self.0.borrow();
        inner.queue.front().map(|(file, ..)| (*file, inner.hear.clone()))
    }
}

fn start(readers: &Weak<RefCell<Inner>>) -> Option<Live> {
    let readers = readers.clone();
    Live::start(&scope::worker_address(Module::Readers)?, move |sign| {
        let Some(readers) = readers.upgrade().map(Readers) else { return };
        match sign {
            Sign::Message(data) => readers.heard(data),
            Sign::Died => readers.died(),
        }
    })
}

/// Ends the worker after a while.
fn rest(readers: Weak<RefCell<Inner>>) -> Timeout {
    Timeout::new(REST, move || {
        if let Some(inner) = readers.upgrade() {
            inner.borrow_mut().live = None;
        }
    })
}
