//! A running worker.

use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// What a worker lets the page know.
pub(super) enum Sign {
    /// It says something.
    Message(JsValue),
    /// It died, or never came to life.
    Died,
}

/// A running worker; dropping it ends it.
pub(super) struct Live {
    worker: Worker,
    /// Messages that wait for it to listen.
    waiting: Option<Vec<JsValue>>,
    _listeners: [EventListener; 3],
}

impl Live {
    /// Starts the worker at an address; `None` where the browser does not let it.
    pub(super) fn start(address: &str, hear: impl Fn(Sign) + 'static) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(address, &options).ok()?;
        let hear = Rc::new(hear);
        let listen = |kind: &'static str, sign: fn(&Event) -> Sign| {
            let hear = hear.clone();
            EventListener::new(&worker, kind, move |event| hear(sign(event)))
        };
        let listeners = [
            listen("message", |event| Sign::Message(event.unchecked_ref::<MessageEvent>().data())),
            listen("error", |_| Sign::Died),
            listen("messageerror", |_| Sign::Died),
        ];
        Some(Self { worker, waiting: Some(Vec::new()), _listeners: listeners })
    }

    /// Sends a message, at once or as soon as it listens.
    pub(super) fn post(&mut self, message: JsValue) {
        match &mut self.waiting {
            Some(waiting) => waiting.push(message),
            // Fails only for messages that cannot be cloned, which strings and bytes can.
            None => drop(self.worker.post_message(&message)),
        }
    }

    /// It has said that it listens.
    pub(super) fn listens(&mut self) {
        for message in self.waiting.take().unwrap_or_default() {
            drop(self.worker.post_message(&message));
        }
    }

    /// Whether it has said that it listens.
    pub(super) fn is_listening(&self) -> bool {
        self.waiting.is_none()
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
