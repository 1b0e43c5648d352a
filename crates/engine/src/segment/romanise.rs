//! One key for a name in several languages.

use super::compose::without_marks;
use crate::lexicon::List;

const LATIN: List = List::new(include_str!("../lexicon/latin.txt"));

/// Spellings of one sound in languages with Latin letters, longest first: German "Schmyhal" and English "Shmyhal", French "Poutine" and Italian "Putin".
const SOUNDS: [(&str, &str); 25] = [
    ("tsch", "c"),
    ("sch", "s"),
    ("tch", "c"),
    ("dsh", "j"),
    ("sh", "s"),
    ("ch", "c"),
    ("kh", "h"),
    ("zh", "s"),
    ("ph", "f"),
    ("th", "t"),
    ("ts", "s"),
    ("tz", "s"),
    ("cz", "c"),
    ("ck", "k"),
    ("ou", "u"),
    ("ks", "x"),
    ("ij", "i"),
    ("iy", "i"),
    ("yy", "i"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("z", "s"),
    ("c", "k"),
    ("q", "k"),
];

/// A folded name in Latin letters without marks, by sound; letters of other scripts stay.
pub(super) fn romanise(name: &str) -> String {
    let mut latin = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        let one = &rest[..c.len_utf8()];
        let two = rest[one.len()..].chars().next().map(|next| &rest[..one.len() + next.len_utf8()]);
        let (taken, letters) = match two.and_then(|two| Some((two, LATIN.value(two)?))) {
            Some(found) => found,
            None => (one, LATIN.value(one).unwrap_or("*")),
        };
        if letters == "*" {
            latin.push(without_marks(c));
        } else {
            latin.push_str(letters);
        }
        rest = &rest[taken.len()..];
    }
    by_sound(&latin)
}

fn by_sound(latin: &str) -> String {
    let mut key = String::with_capacity(latin.len());
    let mut rest = latin;
    while let Some(c) = rest.chars().next() {
        let spelled = SOUNDS.iter().find(|(spelling, _)| rest.starts_with(spelling));
        let (taken, sound) = spelled.map_or((c.len_utf8(), &rest[..c.len_utf8()]), |(spelling, sound)| (spelling.len(), *sound));
        // A double letter is one sound.
        if !key.ends_with(sound) {
            key.push_str(sound);
        }
        rest = &rest[taken..];
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::fold;

    #[test]
    fn a_name_is_one_in_several_languages() {
        for (a, b) in [
            ("Zelensky", "Selenskyj"),
            ("Lavrov", "Лавров"),
            ("Scholz", "Шольц"),
            ("Schmyhal", "Shmyhal"),
            ("Poutine", "Putine"),
            ("Merz", "Мерц"),
            ("Athina", "Αθήνα"),
            ("Papandreou", "Παπανδρέου"),
            ("Łódź", "Lodz"),
            ("Macron", "Макрон"),
            ("Erdoğan", "Erdogan"),
        ] {
            assert_eq!(romanise(&fold(a)), romanise(&fold(b)), "{a} {b}");
        }
        assert_ne!(romanise("medvedev"), romanise("medinsky"));
    }
}
