//! The browser, its driver and the fonts that the browser suite needs, from Debian's packages.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use super::{find, install};

/// Makes sure of a Chromium with its driver and of fonts that give the same picture everywhere.
pub(crate) fn ensure_browser() -> Result<()> {
    let mut missing = Vec::new();
    if !["chromium", "chromium-browser", "google-chrome"].iter().any(|name| find(name).is_some()) {
        missing.push("chromium");
    }
    if find("chromedriver").is_none() {
        missing.push("chromium-driver");
    }
    if cfg!(target_os = "linux") && !has_noto() {
        missing.push("fonts-noto-core");
    }
    if missing.is_empty() {
        return Ok(());
    }
    let packages = missing.join(" ");
    let by_hand = format!("sudo apt-get update && sudo apt-get install --no-install-recommends {packages}");
    if find("apt-get").is_none() || !is_root() {
        bail!("{packages} missing. To install: {by_hand} (or the same from your system's packages, chromium and chromedriver on PATH)");
    }
    install("Debian's package lists", apt().arg("update"))?;
    install(&packages, apt().args(["install", "--yes", "--no-install-recommends"]).args(&missing))
}

fn apt() -> Command {
    let mut apt = Command::new("apt-get");
    // Waits for another installation to end instead of failing; keeps dpkg's progress, which is no news, to itself.
    apt.args(["-qq", "-o", "DPkg::Lock::Timeout=300"]).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    apt
}

fn has_noto() -> bool {
    let listed = Command::new("fc-list").args(["--quiet", "Noto Serif"]).status().is_ok_and(|status| status.success());
    listed || Path::new("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf").is_file()
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout.trim_ascii() == b"0")
}
