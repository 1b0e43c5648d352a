//! What a mail must not be made of: mail-parser drops mails in mails by recursion, which ends the stack at some depth, and compares each line that
//! begins like a boundary with all of it.

/// Most mails in each other, and lists of such; one that was forwarded a dozen times is rare.
const NESTED: usize = 300;
/// Longest boundary, in bytes; the standard allows 70.
const BOUNDARY: usize = 1000;
/// Most pieces that boundaries may be put together from (RFC 2231).
const PIECES: usize = 20;

/// Why a mail is not parsed, in words; `None` where it can be.
pub(super) fn refusal(bytes: &[u8]) -> Option<String> {
    let nested: usize = ["rfc822", "message/global", "multipart/digest"].iter().map(|word| occurrences(bytes, word).count()).sum();
    if nested > NESTED {
        return Some(format!(
            "It holds more than {NESTED} mails in each other, which is the limit. Save the one with the article by itself."
        ));
    }
    let mut pieces = 0;
    for after in occurrences(bytes, "boundary") {
        pieces += usize::from(after.starts_with(b"*"));
        let value = after.trim_ascii_start().strip_prefix(b"=").unwrap_or_default().trim_ascii_start();
        let ends: &[u8] = if value.starts_with(b"\"") { b"\"" } else { b" \t\r\n;" };
        let length = value.iter().skip(1).take(BOUNDARY + 1).take_while(|byte| !ends.contains(byte)).count();
        if length > BOUNDARY || pieces > PIECES {
            return Some("Its parts are marked as no mail program marks them. Save the mail again, or copy the article's text.".to_owned());
        }
    }
    None
}

/// What follows each occurrence of a word, in any case.
fn occurrences<'a>(bytes: &'a [u8], word: &'a str) -> impl Iterator<Item = &'a [u8]> {
    bytes
        .windows(word.len())
        .enumerate()
        .filter(|(_, window)| window.eq_ignore_ascii_case(word.as_bytes()))
        .map(move |(at, _)| &bytes[at + word.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_no_program_writes_is_refused() {
        assert_eq!(refusal(b"Content-Type: multipart/mixed; boundary=\"a b\"\n\nContent-Type: message/rfc822\n"), None);
        assert!(refusal(&b"Content-Type: MESSAGE/RFC822\n\n".repeat(NESTED + 1)).is_some());
        assert!(refusal(format!("boundary = \"{}x\"", "-".repeat(BOUNDARY + 1)).as_bytes()).is_some());
        assert!(refusal(&b"boundary*0=a; ".repeat(PIECES + 1)).is_some());
        assert_eq!(refusal(format!("boundary=\"a\" {}", "-".repeat(5000)).as_bytes()), None);
    }
}
