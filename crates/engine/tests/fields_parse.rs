//! Which fields a page gives, and where each was found: a page for every level of the cascade.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crossread_engine::FieldOrigin::{
    self, Address, Heading, JsonLd, Meta, Microdata, Reader, Text, TimeElement, TitleElement, VisibleLine,
};
use crossread_engine::{Article, Field, Settings, Source, compare, ingest, report};

#[allow(clippy::disallowed_methods, reason = "a test reads its fixture")]
fn parse(name: &str) -> Article {
    let path = format!("{}/../../tests/fixtures/pages/fields-{name}.html", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).unwrap();
    ingest::parse(&Source { name: format!("{name}.html"), media_type: None, bytes }).unwrap().articles.remove(0)
}

#[track_caller]
fn check(name: &str, want: &[(Field, &str, FieldOrigin)]) {
    let article = parse(name);
    let found: Vec<(Field, &str, FieldOrigin)> =
        Field::ALL.into_iter().filter_map(|field| Some((field, article.field(field)?, article.origins[&field]))).collect();
    assert_eq!(found, want, "{name}");
}

const TITLE: &str = "Harbour bridge to close for six weeks";
const ADDRESS: &str = "https://www.harbour-post.example/news/bridge";

#[test]
fn json_ld() {
    check(
        "json-ld",
        &[
            (Field::Title, TITLE, JsonLd),
            (Field::Outlet, "Harbour Post", JsonLd),
            (Field::Byline, "Ana Reyes, Tom Okafor", JsonLd),
            (Field::Agency, "Reuters", JsonLd),
            (Field::Published, "2025-07-24T16:04:00Z", JsonLd),
            (Field::Updated, "2025-07-25T08:00:00+01:00", JsonLd),
            (Field::Language, "en", Text),
            (Field::Url, ADDRESS, Meta),
        ],
    );
}

#[test]
fn meta() {
    check(
        "meta",
        &[
            (Field::Title, TITLE, Meta),
            (Field::Outlet, "Harbour Post", Meta),
            (Field::Byline, "Ana Reyes", Meta),
            (Field::Published, "2025-07-24T16:04:00+02:00", Meta),
            (Field::Updated, "2025-07-25", Meta),
            (Field::Language, "en", Text),
            (Field::Url, ADDRESS, Meta),
        ],
    );
}

#[test]
fn microdata() {
    check(
        "microdata",
        &[
            (Field::Title, TITLE, Microdata),
            (Field::Outlet, "Harbour Post", Microdata),
            (Field::Byline, "Ana Reyes, Tom Okafor", Microdata),
            (Field::Published, "2025-07-24T16:04+02:00", Microdata),
            (Field::Updated, "2025-07-25", Microdata),
            (Field::Language, "en", Text),
        ],
    );
}

#[test]
fn address() {
    check(
        "address",
        &[
            (Field::Title, TITLE, TitleElement),
            (Field::Outlet, "harbour-post.example", Address),
            (Field::Published, "2025-07-24", Address),
            (Field::Language, "en", Text),
            (Field::Url, "https://www.harbour-post.example/2025/07/24/bridge", Meta),
        ],
    );
}

#[test]
fn time_element_and_no_relative_address() {
    check(
        "time-element",
        &[(Field::Title, TITLE, TitleElement), (Field::Published, "2025-07-24T18:04+02:00", TimeElement), (Field::Language, "en", Text)],
    );
}

#[test]
fn visible_lines() {
    check(
        "visible-line",
        &[
            (Field::Title, "Hafenbrücke sechs Wochen lang gesperrt", Heading),
            (Field::Byline, "Anna Reiser", VisibleLine),
            (Field::Agency, "dpa", VisibleLine),
            (Field::Published, "2025-07-24T18:04", VisibleLine),
            (Field::Updated, "2025-07-25", VisibleLine),
            (Field::Language, "de", Text),
        ],
    );
}

#[test]
fn a_date_in_doubt_is_left_out_and_said() {
    check(
        "date-in-doubt",
        &[(Field::Title, TITLE, TitleElement), (Field::Byline, "Ana Reyes", VisibleLine), (Field::Language, "en", Text)],
    );
    let messages: Vec<String> = parse("date-in-doubt").warnings.iter().map(|warning| warning.message()).collect();
    assert_eq!(messages, ["The date “07/08/2025” could be two days, as nothing says whether day or month comes first; it was left out."]);
}

#[test]
fn a_correction_is_the_readers_and_survives_a_report() {
    let mut article = parse("json-ld");
    article.set_field(Field::Byline, " Ana Reyes ");
    article.set_field(Field::Agency, "");
    assert_eq!(article.origins.get(&Field::Byline), Some(&Reader));
    assert_eq!(article.origins.get(&Field::Agency), None);
    let articles = [article.clone(), parse("meta")];
    let settings = Settings::default();
    let json = report::to_json(&articles, &compare(&articles, &settings, &mut |_| {}), &settings).unwrap();
    assert_eq!(report::from_json(json.as_bytes()).unwrap().articles, articles);
    // What only a newer Crossread knows is passed over.
    let newer = json.replacen("\"title\": \"json-ld\"", "\"title\": \"crystal-ball\", \"mood\": \"meta\"", 1);
    assert_ne!(newer, json);
    article.origins.remove(&Field::Title);
    assert_eq!(report::from_json(newer.as_bytes()).unwrap().articles[0], article);
}
