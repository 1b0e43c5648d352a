//! Where things are in this clone.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_owned()
}

/// Where the optimised bundle goes.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The version that `Cargo.lock` gives a package.
pub(crate) fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let heading = format!("name = \"{package}\"\nversion = \"");
    let found = lock.split_once(&heading).and_then(|(_, rest)| rest.split_once('"')).map(|(version, _)| version.to_owned());
    found.with_context(|| format!("Cargo.lock lists no package {package}"))
}
