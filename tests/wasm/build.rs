//! Compares the fixtures on the host, for the test to find the same in wasm. So nothing has to be kept up to date by hand.

use std::path::Path;

include!("compared.rs");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=compared.rs");
    let folder = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&folder).join("on_the_host.txt"), compared())?;
    Ok(())
}
