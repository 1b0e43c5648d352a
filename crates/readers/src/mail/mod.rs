//! Mails (RFC 5322) and pages saved as one file (MHTML, RFC 2557), by mail-parser.

mod guard;
mod header;

use crossread_engine::Source;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::http;
use crate::inflate::Stop;
use crate::opener::{self, Opener};
use header::Header;

/// Opens a mail: its text, and what is attached to it. Of a saved page only the page: pictures and frames are parts of it.
pub(crate) fn open(source: &Source, opener: &mut Opener) {
    let bytes = without_postmark(&source.bytes);
    if let Some(why) = guard::refusal(bytes) {
        opener.refuse(source.name.as_str(), why);
        return;
    }
    let Some(message) = MessageParser::default().parse(bytes).filter(|message| !message.parts.is_empty()) else {
        opener.stopped(source.name.clone(), Stop::Damaged);
        return;
    };
    let page = saved_page(&message);
    if let Some(page) = page {
        opener.source(Source { name: source.name.clone(), ..content(&message, page) });
    } else {
        if let Some(body) = body(&message) {
            let body = Header::of(&message).put_before(content(&message, body));
            opener.source(Source { name: source.name.clone(), ..body });
        }
        attachments(&source.name, &message, opener);
    }
    if is_cut_short(&message) {
        opener.stopped(source.name.clone(), Stop::Damaged);
    }
}

/// A mail without the line before it in mailbox files.
fn without_postmark(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|byte| *byte == b'\n').filter(|_| bytes.starts_with(b"From "));
    end.map_or(bytes, |end| &bytes[end + 1..])
}

/// The page of a file that a browser wrote: its first part that is HTML. Browsers say where each part came from; mail programs do not.
fn saved_page<'a, 'x>(message: &'a Message<'x>) -> Option<&'a MessagePart<'x>> {
    let page = message.parts.iter().find(|part| matches!(part.body, PartType::Html(_)))?;
    let saved = message.header("Snapshot-Content-Location").is_some()
        || page.content_location().is_some()
        || message.header_raw("From").is_some_and(|from| from.trim_start().starts_with("<Saved by"));
    saved.then_some(page)
}

/// The text of a mail: as HTML where it has it, as it shows headings and lists.
fn body<'a>(message: &'a Message<'_>) -> Option<&'a MessagePart<'a>> {
    let is_text = |part: &&MessagePart<'_>| part.text_contents().is_some_and(|text| !text.trim().is_empty());
    let html = message.html_bodies().find(|part| matches!(part.body, PartType::Html(_)) && is_text(part));
    html.or_else(|| message.text_bodies().find(|part| matches!(part.body, PartType::Text(_)) && is_text(part)))
}

/// Opens what may be an article of its own: not the pictures that a mail shows, nor signatures and appointments.
fn attachments(mail: &str, message: &Message<'_>, opener: &mut Opener) {
    let parts: Vec<(String, &MessagePart<'_>)> = message
        .attachments()
        .filter(|part| !is_part_of_mail(part))
        .enumerate()
        .map(|(at, part)| (part.attachment_name().map_or_else(|| format!("attachment {}", at + 1), |name| name.replace('\\', "/")), part))
        .collect();
    let mut wanted = opener::readable(parts.iter().map(|(name, _)| name.as_str()));
    wanted.sort_unstable();
    for (name, part) in wanted.into_iter().map(|at| &parts[at]) {
        if !opener.take_entry(mail) {
            return;
        }
        let found = match &part.body {
            PartType::Message(inner) => Source { name: String::new(), media_type: None, bytes: inner.raw_message().to_vec() },
            _ => content(message, part),
        };
        if !found.bytes.is_empty() {
            opener.found(Source { name: opener::path(mail, name), ..found });
        }
    }
}

fn is_part_of_mail(part: &MessagePart<'_>) -> bool {
    let Some(kind) = part.content_type() else { return false };
    let subtype = kind.subtype().unwrap_or_default().to_ascii_lowercase();
    match kind.ctype().to_ascii_lowercase().as_str() {
        "image" | "audio" | "video" | "font" | "multipart" => true,
        "text" => matches!(subtype.as_str(), "css" | "calendar" | "vcard" | "x-vcard"),
        "message" => subtype != "rfc822" && subtype != "global",
        _ => subtype.contains("signature") || subtype == "ms-tnef" || subtype == "ics",
    }
}

/// A part's bytes with the media type that tells their character set; nameless.
fn content(message: &Message<'_>, part: &MessagePart<'_>) -> Source {
    let kind = part.content_type();
    let declared = kind.and_then(|kind| kind.attribute("charset")).is_some();
    let media_type = kind.map(|kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()).to_ascii_lowercase());
    let media_type = match &part.body {
        PartType::Html(_) => Some("text/html".to_owned()),
        _ => media_type.filter(|kind| http::is_readable(kind)),
    };
    if let Some(text) = part.text_contents().filter(|_| declared) {
        let kind = media_type.unwrap_or_else(|| "text/plain".to_owned());
        return Source { name: String::new(), media_type: Some(format!("{kind}; charset=utf-8")), bytes: text.as_bytes().to_vec() };
    }
    // Without a declared character set the engine looks at the bytes, which it would be too late for once they are text.
    let raw = message.raw_message().get(range(part)).unwrap_or_default();
    let bytes = match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
        Encoding::Base64 => base64_decode(raw),
    };
    let is_text = part.text_contents().is_some();
    let bytes = bytes.filter(|_| is_text).unwrap_or_else(|| part.contents().to_vec());
    Source { name: String::new(), media_type, bytes }
}

fn range(part: &MessagePart<'_>) -> std::ops::Range<usize> {
    let at = |offset: u32| usize::try_from(offset).unwrap_or(usize::MAX);
    at(part.raw_body_offset())..at(part.raw_end_offset())
}

/// Whether the mark at the end of a mail in parts is missing.
fn is_cut_short(message: &Message<'_>) -> bool {
    let boundary = message.content_type().and_then(|kind| kind.attribute("boundary"));
    // The standard allows 70 characters; longer ones only serve to make the search slow.
    let Some(boundary) = boundary.filter(|boundary| boundary.len() <= 70) else { return false };
    let end = format!("--{boundary}--");
    !message.raw_message().windows(end.len()).any(|window| window == end.as_bytes())
}
