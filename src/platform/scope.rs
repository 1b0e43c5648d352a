//! Where this instance runs.

use js_sys::{Reflect, encode_uri_component, global};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, Document, Element};

/// Whether this is a worker and not a window.
pub fn in_worker() -> bool {
    global().is_instance_of::<DedicatedWorkerGlobalScope>()
}

/// The element that the page is mounted in.
pub fn app_root() -> Option<Element> {
    document()?.get_element_by_id("app")
}

/// The document, in a window.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The address to start the worker at: its script, told which module and wasm this page itself runs, so that both are of one build.
pub fn worker_address() -> Option<String> {
    let boot = Reflect::get(&global(), &JsValue::from_str("__crossread")).ok()?;
    let part = |name: &str| Reflect::get(&boot, &JsValue::from_str(name)).ok()?.as_string();
    let encoded = |name: &str| Some(String::from(encode_uri_component(&part(name)?)));
    Some(format!("{}?module={}&wasm={}", part("worker")?, encoded("module")?, encoded("wasm")?))
}
