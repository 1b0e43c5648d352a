//! The page comes up whole, wherever it is hosted.

use crossread_e2e::{bundle, journey};

#[tokio::test]
async fn the_page_starts_clean_and_accessible() {
    journey("start", |page| async move {
        page.get("heading", "Crossread").await?;
        page.get("button", "Try the example").await?;
        page.is_accessible_light_and_dark().await?;
        page.resize(360, 800).await?;
        page.is_accessible().await
    })
    .await;
}

#[tokio::test]
async fn opened_from_disk_the_shell_says_how_to_serve_it() {
    journey("from disk", |page| async move {
        let file = bundle()?.canonicalize()?.join("index.html");
        page.client().goto(&format!("file://{}", file.display())).await?;
        page.sees("python3 -m http.server").await?;
        // From disk a browser refuses modules and the manifest, and says so on the console.
        page.client().goto("about:blank").await?;
        page.forget().await
    })
    .await;
}
