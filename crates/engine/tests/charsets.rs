//! Every character set that files come in, declared and not, in texts and in pages.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crossread_engine::{Article, Source, WarningKind, ingest};
use encoding_rs::Encoding;

const ENGLISH: &str = "Cracks close Lowmere’s harbour bridge\n\nThe “old” bridge was closed on Tuesday after divers found cracks, said Zoë Marchetti of the port authority.\n\nRepairs cost €3 million and will take at least six weeks, the authority said.\n";
const FRENCH: &str = "Le pont du port fermé jusqu'à l'automne\n\nLe pont a été fermé mardi après la découverte de fissures, a déclaré l'autorité portuaire. Le chantier coûtera 3 millions d'€ à la région.\n\nLes élèves prendront le bac, dont l'œuvre date de 1971, a précisé la mairie.\n";
const RUSSIAN: &str = "Мост в гавани закрыт до осени\n\nМост в гавани города закрыли во вторник после того, как водолазы нашли трещины в двух опорах, сообщили власти порта.\n\nРемонт займёт не менее шести недель, и всё это время будет ходить паром.\n";
const JAPANESE: &str = "港の橋がひび割れで秋まで通行止め\n\n港の橋は火曜日に閉鎖された。二本の橋脚にひび割れが見つかったためだと港湾局が発表した。\n\n修理には少なくとも六週間かかる見通しで、その間は渡し船が運航される。\n";
const SIMPLIFIED: &str = "港口大桥因裂缝关闭至秋季\n\n港务局表示，潜水员在两个桥墩上发现裂缝后，港口大桥于星期二关闭。\n\n维修至少需要六个星期，其间将有渡轮运行，市长说费用为三百万欧元。\n";
const TRADITIONAL: &str = "港口大橋因裂縫關閉至秋季\n\n港務局表示，潛水員在兩個橋墩上發現裂縫後，港口大橋於星期二關閉。\n\n維修至少需要六個星期，其間將有渡輪運行，市長說費用為三百萬歐元。\n";
const KOREAN: &str = "항구 다리 균열로 가을까지 폐쇄\n\n항만 당국은 잠수부들이 교각 두 곳에서 균열을 발견한 뒤 화요일에 항구 다리를 폐쇄했다고 밝혔다.\n\n수리에는 적어도 여섯 주가 걸리며 그동안 나룻배가 다닐 것이라고 시장이 말했다.\n";
const POLISH: &str = "Most w porcie zamknięty do jesieni\n\nMost został zamknięty we wtorek, gdy nurkowie znaleźli pęknięcia w dwóch filarach, podał zarząd portu. Nikt nie był w niebezpieczeństwie.\n\nNaprawa potrwa co najmniej sześć tygodni, a kosztować będzie trzy miliony, powiedział burmistrz.\n";
const HEBREW: &str = "הגשר בנמל ייסגר עד הסתיו\n\nהגשר בנמל נסגר ביום שלישי לאחר שצוללנים מצאו סדקים בשניים מעמודיו, הודיעה רשות הנמל.\n\nהתיקון יימשך לפחות שישה שבועות, ובזמן הזה תפעל מעבורת, אמר ראש העיר.\n";
const ARABIC: &str = "إغلاق جسر الميناء حتى الخريف\n\nأغلق جسر الميناء يوم الثلاثاء بعد أن عثر الغواصون على شقوق في اثنين من أعمدته، وفق ما أعلنت هيئة الميناء.\n\nوسيستغرق الإصلاح ستة أسابيع على الأقل، وستعمل خلالها عبارة، حسب رئيس البلدية.\n";

fn parse(bytes: Vec<u8>, media_type: Option<&str>) -> Article {
    ingest::parse(&Source { name: "a".into(), media_type: media_type.map(str::to_owned), bytes }).unwrap().articles.remove(0)
}

fn encode(text: &str, label: &str) -> Vec<u8> {
    match label {
        "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => {
            let (bytes, _, unmappable) = Encoding::for_label(label.as_bytes()).unwrap().encode(text);
            assert!(!unmappable, "{label} cannot say this");
            bytes.into_owned()
        }
    }
}

/// Whether a set is told from the bytes alone.
#[derive(PartialEq)]
enum Alone {
    /// It is certain.
    Certain,
    /// It is guessed, and the reader warned.
    Guessed,
    /// Another set is as likely.
    Ambiguous,
}
use Alone::{Ambiguous, Certain, Guessed};

#[track_caller]
fn check(text: &str, label: &str, alone: Alone) {
    let title = text.lines().next().unwrap();
    let is_right = |article: &Article, how: &str| {
        assert_eq!(article.text.trim(), text.trim(), "{label}, {how}");
        assert_eq!(article.title.as_deref(), Some(title), "{label}, {how}");
    };
    let bytes = encode(text, label);
    let declared = parse(bytes.clone(), Some(&format!("text/plain; charset={label}")));
    is_right(&declared, "declared");
    assert_eq!((declared.source.charset.as_str(), declared.warnings), (label, Vec::new()));
    if alone != Ambiguous {
        let undeclared = parse(bytes, None);
        is_right(&undeclared, "undeclared");
        let guessed = undeclared.warnings.iter().any(|warning| matches!(warning.kind, WarningKind::CharsetGuessed { .. }));
        assert_eq!(guessed, alone == Guessed, "{label}");
    }
    let paragraphs: String = text.lines().skip(1).filter(|line| !line.is_empty()).map(|line| format!("<p>{line}</p>")).collect();
    let page = format!(
        "<!DOCTYPE html><html><head><meta charset=\"{label}\"><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    );
    let page = parse(encode(&page, label), Some("text/html"));
    is_right(&page, "page");
    assert_eq!((page.source.charset.as_str(), page.warnings), (label, Vec::new()));
}

#[test]
fn utf_8() {
    for text in [ENGLISH, RUSSIAN, JAPANESE, SIMPLIFIED, KOREAN, HEBREW, ARABIC, POLISH] {
        check(text, "utf-8", Certain);
    }
}

#[test]
fn utf_8_with_a_byte_order_mark() {
    let article = parse(format!("\u{feff}{ENGLISH}").into_bytes(), Some("text/plain; charset=windows-1252"));
    assert_eq!((article.text.trim(), article.source.charset.as_str()), (ENGLISH.trim(), "utf-8"));
}

#[test]
fn utf_16_le() {
    check(ENGLISH, "utf-16le", Certain);
    let marked = parse(encode(&format!("\u{feff}{RUSSIAN}"), "utf-16le"), None);
    assert_eq!(marked.text.trim(), RUSSIAN.trim());
}

#[test]
fn utf_16_be() {
    check(ENGLISH, "utf-16be", Certain);
    let marked = parse(encode(&format!("\u{feff}{JAPANESE}"), "utf-16be"), None);
    assert_eq!(marked.text.trim(), JAPANESE.trim());
}

#[test]
fn windows_1252() {
    check(ENGLISH, "windows-1252", Guessed);
    check(FRENCH, "windows-1252", Guessed);
}

#[test]
fn iso_8859_15() {
    check(FRENCH, "iso-8859-15", Ambiguous);
}

#[test]
fn iso_8859_2() {
    check(POLISH, "iso-8859-2", Guessed);
}

#[test]
fn windows_1251() {
    check(RUSSIAN, "windows-1251", Guessed);
}

#[test]
fn koi8_r() {
    check(RUSSIAN, "koi8-r", Ambiguous);
}

#[test]
fn shift_jis() {
    check(JAPANESE, "shift_jis", Guessed);
}

#[test]
fn euc_jp() {
    check(JAPANESE, "euc-jp", Guessed);
}

#[test]
fn gb18030() {
    check(SIMPLIFIED, "gb18030", Guessed);
}

#[test]
fn big5() {
    check(TRADITIONAL, "big5", Guessed);
}

#[test]
fn euc_kr() {
    check(KOREAN, "euc-kr", Guessed);
}

#[test]
fn windows_1255() {
    check(HEBREW, "windows-1255", Guessed);
}

#[test]
fn windows_1256() {
    check(ARABIC, "windows-1256", Guessed);
}
