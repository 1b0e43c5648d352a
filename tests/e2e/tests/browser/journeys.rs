//! What readers do, from bringing articles in to finding them again.

use std::time::Duration;

use anyhow::Result;
use crossread_e2e::{Page, journey};

const FIRST: &[u8] = include_bytes!("../../../fixtures/seeds/000_60b3f42136a5ec92.txt");
const SECOND: &[u8] = include_bytes!("../../../fixtures/seeds/001_4da82f6481d0e883.txt");
const THIRD: &str = include_str!("../../../fixtures/seeds/002_2b0d9c7d7541dd52.txt");

/// The label of the mark before the run of a column that holds these words.
const MARK: &str = "
const [column, words] = arguments;
let mark = '';
for (const element of document.querySelectorAll(`[data-column='${column}'] :is(button, .run)`)) {
  if (element.matches('button')) mark = element.ariaLabel;
  else if (element.textContent.includes(words)) return mark;
}
return 'no such words';";

/// The column that has the focus, and what is selected in it.
const FOCUSED: &str = "
const column = document.activeElement.closest('[data-column]');
return [...(column?.querySelectorAll('.run.selected') ?? [])].map((run) => run.textContent).join(' ');";

async fn drop_two(page: &Page) -> Result<()> {
    page.get("button", "Try the example").await?;
    page.drop_files(&[("000.txt", "text/plain", FIRST), ("001.txt", "text/plain", SECOND)]).await?;
    page.sees("Two outlets, one event.").await
}

async fn mark_of(page: &Page, column: usize, words: &str) -> Result<String> {
    let mark = page.run(MARK, vec![column.into(), words.into()]).await?;
    Ok(mark.as_str().unwrap_or_default().to_owned())
}

/// A change is saved a moment after it is made; a reader who reloads sooner would lose it.
pub(crate) async fn until_saved() {
    tokio::time::sleep(Duration::from_secs(1)).await;
}

#[tokio::test]
async fn articles_are_brought_in_linked_followed_corrected_and_found_again() {
    journey("from three articles to a reload", |page| async move {
        drop_two(&page).await?;
        page.paste(THIRD).await?;
        page.sees("Three outlets, one event.").await?;

        // The quotation that the first two share is one statement.
        let in_first = mark_of(&page, 0, "diametrically opposed").await?;
        let in_second = mark_of(&page, 1, "diametrically opposed").await?;
        let statement = |label: &str| label.split(',').next().map(str::to_owned);
        assert!(in_first.starts_with("Statement "), "{in_first}");
        assert_eq!(statement(&in_first), statement(&in_second));

        // From the one to its twin in the other, which gets the focus.
        page.click("button", &in_first).await?;
        page.get("region", "Selected passage").await?;
        page.click("button", "Jump to twin").await?;
        page.settles(FOCUSED, |selected| selected.contains("two sides are \"diametrically opposed\"")).await?;

        // What was set aside as page furniture can be put back, and everything outlives a reload.
        page.click_on(&page.css("[data-column='1'] details.aside summary").await?).await?;
        page.click("button", "Restore all 19").await?;
        page.sees_no_more("19 lines set aside").await?;
        page.sees("Von der Leyen urges China to press Putin").await?;
        until_saved().await;
        page.reload().await?;
        page.sees("Three outlets, one event.").await?;
        page.sees("Von der Leyen urges China to press Putin").await?;
        page.sees_no_more("19 lines set aside").await
    })
    .await;
}

#[tokio::test]
async fn two_tabs_keep_each_others_articles() {
    journey("two tabs", |page| async move {
        drop_two(&page).await?;
        until_saved().await;
        let first = page.client().window().await?;

        let second = page.client().new_window(true).await?;
        page.client().switch_to_window(second.handle).await?;
        page.client().goto(&page.url()).await?;
        page.sees("Two outlets, one event.").await?;
        page.paste(THIRD).await?;
        page.sees("Three outlets, one event.").await?;
        until_saved().await;

        page.client().switch_to_window(first).await?;
        page.paste(
            "Quiet day at the harbour\n\nNothing was reported from the harbour on Sunday, the master said.\n\nThe ferries ran on time.",
        )
        .await?;
        page.sees("Another tab has articles, too.").await?;
        page.reload().await?;
        page.sees("Four outlets. A, B and D share passages.").await
    })
    .await;
}

#[tokio::test]
async fn differences_are_stepped_through_by_key() {
    journey("differences", |page| async move {
        drop_two(&page).await?;
        page.press('j').await?;
        page.sees("Difference 1 of ").await?;
        page.press('j').await?;
        page.sees("Difference 2 of ").await?;
        page.press('k').await?;
        page.sees("Difference 1 of ").await
    })
    .await;
}

/// Invented: a report, and the same after an editor.
const BRIDGE: &str = "Bridge to close\n\nThe harbour bridge will close on Monday for repairs that are expected to take six weeks, the council said on Thursday.\n\nBuses will be sent round by the tunnel, which stays open at night for the length of the works.\n";
const BRIDGE_EDITED: &str = "Bridge shut for weeks\n\nThe harbour bridge will close on Tuesday for repairs that are expected to take eight weeks, the council said on Thursday.\n\nBuses will be sent round by the old tunnel, which stays open for the length of the works.\n";

#[tokio::test]
async fn the_aligned_layout_marks_words() {
    journey("aligned", |page| async move {
        page.get("button", "Try the example").await?;
        page.drop_files(&[("a.txt", "text/plain", BRIDGE.as_bytes()), ("b.txt", "text/plain", BRIDGE_EDITED.as_bytes())]).await?;
        page.sees("Two outlets, one event.").await?;
        page.click("button", "Aligned").await?;
        page.get_starting("table", "The articles sentence by sentence").await?;
        assert!(!page.all("insertion").await?.is_empty() && !page.all("deletion").await?.is_empty());
        page.click("button", "Text").await?;
        page.get("group", "Articles side by side").await.map(drop)
    })
    .await;
}

#[tokio::test]
async fn every_view_is_accessible_and_fits_a_telephone() {
    journey("views", |page| async move {
        drop_two(&page).await?;
        for (width, device) in [(1440, "desk"), (360, "telephone")] {
            page.resize(width, 800).await?;
            for layout in ["Aligned", "Text"] {
                page.click("button", layout).await?;
                look_at(&page, &format!("{layout} {device}")).await?;
            }
            page.press('j').await?;
            page.get("region", "Selected passage").await?;
            look_at(&page, &format!("selected {device}")).await?;
            page.click_on(&page.get_starting("link", "Articles").await?).await?;
            page.get("button", "Remove A").await?;
            look_at(&page, &format!("articles {device}")).await?;
            page.click("link", "Side by side").await?;
        }
        Ok(())
    })
    .await;
}

pub(crate) async fn look_at(page: &Page, name: &str) -> Result<()> {
    use anyhow::Context;
    let looked = async {
        page.fits().await?;
        page.is_accessible_light_and_dark().await?;
        page.screenshot(name).await.map(drop)
    };
    looked.await.with_context(|| name.to_owned())
}

#[tokio::test]
async fn what_cannot_be_read_is_named_and_the_rest_goes_on() {
    journey("bad input", |page| async move {
        drop_two(&page).await?;
        let (empty, binary, latin) =
            (b"", &[0, 159, 146, 150, 0, 1, 2, 255, 254, 0], b"Caf\xe9 opens.\n\nThe caf\xe9 in the old town opened on Monday.");
        page.drop_files(&[
            ("empty.txt", "text/plain", empty),
            ("binary.txt", "text/plain", binary),
            ("again.txt", "text/plain", FIRST),
            ("latin.txt", "text/plain", latin),
        ])
        .await?;
        page.sees("“empty.txt” could not be read.").await?;
        page.sees("“binary.txt” could not be read.").await?;
        page.sees("“again.txt” is already here, as A.").await?;
        page.get_starting("link", "Articles 3").await?;
        page.drop_large_file("large.txt", 60_000_000).await?;
        // The third of its kind: from here on they are one message that can be opened.
        page.sees("3 files could not be read.").await?;
        page.drop_selection(&[("text/uri-list", "https://example.org/article"), ("text/plain", "https://example.org/article")]).await?;
        page.sees("Crossread cannot fetch a page").await
    })
    .await;
}

#[tokio::test]
async fn the_example_is_read_and_deleted() {
    journey("example", |page| async move {
        page.click("button", "Try the example").await?;
        page.sees("Three outlets, one event.").await?;
        page.sees("nvented").await?;
        until_saved().await;
        page.click("button", "Delete everything").await?;
        page.get("button", "Try the example").await?;
        until_saved().await;
        page.reload().await?;
        page.get("button", "Try the example").await.map(drop)
    })
    .await;
}
