//! What stands inside quotation marks.

use crate::Span;

/// A stretch between quotation marks, without the marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marked {
    /// In bytes of the text that was looked at.
    pub span: Span,
    /// Whether its first mark stands in the text; otherwise it began before.
    pub is_opened: bool,
    /// Whether its last mark stands in the text; otherwise it goes on to the end, or to the next that begins.
    pub is_closed: bool,
}

/// The stretches of a sentence between quotation marks, in bytes of `sentence`; what a double mark opened goes on to the end where nothing closes it.
pub(crate) fn quoted(sentence: &str) -> Vec<Span> {
    marked(sentence).into_iter().map(|m| m.span).collect()
}

/// The stretches of a text between quotation marks, outermost only: curly, straight, single and angle marks either way round, low and high ones,
/// corner brackets.
///
/// A straight mark opens or closes by what stands beside it, so that one left out does not turn all that follows inside out. A single mark that
/// nothing closes is an apostrophe.
pub(crate) fn marked(text: &str) -> Vec<Marked> {
    let mut found: Vec<Marked> = Vec::new();
    let mut open: Option<Open> = None;
    let mut skip_to = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| is_mark(*c)) {
        let (before, after) = (text[..at].chars().next_back(), text[at + c.len_utf8()..].chars().next());
        let start = at + c.len_utf8();
        if at < skip_to {
            continue;
        }
        let Some(quotation) = &mut open else {
            if is_single(c) {
                let end = opens(c, before, after).then(|| single_end(text, start)).flatten();
                if let Some(end) = end {
                    found.push(Marked { span: Span::new(start, end), is_opened: true, is_closed: true });
                    skip_to = end + 1;
                }
            } else if opens(c, before, after) {
                open = Some(Open { mark: c, start, depth: 0 });
            } else if found.is_empty() && matches!(c, '"' | '”') && before.is_some_and(|b| !b.is_ascii_digit()) {
                found.push(Marked { span: Span::new(0, at), is_opened: false, is_closed: true });
            }
            continue;
        };
        if closes(quotation.mark, c) && !only_opens(c, before, after) {
            if quotation.depth > 0 {
                quotation.depth -= 1;
            } else {
                found.push(Marked { span: Span::new(quotation.start, at), is_opened: true, is_closed: true });
                open = None;
            }
        } else if c == quotation.mark && only_opens(c, before, after) {
            if text[quotation.start..at].trim_end().ends_with(['.', '!', '?', '…', '\n']) {
                found.push(Marked { span: Span::new(quotation.start, at), is_opened: true, is_closed: false });
                open = Some(Open { mark: c, start, depth: 0 });
            } else {
                quotation.depth += 1;
            }
        }
    }
    if let Some(Open { mark: '“' | '„' | '"' | '«' | '”', start, .. }) = open {
        found.push(Marked { span: Span::new(start, text.len()), is_opened: true, is_closed: false });
    }
    found
}

struct Open {
    mark: char,
    start: usize,
    /// Marks of the same kind opened inside.
    depth: usize,
}

fn is_mark(c: char) -> bool {
    is_single(c) || matches!(c, '“' | '”' | '„' | '"' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' | '＂')
}

fn is_single(mark: char) -> bool {
    matches!(mark, '‘' | '\'' | '’' | '‚')
}

/// Whether a mark can open a quotation here.
fn opens(mark: char, before: Option<char>, after: Option<char>) -> bool {
    let after_word = before.is_some_and(char::is_alphanumeric);
    match mark {
        '“' | '„' | '«' | '「' | '『' | '＂' => true,
        '"' | '”' => only_opens(mark, before, after) || (!after_word && after.is_some_and(char::is_alphanumeric)),
        '‘' | '\'' | '‚' | '‹' | '»' => {
            !after_word && after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '“' | '"' | '[' | '…'))
        }
        _ => false,
    }
}

/// Whether a mark can only open here: white space before it, a word after it.
fn only_opens(mark: char, before: Option<char>, after: Option<char>) -> bool {
    let starts = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-'));
    match mark {
        '„' | '「' | '『' => true,
        '“' | '"' | '”' => starts && after.is_some_and(|c| !c.is_whitespace() && !matches!(c, ',' | '.' | ';' | ')')),
        _ => false,
    }
}

/// Whether `c` closes a quotation that `mark` opened.
fn closes(mark: char, c: char) -> bool {
    match mark {
        '„' => matches!(c, '“' | '”' | '"'),
        '“' => matches!(c, '”' | '"'),
        '"' => matches!(c, '"' | '”'),
        '«' => c == '»',
        '»' => c == '«',
        '‹' => c == '›',
        '「' => c == '」',
        '『' => c == '』',
        _ => c == mark,
    }
}

/// Bytes within which a single quotation has to end.
const SINGLE_BYTES: usize = 3000;

/// Where the quotation ends whose single mark stands before `start`: at the first mark after a word, but a plural's apostrophe ("the workers'")
/// gives way to a mark after a comma or stop.
fn single_end(text: &str, start: usize) -> Option<usize> {
    let mut plural = None;
    let mut before = None;
    for (at, c) in text[start..].char_indices().take_while(|(at, c)| *at < SINGLE_BYTES && *c != '\n') {
        let after = text[start + at + c.len_utf8()..].chars().next();
        if matches!(c, '’' | '\'' | '‘') {
            if plural.is_some() && opens(c, before, after) {
                break;
            }
            if before.is_some_and(|b: char| !b.is_whitespace()) && !after.is_some_and(char::is_alphanumeric) {
                let at = start + at;
                match before {
                    Some('s') if plural.is_none() => plural = Some(at),
                    Some('s') => {}
                    Some(b) if plural.is_none() || matches!(b, ',' | '.' | '!' | '?') => return Some(at),
                    _ => {}
                }
            }
        }
        before = Some(c);
    }
    plural
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
        check("Ministern kallade det ”fred”.", &["fred"]);
        check("市長は「残念だ」と述べた。", &["残念だ"]);
        check("‘We can’t wait,’ she said.", &["We can’t wait,"]);
    }

    #[test]
    fn unclosed_and_apostrophes() {
        check("\"The delegation is leaving today, Peskov added.", &["The delegation is leaving today, Peskov added."]);
        check("The ministers' talks and Russia's plan.", &[]);
        check("The workers' council was 'ready to talk' about the mines' future.", &["ready to talk"]);
        check("‘Farmers’ incomes can’t fall,’ he said.", &["Farmers’ incomes can’t fall,"]);
    }

    #[test]
    fn a_mark_left_out_does_not_turn_the_rest_inside_out() {
        check("\"We go today, he said. \"We stay,\" she said.", &["We go today, he said. ", "We stay,"]);
        check("Therefore we wait,\" he said.", &["Therefore we wait,"]);
        check("A screen of 15\" is small.", &[]);
    }

    #[test]
    fn nested_marks_belong_to_the_outer_quotation() {
        check("“He told me “no” twice,” she said.", &["He told me “no” twice,"]);
        check("‘He said “leave it” and I left it,’ he said.", &["He said “leave it” and I left it,"]);
    }
}
