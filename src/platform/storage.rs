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
/// # Errors
/// When the browser has no storage for this page, or no room in it.
pub async fn save(texts: &[Rc<str>]) -> Result<(), Error> {
    let texts: Array = texts.iter().map(|text| JsValue::from_str(text)).collect();
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(STORE)?;
    if texts.length() == 0 {
        store.delete(JsValue::from_str(KEY))?.await?;
    } else {
        store.put(&texts, Some(&JsValue::from_str(KEY)))?.await?;
    }
    transaction.commit()?.await?;
    database.close();
    Ok(())
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
