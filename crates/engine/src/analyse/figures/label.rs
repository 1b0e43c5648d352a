//! Numbers that are no figures: parts of names, labels, addresses, and numbers that one dials.

use super::reader::Reader;
use super::words::Word;

/// Words at either side that are looked at for a number that one dials.
const DIALLED: usize = 6;

impl Reader<'_> {
    /// Whether the number is part of a name, a label or a number that one dials.
    pub(super) fn is_label(&self, i: usize, end: usize) -> bool {
        let word = &self.words[i];
        let behind_letters = word.is_digits()
            && i > 0
            && word.is_glued
            && (self.words[i - 1].is_letters()
                || (self.words[i - 1].is_dash() && i > 1 && self.is_glued(i - 1) && self.words[i - 2].is_letters()));
        let is_glued = |at: usize| self.is_glued(at);
        let before_letters = word.is_digits() && is_glued(end) && self.word(end).is_some_and(Word::is_letters) && self.unit(end).is_none();
        let before_sign =
            is_glued(end) && matches!(self.low(end), "/" | ":" | "@" | "_") && self.word(end + 1).is_some_and(Word::is_digits);
        let behind_sign = matches!(self.before(i), "#" | "№" | "§" | "+" | "/" | ":" | "@" | "=" | "&") && self.is_glued(i);
        let labelled = i > 0
            && ((self.tables.is_label(self.before(i)) && self.words[i - 1].is_capitalised())
                || (self.before(i) == "." && i > 1 && self.low(i - 2) == "no" && self.words[i - 2].is_capitalised()));
        let heads_list = word.is_digits() && i == 0 && matches!(self.low(end), "." | ")") && self.is_glued(end);
        let is_capital = |at: usize| self.words[at].is_letters() && self.words[at].is_capitalised();
        // "Group of Seven", "Big Four"
        let of_group = i > 1 && self.before(i) == "of" && self.low(i - 2) == "group" && is_capital(i - 2) && is_capital(i);
        let in_name = self.tables.is_english && (of_group || (i > 0 && is_capital(i) && self.is_proper(i) && is_capital(i - 1)));
        behind_letters
            || before_letters
            || before_sign
            || behind_sign
            || labelled
            || heads_list
            || in_name
            || self.is_address(end)
            || self.is_dialled(i)
    }

    /// "10 Downing Street".
    fn is_address(&self, end: usize) -> bool {
        self.word(end).is_some_and(|w| w.is_letters() && w.is_capitalised())
            && (end..end + 4).any(|at| {
                matches!(self.low(at), "street" | "road" | "avenue" | "lane" | "square" | "boulevard" | "drive")
                    && self.words[at].is_capitalised()
            })
    }

    /// Three runs of digits in a row, with nothing but spaces and hyphens between.
    fn is_dialled(&self, i: usize) -> bool {
        let joined = |at: usize| self.word(at).is_some_and(|w| w.is_digits() || w.is_dash() || matches!(w.text, "+" | "(" | ")"));
        let from = (i.saturating_sub(DIALLED)..i).rev().take_while(|at| joined(*at)).last().unwrap_or(i);
        let run = (from..i + DIALLED).take_while(|at| joined(*at)).filter(|at| self.words[*at].is_digits());
        run.count() >= 3
    }
}
