//! Makes a fixture of the parser from a file.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project;
use crate::step::{run, step};

/// Where they live, from the folder of the workspace.
const FOLDER: &str = "tests/fixtures/pages";
/// Largest fixture, in bytes: it shows one symptom.
const LARGEST: usize = 100_000;
/// What says that an origin is invented.
const INVENTED: &str = "invented";

/// `add FILE [NAME] --origin ORIGIN`: copies the file, says in the folder's README where it is from, and makes the snapshot.
pub(crate) fn add(arguments: &[&str]) -> Result<()> {
    let Some(asked) = Asked::of(arguments) else {
        bail!(
            "cargo xtask fixture add FILE [NAME] --origin ORIGIN\n\
             Only texts that were invented for this, or whose licence allows it, may enter. ORIGIN says which: \"{INVENTED}: what it shows\", or \
             author, address and licence."
        );
    };
    let bytes = std::fs::read(asked.file).with_context(|| format!("cannot read {}", asked.file))?;
    let name = file_name(asked.file, asked.name)?;
    if let Some(objection) = objection(&String::from_utf8_lossy(&bytes), bytes.len(), asked.origin) {
        bail!("{objection}");
    }
    let folder = project::root().join(FOLDER);
    let taken = names(&folder)?.into_iter().any(|taken| stem(&taken) == stem(&name));
    if taken {
        bail!("there is a fixture called {} already", stem(&name));
    }
    let path = folder.join(&name);
    std::fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    record(&folder.join("README.md"), &name, asked.origin)?;
    step("parse it and keep the outcome", || {
        run(Command::new("cargo")
            .args(["test", "--quiet", "--package", "crossread-engine", "--test", "pages_parse"])
            .env("INSTA_UPDATE", "always")
            .current_dir(project::root()))
    })?;
    let snapshot = format!("crates/engine/tests/snapshots/pages_parse__{}.snap", stem(&name));
    println!("{}", std::fs::read_to_string(project::root().join(&snapshot)).with_context(|| format!("cannot read {snapshot}"))?);
    println!(
        "Made {FOLDER}/{name} and {snapshot}. Check before you commit:\n\
         * The name is the symptom (`related-headlines-inside-article`).\n\
         * Outlets, people and events are invented, or the licence in the README allows the text.\n\
         * Title, outlet, byline, date and language are right, and every line has the role it should have. If not, correct the parser, then run\n  \
         INSTA_UPDATE=always cargo test -p crossread-engine --test pages_parse"
    );
    Ok(())
}

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
struct Asked<'a> {
    file: &'a str,
    name: Option<&'a str>,
    origin: &'a str,
}

impl<'a> Asked<'a> {
    fn of(arguments: &[&'a str]) -> Option<Self> {
        let at = arguments.iter().position(|argument| *argument == "--origin")?;
        let origin = arguments.get(at + 1).map(|origin| origin.trim()).filter(|origin| !origin.is_empty())?;
        match [&arguments[..at], &arguments[at + 2..]].concat()[..] {
            [file] => Some(Self { file, name: None, origin }),
            [file, name] => Some(Self { file, name: Some(name), origin }),
            _ => None,
        }
    }
}

/// The fixture's file name: the name asked for, else the file's own, with the file's extension.
fn file_name(file: &str, name: Option<&str>) -> Result<String> {
    let path = Path::new(file);
    let own = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let name = name.unwrap_or(own);
    let is_plain = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if name.is_empty() || !is_plain {
        bail!("“{name}” is no name for a fixture: small letters, digits and hyphens, naming the symptom");
    }
    match path.extension().and_then(|extension| extension.to_str()) {
        Some(extension @ ("html" | "txt")) => Ok(format!("{name}.{extension}")),
        _ => bail!("{file} ends neither in .html nor in .txt"),
    }
}

/// What speaks against a file: it is large, or holds addresses of the real web although it is said to be invented.
fn objection(text: &str, bytes: usize, origin: &str) -> Option<String> {
    if bytes > LARGEST {
        return Some(format!("it has {bytes} bytes, over the limit of {LARGEST}: cut it down to what shows the symptom"));
    }
    let host = hosts(text).find(|host| !is_reserved(host)).filter(|_| origin.to_lowercase().starts_with(INVENTED))?;
    Some(format!(
        "it links to {host}, so it looks like a published page: if it is invented, let its addresses end in .example; if its licence allows it, \
         say so in --origin"
    ))
}

/// The hosts of the web addresses in a text.
fn hosts(text: &str) -> impl Iterator<Item = &str> {
    text.split("://").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-').unwrap_or(rest.len());
        rest[..end].trim_end_matches('.')
    })
}

/// Names that RFC 2606 keeps for examples, and those of vocabularies, which pages of every origin name.
fn is_reserved(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    matches!(last, "" | "example" | "test" | "invalid" | "localhost")
        || matches!(host, "example.com" | "example.org" | "example.net" | "schema.org" | "www.w3.org" | "ogp.me")
        || ["example.com", "example.org", "example.net"].iter().any(|name| host.strip_suffix(name).is_some_and(|rest| rest.ends_with('.')))
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let paths: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    Ok(paths.iter().filter_map(|path| path.file_name()?.to_str().map(str::to_owned)).collect())
}

fn stem(name: &str) -> &str {
    name.split_once('.').map_or(name, |(stem, _)| stem)
}

/// Adds a line about the fixture to the README.
fn record(readme: &Path, name: &str, origin: &str) -> Result<()> {
    let text = std::fs::read_to_string(readme).with_context(|| format!("cannot read {}", readme.display()))?;
    let separator = if text.lines().last().is_some_and(|line| line.starts_with("* ")) { "" } else { "\n" };
    let text = format!("{}\n{separator}* `{name}`: {}\n", text.trim_end(), origin.replace('\n', " "));
    std::fs::write(readme, text).with_context(|| format!("cannot write {}", readme.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_origin_is_required() {
        assert_eq!(Asked::of(&["a.html", "--origin", "invented: x"]), Some(Asked { file: "a.html", name: None, origin: "invented: x" }));
        assert_eq!(Asked::of(&["--origin", "x", "a.html", "b"]), Some(Asked { file: "a.html", name: Some("b"), origin: "x" }));
        assert_eq!(Asked::of(&["a.html"]), None);
        assert_eq!(Asked::of(&["a.html", "--origin", " "]), None);
        assert_eq!(Asked::of(&["a.html", "--origin"]), None);
    }

    #[test]
    fn names_are_symptoms() {
        assert_eq!(file_name("/x/two-bylines.html", None).ok().as_deref(), Some("two-bylines.html"));
        assert_eq!(file_name("/x/Page 1.txt", Some("two-bylines")).ok().as_deref(), Some("two-bylines.txt"));
        assert!(file_name("/x/Page 1.txt", None).is_err());
        assert!(file_name("/x/photo.png", Some("photo")).is_err());
    }

    #[test]
    fn published_pages_are_refused_as_invented() {
        let published = "<link rel=canonical href=\"https://news.lowmere.com/bridge\">";
        assert!(objection(published, 60, "Invented: a bridge").is_some_and(|why| why.contains("news.lowmere.com")));
        assert_eq!(objection(published, 60, "Ana Reyes, https://news.lowmere.com, CC BY 4.0"), None);
        assert_eq!(objection("<a href='https://courier.example/x'>x</a> http://www.example.org", 60, "invented"), None);
        assert!(objection("", LARGEST + 1, "invented").is_some());
    }

    #[test]
    fn the_readme_lists_them() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("crossread-fixture-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let readme = folder.join("README.md");
        std::fs::write(&readme, "Pages.\n")?;
        record(&readme, "a.html", "invented: one")?;
        record(&readme, "b.html", "invented: two")?;
        assert_eq!(std::fs::read_to_string(&readme)?, "Pages.\n\n* `a.html`: invented: one\n* `b.html`: invented: two\n");
        std::fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
