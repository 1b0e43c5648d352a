//! What the page says about links: how many there are under which settings, and what the reader decided.

use crossread_engine::{Comparison, Decision, Place, Settings, Standing, tally};

use super::Reading;
use super::wording::{count, opening};

/// The thresholds that can be chosen, in per cent.
pub const THRESHOLDS: (u16, u16) = (tally::LOWEST / 10, 95);
/// The shortest lengths that can be chosen, in words.
pub const LENGTHS: (u16, u16) = (1, tally::LONGEST);
/// How far away the thresholds are whose links are told beside those of the one in force, in per cent.
const ASIDE: u16 = 10;

/// A threshold in per cent.
pub const fn percent(settings: &Settings) -> u16 {
    settings.threshold / 10
}

/// "41 links".
pub fn links(comparison: &Comparison) -> String {
    count(comparison.links.len(), "link")
}

/// "36 links at 45 %, 5 fewer than now. 35 % would show 5 more, 55 % 9 fewer. A shortest length of 5 words leaves out 2."
pub fn under(comparison: &Comparison, settings: &Settings) -> String {
    let at = |threshold: u16, shortest: u16| comparison.n_links_at(threshold * 10, shortest);
    let (threshold, shortest) = (percent(settings), settings.shortest);
    let here = at(threshold, shortest);
    let than_now = change(comparison.links.len(), here).map(|change| format!(", {change} than now")).unwrap_or_default();
    let (lower, higher) = (threshold.saturating_sub(ASIDE).max(THRESHOLDS.0), (threshold + ASIDE).min(THRESHOLDS.1));
    let shows = |other: u16| change(here, at(other, shortest)).unwrap_or_else(|| "the same".to_owned());
    let aside = match (lower < threshold, higher > threshold) {
        (true, true) => format!("{lower} % would show {}, {higher} % {}", shows(lower), shows(higher)),
        (true, false) => format!("{lower} % would show {}", shows(lower)),
        _ => format!("{higher} % would show {}", shows(higher)),
    };
    let hidden = at(threshold, LENGTHS.0) - here;
    let short = if shortest > LENGTHS.0 { format!(" A shortest length of {shortest} words leaves out {}.", hidden) } else { String::new() };
    format!("{} at {threshold} %{than_now}. {aside}.{short}", count(here, "link"))
}

/// "45 %, 36 links": the slider as it is spoken.
pub fn spoken(comparison: &Comparison, settings: &Settings) -> String {
    let n = comparison.n_links_at(settings.threshold, settings.shortest);
    format!("{} %, {}", percent(settings), count(n, "link"))
}

/// "5 more", "12 fewer".
fn change(from: usize, to: usize) -> Option<String> {
    match to.cmp(&from) {
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(format!("{} more", to - from)),
        std::cmp::Ordering::Less => Some(format!("{} fewer", from - to)),
    }
}

/// What the reader decided, in a word.
pub const fn decision(decision: Decision) -> &'static str {
    match decision {
        Decision::Cut => "cut",
        Decision::Added => "added",
        Decision::Confirmed => "confirmed",
    }
}

/// "3 corrections, 1 no longer applying"; nothing where there are none.
pub fn decisions(corrections: &[Standing]) -> Option<String> {
    let stale = corrections.iter().filter(|standing| standing.places.is_none()).count();
    let total = Some(corrections.len()).filter(|n| *n > 0)?;
    let applying = match stale {
        0 => String::new(),
        _ if stale == total => ", no longer applying".to_owned(),
        _ => format!(", {stale} no longer applying"),
    };
    Some(format!("{}{applying}", count(total, "correction")))
}

/// "the link of A “The harbour bridge at Lowmere …” and B “Engineers had found cracks …”".
pub fn link(reading: &Reading, a: &Place, b: &Place) -> String {
    format!("the link of {} and {}", named(reading, a), named(reading, b))
}

/// The two sentences of a correction, with their articles' letters where they are there.
pub fn sentences(reading: &Reading, standing: &Standing) -> String {
    match &standing.places {
        Some(places) => {
            let mut places = *places;
            places.sort_unstable();
            places.map(|place| named(reading, &place)).join(" and ")
        }
        None => [&standing.correction.a, &standing.correction.b].map(|anchor| format!("“{}”", opening(&anchor.sentence, 5))).join(" and "),
    }
}

/// "A “The harbour bridge at Lowmere …”".
fn named(reading: &Reading, place: &Place) -> String {
    let text = reading.articles.get(place.article.0).map(|a| a.text.as_str()).unwrap_or_default();
    format!("{} “{}”", place.article.label(), opening(place.span.of(text), 5))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossread_engine::Tally;

    fn comparison() -> Comparison {
        let tallies = [(300, 6, 5), (370, 9, 20), (420, 3, 4), (500, 9, 12)].map(|(score, words, links)| Tally { score, words, links });
        let link = crate::reading::tests::figures().comparison.links[0].clone();
        Comparison { tallies: tallies.to_vec(), links: vec![link; 36], ..Comparison::default() }
    }

    #[track_caller]
    fn check(threshold: u16, shortest: u16, said: &str) {
        assert_eq!(under(&comparison(), &Settings { threshold, shortest, ..Settings::default() }), said);
    }

    #[test]
    fn the_settings_are_told_with_what_others_would_show() {
        check(370, 1, "36 links at 37 %. 27 % would show 5 more, 47 % 24 fewer.");
        check(450, 1, "12 links at 45 %, 24 fewer than now. 35 % would show 24 more, 55 % 12 fewer.");
        check(
            370,
            5,
            "32 links at 37 %, 4 fewer than now. 27 % would show 5 more, 47 % 20 fewer. A shortest length of 5 words leaves out 4.",
        );
        check(200, 1, "41 links at 20 %, 5 more than now. 30 % would show the same.");
        check(950, 2, "0 links at 95 %, 36 fewer than now. 85 % would show the same. A shortest length of 2 words leaves out 0.");
    }
}
