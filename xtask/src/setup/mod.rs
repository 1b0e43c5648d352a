//! Installs what is missing: once, into a folder of the user's that the next clone finds again.

mod cargo_tool;
mod debian;
mod node;
mod rust;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, anyhow};

use crate::project;
use crate::step::{line, run, step};
use cargo_tool::CargoTool;

/// Tools that are in place, and the search path on which they are found.
pub(crate) struct Tools {
    folders: Vec<PathBuf>,
    modules: PathBuf,
}

/// Everything it takes to build the page.
pub(crate) fn for_building() -> Result<Tools> {
    let cache = cache_folder()?;
    rust::ensure_target("wasm32-unknown-unknown")?;
    // Without its default features Trunk has no TLS: quicker to build, and it can download no tools of its own.
    let arguments = &["--locked", "--no-default-features"];
    let trunk = CargoTool { package: "trunk", version: "0.21.14".to_owned(), binary: "trunk", arguments };
    // Not `--locked`: that lock file may name a dependency newer than a registry's mirror has.
    let wasm_bindgen = project::locked_version("wasm-bindgen")?;
    let arguments = &["--no-default-features"];
    let bindgen = CargoTool { package: "wasm-bindgen-cli", version: wasm_bindgen, binary: "wasm-bindgen", arguments };
    let mut folders = Vec::new();
    folders.extend(trunk.ensure(&cache)?);
    folders.extend(bindgen.ensure(&cache)?);
    let modules = node::ensure_modules(&cache)?;
    folders.push(modules.join(".bin"));
    Ok(Tools { folders, modules })
}

/// Everything it takes to check the project, a browser among it.
pub(crate) fn for_testing() -> Result<Tools> {
    rust::ensure_component("rustfmt", "cargo-fmt")?;
    rust::ensure_component("clippy", "cargo-clippy")?;
    let tools = for_building()?;
    debian::ensure_browser()?;
    Ok(tools)
}

impl Tools {
    /// A command that finds these tools, to be run in the workspace.
    pub(crate) fn command(&self, program: &str) -> Result<Command> {
        let path = self.search_path()?;
        // Which search path finds the program itself, the child's or ours, depends on the system: so it is looked up here.
        let found = find_in(program, std::env::split_paths(&path));
        let mut command = Command::new(found.unwrap_or_else(|| program.into()));
        command.current_dir(project::root()).env("PATH", path);
        Ok(command)
    }

    /// A file of an npm package.
    pub(crate) fn module(&self, path: &str) -> PathBuf {
        self.modules.join(path)
    }

    /// The search path with these tools first.
    pub(crate) fn search_path(&self) -> Result<OsString> {
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(std::env::split_paths(&inherited));
        std::env::join_paths(folders).context("a tool's folder has a character that a search path cannot hold")
    }
}

/// `CROSSREAD_TOOLS`, else `crossread-tools` in the user's cache folder.
fn cache_folder() -> Result<PathBuf> {
    let chosen = std::env::var_os("CROSSREAD_TOOLS").map(PathBuf::from);
    let xdg = || Some(PathBuf::from(std::env::var_os("XDG_CACHE_HOME")?).join("crossread-tools"));
    let home = || Some(std::env::home_dir()?.join(".cache/crossread-tools"));
    let folder = chosen.or_else(xdg).or_else(home).context("no home folder: set CROSSREAD_TOOLS to a folder for the developer tools")?;
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}: set CROSSREAD_TOOLS to another folder", folder.display()))?;
    std::path::absolute(&folder).with_context(|| format!("cannot resolve {}", folder.display()))
}

/// Where a program is on the search path, if it is.
fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    find_in(program, std::env::split_paths(&path))
}

fn find_in(program: &str, mut folders: impl Iterator<Item = PathBuf>) -> Option<PathBuf> {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    folders.find_map(|folder| Some(folder.join(&file)).filter(|path| path.is_file()))
}

/// Runs an installation; when it fails, the error ends with the command that would do it.
fn install(what: &str, command: &mut Command) -> Result<()> {
    let by_hand = line(command);
    step(&format!("install {what}"), || run(command)).map_err(|error| {
        let cause = error.root_cause();
        anyhow!("{what} is missing and could not be installed ({cause}). To install it yourself: {by_hand}")
    })
}
