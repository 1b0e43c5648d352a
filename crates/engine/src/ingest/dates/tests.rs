use super::*;

#[test]
fn days() {
    for (text, want) in [
        ("July 24, 2025", "2025-07-24"),
        ("24th of July 2025", "2025-07-24"),
        ("Thursday the 3rd of July, 2025", "2025-07-03"),
        ("Jul. 4, 2025", "2025-07-04"),
        ("25.Jun.2019", "2019-06-25"),
        ("24/07/2025", "2025-07-24"),
        ("07/24/2025", "2025-07-24"),
        ("24.07.2025", "2025-07-24"),
        ("07.08.2025", "2025-08-07"),
        ("24.07.25", "2025-07-24"),
        ("24 de julio de 2025", "2025-07-24"),
        ("5 ago 2025", "2025-08-05"),
        ("24 de setembro de 2025", "2025-09-24"),
        ("1er août 2025", "2025-08-01"),
        ("24 juillet 2025", "2025-07-24"),
        ("24. Juli 2025", "2025-07-24"),
        ("3 luglio 2025", "2025-07-03"),
        ("3 juli 2025", "2025-07-03"),
        ("3 lipca 2025 r.", "2025-07-03"),
        ("3 Temmuz 2025", "2025-07-03"),
        ("24 июля 2025 г.", "2025-07-24"),
        ("24 липня 2025 року", "2025-07-24"),
        ("24 يوليو 2025", "2025-07-24"),
        ("٢٤ يوليو ٢٠٢٥", "2025-07-24"),
        ("۲۴ ژوئیه ۲۰۲۵", "2025-07-24"),
        ("२४ जुलाई २०२५", "2025-07-24"),
        ("2025年7月24日", "2025-07-24"),
        ("2025년 7월 24일", "2025-07-24"),
        ("2025. július 24.", "2025-07-24"),
        ("２０２５年７月２４日", "2025-07-24"),
        ("20250724", "2025-07-24"),
        ("by Ana ReyesNovember 20, 2007", "2007-11-20"),
        ("Mar 27, 20255 mins", "2025-03-27"),
        ("Posted on December 20, 2024September 26, 2025", "2024-12-20"),
    ] {
        assert_eq!(find(text, Order::Unknown).as_deref(), Some(want), "{text}");
    }
    for text in [
        "07/08/2025",
        "31 June 2025",
        "the 50-day window, 2,025 of them",
        "In May 2025",
        "3 hours ago",
        "yesterday",
        "May 28",
        "1.2.3",
        "10.0.12.25",
        "",
    ] {
        assert_eq!(find(text, Order::Unknown), None, "{text}");
    }
}

#[test]
fn times_and_zones() {
    for (text, want) in [
        ("Published on Thursday, 24 July 2025 at 10:15", "2025-07-24T10:15"),
        ("Published 3 July 2025, 18:04 CEST", "2025-07-03T18:04+02:00"),
        ("2025-07-24T10:15:30.000+0300", "2025-07-24T10:15:30+03:00"),
        ("2025-07-24T10:15Z", "2025-07-24T10:15Z"),
        ("2025-07-24 10:15:30", "2025-07-24T10:15:30"),
        ("2025-07-24 09:01:16 -0500", "2025-07-24T09:01:16-05:00"),
        ("Thu, 24 Jul 2025 10:15:00 GMT", "2025-07-24T10:15:00Z"),
        ("Thu Jul 24 2025 10:15:00 GMT+0300 (MSK)", "2025-07-24T10:15:00+03:00"),
        ("October 17, 20236:01 PM ET", "2023-10-17T18:01-04:00"),
        ("January 17, 2025 at 6 p.m. ET", "2025-01-17T18:00-05:00"),
        ("Dec 19, 2025 1:06 PM EST", "2025-12-19T13:06-05:00"),
        ("7/24/2025 12:05 AM", "2025-07-24T00:05"),
        ("24. Juli 2025, 18.04 Uhr", "2025-07-24T18:04"),
        ("le 24 juillet 2025 à 18h04", "2025-07-24T18:04"),
        ("18:04, 24 июля 2025", "2025-07-24T18:04"),
        ("24 июля 2025, 18:04 МСК", "2025-07-24T18:04+03:00"),
        ("2025年7月24日 下午6:04", "2025-07-24T18:04"),
        ("24 July 2025 (UTC+05:30)", "2025-07-24"),
        ("24 July 2025 10:15 UTC+05:30", "2025-07-24T10:15+05:30"),
        ("24 July 2025 · 4 min read", "2025-07-24"),
        ("24 July 2025 version 7.38", "2025-07-24"),
        ("24 July 2025 10:15 IST", "2025-07-24T10:15"),
    ] {
        assert_eq!(find(text, Order::Unknown).as_deref(), Some(want), "{text}");
    }
}

#[test]
fn day_or_month_first() {
    for (order, want) in [(Order::DayFirst, Some("2025-08-07")), (Order::MonthFirst, Some("2025-07-08")), (Order::Unknown, None)] {
        assert_eq!(find("07/08/2025", order).as_deref(), want);
    }
    assert_eq!(find("07/08/2025 6:01 PM ET", Order::Unknown).as_deref(), Some("2025-07-08T18:01-04:00"));
    assert_eq!(Order::of_text("Filed 07/24/2025"), Order::MonthFirst);
    assert_eq!(Order::of_text("Filed 24/07/2025"), Order::DayFirst);
    assert_eq!(Order::of_text("Luc et Ana"), Order::Unknown);
    for (tag, want) in [
        ("en", Order::Unknown),
        ("en-US", Order::MonthFirst),
        ("en_GB", Order::DayFirst),
        ("en-CA", Order::Unknown),
        ("pt-BR", Order::DayFirst),
        ("es", Order::DayFirst),
    ] {
        assert_eq!(Order::of_language(tag), want, "{tag}");
    }
    let written = |text: &str| all(text, Order::Unknown).into_iter().map(|w| (w.iso, w.start, w.end)).collect::<Vec<_>>();
    assert_eq!(written("Posted 07/08/2025 by Ana"), [(None, 7, 17)]);
    assert_eq!(written("Posted 24/07/2025"), [(Some("2025-07-24".into()), 7, 17)]);
    assert_eq!(written("٢٤ يوليو ٢٠٢٥ (a)"), [(Some("2025-07-24".into()), 0, "٢٤ يوليو ٢٠٢٥".len())]);
}

#[test]
fn time_lines() {
    for line in [
        "July 24, 2025",
        "an hour ago",
        "Updated 3 hours ago",
        "Thu, 24 Jul 2025 10:15 GMT",
        "4 hours ago",
        "24/07/2025",
        "07/08/2025",
        "July 24, 2025 · 4 min read",
        "Published 3 July 2025, 18:04 CEST",
        "Publicado el 3 de julio de 2025 a las 18:04",
        "Veröffentlicht am 24. Juli 2025 um 18:04 Uhr",
        "2025年7月24日",
        "تاريخ النشر: 24 يوليو 2025",
        "Опубликовано 24 июля 2025, 18:04",
        "Oct 21, 2025Updated on Mar 9, 2026",
    ] {
        assert!(is_time_line(line), "{line}");
    }
    for line in ["Talks ended on July 24, 2025", "May says", "24", "", "Today the talks ended", "The day of the year"] {
        assert!(!is_time_line(line), "{line}");
    }
    assert!(names_day("GENEVA, July 24 (Reuters)") && !names_day("7 out of 10"));
}
