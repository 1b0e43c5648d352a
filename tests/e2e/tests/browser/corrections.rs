//! The reader's say in what is linked: cut, added, confirmed, and under which settings.

use anyhow::Result;
use crossread_e2e::{Page, journey};
use fantoccini::key::Key;

use crate::journeys::{look_at, until_saved};

const FERRY: &[u8] = b"Ferry adrift off Kelby\n\n\
    The ferry left Ostrand harbour at noon with 214 passengers and a crew of 19.\n\n\
    Two lifeboats reached the drifting Maren within half an hour.\n\n\
    The baker on Quay Street carried over every loaf he had.\n";
const SHARES: &[u8] = b"Shares of Sund Line fall\n\n\
    The ferry left Ostrand harbour at noon with 241 passengers and a crew of 19.\n\n\
    Two lifeboats reached the drifting Maren within half an hour.\n\n\
    Neighbours gave the stranded what bread they had.\n";

/// The name of what has the keyboard's focus.
const FOCUSED: &str = "return document.activeElement.ariaLabel ?? ''";

async fn drop_two(page: &Page) -> Result<()> {
    page.get("button", "Try the example").await?;
    page.drop_files(&[("a.txt", "text/plain", FERRY), ("b.txt", "text/plain", SHARES)]).await?;
    page.get("button", "2 links").await.map(drop)
}

async fn click_starting(page: &Page, label: &str) -> Result<()> {
    page.click_on(&page.get_starting("button", label).await?).await
}

#[tokio::test]
async fn a_link_is_cut_undone_confirmed_and_taken_back_after_a_reload() {
    journey("cut and confirmed", |page| async move {
        drop_two(&page).await?;
        page.press('j').await?;
        click_starting(&page, "Cut the link of A “The ferry left").await?;
        page.get("button", "1 link, 1 correction").await?;
        page.click("button", "Undo").await?;
        page.get("button", "2 links").await?;

        page.press('j').await?;
        click_starting(&page, "Confirm the link of A “The ferry left").await?;
        page.sees("confirmed by you").await?;
        page.get("button", "2 links, 1 correction").await?;
        page.settles(FOCUSED, |label| label.starts_with("Take back that you confirmed")).await?;
        look_at(&page, "link confirmed").await?;
        until_saved().await;
        page.reload().await?;

        page.click("button", "2 links, 1 correction").await?;
        page.get("list", "Your corrections of links").await?;
        click_starting(&page, "Take back: confirmed A “The ferry left").await?;
        page.get("button", "2 links").await?;
        page.sees("You have cut, added or confirmed no link.").await
    })
    .await;
}

#[tokio::test]
async fn two_sentences_are_linked_by_key_and_by_pointer() {
    journey("linked", |page| async move {
        drop_two(&page).await?;
        page.press('l').await?;
        page.get("region", "Add a link").await?;
        let down = char::from(Key::Down);
        page.press(down).await?;
        page.settles(FOCUSED, |label| label == "Choose “Ferry adrift off Kelby”").await?;
        for _ in 0..3 {
            page.press(down).await?;
        }
        page.settles(FOCUSED, |label| label.starts_with("Choose “The baker on Quay Street")).await?;
        page.press(' ').await?;
        page.sees("Choose a sentence of another article than A.").await?;
        page.press(Key::Right.into()).await?;
        page.settles(FOCUSED, |label| label.starts_with("Choose “Neighbours gave the stranded")).await?;
        page.press(' ').await?;
        look_at(&page, "two sentences chosen").await?;
        page.click("button", "Link these two").await?;
        page.sees("added by you").await?;
        page.get("button", "3 links, 1 correction").await?;
        page.settles(FOCUSED, |label| label.contains("also in B")).await?;

        // It begins with the sentence that the reader is at. By pointer the words of a sentence can be clicked, too; Escape ends it.
        page.click("button", "Add a link").await?;
        page.sees("Choose a sentence of another article than A.").await?;
        page.click_on(&page.css("[data-column='1'] h2 .run").await?).await?;
        page.get("button", "Choose “Shares of Sund Line fall”").await?;
        page.sees("These two are to be linked.").await?;
        page.press(Key::Escape.into()).await?;
        page.loses("region", "Add a link").await
    })
    .await;
}

#[tokio::test]
async fn settings_say_what_they_show_and_outlive_a_reload() {
    journey("settings of links", |page| async move {
        drop_two(&page).await?;
        page.click("button", "2 links").await?;
        page.sees("2 links at 37 %. 27 % would show the same, 47 % the same.").await?;
        look_at(&page, "settings of links").await?;
        page.get("slider", "Threshold").await?.click().await?;
        page.press(Key::End.into()).await?;
        page.sees("2 links at 95 %. 85 % would show the same.").await?;
        page.get("spinbutton", "Shortest link words").await?.click().await?;
        for _ in 0..11 {
            page.press(Key::Up.into()).await?;
        }
        page.sees("1 link at 95 %. 85 % would show the same. A shortest length of 12 words leaves out 1.").await?;
        page.get("button", "1 link").await?;
        until_saved().await;
        page.reload().await?;
        page.click("button", "1 link").await?;
        page.sees("1 link at 95 %.").await?;
        page.resize(360, 800).await?;
        look_at(&page, "settings of links telephone").await?;
        page.click("button", "Reset").await?;
        page.get("button", "2 links").await.map(drop)
    })
    .await;
}
