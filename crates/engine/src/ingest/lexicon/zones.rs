//! Names of time zones, as publishing systems abbreviate them.

/// Lower-case name and minutes east of Greenwich, sorted by name. `CST` and `IST` are missing on purpose: each is several zones.
#[rustfmt::skip]
const ZONES: &[(&str, i16)] = &[
    ("acst", 570), ("aedt", 660), ("aest", 600), ("art", -180), ("awst", 480), ("brt", -180), ("bst", 60), ("cdt", -300), ("cest", 120),
    ("cet", 60), ("edt", -240), ("eest", 180), ("eet", 120), ("est", -300), ("gmt", 0), ("hkt", 480), ("jst", 540), ("kst", 540),
    ("mdt", -360), ("mesz", 120), ("mez", 60), ("msk", 180), ("mst", -420), ("nzdt", 780), ("nzst", 720), ("pdt", -420), ("pkt", 300),
    ("pst", -480), ("sast", 120), ("sgt", 480), ("trt", 180), ("utc", 0), ("west", 60), ("wet", 0), ("wib", 420), ("z", 0), ("мск", 180),
    ("غرينتش", 0),
];

/// Zones of the United States that stand for standard or summer time, whichever was in force: name and minutes of standard time.
const UNITED_STATES: &[(&str, i16)] = &[("et", -300), ("ct", -360), ("mt", -420), ("pt", -480)];

/// What a zone's name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zone {
    /// Minutes east of Greenwich.
    Fixed(i16),
    /// Minutes of standard time; an hour more in the summer time of the United States.
    UnitedStates(i16),
}

/// The zone of a name in lower case.
pub(crate) fn zone(name: &str) -> Option<Zone> {
    let fixed = ZONES.binary_search_by_key(&name, |(known, _)| known).ok().map(|at| Zone::Fixed(ZONES[at].1));
    fixed.or_else(|| UNITED_STATES.iter().find(|(known, _)| *known == name).map(|(_, minutes)| Zone::UnitedStates(*minutes)))
}

/// The names of all zones, in lower case.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    ZONES.iter().map(|(name, _)| *name).chain(UNITED_STATES.iter().map(|(name, _)| *name))
}

/// Whether a zone is one of the United States, where numeric dates put the month first.
pub(crate) fn is_american(name: &str) -> bool {
    matches!(name, "est" | "edt" | "cdt" | "mst" | "mdt" | "pst" | "pdt") || UNITED_STATES.iter().any(|(known, _)| *known == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorted_for_the_search() {
        assert!(ZONES.is_sorted());
        assert_eq!(zone("cest"), Some(Zone::Fixed(120)));
        assert_eq!(zone("cst"), None);
        assert_eq!(zone("et"), Some(Zone::UnitedStates(-300)));
    }
}
