//! What the characters of a line are, counted in one pass.

/// Counts of a line. A word is what white space parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// Words that hold a letter or a digit; in scripts without spaces two characters count as one.
    pub(super) words: usize,
    pub(super) chars: usize,
    /// ASCII digits.
    pub(super) digits: usize,
    pub(super) commas: usize,
    /// Characters that end sentences.
    pub(super) stops: usize,
    /// Words that begin with a letter or a digit; those of them that begin with a capital; those of three characters or fewer.
    pub(super) plain_words: usize,
    pub(super) capitals: usize,
    pub(super) short: usize,
    /// Whether it has a quotation mark.
    pub(super) quotes: bool,
    /// Whether it has a sign that menus and credits have.
    pub(super) signs: bool,
}

/// The word that a character stands in.
#[derive(Clone, Copy, Default)]
struct Word {
    chars: usize,
    /// Begins with a letter or a digit; holds one.
    plain: bool,
    sounds: bool,
}

impl Shape {
    pub(super) fn of(line: &str) -> Self {
        let mut shape = Self::default();
        let mut word = Word::default();
        let mut unspaced = 0;
        for c in line.chars() {
            shape.chars += 1;
            let letter = c.is_ascii_alphabetic() || (!c.is_ascii() && c.is_alphanumeric());
            if letter {
                unspaced += usize::from(is_unspaced(c));
            } else if c.is_ascii_digit() {
                shape.digits += 1;
            } else if c.is_whitespace() {
                shape.end(word);
                word = Word::default();
                continue;
            } else {
                match c {
                    ',' | '、' | '،' | '，' => shape.commas += 1,
                    '.' | '!' | '?' | '。' | '؟' | '।' => shape.stops += 1,
                    '“' | '”' | '"' | '«' | '„' => shape.quotes = true,
                    '»' => (shape.quotes, shape.signs) = (true, true),
                    '|' | '/' | '©' | '@' | '→' | '›' | '·' | '•' | '#' => shape.signs = true,
                    _ => unspaced += usize::from(is_unspaced(c)),
                }
                word.chars += 1;
                continue;
            }
            if word.chars == 0 {
                word.plain = true;
                shape.capitals += usize::from(c.is_uppercase());
            }
            word.chars += 1;
            word.sounds = true;
        }
        shape.end(word);
        shape.words += unspaced / 2;
        shape
    }

    fn end(&mut self, word: Word) {
        self.words += usize::from(word.sounds);
        self.plain_words += usize::from(word.plain);
        self.short += usize::from(word.plain && word.chars <= 3);
    }
}

/// Whether a character is of a script that writes no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        let shape = Shape::of("“We close 2 lanes,” Ana said – at 9 a.m. • More");
        let want = Shape {
            words: 10,
            chars: 47,
            digits: 2,
            commas: 1,
            stops: 2,
            plain_words: 9,
            capitals: 2,
            short: 4,
            quotes: true,
            signs: true,
        };
        assert_eq!(shape, want);
        // One that white space parts, and half of eight characters.
        assert_eq!(Shape::of("大桥将于周一关闭").words, 5);
        assert_eq!(Shape::of("").words, 0);
    }
}
