//! The harness notices what it is there to notice.

use crossread_e2e::journey;

#[tokio::test]
async fn a_word_on_the_console_is_heard() {
    journey("console", |page| async move {
        page.run("console.error('Something broke.')", vec![]).await?;
        let refused = page.is_clean().await;
        assert!(refused.is_err_and(|error| error.to_string().contains("Something broke.")));
        page.forget().await
    })
    .await;
}

#[tokio::test]
async fn the_policy_stops_what_would_leave_the_page() {
    journey("policy", |page| async move {
        let script = "return fetch('http://elsewhere.example/').then(() => 'sent', () => 'stopped')";
        assert_eq!(page.run(script, vec![]).await?, "stopped");
        let refused = page.is_clean().await;
        assert!(refused.is_err_and(|error| error.to_string().contains("Content Security Policy")));
        page.forget().await
    })
    .await;
}

#[tokio::test]
async fn a_request_for_no_file_of_the_bundle_is_noticed() {
    journey("missing", |page| async move {
        page.run("return fetch('missing.json').then((answer) => answer.status)", vec![]).await?;
        assert!(page.is_clean().await.is_err());
        page.forget().await
    })
    .await;
}

#[tokio::test]
async fn a_fault_of_accessibility_is_found() {
    journey("axe", |page| async move {
        page.run("document.body.append(document.createElement('button'))", vec![]).await?;
        let refused = page.is_accessible().await;
        assert!(refused.is_err_and(|error| error.to_string().contains("button-name")));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_brought_arrives() {
    journey("bring", |page| async move {
        let listen = "window.brought = [];
            const note = (data) => {
                for (const type of data.types) if (type !== 'Files') brought.push(`${type}: ${data.getData(type)}`);
                for (const file of data.files) file.text().then((text) => brought.push(`${file.name} (${file.type}): ${text}`));
            };
            addEventListener('drop', (event) => note(event.dataTransfer));
            addEventListener('paste', (event) => note(event.clipboardData));";
        page.run(listen, vec![]).await?;
        page.drop_files(&[("a.txt", "text/plain", "naïve".as_bytes())]).await?;
        page.drop_selection(&[("text/html", "<p>Dragged</p>")]).await?;
        page.paste_rich("<b>Bold</b>", "Bold").await?;
        page.paste("Plain").await?;
        let wanted = ["a.txt (text/plain): naïve", "text/html: <p>Dragged</p>", "text/html: <b>Bold</b>", "text/plain: Plain"];
        let brought = page.run("return new Promise((done) => setTimeout(() => done(brought), 100))", vec![]).await?.to_string();
        assert!(wanted.iter().all(|one| brought.contains(one)), "{brought}");
        Ok(())
    })
    .await;
}
