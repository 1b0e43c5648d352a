//! The workers' side.

use std::cell::RefCell;

use js_sys::global;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::{bench::Bench, envelope, opening};
use crate::protocol::{Given, PROTOCOL, Reply};

/// Serves the engine for as long as the worker lives.
pub fn serve() {
    let bench = RefCell::new(Bench::default());
    listen(&Reply::Ready { protocol: PROTOCOL }, move |request, bytes, post| bench.borrow_mut().answer(request, bytes, post));
}

/// Serves the readers for as long as the worker lives.
pub fn serve_readers() {
    listen(&Given::Ready { protocol: PROTOCOL }, opening::answer);
}

/// Says that it is ready, then answers every message. `answer` is given the message, the bytes that came along, and what posts a reply.
fn listen<Q, R>(ready: &R, answer: impl Fn(Q, Vec<u8>, &mut dyn FnMut(R, Option<Vec<u8>>)) + 'static)
where
    Q: DeserializeOwned + 'static,
    R: Serialize + 'static,
{
    let Ok(scope) = global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let posting = scope.clone();
    let post = move |reply: &R, bytes: Option<&[u8]>| {
        if let Some(message) = envelope::seal(reply, bytes) {
            // Fails only when the page is gone.
            let _ = posting.post_message(&message);
        }
    };
    post(ready, None);
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some((request, bytes)) = envelope::open::<Q>(event.data()) {
            answer(request, bytes, &mut |reply, bytes| post(&reply, bytes.as_deref()));
        }
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
}
