//! Words of lines that only say when something was published.

/// Sorted: weekdays, "published", "at", "ago", zones and the like, besides months, in the languages of [`super::months`] and Chinese, Japanese,
/// Korean and Vietnamese.
#[rustfmt::skip]
const TIME_WORDS: &[&str] = &[
    "a", "actualización", "actualizada", "actualizado", "aedt", "aest", "aggiornamento", "aggiornato", "ago", "aktualisiert",
    "aktualizacja", "al", "alle", "am", "an", "and", "article", "at", "atrás", "atualizada", "atualizado", "atualização", "ayer",
    "bijgewerkt", "bst", "bugün", "by", "cdt", "cest", "cet", "created", "cst", "ct", "cuma", "cumartesi", "czwartek", "cập", "dakika",
    "data", "date", "dated", "datum", "day", "days", "de", "del", "den", "der", "di", "dienstag", "dimanche", "dinsdag", "dni", "do",
    "dodano", "domenica", "domingo", "donderdag", "donnerstag", "dziś", "días", "dün", "edited", "edt", "eest", "eet", "eklenme", "el",
    "em", "erstellt", "est", "et", "fa", "fecha", "feira", "first", "fr", "fredag", "freitag", "fri", "friday", "geleden", "gepubliceerd",
    "gestern", "geändert", "giovedì", "gmt", "godz", "gün", "güncelleme", "h", "hace", "heure", "heures", "heute", "hier", "hkt", "hoje",
    "hora", "horas", "hour", "hours", "hoy", "hrs", "há", "ieri", "il", "issued", "ist", "jeudi", "jour", "jours", "jst", "jueves", "just",
    "kl", "kst", "la", "laatst", "las", "last", "le", "les", "local", "los", "lundi", "lunedì", "lunes", "lördag", "lúc", "m", "maandag",
    "mardi", "martedì", "martes", "mdt", "mercoledì", "mercredi", "mesz", "mez", "mi", "min", "mins", "minute", "minuten", "minutes",
    "minutos", "mis", "mise", "mittwoch", "miércoles", "mo", "modified", "modifié", "modifiée", "mon", "monday", "montag", "month",
    "months", "msk", "mst", "mt", "måndag", "nd", "ngày", "nhật", "niedziela", "now", "năm", "of", "offentliggjort", "oggi", "om", "on",
    "onsdag", "ontem", "op", "opdateret", "oppdatert", "opublikowano", "ore", "originally", "p", "page", "pazar", "pazartesi", "pdt",
    "perşembe", "piątek", "pm", "poniedziałek", "posted", "pst", "pt", "pubblicato", "pubblicazione", "publicada", "publicado",
    "publication", "publicerad", "publie", "publikacji", "publisert", "published", "publié", "publiée", "quarta", "quinta", "r", "rd",
    "read", "reading", "release", "released", "sa", "saat", "sabato", "salı", "samedi", "samstag", "sat", "saturday", "segunda", "sexta",
    "sgt", "since", "so", "sobota", "son", "sonntag", "st", "stand", "story", "stunde", "stunden", "sun", "sunday", "sábado", "söndag", "t",
    "tagen", "tarihi", "temu", "terça", "th", "the", "thu", "thur", "thurs", "thursday", "tháng", "thứ", "time", "tisdag", "today",
    "torsdag", "trt", "tue", "tues", "tuesday", "uhr", "um", "update", "updated", "uppdaterad", "uren", "utc", "uur", "vendredi", "venerdì",
    "veröffentlicht", "viernes", "vom", "vor", "vrijdag", "wczoraj", "wed", "wednesday", "week", "weeks", "wib", "woensdag", "wtorek", "y",
    "yayın", "yayınlanma", "year", "years", "yesterday", "z", "zaktualizowano", "zaterdag", "zondag", "zuletzt", "à", "às", "çarşamba",
    "önce", "đăng", "środa", "в", "воскресенье", "вторник", "вчера", "вчора", "вівторок", "г", "год", "года", "годин", "година", "годину",
    "дата", "изменено", "минут", "минуты", "мск", "назад", "неділя", "о", "об", "обновлена", "обновлено", "оновлено", "опубликовано",
    "опубліковано", "понедельник", "понеділок", "публикации", "пятница", "пятницу", "пятниця", "р", "року", "сегодня", "середа", "среда",
    "среду", "суббота", "субботу", "субота", "сьогодні", "тому", "хвилин", "час", "часа", "часов", "четвер", "четверг", "آخر", "أمس",
    "الأحد", "الأربعاء", "الإثنين", "الاثنين", "الثلاثاء", "الجمعة", "الخميس", "الساعة", "السبت", "النشر", "اليوم", "انتشار", "بتوقيت",
    "به", "تاريخ", "تاریخ", "تحديث", "جمعه", "دوشنبه", "رسانی", "روز", "ساعت", "سه", "شنبه", "ص", "غرينتش", "في", "م", "منتشر", "منذ",
    "نشر", "نشرت", "يوم", "پنجشنبه", "چهارشنبه", "یکشنبه", "上午", "下午", "入力", "公開", "公開日", "分", "午前", "午後", "发布", "发布时间", "发表于", "周一", "周三",
    "周二", "周五", "周六", "周四", "周日", "土", "土曜日", "年", "年度", "掲載", "日", "日曜日", "时", "星期一", "星期三", "星期二", "星期五", "星期六", "星期四", "星期日", "時", "更新",
    "更新日", "更新时间", "月", "月曜日", "木", "木曜日", "来源", "水", "水曜日", "火", "火曜日", "编辑", "配信", "金", "金曜日", "년", "등록", "발행", "분", "수정", "시", "오전",
    "오후", "월", "일", "입력",
];

/// Whether a word, in lower case, can stand in a line that only says when.
pub(crate) fn is_time_word(word: &str) -> bool {
    TIME_WORDS.binary_search(&word).is_ok()
}

/// All of them.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    TIME_WORDS.iter().copied()
}

/// Words of ages: "3 hours ago", "yesterday". They are never resolved to a day, as nobody knows when the text was copied.
const AGES: &[&str] = &[
    "ago",
    "yesterday",
    "today",
    "назад",
    "тому",
    "hace",
    "vor",
    "temu",
    "önce",
    "geleden",
    "atrás",
    "منذ",
    "gestern",
    "heute",
    "ayer",
    "hoy",
    "hier",
    "hoje",
    "ontem",
    "ieri",
    "oggi",
    "вчера",
    "сегодня",
    "вчора",
    "сьогодні",
    "wczoraj",
    "dziś",
    "dün",
    "bugün",
    "أمس",
    "اليوم",
];

/// The words of ages, in lower case.
pub(crate) fn ages() -> impl Iterator<Item = &'static str> {
    AGES.iter().copied()
}

/// Words that introduce the time of the last change, where a line has several times.
const UPDATED: &[&str] = &[
    "updated",
    "update",
    "modified",
    "edited",
    "changed",
    "revised",
    "reviewed",
    "actualizado",
    "actualizada",
    "actualización",
    "mis",
    "mise",
    "modifié",
    "aktualisiert",
    "geändert",
    "stand",
    "atualizado",
    "atualizada",
    "atualização",
    "aggiornato",
    "aggiornamento",
    "bijgewerkt",
    "uppdaterad",
    "обновлено",
    "обновлена",
    "изменено",
    "оновлено",
    "aktualizacja",
    "zaktualizowano",
    "güncelleme",
    "تحديث",
    "更新",
    "更新时间",
    "更新日",
    "수정",
];

/// Whether a word, in lower case, introduces the time of the last change.
pub(crate) fn says_updated(word: &str) -> bool {
    UPDATED.contains(&word)
}

/// Words that introduce the time of publication.
const PUBLISHED: &[&str] = &[
    "published",
    "posted",
    "originally",
    "released",
    "publicado",
    "publicada",
    "publié",
    "publiée",
    "publie",
    "veröffentlicht",
    "erstellt",
    "pubblicato",
    "gepubliceerd",
    "publicerad",
    "publisert",
    "опубликовано",
    "опубліковано",
    "opublikowano",
    "dodano",
    "yayınlanma",
    "نشر",
    "نشرت",
    "发布",
    "发布时间",
    "公開",
    "公開日",
    "配信",
    "掲載",
    "입력",
    "등록",
    "발행",
];

/// Whether a word, in lower case, introduces the time of publication.
pub(crate) fn says_published(word: &str) -> bool {
    PUBLISHED.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorted_for_the_search() {
        assert!(TIME_WORDS.is_sorted());
        assert!(is_time_word("thursday") && is_time_word("опубликовано") && !is_time_word("bridge"));
    }
}
