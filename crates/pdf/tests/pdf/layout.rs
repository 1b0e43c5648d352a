//! Columns, paragraphs and their order, from pages that the tests write.

use crate::support::*;
use crossread_engine::Role;

#[test]
fn one_column_with_space_between_paragraphs() {
    let column = Column { x: 70.0, y: 700.0, size: 11.0, letters: 80, leading: 14.0 };
    let content = line("F2", 22.0, 70.0, 740.0, "Bridge to close for six weeks") + &column.set(&[BRIDGE, BUSES, TRADERS], 0, 8.0).concat();
    assert_eq!(
        pieces(pages(&[content])),
        [
            (Role::Title, "Bridge to close for six weeks".to_owned()),
            (Role::Paragraph, BRIDGE.to_owned()),
            (Role::Paragraph, BUSES.to_owned()),
            (Role::Paragraph, TRADERS.to_owned()),
        ]
    );
}

/// Columns of 9-point type with a gutter of 9 points.
fn columns(count: usize) -> Vec<Vec<String>> {
    let letters = if count == 2 { 50 } else { 34 };
    let width = letters as f64 * 4.5;
    let texts: [&[&str]; 3] = [&[BRIDGE, BUSES], &[TRADERS, CRACKS], &[BUSES, BRIDGE]];
    let column = |nth: usize| Column { x: 40.0 + nth as f64 * (width + 9.0), y: 700.0 - nth as f64, size: 9.0, letters, leading: 11.0 };
    (0..count).map(|nth| column(nth).set(texts[nth], 2, 0.0)).collect()
}

#[test]
fn two_columns_under_a_headline() {
    let content = line("F2", 24.0, 40.0, 740.0, "Bridge to close for six weeks from Monday") + &columns(2).concat().concat();
    assert_eq!(texts(pages(&[content])), ["Bridge to close for six weeks from Monday", BRIDGE, BUSES, TRADERS, CRACKS]);
}

#[test]
fn three_columns_drawn_line_by_line_across() {
    let columns = columns(3);
    let rows = columns.iter().map(Vec::len).max().unwrap();
    let across: String = (0..rows).flat_map(|row| columns.iter().filter_map(move |column| column.get(row).cloned())).collect();
    let content = line("F2", 24.0, 40.0, 740.0, "Bridge to close for six weeks from Monday") + &across;
    assert_eq!(texts(pages(&[content])), ["Bridge to close for six weeks from Monday", BRIDGE, BUSES, TRADERS, CRACKS, BUSES, BRIDGE]);
}

#[test]
fn two_stories_on_one_page() {
    let story = |y: f64, head: &str, left: &'static str, right: &'static str| {
        let column =
            |x: f64, text: &'static str| Column { x, y: y - 30.0, size: 9.0, letters: 50, leading: 11.0 }.set(&[text], 0, 0.0).concat();
        line("F2", 18.0, 40.0, y, head) + &column(40.0, left) + &column(280.0, right)
    };
    let content =
        story(760.0, "Bridge to close for six weeks", BRIDGE, BUSES) + &story(600.0, "Cracks in fourteen hangers", CRACKS, TRADERS);
    assert_eq!(texts(pages(&[content])), ["Bridge to close for six weeks", BRIDGE, BUSES, "Cracks in fourteen hangers", CRACKS, TRADERS]);
}

#[test]
fn a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() {
    let column = |x: f64, y: f64| Column { x, y, size: 9.0, letters: 50, leading: 11.0 };
    let lines = wrap(&format!("{BRIDGE} {BUSES} {TRADERS}"), 50, 0);
    let (first, rest) = lines.split_at(2);
    let (second, third) = rest.split_at(3);
    let set = |at: Column, lines: &[String]| {
        lines.iter().enumerate().map(|(nth, text)| line("F1", 9.0, at.x, at.y - 11.0 * nth as f64, text)).collect::<String>()
    };
    let one = set(column(40.0, 700.0), first) + &set(column(280.0, 700.0), second);
    let two = set(column(40.0, 760.0), third);
    assert_eq!(texts(pages(&[one, two])), [format!("{BRIDGE} {BUSES} {TRADERS}")]);
}

#[test]
fn hyphens_at_line_ends() {
    let text = "The govern|ment said the cease|fire would hold. Under that cease-fire, it said, the Franco-German ministers' com|mission would meet.";
    let column = Column { x: 40.0, y: 700.0, size: 9.0, letters: 30, leading: 11.0 };
    let content = column.set(&[text], 0, 0.0).concat();
    assert!(content.contains("cease-)") && content.contains("com-)"), "the test needs hyphens at line ends: {content}");
    let want = text.replace("cease|fire would", "cease-fire would").replace('|', "");
    assert_eq!(texts(pages(&[content])), [want]);
}

#[test]
fn spaces_that_are_only_gaps() {
    // Words moved apart by TJ, by Td, and doubled space characters.
    let tj = "BT /F1 10 Tf 40 700 Td [(The) -250 (bridge) -250 (w) 20 (ill) -250 (close)] TJ ET\n";
    let td = "BT /F1 10 Tf 40 680 Td (on) Tj 12.5 0 Td (Monday) Tj 32.5 0 Td (for) Tj ET\n";
    let doubled = line("F1", 10.0, 40.0, 660.0, "six  weeks   and more.");
    assert_eq!(texts(pages(&[format!("{tj}{td}{doubled}")])).join(" "), "The bridge will close on Monday for six weeks and more.");
}

#[test]
fn letters_drawn_twice_are_bold_letters() {
    let twice = line("F1", 10.0, 40.0, 700.0, "Bridge") + &line("F1", 10.0, 40.3, 700.0, "Bridge");
    assert_eq!(texts(pages(&[twice])), ["Bridge"]);
}

#[test]
fn running_heads_numbers_and_addresses_are_furniture() {
    let body = [[BRIDGE, BUSES], [TRADERS, CRACKS], [BUSES, TRADERS]];
    let contents: Vec<String> = (0..3)
        .map(|page| {
            line("F1", 8.0, 40.0, 815.0, "24/11/2026, 13:41")
                + &line("F1", 8.0, 260.0, 815.0, "Bridge to close - The Harbour Post")
                + &line("F1", 9.0, 40.0, 780.0, "THE HARBOUR POST")
                + &Column { x: 40.0, y: 740.0, size: 11.0, letters: 80, leading: 14.0 }.set(&body[page], 0, 8.0).concat()
                + &line("F1", 8.0, 40.0, 20.0, "https://harbour.example/bridge")
                + &line("F1", 8.0, 540.0, 20.0, &format!("{}/3", page + 1))
        })
        .collect();
    let all = pieces(pages(&contents));
    let furniture = all.iter().filter(|(role, _)| *role == Role::Boilerplate).count();
    assert_eq!(furniture, 15, "{all:?}");
    assert_eq!(texts(pages(&contents)), [BRIDGE, BUSES, TRADERS, CRACKS, BUSES, TRADERS]);
}

#[test]
fn a_line_said_twice_inside_pages_is_text() {
    let page = |y: f64| line("F1", 11.0, 40.0, y, "No, said the minister, and left the room.");
    assert_eq!(texts(pages(&[page(500.0), page(500.0)])).len(), 2);
}

#[test]
fn picture_and_caption() {
    let caption = "The bridge as it was seen from the tower on Sunday.";
    let mut objects = Objects::default();
    let image = objects.stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", b"x");
    let content = "q 200 0 0 120 70 620 cm /Im Do Q\n".to_owned()
        + &line("F1", 8.0, 70.0, 608.0, caption)
        + &Column { x: 70.0, y: 570.0, size: 11.0, letters: 80, leading: 14.0 }.set(&[BRIDGE, BUSES], 0, 8.0).concat();
    let all = pieces(pages_and(objects, &[content], &format!("/XObject << /Im {image} 0 R >>"), "", ""));
    assert_eq!(all[0], (Role::Caption, caption.to_owned()));
    assert_eq!(all[1].0, Role::Paragraph);
}

#[test]
fn lists_and_headings() {
    let column = |y: f64| Column { x: 70.0, y, size: 11.0, letters: 80, leading: 14.0 };
    let item = |y: f64, text: &str| line("F1", 11.0, 70.0, y, "•") + &line("F1", 11.0, 88.0, y, text);
    let content = column(760.0).set(&[BRIDGE, BUSES], 0, 8.0).concat()
        + &line("F2", 11.0, 70.0, 660.0, "What changes on Monday")
        + &item(640.0, "Buses 4 and 11 go through the tunnel, which is open")
        + &line("F1", 11.0, 88.0, 626.0, "at night as well.")
        + &item(612.0, "Lorries take the motorway.")
        + &item(598.0, "Cyclists may take the ferry.")
        + &column(570.0).set(&[CRACKS], 0, 8.0).concat();
    assert_eq!(
        pieces(pages(&[content])),
        [
            (Role::Paragraph, BRIDGE.to_owned()),
            (Role::Paragraph, BUSES.to_owned()),
            (Role::Heading, "What changes on Monday".to_owned()),
            (Role::ListItem, "• Buses 4 and 11 go through the tunnel, which is open at night as well.".to_owned()),
            (Role::ListItem, "• Lorries take the motorway.".to_owned()),
            (Role::ListItem, "• Cyclists may take the ferry.".to_owned()),
            (Role::Paragraph, CRACKS.to_owned()),
        ]
    );
}

#[test]
fn text_that_runs_upwards_is_set_aside() {
    let content = Column { x: 70.0, y: 760.0, size: 11.0, letters: 80, leading: 14.0 }.set(&[BRIDGE, BUSES], 0, 8.0).concat()
        + "BT /F1 6 Tf 0 1 -1 0 580 400 Tm (Picture: L. Okafor) Tj ET\n";
    let all = pieces(pages(&[content]));
    assert_eq!(all.last().unwrap(), &(Role::Boilerplate, "Picture: L. Okafor".to_owned()));
    assert_eq!(all.len(), 3);
}

#[test]
fn a_page_that_is_shown_turned() {
    let lines = wrap(&format!("{BRIDGE} {BUSES}"), 50, 0);
    let content: String = lines
        .iter()
        .enumerate()
        .map(|(nth, text)| format!("BT /F1 10 Tf 0 1 -1 0 {} 100 Tm ({text}) Tj ET\n", 100.0 + 12.0 * nth as f64))
        .collect();
    assert_eq!(texts(pages(&[content])), [format!("{BRIDGE} {BUSES}")]);
}

#[test]
fn right_to_left() {
    let map =
        "1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <61> <7b> <05d0> endbfrange 1 beginbfchar <20> <0020> endbfchar";
    let mut objects = Objects::default();
    let cmap = objects.stream("", map.as_bytes());
    let widths = "500 ".repeat(224);
    let font = format!("/F1 << /Type /Font /Subtype /TrueType /BaseFont /H /FirstChar 32 /Widths [{widths}] /ToUnicode {cmap} 0 R >>");
    // "שלום עולם" as it is seen, from left to right.
    let seen: String =
        "שלום עולם".chars().rev().map(|c| if c == ' ' { ' ' } else { char::from(b'a' + (u32::from(c) - 0x5d0) as u8) }).collect();
    let bytes = pages_and(objects, &[line("F1", 12.0, 300.0, 700.0, &seen)], &format!("/Font << {font} >>"), "/Lang (he-IL)", "");
    assert_eq!(texts(bytes.clone()), ["שלום עולם"]);
    assert_eq!(read(bytes).unwrap().language.as_deref(), Some("he"));
}

#[test]
fn metadata() {
    let content = line("F1", 11.0, 70.0, 760.0, "The Harbour Post")
        + &line("F1", 11.0, 70.0, 740.0, "Bridge to close for six weeks")
        + &Column { x: 70.0, y: 700.0, size: 11.0, letters: 80, leading: 14.0 }.set(&[BRIDGE, BUSES], 0, 8.0).concat();
    let mut objects = Objects::default();
    let info = objects.add("<< /Title (Bridge to close for six weeks | The Harbour Post) /Author (Ana Reyes) /CreationDate (D:20261124134108+01'00') /Producer (Word) >>");
    let document = read(pages_and(objects, std::slice::from_ref(&content), "", "/Lang (en-GB)", &format!("/Info {info} 0 R"))).unwrap();
    assert_eq!(document.title.as_deref(), Some("Bridge to close for six weeks"));
    assert_eq!(document.pieces.iter().find(|piece| piece.role == Role::Title).unwrap().text, "Bridge to close for six weeks");
    assert_eq!(document.byline.as_deref(), Some("Ana Reyes"));
    assert_eq!(document.published.as_deref(), Some("2026-11-24T13:41:08+01:00"));
    assert_eq!(document.language.as_deref(), Some("en"));
    // A browser's date is that of the printing.
    let mut objects = Objects::default();
    let info = objects.add("<< /CreationDate (D:20261124134108Z) /Producer (Skia/PDF m156) >>");
    assert_eq!(read(pages_and(objects, &[content], "", "", &format!("/Info {info} 0 R"))).unwrap().published, None);
}
