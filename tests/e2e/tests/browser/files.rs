//! Files that have to be opened before they can be read, and folders.

use std::path::Path;

use anyhow::{Context, Result};
use crossread_e2e::{Page, journey};

const NOTE: &[u8] = b"# Ferry adrift off Kelby\n\nThe ferry left Ostrand harbour at **noon** with 214 passengers and a crew of 19.\n\n\
    ## The rescue\n\nTwo lifeboats reached the drifting Maren within half an hour.\n";
const REPORT: &[u8] = b"Shares of Sund Line fall\n\nThe ferry left Ostrand harbour at noon with 241 passengers and a crew of 19.\n\n\
    Two lifeboats reached the drifting Maren within half an hour.\n";
const THIRD: &[u8] = b"Harbour closed for the night\n\nThe master of the harbour closed it at midnight and went home.\n";
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

/// In place of the readers' module one that comes up, and at its first file runs into a trap: a module of WebAssembly whose start function is
/// `unreachable`.
const TRAP: &str = "export default async () => {
    onmessage = () => new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(
        0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11)));
    postMessage(['{\"Ready\":{\"protocol\":3}}']);
};";

/// One that comes up, and at its first file never ends.
const HANG: &str = "export default async () => {
    onmessage = () => { for (;;); };
    postMessage(['{\"Ready\":{\"protocol\":3}}']);
};";

const MARKDOWN: &str = "text/markdown";
const TEXT: &str = "text/plain";

async fn readers_asked_for(page: &Page) -> Result<usize> {
    Ok(page.requests().await?.iter().filter(|address| address.contains("/readers")).count())
}

#[tokio::test]
async fn the_first_file_that_has_to_be_opened_loads_what_opens_it() {
    journey("markdown", |page| async move {
        page.get("button", "Try the example").await?;
        page.drop_files(&[("report.txt", TEXT, REPORT)]).await?;
        page.sees("Shares of Sund Line fall").await?;
        assert_eq!(readers_asked_for(&page).await?, 0, "for texts and pages the readers are not loaded");
        page.drop_files(&[("note.md", MARKDOWN, NOTE)]).await?;
        page.sees("Two outlets, one event.").await?;
        page.sees("The rescue").await?;
        page.sees_no_more("## The rescue").await?;
        assert!(readers_asked_for(&page).await? >= 2, "module and wasm");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_file_that_kills_the_readers_is_named_and_everything_else_goes_on() {
    journey("trap", |page| async move {
        page.drop_files(&[("report.txt", TEXT, REPORT)]).await?;
        page.sees("Shares of Sund Line fall").await?;
        page.host().replace("readers-", Some(TRAP.as_bytes()));
        page.drop_files(&[("bad.md", MARKDOWN, NOTE), ("third.txt", TEXT, THIRD)]).await?;
        page.sees("“bad.md” could not be read. Opening it stopped unexpectedly; your other articles are safe.").await?;
        page.get_starting("link", "Articles 2").await?;
        // The next file gets a worker of its own.
        page.host().restore();
        page.forget().await?;
        page.drop_files(&[("note.md", MARKDOWN, NOTE)]).await?;
        page.get_starting("link", "Articles 3").await.map(drop)
    })
    .await;
}

#[tokio::test]
async fn a_file_that_never_ends_can_be_skipped_or_everything_stopped() {
    journey("hang", |page| async move {
        page.get("button", "Try the example").await?;
        page.host().replace("readers-", Some(HANG.as_bytes()));
        page.drop_files(&[("endless.md", MARKDOWN, NOTE), ("third.txt", TEXT, THIRD)]).await?;
        page.sees("Opening “endless.md” and 1 more …").await?;
        page.get("button", "Stop").await?;
        for (width, device) in [(1440, "desk"), (360, "telephone")] {
            page.resize(width, 800).await?;
            page.fits().await?;
            page.is_accessible_light_and_dark().await?;
            page.screenshot(&format!("opening {device}")).await?;
        }
        page.click("button", "Skip “endless.md”").await?;
        page.sees("“endless.md” was skipped.").await?;
        page.sees("Harbour closed for the night").await?;
        page.drop_files(&[("endless.md", MARKDOWN, NOTE), ("report.txt", TEXT, REPORT)]).await?;
        page.sees("Opening “endless.md” and 1 more …").await?;
        page.click("button", "Stop").await?;
        page.sees("Stopped. 2 files were not read.").await?;
        page.host().restore();
        page.drop_files(&[("note.md", MARKDOWN, NOTE)]).await?;
        page.get_starting("link", "Articles 2").await?;
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn readers_that_cannot_be_loaded_are_tried_again_with_the_next_file() {
    journey("not loaded", |page| async move {
        page.get("button", "Try the example").await?;
        for lost in [None, Some(&b"\0asm, cut off"[..])] {
            page.host().replace("_bg.wasm", lost);
            page.drop_files(&[("note.md", MARKDOWN, NOTE), ("third.txt", TEXT, THIRD)]).await?;
            page.sees("“note.md” could not be read. The reader for such files could not be loaded.").await?;
            page.sees("Harbour closed for the night").await?;
            page.click("button", "Delete everything").await?;
            page.get("button", "Try the example").await?;
            page.host().restore();
        }
        page.forget().await?;
        page.drop_files(&[("note.md", MARKDOWN, NOTE)]).await?;
        page.sees("Ferry adrift off Kelby").await
    })
    .await;
}

/// A folder as it lies on readers' disks: two articles, one of them a page saved with all that belongs to it, and what the system leaves there.
fn folder() -> Result<tempfile::TempDir> {
    let folder = tempfile::tempdir().context("cannot make a folder")?;
    let page = "<!doctype html><title>Ferry</title><article><h1>Ferry adrift off Kelby</h1><p>The ferry left Ostrand harbour at noon with 214 \
                passengers and a crew of 19.</p></article>";
    let frame = "<!doctype html><p>An advertisement that is no article and has no business here at all.</p>";
    for (path, content) in [
        ("story/page.html", page.as_bytes()),
        ("story/page_files/frame.html", frame.as_bytes()),
        ("story/page_files/photo.png", PICTURE),
        ("story/.DS_Store", PICTURE),
        ("story/deeper/still/report.txt", REPORT),
        ("story/deeper/locked.bin", &[0, 1, 2, 3]),
    ] {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new("/")))?;
        std::fs::write(path, content)?;
    }
    Ok(folder)
}

async fn both_articles_are_there(page: &Page) -> Result<()> {
    page.sees("Two outlets, one event.").await?;
    page.get_starting("link", "Articles 2").await?;
    page.sees("“story/deeper/locked.bin” could not be read.").await?;
    assert_eq!(page.text().await?.matches("could not be read").count(), 1);
    Ok(())
}

#[tokio::test]
async fn a_dropped_folder_gives_the_articles_in_it() {
    journey("folder dropped", |page| async move {
        let folder = folder()?;
        page.get("button", "Try the example").await?;
        page.drop_from_disk(&[&folder.path().join("story")]).await?;
        both_articles_are_there(&page).await
    })
    .await;
}

#[tokio::test]
async fn a_chosen_folder_gives_the_articles_in_it() {
    journey("folder chosen", |page| async move {
        let folder = folder()?;
        page.get("button", "Choose a folder").await?;
        page.choose_folder(&folder.path().join("story")).await?;
        both_articles_are_there(&page).await
    })
    .await;
}

#[tokio::test]
async fn a_folder_of_more_batches_than_one_is_read_whole() {
    journey("folder of many", |page| async move {
        let disk = tempfile::tempdir()?;
        let folder = disk.path().join("notices");
        std::fs::create_dir(&folder)?;
        // Chromium gives a hundred entries at a time.
        for number in 0..120 {
            let text = format!("Notice number {number}\n\nThe harbour master posted notice number {number} on the board today.\n");
            std::fs::write(folder.join(format!("{number:03}.txt")), text)?;
        }
        page.get("button", "Try the example").await?;
        page.drop_from_disk(&[&folder]).await?;
        page.get_starting("link", "Articles 120").await.map(drop)
    })
    .await;
}

#[tokio::test]
async fn many_bad_files_are_one_message_on_every_screen() {
    journey("many bad files", |page| async move {
        page.get("button", "Try the example").await?;
        let names: Vec<_> = (1..=7).map(|number| format!("a rather long name of a picture of the harbour at night {number}.png")).collect();
        let pictures: Vec<_> = names.iter().map(|name| (name.as_str(), "image/png", PICTURE)).collect();
        page.drop_files(&pictures).await?;
        page.sees("7 files could not be read.").await?;
        page.sees_no_more("looks like a PNG picture").await?;
        for (width, device) in [(1440, "desk"), (360, "telephone")] {
            page.resize(width, 800).await?;
            page.fits().await?;
            page.is_accessible_light_and_dark().await?;
            page.screenshot(&format!("many bad files folded {device}")).await?;
        }
        page.click("button", "Dismiss: 7 files could not be read.").await?;
        page.sees_no_more("7 files could not be read.").await?;
        page.drop_files(&pictures).await?;
        page.click_on(&page.css(".notice summary").await?).await?;
        page.sees(&format!("“{}” could not be read. It looks like a PNG picture", names[6])).await?;
        page.fits().await?;
        page.is_accessible_light_and_dark().await?;
        page.screenshot("many bad files unfolded telephone").await.map(drop)
    })
    .await;
}

const PDF: &[u8] = include_bytes!("../../../../crates/pdf/tests/fixtures/chromium.pdf");
const RICH: &[u8] = include_bytes!("../../../fixtures/formats/article.rtf");

#[tokio::test]
async fn documents_are_read_and_a_broken_one_is_named() {
    journey("documents", |page| async move {
        let broken = &PDF[..8000];
        page.drop_files(&[("report.pdf", "application/pdf", PDF), ("cut.pdf", "application/pdf", broken), ("article.rtf", "", RICH)])
            .await?;
        page.sees("Two outlets").await?;
        page.sees("“cut.pdf” could not be read.").await?;
        Ok(())
    })
    .await;
}
