//! The browser's driver, a process of ours.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tempfile::TempDir;

/// As root, and quiet: no sandbox, no services of the browser's own, no name that resolves to another machine.
const ARGUMENTS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1440,900",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// A running driver. It ends with the value.
pub(crate) struct Driver {
    process: Child,
    url: String,
    profile: TempDir,
}

impl Driver {
    pub(crate) fn start() -> Result<Self> {
        let profile = tempfile::tempdir().context("cannot make a folder for the browser's profile")?;
        let mut command = Command::new("chromedriver");
        command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().context("cannot start chromedriver: `cargo xtask setup` installs it")?;
        let said = BufReader::new(process.stdout.take().context("chromedriver has no output")?);
        let port = said.lines().map_while(Result::ok).find_map(|line| port_in(&line)).context("chromedriver told no port")?;
        Ok(Self { process, url: format!("http://127.0.0.1:{port}"), profile })
    }

    /// Opens a browser with an empty profile.
    pub(crate) async fn open_browser(&self) -> Result<Client> {
        let profile = format!("--user-data-dir={}", self.profile.path().display());
        let arguments: Vec<&str> = ARGUMENTS.into_iter().chain([profile.as_str()]).collect();
        let wanted = json!({
            "goog:chromeOptions": { "args": arguments },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(wanted.as_object().cloned().unwrap_or_default());
        builder.connect(&self.url).await.context("cannot open a browser")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Its browser was closed through the session; what is left is the driver itself.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// From "ChromeDriver was started successfully on port 12345."
fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("successfully on port ")?;
    rest.trim_end_matches('.').parse().ok()
}
