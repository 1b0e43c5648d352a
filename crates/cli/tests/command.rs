//! The command as a user meets it: what it prints, where, and its exit status.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use crossread_engine::{Decision, Field, Link, LinkCorrection, Role, compare_under, report};
use serde_json::Value;
use tempfile::TempDir;

const BRIDGE: &str = "Harbour bridge closed\n\nThe harbour bridge at Lowmere was closed on Tuesday after engineers found cracks in two of its pillars.\n\n\
    About 14,000 cars cross the bridge every day, according to the port authority.\n\nRepairs will take at least six weeks.\n";
const CROSSING: &str = "Cracks shut Lowmere crossing\n\nLowmere's harbour bridge was closed on Tuesday after cracks were found in two of its pillars by engineers.\n\n\
    According to the port authority about 15,000 cars cross the bridge every day.\n\nThe mayor said nobody was in danger.\n";

fn crossread() -> Command {
    Command::new(env!("CARGO_BIN_EXE_crossread"))
}

fn seeds() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    files
}

/// A folder with the two articles of one story, `a.txt` and `b.txt`.
fn story() -> TempDir {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("a.txt"), BRIDGE).unwrap();
    std::fs::write(folder.path().join("b.txt"), CROSSING).unwrap();
    folder
}

struct Ran {
    status: i32,
    out: String,
    err: String,
}

fn run(folder: &TempDir, args: &[&str]) -> Ran {
    let output = crossread().current_dir(folder).args(args).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { status: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

#[track_caller]
fn is_valid(report: &Value) {
    let schema: Value = serde_json::from_str(include_str!("../../../docs/report.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator.iter_errors(report).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn a_report_is_valid_against_the_published_schema() {
    let output = crossread().arg("compare").arg("--json").args(seeds()).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    is_valid(&report);
    assert!(report["links"].as_array().unwrap().len() > 10);
}

#[test]
fn a_report_with_corrections_is_valid_and_they_hold_when_it_is_read_again() {
    let folder = story();
    assert_eq!(run(&folder, &["compare", "--json", "-o", "report.json", "a.txt", "b.txt"]).status, 0);
    let opened = report::from_json(&std::fs::read(folder.path().join("report.json")).unwrap()).unwrap();
    let (mut articles, mut terms) = (opened.articles, opened.terms);
    let found = compare_under(&articles, &terms, &mut |_| {});
    let decide = |decision, link: &Link| LinkCorrection::between(decision, &articles, &found, &link.a, &link.b).unwrap();
    let (cut, confirmed) = (decide(Decision::Cut, &found.links[0]), decide(Decision::Confirmed, &found.links[1]));
    let mut gone = confirmed.clone();
    gone.decision = Decision::Added;
    gone.a.sentence = "A sentence that no article has.".to_owned();
    terms.corrections = vec![cut, confirmed, gone];
    articles[0].set_field(Field::Outlet, "Lowmere Courier");
    let last = articles[0].blocks.len() - 1;
    articles[0].set_role(last, Role::Caption);
    let corrected = compare_under(&articles, &terms, &mut |_| {});
    let json = report::to_json(&articles, &corrected, &terms.settings).unwrap() + "\n";
    is_valid(&serde_json::from_str(&json).unwrap());
    std::fs::write(folder.path().join("corrected.json"), &json).unwrap();
    assert_eq!(run(&folder, &["compare", "--json", "corrected.json"]).out, json);
    assert_eq!(corrected.links.len(), found.links.len() - 1);
}

#[test]
fn positions_in_a_report_are_code_points() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("a.txt"), format!("🎙️ — {BRIDGE}")).unwrap();
    std::fs::write(folder.path().join("b.txt"), CROSSING).unwrap();
    let report: Value = serde_json::from_str(&run(&folder, &["compare", "--json", "a.txt", "b.txt"]).out).unwrap();
    let link = &report["links"].as_array().unwrap().last().unwrap()["a"];
    let text: Vec<char> = report["articles"][0]["text"].as_str().unwrap().chars().collect();
    let [start, end] = ["start", "end"].map(|key| link[key].as_u64().unwrap() as usize);
    let sentence: String = text[start..end].iter().collect();
    assert!(BRIDGE.contains(&sentence) && sentence.ends_with('.'), "{sentence}");
}

#[test]
fn parse_prints_one_line_of_json_for_each_file() {
    let folder = story();
    let ran = run(&folder, &["parse", "--json", "a.txt", "b.txt"]);
    let titles: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["title"].clone()).collect();
    assert_eq!(titles, ["Harbour bridge closed", "Cracks shut Lowmere crossing"]);
    assert_eq!(ran.status, 0);
}

#[test]
fn a_changed_figure_is_shown_as_one() {
    let ran = run(&story(), &["compare", "a.txt", "b.txt"]);
    assert!(ran.out.contains("14,000") && ran.out.contains("15,000"), "{}", ran.out);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_compared() {
    let folder = story();
    let put = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    put("empty.txt", b"");
    put("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    put("noise.bin", &[0, 1, 2, 3, 0, 0, 7, 0, 9].repeat(100));
    std::fs::File::create(folder.path().join("huge.txt")).unwrap().set_len(60 * 1024 * 1024).unwrap();
    std::fs::create_dir(folder.path().join("folder")).unwrap();
    let ran = run(&folder, &["compare", "a.txt", "empty.txt", "picture.png", "noise.bin", "huge.txt", "folder", "none.txt", "b.txt"]);
    assert_eq!(ran.status, 1);
    for (file, words) in [
        ("empty.txt", "no text"),
        ("picture.png", "PNG"),
        ("noise.bin", "not text"),
        ("huge.txt", "60 MB; the limit is 50 MB"),
        ("folder", "no file in it"),
        ("none.txt", "no such file"),
    ] {
        let told = ran.err.lines().find(|line| line.starts_with(&format!("crossread: {file}: "))).unwrap_or_default();
        assert!(told.contains(words), "{file}: {told}");
    }
    assert!(ran.out.contains("A  ") && ran.out.contains("B  "), "{}", ran.out);
}

#[test]
fn invalid_utf8_is_read_with_a_warning() {
    let folder = story();
    std::fs::write(
        folder.path().join("latin.txt"),
        b"Caf\xe9 closed\n\nThe caf\xe9 at the harbour of Lowmere was closed on Tuesday after a fire in its kitchen.\n",
    )
    .unwrap();
    let ran = run(&folder, &["parse", "latin.txt"]);
    assert!(ran.out.contains("The café at") && ran.out.contains("read as windows-1252"), "{}", ran.out);
    assert_eq!(ran.status, 0);
}

#[test]
fn the_same_file_twice_is_compared_once() {
    let ran = run(&story(), &["compare", "a.txt", "a.txt", "b.txt"]);
    assert!(ran.err.contains("a.txt: The same text as a.txt"), "{}", ran.err);
    assert!(!ran.out.contains("\nC  "), "{}", ran.out);
    assert_eq!(ran.status, 0);
    let alone = run(&story(), &["compare", "a.txt", "a.txt"]);
    assert!(alone.err.contains("needs two different articles"));
    assert_eq!(alone.status, 2);
}

#[test]
fn a_report_is_read_again() {
    let folder = story();
    assert_eq!(run(&folder, &["compare", "--json", "-o", "report.json", "a.txt", "b.txt"]).status, 0);
    let again = run(&folder, &["compare", "--json", "report.json"]);
    assert_eq!(again.out, std::fs::read_to_string(folder.path().join("report.json")).unwrap());
    let strict = run(&folder, &["compare", "--json", "--threshold", "90", "--shortest", "5", "a.txt", "b.txt"]);
    assert_ne!(strict.out, again.out);
    std::fs::write(folder.path().join("strict.json"), &strict.out).unwrap();
    assert_eq!(run(&folder, &["compare", "--json", "strict.json"]).out, strict.out, "under the settings it was written under");
    assert_eq!(run(&folder, &["compare", "--json", "--threshold", "37", "--shortest", "1", "strict.json"]).out, again.out);
    std::fs::write(folder.path().join("broken.json"), r#"{"format": "crossread-report", "version": 9}"#).unwrap();
    let broken = run(&folder, &["compare", "broken.json"]);
    assert!(broken.err.contains("version 9"), "{}", broken.err);
}

#[test]
fn the_files_of_a_folder_are_read_in_the_order_of_their_names() {
    let folder = story();
    let put = |name: &str, text: &str| {
        let path = folder.path().join("in").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    put("b/page.html", &format!("<article><h1>Cracks shut Lowmere crossing</h1><p>{}</article>", CROSSING.replace("\n\n", "<p>")));
    put("b/page_files/frame.html", "<p>Buy a boat, the best boats are here, and they are cheap today.</p>");
    put("b/page_files/style.css", "p { color: red }");
    put("a.md", &format!("---\ntitle: Harbour bridge closed\n---\n{BRIDGE}"));
    put(".hidden", "nothing to see");
    let ran = run(&folder, &["parse", "--json", "in"]);
    let named: Vec<String> =
        ran.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["source"]["name"].to_string()).collect();
    assert_eq!(named, [r#""in/a.md""#, r#""in/b/page.html""#]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
}

#[test]
fn an_archive_gives_a_line_for_each_of_its_files() {
    let folder = story();
    let mut zip = zip::ZipWriter::new(std::fs::File::create(folder.path().join("news.zip")).unwrap());
    for (name, text) in [("b.txt", CROSSING), ("sub/a.txt", BRIDGE), ("empty.txt", "")] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    let ran = run(&folder, &["parse", "--json", "news.zip"]);
    let titles: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["title"].clone()).collect();
    assert_eq!(titles, ["Cracks shut Lowmere crossing", "Harbour bridge closed"]);
    assert!(ran.err.starts_with("crossread: news.zip/empty.txt: There is no text in it."), "{}", ran.err);
    assert_eq!(ran.status, 1);
    let compared = run(&folder, &["compare", "news.zip"]);
    assert!(compared.out.contains("14,000") && compared.out.contains("15,000"), "{}", compared.out);
}

#[test]
fn standard_input_is_read() {
    let folder = story();
    let output = crossread().current_dir(&folder).args(["compare", "a.txt", "-"]).write_stdin(CROSSING).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn bad_usage_has_status_2() {
    assert_eq!(run(&story(), &["compare"]).status, 2);
    assert_eq!(run(&story(), &["compare", "--yaml", "a.txt"]).status, 2);
}
