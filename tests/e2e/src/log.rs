//! What the browser said and asked for.

use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use fantoccini::Client;
use serde_json::Value;

use crate::command::take_log;

/// Everything taken from the browser's logs so far: taking empties them there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log {
    console: Arc<Mutex<Vec<String>>>,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Log {
    /// Warnings and errors on the console: of scripts, of the network and of the content-security policy.
    pub(crate) async fn console(&self, client: &Client) -> Result<Vec<String>> {
        let bad = |entry: &Value| matches!(entry["level"].as_str(), Some("WARNING" | "SEVERE"));
        let said =
            |entry: &Value| format!("{}: {}", entry["level"].as_str().unwrap_or_default(), entry["message"].as_str().unwrap_or_default());
        let new = take_log(client, "browser").await?.iter().filter(|entry| bad(entry)).map(said).collect();
        Ok(extended(&self.console, new))
    }

    /// Addresses that the page asked for.
    pub(crate) async fn requests(&self, client: &Client) -> Result<Vec<String>> {
        let new = take_log(client, "performance").await?.iter().filter_map(address).collect();
        Ok(extended(&self.requests, new))
    }
}

impl Log {
    /// Starts over.
    pub(crate) async fn forget(&self, client: &Client) -> Result<()> {
        self.console(client).await?;
        self.requests(client).await?;
        for kept in [&self.console, &self.requests] {
            kept.lock().unwrap_or_else(PoisonError::into_inner).clear();
        }
        Ok(())
    }
}

fn extended(kept: &Mutex<Vec<String>>, new: Vec<String>) -> Vec<String> {
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    kept.extend(new);
    kept.clone()
}

/// The address of a network event, which comes as JSON in a string.
fn address(entry: &Value) -> Option<String> {
    let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    let event = &event["message"];
    let url = match event["method"].as_str()? {
        "Network.requestWillBeSent" => &event["params"]["request"]["url"],
        "Network.webSocketCreated" => &event["params"]["url"],
        _ => return None,
    };
    url.as_str().map(str::to_owned)
}
