//! What kind of word a word is: what it means that it changed.

use super::unit::Unit;
use crate::lexicon::entries;
use crate::segment::lexicon::STOP_WORDS;
use crate::segment::{base, figure};
use crate::sort::Sort;

/// What a unit of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A number.
    Figure,
    /// A day, a month, or a number that belongs to one.
    Date,
    /// Part of a name.
    Name,
    /// "not", "never", "without" …
    Negation,
    /// A verb that reports speech.
    Attribution,
    /// A word that says how sure something is.
    Hedge,
    /// "the", "of", "and" …
    Function,
    /// Any other word.
    Word,
    /// A mark.
    Mark,
}

impl Kind {
    /// Whether a change of such a word is always a change of its own.
    pub(crate) const fn is_guarded(self) -> bool {
        matches!(self, Self::Figure | Self::Date | Self::Name | Self::Negation)
    }
}

/// When a listed word is what the list says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Always,
    /// With a capital.
    Capital,
    /// With a capital, and beside a figure or after "in", "since" …
    Dated,
    /// Beside a quotation mark or "that".
    Reporting,
}

/// The word lists as one table, so that a word is looked up once.
pub(crate) struct Kinds {
    /// By word; several entries of one word in order of precedence.
    listed: Vec<(&'static str, Kind, When)>,
}

/// Words that a month follows.
const BEFORE_DATES: &[&str] = &["by", "during", "early", "in", "last", "late", "mid", "next", "of", "on", "since", "this", "until"];

impl Kinds {
    /// The lists of English: other languages have figures, names and words only.
    pub(crate) fn new() -> Self {
        let mut listed = Vec::new();
        for mut entry in entries(include_str!("../lexicon/en/calendar.txt")) {
            if let (Some(word), Some(kind)) = (entry.next(), entry.next()) {
                let when = match kind {
                    "either" => When::Dated,
                    "day" => When::Always,
                    _ => When::Capital,
                };
                listed.push((word, Kind::Date, when));
            }
        }
        let mut add = |list: &'static str, kind: Kind| {
            for mut entry in entries(list) {
                let forms = entry.next().unwrap_or_default();
                // A verb that means other things too reports only where something is reported.
                let when = if kind == Kind::Attribution && entry.nth(1).is_some() { When::Reporting } else { When::Always };
                listed.extend(forms.split(',').filter(|form| !form.contains([' ', '-'])).map(|form| (form, kind, when)));
            }
        };
        add(include_str!("../lexicon/en/reporting_verbs.txt"), Kind::Attribution);
        add("according\tneutral", Kind::Attribution);
        add(include_str!("../lexicon/en/negations.txt"), Kind::Negation);
        add(include_str!("../lexicon/en/hedges.txt"), Kind::Hedge);
        listed.extend(STOP_WORDS.words().map(|word| (word, Kind::Function, When::Always)));
        listed.order_by_key(|(word, ..)| *word);
        Self { listed }
    }

    /// Sets the kind of every unit. `capitals_name` says whether the text's language writes a capital only where something has a name.
    pub(crate) fn mark(&self, units: &mut [Unit], text: &str, capitals_name: bool) {
        for at in 0..units.len() {
            if units[at].kind != Kind::Mark {
                units[at].kind = self.kind(units, at, text);
            }
        }
        if capitals_name {
            mark_names(units, text);
        }
        mark_dates(units);
    }

    fn kind(&self, units: &[Unit], at: usize, text: &str) -> Kind {
        let word = base(&units[at].key);
        if figure(word).is_some() {
            return Kind::Figure;
        }
        let from = self.listed.partition_point(|(listed, ..)| *listed < word);
        let entries = self.listed[from..].iter().take_while(|(listed, ..)| *listed == word);
        let fits = |when: When| {
            let has_capital = units[at].has_capital(text);
            match when {
                When::Always => true,
                When::Capital => has_capital,
                When::Dated => has_capital && (is_figure(units.get(at + 1)) || follows_date_word(units, at)),
                When::Reporting => reports(units, at),
            }
        };
        entries.filter(|(_, _, when)| fits(*when)).map(|(_, kind, _)| *kind).next().unwrap_or(Kind::Word)
    }
}

fn is_figure(unit: Option<&Unit>) -> bool {
    unit.is_some_and(|unit| figure(&unit.key).is_some())
}

fn follows_date_word(units: &[Unit], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| units.get(before));
    is_figure(before) || before.is_some_and(|before| BEFORE_DATES.binary_search(&before.key.as_str()).is_ok())
}

/// Whether a quotation or "that" stands beside a verb.
fn reports(units: &[Unit], at: usize) -> bool {
    let near = &units[at.saturating_sub(2)..(at + 3).min(units.len())];
    near.iter().any(|unit| unit.key == "\"") || units.get(at + 1).is_some_and(|next| next.key == "that")
}

/// Capitalised words, but for those that only begin a sentence. Where nearly every word has a capital, as in a headline, capitals say nothing.
fn mark_names(units: &mut [Unit], text: &str) {
    let plain = |unit: &&Unit| unit.kind == Kind::Word;
    let (n_words, n_capitals) =
        units.iter().skip(1).filter(plain).fold((0, 0), |(n, capitals), u| (n + 1, capitals + usize::from(u.has_capital(text))));
    if n_words >= 4 && n_capitals * 5 >= n_words * 4 {
        return;
    }
    let is_capital = |unit: &Unit| unit.kind == Kind::Word && unit.has_capital(text);
    let names: Vec<bool> = (0..units.len())
        .map(|at| {
            let begins = at == 0 || matches!(units[at - 1].key.as_str(), "." | "!" | "?" | ":" | "\"" | "'");
            is_capital(&units[at]) && (!begins || units.get(at + 1).is_some_and(is_capital) || is_acronym(units[at].core.of(text)))
        })
        .collect();
    units.iter_mut().zip(names).filter(|(_, is_name)| *is_name).for_each(|(unit, _)| unit.kind = Kind::Name);
}

fn is_acronym(written: &str) -> bool {
    written.chars().filter(|c| c.is_uppercase()).count() >= 2
}

/// Figures beside a month, and years after "in" or "since", belong to dates.
fn mark_dates(units: &mut [Unit]) {
    for at in 0..units.len() {
        if units[at].kind != Kind::Figure {
            continue;
        }
        let beside = |step: isize| {
            let next = at.checked_add_signed(step).and_then(|n| units.get(n));
            // "July 24, 2025"
            let over_comma = next.filter(|unit| unit.key == ",").and_then(|_| at.checked_add_signed(2 * step)).and_then(|n| units.get(n));
            [next, over_comma].into_iter().flatten().any(|unit| unit.kind == Kind::Date)
        };
        let is_year = units[at].key.len() == 4 && (units[at].key.starts_with("19") || units[at].key.starts_with("20"));
        if (units[at].key.len() <= 2 && (beside(-1) || beside(1))) || (is_year && (beside(-1) || follows_date_word(units, at))) {
            units[at].kind = Kind::Date;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::unit::units;
    use super::*;
    use crate::Span;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Kind)]) {
        let mut found = units(text, Span::new(0, text.len()));
        Kinds::new().mark(&mut found, text, true);
        let told = found.iter().filter(|u| !matches!(u.kind, Kind::Mark | Kind::Function | Kind::Word));
        assert_eq!(told.map(|u| (u.core.of(text), u.kind)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn listed_words() {
        use Kind::{Attribution, Hedge, Negation};
        check("He claimed it might not work.", &[("claimed", Attribution), ("might", Hedge), ("not", Negation)]);
        check("The book was written; he wrote “no”.", &[("wrote", Attribution), ("no", Negation)]);
    }

    #[test]
    fn dates_and_figures() {
        use Kind::{Date, Figure, Hedge};
        check("on 24 July, 2025", &[("24", Date), ("July", Date), ("2025", Date)]);
        check("since 2014 some 2014 people", &[("2014", Date), ("2014", Figure)]);
        check("they march in May, it may rain", &[("May", Date), ("may", Hedge)]);
        check("three on Monday", &[("three", Figure), ("Monday", Date)]);
    }

    #[test]
    fn names_have_capitals_that_no_sentence_start_asks_for() {
        use Kind::Name;
        check("Talks with Ines Falk failed.", &[("Ines", Name), ("Falk", Name)]);
        check("Ines Falk left. Ferries came.", &[("Ines", Name), ("Falk", Name)]);
        check("UN envoys left", &[("UN", Name)]);
        check("Harbour Bridge Closed After Cracks Found", &[]);
    }
}
