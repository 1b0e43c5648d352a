//! What a mail's header says about its text.

use crossread_engine::Source;
use mail_parser::{HeaderValue, Message};

/// Subject, sender and date, as far as they are the article's.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Header {
    title: Option<String>,
    byline: Option<String>,
    outlet: Option<String>,
    published: Option<String>,
}

/// What mail programs put before the subject of a forwarded mail, in the languages they do so in.
const FORWARDED: &[&str] = &["fw", "fwd", "wg", "tr", "rv", "enc", "i", "vs", "doorst"];

impl Header {
    /// Reads a header. Who forwards a mail is not who wrote it; who sends to a mailing list is an outlet, not a person.
    pub(super) fn of(message: &Message<'_>) -> Self {
        let subject = message.subject().unwrap_or_default().trim();
        let (title, forwarded) = without_prefixes(subject);
        let sender = message.from().and_then(|from| from.first()).and_then(|from| from.name()).map(|name| name.trim().to_owned());
        let sender = sender.filter(|name| !name.is_empty() && !name.contains('@') && !forwarded);
        let listed = ["List-Id", "List-Unsubscribe"].iter().any(|name| message.header(*name).is_some());
        let organisation = message.header("Organization").and_then(HeaderValue::as_text).map(|name| name.trim().to_owned());
        let (byline, outlet) = if listed { (None, sender) } else { (sender, None) };
        Self {
            title: (!title.is_empty()).then(|| title.to_owned()),
            byline,
            outlet: outlet.or(organisation).filter(|_| !forwarded),
            published: message.date().filter(|_| !forwarded).map(|date| date.to_rfc3339()),
        }
    }

    /// Puts what it says before the text, where the engine looks for it: into the head of a page, into the first lines of a plain text, as
    /// mail programs show it.
    pub(super) fn put_before(&self, body: Source) -> Source {
        let is_html = body.media_type.as_deref().is_some_and(|kind| kind.starts_with("text/html"));
        let head = if is_html { self.as_markup() } else { self.as_lines(&String::from_utf8_lossy(&body.bytes)) };
        Source { bytes: [head.as_bytes(), &body.bytes].concat(), ..body }
    }

    fn as_markup(&self) -> String {
        let fields = [
            ("property=\"og:title\"", &self.title),
            ("name=\"author\"", &self.byline),
            ("property=\"og:site_name\"", &self.outlet),
            ("property=\"article:published_time\"", &self.published),
        ];
        let meta = fields.iter().filter_map(|(key, value)| Some(format!("<meta {key} content=\"{}\">\n", escaped(value.as_deref()?))));
        meta.collect()
    }

    fn as_lines(&self, body: &str) -> String {
        let start: String = body.chars().take(600).collect();
        let title = self.title.as_deref().filter(|title| !start.contains(title));
        let byline = self.byline.as_deref().filter(|name| !start.contains(name)).map(|name| format!("By {name}"));
        let lines = [title.map(str::to_owned), byline, self.published.clone()];
        let lines = lines.into_iter().flatten().map(|line| line + "\n\n");
        if self.fits(body) { lines.collect() } else { String::new() }
    }

    /// Whether lines in UTF-8 can stand before a text, which is decoded as a whole: not in UTF-16, and in other sets only in ASCII.
    fn fits(&self, body: &str) -> bool {
        let is_utf8 = !body.contains('\u{fffd}');
        !body.contains('\0')
            && (is_utf8 || [&self.title, &self.byline].iter().all(|field| field.as_ref().is_none_or(|text| text.is_ascii())))
    }
}

/// A subject without "Re:", "Fwd:" …, and whether one of them says that the mail was forwarded.
fn without_prefixes(subject: &str) -> (&str, bool) {
    let (mut rest, mut forwarded) = (subject, false);
    while let Some((prefix, tail)) = rest.split_once(':') {
        let prefix = prefix.trim().to_ascii_lowercase();
        let is_forward = FORWARDED.contains(&prefix.as_str());
        if !is_forward && !matches!(prefix.as_str(), "re" | "aw" | "sv" | "antw") {
            break;
        }
        forwarded |= is_forward;
        rest = tail.trim_start();
    }
    (rest, forwarded)
}

/// A value for an attribute in any character set: what is not ASCII as references.
fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, ' ' | ',' | '.' | '-' | ':' | '+') {
            out.push(c);
        } else if !c.is_control() {
            out.push_str(&format!("&#{};", u32::from(c)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(text: &str) -> Header {
        Header::of(&mail_parser::MessageParser::default().parse(text.as_bytes()).unwrap())
    }

    #[test]
    fn who_sends_is_who_wrote_unless_forwarded_or_a_list() {
        let own = header("From: Ana Reyes <a@example.org>\r\nSubject: Re: Bridge closed\r\nDate: Thu, 24 Jul 2025 08:00:00 +0200\r\n\r\nx");
        assert_eq!(own.title.as_deref(), Some("Bridge closed"));
        assert_eq!(own.byline.as_deref(), Some("Ana Reyes"));
        assert_eq!(own.published.as_deref(), Some("2025-07-24T08:00:00+02:00"));
        let forwarded =
            header("From: Tom <t@example.org>\r\nSubject: Fwd: Bridge closed\r\nDate: Thu, 24 Jul 2025 08:00:00 +0200\r\n\r\nx");
        assert_eq!(forwarded, Header { title: Some("Bridge closed".into()), ..Header::default() });
        let list = header("From: Lowmere Ledger <n@example.org>\r\nList-Id: <n.example.org>\r\nSubject: =?utf-8?q?Br=C3=BCcke?=\r\n\r\nx");
        assert_eq!((list.outlet.as_deref(), list.byline, list.title.as_deref()), (Some("Lowmere Ledger"), None, Some("Brücke")));
        assert_eq!(header("From: a@example.org\r\nSubject: Storm: two dead\r\n\r\nx").title.as_deref(), Some("Storm: two dead"));
    }

    #[test]
    fn markup_is_escaped() {
        let header = Header { title: Some("\"><script>é".into()), ..Header::default() };
        assert_eq!(header.as_markup(), "<meta property=\"og:title\" content=\"&#34;&#62;&#60;script&#62;&#233;\">\n");
    }
}
