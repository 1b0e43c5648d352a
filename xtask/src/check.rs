//! Every check, as the continuous integration runs them.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::setup::{self, Tools};
use crate::step::{run, spoken, step};
use crate::{dist, project, rules, size};

const WASM: &str = "wasm32-unknown-unknown";

/// Checks done so far.
#[derive(Default)]
struct Checks {
    done: Vec<(String, bool, Duration)>,
}

impl Checks {
    /// Runs one check. The others run whatever comes of it.
    fn check(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> bool {
        let begun = Instant::now();
        let outcome = step(name, work);
        if let Err(error) = &outcome {
            eprintln!("error: {error:#}");
        }
        self.done.push((name.to_owned(), outcome.is_ok(), begun.elapsed()));
        outcome.is_ok()
    }

    fn check_cargo(&mut self, name: &str, arguments: &str) {
        self.check(name, || run(&mut cargo(arguments)));
    }

    /// Prints how each went, the sum on the last line; tells whether all passed.
    fn conclude(self) -> bool {
        for (name, passed, took) in &self.done {
            println!("{} {:>12}  {name}", if *passed { "passed" } else { "FAILED" }, spoken(*took));
        }
        let failed = self.done.iter().filter(|(_, passed, _)| !passed).count();
        println!("checks: {} passed, {failed} failed", self.done.len() - failed);
        failed == 0
    }
}

/// Sets up what is missing, then runs every check; tells whether all passed.
pub(crate) fn everything() -> Result<bool> {
    let tools = setup::for_testing()?;
    let mut checks = Checks::default();
    checks.check_cargo("format", "fmt --all --check");
    checks.check("rules of the architecture", rules::check);
    checks.check_cargo("lints, host", "clippy --locked --workspace --all-targets -- -D warnings");
    let in_browser = "--package crossread-engine --package crossread-page";
    checks.check_cargo("lints, wasm", &format!("clippy --locked --target {WASM} {in_browser} -- -D warnings"));
    checks.check_cargo(
        "lints, tests in wasm",
        &format!("clippy --locked --target {WASM} --package crossread-wasm-tests --tests -- -D warnings"),
    );
    // The browser suite is a target that `cargo test` passes by, and so does `--all-targets`.
    checks.check_cargo("lints, browser suite", "clippy --locked --package crossread-e2e --test browser -- -D warnings");
    checks.check("documentation", || run(cargo("doc --locked --workspace --no-deps").env("RUSTDOCFLAGS", "-D warnings")));
    checks.check_cargo("unit, property, snapshot and component tests", "test --locked --workspace --no-fail-fast");
    checks.check("the engine in wasm", || engine_in_wasm(&tools));
    if checks.check("optimised bundle", || dist::build(&tools)) {
        checks.check("size of the bundle", || size::report(&tools));
        checks.check("the page in a browser", || browser_suite(&tools));
    }
    Ok(checks.conclude())
}

/// The browser suite, on the bundle that is in `dist/`.
pub(crate) fn browser_suite(tools: &Tools) -> Result<()> {
    let mut suite = cargo("test --locked --package crossread-e2e --test browser -- --test-threads=2");
    suite.env("CROSSREAD_DIST", project::dist()).env("CROSSREAD_AXE", tools.module("axe-core/axe.min.js"));
    run(&mut suite)
}

/// A slice of the fixtures, compiled to wasm and compared in a worker of a headless browser, has to give what it gives on the host.
fn engine_in_wasm(tools: &Tools) -> Result<()> {
    let mut tests = cargo(&format!("test --locked --package crossread-wasm-tests --target {WASM}"));
    tests.env("PATH", tools.search_path()?).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    run(&mut tests)
}

fn cargo(arguments: &str) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(arguments.split(' ')).current_dir(project::root());
    cargo
}
