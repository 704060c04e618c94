//! Dates and weekdays in every notation.

use super::{Date, dated};
use crate::import::scan::Scan;
use crate::import::weekday::weekdays;

fn read(text: &str) -> Option<String> {
    let scan = Scan::new(text);
    let (dated, _) = dated(&scan.folded, 0)?;
    let one = |date: Date| {
        let year = date.year.map(|year| format!("{year}-")).unwrap_or_default();
        format!("{year}{}-{}", date.month, date.day)
    };
    let weekday = dated
        .weekday
        .map(|day| format!(" {day}"))
        .unwrap_or_default();
    Some(format!(
        "{}..{}{weekday}",
        one(dated.first),
        one(dated.last)
    ))
}

#[test]
fn dates_in_every_notation() {
    for (text, date) in [
        ("2026-05-12", "2026-5-12..2026-5-12"),
        ("2026年5月12日", "2026-5-12..2026-5-12"),
        ("5/12", "5-12..5-12"),
        ("06/26 Thu", "6-26..6-26 Thu"),
        ("9/20(土)", "9-20..9-20 Sat"),
        ("Jan 19-25", "1-19..1-25"),
        ("Dec 29-Jan 4", "12-29..1-4"),
        ("December 1-7, 2025", "2025-12-1..12-7"),
        ("3月7日〜4月12日", "3-7..4-12"),
        ("12 May 2026", "2026-5-12..2026-5-12"),
        ("5月12日（周二）", "5-12..5-12 Tue"),
    ] {
        assert_eq!(read(text).as_deref(), Some(date), "{text}");
    }
    for text in ["2026", "13/1", "3月", "1.5", "1/2/3", "Maybe 3"] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn weekdays_in_every_notation() {
    let read = |text: &str| {
        let scan = Scan::new(text);
        weekdays(&scan.folded, 0).map(|(days, _)| days.to_string())
    };
    for (text, days) in [
        ("Monday: Focus", "mon"),
        ("周一", "mon"),
        ("週三", "wed"),
        ("星期日", "sun"),
        ("火曜日", "tue"),
        ("周一至周五", "mon-fri"),
        ("周一到五", "mon-fri"),
        ("Mon–Fri", "mon-fri"),
        ("周末", "sat-sun"),
    ] {
        assert_eq!(read(text).as_deref(), Some(days), "{text}");
    }
    for text in ["Month 1", "周期", "Sunny", "Monitor"] {
        assert_eq!(read(text), None, "{text}");
    }
}
