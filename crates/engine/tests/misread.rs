//! Sources whose characters were misread before they came here, and blocks in another language. All texts are invented.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crossread_engine::{Article, Foreign, Source, WarningKind, ingest};

fn parse(text: &str) -> Article {
    let source = Source { name: "Pasted text".into(), media_type: None, bytes: text.as_bytes().to_vec() };
    ingest::parse(&source).unwrap().articles.remove(0)
}

const MISREAD: &str = "<!DOCTYPE html><title>CafÃ© on the bridge closed</title><article><h1>CafÃ© on the bridge closed</h1>
<p>The harbour bridge at Lowmere was closed on Tuesday after engineers found cracks in two of its pillars, the council said.</p>
<p>â€œNobody was in danger,â€\u{9d} said the mayor, Ines Falk, who had been told of the cracks on Monday night.</p>
<p>Repairs will take six weeks, and the cafÃ© on the east bank will be shut until they are done, its owner said.</p></article>";

#[test]
fn a_repair_is_offered_and_not_done() {
    let mut article = parse(MISREAD);
    assert!(article.text.contains("â€œNobody"));
    let warning = article.warnings[0].clone();
    assert_eq!(warning.kind, WarningKind::CharactersMisread { charset: "windows-1252".into(), count: 5 });
    assert_eq!(warning.span.unwrap().of(&article.text), "Ã©");
    article.repair();
    assert!(article.text.contains("“Nobody was in danger,” said"));
    assert_eq!(article.title.as_deref(), Some("Café on the bridge closed"));
    assert_eq!(article.warnings[0].kind, WarningKind::CharactersRepaired { charset: "windows-1252".into(), count: 5 });
    assert_eq!((article.check(), article.repaired), (Ok(()), None));
}

#[test]
fn a_text_read_right_is_offered_nothing() {
    let article = parse("The café closed on Tuesday.\n\n“It’s over,” said Zoé Falk – and left.");
    assert!(article.repaired.is_none() && article.warnings.iter().all(|w| !matches!(w.kind, WarningKind::CharactersMisread { .. })));
}

#[test]
fn a_block_in_another_language_is_told_and_survives_a_report() {
    let article = parse(
        "The harbour bridge at Lowmere was closed on Tuesday after engineers found cracks in two of its pillars.\n\n\
         „Die Brücke wurde nicht rechtzeitig geprüft, und das ist ein Versäumnis der Stadt“, schrieb die Zeitung.\n\n\
         The mayor, Ines Falk, said that nobody had been in danger, and that the repairs will take six weeks.",
    );
    assert_eq!(article.language.as_deref(), Some("en"));
    assert_eq!(article.foreign, [Foreign { block: 1, language: "de".into() }]);
    assert_eq!((article.block_language(0), article.block_language(1)), (Some("en"), Some("de")));
    let articles = [article.clone(), parse("Another text about the bridge, which was closed on Tuesday by the council.")];
    let comparison = crossread_engine::compare(&articles, &Default::default(), &mut |_| {});
    let json = crossread_engine::report::to_json(&articles, &comparison, &Default::default()).unwrap();
    assert_eq!(crossread_engine::report::from_json(json.as_bytes()).unwrap().articles[0], article);
}
