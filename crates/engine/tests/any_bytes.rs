//! Any bytes whatever give an article that keeps its invariants, or a named error; never a panic.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crossread_engine::{Source, ingest, limits};
use proptest::prelude::*;

fn parse(bytes: Vec<u8>, media_type: Option<&str>) -> Result<ingest::Parsed, ingest::IngestError> {
    let parsed = ingest::parse(&Source { name: "x".into(), media_type: media_type.map(str::to_owned), bytes });
    match &parsed {
        Ok(parsed) => {
            assert!(!parsed.articles.is_empty());
            for article in parsed.articles.iter().chain(&parsed.offered) {
                assert_eq!(article.check(), Ok(()));
                assert!(article.warnings.iter().all(|warning| !warning.message().is_empty()));
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    parsed
}

/// Bits of markup and text, to be strung together in any order.
const BITS: &[&str] = &[
    "<p>",
    "</p>",
    "<div class='related'>",
    "<div>",
    "</div>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<ul>",
    "<li>",
    "</ul>",
    "<a href=x>",
    "</a>",
    "<h1>",
    "</h1>",
    "<article>",
    "</article>",
    "<b>",
    "</i>",
    "<br>",
    "<script>",
    "</script>",
    "<title>",
    "<svg>",
    "</svg>",
    "<!-- ",
    "-->",
    "&amp;",
    "&#0;",
    "&#x10ffff;",
    "<pre>",
    "\n",
    "\r\n",
    "\u{a0}",
    "\u{200b}",
    "\u{ad}",
    "<blockquote>",
    "<p hidden>",
    "<body>",
    "<html lang=en>",
    "</html>",
    "<template>",
    "The bridge will close on Monday, the council said on Thursday. ",
    "Share this",
    "By Ana Reyes",
    "July 24, 2025",
    "大桥将关闭。",
    "-",
    "***",
    "\u{301}",
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":1}</script>",
    "<meta property=og:title content='A title'>",
    "<",
    "</",
    "<a",
    "😀",
    "\0",
    "<time datetime=2025-07-24>",
    "About the author",
    "- Outlet",
    "an hour ago",
];

proptest! {
    #[test]
    fn bytes(bytes in prop::collection::vec(any::<u8>(), 0..400), html in any::<bool>()) {
        let _ = parse(bytes, html.then_some("text/html"));
    }

    #[test]
    fn strings(text in "\\PC{0,200}") {
        let _ = parse(text.into_bytes(), None);
    }

    #[test]
    fn bits(bits in prop::collection::vec(prop::sample::select(BITS), 0..120), html in any::<bool>()) {
        let text = bits.concat();
        let _ = parse(text.clone().into_bytes(), Some(if html { "text/html" } else { "text/plain" }));
        let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let _ = parse(utf16, None);
    }

    #[test]
    fn lines(lines in prop::collection::vec(prop::sample::select(BITS), 0..120)) {
        let _ = parse(lines.join("\n").into_bytes(), None);
    }
}

#[test]
fn named_errors() {
    use ingest::IngestError as E;
    assert_eq!(parse(Vec::new(), None).unwrap_err(), E::Empty);
    assert_eq!(parse(b" \r\n\t\xef\xbb\xbf".to_vec(), None).unwrap_err(), E::Empty);
    assert_eq!(parse(b"<html><script>x</script>".to_vec(), None).unwrap_err(), E::Empty);
    let bytes = limits::SOURCE_BYTES + 1;
    assert_eq!(parse(vec![b'a'; bytes], None).unwrap_err(), E::TooLarge { bytes });
    assert_eq!(parse(b"%PDF-1.7 ...".to_vec(), None).unwrap_err(), E::Foreign { format: ingest::Format::Pdf });
    assert_eq!(parse(b"\x89PNG\r\n\x1a\n".to_vec(), None).unwrap_err(), E::Binary { looks_like: Some("a PNG picture") });
    assert_eq!(parse(vec![0; 64], None).unwrap_err(), E::Binary { looks_like: None });
    assert_eq!(parse(br#"{"type": "FeatureCollection", "features": []}"#.to_vec(), None).unwrap_err(), E::Json);
    assert!(parse(b"[Editor's note] The bridge will close on Monday, the council said.".to_vec(), None).is_ok());
    assert!(matches!(parse(br#"{"format":"crossread-report","version":1}"#.to_vec(), None), Err(E::Report { .. })));
}

#[test]
fn hostile_shapes_are_fast() {
    let n = 20_000;
    for (name, text) in [
        ("divs", "<div>".repeat(n) + "The bridge will close on Monday, it says."),
        ("divs and ends", "<div>".repeat(n) + "deep" + &"</div>".repeat(n)),
        ("links", "<a href=x>".repeat(n) + "deep"),
        ("bold", "<p><b>".repeat(n) + "deep"),
        ("fonts", "<font color=red>x".repeat(n)),
        ("tables", "<table><tr><td>".repeat(n) + "deep"),
        ("table", format!("<table>{}</table>", "<tr><td>a<td>b".repeat(n))),
        ("stray ends", format!("{}{}", "<div>".repeat(500), "</section>".repeat(n) + "deep")),
        ("comments", "<div class=comments><h1>x</h1>".repeat(n / 10)),
        ("headings", "<h1>x</h1>".repeat(n)),
        ("short lines", "Share this\n".repeat(n)),
        ("datelines", "an hour ago\nBridge to close on Monday\n".repeat(n)),
        ("one line", "word ".repeat(n)),
        ("bullets", "-\nBridge to close\n".repeat(n)),
    ] {
        assert!(parse(text.into_bytes(), None).is_ok(), "{name}");
    }
}
