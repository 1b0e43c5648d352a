//! The optimised bundle: `dist/`, for any path of any static host.

use std::process::Command;

use anyhow::Result;

use crate::project;
use crate::setup::Tools;
use crate::step::run;

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
