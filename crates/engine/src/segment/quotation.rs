//! Which characters of a sentence stand inside quotation marks.

use crate::Span;

/// The stretches between quotation marks, without the marks, in bytes of `sentence`.
///
/// Curly, straight, single and angle marks. A double quotation that is not closed runs to the end of the sentence; a single one that is not
/// closed is taken for an apostrophe.
pub(crate) fn quoted(sentence: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(char, usize)> = None;
    let mut previous = ' ';
    let mut chars = sentence.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_word = chars.peek().is_some_and(|(_, n)| n.is_alphanumeric());
        match open {
            // An apostrophe inside a word does not close a single quotation.
            Some((mark, start)) if closes(mark, c) && !(is_single(mark) && next_is_word) => {
                found.push(Span::new(start, at));
                open = None;
            }
            Some(_) => {}
            None => {
                let opens = match c {
                    '“' | '„' | '"' | '«' | '「' | '『' | '＂' => true,
                    '‘' | '\'' | '‚' | '‹' | '»' => !previous.is_alphanumeric() && next_is_word,
                    _ => false,
                };
                open = opens.then(|| (c, at + c.len_utf8()));
            }
        }
        previous = c;
    }
    if let Some(('“' | '„' | '"', start)) = open {
        found.push(Span::new(start, sentence.len()));
    }
    found
}

/// Whether `c` closes a quotation that `mark` opened.
fn closes(mark: char, c: char) -> bool {
    match mark {
        '„' => matches!(c, '“' | '”'),
        '“' => c == '”',
        '«' => c == '»',
        '»' => c == '«',
        '‹' => c == '›',
        '「' => c == '」',
        '『' => c == '』',
        '‘' | '\'' | '‚' => matches!(c, '’' | '\'' | '‘'),
        _ => c == mark,
    }
}

fn is_single(mark: char) -> bool {
    matches!(mark, '‘' | '\'' | '‚')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sentence: &str, expected: &[&str]) {
        assert_eq!(quoted(sentence).iter().map(|s| s.of(sentence)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn every_style() {
        check("He called it “a step” and \"a start\".", &["a step", "a start"]);
        check("It was 'no breakthrough', he said.", &["no breakthrough"]);
        check("Il parle de «paix».", &["paix"]);
        check("Er nennt es „Frieden“ und »Ruhe«, nicht ‚Sieg‘.", &["Frieden", "Ruhe", "Sieg"]);
        check("市長は「残念だ」と述べた。", &["残念だ"]);
        check("‘We can’t wait,’ she said.", &["We can’t wait,"]);
    }

    #[test]
    fn unclosed_and_apostrophes() {
        check("\"The delegation is leaving today, Peskov added.", &["The delegation is leaving today, Peskov added."]);
        check("The ministers' talks and Russia's plan.", &[]);
    }
}
