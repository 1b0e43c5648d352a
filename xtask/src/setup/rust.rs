//! Parts of the pinned Rust toolchain.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::{find, install};
use crate::step::output;

/// Makes sure that the toolchain can compile for `target`.
pub(crate) fn ensure_target(target: &str) -> Result<()> {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
    // A target's libraries on disk say more than rustup's list: they may also come from a distribution's package.
    if PathBuf::from(sysroot.trim()).join("lib/rustlib").join(target).join("lib").is_dir() {
        return Ok(());
    }
    install(&format!("the Rust target {target}"), Command::new("rustup").args(["target", "add", target]))
}

/// Makes sure that the toolchain has a component, by the program it brings.
pub(crate) fn ensure_component(component: &str, program: &str) -> Result<()> {
    let runs = |program: &str| Command::new(program).arg("--version").output().is_ok_and(|out| out.status.success());
    if find(program).is_some() && runs(program) {
        return Ok(());
    }
    install(&format!("the Rust component {component}"), Command::new("rustup").args(["component", "add", component]))
}
