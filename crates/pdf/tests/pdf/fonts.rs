//! What codes stand for, in every kind of font.

use crate::support::*;
use crossread_engine::WarningKind;

fn with_font(objects: Objects, font: &str, content: &str) -> Vec<u8> {
    pages_and(objects, &[content.to_owned()], &format!("/Font << /F1 {font} >>"), "", "")
}

#[test]
fn encodings_of_one_byte() {
    let show = "BT /F1 12 Tf 70 700 Td (\\223Caf\\351\\224 \\226 \\200 5) Tj ET";
    let win = "<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding >>";
    assert_eq!(texts(with_font(Objects::default(), win, show)), ["“Café” – € 5"]);
    let mac = "<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /MacRomanEncoding >>";
    assert_eq!(texts(with_font(Objects::default(), mac, "BT /F1 12 Tf 70 700 Td (Caf\\216 \\336nal) Tj ET")), ["Café final"]);
    let named = "<< /Type /Font /Subtype /Type1 /BaseFont /X /Encoding << /Differences [1 /eacute /f_i 3 /uni20AC /quotedblleft] >> >>";
    assert_eq!(
        texts(with_font(Objects::default(), named, "BT /F1 12 Tf 70 700 Td (\\004Caf\\001 \\002nal \\003) Tj ET")),
        ["“Café final €"]
    );
}

#[test]
fn composite_font_with_a_map_to_unicode() {
    let mut objects = Objects::default();
    let map = "1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfrange <0003> <0005> <0061> <0010> <0011> [<00660066> <d83dde00>] endbfrange";
    let map = objects.stream("", map.as_bytes());
    let descendant = objects.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 500 /W [3 [600 600] 5 5 700] >>");
    let font = format!(
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {map} 0 R >>"
    );
    assert_eq!(texts(with_font(objects, &font, "BT /F1 12 Tf 70 700 Td <000300040005001000110005> Tj ET")), ["abcff😀c"]);
}

#[test]
fn composite_font_whose_codes_are_unicode() {
    let font = "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /UniJIS-UTF16-H /DescendantFonts [<< /Subtype /CIDFontType0 >>] >>";
    assert_eq!(texts(with_font(Objects::default(), font, "BT /F1 12 Tf 70 700 Td <6a4b306f9589> Tj ET")), ["橋は閉"]);
}

#[test]
fn characters_without_meaning_are_counted() {
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /X /Encoding << /Differences [1 /g1 /g2] >> >>";
    let document = read(with_font(Objects::default(), font, "BT /F1 12 Tf 70 700 Td (Bridge \\001\\002 closed) Tj ET")).unwrap();
    assert_eq!(document.pieces[0].text, "Bridge \u{fffd}\u{fffd} closed");
    assert_eq!(document.warnings[0].kind, WarningKind::CharactersReplaced { count: 2 });
}

#[test]
fn replaced_text() {
    let content =
        "BT /F1 12 Tf 70 700 Td (com) Tj /Span << /ActualText <FEFF00AD> >> BDC (-) Tj EMC ET BT /F1 12 Tf 70 686 Td (mittee) Tj ET";
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
    assert_eq!(texts(with_font(Objects::default(), font, content)), ["committee"]);
}

#[test]
fn forms_and_inline_pictures() {
    let mut objects = Objects::default();
    let form =
        objects.stream("/Type /XObject /Subtype /Form /BBox [0 0 500 500] /Matrix [1 0 0 1 70 600]", b"BT /F1 12 Tf 0 0 Td (inside) Tj ET");
    let content =
        "BI /W 2 /H 2 /BPC 8 /CS /G ID \x01EI\x02\x03 EI BT /F1 12 Tf 70 700 Td (before) Tj ET /Fm Do BT /F1 12 Tf 70 500 Td (after) Tj ET";
    let bytes = pages_and(objects, &[content.to_owned()], &format!("/XObject << /Fm {form} 0 R >> /Font << {} >>", fonts()), "", "");
    assert_eq!(texts(bytes), ["before", "inside", "after"]);
}
