//! Pasting.

use crossread_engine::Source;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ClipboardEvent, ClipboardItem, Element};

use super::files::{Brought, text_source, transferred};

/// What pasted text goes by.
const NAME: &str = "Pasted text";

/// What a paste brings.
pub fn pasted(event: &ClipboardEvent) -> Brought {
    event.clipboard_data().map(|data| transferred(&data, NAME)).unwrap_or_default()
}

/// Typed text as a source.
pub fn typed(text: &str) -> Source {
    text_source(NAME, "text/plain", text)
}

/// Whether an event comes from where the reader types.
pub fn in_field(event: &web_sys::Event) -> bool {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return false };
    // A slider takes no text.
    let is_text = element.get_attribute("type").as_deref() != Some("range");
    (is_text && matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
        || element.closest("[contenteditable]").is_ok_and(|e| e.is_some())
}

/// The clipboard's content as a source, rich where it is. `None` where the browser does not let the page look, or there is no text.
pub async fn read() -> Option<Source> {
    let clipboard = web_sys::window()?.navigator().clipboard();
    // Absent outside secure contexts and in older browsers.
    if JsValue::from(clipboard.clone()).is_undefined() || !js_sys::Reflect::has(&clipboard, &"read".into()).ok()? {
        return None;
    }
    let items: Array = JsFuture::from(clipboard.read()).await.ok()?.dyn_into().ok()?;
    for kind in ["text/html", "text/plain"] {
        for item in items.iter().filter_map(|item| item.dyn_into::<ClipboardItem>().ok()) {
            if !item.types().iter().any(|has| has == kind) {
                continue;
            }
            let blob: Blob = JsFuture::from(item.get_type(kind)).await.ok()?.dyn_into().ok()?;
            let text = JsFuture::from(blob.text()).await.ok()?.as_string()?;
            if !text.trim().is_empty() {
                return Some(text_source(NAME, kind, &text));
            }
        }
    }
    None
}
