//! Rules of the architecture that no compiler knows.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project;
use crate::step::output;

/// What ties a crate to a browser.
const WASM_CRATES: [&str; 5] = ["wasm-bindgen", "js-sys", "web-sys", "gloo", "yew"];

/// Crates that know no browser, no clock and no disk.
const PURE: [&str; 3] = ["engine", "readers", "pdf"];

/// The one file of the page that may call the readers: what does so ends up in every first load, unless only the readers' module calls it.
const OPENS: &str = "src/worker/opening.rs";

/// What puts a string into the page as markup.
const MARKUP_DOORS: [&str; 4] = ["from_html_unchecked", "set_inner_html", "set_outer_html", "insert_adjacent_html"];

/// Checks them all and names every breach.
pub(crate) fn check() -> Result<()> {
    let mut breaches = pure_crates_are_pure()?;
    for file in rust_files(&project::root().join("src"))? {
        let code = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let shown = file.strip_prefix(project::root()).unwrap_or(&file).display().to_string();
        if !shown.starts_with("src/platform") && !shown.starts_with("src/worker") {
            breaches
                .extend(browser_names(&code).into_iter().map(|name| format!("{shown} uses {name}: only src/platform and src/worker may")));
        }
        if shown != OPENS && code.split("#[cfg(test)]").next().is_some_and(|code| code.contains("crossread_readers")) {
            breaches.push(format!("{shown} uses crossread_readers: only {OPENS} may, so that the page does not load them"));
        }
        breaches.extend(
            MARKUP_DOORS.iter().filter(|door| code.contains(*door)).map(|door| format!("{shown} calls {door}: text is rendered as text")),
        );
    }
    if !breaches.is_empty() {
        bail!("{}", breaches.join("\n"));
    }
    Ok(())
}

fn pure_crates_are_pure() -> Result<Vec<String>> {
    let mut breaches = Vec::new();
    for name in PURE {
        let package = format!("crossread-{name}");
        let tree = output(
            Command::new("cargo")
                .args(["tree", "--locked", "--package", &package, "--edges", "normal,build", "--target", "all", "--prefix", "none"])
                .current_dir(project::root()),
        )?;
        let mut found: Vec<_> = tree.lines().filter_map(|line| line.split(' ').next()).filter(|name| is_wasm_crate(name)).collect();
        found.sort_unstable();
        found.dedup();
        breaches.extend(found.into_iter().map(|found| format!("{package} depends on {found}: it knows no browser")));
        let lints = format!("crates/{name}/clippy.toml");
        let text = std::fs::read_to_string(project::root().join(&lints)).with_context(|| format!("there is no {lints}"))?;
        for banned in ["std::fs::", "std::thread::", "std::time::Instant", "std::time::SystemTime", "std::collections::HashMap"] {
            if !text.contains(banned) {
                breaches.push(format!("{lints} no longer forbids {banned}"));
            }
        }
    }
    Ok(breaches)
}

fn is_wasm_crate(name: &str) -> bool {
    WASM_CRATES.iter().any(|banned| name == *banned || name.strip_prefix(banned).is_some_and(|rest| rest.starts_with('-')))
}

/// The names of `web_sys` that code uses, but for the types of events and of HTML elements, which components need for their handlers.
fn browser_names(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    for rest in code.split("web_sys").skip(1) {
        let rest = rest.trim_start_matches(':').trim_start();
        let listed = match rest.strip_prefix('{').and_then(|list| list.split_once('}')) {
            Some((list, _)) => list.split(',').map(str::trim).filter(|name| !name.is_empty()).collect(),
            None => vec![rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()],
        };
        names.extend(listed.into_iter().filter(|name| !is_handler_type(name)).map(|name| format!("web_sys::{name}")));
    }
    names
}

fn is_handler_type(name: &str) -> bool {
    name.ends_with("Event") || name == "EventTarget" || name == "Element" || (name.starts_with("Html") && name.ends_with("Element"))
}

fn rust_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handlers_may_name_their_events() {
        assert_eq!(browser_names("use web_sys::{DragEvent, HtmlInputElement};\nfn f(e: web_sys::MouseEvent) {}"), Vec::<String>::new());
    }

    #[test]
    fn the_browser_itself_is_found_out() {
        assert_eq!(browser_names("use web_sys::{Storage, InputEvent};"), ["web_sys::Storage"]);
        assert_eq!(browser_names("let w = web_sys::window();\n// web_sys::Window in a comment"), ["web_sys::window"]);
    }

    #[test]
    fn wasm_crates_are_known_by_name_and_family() {
        assert!(is_wasm_crate("gloo-file") && is_wasm_crate("wasm-bindgen-futures") && is_wasm_crate("js-sys"));
        assert!(!is_wasm_crate("similar") && !is_wasm_crate("glob"));
    }
}
