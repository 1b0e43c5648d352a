//! Names of months and their abbreviations.

/// Lower-case name and number, sorted by name: en, es, pt, fr, de, it, nl, sv, pl, cs, ro, hu, fi, hr, tr, el, ru, uk, ar, fa, hi; in the case
/// that dates have.
#[rustfmt::skip]
const MONTHS: &[(&str, u8)] = &[
    ("abr", 4), ("abril", 4), ("ago", 8), ("agosto", 8), ("aout", 8), ("août", 8), ("apr", 4), ("april", 4), ("aprile", 4), ("aprilie", 4),
    ("ara", 12), ("aralık", 12), ("aug", 8), ("august", 8), ("augusti", 8), ("augustus", 8), ("augusztus", 8), ("avr", 4), ("avril", 4),
    ("ağu", 8), ("ağustos", 8), ("března", 3), ("cze", 6), ("czerwca", 6), ("czerwiec", 6), ("dec", 12), ("december", 12), ("decembre", 12),
    ("decembrie", 12), ("dez", 12), ("dezember", 12), ("dezembro", 12), ("dic", 12), ("dicembre", 12), ("diciembre", 12), ("dubna", 4),
    ("déc", 12), ("décembre", 12), ("eki", 10), ("ekim", 10), ("elokuuta", 8), ("ene", 1), ("enero", 1), ("eyl", 9), ("eylül", 9),
    ("feb", 2), ("febbraio", 2), ("febr", 2), ("febrero", 2), ("februar", 2), ("februari", 2), ("februarie", 2), ("february", 2),
    ("február", 2), ("fev", 2), ("fevereiro", 2), ("fevr", 2), ("fevrier", 2), ("févr", 2), ("février", 2), ("gen", 1), ("gennaio", 1),
    ("giu", 6), ("giugno", 6), ("gru", 12), ("grudnia", 12), ("grudzień", 12), ("haz", 6), ("haziran", 6), ("heinäkuuta", 7),
    ("helmikuuta", 2), ("huhtikuuta", 4), ("ianuarie", 1), ("iulie", 7), ("iunie", 6), ("jaanuar", 1), ("jan", 1), ("janeiro", 1),
    ("januar", 1), ("januari", 1), ("january", 1), ("január", 1), ("januára", 1), ("janv", 1), ("janvier", 1), ("joulukuuta", 12),
    ("juil", 7), ("juillet", 7), ("juin", 6), ("jul", 7), ("julho", 7), ("juli", 7), ("julio", 7), ("july", 7), ("jun", 6), ("june", 6),
    ("junho", 6), ("juni", 6), ("junio", 6), ("jän", 1), ("jänner", 1), ("július", 7), ("június", 6), ("kas", 11), ("kasım", 11),
    ("kesäkuuta", 6), ("května", 5), ("kwi", 4), ("kwiecień", 4), ("kwietnia", 4), ("ledna", 1), ("lip", 7), ("lipca", 7), ("lipiec", 7),
    ("lis", 11), ("listopad", 11), ("listopada", 11), ("listopadu", 11), ("lokakuuta", 10), ("lug", 7), ("luglio", 7), ("lut", 2),
    ("lutego", 2), ("luty", 2), ("maaliskuuta", 3), ("maart", 3), ("mag", 5), ("maggio", 5), ("mai", 5), ("maio", 5), ("maj", 5),
    ("maja", 5), ("mar", 3), ("marca", 3), ("march", 3), ("marraskuuta", 11), ("mars", 3), ("mart", 3), ("martie", 3), ("marzec", 3),
    ("marzo", 3), ("março", 3), ("may", 5), ("mayo", 5), ("mayıs", 5), ("mei", 5), ("mrt", 3), ("mrz", 3), ("május", 5), ("március", 3),
    ("mär", 3), ("märz", 3), ("nis", 4), ("nisan", 4), ("noiembrie", 11), ("nov", 11), ("november", 11), ("novembre", 11), ("novembro", 11),
    ("noviembre", 11), ("oca", 1), ("ocak", 1), ("oct", 10), ("october", 10), ("octobre", 10), ("octombrie", 10), ("octubre", 10),
    ("okt", 10), ("oktober", 10), ("október", 10), ("ott", 10), ("ottobre", 10), ("out", 10), ("outubro", 10), ("paź", 10),
    ("październik", 10), ("października", 10), ("prosince", 12), ("sep", 9), ("sept", 9), ("september", 9), ("septembre", 9),
    ("septembrie", 9), ("septiembre", 9), ("set", 9), ("setembro", 9), ("setiembre", 9), ("settembre", 9), ("sie", 8), ("sierpień", 8),
    ("sierpnia", 8), ("siječnja", 1), ("srpna", 8), ("sty", 1), ("styczeń", 1), ("stycznia", 1), ("syyskuuta", 9), ("szeptember", 9),
    ("tammikuuta", 1), ("tem", 7), ("temmuz", 7), ("toukokuuta", 5), ("wrz", 9), ("wrzesień", 9), ("września", 9), ("září", 9),
    ("április", 4), ("února", 2), ("července", 7), ("června", 6), ("října", 10), ("şub", 2), ("şubat", 2), ("απριλίου", 4),
    ("αυγούστου", 8), ("δεκεμβρίου", 12), ("ιανουαρίου", 1), ("ιουλίου", 7), ("ιουνίου", 6), ("μαΐου", 5), ("μαρτίου", 3),
    ("νοεμβρίου", 11), ("οκτωβρίου", 10), ("σεπτεμβρίου", 9), ("φεβρουαρίου", 2), ("авг", 8), ("август", 8), ("августа", 8), ("апр", 4),
    ("апрель", 4), ("апреля", 4), ("бер", 3), ("березень", 3), ("березня", 3), ("вер", 9), ("вересень", 9), ("вересня", 9), ("груд", 12),
    ("грудень", 12), ("грудня", 12), ("дек", 12), ("декабрь", 12), ("декабря", 12), ("жовт", 10), ("жовтень", 10), ("жовтня", 10),
    ("июл", 7), ("июль", 7), ("июля", 7), ("июн", 6), ("июнь", 6), ("июня", 6), ("квіт", 4), ("квітень", 4), ("квітня", 4), ("лип", 7),
    ("липень", 7), ("липня", 7), ("лист", 11), ("листопад", 11), ("листопада", 11), ("лют", 2), ("лютий", 2), ("лютого", 2), ("май", 5),
    ("мар", 3), ("март", 3), ("марта", 3), ("мая", 5), ("ноя", 11), ("ноябрь", 11), ("ноября", 11), ("окт", 10), ("октябрь", 10),
    ("октября", 10), ("сен", 9), ("сент", 9), ("сентябрь", 9), ("сентября", 9), ("серп", 8), ("серпень", 8), ("серпня", 8), ("січ", 1),
    ("січень", 1), ("січня", 1), ("трав", 5), ("травень", 5), ("травня", 5), ("фев", 2), ("февраль", 2), ("февраля", 2), ("черв", 6),
    ("червень", 6), ("червня", 6), ("янв", 1), ("январь", 1), ("января", 1), ("آب", 8), ("آذار", 3), ("آوریل", 4), ("أبريل", 4),
    ("أغسطس", 8), ("أكتوبر", 10), ("أيار", 5), ("أيلول", 9), ("ابريل", 4), ("اغسطس", 8), ("اكتوبر", 10), ("اوت", 8), ("اکتبر", 10),
    ("تموز", 7), ("حزيران", 6), ("دسامبر", 12), ("ديسمبر", 12), ("سبتمبر", 9), ("سپتامبر", 9), ("شباط", 2), ("فبراير", 2), ("فوریه", 2),
    ("مارس", 3), ("مايو", 5), ("مه", 5), ("نوامبر", 11), ("نوفمبر", 11), ("نيسان", 4), ("يناير", 1), ("يوليو", 7), ("يونيو", 6),
    ("ژانویه", 1), ("ژوئن", 6), ("ژوئیه", 7), ("अक्टूबर", 10), ("अगस्त", 8), ("अप्रैल", 4), ("जनवरी", 1), ("जुलाई", 7), ("जून", 6),
    ("दिसंबर", 12), ("नवंबर", 11), ("फ़रवरी", 2), ("मई", 5), ("मार्च", 3), ("सितंबर", 9),
];

/// Names that are other words as well, and so need a year beside them.
#[rustfmt::skip]
const AMBIGUOUS: &[&str] = &["ago", "ara", "gen", "kas", "lis", "mag", "mai", "mar", "mars", "may", "out", "set", "sie", "tem", "бер", "лист", "مه"];

/// The number of a month by its name in lower case.
pub(crate) fn month(name: &str) -> Option<u8> {
    MONTHS.binary_search_by_key(&name, |(known, _)| known).ok().map(|at| MONTHS[at].1)
}

/// The names of all months, in lower case.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    MONTHS.iter().map(|(name, _)| *name)
}

/// Whether a month's name says little without a year.
pub(crate) fn is_ambiguous(name: &str) -> bool {
    AMBIGUOUS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorted_for_the_search() {
        assert!(MONTHS.is_sorted());
        assert_eq!(month("juillet"), Some(7));
        assert_eq!(month("жовтня"), Some(10));
        assert_eq!(month("monday"), None);
    }
}
