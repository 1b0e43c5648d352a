//! Broken and hostile files end with a named warning or refusal, soon, and cost nothing else in the same archive.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "that it ends soon is what is tested")]

mod support;

use std::io::Write;
use std::time::{Duration, Instant};

use crossread_engine::{Article, WarningKind, limits};
use support::{article, docx, fixture, folder, gzipped, read, warc_record, zipped};

type Opened = Vec<(String, Result<Article, String>)>;

const GOOD: &str =
    "Harbour bridge closed\n\nThe harbour bridge at Lowmere was closed on Tuesday after engineers found cracks in two of its pillars.\n";

#[track_caller]
fn refusal<'a>(opened: &'a Opened, name: &str) -> &'a str {
    let found = opened.iter().find(|(named, what)| named == name && what.is_err());
    found.and_then(|(_, what)| what.as_ref().err()).unwrap_or_else(|| panic!("{name} is not refused: {opened:#?}"))
}

#[track_caller]
fn is_good(opened: &Opened, name: &str) {
    let found = opened.iter().find(|(named, _)| named == name).and_then(|(_, what)| what.as_ref().ok());
    assert_eq!(found.and_then(|article| article.title.as_deref()), Some("Harbour bridge closed"), "{name}: {opened:#?}");
}

/// Zero bytes, packed: a gigabyte is a megabyte.
fn bomb(megabytes: usize) -> Vec<u8> {
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..megabytes {
        encoder.write_all(&[0; 1 << 20]).unwrap();
    }
    encoder.finish().unwrap()
}

/// An archive of entries that are already deflated, whose sizes and checksums are those given.
fn raw_zip(entries: &[(&str, &[u8], u32, u32)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, packed, crc, size) in entries {
        let offset = u32::try_from(out.len()).unwrap();
        let fields = [
            20_u16.to_le_bytes().as_slice(),
            &[0, 0, 8, 0, 0, 0, 0, 0],
            &crc.to_le_bytes(),
            &u32::try_from(packed.len()).unwrap().to_le_bytes(),
            &size.to_le_bytes(),
            &u16::try_from(name.len()).unwrap().to_le_bytes(),
            &[0, 0],
        ]
        .concat();
        out.extend([b"PK\x03\x04".as_slice(), &fields, name.as_bytes(), packed].concat());
        directory.extend([b"PK\x01\x02\x14\x00".as_slice(), &fields, &[0; 10], &offset.to_le_bytes(), name.as_bytes()].concat());
    }
    let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
    let (start, length) = (u32::try_from(out.len()).unwrap(), u32::try_from(directory.len()).unwrap());
    out.extend(directory);
    out.extend([b"PK\x05\x06\0\0\0\0".as_slice(), &count, &count, &length.to_le_bytes(), &start.to_le_bytes(), &[0, 0]].concat());
    out
}

fn good_entry() -> (Vec<u8>, u32, u32) {
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(GOOD.as_bytes()).unwrap();
    let mut crc = flate2::Crc::new();
    crc.update(GOOD.as_bytes());
    (encoder.finish().unwrap(), crc.sum(), u32::try_from(GOOD.len()).unwrap())
}

#[test]
fn a_bomb_is_refused_soon() {
    let packed = bomb(1024);
    assert!(packed.len() > 900_000 && packed.len() < 1_200_000);
    let (good, crc, size) = good_entry();
    // It declares to be small.
    let archive = raw_zip(&[("a bomb.txt", &packed, 0, 1000), ("b good.txt", &good, crc, size)]);
    let start = Instant::now();
    let opened = read("news.zip", archive);
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    assert!(refusal(&opened, "news.zip/a bomb.txt").contains("100 times"));
    is_good(&opened, "news.zip/b good.txt");
    let wrapped = gzipped(&vec![0; 32 << 20]);
    assert!(refusal(&read("a.gz", wrapped), "a.gz").contains("100 times"));
    let document = docx(&" ".repeat(16 << 20));
    assert!(refusal(&read("a.docx", document), "a.docx").contains("above the limits"));
}

#[test]
fn an_archive_stops_at_200_megabytes() {
    // Text of digits, which packs to about half: no ratio stops it.
    let mut seed = 1_u32;
    let digits: Vec<u8> = std::iter::repeat_with(|| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        b'0' + u8::try_from((seed >> 24) % 10).unwrap()
    })
    .take(6 << 20)
    .collect();
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(&digits).unwrap();
    let packed = encoder.finish().unwrap();
    let mut crc = flate2::Crc::new();
    crc.update(&digits);
    let names: Vec<String> = (0..40).map(|n| format!("{n:02}.txt")).collect();
    // Every entry has the same bytes in the archive, as bombs without a ratio do it.
    let one = raw_zip(&[("00.txt", &packed, crc.sum(), 6 << 20)]);
    let mut archive = one[..30 + 6 + packed.len()].to_vec();
    let directory_at = archive.len();
    let head = &one[directory_at..directory_at + 46];
    for name in &names {
        archive.extend([head, name.as_bytes()].concat());
    }
    let length = u32::try_from(archive.len() - directory_at).unwrap();
    archive.extend(
        [b"PK\x05\x06\0\0\0\0\x28\0\x28\0".as_slice(), &length.to_le_bytes(), &u32::try_from(directory_at).unwrap().to_le_bytes(), &[0, 0]]
            .concat(),
    );
    let source = crossread_engine::Source { name: "big.zip".into(), media_type: None, bytes: archive };
    let opened = crossread_readers::open(source, crossread_engine::ingest::Format::Zip);
    let read = opened.iter().filter(|opened| matches!(opened, crossread_readers::Opened::Source(_))).count();
    assert_eq!(read, limits::UNPACKED_BYTES / (6 << 20));
    let crossread_readers::Opened::Refused { name, why } = opened.last().unwrap() else { panic!("nothing is said") };
    assert!(name == "big.zip" && why.contains("200 MB"), "{why}");
}

#[test]
fn an_archive_stops_at_1000_files() {
    let names: Vec<String> = (0..limits::ARCHIVE_ENTRIES + 5).map(|n| format!("{n:04}.txt")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), GOOD)).collect();
    let opened = read("many.zip", zipped(&files));
    assert_eq!(opened.len(), limits::ARCHIVE_ENTRIES + 1);
    assert!(refusal(&opened, "many.zip").contains("1000 files"));
    is_good(&opened, "many.zip/0999.txt");
}

#[test]
fn archives_in_archives_end_at_the_third() {
    let mut inner = zipped(&[("good.txt", GOOD)]);
    for n in (1..=3).rev() {
        inner = zipped(&[(format!("{n}.zip").as_str(), inner.as_slice()), ("good.txt", GOOD.as_bytes())]);
    }
    let opened = read("0.zip", inner);
    assert!(refusal(&opened, "0.zip/1.zip/2.zip/3.zip").contains("more than 3 deep"));
    is_good(&opened, "0.zip/1.zip/2.zip/good.txt");
    is_good(&opened, "0.zip/good.txt");
    assert!(refusal(&read("a.gz", gzipped(&gzipped(GOOD.as_bytes()))), "a.gz").contains("more than once"));
}

#[test]
fn wrong_sizes_and_checksums_cost_only_their_entry() {
    let (good, crc, size) = good_entry();
    let archive =
        raw_zip(&[("a.txt", &good, crc, 7), ("b.txt", &good, crc ^ 1, size), ("c.txt", b"\xff\xff", 0, 0), ("d.txt", &good, crc, size)]);
    let opened = read("n.zip", archive);
    is_good(&opened, "n.zip/a.txt");
    assert!(refusal(&opened, "n.zip/b.txt").contains("damaged"));
    assert!(refusal(&opened, "n.zip/c.txt").contains("damaged"));
    is_good(&opened, "n.zip/d.txt");
}

#[test]
fn protected_and_oddly_packed_entries_are_named() {
    let mut archive = zipped(&[("a.txt", GOOD), ("b.txt", GOOD), ("c.txt", GOOD)]);
    let directory: Vec<usize> = archive.windows(4).enumerate().filter(|(_, w)| *w == b"PK\x01\x02").map(|(at, _)| at).collect();
    archive[directory[0] + 8] |= 1;
    archive[directory[1] + 10] = 14;
    let opened = read("n.zip", archive);
    assert!(refusal(&opened, "n.zip/a.txt").contains("password"));
    assert!(refusal(&opened, "n.zip/b.txt").contains("packed in a way"));
    is_good(&opened, "n.zip/c.txt");
}

#[test]
fn names_lead_nowhere() {
    let opened = read("n.zip", zipped(&[("../../etc/a.txt", GOOD), ("/b.txt", GOOD), ("c\\d.txt", GOOD)]));
    for name in ["n.zip/etc/a.txt", "n.zip/b.txt", "n.zip/c/d.txt"] {
        is_good(&opened, name);
    }
}

#[test]
fn cut_archives_give_what_is_left() {
    let archive = zipped(&[("a.txt", GOOD.to_owned()), ("b.txt", GOOD.repeat(50))]);
    let second = archive.windows(4).rposition(|w| w == b"PK\x03\x04").unwrap();
    let opened = read("n.zip", archive[..second + 60].to_vec());
    is_good(&opened, "n.zip/a.txt");
    assert!(refusal(&opened, "n.zip/b.txt").contains("cut short"));
    assert!(refusal(&opened, "n.zip").contains("cut short"));
    assert!(refusal(&read("n.zip", archive[..20].to_vec()), "n.zip").contains("cut short"));
    let records = [1, 2].map(|n| warc_record(&format!("https://x.example/{n}"), "Content-Type: text/plain", GOOD.as_bytes())).concat();
    let opened = read("n.warc", records[..records.len() - 30].to_vec());
    is_good(&opened, "n.warc/https://x.example/1");
    assert!(refusal(&opened, "n.warc/https://x.example/2").contains("cut short"));
    let packed = gzipped(&records);
    assert!(refusal(&read("n.warc.gz", packed[..packed.len() - 12].to_vec()), "n.warc.gz").contains("cut short"));
}

#[test]
fn cut_documents_say_so() {
    let whole = zipped(&folder("docx"));
    let document = whole.windows(17).position(|w| w == b"word/document.xml").unwrap();
    let cut = article("a.docx", whole[..document + 900].to_vec());
    assert!(cut.text.contains("harbour bridge"));
    assert_eq!(cut.warnings[0].kind, WarningKind::Damaged);
    let rtf = fixture("article.rtf");
    assert_eq!(article("a.rtf", rtf[..rtf.len() / 2].to_vec()).warnings[0].kind, WarningKind::Damaged);
    let mail = fixture("article.eml");
    let opened = read("a.eml", mail[..mail.len() - 900].to_vec());
    assert!(opened[0].1.as_ref().unwrap().text.contains("harbour bridge"));
    assert!(refusal(&opened, "a.eml").contains("cut short"));
}

#[test]
fn hostile_documents_are_read_in_time() {
    let start = Instant::now();
    // Stored, as no such thing packs to less than a hundredth by itself.
    let stored = |body: &str| support::archive(&support::docx_files(body), zip::CompressionMethod::Stored);
    let tables = stored(&"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>".repeat(100_000));
    assert!(article("tables.docx", tables).blocks.len() >= 100_000);
    let paragraph = "<w:p><w:r><w:t>The harbour bridge was closed on Tuesday after engineers found cracks.</w:t></w:r></w:p>";
    let nested = stored(&format!("{}{paragraph}", "<w:tbl><w:tr><w:tc>".repeat(100_000)));
    assert!(article("nested.docx", nested).text.contains("harbour"));
    let entities =
        format!("<!DOCTYPE x [<!ENTITY a \"ha\">{}]>", (0..50).map(|n| format!("<!ENTITY a{n} \"&a;&a;&a;\">")).collect::<String>());
    let mut files = support::docx_files("");
    let bomb = format!("{entities}<w:document><w:body>{paragraph}<w:p><w:r><w:t>&a49;\0</w:t></w:r></w:p></w:body></w:document>");
    files.retain(|(name, _)| name != "word/document.xml");
    files.push(("word/document.xml".into(), bomb.into_bytes()));
    assert!(article("entities.docx", zipped(&files)).text.len() < 200);
    assert!(article("deep.rtf", [b"{\\rtf1 ".as_slice(), &b"{\\b ".repeat(200_000), GOOD.as_bytes()].concat()).text.contains("harbour"));
    let quotes =
        format!("# Bridge\n\n**a**\n\n{} The harbour bridge was closed on Tuesday after engineers found cracks.", ">".repeat(20_000));
    let _ = read("quotes.md", quotes.into_bytes());
    let _ = read("stars.md", format!("# Bridge\n\n[a](/b)\n\n{}", "*a **b ".repeat(20_000)).into_bytes());
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
}

#[test]
fn hostile_mails_are_read_in_time() {
    let start = Instant::now();
    let head = "From: a@x.example\nDate: Thu, 24 Jul 2025 08:00:00 +0000\nSubject: x\nMIME-Version: 1.0\n";
    let dashes = "-".repeat(500_000);
    for (name, rest) in [
        (
            "mails in mails",
            format!("Content-Type: message/rfc822\n\n{}", "From: a@x.example\nContent-Type: message/rfc822\n\n".repeat(100_000)),
        ),
        ("long boundary", format!("Content-Type: multipart/mixed; boundary=\"{dashes}x\"\n\n{dashes}{dashes}")),
        ("parts in parts", (0..20_000).map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n")).collect()),
        (
            "parts",
            format!("Content-Type: multipart/mixed; boundary=b\n\n{}", "--b\nContent-Type: text/plain\n\nThe bridge.\n".repeat(20_000)),
        ),
        ("dashes", format!("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n{dashes}")),
        ("encoded words", format!("X: {}\n\nThe bridge.", "=?utf-8?q?a?= ".repeat(50_000))),
    ] {
        let opened = read("a.eml", format!("{head}{rest}").into_bytes());
        assert!(!opened.is_empty(), "{name}");
    }
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
}
