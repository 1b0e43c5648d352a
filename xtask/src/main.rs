//! Every developer task of Crossread. `cargo xtask` lists them.

mod check;
mod dist;
mod finish;
mod fixture;
mod project;
mod rules;
mod serve;
mod setup;
mod size;
mod step;

use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

const HELP: &str = "\
Tasks, each of which first installs what it needs and is missing:

  cargo xtask serve [PORT]   build the optimised bundle and serve it on loopback (port 8080)
  cargo xtask watch          serve a development build that follows every change
  cargo xtask test           run every check, the browser suite among them
  cargo xtask browser        run only the browser suite, on the bundle in dist/
  cargo xtask dist           build the optimised bundle in dist/
  cargo xtask size           print the sizes of the bundle in dist/
  cargo xtask eval links SET.json [--links]
  cargo xtask eval passages SET.json
                             run the aligner on a labelled set, for a script to score
  cargo xtask eval speed FILE…
                             how fast files become articles with sentences
  cargo xtask eval news      precision and recall of the news analysis on its labelled texts
  cargo xtask eval scale [CASE…]
                             time and memory of comparing many and long made-up articles
  cargo xtask eval news      precision and recall of the news analysis on its labelled texts
  cargo xtask fixture add FILE [NAME] --origin ORIGIN
                             make a fixture of the parser from a page or text that may enter
  cargo xtask rules          check the rules of the architecture
  cargo xtask setup          install what is missing, and no more

Tools go to CROSSREAD_TOOLS, by default the user's cache folder, where the next clone finds them.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a task; tells whether it passed, where it is one that can say so.
fn dispatch(arguments: &[&str]) -> Result<bool> {
    match arguments {
        ["test"] => return check::everything(),
        ["serve"] => serve::serve(8080),
        ["serve", port] => serve::serve(port.parse().context("the port is a number up to 65535")?),
        ["watch"] => dist::watch(&setup::for_building()?),
        ["browser"] => check::browser_suite(&setup::for_testing()?),
        ["dist"] => {
            let tools = setup::for_building()?;
            step::step("build the optimised bundle in dist/", || dist::build(&tools))
        }
        ["size"] => size::report(&setup::for_building()?),
        ["eval", rest @ ..] => evaluate(rest),
        ["fixture", "add", rest @ ..] => fixture::add(rest),
        ["rules"] => rules::check(),
        ["setup"] => setup::for_testing().map(drop),
        ["hook-finish"] => finish::finish(),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        [unknown, ..] => bail!("no such task: {unknown}\n\n{HELP}"),
    }?;
    Ok(true)
}

/// The aligner on a labelled set, as a release build: a development build takes minutes for what takes seconds.
fn evaluate(arguments: &[&str]) -> Result<()> {
    let manifest = project::root().join("Cargo.toml");
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--release", "--package", "crossread-eval", "--manifest-path"]).arg(manifest).arg("--").args(arguments);
    step::run(&mut cargo)
}
