//! Whether a text is a mail (RFC 5322), or a page saved as one file, which browsers write in the form of a mail (RFC 2557).

/// Fields that stand in the header of a mail and hardly ever together in another text.
const KNOWN: &[&str] = &[
    "from",
    "to",
    "date",
    "subject",
    "mime-version",
    "message-id",
    "content-type",
    "content-transfer-encoding",
    "received",
    "return-path",
    "reply-to",
    "delivered-to",
    "snapshot-content-location",
    "dkim-signature",
];

/// Fields of which one has to be there: people write "From", "Date" and "Subject" at the top of texts, too, but not these.
const TECHNICAL: &[&str] = &["mime-version", "message-id", "content-type", "received", "return-path", "snapshot-content-location"];

/// Lines of a header looked at; some relays write a hundred.
const LINES: usize = 400;

/// Whether a text begins with the header of a mail: nothing but fields up to the first empty line, three known ones among them, and one that no
/// person types, or an address behind "From" beside the other two.
pub(super) fn is_mail(text: &str) -> bool {
    let mut known: Vec<&str> = Vec::new();
    let mut technical = false;
    let mut address = false;
    for (at, line) in text.lines().take(LINES).enumerate() {
        if line.trim().is_empty() {
            break;
        }
        // The line that parts mails in a mailbox file.
        let postmark = at == 0 && line.starts_with("From ");
        let folded = at > 0 && line.starts_with([' ', '\t']);
        if postmark || folded {
            continue;
        }
        let Some((name, value)) = line.split_once(':') else { return false };
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')) {
            return false;
        }
        let Some(name) = KNOWN.iter().find(|known| known.eq_ignore_ascii_case(name)) else { continue };
        technical |= TECHNICAL.contains(name);
        address |= *name == "from" && value.contains('@');
        if !known.contains(name) {
            known.push(name);
        }
    }
    let personal = address && known.contains(&"date") && known.contains(&"subject");
    known.len() >= 3 && known.contains(&"from") && technical || personal
}

#[cfg(test)]
mod tests {
    use super::is_mail;

    #[test]
    fn headers() {
        for (text, mail) in [
            ("From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/\nSubject: x\nMIME-Version: 1.0\n\n--a", true),
            ("Received: from a\n by b\nFrom: Ana <a@example.org>\nDate: Thu, 24 Jul 2025 08:00:00 +0000\n\nHello", true),
            ("From ana@example.org Thu Jul 24\nFrom: a@example.org\nDate: x\nSubject: y\n\nz", true),
            ("From: Ana Reyes\nDate: Thursday\nSubject: Bridge closed\n\nThe bridge is closed.", false),
            ("Update: the bridge is closed\n\nFrom: a@example.org\nDate: x\nSubject: y\n", false),
            ("From: a@example.org\nThe bridge is closed.\nDate: x\nSubject: y\n\n", false),
            ("", false),
        ] {
            assert_eq!(is_mail(text), mail, "{text}");
        }
    }
}
