//! Both ends of the worker: the page's, which starts it, and its own.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker, WorkerOptions, WorkerType, js_sys};

use crate::platform;

/// Starts a worker; `heard` gets what it says.
pub(crate) fn start(heard: impl Fn(String) + 'static) {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let Some(worker) = platform::worker_address().and_then(|address| Worker::new_with_options(&address, &options).ok()) else {
        return heard("The engine could not start.".to_owned());
    };
    let posting = worker.clone();
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let text = event.data().as_string().unwrap_or_default();
        if text == "Ready" {
            // Nothing is posted before: a message to a worker that has no listener yet would be lost.
            posting.post_message(&JsValue::from_str("ping")).ok();
        } else {
            heard(text);
        }
    });
    worker.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
}

/// Serves the engine from inside a worker.
pub(crate) fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let posting = scope.clone();
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let text = event.data().as_string().unwrap_or_default();
        posting.post_message(&JsValue::from_str(&format!("The engine answers {text}."))).ok();
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
    scope.post_message(&JsValue::from_str("Ready")).ok();
}
