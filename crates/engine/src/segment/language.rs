//! What comparing knows of each language.

use rust_stemmers::{Algorithm, Stemmer};

use super::affixes;
use super::compose::without_marks;
use super::lexicon::{NUMBER_WORDS, SPELLINGS, STOP_WORDS, look_up};
use super::word::is_apostrophe;
use crate::ingest::frequent_words;
use crate::lexicon::List;

/// How the words of a language are compared.
pub(crate) struct Language {
    /// BCP 47 primary language.
    pub code: &'static str,
    /// Words too common to be evidence.
    stop_words: List,
    /// Number words and their values.
    pub number_words: List,
    stemming: Stemming,
    apostrophe: Apostrophe,
    /// Whether "2,4" is two and four tenths.
    pub has_decimal_comma: bool,
    names: Names,
    /// Whether accents are left out at times, on capitals above all, and tell few words apart.
    drops_accents: bool,
}

/// How forms of a word are found to be one.
enum Stemming {
    /// Words are left as they are.
    None,
    /// One of Snowball's algorithms.
    Snowball(fn() -> Stemmer),
    /// Affixes cut off, at most so many endings.
    Affixes(List, usize),
}

/// What a name is compared by across languages.
enum Names {
    /// Itself: names take no endings.
    Whole,
    /// Its stem.
    Stem,
    /// What is left without endings of case; stemmers cut more.
    WithoutEndings(List),
}

/// What an apostrophe inside a word parts.
enum Apostrophe {
    /// Nothing, or an English possessive 's.
    Possessive,
    /// An article or pronoun before the word: "l'accord".
    Elision,
    /// An ending after a name: "Ankara'da".
    Ending,
    /// It is a letter.
    Letter,
}

/// Most letters before an apostrophe that parts a short word from the next: "lorsqu'il", but "aujourd'hui".
const MAX_ELIDED: usize = 6;

impl Language {
    const fn new(code: &'static str, stop_words: &'static str, stemming: Stemming) -> Self {
        Self {
            code,
            stop_words: List::new(stop_words),
            number_words: List::EMPTY,
            stemming,
            apostrophe: Apostrophe::Possessive,
            has_decimal_comma: true,
            names: Names::Whole,
            drops_accents: false,
        }
    }

    const fn numbers(self, number_words: &'static str) -> Self {
        Self { number_words: List::new(number_words), ..self }
    }

    const fn apostrophe(self, apostrophe: Apostrophe) -> Self {
        Self { apostrophe, ..self }
    }

    const fn decimal_point(self) -> Self {
        Self { has_decimal_comma: false, ..self }
    }

    const fn names(self, names: Names) -> Self {
        Self { names, ..self }
    }

    const fn accents_dropped(self) -> Self {
        Self { drops_accents: true, ..self }
    }

    /// Whether a folded word, without what an apostrophe parts from it, is too common to be evidence.
    pub(super) fn is_stop(&self, base: &str) -> bool {
        self.stop_words.has(base)
            || (self.stop_words.is_empty() && frequent_words(self.code).is_some_and(|words| words.split(' ').any(|word| word == base)))
    }

    /// A word without what an apostrophe parts from it.
    pub(super) fn base<'a>(&self, word: &'a str) -> &'a str {
        match self.apostrophe {
            Apostrophe::Possessive => word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word),
            Apostrophe::Elision => match word.split_once(is_apostrophe) {
                Some((elided, rest)) if elided.chars().count() <= MAX_ELIDED && !rest.is_empty() => rest,
                _ => word,
            },
            Apostrophe::Ending => word.split_once(is_apostrophe).map_or(word, |(name, _)| name),
            Apostrophe::Letter => word,
        }
    }

    /// What a folded word without what an apostrophe parts from it is counted by.
    pub(super) fn stem(&self, base: &str) -> String {
        let spelling = look_up(SPELLINGS, base).unwrap_or(base).replace('\'', "");
        let stem = match &self.stemming {
            Stemming::None => spelling,
            Stemming::Snowball(stemmer) => stemmer().stem(&spelling).into_owned(),
            Stemming::Affixes(list, endings) => affixes::cut(&spelling, *list, *endings).to_owned(),
        };
        // After stemming, as algorithms tell endings by their accents.
        if self.drops_accents && !stem.is_ascii() {
            return stem.chars().map(|c| if matches!(c, 'ñ' | 'ç') { c } else { without_marks(c) }).collect();
        }
        stem
    }

    /// What a name is compared by across languages, before its letters are made Latin.
    pub(super) fn name(&self, base: &str) -> String {
        let spelling = look_up(SPELLINGS, base).unwrap_or(base);
        match self.names {
            Names::Whole => spelling.to_owned(),
            Names::Stem => self.stem(spelling),
            Names::WithoutEndings(list) => affixes::cut(spelling, list, 1).to_owned(),
        }
    }
}

/// What is known of a language by its code (`pt`, `pt-BR`). English where none is given: most texts too short to tell are. A language that is not known
/// has its words left as they are.
pub(crate) fn language(code: Option<&str>) -> &'static Language {
    let Some(code) = code else { return &LANGUAGES[0] };
    let code = primary(code);
    LANGUAGES.iter().find(|language| language.code == code).unwrap_or(&OTHER)
}

/// Whether two articles' languages, as far as known, are two.
pub(crate) fn are_two(a: Option<&str>, b: Option<&str>) -> bool {
    a.zip(b).is_some_and(|(a, b)| primary(a) != primary(b))
}

/// The primary language of a tag in lower case. Both ways to write Norwegian are one.
fn primary(code: &str) -> String {
    let code = code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    if matches!(code.as_str(), "nb" | "nn") { "no".to_owned() } else { code }
}

static OTHER: Language = Language::new("", "", Stemming::None);

/// The text of a language's list.
macro_rules! list {
    ($language:literal, $list:literal) => {
        include_str!(concat!("../lexicon/", $language, "/", $list, ".txt"))
    };
}

/// A Snowball algorithm, named at each place so that only those named are linked.
macro_rules! snowball {
    ($algorithm:ident) => {
        Stemming::Snowball(|| Stemmer::create(Algorithm::$algorithm))
    };
}

/// Affixes of a language, with how many endings a word may have in a row.
macro_rules! affixes {
    ($language:literal, $endings:literal) => {
        Stemming::Affixes(List::new(list!($language, "affixes")), $endings)
    };
}

/// English first. Snowball's algorithms for Greek, Turkish and Tamil take a third of the bytes of all, and the Arabic one that is linked leaves
/// particles on; lists of affixes stand in for them.
static LANGUAGES: &[Language] = &[
    Language { stop_words: STOP_WORDS, number_words: NUMBER_WORDS, ..Language::new("en", "", snowball!(English)).decimal_point() },
    Language::new("ar", list!("ar", "stop_words"), affixes!("ar", 2)).decimal_point(),
    Language::new("ca", "", Stemming::None).apostrophe(Apostrophe::Elision).accents_dropped(),
    Language::new("cs", "", affixes!("cs", 1)).names(Names::Stem),
    Language::new("da", list!("da", "stop_words"), snowball!(Danish)),
    Language::new("de", list!("de", "stop_words"), snowball!(German)).numbers(list!("de", "number_words")),
    Language::new("el", list!("el", "stop_words"), affixes!("el", 1)).names(Names::Stem),
    Language::new("es", list!("es", "stop_words"), snowball!(Spanish)).numbers(list!("es", "number_words")).accents_dropped(),
    Language::new("fi", list!("fi", "stop_words"), snowball!(Finnish)).names(Names::Stem),
    Language::new("fr", list!("fr", "stop_words"), snowball!(French))
        .numbers(list!("fr", "number_words"))
        .apostrophe(Apostrophe::Elision)
        .accents_dropped(),
    Language::new("he", list!("he", "stop_words"), affixes!("he", 1)).decimal_point(),
    Language::new("hi", "", Stemming::None).decimal_point(),
    Language::new("hu", list!("hu", "stop_words"), snowball!(Hungarian)).names(Names::Stem),
    Language::new("it", list!("it", "stop_words"), snowball!(Italian))
        .numbers(list!("it", "number_words"))
        .apostrophe(Apostrophe::Elision)
        .accents_dropped(),
    Language::new("ja", list!("ja", "stop_words"), Stemming::None).decimal_point(),
    Language::new("ko", "", affixes!("ko", 1)).decimal_point(),
    Language::new("nl", list!("nl", "stop_words"), snowball!(Dutch)),
    Language::new("no", list!("no", "stop_words"), snowball!(Norwegian)),
    Language::new("pl", "", affixes!("pl", 1)).names(Names::Stem),
    Language::new("pt", list!("pt", "stop_words"), snowball!(Portuguese)).numbers(list!("pt", "number_words")).accents_dropped(),
    Language::new("ro", list!("ro", "stop_words"), snowball!(Romanian)),
    Language::new("ru", list!("ru", "stop_words"), snowball!(Russian))
        .numbers(list!("ru", "number_words"))
        .names(Names::WithoutEndings(List::new(list!("ru", "name_endings")))),
    Language::new("sv", list!("sv", "stop_words"), snowball!(Swedish)),
    Language::new("ta", list!("ta", "stop_words"), affixes!("ta", 2)).decimal_point(),
    Language::new("th", list!("th", "stop_words"), Stemming::None).decimal_point(),
    Language::new("tr", list!("tr", "stop_words"), affixes!("tr", 3)).apostrophe(Apostrophe::Ending).names(Names::Stem),
    Language::new("uk", list!("uk", "stop_words"), affixes!("uk", 1))
        .numbers(list!("uk", "number_words"))
        .apostrophe(Apostrophe::Letter)
        .names(Names::WithoutEndings(List::new(list!("uk", "name_endings")))),
    Language::new("zh", list!("zh", "stop_words"), Stemming::None).decimal_point(),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::fold;

    #[test]
    fn lists_are_folded_and_sorted_for_the_search() {
        for language in LANGUAGES {
            for list in [language.stop_words, language.number_words] {
                for word in list.words() {
                    assert_eq!(fold(word), word, "{}", language.code);
                }
                assert!(list.words().is_sorted(), "{}", language.code);
            }
            if let Stemming::Affixes(list, _) = language.stemming {
                assert!(list.words().all(|affix| fold(affix) == affix && affix.contains('-')), "{}", language.code);
                let lengths: Vec<usize> = list.words().filter(|a| a.starts_with('-')).map(|a| a.chars().count()).collect();
                assert!(lengths.is_sorted_by(|x, y| x >= y), "{}", language.code);
            }
        }
    }

    #[test]
    fn what_an_apostrophe_parts() {
        for (code, word, expected) in [
            ("en", "russia's", "russia"),
            ("fr", "l'accord", "accord"),
            ("fr", "aujourd'hui", "aujourd'hui"),
            ("it", "dell'accordo", "accordo"),
            ("tr", "ankara'da", "ankara"),
            ("uk", "об'єкт", "об'єкт"),
        ] {
            assert_eq!(language(Some(code)).base(word), expected);
        }
    }

    #[test]
    fn stems_are_each_languages_own() {
        for (code, a, b) in [
            ("en", "negotiations", "negotiation"),
            ("es", "negociaciones", "negociación"),
            ("fr", "négociations", "negociation"),
            ("de", "gespräche", "gesprächen"),
            ("pt", "negociações", "negociação"),
            ("it", "negoziati", "negoziato"),
            ("nl", "onderhandelingen", "onderhandeling"),
            ("sv", "förhandlingarna", "förhandling"),
            ("da", "forhandlingerne", "forhandling"),
            ("no", "forhandlingene", "forhandling"),
            ("fi", "neuvotteluista", "neuvottelut"),
            ("hu", "tárgyalások", "tárgyalást"),
            ("ro", "negocierile", "negocierilor"),
            ("ru", "переговоры", "переговорах"),
            ("ar", "المفاوضات", "والمفاوضات"),
        ] {
            let language = language(Some(code));
            assert_eq!(language.stem(&fold(a)), language.stem(&fold(b)), "{code}");
        }
    }

    #[test]
    fn names_lose_endings_of_case_alone() {
        for (code, forms) in [("ru", ["лавров", "лаврова", "лавровым"]), ("uk", ["зеленського", "зеленським", "зеленському"])]
        {
            let names = forms.map(|form| language(Some(code)).name(form));
            assert!(names[0] == names[1] && names[1] == names[2], "{names:?}");
        }
        assert_eq!(language(Some("en")).name("kiev"), "kyiv");
    }

    #[test]
    fn languages_are_told_by_their_primary_tag() {
        assert_eq!(language(Some("pt-BR")).code, "pt");
        assert_eq!(language(Some("nb")).code, "no");
        assert_eq!(language(Some("xx")).code, "");
        assert!(!are_two(Some("nn"), Some("no")) && !are_two(None, Some("de")) && are_two(Some("en"), Some("de")));
    }
}
