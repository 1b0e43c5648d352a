//! Developer tools from crates.io, built from source.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::{find, install};

/// A program of a crate, at one version.
pub(crate) struct CargoTool {
    pub(crate) package: &'static str,
    pub(crate) version: String,
    pub(crate) binary: &'static str,
    /// Further arguments of `cargo install`.
    pub(crate) arguments: &'static [&'static str],
}

impl CargoTool {
    /// The folder to put on the search path, or none when the right version is already on it.
    pub(crate) fn ensure(&self, cache: &Path) -> Result<Option<PathBuf>> {
        if find(self.binary).is_some_and(|path| self.is_right(&path)) {
            return Ok(None);
        }
        let home = cache.join(format!("{}-{}", self.package, self.version));
        let folder = home.join("bin");
        let program = folder.join(format!("{}{}", self.binary, std::env::consts::EXE_SUFFIX));
        if !self.is_right(&program) {
            eprintln!("{} is built from source, which takes some minutes, once", self.package);
            install(&format!("{} {}", self.package, self.version), &mut self.installation(cache, &home))?;
            if !self.is_right(&program) {
                bail!("{} does not run or is not {}", program.display(), self.version);
            }
        }
        Ok(Some(folder))
    }

    fn is_right(&self, program: &Path) -> bool {
        let said = Command::new(program).arg("--version").output().map(|out| String::from_utf8_lossy(&out.stdout).into_owned());
        said.is_ok_and(|said| said.split_whitespace().any(|word| word == self.version))
    }

    fn installation(&self, cache: &Path, home: &Path) -> Command {
        let mut cargo = Command::new("cargo");
        cargo
            .args(["install", "--quiet", self.package, "--version", &self.version, "--force"])
            .args(self.arguments)
            .arg("--root")
            .arg(home);
        // These tools run for seconds: quick to build beats quick to run.
        cargo.env("CARGO_PROFILE_RELEASE_LTO", "off");
        cargo.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        cargo.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS");
        // Away from the workspace, whose configuration is not meant for them.
        cargo.current_dir(cache);
        cargo
    }
}
