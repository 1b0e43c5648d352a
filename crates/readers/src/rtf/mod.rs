//! Rich text (RTF, Microsoft's specification 1.9.1), read here: what it is made of is simple, and no crate reads its character sets.

mod charset;
mod reader;
mod token;

use crossread_engine::{Document, Source, SourceInfo, Warning, WarningKind};

use reader::Reader;
use token::Tokens;

/// Reads a document.
pub(crate) fn read(source: &Source) -> Document {
    let mut reader = Reader::new();
    for token in Tokens::new(&source.bytes) {
        reader.take(token);
    }
    let read = reader.finish();
    Document {
        source: SourceInfo::of(source, "application/rtf", read.charset),
        title: read.properties.title,
        outlet: None,
        byline: read.properties.author,
        published: read.properties.created,
        language: None,
        pieces: read.pieces,
        warnings: if read.broken { vec![Warning::whole(WarningKind::Damaged)] } else { Vec::new() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(bytes: &[u8]) -> Document {
        read(&Source { name: "a.rtf".into(), media_type: None, bytes: bytes.to_vec() })
    }

    #[track_caller]
    fn check(body: &str, want: &[&str]) {
        let head = r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}{\f2\fcharset128 Mincho;}}{\stylesheet{\s1\outlinelevel0 heading 1;}{\s2 Title;}{\s3\sbasedon0 Quote;}}";
        let document = document(format!("{head}{body}}}").as_bytes());
        let got: Vec<String> = document.pieces.iter().map(|piece| format!("{}: {}", piece.role.name(), piece.text)).collect();
        assert_eq!(got, want, "{body}");
        assert_eq!(document.warnings, []);
    }

    #[test]
    fn text() {
        check(r"a\line b\tab c\par d\'e9\~e\emdash f\par", &["paragraph: a\nb\tc", "paragraph: dé\u{a0}e—f"]);
        check(r"{\b bold} and {\i italic}\par {\v hidden}{\deleted gone}x", &["paragraph: bold and italic", "paragraph: x"]);
        check(r"\u8220?x\u8221?\u-10179?\u-8704?\uc2\u233 ??e\uc0\u233 ?", &["paragraph: “x”\u{1f600}éeé?"]);
        check(r"{\f1 \'cc\'ee\'f1\'f2}{\f2 \'83\'41\'83A} \f0\'e9", &["paragraph: Мостアア é"]);
    }

    #[test]
    fn styles_lists_and_notes() {
        check(
            r"\pard\s2 T\par\pard\s1 H\par\pard\s3 Q\par\pard{\listtext\bullet\tab}\ls1 L\par\pard P{\footnote \chftn N}\par",
            &["title: T", "heading: H", "quotation: Q", "list-item: L", "paragraph: P", "paragraph: N"],
        );
        check(r"{\header Lowmere Ledger\par}a\par{\footer 1}", &["boilerplate: Lowmere Ledger", "paragraph: a", "boilerplate: 1"]);
    }

    #[test]
    fn fields_show_their_results() {
        check(
            r#"{\field{\*\fldinst{HYPERLINK "http://x"}}{\fldrslt{\ul here}}} and {\*\unknown no}{\pict 00ff}on\par"#,
            &["paragraph: here and on"],
        );
    }

    #[test]
    fn tables() {
        check(
            r"\trowd\pard\intbl Lane\cell Cars\cell\row\trowd\pard\intbl North\cell 7,000\cell\row\pard z\par",
            &["table: Lane\tCars\nNorth\t7,000", "paragraph: z"],
        );
    }

    #[test]
    fn properties_and_damage() {
        let info = document(
            br"{\rtf1\ansi{\info{\title Bridge closed}{\author Ana Reyes}{\creatim\yr2025\mo7\dy24\hr8\min5}{\operator Bot}}a\par}",
        );
        assert_eq!(info.title.as_deref(), Some("Bridge closed"));
        assert_eq!(info.byline.as_deref(), Some("Ana Reyes"));
        assert_eq!(info.published.as_deref(), Some("2025-07-24T08:05"));
        assert_eq!(document(br"{\rtf1 {\b a").warnings.len(), 1);
        assert_eq!(document(&b"{".repeat(100_000)).pieces, []);
    }
}
