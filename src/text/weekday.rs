//! Weekdays in the language of a plan's content, which need not be that of the program.

use chrono::Weekday;

use crate::model::Weekdays;

const CHINESE: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
const ENGLISH: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// The weekdays in Chinese if `language` is, else in English.
pub(super) fn weekdays(days: Weekdays, language: &str) -> String {
    let is_chinese = language == "zh" || language.starts_with("zh-");
    let names = if is_chinese { CHINESE } else { ENGLISH };
    let name = |day: Weekday| names[day.num_days_from_monday() as usize];
    match (days.first, days.last) {
        (Weekday::Sat, Weekday::Sun) if is_chinese => "周末".to_owned(),
        (first, last) if first == last => name(first).to_owned(),
        (first, last) => format!("{}-{}", name(first), name(last)),
    }
}
