//! Clean articles come through whole: whatever is set aside, it is not a sentence of the body. All texts are invented.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crossread_engine::{Article, Role, Source, ingest};

fn parse(text: &str) -> Article {
    let source = Source { name: "Pasted text".into(), media_type: Some("text/plain".into()), bytes: text.as_bytes().to_vec() };
    let parsed = ingest::parse(&source).unwrap();
    assert_eq!(parsed.offered.len(), 0, "nothing to offer in\n{text}");
    let article = parsed.articles.into_iter().next().unwrap();
    assert_eq!(article.check(), Ok(()));
    article
}

/// Every line of `text` is compared, except those given as set aside; the title is as given.
#[track_caller]
fn check(text: &str, title: Option<&str>, aside: &[&str]) {
    let article = parse(text);
    assert_eq!(article.title.as_deref(), title);
    let got: Vec<&str> = article.blocks.iter().filter(|b| !b.role.is_compared()).map(|b| b.span.of(&article.text)).collect();
    assert_eq!(got, aside, "set aside in\n{text}");
}

const BODY: [&str; 5] = [
    "The harbour bridge will close on Monday for repairs that are expected to take six weeks, the council said on Thursday.",
    "Buses will be sent round by the tunnel, which stays open at night.",
    "“We had no choice,” said Marta Lindqvist, who heads the works department. “The bearings are worn out.”",
    "Traders on the east bank fear for their sales. Related talks with the ferry company failed in June.",
    "The last closure, in 2014, took eleven weeks instead of the four that had been promised.",
];

#[test]
fn headline_and_paragraphs() {
    check(&format!("Harbour bridge to close for six weeks\n\n{}", BODY.join("\n\n")), Some("Harbour bridge to close for six weeks"), &[]);
    check(&format!("Harbour bridge to close for six weeks\n{}", BODY.join("\n")), Some("Harbour bridge to close for six weeks"), &[]);
}

#[test]
fn no_headline() {
    check(&BODY.join("\n"), None, &[]);
    check(BODY[0], None, &[]);
    check("Short.", None, &[]);
}

#[test]
fn one_sentence_a_line() {
    let sentences = "Bridge to close\nIt closes on Monday.\nRepairs take six weeks.\nTraders are angry.\n“No warning,” said one.\nBuses go by the tunnel.\nIt stays open at night.\nA ferry runs hourly.\nThe fare is two crowns.\nChildren pay half.";
    check(sentences, Some("Bridge to close"), &[]);
}

#[test]
fn byline_and_date() {
    let text = format!("Harbour bridge to close for six weeks\nBy Ana Reyes\nJuly 24, 2025\n{}", BODY.join("\n"));
    check(&text, Some("Harbour bridge to close for six weeks"), &["By Ana Reyes", "July 24, 2025"]);
    let article = parse(&text);
    assert_eq!(article.byline.as_deref(), Some("Ana Reyes"));
    assert_eq!(article.published.as_deref(), Some("2025-07-24"));
    assert_eq!(article.language.as_deref(), Some("en"));
}

#[test]
fn standfirst_and_subheadings() {
    let text = format!(
        "Harbour bridge to close for six weeks\nTraders fear for the summer season\n{}\n{}\n\nNo ferry in sight\n\n{}\n\nMore delays?\n{}\n{}",
        BODY[0], BODY[1], BODY[2], BODY[3], BODY[4]
    );
    check(&text, Some("Harbour bridge to close for six weeks"), &[]);
}

#[test]
fn short_quotes_and_questions() {
    let text = format!("{}\n“Never again.”\n“Why us?”\n“It is a scandal”, one shouted.\n{}\n{}\n“We will see.”", BODY[0], BODY[1], BODY[2]);
    check(&text, None, &[]);
}

#[test]
fn words_that_also_stand_on_buttons() {
    let text = format!(
        "Read more books, says minister\n{}\nSubscribe to the idea that roads last for ever and you will be disappointed, she said.\nComments were not to be had on Friday.\nRelated works were put off.\nShare prices fell.\n{}\nMore on the closure was expected on Monday.\n{}",
        BODY[0], BODY[3], BODY[4]
    );
    check(&text, Some("Read more books, says minister"), &[]);
}

#[test]
fn lists_inside() {
    let text = format!(
        "Harbour bridge to close for six weeks\n{}\nThe council names three measures:\n- buses by the tunnel\n- an hourly ferry\n- free parking in the west\n{}\n{}",
        BODY[0], BODY[3], BODY[4]
    );
    check(&text, Some("Harbour bridge to close for six weeks"), &[]);
}

#[test]
fn sections_parted_by_stars() {
    let text = format!("{}\n{}\n\n***\n\nA ferry, perhaps\n\n{}\n{}\n{}", BODY[0], BODY[1], BODY[2], BODY[3], BODY[4]);
    check(&text, None, &["***"]);
}

#[test]
fn wrapped_mail() {
    let text = "Harbour bridge to close for six weeks\n\nThe harbour bridge will close on Monday for repairs that are expected\nto take six weeks, the council said on Thursday. Buses will be sent\nround by the tunnel, which stays open at night.\n\nTraders fear for their sales. Talks with the ferry company failed in\nJune, and the last closure took eleven weeks.\n";
    check(text, Some("Harbour bridge to close for six weeks"), &[]);
    let paragraphs = parse(text).blocks.iter().filter(|b| b.role == Role::Paragraph).count();
    assert_eq!(paragraphs, 2);
}

#[test]
fn other_languages() {
    check(
        "Мост закроют на шесть недель\nМост через гавань закроют в понедельник, сообщил в четверг городской совет.\nАвтобусы пойдут через туннель, который открыт и ночью.\n«Выбора не было», — сказала Марта Линдквист.",
        Some("Мост закроют на шесть недель"),
        &[],
    );
    check(
        "大桥将关闭六周\n市政府周四表示，港口大桥将于周一关闭，进行维修。\n公共汽车将改走隧道。\n“我们别无选择。”",
        Some("大桥将关闭六周"),
        &[],
    );
    check(
        "Die Brücke wird gesperrt\nDie Hafenbrücke wird am Montag gesperrt, teilte die Stadt mit.\nDie Busse fahren durch den Tunnel.\n„Wir hatten keine Wahl“, sagte Marta Lindqvist.",
        Some("Die Brücke wird gesperrt"),
        &[],
    );
}

#[test]
fn agency_credit_stays() {
    let text = format!("{}\n{} (Reuters)", BODY[0], BODY[4]);
    check(&text, None, &[]);
}

#[test]
fn all_lines_without_full_stops() {
    check("one line\nanother line\na third line of words", None, &[]);
}

#[test]
fn headline_standfirst_that_is_a_sentence_and_date() {
    let text = format!(
        "Harbour bridge to close for six weeks\nTraders on the east bank fear for their summer …\nMarch 1, 2025\n{}\n{}",
        BODY.join("\n"),
        BODY.join("\n")
    );
    check(&text, Some("Harbour bridge to close for six weeks"), &["March 1, 2025"]);
}
