//! From the path of a request to a file, and what kind of file it is.

use std::path::{Component, Path, PathBuf};

/// The file under `folder` that `path` asks for; never one outside it.
pub(crate) fn resolve(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = Path::new(path);
    if !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let found = folder.join(path);
    let found = if found.is_dir() { found.join("index.html") } else { found };
    found.is_file().then_some(found)
}

/// The media type by the file's extension.
pub(crate) fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_inside_its_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(resolve(folder, "src/lib.rs").is_some());
        for outside in ["../Cargo.toml", "src/../../Cargo.toml", "/etc/passwd", "src"] {
            assert_eq!(resolve(folder, outside), None, "{outside}");
        }
    }

    #[test]
    fn names_the_types_a_browser_insists_on() {
        assert_eq!(media_type(Path::new("a_bg.wasm")), "application/wasm");
        assert_eq!(media_type(Path::new("a.js")), "text/javascript; charset=utf-8");
    }
}
