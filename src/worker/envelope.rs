//! How messages travel: a JSON string, and bytes beside it where there are any, as a two-element array.

use js_sys::{Array, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};

/// Packs a message. `None` cannot happen with the protocol's types, which all have JSON forms.
pub(super) fn seal<T: Serialize>(message: &T, bytes: Option<&[u8]>) -> Option<JsValue> {
    let text = serde_json::to_string(message).ok()?;
    let envelope = Array::of1(&JsValue::from_str(&text));
    if let Some(bytes) = bytes {
        envelope.push(&Uint8Array::from(bytes));
    }
    Some(envelope.into())
}

/// Unpacks a message; `None` when it is none of ours.
pub(super) fn open<T: DeserializeOwned>(data: JsValue) -> Option<(T, Vec<u8>)> {
    let envelope = data.dyn_into::<Array>().ok()?;
    let message = serde_json::from_str(&envelope.get(0).as_string()?).ok()?;
    let bytes = envelope.get(1).dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
    Some((message, bytes))
}
