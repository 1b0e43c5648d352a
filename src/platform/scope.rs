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

/// The modules that a worker can be started on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Module {
    /// The one that this page itself runs.
    Page,
    /// The readers'.
    Readers,
}

/// The address to start a worker at: its script, told which module to run. `static/boot.js` names the modules, so that all are of one build.
pub fn worker_address(module: Module) -> Option<String> {
    let [module, wasm] = match module {
        Module::Page => ["module", "wasm"],
        Module::Readers => ["readersModule", "readersWasm"],
    };
    let boot = Reflect::get(&global(), &JsValue::from_str("__crossread")).ok()?;
    let part = |name: &str| Reflect::get(&boot, &JsValue::from_str(name)).ok()?.as_string();
    let encoded = |name: &str| Some(String::from(encode_uri_component(&part(name)?)));
    Some(format!("{}?module={}&wasm={}", part("worker")?, encoded(module)?, encoded(wasm)?))
}
