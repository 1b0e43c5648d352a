//! Several articles in one paste: the first is parsed, the others are set aside in it and offered apart. All texts are invented.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crossread_engine::{Role, Source, WarningKind, ingest};

const BODY: &str = "The harbour bridge will close on Monday for repairs that are expected to take six weeks, the council said on Thursday.
Buses will be sent round by the tunnel, which stays open at night, and a ferry will run every hour from the fish market to the mole.
“We had no choice,” said Marta Lindqvist, who heads the works department. “The bearings are worn out.”
Traders on the east bank fear for their sales, as the last closure took eleven weeks instead of the four that had been promised.";

fn parse(text: &str) -> ingest::Parsed {
    ingest::parse(&Source { name: "Pasted text".into(), media_type: None, bytes: text.as_bytes().to_vec() }).unwrap()
}

#[test]
fn two_in_a_row() {
    for (head, second) in [
        ("By Ana Reyes\nJuly 24, 2025", "Traders count their losses\nBy Tom Okafor\nJuly 25, 2025"),
        ("July 24, 2025", "July 25, 2025\nTraders count their losses"),
        ("By Ana Reyes", "Traders count their losses\nBy Tom Okafor"),
        ("July 24, 2025", "----------\nTraders count their losses"),
    ] {
        let text = format!("Harbour bridge to close\n{head}\n{BODY}\n\n{second}\n{BODY}");
        let parsed = parse(&text);
        let article = &parsed.articles[0];
        assert_eq!(article.title.as_deref(), Some("Harbour bridge to close"), "{text}");
        assert_eq!(article.warnings[0].kind, WarningKind::FurtherArticles { count: 1 });
        let titles: Vec<_> = parsed.offered.iter().filter_map(|a| a.title.as_deref()).collect();
        assert_eq!(titles, ["Traders count their losses"], "{text}");
        let paragraphs = |a: &crossread_engine::Article| a.blocks.iter().filter(|b| b.role == Role::Paragraph).count();
        assert_eq!((paragraphs(article), paragraphs(&parsed.offered[0])), (4, 4), "{text}");
        assert_eq!(article.text, text);
    }
}
