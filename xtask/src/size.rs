//! What a reader's browser has to load.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::setup::Tools;
use crate::step::output;
use crate::{finish, project};

/// The most that comparing texts and HTML pages may load, compressed with Brotli (see ADR 13). What opens other files is loaded when the first of them comes.
const LIMIT: u64 = 905_000;

/// Compresses as a host would. Node has both codecs, so no crate is compiled for it.
const COMPRESS: &str = "
const { brotliCompressSync, gzipSync } = require('node:zlib');
const bytes = require('node:fs').readFileSync(process.argv[1]);
console.log(bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length);";

/// Raw, gzip and Brotli.
type Sizes = [u64; 3];

/// Prints the size of each file of the bundle and fails when the whole is too large.
pub(crate) fn report(tools: &Tools) -> Result<()> {
    let dist = project::dist();
    let mut files = Vec::new();
    collect(&dist, &mut files).with_context(|| format!("cannot read {}: run `cargo xtask dist` first", dist.display()))?;
    files.sort();
    let (mut first, mut readers): (Sizes, Sizes) = ([0; 3], [0; 3]);
    println!("{:>10} {:>10} {:>10}  file", "raw", "gzip", "Brotli");
    for file in &files {
        let sizes = measure(tools, file)?;
        let name = file.strip_prefix(&dist).unwrap_or(file).display().to_string();
        print_row(sizes, &name);
        let total = if name.starts_with(finish::READERS) { &mut readers } else { &mut first };
        *total = std::array::from_fn(|i| total[i] + sizes[i]);
    }
    print_row(first, "first load: what comparing texts and HTML pages takes");
    print_row(readers, "readers: loaded besides for the first file of another format");
    let [_, _, brotli] = first;
    if brotli > LIMIT {
        bail!("the first load takes {brotli} bytes with Brotli, over the limit of {LIMIT}");
    }
    Ok(())
}

fn print_row([raw, gzip, brotli]: Sizes, name: &str) {
    println!("{raw:>10} {gzip:>10} {brotli:>10}  {name}");
}

fn measure(tools: &Tools, file: &Path) -> Result<Sizes> {
    let printed = output(tools.command("node")?.arg("--eval").arg(COMPRESS).arg(file))?;
    let sizes: Vec<u64> = printed.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    Sizes::try_from(sizes).ok().with_context(|| format!("node printed no sizes for {}", file.display()))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        // Trunk's own, while it works.
        if path.ends_with(".stage") {
            continue;
        }
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
