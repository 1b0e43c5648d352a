//! What Trunk's post-build hook does to a release build before it becomes `dist/`.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use anyhow::{Context, Result, bail};

/// What the page may do: load its own files and nothing else. It can contact no other origin.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
                      worker-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// Names of the files of the readers' module begin with this.
pub(crate) const READERS: &str = "readers";

/// The files of the readers' module, as Trunk leaves them: what follows [`READERS`].
const READERS_FILES: [&str; 2] = [".js", "_bg.wasm"];

/// Names the readers' module by its content, and puts the policy into the page. A development build goes without: nothing of it is cached, and
/// Trunk's reload script is inline.
pub(crate) fn finish() -> Result<()> {
    let profile = std::env::var("TRUNK_PROFILE").context("this is a hook: `cargo xtask dist` runs it")?;
    if profile != "release" {
        return Ok(());
    }
    let staging = std::env::var_os("TRUNK_STAGING_DIR").context("Trunk names no staging folder")?;
    let staging = Path::new(&staging);
    let path = staging.join("index.html");
    let page = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let hash = rename_readers(staging)?;
    let page = with_policy(&with_readers(&page, &hash)?)?;
    std::fs::write(&path, page).with_context(|| format!("cannot write {}", path.display()))
}

/// Gives the files of the readers' module a hash of their content in their names, as Trunk does for the page's: a cache can then never put together
/// files of two builds. Both get the same, as they only work together.
fn rename_readers(staging: &Path) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for end in READERS_FILES {
        let path = staging.join(format!("{READERS}{end}"));
        std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?.hash(&mut hasher);
    }
    let hash = format!("{:016x}", hasher.finish());
    for end in READERS_FILES {
        let (from, to) = (staging.join(format!("{READERS}{end}")), staging.join(format!("{READERS}-{hash}{end}")));
        std::fs::rename(&from, &to).with_context(|| format!("cannot rename {}", from.display()))?;
    }
    Ok(hash)
}

/// The page with the names that [`rename_readers`] gave.
fn with_readers(page: &str, hash: &str) -> Result<String> {
    let mut page = page.to_owned();
    for end in READERS_FILES {
        let plain = format!("/{READERS}{end}\"");
        if page.matches(&plain).count() != 1 {
            bail!("index.html should name {READERS}{end} once: see `pattern_script` in Trunk.toml");
        }
        page = page.replace(&plain, &format!("/{READERS}-{hash}{end}\""));
    }
    Ok(page)
}

/// The page with the policy ahead of everything that it governs.
fn with_policy(page: &str) -> Result<String> {
    for inline in ["<style", " style=", "<script>", " onclick=", " onload="] {
        if page.contains(inline) {
            bail!("index.html has an inline `{}`, which the content-security policy forbids", inline.trim());
        }
    }
    let (before, after) = page.split_once("<head>").context("index.html has no <head>")?;
    Ok(format!("{before}<head><meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_comes_first() {
        let page = with_policy("<html><head><meta charset=utf-8></head></html>").unwrap();
        assert!(page.contains("<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'"));
        assert!(page.ends_with("form-action 'none'\"><meta charset=utf-8></head></html>"));
    }

    #[test]
    fn what_the_policy_would_block_is_refused_at_build_time() {
        assert!(with_policy("<head><script>start()</script></head>").is_err());
        assert!(with_policy("<head></head><p style='color: red'>").is_err());
        assert!(with_policy("<p>no head").is_err());
    }

    #[test]
    fn the_page_names_the_readers_by_their_hash() {
        let page = "<script data-readers-module=\"./readers.js\" data-readers-wasm=\"./readers_bg.wasm\"></script>";
        let named = "<script data-readers-module=\"./readers-0f.js\" data-readers-wasm=\"./readers-0f_bg.wasm\"></script>";
        assert_eq!(with_readers(page, "0f").unwrap(), named);
        assert!(with_readers("<script></script>", "0f").is_err());
    }
}
