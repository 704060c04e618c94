//! What is refused, in the words of the error.

use super::*;

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
