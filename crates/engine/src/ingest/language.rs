//! Which language a text is in.

/// Frequent words that are rare in the other languages of the table.
const STOP_WORDS: &[(&str, &[&str])] = &[
    ("en", &["the", "and", "of", "to", "that", "with", "was", "for", "has", "said", "it", "from", "by", "were", "have", "this"]),
    ("es", &["el", "los", "las", "que", "una", "por", "con", "del", "se", "ha", "como", "más", "y", "su", "pero", "fue"]),
    ("fr", &["le", "les", "des", "et", "une", "du", "dans", "est", "pour", "qui", "au", "sur", "par", "plus", "été", "avec"]),
    ("de", &["der", "die", "und", "das", "den", "von", "mit", "nicht", "ist", "ein", "eine", "zu", "auf", "im", "dem", "wurde"]),
    ("pt", &["o", "os", "uma", "não", "com", "do", "da", "em", "para", "foi", "ao", "dos", "mais", "pelo", "são", "também"]),
    ("it", &["il", "gli", "che", "di", "della", "per", "non", "sono", "del", "con", "nel", "alla", "è", "anche", "dei", "più"]),
    ("nl", &["het", "een", "van", "en", "dat", "niet", "voor", "op", "zijn", "met", "de", "ook", "werd", "aan", "naar", "bij"]),
    ("pl", &["i", "w", "na", "nie", "się", "że", "do", "jest", "został", "przez", "jak", "oraz", "po", "od", "dla", "tym"]),
    ("sv", &["och", "att", "det", "som", "är", "för", "på", "av", "inte", "den", "har", "med", "till", "ett", "om", "var"]),
    ("tr", &["ve", "bir", "bu", "için", "ile", "olarak", "daha", "çok", "da", "de", "olan", "gibi", "sonra", "ancak", "kadar", "göre"]),
    ("ru", &["и", "в", "не", "на", "что", "с", "по", "как", "это", "из", "для", "он", "его", "был", "также", "было"]),
    ("uk", &["і", "в", "не", "на", "що", "з", "за", "як", "це", "до", "та", "він", "його", "був", "також", "від"]),
];

/// Words looked at.
const WORDS: usize = 600;

/// The language of a text as a BCP 47 primary tag; `None` where it is not clear.
pub(super) fn of(text: &str) -> Option<String> {
    if let Some(language) = by_script(text) {
        return Some(language.to_owned());
    }
    let mut votes = [0_usize; STOP_WORDS.len()];
    let mut words = 0;
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).take(WORDS) {
        let word = word.to_lowercase();
        words += 1;
        for (vote, (_, list)) in votes.iter_mut().zip(STOP_WORDS) {
            *vote += usize::from(list.contains(&word.as_str()));
        }
    }
    let best = (0..votes.len()).max_by_key(|i| (votes[*i], usize::MAX - i))?;
    let second = (0..votes.len()).filter(|i| *i != best).map(|i| votes[i]).max()?;
    // Running text holds 1 in 10 or more of its language's words; a neighbour shares some of them.
    let clear = votes[best] >= 3 && votes[best] * 14 >= words && votes[best] * 3 >= second * 4;
    clear.then(|| STOP_WORDS[best].0.to_owned())
}

/// Scripts that one language writes, or nearly.
fn by_script(text: &str) -> Option<&'static str> {
    let (mut letters, mut kana, mut han, mut hangul, mut arabic, mut persian) = (0, 0, 0, 0, 0, 0);
    let (mut hebrew, mut greek, mut thai, mut devanagari, mut georgian, mut armenian) = (0, 0, 0, 0, 0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(WORDS * 4) {
        letters += 1;
        let count = match c {
            '\u{3040}'..='\u{30ff}' => &mut kana,
            '\u{4e00}'..='\u{9fff}' => &mut han,
            '\u{ac00}'..='\u{d7a3}' => &mut hangul,
            'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' => &mut persian,
            '\u{600}'..='\u{6ff}' => &mut arabic,
            '\u{590}'..='\u{5ff}' => &mut hebrew,
            '\u{370}'..='\u{3ff}' => &mut greek,
            '\u{e00}'..='\u{e7f}' => &mut thai,
            '\u{900}'..='\u{97f}' => &mut devanagari,
            '\u{10a0}'..='\u{10ff}' => &mut georgian,
            '\u{530}'..='\u{58f}' => &mut armenian,
            _ => continue,
        };
        *count += 1;
    }
    let most = |n: usize| letters > 0 && n * 2 > letters;
    if most(kana + han) {
        Some(if kana * 10 > han { "ja" } else { "zh" })
    } else if most(arabic + persian) {
        Some(if persian * 20 > arabic { "fa" } else { "ar" })
    } else {
        [(hangul, "ko"), (hebrew, "he"), (greek, "el"), (thai, "th"), (devanagari, "hi"), (georgian, "ka"), (armenian, "hy")]
            .into_iter()
            .find(|(n, _)| most(*n))
            .map(|(_, language)| language)
    }
}

/// The primary language of a tag: `pt` for `pt-BR`. `None` where it is no tag.
pub(super) fn primary(tag: &str) -> Option<String> {
    let primary = tag.trim().split(['-', '_', ',']).next().unwrap_or_default();
    ((2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic())).then(|| primary.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn votes() {
        for (text, want) in [
            ("The envoys said that the talks with the ministry were held for the first time.", Some("en")),
            ("Los enviados dijeron que las conversaciones con el ministerio fueron por primera vez.", Some("es")),
            ("Les envoyés ont dit que les discussions dans le ministère et sur la paix sont une étape.", Some("fr")),
            ("Die Gesandten sagten, dass die Gespräche mit dem Ministerium nicht von der Presse verfolgt wurden.", Some("de")),
            ("Os enviados disseram que não foi uma reunião com o ministério e também para a paz.", Some("pt")),
            ("Переговоры прошли в столице, и по его словам это было не первое заседание.", Some("ru")),
            ("Переговори пройшли у столиці, і за його словами це було не перше засідання та не останнє.", Some("uk")),
            ("会談は合意なく終わった。", Some("ja")),
            ("谈判没有达成协议就结束了", Some("zh")),
            ("Foo bar", None),
            ("", None),
        ] {
            assert_eq!(of(text).as_deref(), want, "{text}");
        }
        assert_eq!(primary("pt-BR").as_deref(), Some("pt"));
        assert_eq!(primary("en_US").as_deref(), Some("en"));
        assert_eq!(primary("x-default"), None);
    }
}
