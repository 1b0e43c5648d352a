//! The page comes up whole, wherever it is hosted.

use crossread_e2e::journey;

#[tokio::test]
async fn the_page_starts_and_its_engine_answers() {
    journey("start", |page| async move {
        page.get("heading", "Crossread").await?;
        page.sees("The engine answers ping.").await?;
        page.is_accessible_light_and_dark().await
    })
    .await;
}
