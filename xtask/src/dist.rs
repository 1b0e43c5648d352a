//! The optimised bundle: `dist/`, for any path of any static host.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project;
use crate::setup::Tools;
use crate::step::run;

/// What the page may do: load its own files and nothing else. It can contact no other origin.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
                      worker-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// Builds the bundle.
pub(crate) fn build(tools: &Tools) -> Result<()> {
    // What the page needs from crates.io is fetched first: Trunk itself then runs without a network.
    run(Command::new("cargo").args(["fetch", "--locked", "--target", "wasm32-unknown-unknown"]).current_dir(project::root()))?;
    run(trunk(tools)?.args(["build", "--release", "--offline"]))
}

/// Builds as one works on the page: quick builds, no policy, a rebuild and reload at every change. Runs until it is stopped.
pub(crate) fn watch(tools: &Tools) -> Result<()> {
    run(trunk(tools)?.args(["serve", "--offline", "--serve-base", "/", "--dist", "target/watch"]))
}

fn trunk(tools: &Tools) -> Result<Command> {
    let mut trunk = tools.command("trunk")?;
    // Trunk takes `NO_COLOR=1` for a malformed flag.
    trunk.env_remove("NO_COLOR");
    Ok(trunk)
}

/// Trunk's post-build hook: puts the policy into a release build. A development build goes without, as Trunk's reload script is inline.
pub(crate) fn insert_policy() -> Result<()> {
    let profile = std::env::var("TRUNK_PROFILE").context("this is a hook: `cargo xtask dist` runs it")?;
    if profile != "release" {
        return Ok(());
    }
    let staging = std::env::var_os("TRUNK_STAGING_DIR").context("Trunk names no staging folder")?;
    let path = std::path::Path::new(&staging).join("index.html");
    let page = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    std::fs::write(&path, with_policy(&page)?).with_context(|| format!("cannot write {}", path.display()))
}

/// The page with the policy ahead of everything that it governs.
fn with_policy(page: &str) -> Result<String> {
    for inline in ["<style", " style=", "<script>", " onclick=", " onload="] {
        if page.contains(inline) {
            bail!("index.html has an inline `{}`, which the content-security policy forbids", inline.trim());
        }
    }
    let (before, after) = page.split_once("<head>").context("index.html has no <head>")?;
    Ok(format!("{before}<head><meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_comes_first() {
        let page = with_policy("<html><head><meta charset=utf-8></head></html>").unwrap();
        assert!(page.contains("<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'"));
        assert!(page.ends_with("form-action 'none'\"><meta charset=utf-8></head></html>"));
    }

    #[test]
    fn what_the_policy_would_block_is_refused_at_build_time() {
        assert!(with_policy("<head><script>start()</script></head>").is_err());
        assert!(with_policy("<head></head><p style='color: red'>").is_err());
        assert!(with_policy("<p>no head").is_err());
    }
}
