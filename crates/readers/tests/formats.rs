//! One article is the same article in every format.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use crossread_engine::{Article, Role};
use support::{article, fixture, folder, gzipped, read, warc_record, zipped};

const TITLE: &str = "Cracks close Lowmere’s harbour bridge until autumn";

/// The compared text, block by block, without the title and without bullets.
fn body(article: &Article) -> Vec<String> {
    let compared = article.blocks.iter().filter(|block| block.role.is_compared() && block.role != Role::Title);
    compared.map(|block| block.span.of(&article.text).trim_start_matches("• ").to_owned()).collect()
}

#[track_caller]
fn is_the_article(name: &str, article: &Article) {
    let page = support::article("article.html", fixture("article.html"));
    assert_eq!(article.title.as_deref(), Some(TITLE), "{name}");
    assert_eq!(article.byline.as_deref(), Some("Zoë Marchetti"), "{name}");
    assert_eq!(article.published.as_deref().and_then(|date| date.get(..10)), Some("2025-07-24"), "{name}");
    assert_eq!(article.language.as_deref(), Some("en"), "{name}");
    assert_eq!(body(article), body(&page), "{name}");
    assert_eq!(article.warnings, [], "{name}");
    assert_eq!(article.check(), Ok(()), "{name}");
}

/// The roles of the compared blocks.
fn roles(article: &Article) -> Vec<Role> {
    article.blocks.iter().map(|block| block.role).filter(|role| role.is_compared() && *role != Role::Title).collect()
}

#[test]
fn the_page_is_read_as_written() {
    let page = article("article.html", fixture("article.html"));
    let text = String::from_utf8(fixture("article.txt")).unwrap();
    let written: Vec<&str> = text.lines().skip(4).filter(|line| !line.is_empty()).map(|line| line.trim_start_matches("• ")).collect();
    assert_eq!(body(&page), written);
    let wanted = |role: Role, count: usize| assert_eq!(page.blocks.iter().filter(|block| block.role == role).count(), count, "{role:?}");
    for (role, count) in
        [(Role::Title, 1), (Role::Heading, 1), (Role::ListItem, 3), (Role::Quotation, 1), (Role::Paragraph, 8), (Role::Byline, 1)]
    {
        wanted(role, count);
    }
}

#[test]
fn every_format_gives_the_same_article() {
    for name in ["article.txt", "article.html", "article.json", "article.md", "article.rtf", "article.eml", "article.mhtml"] {
        is_the_article(name, &article(name, fixture(name)));
    }
    for name in ["docx", "odt"] {
        is_the_article(name, &article(name, zipped(&folder(name))));
    }
    is_the_article("article.html.gz", &article("article.html.gz", gzipped(&fixture("article.html"))));
}

#[test]
fn formats_that_know_roles_keep_them() {
    let page = roles(&article("article.html", fixture("article.html")));
    for name in ["article.md", "article.rtf", "article.eml", "article.mhtml"] {
        assert_eq!(roles(&article(name, fixture(name))), page, "{name}");
    }
    for name in ["docx", "odt"] {
        assert_eq!(roles(&article(name, zipped(&folder(name)))), page, "{name}");
    }
}

#[test]
fn a_plain_mail_has_its_header_for_headline_and_byline() {
    let mail = String::from_utf8(fixture("article.eml")).unwrap();
    let start = mail.find("--=_b\nContent-Type: text/html").unwrap();
    let plain = mail[..start].to_owned() + "--=_b--\n";
    is_the_article("plain.eml", &article("plain.eml", plain.into_bytes()));
}

#[test]
fn archives_give_each_of_their_articles() {
    let files = ["article.txt", "article.html", "article.json", "article.md", "article.rtf", "article.eml", "article.mhtml"];
    let mut entries: Vec<(String, Vec<u8>)> = files.iter().map(|name| (format!("news/{name}"), fixture(name))).collect();
    entries.push(("news/article.docx".into(), zipped(&folder("docx"))));
    entries.push(("inner.zip".into(), zipped(&[("a.zip", zipped(&[("article.odt", zipped(&folder("odt")))]))])));
    let opened = read("all.zip", zipped(&entries));
    assert_eq!(opened.len(), files.len() + 2);
    for (name, article) in &opened {
        // The document inside three archives is an archive itself, the fourth.
        if name == "all.zip/inner.zip/a.zip/article.odt" {
            assert!(article.as_ref().unwrap_err().contains("more than 3 deep"));
        } else {
            is_the_article(name, article.as_ref().unwrap());
        }
    }
    assert!(opened.iter().any(|(name, _)| name == "all.zip/news/article.eml"));
}

#[test]
fn a_saved_page_is_one_article() {
    let page = fixture("article.html");
    let frame = b"<html><p>Buy a boat: the best boats are here, and they are cheap today.</p></html>".to_vec();
    let saved = zipped(&[("Bridge.html", &page), ("Bridge_files/frame.html", &frame), ("Bridge_files/a.css", &b"p {}".to_vec())]);
    is_the_article("saved.zip", &article("saved.zip", saved));
}

#[test]
fn web_archives_give_their_pages() {
    let page = fixture("article.html");
    let frame = b"<p>Buy a boat: the best boats are here, and they are cheap today.</p>";
    let address = "https://ledger.example/bridge";
    let packed = gzipped(&page);
    let chunked = [format!("{:x}\r\n", packed.len()).as_bytes(), &packed, b"\r\n0\r\n\r\n"].concat();
    let records = [
        b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\na: b\r\n\r\n".to_vec(),
        warc_record(address, "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked", &chunked),
        warc_record("https://ledger.example/logo.png", "Content-Type: image/png", b"\x89PNG\r\n\x1a\n"),
        warc_record("https://ads.example/frame", "Content-Type: text/html", frame),
    ];
    let opened = read("a.warc", records.concat());
    assert_eq!(opened.len(), 2);
    assert_eq!(opened[0].0, "a.warc/https://ledger.example/bridge");
    is_the_article("a.warc", opened[0].1.as_ref().unwrap());
    let members: Vec<u8> = records.iter().flat_map(|record| gzipped(record)).collect();
    let opened = read("a.warc.gz", members.clone());
    is_the_article("a.warc.gz", opened[0].1.as_ref().unwrap());
    // A collection lists its pages; frames are not among them.
    let list = format!("{{\"format\": \"json-pages-1.0\"}}\n{{\"url\": \"{address}\"}}\n");
    let collection = [
        ("datapackage.json", b"{}".to_vec()),
        ("pages/pages.jsonl", list.into_bytes()),
        ("archive/data.warc.gz", members),
        ("indexes/index.cdx.gz", gzipped(b"x")),
    ];
    is_the_article("a.wacz", &article("a.wacz", zipped(&collection)));
}

#[test]
fn a_response_declares_its_character_set() {
    let (text, _, _) = encoding_rs::WINDOWS_1251
        .encode("<html><article><p>Мост в гавани закрыт, сообщили во вторник власти порта города.</article></html>");
    let opened = read("a.warc", warc_record("https://x.example/", "Content-Type: text/html; charset=windows-1251", &text));
    assert!(opened[0].1.as_ref().unwrap().text.contains("Мост в гавани"));
}

#[test]
fn attachments_are_opened() {
    let text = String::from_utf8(fixture("article.txt")).unwrap();
    let mail = format!(
        "From: Tom <t@ledger.example>\nDate: Thu, 24 Jul 2025 08:00:00 +0000\nSubject: Fwd: the bridge\nMIME-Version: 1.0\n\
         Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nThe desk wants this story for the evening edition, please have a look at it.\n\
         --b\nContent-Type: text/plain; charset=utf-8; name=\"bridge.txt\"\nContent-Disposition: attachment; filename=\"bridge.txt\"\n\n{text}\n\
         --b\nContent-Type: message/rfc822\n\n{}\n--b\nContent-Type: image/png; name=\"a.png\"\n\nx\n--b--\n",
        String::from_utf8(fixture("article.eml")).unwrap()
    );
    let opened = read("desk.eml", mail.into_bytes());
    let names: Vec<&str> = opened.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["desk.eml", "desk.eml/bridge.txt", "desk.eml/attachment 2"]);
    let own = opened[0].1.as_ref().unwrap();
    assert_eq!((own.byline.as_deref(), own.published.as_deref()), (None, None), "who forwards did not write it");
    is_the_article("bridge.txt", opened[1].1.as_ref().unwrap());
    is_the_article("attached mail", opened[2].1.as_ref().unwrap());
}

#[test]
fn documents_keep_what_is_not_the_article_aside() {
    for (name, bytes) in [("docx", zipped(&folder("docx"))), ("odt", zipped(&folder("odt"))), ("rtf", fixture("article.rtf"))] {
        let article = article(name, bytes);
        let aside: Vec<&str> =
            article.blocks.iter().filter(|b| b.role == Role::Boilerplate).map(|block| block.span.of(&article.text)).collect();
        assert_eq!(aside, ["Lowmere Ledger"], "{name}");
        assert!(!article.text.contains("15,000"), "{name}: deleted under tracking");
    }
}

#[test]
fn office_documents_that_are_no_texts_are_named() {
    for (entry, kind) in [("xl/workbook.xml", ".xlsx"), ("ppt/presentation.xml", ".pptx"), ("META-INF/container.xml", "EPUB")] {
        let (_, refused) = read("a", zipped(&[("[Content_Types].xml", "<Types/>"), (entry, "<x/>")])).remove(0);
        assert!(refused.unwrap_err().contains(kind));
    }
    let sheet = zipped(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")]);
    assert!(read("a.ods", sheet).remove(0).1.unwrap_err().contains("no text"));
    let manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let secret =
        zipped(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", manifest), ("content.xml", "?")]);
    assert!(read("a.odt", secret).remove(0).1.unwrap_err().contains("password"));
}
