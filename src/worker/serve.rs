//! The worker's side.

use std::cell::RefCell;

use js_sys::global;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::{bench::Bench, envelope};
use crate::protocol::{PROTOCOL, Reply, Request};

/// Listens for requests for as long as the worker lives.
pub fn serve() {
    let Ok(scope) = global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let posting = scope.clone();
    let post = move |reply: Reply, bytes: Option<Vec<u8>>| {
        if let Some(message) = envelope::seal(&reply, bytes.as_deref()) {
            // Fails only when the page is gone.
            let _ = posting.post_message(&message);
        }
    };
    post(Reply::Ready { protocol: PROTOCOL }, None);
    let bench = RefCell::new(Bench::default());
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some((request, bytes)) = envelope::open::<Request>(event.data()) {
            bench.borrow_mut().answer(request, bytes, &mut |reply, bytes| post(reply, bytes));
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
}
