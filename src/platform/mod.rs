//! What the page asks of the browser.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Reflect, global};

/// Whether this instance runs in a dedicated worker.
pub(crate) fn in_worker() -> bool {
    global().is_instance_of::<web_sys::DedicatedWorkerGlobalScope>()
}

/// The element that the view is mounted in.
pub(crate) fn app_root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id("app")
}

/// The address to start the worker at: `worker.js`, told which module and wasm this page itself runs.
pub(crate) fn worker_address() -> Option<String> {
    let boot = Reflect::get(&global(), &JsValue::from_str("__crossread")).ok()?;
    let part = |name: &str| Reflect::get(&boot, &JsValue::from_str(name)).ok()?.as_string();
    let encoded = |name: &str| Some(String::from(web_sys::js_sys::encode_uri_component(&part(name)?)));
    Some(format!("{}?module={}&wasm={}", part("worker")?, encoded("module")?, encoded("wasm")?))
}
