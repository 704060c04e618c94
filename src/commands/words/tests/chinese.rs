//! What Chinese input methods give, each word with its meaning worked out by hand.

use chrono::NaiveDate;

use super::super::*;
use crate::text::Language;

const MONDAY: &str = "2026-12-07";
const SUNDAY: &str = "2026-12-13";
const WEDNESDAY: &str = "2027-01-06";

fn read(text: &str, today: &str, looks: Looks, language: Language) -> Result<NaiveDate> {
    let today = today.parse().expect("a date");
    DateReader { today, language }.read(text, looks)
}

/// A word, and what it means ahead of a Monday, a Sunday and a Wednesday of the next year.
const DATES: [(&str, [&str; 3]); 54] = [
    ("今天", ["2026-12-07", "2026-12-13", "2027-01-06"]),
    ("今日", ["2026-12-07", "2026-12-13", "2027-01-06"]),
    ("明天", ["2026-12-08", "2026-12-14", "2027-01-07"]),
    ("后天", ["2026-12-09", "2026-12-15", "2027-01-08"]),
    ("大后天", ["2026-12-10", "2026-12-16", "2027-01-09"]),
    ("昨天", ["2026-12-06", "2026-12-12", "2027-01-05"]),
    ("前天", ["2026-12-05", "2026-12-11", "2027-01-04"]),
    ("大前天", ["2026-12-04", "2026-12-10", "2027-01-03"]),
    ("周三", ["2026-12-09", "2026-12-16", "2027-01-06"]),
    ("星期三", ["2026-12-09", "2026-12-16", "2027-01-06"]),
    ("礼拜三", ["2026-12-09", "2026-12-16", "2027-01-06"]),
    ("周日", ["2026-12-13", "2026-12-13", "2027-01-10"]),
    ("星期天", ["2026-12-13", "2026-12-13", "2027-01-10"]),
    ("周一", ["2026-12-07", "2026-12-14", "2027-01-11"]),
    ("下周一", ["2026-12-14", "2026-12-14", "2027-01-11"]),
    ("下周日", ["2026-12-20", "2026-12-20", "2027-01-17"]),
    ("下星期三", ["2026-12-16", "2026-12-16", "2027-01-13"]),
    ("下个星期五", ["2026-12-18", "2026-12-18", "2027-01-15"]),
    ("下下周一", ["2026-12-21", "2026-12-21", "2027-01-18"]),
    ("上周五", ["2026-12-04", "2026-12-04", "2027-01-01"]),
    ("上上周五", ["2026-11-27", "2026-11-27", "2026-12-25"]),
    ("本周日", ["2026-12-13", "2026-12-13", "2027-01-10"]),
    ("本周一", ["2026-12-07", "2026-12-07", "2027-01-04"]),
    ("这周六", ["2026-12-12", "2026-12-12", "2027-01-09"]),
    ("这个星期二", ["2026-12-08", "2026-12-08", "2027-01-05"]),
    ("12月7日", ["2026-12-07", "2026-12-07", "2027-12-07"]),
    ("12月7号", ["2026-12-07", "2026-12-07", "2027-12-07"]),
    ("１２月７日", ["2026-12-07", "2026-12-07", "2027-12-07"]),
    ("12 月 7 日", ["2026-12-07", "2026-12-07", "2027-12-07"]),
    ("十二月七日", ["2026-12-07", "2026-12-07", "2027-12-07"]),
    ("12月二十一日", ["2026-12-21", "2026-12-21", "2027-12-21"]),
    ("12月7日 周一", ["2026-12-07", "2026-12-07", "2026-12-07"]),
    ("1月4日 周一", ["2027-01-04", "2027-01-04", "2027-01-04"]),
    ("2026年12月7日", ["2026-12-07", "2026-12-07", "2026-12-07"]),
    (
        "2026年12月7日 周一",
        ["2026-12-07", "2026-12-07", "2026-12-07"],
    ),
    (
        "二〇二六年十二月七日",
        ["2026-12-07", "2026-12-07", "2026-12-07"],
    ),
    ("明年1月3日", ["2027-01-03", "2027-01-03", "2028-01-03"]),
    ("去年12月31号", ["2025-12-31", "2025-12-31", "2026-12-31"]),
    ("2026/12/7", ["2026-12-07", "2026-12-07", "2026-12-07"]),
    ("2026。12。7", ["2026-12-07", "2026-12-07", "2026-12-07"]),
    ("7号", ["2026-12-07", "2027-01-07", "2027-01-07"]),
    ("7日", ["2026-12-07", "2027-01-07", "2027-01-07"]),
    ("十三号", ["2026-12-13", "2026-12-13", "2027-01-13"]),
    ("31号", ["2026-12-31", "2026-12-31", "2027-01-31"]),
    ("12/7", ["2026-12-07", "2026-12-07", "2027-12-07"]),
    ("3天后", ["2026-12-10", "2026-12-16", "2027-01-09"]),
    ("三天后", ["2026-12-10", "2026-12-16", "2027-01-09"]),
    ("两天前", ["2026-12-05", "2026-12-11", "2027-01-04"]),
    ("一周后", ["2026-12-14", "2026-12-20", "2027-01-13"]),
    ("两个星期后", ["2026-12-21", "2026-12-27", "2027-01-20"]),
    ("+3天", ["2026-12-10", "2026-12-16", "2027-01-09"]),
    ("＋1周", ["2026-12-14", "2026-12-20", "2027-01-13"]),
    ("-2周", ["2026-11-23", "2026-11-29", "2026-12-23"]),
    ("tomorrow", ["2026-12-08", "2026-12-14", "2027-01-07"]),
];

#[test]
fn dates_on_three_days() {
    for (text, expected) in DATES {
        let found = [MONDAY, SUNDAY, WEDNESDAY].map(|today| {
            let date = read(text, today, Looks::Ahead, Language::Chinese);
            date.map(|date| date.to_string())
        });
        assert_eq!(found, expected.map(|date| Ok(date.to_owned())), "{text}");
    }
}

#[test]
fn what_has_happened_is_looked_for_in_the_past() {
    for (text, expected) in [
        ("周三", "2026-12-02"),
        ("周一", "2026-12-07"),
        ("8号", "2026-11-08"),
        ("7号", "2026-12-07"),
        ("31号", "2026-10-31"),
        // These name their week.
        ("本周三", "2026-12-09"),
        ("上周三", "2026-12-02"),
    ] {
        let date = read(text, MONDAY, Looks::Back, Language::Chinese);
        assert_eq!(
            date.map(|date| date.to_string()),
            Ok(expected.to_owned()),
            "{text}"
        );
    }
}

#[test]
fn weeks_by_name_and_by_number() {
    let today = MONDAY.parse().expect("a date");
    let language = Language::English;
    let week = |text| {
        DateReader { today, language }
            .read_week(text)
            .map(|date| date.to_string())
    };
    for (text, expected) in [
        ("本周", "2026-12-07"),
        ("这周", "2026-12-07"),
        ("下周", "2026-12-14"),
        ("上周", "2026-11-30"),
        ("下个星期", "2026-12-14"),
        ("下下周", "2026-12-21"),
        ("this", "2026-12-07"),
        ("next", "2026-12-14"),
        ("last", "2026-11-30"),
        // 2026 is a year of 53 weeks, and 2027 is not.
        ("2026-W53", "2026-12-28"),
        ("2026-w01", "2025-12-29"),
    ] {
        assert_eq!(week(text).as_deref(), Some(expected), "{text}");
    }
    for text in ["下周一", "2027-W53", "2026-W1", "w53", "周", "53"] {
        assert_eq!(week(text), None, "{text}");
    }
}

#[test]
fn durations_in_minutes() {
    for (text, expected) in [
        ("80分钟", 80),
        ("80分", 80),
        ("80 分钟", 80),
        ("八十分钟", 80),
        ("1小时20分", 80),
        ("1 小时 20 分", 80),
        ("1小时20分钟", 80),
        ("一小时二十分", 80),
        ("1个小时", 60),
        ("一个小时", 60),
        ("两小时", 120),
        ("两个钟头", 120),
        ("一个半小时", 90),
        ("1个半小时", 90),
        ("1小时半", 90),
        ("两个半小时", 150),
        ("1.5小时", 90),
        ("1.5个小时", 90),
        ("半小时", 30),
        ("半个小时", 30),
        ("半个钟头", 30),
        ("一刻钟", 15),
        ("三刻钟", 45),
        ("1小时一刻钟", 75),
        ("24小时", 1440),
        ("１小时２０分", 80),
    ] {
        assert_eq!(minutes(text), Ok(Minutes(expected)), "{text}");
    }
}

#[test]
fn times_of_day() {
    for (text, expected) in [
        ("下午3点半", "15:30"),
        ("下午三点半", "15:30"),
        ("下午 3 点半", "15:30"),
        ("晚上8点", "20:00"),
        ("晚上八点一刻", "20:15"),
        ("晚上12点", "00:00"),
        ("上午9点", "09:00"),
        ("上午9:30", "09:30"),
        ("下午2：05", "14:05"),
        ("早上7点45分", "07:45"),
        ("早上7点05", "07:05"),
        ("中午12点", "12:00"),
        ("中午1点", "13:00"),
        ("中午", "12:00"),
        ("凌晨1点", "01:00"),
        ("凌晨12点", "00:00"),
        ("傍晚6点", "18:00"),
        ("夜里11点", "23:00"),
        ("15点20分", "15:20"),
        ("9点整", "09:00"),
        ("下午15点", "15:00"),
        ("二十点三十分", "20:30"),
    ] {
        let time = clock(text).map(|time| time.to_string());
        assert_eq!(time, Ok(expected.to_owned()), "{text}");
    }
}

#[test]
fn numbers_of_weeks() {
    for (text, expected) in [
        ("1周", 1),
        ("两周", 2),
        ("-1周", -1),
        ("三个星期", 3),
        ("＋1周", 1),
    ] {
        assert_eq!(weeks(text), Ok(expected), "{text}");
    }
}

/// What is refused, in the words of the error.
#[test]
fn what_is_none_of_these_is_refused() {
    let date =
        |text| read(text, MONDAY, Looks::Ahead, Language::Chinese).map(|date| date.to_string());
    for text in [
        "周八",
        "下周",
        "13月1日",
        "2月30日",
        "12月",
        "月7日",
        "号",
        "12月7日 周四",
        "下下下周一",
        "三天",
        "天后",
        "13/45",
        "明年",
        "零号",
        "32号",
    ] {
        let error = date(text).expect_err(text);
        assert_eq!(error.message.to_string(), format!("invalid date `{text}`"));
    }
}

#[test]
fn what_is_no_duration_time_or_number_of_weeks_is_refused() {
    for text in [
        "小时",
        "个半小时",
        "半",
        "25小时",
        "0分钟",
        "三刻半",
        "1小时多",
        "一百万分钟",
    ] {
        let error = minutes(text).expect_err(text);
        assert_eq!(
            error.message.to_string(),
            format!("invalid duration `{text}`")
        );
    }
    for text in [
        "下午",
        "25点",
        "下午3",
        "点半",
        "9点70分",
        "晚上",
        "早上9点5",
    ] {
        let error = clock(text).expect_err(text);
        assert_eq!(
            error.message.to_string(),
            format!("invalid time of day `{text}`")
        );
    }
    for text in ["周", "0周", "半周"] {
        let error = weeks(text).expect_err(text);
        assert_eq!(
            error.message.to_string(),
            format!("invalid number of weeks `{text}`")
        );
    }
}

#[test]
fn a_date_with_a_slash_is_refused_in_english_with_its_readings() {
    let said = |text| {
        let error = read(text, MONDAY, Looks::Ahead, Language::English).expect_err(text);
        (error.message.to_string(), error.hints[0].to_string())
    };
    let message = |text| format!("`{text}` may be a month and a day or a day and a month");
    let both = "write `2026-12-07` for Mon 7 Dec 2026 or `2026-07-12` for Sun 12 Jul 2026";
    assert_eq!(said("12/7"), (message("12/7"), both.to_owned()));
    let one = "write `2026-12-25` for Fri 25 Dec 2026";
    assert_eq!(said("25/12"), (message("25/12"), one.to_owned()));
}

#[test]
fn the_ends_of_a_range() {
    let reader = DateReader {
        today: MONDAY.parse().expect("a date"),
        language: Language::Chinese,
    };
    for (text, expected) in [
        ("周三~周五", ["2026-12-09", "2026-12-11"]),
        ("周三～周五", ["2026-12-09", "2026-12-11"]),
        ("周五至周二", ["2026-12-11", "2026-12-15"]),
        ("明天到后天", ["2026-12-08", "2026-12-09"]),
        ("12月2日至4日", ["2026-12-02", "2026-12-04"]),
        ("12月2日-12月4日", ["2026-12-02", "2026-12-04"]),
        ("12月30日至1月2日", ["2026-12-30", "2027-01-02"]),
        (
            "2026年12月12日 周六 ~ 13日 周日",
            ["2026-12-12", "2026-12-13"],
        ),
        ("2026-12-02..2026-12-04", ["2026-12-02", "2026-12-04"]),
    ] {
        let typed = normal(text);
        let (first, last) = ends(&typed).expect(text);
        let first = reader.read(first, Looks::Ahead).expect(text);
        let last = reader.read_end(last, first).expect(text);
        assert_eq!([first.to_string(), last.to_string()], expected, "{text}");
    }
}
