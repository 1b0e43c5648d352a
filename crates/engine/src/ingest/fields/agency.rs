//! Credits of news agencies.

use crate::ingest::lexicon::agencies::AGENCIES;

/// The agency that an article credits: in its byline, in the dateline of its first paragraph, or at the end of its last.
pub(crate) fn agency(byline: Option<&str>, first: Option<&str>, last: Option<&str>) -> Option<String> {
    byline.and_then(credited).or_else(|| first.and_then(dateline)).or_else(|| last.and_then(closing))
}

/// The agencies that a byline credits: `Ana Reyes (AP)`, `Reuters`, `Ana Reyes, Associated Press`.
pub(crate) fn credited(byline: &str) -> Option<String> {
    let parts = byline.split(['(', ')', ',', '|', '/', ';', '•', '·', '–', '—', '&', '\n']).flat_map(|part| words_apart(part, JOINING));
    join(parts.filter_map(named))
}

/// The agencies in the dateline that opens a text: `GENEVA, July 24 (Reuters) – The talks …`, `/TASS/`, `PARIS (AFP) -`.
fn dateline(opening: &str) -> Option<String> {
    let end = opening.char_indices().nth(DATELINE).map_or(opening.len(), |(at, _)| at);
    let head = &opening[..end];
    let pairs = [('(', ')'), ('[', ']'), ('/', '/'), ('（', '）')];
    pairs.iter().find_map(|(open, close)| {
        let start = head.find(*open)? + open.len_utf8();
        let len = head[start..].find(*close)?;
        all(&head[start..start + len])
    })
}

/// The agencies that close a text: `(EFE and Reuters)` at the end of its last paragraph, `– Reuters`, or a short line of its own.
fn closing(paragraph: &str) -> Option<String> {
    let text = paragraph.trim().trim_end_matches(['.', '-', '*']);
    if let Some(text) = text.strip_suffix([')', ']', '）']) {
        return text.rfind(['(', '[', '（']).and_then(|at| all(text[at..].trim_start_matches(['(', '[', '（'])));
    }
    if let Some(at) = text.rfind(['—', '–']) {
        return all(text[at..].trim_start_matches(['—', '–']));
    }
    let words = text.split_whitespace().count();
    let photo = ["photo", "foto", "image", "pool", "getty", "фото"].iter().any(|word| text.to_lowercase().contains(word));
    (words <= SHORT && !photo).then(|| credited(text.rsplit([':', '©']).next().unwrap_or_default())).flatten()
}

/// Characters into a text at which its dateline has ended.
const DATELINE: usize = 90;

/// Words of a line that only credits.
const SHORT: usize = 8;

/// Words that join agencies, or lead to one.
const JOINING: &[&str] = &["and", "y", "e", "et", "und", "og", "och", "en", "ve", "и", "і", "for", "with", "from", "by", "via"];

/// The agencies of a credit that names nothing else.
fn all(credit: &str) -> Option<String> {
    let parts: Vec<&str> = credit
        .split([',', '/', '&', ';', '+'])
        .flat_map(|part| words_apart(part, JOINING))
        .map(str::trim)
        .filter(|p| !p.is_empty())
        .collect();
    let known: Vec<&str> = parts.iter().filter_map(|part| named(part)).collect();
    (known.len() == parts.len()).then(|| join(known.into_iter())).flatten()
}

/// The parts of a text between certain words.
fn words_apart<'a>(text: &'a str, apart: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    let mut cuts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for word in text.split(' ') {
        if apart.contains(&word) {
            cuts.push(&text[start..at]);
            start = at + word.len();
        }
        at += word.len() + 1;
    }
    cuts.push(&text[start..]);
    cuts.into_iter()
}

/// The agency a text is the name of.
fn named(text: &str) -> Option<&'static str> {
    let text = text.trim_matches(|c: char| !c.is_alphabetic());
    AGENCIES.iter().find(|(name, _)| *name == text || (name.len() > 5 && name.to_uppercase() == text)).map(|(_, agency)| *agency)
}

fn join(agencies: impl Iterator<Item = &'static str>) -> Option<String> {
    let mut out: Vec<&str> = Vec::new();
    for agency in agencies {
        if !out.contains(&agency) {
            out.push(agency);
        }
    }
    (!out.is_empty()).then(|| out.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines() {
        for (byline, want) in [
            ("By Ana Reyes (AP)", Some("AP")),
            ("Reuters", Some("Reuters")),
            ("REUTERS", Some("Reuters")),
            ("Ana Reyes, Associated Press", Some("AP")),
            ("Ana Reyes and Tom Okafor for Reuters", Some("Reuters")),
            ("AFP / dpa", Some("AFP, dpa")),
            ("Ana Reyes", None),
            ("Hina Shah", None),
            ("Efe Kaya", None),
        ] {
            assert_eq!(credited(byline).as_deref(), want, "{byline}");
        }
    }

    #[test]
    fn datelines() {
        for (opening, want) in [
            ("GENEVA, July 24 (Reuters) – The talks ended without a deal.", Some("Reuters")),
            ("GENEVA (AP) — The talks ended without a deal.", Some("AP")),
            ("MOSCOW, July 24. /TASS/. The talks ended without a deal.", Some("TASS")),
            ("Ginebra, 24 jul (EFE).- Las conversaciones terminaron sin acuerdo.", Some("EFE")),
            ("日内瓦（新华社）——会谈结束", Some("Xinhua")),
            ("The council (the AP was told) met.", None),
            ("The talks ended, he said (Reuters).", Some("Reuters")),
            ("", None),
        ] {
            assert_eq!(dateline(opening).as_deref(), want, "{opening}");
        }
    }

    #[test]
    fn closings() {
        for (paragraph, want) in [
            ("Crimea is part of it, he said. (EFE and Reuters)", Some("EFE, Reuters")),
            ("The hall was empty. – Reuters", Some("Reuters")),
            ("Source: dpa", Some("dpa")),
            ("© 2025 AFP", Some("AFP")),
            ("With reporting by AP", Some("AP")),
            ("(AP Photo/Ana Reyes)", None),
            ("Photo: Reuters", None),
            ("The hall was empty, Reuters reported on Thursday after the talks had ended.", None),
        ] {
            assert_eq!(closing(paragraph).as_deref(), want, "{paragraph}");
        }
    }
}
