//! What the word lists of a language say of a word.

use crate::lexicon::entries;
use crate::sort::Sort;

/// What an outlet says about a speaker or the words by its choice of verb; see `lexicon/en/reporting_verbs.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stance {
    Neutral,
    Claim,
    Concede,
    Confirm,
    Assert,
    Deny,
    Suggest,
    Accuse,
    Urge,
    Promise,
    Ask,
}

/// A word that tells how sure or bound a claim is; see `lexicon/en/hedges.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hedge {
    Hearsay,
    Possible,
    Probable,
    Improbable,
    Conditional,
    Advised,
    Necessary,
    Able,
}

/// A word beside a person's name; see `lexicon/en/titles.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Title {
    Honorific,
    Role,
    Body,
}

/// A small word that shows who says something; see `lexicon/en/grammar.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grammar {
    He,
    She,
    They,
    Who,
    Auxiliary,
    Passive,
    Preposition,
    Determiner,
    Particle,
    Source,
    That,
    Speech,
}

/// What a capitalised word can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Proper {
    FirstName,
    Place,
    /// "Russian", "Russians".
    Demonym,
    Organisation,
    /// Days, months.
    NoName,
}

/// A verb that reports speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    pub stance: Stance,
    /// Reports only beside a quotation or "that": it means other things too.
    pub needs_quotation: bool,
    /// "say", which nouns look like too: "a claim", "his calls".
    pub looks_like_noun: bool,
}

/// All that the lists say of a word or phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tags {
    pub verb: Option<Verb>,
    pub hedge: Option<Hedge>,
    pub is_negation: bool,
    pub title: Option<Title>,
    pub grammar: Option<Grammar>,
    pub proper: Option<Proper>,
    /// Number of the name that this is a spelling of.
    pub spelling_of: Option<u16>,
    /// A longer entry begins with this word.
    pub starts_phrase: bool,
}

/// The lists of a language, by word or phrase.
pub(crate) struct Lexicon {
    entries: Vec<(&'static str, Tags)>,
}

/// The contents of a language's lists; those it lacks are empty.
#[derive(Default)]
struct Lists {
    verbs: &'static str,
    hedges: &'static str,
    negations: &'static str,
    titles: &'static str,
    grammar: &'static str,
}

/// Names are the same lists in every language written in Latin letters.
const FIRST_NAMES: &str = include_str!("../../lexicon/en/first_names.txt");
const PLACES: &str = include_str!("../../lexicon/en/places.txt");
const ORGANISATIONS: &str = include_str!("../../lexicon/en/organisations.txt");
const NOT_NAMES: &str = include_str!("../../lexicon/en/not_names.txt");
const NAME_VARIANTS: &str = include_str!("../../lexicon/en/name_variants.txt");

impl Lists {
    fn of(language: &str) -> Self {
        macro_rules! list {
            ($language:literal, $list:literal) => {
                include_str!(concat!("../../lexicon/", $language, "/", $list, ".txt"))
            };
        }
        macro_rules! short {
            ($language:literal) => {
                Self { verbs: list!($language, "reporting_verbs"), grammar: list!($language, "grammar"), ..Self::default() }
            };
        }
        match language {
            "es" => short!("es"),
            "pt" => short!("pt"),
            "ru" => short!("ru"),
            "uk" => short!("uk"),
            "fr" => Self { titles: list!("fr", "titles"), ..short!("fr") },
            "de" => Self { titles: list!("de", "titles"), ..short!("de") },
            _ => Self { hedges: list!("en", "hedges"), negations: list!("en", "negations"), titles: list!("en", "titles"), ..short!("en") },
        }
    }
}

impl Lexicon {
    /// The lists of a BCP 47 primary language; English where there are none.
    pub(crate) fn new(language: &str) -> Self {
        let lists = Lists::of(language);
        let mut table = Table::default();
        table.read(lists.verbs, |tags, fields| {
            let stance = stance(fields.kind);
            tags.verb = Some(Verb {
                stance,
                needs_quotation: fields.note == "quotes",
                looks_like_noun: fields.is_first || fields.form.ends_with('s'),
            });
        });
        table.read(lists.hedges, |tags, fields| tags.hedge = hedge(fields.kind));
        table.read(lists.negations, |tags, _| tags.is_negation = true);
        table.read(lists.titles, |tags, fields| {
            tags.title = Some(match fields.kind {
                "honorific" => Title::Honorific,
                "body" => Title::Body,
                _ => Title::Role,
            });
        });
        table.read(lists.grammar, |tags, fields| tags.grammar = grammar(fields.kind));
        for (list, proper) in [(FIRST_NAMES, Proper::FirstName), (ORGANISATIONS, Proper::Organisation), (NOT_NAMES, Proper::NoName)] {
            table.read(list, |tags, _| tags.proper = Some(proper));
        }
        table.read(PLACES, |tags, _| tags.proper = Some(Proper::Place));
        for demonym in entries(PLACES).filter_map(|mut fields| fields.nth(1)).flat_map(|forms| forms.split(',')) {
            table.add(demonym, |tags| tags.proper = Some(Proper::Demonym));
        }
        for (number, mut fields) in entries(NAME_VARIANTS).enumerate() {
            let (forms, kind) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
            for form in forms.split(',') {
                table.add(form, |tags| {
                    tags.spelling_of = Some(number as u16);
                    tags.proper = tags.proper.or(match kind {
                        "place" => Some(Proper::Place),
                        "organisation" => Some(Proper::Organisation),
                        "first-name" => Some(Proper::FirstName),
                        _ => None,
                    });
                });
            }
        }
        Self { entries: table.merged() }
    }

    /// What is known of a folded word or phrase.
    pub(crate) fn tags(&self, folded: &str) -> Tags {
        self.entries.binary_search_by(|(form, _)| (*form).cmp(folded)).map_or_else(|_| Tags::default(), |at| self.entries[at].1)
    }
}

/// Fields of an entry as a rule reads them.
struct Fields {
    form: &'static str,
    kind: &'static str,
    note: &'static str,
    is_first: bool,
}

#[derive(Default)]
struct Table {
    entries: Vec<(&'static str, Tags)>,
}

impl Table {
    fn read(&mut self, list: &'static str, set: impl Fn(&mut Tags, &Fields)) {
        for mut fields in entries(list) {
            let (forms, kind, note) =
                (fields.next().unwrap_or_default(), fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
            for (at, form) in forms.split(',').enumerate() {
                self.add(form, |tags| set(tags, &Fields { form, kind, note, is_first: at == 0 }));
            }
        }
    }

    fn add(&mut self, form: &'static str, set: impl Fn(&mut Tags)) {
        let mut tags = Tags::default();
        set(&mut tags);
        self.entries.push((form, tags));
        if let Some((first, _)) = form.split_once([' ', '-', '.']) {
            self.entries.push((first, Tags { starts_phrase: true, ..Tags::default() }));
        }
    }

    /// One entry for each form, with what all lists say of it.
    fn merged(mut self) -> Vec<(&'static str, Tags)> {
        self.entries.order_by_key(|(form, _)| *form);
        self.entries.dedup_by(|(next, more), (form, tags)| {
            let is_same = next == form;
            if is_same {
                *tags = Tags {
                    verb: tags.verb.or(more.verb),
                    hedge: tags.hedge.or(more.hedge),
                    is_negation: tags.is_negation || more.is_negation,
                    title: tags.title.or(more.title),
                    grammar: tags.grammar.or(more.grammar),
                    proper: tags.proper.or(more.proper),
                    spelling_of: tags.spelling_of.or(more.spelling_of),
                    starts_phrase: tags.starts_phrase || more.starts_phrase,
                };
            }
            is_same
        });
        self.entries
    }
}

fn stance(kind: &str) -> Stance {
    match kind {
        "claim" => Stance::Claim,
        "concede" => Stance::Concede,
        "confirm" => Stance::Confirm,
        "assert" => Stance::Assert,
        "deny" => Stance::Deny,
        "suggest" => Stance::Suggest,
        "accuse" => Stance::Accuse,
        "urge" => Stance::Urge,
        "promise" => Stance::Promise,
        "ask" => Stance::Ask,
        _ => Stance::Neutral,
    }
}

fn hedge(kind: &str) -> Option<Hedge> {
    Some(match kind {
        "hearsay" => Hedge::Hearsay,
        "possible" => Hedge::Possible,
        "probable" => Hedge::Probable,
        "improbable" => Hedge::Improbable,
        "conditional" => Hedge::Conditional,
        "advised" => Hedge::Advised,
        "necessary" => Hedge::Necessary,
        "able" => Hedge::Able,
        _ => return None,
    })
}

fn grammar(kind: &str) -> Option<Grammar> {
    Some(match kind {
        "he" => Grammar::He,
        "she" => Grammar::She,
        "they" => Grammar::They,
        "who" => Grammar::Who,
        "auxiliary" => Grammar::Auxiliary,
        "passive" => Grammar::Passive,
        "preposition" => Grammar::Preposition,
        "determiner" => Grammar::Determiner,
        "particle" => Grammar::Particle,
        "source" => Grammar::Source,
        "that" => Grammar::That,
        "speech" => Grammar::Speech,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_every_list_has_a_known_kind() {
        for language in ["en", "fr", "de", "es", "pt", "ru", "uk"] {
            let lists = Lists::of(language);
            let kinds = |list: &'static str| entries(list).map(|mut f| (f.next().unwrap(), f.next().unwrap_or_default()));
            for (word, kind) in kinds(lists.grammar) {
                assert!(grammar(kind).is_some(), "{language} {word}");
            }
            for (word, kind) in kinds(lists.hedges) {
                assert!(hedge(kind).is_some(), "{language} {word}");
            }
            for (word, kind) in kinds(lists.verbs) {
                assert!(kind == "neutral" || stance(kind) != Stance::Neutral, "{language} {word}");
            }
        }
    }

    #[test]
    fn lists_add_up() {
        let lexicon = Lexicon::new("en");
        let could = lexicon.tags("could");
        assert_eq!((could.hedge, could.grammar), (Some(Hedge::Possible), Some(Grammar::Auxiliary)));
        assert_eq!(lexicon.tags("kiev").spelling_of, lexicon.tags("kyiv").spelling_of);
        assert!(lexicon.tags("pointed").starts_phrase && lexicon.tags("pointed out").verb.is_some());
    }
}
