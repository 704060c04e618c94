use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::*;
use crate::model::{Dates, Minutes};

/// A calendar with these lines in it.
fn calendar(lines: &str) -> CalendarFile {
    let text = format!(
        "BEGIN:VCALENDAR\nVERSION:2.0\n{}\nEND:VCALENDAR\n",
        lines.trim()
    );
    read(&text.replace('\n', "\r\n")).expect("a calendar")
}

/// A calendar with one event of these lines.
fn event(lines: &str) -> CalendarFile {
    calendar(&format!(
        "BEGIN:VEVENT\nUID:1\n{}\nEND:VEVENT",
        lines.trim()
    ))
}

fn dates(first: &str, last: &str) -> Dates {
    let date = |text: &str| -> NaiveDate { text.parse().expect("a date") };
    Dates {
        first: date(first),
        last: date(last),
    }
}

/// The days from July to December 2026: R or W, the date, and the name; those that are not marked in
/// a calendar that marks its days are in brackets.
fn days(file: &CalendarFile) -> Vec<String> {
    let marked = file
        .marked_days(dates("2026-07-01", "2026-12-31"))
        .expect("not too many");
    let shown = |(date, day): (&NaiveDate, &holidays::MarkedDay)| {
        let kind = if day.kind == DayKind::Work { "W" } else { "R" };
        let shown = format!("{kind} {} {}", date.format("%m-%d"), day.name);
        if day.is_unmarked {
            format!("({shown})")
        } else {
            shown
        }
    };
    marked.days.iter().map(shown).collect()
}

#[test]
fn special_days_of_apple() {
    let file = calendar(
        "
X-WR-CALNAME:中国大陆节假日
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20261001
DTEND;VALUE=DATE:20261004
SUMMARY;LANGUAGE=zh_CN:国庆节（休）
X-APPLE-SPECIAL-DAY:WORK-HOLIDAY
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20261010
SUMMARY;LANGUAGE=zh_CN:国庆节（班）
X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART;VALUE=DATE:20201031
RRULE:FREQ=YEARLY
SUMMARY:万圣节
END:VEVENT
BEGIN:VEVENT
UID:4
DTSTART;VALUE=DATE:20261002
SUMMARY:某节
END:VEVENT",
    );
    assert_eq!(file.name.as_deref(), Some("中国大陆节假日"));
    assert_eq!(
        days(&file),
        [
            "R 10-01 国庆节（休）",
            "R 10-02 国庆节（休）",
            "R 10-03 国庆节（休）",
            "W 10-10 国庆节（班）",
            "(R 10-31 万圣节)",
        ]
    );
}

#[test]
fn names_of_days_at_work() {
    for (name, kind) in [
        ("国庆节（班）", "W"),
        ("国庆节(班)", "W"),
        ("国庆节 班", "W"),
        ("春节调休上班", "W"),
        ("元旦 补班 第1天/共1天", "W"),
        ("国庆节（休）", "R"),
        ("国庆节不上班", "R"),
        ("班级聚会", "R"),
        ("Easter", "R"),
    ] {
        let file = event(&format!("DTSTART;VALUE=DATE:20261010\nSUMMARY:{name}"));
        assert_eq!(days(&file), [format!("{kind} 10-10 {name}")]);
    }
}

#[test]
fn only_whole_days_are_days_off() {
    for (lines, expected) in [
        // Without an end, a day.
        ("DTSTART;VALUE=DATE:20261010\nSUMMARY:A", vec!["R 10-10 A"]),
        (
            "DTSTART;VALUE=DATE:20261010\nDURATION:P2D\nSUMMARY:A",
            vec!["R 10-10 A", "R 10-11 A"],
        ),
        // An end before the start.
        (
            "DTSTART;VALUE=DATE:20261010\nDTEND;VALUE=DATE:20261001\nSUMMARY:A",
            vec!["R 10-10 A"],
        ),
        (
            "DTSTART:20261010T000000Z\nDTEND:20261011T000000Z\nSUMMARY:A",
            vec![],
        ),
        // A day at work has hours.
        (
            "DTSTART:20261010T090000\nDTEND:20261010T180000\nSUMMARY:国庆节（班）",
            vec!["W 10-10 国庆节（班）"],
        ),
        // Outlook.
        (
            "DTSTART:20261010T000000\nDTEND:20261011T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE\nSUMMARY:A",
            vec!["R 10-10 A"],
        ),
        (
            "DTSTART;VALUE=DATE:20261010\nSTATUS:CANCELLED\nSUMMARY:A",
            vec![],
        ),
        // Folded, escaped.
        (
            "DTSTART;VALUE=DATE:20261010\nSUMMARY:A\\, b\n  c",
            vec!["R 10-10 A, b c"],
        ),
        (
            "DTSTART;VALUE=DATE:20260628\nDTEND;VALUE=DATE:20260703\nSUMMARY:A",
            vec!["R 07-01 A", "R 07-02 A"],
        ),
        (
            "DTSTART;VALUE=DATE:20250101\nDTEND;VALUE=DATE:99990101\nSUMMARY:",
            vec!["R 07-01 "; 0],
        ),
    ] {
        let found = days(&event(lines));
        if lines.contains("9999") {
            assert_eq!(found.len(), 184, "{lines}");
        } else {
            assert_eq!(found, expected, "{lines}");
        }
    }
}

#[test]
fn days_that_repeat_and_change() {
    let rule = "DTSTART;VALUE=DATE:20260902\nRRULE:FREQ=MONTHLY\nSUMMARY:A\n";
    assert_eq!(
        days(&event(&format!(
            "{rule}EXDATE;VALUE=DATE:20261002\nRDATE;VALUE=DATE:20261005"
        ))),
        ["R 09-02 A", "R 10-05 A", "R 11-02 A", "R 12-02 A"]
    );
    let until = rule.replace("MONTHLY", "MONTHLY;UNTIL=20261102");
    assert_eq!(
        days(&event(&until)),
        ["R 09-02 A", "R 10-02 A", "R 11-02 A"]
    );
    let moved = format!(
        "BEGIN:VEVENT\nUID:1\n{rule}END:VEVENT
BEGIN:VEVENT\nUID:1\nSEQUENCE:3\nRECURRENCE-ID;VALUE=DATE:20261002\nDTSTART;VALUE=DATE:20261006\nSUMMARY:B\nEND:VEVENT
BEGIN:VEVENT\nUID:1\nRECURRENCE-ID;VALUE=DATE:20261102\nSTATUS:CANCELLED\nSUMMARY:A\nEND:VEVENT"
    );
    assert_eq!(
        days(&calendar(&moved)),
        ["R 09-02 A", "R 10-06 B", "R 12-02 A"]
    );
}

/// The times that an event of these lines takes in the first half of November 2026 of somebody in
/// Shanghai, whose study day begins at four: date, from and to.
fn taken(file: &CalendarFile) -> Vec<String> {
    let local = |utc: NaiveDateTime| utc + TimeDelta::hours(8);
    let (busy, _) = file
        .busy(dates("2026-11-01", "2026-11-15"), Minutes(240), &local)
        .expect("not too many");
    let mut all: Vec<_> = busy
        .iter()
        .flat_map(|(date, ranges)| ranges.iter().map(move |range| (*date, *range)))
        .collect();
    all.sort_unstable();
    let clock = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
    let shown = |(date, (from, to)): &(NaiveDate, (u32, u32))| {
        format!("{} {}-{}", date.format("%d"), clock(*from), clock(*to))
    };
    all.iter().map(shown).collect()
}

#[test]
fn times_are_those_of_the_learner() {
    for (lines, expected) in [
        // UTC.
        (
            "DTSTART:20261102T110000Z\nDTEND:20261102T123000Z",
            &["02 19:00-20:30"][..],
        ),
        // Wherever one is.
        (
            "DTSTART:20261102T190000\nDURATION:PT45M",
            &["02 19:00-19:45"],
        ),
        // Tokyo is an hour ahead.
        (
            "DTSTART;TZID=Asia/Tokyo:20261102T200000\nDTEND;TZID=Asia/Tokyo:20261102T210000",
            &["02 19:00-20:00"],
        ),
        // The names of Windows, as Outlook has them.
        (
            "DTSTART;TZID=\"Tokyo Standard Time\":20261102T200000\nDTEND;TZID=\"Tokyo Standard Time\":20261102T210000",
            &["02 19:00-20:00"],
        ),
        // From one zone to another: eight in the evening in Paris is three in the night.
        (
            "DTSTART;TZID=Asia/Tokyo:20261102T200000\nDTEND;TZID=Europe/Paris:20261102T200000",
            &["02 19:00-27:00"],
        ),
        // Past midnight, and past the end of the study day.
        (
            "DTSTART:20261102T230000\nDTEND:20261103T050000",
            &["02 23:00-28:00", "03 04:00-05:00"],
        ),
        (
            "DTSTART:20261103T010000\nDTEND:20261103T020000",
            &["02 25:00-26:00"],
        ),
        // All of two days.
        (
            "DTSTART;VALUE=DATE:20261102\nDTEND;VALUE=DATE:20261104",
            &["02 00:00-28:00", "03 00:00-28:00"],
        ),
        (
            "DTSTART:20261102T190000\nDTEND:20261102T200000\nTRANSP:TRANSPARENT",
            &[],
        ),
        (
            "DTSTART:20261102T190000\nDTEND:20261102T200000\nSTATUS:CANCELLED",
            &[],
        ),
        (
            "DTSTART:20261102T190000\nDTEND:20261102T200000\nX-MICROSOFT-CDO-BUSYSTATUS:FREE",
            &[],
        ),
        ("DTSTART:20261102T190000\nDTEND:20261102T180000", &[]),
    ] {
        let found = taken(&event(lines));
        assert_eq!(found, expected, "{lines}");
    }
}

/// As Google exports it: New York ends its daylight saving time on 1 November 2026.
const GOOGLE: &str = "\
BEGIN:VTIMEZONE
TZID:America/New_York
BEGIN:DAYLIGHT
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
TZNAME:EDT
DTSTART:19700308T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
TZNAME:EST
DTSTART:19701101T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:standup@google.com
DTSTART;TZID=America/New_York:20261026T080000
DTEND;TZID=America/New_York:20261026T090000
RRULE:FREQ=WEEKLY;BYDAY=SU,MO,TH;UNTIL=20261112T130000Z
EXDATE;TZID=America/New_York:20261105T080000
SUMMARY:Standup
END:VEVENT
BEGIN:VEVENT
UID:standup@google.com
RECURRENCE-ID;TZID=America/New_York:20261109T080000
DTSTART;TZID=America/New_York:20261110T070000
DTEND;TZID=America/New_York:20261110T073000
SUMMARY:Standup
END:VEVENT";

#[test]
fn repeated_times_keep_their_clock_when_it_changes() {
    assert_eq!(
        taken(&calendar(GOOGLE)),
        [
            // The first of November is after the change, at two in the night; the twelfth is the last.
            "01 21:00-22:00",
            "02 21:00-22:00",
            "08 21:00-22:00",
            "10 20:00-20:30",
            "12 21:00-22:00",
        ]
    );
    // Before the change it is an hour earlier in Shanghai.
    let october = calendar(
        &GOOGLE
            .replace("20261026", "20261012")
            .replace("202611", "202610"),
    );
    let local = |utc: NaiveDateTime| utc + TimeDelta::hours(8);
    let (busy, _) = october
        .busy(dates("2026-10-12", "2026-10-12"), Minutes(240), &local)
        .expect("not too many");
    assert_eq!(busy.into_values().collect::<Vec<_>>(), [[(1200, 1260)]]);
}

#[test]
fn times_that_are_skipped_or_follow_a_change() {
    // Half past two doesn't exist in Paris on 29 March 2026: it is half past three there.
    let file = event("DTSTART;TZID=Europe/Paris:20260329T023000\nDURATION:PT30M");
    let (busy, _) = file
        .busy(dates("2026-03-29", "2026-03-29"), Minutes(0), &|utc| utc)
        .expect("not too many");
    assert_eq!(busy.into_values().collect::<Vec<_>>(), [[(90, 120)]]);
    let moved = "BEGIN:VEVENT\nUID:1\nDTSTART:20261102T190000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\nEND:VEVENT
BEGIN:VEVENT\nUID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261104T190000\nDTSTART:20261104T200000\nDURATION:PT30M\nEND:VEVENT";
    assert_eq!(
        taken(&calendar(moved)),
        [
            "02 19:00-20:00",
            "03 19:00-20:00",
            "04 20:00-20:30",
            "05 20:00-20:30"
        ]
    );
    let added = event(
        "DTSTART:20261102T190000\nDURATION:PT1H\nRDATE:20261104T200000,20261105T200000\nRDATE;VALUE=PERIOD:20261106T100000/PT15M",
    );
    assert_eq!(
        taken(&added),
        [
            "02 19:00-20:00",
            "04 20:00-21:00",
            "05 20:00-21:00",
            "06 10:00-10:15"
        ]
    );
}

#[test]
fn what_is_no_calendar_or_too_large() {
    let of = |count: usize, lines: &str| {
        let event = format!("BEGIN:VEVENT\nSUMMARY:A\n{lines}\nEND:VEVENT\n");
        format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", event.repeat(count))
    };
    let fault = |text: &str| read(text).err();
    assert_eq!(fault(""), Some(Fault::NotCalendar));
    assert_eq!(
        fault("<!DOCTYPE html><p>BEGIN:VCALENDAR"),
        Some(Fault::NotCalendar)
    );
    assert_eq!(fault("BEGIN:VCARD\nEND:VCARD\n"), Some(Fault::NotCalendar));
    assert_eq!(
        fault(of(1, "").trim_end_matches("END:VCALENDAR\n")),
        Some(Fault::CutOff)
    );
    assert_eq!(fault(&of(MOST_EVENTS + 1, "")), Some(Fault::TooManyEvents));
    let file = read(&of(MOST_EVENTS, "DTSTART;VALUE=DATE:20261010")).expect("not too many");
    assert_eq!(days(&file), ["R 10-10 A"]);
    let every = |rule: &str| {
        let file = event(&format!("DTSTART:20000101T000000\nRRULE:{rule}\nSUMMARY:A"));
        let marked = file.marked_days(dates("2026-07-01", "2026-12-31"));
        marked.map(|marked| marked.unread.rules)
    };
    assert_eq!(
        every("FREQ=SECONDLY").err(),
        Some(Fault::TooManyOccurrences)
    );
    assert_eq!(every("FREQ=DAILY"), Ok(Vec::new()));
    // On no date at all, and many of that kind.
    let never = "UID:1\nDTSTART:20000101T000000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30";
    let file = read(&of(1000, never)).expect("not too many events");
    let marked = file.marked_days(dates("2026-07-01", "2026-12-31"));
    assert_eq!(marked.err(), Some(Fault::TooManyOccurrences));
    assert_eq!(every("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), Ok(Vec::new()));
}

#[test]
fn what_is_not_understood_is_said() {
    let file = calendar(
        "
BEGIN:VEVENT
SUMMARY:No start
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261345
SUMMARY:No date
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261010
RRULE:FREQ=SOMETIMES
SUMMARY:A
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Nowhere/Land:20261012T100000
SUMMARY:补班
END:VEVENT",
    );
    let marked = file
        .marked_days(dates("2026-07-01", "2026-12-31"))
        .expect("days");
    let expected = Unread {
        events: 2,
        rules: vec!["A".to_owned()],
        zones: vec!["Nowhere/Land".to_owned()],
    };
    assert_eq!(marked.unread, expected);
    assert_eq!(days(&file), ["R 10-10 A", "W 10-12 补班"]);
}
