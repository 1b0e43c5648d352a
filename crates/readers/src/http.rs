//! A response as a server sent it (RFC 9112), for web archives keep them so.

use crossread_engine::Source;

use crate::gzip::gunzip;
use crate::inflate::{Stop, Wrapping, inflate};

/// Why a response gives nothing to read.
pub(crate) enum Unread {
    /// It is no page: another status, another kind of content. Nothing to tell.
    NoPage,
    /// It is a page that cannot be unpacked.
    Stopped(Stop),
    /// It is a page compressed with something that is not read here, by its name.
    Coding(String),
}

/// The page or text of a response of status 200.
pub(crate) fn page(name: String, response: &[u8], left: &mut usize) -> Result<Source, Unread> {
    let end = find(response, b"\r\n\r\n").map(|at| (at, at + 4)).or_else(|| find(response, b"\n\n").map(|at| (at, at + 2)));
    let (head, body) = end.map_or((response, &[][..]), |(at, after)| (&response[..at], &response[after..]));
    let head = String::from_utf8_lossy(head);
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split_whitespace().nth(1));
    let field = |wanted: &str| {
        let line = head.lines().skip(1).find(|line| line.split(':').next().is_some_and(|name| name.trim().eq_ignore_ascii_case(wanted)))?;
        line.split_once(':').map(|(_, value)| value.trim().to_owned())
    };
    let media_type = field("content-type").unwrap_or_default();
    if status != Some("200") || !is_readable(&media_type) {
        return Err(Unread::NoPage);
    }
    let chunked = field("transfer-encoding").is_some_and(|coding| coding.to_ascii_lowercase().contains("chunked"));
    let body = if chunked { unchunked(body) } else { body.to_vec() };
    let coding = field("content-encoding").unwrap_or_default().to_ascii_lowercase();
    let bytes = match coding.as_str() {
        "" | "identity" => body,
        // Archiving programs undo the coding and often leave its name.
        "gzip" | "x-gzip" if !body.starts_with(b"\x1f\x8b") => body,
        "gzip" | "x-gzip" => whole(gunzip(&body, left))?,
        "deflate" => match inflate(&body, Wrapping::Zlib, left) {
            Ok(inflated) if inflated.whole => inflated.bytes,
            _ => {
                whole(inflate(&body, Wrapping::Raw, left)).or_else(|unread| if looks_like_text(&body) { Ok(body) } else { Err(unread) })?
            }
        },
        _ if looks_like_text(&body) => body,
        _ => return Err(Unread::Coding(coding)),
    };
    Ok(Source { name, media_type: Some(media_type), bytes })
}

/// Whether a media type is that of a page or text.
pub(crate) fn is_readable(media_type: &str) -> bool {
    let kind = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    matches!(kind.as_str(), "text/html" | "application/xhtml+xml" | "text/plain" | "text/markdown")
}

fn whole(inflated: Result<crate::inflate::Inflated, Stop>) -> Result<Vec<u8>, Unread> {
    match inflated {
        Ok(inflated) if inflated.whole => Ok(inflated.bytes),
        Ok(_) => Err(Unread::Stopped(Stop::Damaged)),
        Err(stop) => Err(Unread::Stopped(stop)),
    }
}

fn looks_like_text(body: &[u8]) -> bool {
    body.trim_ascii_start().starts_with(b"<")
}

/// A body without the sizes between its chunks; what is not chunked stays as it is, as archiving programs undo that, too.
fn unchunked(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let line = String::from_utf8_lossy(&rest[..end]);
        let Ok(size) = usize::from_str_radix(line.split(';').next().unwrap_or_default().trim(), 16) else {
            return if out.is_empty() { body.to_vec() } else { out };
        };
        let data = &rest[end + 1..];
        if size == 0 {
            break;
        }
        out.extend_from_slice(&data[..size.min(data.len())]);
        rest = data.get(size..).unwrap_or_default();
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
    }
    if out.is_empty() { body.to_vec() } else { out }
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(response: &[u8]) -> Option<(String, String)> {
        let source = page("a".into(), response, &mut 10_000).ok()?;
        Some((source.media_type?, String::from_utf8(source.bytes).ok()?))
    }

    #[test]
    fn pages() {
        let html = |text: &str| Some(("text/html; charset=x".to_owned(), text.to_owned()));
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=x\r\n";
        assert_eq!(read(format!("{head}\r\n<p>a").as_bytes()), html("<p>a"));
        assert_eq!(read(format!("{head}Transfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n1;x=y\r\na\r\n0\r\n\r\n").as_bytes()), html("<p>a"));
        assert_eq!(read(format!("{head}Transfer-Encoding: chunked\r\n\r\n<p>a").as_bytes()), html("<p>a"));
        assert_eq!(read(format!("{head}Content-Encoding: br\r\n\r\n<p>a").as_bytes()), html("<p>a"));
        assert_eq!(read(format!("{head}Content-Encoding: br\r\n\r\n\u{1}\u{2}").as_bytes()), None);
        assert_eq!(read(b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>a"), None);
        assert_eq!(read(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n<p>a"), None);
        assert_eq!(read(b"HTTP/1.1"), None);
    }
}
