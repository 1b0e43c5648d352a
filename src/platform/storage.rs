//! What survives a reload: one record in this browser's own database.

use std::rc::Rc;

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

const DATABASE: &str = "crossread";
const STORE: &str = "session";
const KEY: &str = "current";

/// Reads what was saved: JSON texts in order, empty when there is nothing.
///
/// # Errors
/// When the browser has no storage for this page.
pub async fn load() -> Result<Vec<String>, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let saved = transaction.object_store(STORE)?.get(JsValue::from_str(KEY))?.await?;
    transaction.await?;
    database.close();
    let texts = saved.and_then(|saved| saved.dyn_into::<Array>().ok()).unwrap_or_default();
    Ok(texts.iter().filter_map(|text| text.as_string()).collect())
}

/// Saves texts in place of what there was, in one transaction: never half of it.
///
/// Texts that are there and that `own` denies come from another tab: they stay, after the others, and `true` tells that there are any. To save
/// no texts deletes everything, theirs included.
///
/// # Errors
/// When the browser has no storage for this page, or no room in it.
pub async fn save(texts: &[Rc<str>], own: impl Fn(&str) -> bool) -> Result<bool, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(STORE)?;
    let mut others = Vec::new();
    if texts.is_empty() {
        store.delete(JsValue::from_str(KEY))?.await?;
    } else {
        let there = store.get(JsValue::from_str(KEY))?.await?.and_then(|saved| saved.dyn_into::<Array>().ok()).unwrap_or_default();
        others.extend(there.iter().filter(|text| text.as_string().is_some_and(|text| !own(&text))));
        let all: Array = texts.iter().map(|text| JsValue::from_str(text)).chain(others.iter().cloned()).collect();
        store.put(&all, Some(&JsValue::from_str(KEY)))?.await?;
    }
    transaction.commit()?.await?;
    database.close();
    Ok(!others.is_empty())
}

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            // Fails only if it is there already.
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    request.await
}
