mod chinese;

use chrono::NaiveDate;

use super::*;
use crate::text::Language;

/// The date that `text` means on `today` where the screens are in English.
fn date(text: &str, today: NaiveDate, looks: Looks) -> Result<NaiveDate> {
    let language = Language::English;
    DateReader { today, language }.read(text, looks)
}

#[test]
fn a_date_out_of_range_has_an_error_of_its_own() {
    let today = "2026-12-07".parse().expect("a date");
    let said = |text| {
        let error = date(text, today, Looks::Ahead).expect_err("is refused");
        let hints: Vec<String> = error.hints.iter().map(ToString::to_string).collect();
        (error.message.to_string(), hints.join("; "))
    };
    let (far, taken) = (
        "`9999-12-31` is out of range",
        "years from 1900 to 9000 are accepted",
    );
    assert_eq!(said("9999-12-31"), (far.to_owned(), taken.to_owned()));
    assert_eq!(said("1899-12-31").1, taken);
    assert_eq!(said("9999-12-32").0, "invalid date `9999-12-32`");
    assert_eq!(
        date("9000-12-31", today, Looks::Ahead).map(|d| d.to_string()),
        Ok("9000-12-31".to_owned())
    );
}

#[test]
fn weekdays_look_back_for_marks_and_ahead_for_plans() {
    // 7 December 2026 is a Monday.
    let today = "2026-12-07".parse().expect("a date");
    let date = |text, looks| date(text, today, looks).map(|date| date.to_string());
    assert_eq!(date("sun", Looks::Back), Ok("2026-12-06".to_owned()));
    assert_eq!(date("sun", Looks::Ahead), Ok("2026-12-13".to_owned()));
    assert_eq!(date("mon", Looks::Back), Ok("2026-12-07".to_owned()));
    assert_eq!(date("+3", Looks::Back), Ok("2026-12-10".to_owned()));
    assert_eq!(date("-7", Looks::Back), Ok("2026-11-30".to_owned()));
    for bad in [
        "2026-02-30",
        "tomorow",
        "+",
        "+x",
        "",
        "7",
        "26-1-1",
        "+99999",
        "+1y",
        "7 7",
        "tue 7 sep 2026",
    ] {
        assert!(date(bad, Looks::Back).is_err(), "{bad}");
    }
}

#[test]
fn dates_as_people_and_screens_write_them() {
    // 7 December 2026 is a Monday.
    let today = "2026-12-07".parse().expect("a date");
    for (text, expected) in [
        ("Wed", "2026-12-09"),
        ("wednesday", "2026-12-09"),
        ("周三", "2026-12-09"),
        ("2026-9-7", "2026-09-07"),
        ("２０２６－９－７", "2026-09-07"),
        ("2026/09/07", "2026-09-07"),
        ("Mon 7 Sep", "2026-09-07"),
        ("Mon 7 Sep 2026", "2026-09-07"),
        ("7 september", "2026-09-07"),
        ("Sep 7, 2026", "2026-09-07"),
        ("Mon 4 Jan", "2027-01-04"),
        ("Mon 4 Jan 2027", "2027-01-04"),
        ("4 Jan", "2026-01-04"),
        ("Wed 31 Dec", "2025-12-31"),
        ("+1w", "2026-12-14"),
        ("-2w", "2026-11-23"),
        ("＋3", "2026-12-10"),
        ("–1", "2026-12-06"),
    ] {
        let date = date(text, today, Looks::Ahead).map(|date| date.to_string());
        assert_eq!(date, Ok(expected.to_owned()), "{text}");
    }
}

#[test]
fn times_and_durations_as_people_and_screens_write_them() {
    for (text, expected) in [
        ("9am", "09:00"),
        ("9 pm", "21:00"),
        ("18", "18:00"),
        ("１８：３０", "18:30"),
        ("9:05", "09:05"),
    ] {
        let time = clock(text).map(|time| time.to_string());
        assert_eq!(time, Ok(expected.to_owned()), "{text}");
    }
    for bad in ["24", "24:00", "9:5", "noon", ""] {
        assert!(clock(bad).is_err(), "{bad}");
    }
    for (text, expected) in [
        ("１ｈ３０ｍ", 90),
        ("1 h 30 min", 90),
        ("90min", 90),
        ("1：30", 90),
    ] {
        assert_eq!(minutes(text), Ok(Minutes(expected)), "{text}");
    }
    for (text, expected) in [("1w", 1), ("+1 week", 1), ("−2 weeks", -2)] {
        assert_eq!(weeks(text), Ok(expected), "{text}");
    }
}
