//! How the page looks, and whether everybody can use it.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::Page;
use crate::command::devtools;

/// Runs axe and lists what it finds, one line each.
const AXE: &str = "
const done = arguments[arguments.length - 1];
const line = (found, node) => `${found.id} (${found.impact}): ${found.help} – ${node.target.join(' ')}: ${node.html}`;
axe.run(document, { resultTypes: ['violations'], preload: false })
  .then(({ violations }) => done(violations.flatMap((found) => found.nodes.map((node) => line(found, node)))))
  .catch((error) => done([`axe failed: ${error}`]));";

/// Waits for transitions to end; one that never ends, like a spinner's, is not waited for.
const CALM: &str = "
const ends = (animation) => animation.effect.getComputedTiming().endTime !== Infinity;
return Promise.allSettled(document.getAnimations().filter(ends).map((animation) => animation.finished)).then(() => true);";

impl Page {
    /// Sets the width and height of the page's view.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        devtools(&self.client, "Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
    }

    /// Has the reader's system ask for `light` or `dark`.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn colour_scheme(&self, scheme: &str) -> Result<()> {
        self.media_feature("prefers-color-scheme", scheme).await
    }

    /// Has the reader's system ask for something else: `prefers-contrast: more`, `forced-colors: active`, `prefers-reduced-motion: reduce`.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn media_feature(&self, name: &str, value: &str) -> Result<()> {
        let features = json!({ "features": [{ "name": name, "value": value }] });
        devtools(&self.client, "Emulation.setEmulatedMedia", features).await.map(drop)
    }

    /// Checks that nothing makes the page wider than its view.
    ///
    /// # Errors
    /// Says how wide the page is.
    pub async fn fits(&self) -> Result<()> {
        let widths = self.run("return [document.documentElement.scrollWidth, document.documentElement.clientWidth]", vec![]).await?;
        if widths[0].as_f64() > widths[1].as_f64() {
            bail!("the page is {} wide in a view of {}", widths[0], widths[1]);
        }
        Ok(())
    }

    /// Takes a picture of the whole page at its present width, and tells where it is: `target/e2e/NAME.png`.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        self.run(CALM, vec![]).await?;
        let size = self.run("return [innerWidth, innerHeight, document.documentElement.scrollHeight]", vec![]).await?;
        let [width, height, whole] = [0, 1, 2].map(|i| u32::try_from(size[i].as_u64().unwrap_or_default()).unwrap_or_default());
        self.resize(width, whole.max(height)).await?;
        let picture = self.client.screenshot().await?;
        self.resize(width, height).await?;
        let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/e2e"));
        std::fs::create_dir_all(&folder).context("cannot make target/e2e")?;
        let path = folder.join(format!("{}.png", name.replace(|c: char| !c.is_alphanumeric(), "-")));
        std::fs::write(&path, picture).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(path)
    }

    /// Checks the page as it is now with axe.
    ///
    /// # Errors
    /// Lists every violation.
    pub async fn is_accessible(&self) -> Result<()> {
        let path = std::env::var("CROSSREAD_AXE").context("CROSSREAD_AXE names no axe.min.js: `cargo xtask browser` sets it")?;
        let axe = std::fs::read_to_string(&path).with_context(|| format!("cannot read {path}"))?;
        self.run(&axe, vec![]).await?;
        // Between two colours the contrast is of neither.
        self.run(CALM, vec![]).await?;
        let found = self.client.execute_async(AXE, vec![]).await?;
        let lines: Vec<&str> = found.as_array().into_iter().flatten().filter_map(|line| line.as_str()).collect();
        if !lines.is_empty() {
            bail!("axe finds:\n{}", lines.join("\n"));
        }
        Ok(())
    }

    /// Checks the page as it is now with axe, by day and by night.
    ///
    /// # Errors
    /// Lists every violation.
    pub async fn is_accessible_light_and_dark(&self) -> Result<()> {
        for scheme in ["light", "dark"] {
            self.colour_scheme(scheme).await?;
            self.is_accessible().await.context(scheme)?;
        }
        self.colour_scheme("light").await
    }
}
