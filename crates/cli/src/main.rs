//! The `crossread` command: the engine of the page, for scripts and terminals.
//!
//! Exit status: 0 done, 1 some input could not be read, 2 bad usage.

mod findings;
mod input;
mod rendering;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use crossread_engine::{compare_under, report};

use input::{Input, read};

/// Read one story across its outlets.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Show what each file holds: its article as it would be compared
    Parse(Parse),
    /// Compare the articles of two or more files
    Compare(Compare),
}

#[derive(Args)]
struct Parse {
    /// Files (pages, texts, documents, mails, archives, Crossread reports) or folders of them; `-` reads standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Print one line of JSON for each file, and for each file in an archive
    #[arg(long, conflicts_with = "text")]
    json: bool,
    /// Print the readable text (the default)
    #[arg(long)]
    text: bool,
    /// Print every article of a file that holds several, not only the main one
    #[arg(long)]
    all: bool,
    /// What the files are, where their content does not tell: text/html, text/plain, text/markdown
    #[arg(long, value_name = "T")]
    media_type: Option<String>,
}

#[derive(Args)]
struct Compare {
    /// Files (pages, texts, documents, mails, archives, Crossread reports) or folders of them; `-` reads standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Print the report as JSON
    #[arg(long, conflicts_with = "text")]
    json: bool,
    /// Print the comparison for a terminal (the default)
    #[arg(long)]
    text: bool,
    /// Leave out links that score less, in per cent [default: 37, or as the report says]
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u16).range(0..=100))]
    threshold: Option<u16>,
    /// Leave out links whose shorter sentence has fewer words [default: 1, or as the report says]
    #[arg(long, value_name = "WORDS")]
    shortest: Option<u16>,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Parse(args) => parse(&args),
        Command::Compare(args) => compare_files(&args),
    };
    done.unwrap_or_else(|error| {
        eprintln!("crossread: {error}");
        ExitCode::FAILURE
    })
}

fn parse(args: &Parse) -> Result<ExitCode, Box<dyn std::error::Error>> {
    let Input { parsed, failed } = read(&args.files, args.media_type.as_deref());
    let mut out = String::new();
    for (_, parsed) in &parsed {
        let main = if args.all { parsed.articles.len() } else { 1 };
        let offered = if args.all { &parsed.offered[..] } else { &[] };
        for article in parsed.articles.iter().take(main).chain(offered) {
            out += &if args.json { report::article_to_json(article)? + "\n" } else { rendering::article(article) };
        }
    }
    put(&out, None)?;
    Ok(status(failed))
}

fn compare_files(args: &Compare) -> Result<ExitCode, Box<dyn std::error::Error>> {
    let Input { parsed, failed } = read(&args.files, None);
    let mut terms = input::terms(&parsed);
    terms.settings.threshold = args.threshold.map_or(terms.settings.threshold, |percent| percent * 10);
    terms.settings.shortest = args.shortest.unwrap_or(terms.settings.shortest);
    let articles = input::distinct(parsed);
    if articles.len() < 2 {
        eprintln!("crossread: a comparison needs two different articles that can be read; there is {}.", articles.len());
        return Ok(if failed { ExitCode::FAILURE } else { ExitCode::from(2) });
    }
    let comparison = compare_under(&articles, &terms, &mut |_| {});
    let out = if args.json {
        report::to_json(&articles, &comparison, &terms.settings)? + "\n"
    } else {
        rendering::comparison(&articles, &comparison)
    };
    put(&out, args.output.as_deref())?;
    Ok(status(failed))
}

fn status(failed: bool) -> ExitCode {
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Writes to a file or standard output. A reader that stops reading (`| head`) is no error.
fn put(out: &str, to: Option<&std::path::Path>) -> std::io::Result<()> {
    match to {
        Some(path) => std::fs::write(path, out),
        None => match std::io::stdout().lock().write_all(out.as_bytes()) {
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
            done => done,
        },
    }
}
