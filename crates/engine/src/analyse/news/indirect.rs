//! Indirect speech: the clause that tells what someone said.

use super::lexicon::Grammar;
use super::reading::Reading;
use super::reports::{Report, THAT};
use super::said::Said;
use super::texts::{Texts, Words};

/// Words of meaning a clause has at least.
const CONTENT: usize = 3;

/// What an article reports without quotation marks, in text order: candidates to be matched to quotations of others.
pub(crate) fn indirect(texts: &Texts<'_>, reading: &Reading) -> Vec<Said> {
    let mut found = Vec::new();
    for (sentence, read) in reading.sentences.iter().enumerate().filter(|(_, read)| !read.reports.is_empty()) {
        let words = texts.words(reading.article, sentence);
        for report in &read.reports {
            let Some(clause) = clause(&words, report) else { continue };
            let tells = clause.clone().filter(|at| !words.is_stop(*at)).count();
            let n_quoted = clause.clone().filter(|at| words.is_quoted(*at)).count();
            if tells < CONTENT || n_quoted * 2 > clause.len() {
                continue;
            }
            found.push(Said {
                article: reading.article,
                sentences: (sentence, sentence),
                span: words.span(&clause),
                speaker: report.speaker.as_ref().and_then(|speaker| reading.resolve(&words, sentence, speaker)),
                verb: Some(words.span(&report.verb)),
                stance: report.stance,
                is_direct: false,
            });
        }
    }
    found
}

/// The words that tell what was said: after the verb, or before it where it ends the sentence.
fn clause(words: &Words<'_>, report: &Report) -> Option<std::ops::Range<usize>> {
    let range = report.range();
    let (before, after) = (0..range.start, range.end..words.len());
    if report.is_inverted || after.len() < CONTENT {
        return Some(if before.len() >= after.len() { before } else { after }).filter(|clause| !clause.is_empty());
    }
    let that = after.clone().take(THAT).find(|at| words.tags(*at).grammar == Some(Grammar::That));
    let start = that.map_or(after.start, |at| at + 1);
    (start < after.end).then_some(start..after.end)
}
