//! WebDriver commands that the client library does not know.

use anyhow::Result;
use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command on the session: GET without a body, POST with one.
#[derive(Debug)]
struct Command {
    path: String,
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match &self.body {
            Some(body) => (Method::POST, Some(body.to_string())),
            None => (Method::GET, None),
        }
    }
}

/// Asks the session for something.
pub(crate) async fn get(client: &Client, path: String) -> Result<Value> {
    Ok(client.issue_cmd(Command { path, body: None }).await?)
}

/// Takes what a log holds since it was last taken. Chromium only.
pub(crate) async fn take_log(client: &Client, kind: &str) -> Result<Vec<Value>> {
    let entries = client.issue_cmd(Command { path: "se/log".to_owned(), body: Some(json!({ "type": kind })) }).await?;
    Ok(entries.as_array().cloned().unwrap_or_default())
}

/// Sends a command of the DevTools protocol. Chromium only.
pub(crate) async fn devtools(client: &Client, name: &str, parameters: Value) -> Result<Value> {
    let body = json!({ "cmd": name, "params": parameters });
    Ok(client.issue_cmd(Command { path: "goog/cdp/execute".to_owned(), body: Some(body) }).await?)
}
