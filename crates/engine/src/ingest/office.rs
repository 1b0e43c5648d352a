//! Old and protected office files: an OLE container ([MS-CFB]), whose directory names its streams in UTF-16.

use super::IngestError;

/// First bytes of every OLE container.
const MAGIC: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Streams that tell what a container holds, the more telling first, with what it is.
const STREAMS: &[(&str, &str)] = &[
    ("WordDocument", "an old Word document (.doc)"),
    ("Workbook", "an old spreadsheet (.xls)"),
    ("PowerPoint Document", "an old presentation (.ppt)"),
    ("__substg1.0_", "an Outlook message (.msg)"),
];

/// Why a container cannot be read; `None` for other files.
pub(super) fn refusal(bytes: &[u8]) -> Option<IngestError> {
    if !bytes.starts_with(MAGIC) {
        return None;
    }
    let holds = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if holds("EncryptedPackage") {
        return Some(IngestError::Encrypted);
    }
    let what = STREAMS.iter().find(|(stream, _)| holds(stream)).map_or("an old office document", |(_, what)| what);
    Some(IngestError::OldOffice { what })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn container(stream: &str) -> Vec<u8> {
        MAGIC.iter().copied().chain([0; 600]).chain(stream.encode_utf16().flat_map(u16::to_le_bytes)).chain([0; 100]).collect()
    }

    #[test]
    fn containers_are_told_apart() {
        assert_eq!(refusal(&container("EncryptedPackage")), Some(IngestError::Encrypted));
        assert_eq!(refusal(&container("WordDocument")), Some(IngestError::OldOffice { what: "an old Word document (.doc)" }));
        assert_eq!(refusal(&container("__substg1.0_1000001F")), Some(IngestError::OldOffice { what: "an Outlook message (.msg)" }));
        assert_eq!(refusal(MAGIC), Some(IngestError::OldOffice { what: "an old office document" }));
        assert_eq!(refusal(b"text"), None);
    }
}
