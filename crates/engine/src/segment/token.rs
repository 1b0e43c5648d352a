//! Cutting a sentence into words.

use rust_stemmers::{Algorithm, Stemmer};

use super::compose::compose;
use super::lexicon::{NUMBER_WORDS, SPELLINGS, STOP_WORDS, lists, look_up};
use super::quotation::quoted;
use super::vocabulary::{Vocabulary, WordId};
use crate::Span;

/// A word of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Where it stands in the article's text.
    pub span: Span,
    /// The word in lower case with straight apostrophes: what runs of words are compared by.
    pub word: WordId,
    /// Its stem, or `#` and the value of a figure: what evidence is counted by.
    pub stem: WordId,
    /// Too common to be evidence.
    pub is_stop: bool,
    /// Starts with a capital.
    pub is_capitalised: bool,
    /// A number in digits or words.
    pub is_figure: bool,
    /// Stands inside quotation marks.
    pub is_quoted: bool,
}

/// Cuts sentences into tokens; keeps the stemmer between calls.
pub(crate) struct Tokenizer {
    stemmer: Stemmer,
}

impl Tokenizer {
    /// For English, whose stemmer leaves words of other scripts as they are.
    pub(crate) fn new() -> Self {
        Self { stemmer: Stemmer::create(Algorithm::English) }
    }

    /// The words of `sentence`, which starts at byte `offset` of its article's text.
    pub(crate) fn tokens(&self, sentence: &str, offset: usize, vocabulary: &mut Vocabulary) -> Vec<Token> {
        let quotations = quoted(sentence);
        word_spans(sentence)
            .map(|span| {
                let written = span.of(sentence);
                let folded = fold(written);
                let figure = figure(base(&folded));
                let is_figure = figure.is_some();
                let stem = figure.unwrap_or_else(|| self.stem(base(&folded)));
                Token {
                    span: Span::new(offset + span.start, offset + span.end),
                    is_stop: !is_figure && lists(STOP_WORDS, base(&folded)),
                    is_capitalised: !is_figure && written.starts_with(char::is_uppercase),
                    is_figure,
                    is_quoted: quotations.iter().any(|q| q.contains(span)),
                    stem: vocabulary.intern(&stem),
                    word: vocabulary.intern(&folded),
                }
            })
            .collect()
    }

    fn stem(&self, base: &str) -> String {
        let spelling = look_up(SPELLINGS, base).unwrap_or(base).replace('\'', "");
        self.stemmer.stem(&spelling).into_owned()
    }
}

/// What words are compared by: lower case, and [`unify`].
pub(crate) fn fold(written: &str) -> String {
    // A Turkish capital with a dot becomes two characters; other languages write the name with one.
    unify(&written.to_lowercase()).replace("i\u{307}", "i")
}

/// A text as it is compared, but for case: apostrophes straight, characters nobody sees left out, letters composed with their marks.
pub(crate) fn unify(written: &str) -> String {
    if written.is_ascii() {
        return written.to_owned();
    }
    let seen = written.chars().filter(|c| !is_ignorable(*c));
    compose(&seen.map(|c| if matches!(c, '’' | '‘' | 'ʼ' | '′' | '＇') { '\'' } else { c }).collect::<String>())
}

/// Characters that change no word: soft hyphens, joiners, marks of direction, variants of glyphs.
pub(crate) fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// A folded word without its possessive 's.
pub(crate) fn base(folded: &str) -> &str {
    folded.strip_suffix("'s").unwrap_or(folded)
}

/// The figure a folded word stands for, `#` and the value: `6,000` and `6000` are one, and so are `three` and `3`.
pub(crate) fn figure(folded: &str) -> Option<String> {
    let value = if folded.starts_with(|c: char| c.is_ascii_digit()) { folded } else { look_up(NUMBER_WORDS, folded)? };
    Some(format!("#{}", value.replace(',', "").trim_end_matches('.')))
}

/// The words of a text: runs of letters with an inner apostrophe, runs of digits with inner points and commas; in scripts written without
/// spaces every character is a word.
pub(crate) fn word_spans(text: &str) -> impl Iterator<Item = Span> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = chars.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        if is_unspaced(first) {
            return Some(Span::new(start, end));
        }
        let is_digit = first.is_numeric();
        while let Some(&(at, c)) = chars.peek() {
            let next = text[at + c.len_utf8()..].chars().next();
            let joins = if is_digit {
                c.is_numeric() || (matches!(c, '.' | ',') && next.is_some_and(char::is_numeric))
            } else {
                (c.is_alphabetic() && !is_unspaced(c))
                    || is_mark(c)
                    || ((matches!(c, '\'' | '’' | '＇') || is_ignorable(c)) && next.is_some_and(char::is_alphabetic))
            };
            if !joins {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        Some(Span::new(start, end))
    })
}

/// Combining marks, which are no letters of their own.
fn is_mark(c: char) -> bool {
    // Of the scripts of India, the sign that takes the vowel away, which stands at the same place in each block.
    let is_virama = matches!(c, '\u{900}'..='\u{d7f}') && matches!(u32::from(c) & 0x7F, 0x3C | 0x4D);
    is_virama
        || matches!(c, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{900}'..='\u{903}' | '\u{93A}'..='\u{94F}')
}

/// Han, kana and the scripts of Thailand, Laos, Burma and Cambodia.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(word_spans(text).map(|s| s.of(text)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn words() {
        check("Russia's 6,000 bodies, in 24–48 hours.", &["Russia's", "6,000", "bodies", "in", "24", "48", "hours"]);
        check("15.5% of COVID-19", &["15.5", "of", "COVID", "19"]);
        check("‘diametrically opposed’", &["diametrically", "opposed"]);
        check("Владимир Мединский", &["Владимир", "Мединский"]);
        check("会談は終", &["会", "談", "は", "終"]);
    }

    #[test]
    fn one_word_however_encoded() {
        for (a, b) in [
            ("Istanbul", "İstanbul"),
            ("Zoé", "Zoe\u{301}"),
            ("ẤP", "a\u{302}\u{301}p"),
            ("Київ", "Киі\u{308}в"),
            ("об’єкт", "обʼєкт"),
            ("한국", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}"),
            ("ministers", "min\u{ad}is\u{200b}ters"),
            ("می\u{200c}شود", "میشود"),
        ] {
            assert_eq!(fold(a), fold(b), "{a}");
            check(a, &[a]);
            check(b, &[b]);
        }
        assert_ne!(fold("résumé"), fold("resume"));
    }

    #[test]
    fn figures_have_one_key_however_written() {
        let (tokenizer, mut vocabulary) = (Tokenizer::new(), Vocabulary::default());
        let tokens = tokenizer.tokens("three 3 6,000 6000 one", 0, &mut vocabulary);
        assert_eq!(tokens[0].stem, tokens[1].stem);
        assert_eq!(tokens[2].stem, tokens[3].stem);
        assert!(!tokens[4].is_figure);
    }

    #[test]
    fn spellings_of_a_name_have_one_stem() {
        let (tokenizer, mut vocabulary) = (Tokenizer::new(), Vocabulary::default());
        let tokens = tokenizer.tokens("Kiev’s Kyiv", 0, &mut vocabulary);
        assert_eq!(tokens[0].stem, tokens[1].stem);
        assert_ne!(tokens[0].word, tokens[1].word);
    }
}
