//! The page in a real browser, found and used as a reader does: by role and label.
//!
//! A test is a [`journey`]: it gets a fresh browser on the bundle, served under a path of some depth, and at its end the
//! console must be clean and everything that was asked for must have been a file of the bundle.
//!
//! ```no_run
//! # use crossread_e2e::journey;
//! # async fn test() {
//! journey("two articles are linked", |page| async move {
//!     page.drop_files(&[("a.txt", "text/plain", b"One text."), ("b.txt", "text/plain", b"Another.")]).await?;
//!     page.get("button", "Next difference").await?.click().await?;
//!     page.sees("Difference 1 of 2").await?;
//!     page.is_accessible().await
//! })
//! .await;
//! # }
//! ```

mod bring;
mod command;
mod driver;
mod find;
mod log;
mod view;

use std::future::Future;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use crossread_host::Host;
use fantoccini::Client;

pub use bring::File;
pub use find::Found;
use log::Log;

/// Somewhere deep, as a bundle on a shared host may be.
const BASE: &str = "/some/path/";

/// The page in a browser.
#[derive(Clone, Debug)]
pub struct Page {
    client: Client,
    host: Host,
    log: Log,
}

/// Runs one test in a browser of its own. A failure leaves a picture in `target/e2e/`, named after the test.
///
/// # Panics
/// When the test fails, the console is not clean or something was asked for that is no file of the bundle.
pub async fn journey<T, F>(name: &str, test: T)
where
    T: FnOnce(Page) -> F,
    F: Future<Output = Result<()>> + Send + 'static,
{
    let failure = run(name, test).await.err().map(|error| format!("{error:#}"));
    assert!(failure.is_none(), "{name}: {}", failure.unwrap_or_default());
}

async fn run<T, F>(name: &str, test: T) -> Result<()>
where
    T: FnOnce(Page) -> F,
    F: Future<Output = Result<()>> + Send + 'static,
{
    let host = Host::start(&bundle()?, BASE, 0).context("cannot serve the bundle")?;
    let driver = driver::Driver::start()?;
    let client = driver.open_browser().await?;
    let page = Page { client: client.clone(), host, log: Log::default() };
    page.client.goto(&page.host.url()).await?;
    // In a task of its own, so that the browser is closed in good order even when an assertion panics.
    let walked = tokio::spawn(test(page.clone())).await.context("an assertion failed").and_then(|outcome| outcome);
    let outcome = match walked {
        Ok(()) => page.is_clean().await,
        Err(error) => Err(error.context(page.log.console(&page.client).await?.join("\n"))),
    };
    if outcome.is_err() {
        page.screenshot(name).await?;
    }
    client.close().await?;
    outcome
}

impl Page {
    /// The address the page is served at.
    pub fn url(&self) -> String {
        self.host.url()
    }

    /// The host that serves it, to have it lose or change a file.
    pub fn host(&self) -> &Host {
        &self.host
    }

    /// What speaks WebDriver, for what has no helper here.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Loads the page anew, as a reader's reload does.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn reload(&self) -> Result<()> {
        Ok(self.client.refresh().await?)
    }

    /// Runs a script in the page; its arguments are `arguments[0]` and so on.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn run(&self, script: &str, arguments: Vec<serde_json::Value>) -> Result<serde_json::Value> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// What the console has said so far, warnings and worse.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn console(&self) -> Result<Vec<String>> {
        self.log.console(&self.client).await
    }

    /// Every address asked for so far, by the page or by its worker.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn requests(&self) -> Result<Vec<String>> {
        let mut addresses = self.log.requests(&self.client).await?;
        let origin = self.url().replace(BASE, "");
        addresses.extend(self.host.log().into_iter().map(|answered| format!("{origin}{}", answered.target)));
        addresses.sort();
        addresses.dedup();
        Ok(addresses)
    }

    /// Forgets what the console has said and what was asked for, in a test of what goes wrong on purpose.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn forget(&self) -> Result<()> {
        self.host.forget();
        self.log.forget(&self.client).await
    }

    /// Checks that the console is clean and that nothing was asked for but files of the bundle.
    ///
    /// # Errors
    /// Names what was said or asked for.
    pub async fn is_clean(&self) -> Result<()> {
        let console = self.console().await?;
        if !console.is_empty() {
            bail!("the console is not clean:\n{}", console.join("\n"));
        }
        let own = self.url();
        // `chrome:` is the browser's own first tab, which no page can ask for.
        let known = [own.as_str(), "data:", "blob:", "chrome:"];
        let strange = |address: &String| !known.iter().any(|start| address.starts_with(start));
        let elsewhere: Vec<_> = self.requests().await?.into_iter().filter(strange).collect();
        if !elsewhere.is_empty() {
            bail!("asked for elsewhere: {}", elsewhere.join(", "));
        }
        let missing: Vec<_> = self.host.log().into_iter().filter(|answered| answered.status != 200).collect();
        if !missing.is_empty() {
            bail!("asked for what is no file of the bundle: {missing:?}");
        }
        Ok(())
    }
}

/// The optimised bundle: `CROSSREAD_DIST`, else `dist/` of this clone.
///
/// # Errors
/// When it is not built.
pub fn bundle() -> Result<PathBuf> {
    let chosen = std::env::var_os("CROSSREAD_DIST").map(PathBuf::from);
    let folder = chosen.unwrap_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist")));
    if !folder.join("index.html").is_file() {
        bail!("no bundle in {}: run `cargo xtask dist` first", folder.display());
    }
    Ok(folder)
}
