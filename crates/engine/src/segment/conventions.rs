//! How languages write: which points belong to abbreviations, and which words start a sentence. Facts of spelling, collected by us.

use std::cmp::Ordering;

/// What one language does with a point. Every list holds words parted by spaces, in the order of their bytes.
pub(super) struct Conventions {
    /// BCP 47 primary language.
    language: &'static str,
    /// Abbreviations whose point never ends a sentence, as something always follows: titles before names. Lower case, without the point.
    before_words: &'static str,
    /// Those whose point ends a sentence where a word follows that starts one.
    at_ends: &'static str,
    /// Those that are also ordinary words: their point ends a sentence unless a figure follows.
    before_figures: &'static str,
    /// Capitalised words that start a sentence rather than go on with a name.
    starters: &'static str,
    /// Whether a point after a number makes it an ordinal: "am 5. Mai".
    pub(super) has_ordinals: bool,
}

impl Conventions {
    pub(super) fn never_ends(&self, lower: &str) -> bool {
        lists(self.before_words, lower)
    }

    pub(super) fn may_end(&self, lower: &str) -> bool {
        lists(self.at_ends, lower)
    }

    pub(super) fn counts(&self, lower: &str) -> bool {
        lists(self.before_figures, lower)
    }

    pub(super) fn starts(&self, word: &str) -> bool {
        lists(self.starters, word)
    }
}

/// The conventions of a language, where they are known.
pub(super) fn of(language: &str) -> Option<&'static Conventions> {
    CONVENTIONS.iter().find(|c| c.language == language)
}

/// English ones, which hold in names in every language.
pub(super) const ENGLISH: &Conventions = &CONVENTIONS[0];

/// Whether a list holds `word`, by halving.
fn lists(list: &str, word: &str) -> bool {
    let (bytes, word) = (list.as_bytes(), word.as_bytes());
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low.midpoint(high);
        let start = bytes[low..middle].iter().rposition(|b| *b == b' ').map_or(low, |space| low + space + 1);
        let end = bytes[middle..high].iter().position(|b| *b == b' ').map_or(high, |space| middle + space);
        match bytes[start..end].cmp(word) {
            Ordering::Equal => return true,
            Ordering::Less => low = end + 1,
            Ordering::Greater => high = start.saturating_sub(1),
        }
    }
    false
}

const CONVENTIONS: &[Conventions] = &[
    Conventions {
        language: "en",
        before_words: "adm amb asst atty brig capt cdr cf cllr cmdr col cpl cpt det dr e.g ens ft gen gov hon i.e insp lt maj messrs mgr mlle mme mr mrs ms msgr mt pfc pres prof pvt rep reps rev sen sens sgt supt v viz vs",
        at_ends: "apr assn aug ave bldg blvd bros co corp dec dept dist esq etc feb hwy inc jan jr jul jun ltd mfg nov oct rd sep sept sr st univ",
        before_figures: "approx art ca ch est fig figs mar no nos n° para pp sec vol №",
        starters: "A According After Although An And Are As At Before Both But By Can Did Do Does During Each Earlier Even For From Had Has Have He Her Here His How However I If In Is It Its Last Later Many Meanwhile More Most My No Nobody Not Now On Once One Only Our She Should Since So Some That The Their Then There These They This Those Though To Under Until Was We Were What When Where Which While Who Why Will With Would Yes Yet You Your",
        has_ordinals: false,
    },
    Conventions {
        language: "de",
        before_words: "bzw ca d.h dipl dr.med evtl fr ggf hl hr ing inkl mag sog st vgl z.b zzgl",
        at_ends: "abs bd dez jh jhdt mio mrd n.chr okt str tsd u.a usw v.chr",
        before_figures: "kap nr tel ziff",
        starters: "Aber Als Am Auch Auf Bei Bis Da Daher Danach Dann Das Dem Den Der Des Deshalb Die Dies Diese Dieser Doch Durch Ein Eine Einen Er Es Für Ihr Ihre Im In Ist Man Mit Nach Nun Nur Ob Seine Seit Sie So Trotz Und Unter Vor War Was Weil Wenn Wer Wie Wir Während Zu Zuvor",
        has_ordinals: true,
    },
    Conventions {
        language: "fr",
        before_words: "cf dr env m mm pr st ste",
        at_ends: "av etc févr j.-c janv juil",
        before_figures: "art chap n° p pp",
        starters: "Au Aucun Aussi Avec Ce Ces Cet Cette Ceux Dans De Depuis Des Deux Dès Elle Elles En Et Il Ils Je La Le Les Leur Lors Mais Même Nous On Or Où Par Pour Pourquoi Quand Que Qui Sa Selon Ses Si Son Sous Sur Tout Un Une Vous",
        has_ordinals: false,
    },
    Conventions {
        language: "es",
        before_words: "arq cap cnel d dr dra dña ee excmo gob gral ing lic mons p.ej prof sr sra sras sres srta sta sto tte ud uds",
        at_ends: "a.c av avda cía d.c dic ene uu",
        before_figures: "art nro núm pág págs",
        starters: "A Además Al Ante Así Aunque Como Con Cuando De Desde Después El Ella Ellos En Entonces Era Es Esa Ese Esta Estas Este Esto Estos Fue Ha Hasta La Las Lo Los Mientras Nadie No Nos Para Pero Por Porque Que Qué Según Si Sin Sobre Su Sus También Tras Un Una Y Ya Yo",
        has_ordinals: false,
    },
    Conventions {
        language: "pt",
        before_words: "cap cel dep dr dra eng exma exmo gal gen gov min p.ex prof profa sr sra srs srta sta sto ten",
        at_ends: "a.c av cia d.c ltda",
        before_figures: "art n.º nº núm pág págs",
        starters: "A Ainda Além Ao Após As Até Com Como De Depois Desde Durante E Ela Elas Ele Eles Em Enquanto Era Essa Esse Esta Este Foi Há Isso Já Mas Na Nas No Nos Não O Os Ou Para Pela Pelo Por Porque Quando Que Se Segundo Sem Seu Sua Também Um Uma",
        has_ordinals: false,
    },
    Conventions {
        language: "it",
        before_words: "arch avv cap col dott dott.ssa gen ing mons on prof prof.ssa s sig sig.ra sigg",
        at_ends: "ecc",
        before_figures: "art n pag pagg",
        starters: "A Al Alla Anche Che Con Così Da Dal Dalla Dopo Due E Ecco Era Gli Ha I Il In L La Le Lo Ma Nel Nella Non Per Perché Poi Quando Quella Quello Questa Questo Se Secondo Si Sono Su Tra Un Una Uno",
        has_ordinals: false,
    },
    Conventions {
        language: "nl",
        before_words: "bijv dhr drs ds ir jhr mej mevr mw o.a",
        at_ends: "enz jl",
        before_figures: "blz nr",
        starters: "Aan Als Bij Daar Dat De Deze Die Dit Een En Er Het Hij Ik In Maar Met Na Niet Nu Om Ook Op Over Sinds Te Toen Tot Van Volgens Voor Wat We Wie Wij Ze Zij Zijn",
        has_ordinals: false,
    },
    Conventions {
        language: "pl",
        before_words: "dr gen hab im inż ks m.in min np o por prof pt płk red tj tzn ul św",
        at_ends: "itd itp mld mln r tys zł",
        before_figures: "nr poz str",
        starters: "A Ale Był Było Co Czy Dla Do Gdy I Ich Jak Jednak Jego Jej Jest Kiedy My Na Nie O Od On Ona Oni Po Pod Przed Przez Przy Są Ta Tak Te Ten To Tylko W We Z Za Ze Że",
        has_ordinals: true,
    },
    Conventions {
        language: "cs",
        before_words: "doc ing mgr mudr např plk pplk tj tzv",
        at_ends: "apod atd mil mld tis",
        before_figures: "str č čl",
        starters: "A Ale Byl Co Do I Jak Je Jeho Její Kdy Když Na Ne Od On Ona Po Podle Pro Proto Před Při S Se Ta Tak Ten To V Ve Za Že",
        has_ordinals: true,
    },
    Conventions {
        language: "da",
        before_words: "bl.a ca dr f.eks fr hr kgl",
        at_ends: "mia mio osv",
        before_figures: "kl nr",
        starters: "",
        has_ordinals: true,
    },
    Conventions {
        language: "no",
        before_words: "bl.a ca dr f.eks",
        at_ends: "mill mrd osv",
        before_figures: "kl nr",
        starters: "",
        has_ordinals: true,
    },
    Conventions {
        language: "fi",
        before_words: "esim mm ns",
        at_ends: "jne milj mrd",
        before_figures: "klo n",
        starters: "",
        has_ordinals: true,
    },
    Conventions {
        language: "sv",
        before_words: "bl.a ca dr s.k t.ex",
        at_ends: "osv",
        before_figures: "kl nr",
        starters: "",
        has_ordinals: false,
    },
    Conventions {
        language: "hu",
        before_words: "dr id ifj ill pl ún",
        at_ends: "stb",
        before_figures: "",
        starters: "",
        has_ordinals: true,
    },
    Conventions {
        language: "tr",
        before_words: "av doç dr prof sn yrd öğr",
        at_ends: "vb vs",
        before_figures: "",
        starters: "",
        has_ordinals: true,
    },
    Conventions {
        language: "ru",
        before_words: "адм акад англ ген гр доц им инж кап корп моск напр о.о обл оз пер пл подп полк пос пр просп проф р-н респ рис св сен см ст стр т.е тел ул",
        at_ends: "вв гг долл др кв коп млн млрд руб т.д т.п трлн тыс чел",
        before_figures: "гл разд табл",
        starters: "А Без Был Была Были Было В Во Вот Все Всё Где Для До Его Ее Если Еще Ещё Её За Затем И Из Из-за Их К Как Когда Кто Мы На Не Но О Об Однако Он Она Они От По Позже После Потом Почему При С Со Так Также Там Теперь То Тогда У Что Это Этот Я",
        has_ordinals: false,
    },
    Conventions {
        language: "uk",
        before_words: "акад бул вул ген див доц напр обл пл полк пос просп проф рис св см ст стор т.є тел ім інж",
        at_ends: "грн дол коп млн млрд рр т.д т.п тис трлн чол ін",
        before_figures: "розд табл",
        starters: "І Із Їх Її А Але Без Був Була Були Було В Вона Вони Все Він Де Для До З За Зі Й Його Коли Ми На Не Однак Потім При Про Під Після Та Так Також Там Тепер То Тоді Тому У Хто Це Цей Ці Чому Що Я Як Якщо",
        has_ordinals: false,
    },
    Conventions {
        language: "el",
        before_words: "αγ αρ βλ δηλ δρ κ.κ καθ π.χ στρ",
        at_ends: "δισ εκατ κ.ά κ.λπ κλπ μ.μ π.μ χιλ",
        before_figures: "σελ",
        starters: "Αν Από Για Η Και Με Μετά Ο Οι Στη Στην Στο Τα Την Της Το Τον Του Των",
        has_ordinals: false,
    },
    Conventions { language: "ar", before_words: "أ.د وأ ود", at_ends: "", before_figures: "", starters: "", has_ordinals: false },
    Conventions {
        language: "hi", before_words: "डॉ प्रो श्री सुश्री", at_ends: "", before_figures: "", starters: "", has_ordinals: false
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted_and_found_in() {
        for c in CONVENTIONS {
            for list in [c.before_words, c.at_ends, c.before_figures, c.starters] {
                let words: Vec<&str> = list.split_terminator(' ').collect();
                assert!(words.is_sorted_by(|a, b| a < b), "{}: {list}", c.language);
                assert!(words.iter().all(|word| lists(list, word)), "{}: {list}", c.language);
                assert!(!lists(list, "") && !lists(list, "zz") && !lists(list, "Aa"));
            }
        }
    }

    #[test]
    fn english_holds_everywhere() {
        assert_eq!(ENGLISH.language, "en");
        assert!(of("de").is_some() && of("xx").is_none());
    }
}
