//! Developer tools from npm: Binaryen for the bundle, axe for the browser suite.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{find, install};
use crate::project;

/// The `node_modules` that the lock file asks for. It lies in the cache, one for each state of the lock file.
pub(crate) fn ensure_modules(cache: &Path) -> Result<PathBuf> {
    let root = project::root();
    let lock = std::fs::read(root.join("package-lock.json")).context("cannot read package-lock.json")?;
    let mut hasher = DefaultHasher::new();
    lock.hash(&mut hasher);
    let home = cache.join(format!("npm-{:016x}", hasher.finish()));
    let modules = home.join("node_modules");
    // npm writes this file last, so an interrupted installation is not taken for a whole one.
    if modules.join(".package-lock.json").is_file() {
        return Ok(modules);
    }
    let npm = find("npm").context("npm is missing. Install Node.js 20 or newer: https://nodejs.org, or `apt-get install nodejs npm`")?;
    std::fs::create_dir_all(&home).with_context(|| format!("cannot make {}", home.display()))?;
    for file in ["package.json", "package-lock.json"] {
        std::fs::copy(root.join(file), home.join(file)).with_context(|| format!("cannot copy {file} to {}", home.display()))?;
    }
    let mut ci = Command::new(npm);
    ci.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "--prefix"]).arg(&home).current_dir(&home);
    install("Binaryen and axe from npm", &mut ci)?;
    Ok(modules)
}
