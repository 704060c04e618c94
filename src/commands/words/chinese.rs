//! Dates, times of day, durations and targets in Chinese, as input methods give them. The texts are
//! in normal form.

use chrono::Weekday;

use crate::model::{Clock, Minutes};

/// The text with every number in Chinese characters (`十二`, `二〇二六`, `两`) in digits.
pub(crate) fn in_digits(text: &str) -> String {
    let mut out = String::new();
    let mut number = String::new();
    for c in text.chars().chain(['\0']) {
        if digit(c).is_some() || matches!(c, '十' | '百') {
            number.push(c);
            continue;
        }
        if !number.is_empty() {
            out += &value(&number).to_string();
            number.clear();
        }
        if c != '\0' {
            out.push(c);
        }
    }
    out
}

fn digit(c: char) -> Option<u32> {
    let at = "零一二三四五六七八九".chars().position(|known| known == c);
    match c {
        '〇' => Some(0),
        '两' | '俩' => Some(2),
        _ => at.and_then(|at| u32::try_from(at).ok()),
    }
}

/// `二十三` and `一百二十` by their units, `二〇二六` digit by digit.
fn value(number: &str) -> u32 {
    let (mut sum, mut digits) = (0_u32, None::<u32>);
    for c in number.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            _ => {
                let before = digits.unwrap_or_default().saturating_mul(10);
                digits = digit(c).map(|digit| before.saturating_add(digit));
                continue;
            }
        };
        sum = sum.saturating_add(digits.unwrap_or(1).saturating_mul(unit));
        digits = None;
    }
    sum.saturating_add(digits.unwrap_or_default())
}

/// Days from today that `今天`, `后天` or `三天后` is away.
pub(super) fn days_from_today(text: &str) -> Option<i64> {
    let days = match text {
        "今天" | "今日" | "今" => 0,
        "明天" | "明日" | "明" => 1,
        "后天" | "後天" => 2,
        "大后天" | "大後天" => 3,
        "昨天" | "昨日" | "昨" => -1,
        "前天" => -2,
        "大前天" => -3,
        _ => return counted(&in_digits(text)),
    };
    Some(days)
}

/// `3天后`, `2周前`.
fn counted(text: &str) -> Option<i64> {
    let after = ["以后", "之后", "后"].iter().map(|end| (end, 1));
    let before = ["以前", "之前", "前"].iter().map(|end| (end, -1));
    let (count, sign) = after
        .chain(before)
        .find_map(|(end, sign)| Some((text.strip_suffix(end)?, sign)))?;
    let in_days = count.strip_suffix('天').map(|digits| (digits, 1));
    let in_weeks = || {
        let digits = WEEK.iter().find_map(|word| count.strip_suffix(word))?;
        Some((digits, 7))
    };
    let (digits, days) = in_days.or_else(in_weeks)?;
    Some(sign * days * number(digits.trim_end_matches('个').trim())?)
}

/// The words for "week".
const WEEK: [&str; 3] = ["星期", "礼拜", "周"];

/// What follows a word for "week".
fn after_week(text: &str) -> Option<&str> {
    WEEK.iter().find_map(|word| text.strip_prefix(word))
}

fn number(digits: &str) -> Option<i64> {
    super::number(digits).map(i64::from)
}

/// How many calendar weeks `下周一` or `上周` is away from this one, and its weekday if it has one.
/// Weeks begin on Mondays. `周一` alone is in no week.
pub(super) fn in_week(text: &str) -> Option<(i64, Option<Weekday>)> {
    const WEEKS: [(&str, i64); 5] = [("下下", 2), ("下", 1), ("上上", -2), ("上", -1), ("这", 0)];
    let text = text.replace(['本', '這'], "这");
    let found = WEEKS
        .iter()
        .find_map(|(word, weeks)| Some((text.strip_prefix(word)?, *weeks)));
    let (rest, weeks) = found?;
    let rest = rest.strip_prefix('个').unwrap_or(rest);
    let rest = rest.strip_prefix('一').unwrap_or(rest);
    let day = after_week(rest)?;
    if day.is_empty() {
        return Some((weeks, None));
    }
    Some((weeks, Some(weekday_letter(day)?)))
}

/// `周三`, `星期天`, `礼拜三`.
pub(super) fn weekday(text: &str) -> Option<Weekday> {
    after_week(text).and_then(weekday_letter)
}

fn weekday_letter(text: &str) -> Option<Weekday> {
    match text {
        "一" | "1" => Some(Weekday::Mon),
        "二" | "2" => Some(Weekday::Tue),
        "三" | "3" => Some(Weekday::Wed),
        "四" | "4" => Some(Weekday::Thu),
        "五" | "5" => Some(Weekday::Fri),
        "六" | "6" => Some(Weekday::Sat),
        "日" | "天" => Some(Weekday::Sun),
        _ => None,
    }
}

/// A date as it is written: what is left out is not known yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) year: Option<Year>,
    pub(super) month: Option<u32>,
    pub(super) day: u32,
    pub(super) weekday: Option<Weekday>,
}

/// The year of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    Number(i32),
    /// From this year.
    After(i32),
}

/// `2026年12月7日 周一`, `明年1月3号`, `十二月七日`, `7号`.
pub(super) fn written(text: &str) -> Option<Written> {
    let (date, weekday) = match text.split_once(['日', '号']) {
        Some((date, "")) => (date, None),
        Some((date, rest)) => {
            let day = rest.trim().trim_matches(['(', ')']);
            (date, Some(weekday(day)?))
        }
        // `12月7` alone is a date, too, but `7` is none.
        None => (text.contains('月').then_some(text)?, None),
    };
    let date: String = in_digits(date).split_whitespace().collect();
    let (year, date) = match date.split_once('年') {
        Some((year, date)) => (Some(self::year(year)?), date),
        None => (None, &*date),
    };
    let (month, day) = match date.split_once('月') {
        Some((month, day)) => (Some(number(month)?), number(day)?),
        None => (None, number(date)?),
    };
    Some(Written {
        year,
        month: month.map(u32::try_from).transpose().ok()?,
        day: u32::try_from(day).ok()?,
        weekday,
    })
}

fn year(text: &str) -> Option<Year> {
    match text {
        "今" => Some(Year::After(0)),
        "明" => Some(Year::After(1)),
        "去" => Some(Year::After(-1)),
        _ => {
            let year = number(text).filter(|_| text.len() == 4)?;
            Some(Year::Number(i32::try_from(year).ok()?))
        }
    }
}

/// `80分钟`, `1小时20分`, `一个半小时`, `1.5小时`, `半小时`, `两个钟头`, `一刻钟`.
pub(super) fn duration(text: &str) -> Option<Minutes> {
    let text: String = in_digits(text).split_whitespace().collect();
    let text = text.replace("钟头", "小时");
    // A prompt shows `1时05分`.
    let Some((hours, rest)) = text.split_once("小时").or(text.split_once('时')) else {
        return Minutes::parse(&minutes(&text)?.to_string());
    };
    let hours = hours.strip_suffix('个').unwrap_or(hours);
    let half = hours.strip_suffix("个半").or(hours.strip_suffix('半'));
    let whole = match half.unwrap_or(hours) {
        "" if hours == "半" => 0,
        hours => i64::from(Minutes::parse(&format!("{hours}h"))?.0),
    };
    let more = match rest {
        "" => 0,
        "半" => 30,
        rest => minutes(rest).or_else(|| number(rest))?,
    };
    let half = if half.is_some() { 30 } else { 0 };
    Minutes::parse(&(whole + half + more).to_string())
}

/// `20分钟`, `20分`, `3刻钟`, `3刻`, as minutes.
fn minutes(text: &str) -> Option<i64> {
    let quarters = text.strip_suffix("刻钟").or(text.strip_suffix('刻'));
    if let Some(quarters) = quarters {
        return Some(number(quarters)? * 15);
    }
    number(text.strip_suffix("分钟").or(text.strip_suffix('分'))?)
}

/// Which half of the day a word before a time means.
const HALVES: [(&str, Half); 15] = [
    ("凌晨", Half::Morning),
    ("清晨", Half::Morning),
    ("早上", Half::Morning),
    ("早晨", Half::Morning),
    ("上午", Half::Morning),
    ("中午", Half::Noon),
    ("正午", Half::Noon),
    ("下午", Half::Afternoon),
    ("傍晚", Half::Afternoon),
    ("晚上", Half::Night),
    ("夜里", Half::Night),
    ("深夜", Half::Night),
    ("半夜", Half::Night),
    ("早", Half::Morning),
    ("晚", Half::Night),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Noon,
    Afternoon,
    Night,
}

/// `下午3点半`, `晚上8点`, `上午9:30`, `15点20分`, `3点一刻`.
pub(crate) fn clock(text: &str) -> Option<Clock> {
    let text: String = text.split_whitespace().collect();
    let half = half_of(&text);
    let rest = half.map_or(&*text, |(word, _)| &text[word.len()..]);
    if half.is_some_and(|(_, half)| half == Half::Noon) && rest.is_empty() {
        return Clock::from_minutes(12 * 60);
    }
    let rest = in_digits(rest);
    let (hour, minute) = if let Some((hour, rest)) = rest.split_once(['点', '时']) {
        (number(hour)?, past_the_hour(rest)?)
    } else {
        // `Clock::parse` reads times without Chinese.
        half?;
        let time = Clock::parse(&rest)?.minutes();
        (i64::from(time / 60), i64::from(time % 60))
    };
    if hour > 24 || minute > 59 {
        return None;
    }
    let hour = match half.map(|(_, half)| half) {
        Some(Half::Morning) if hour == 12 && text.starts_with("凌晨") => 0,
        Some(Half::Noon) if hour < 11 => hour + 12,
        Some(Half::Afternoon) if hour < 12 => hour + 12,
        Some(Half::Night) if hour == 12 => 0,
        Some(Half::Night) if (5..12).contains(&hour) => hour + 12,
        _ => hour,
    };
    Clock::from_minutes(u32::try_from(hour * 60 + minute).ok()?)
}

fn half_of(text: &str) -> Option<(&'static str, Half)> {
    let mut halves = HALVES.iter();
    halves.find(|(word, _)| text.starts_with(word)).copied()
}

/// The word with which a time begins, such as `下午`; empty if there is none.
pub(crate) fn half_word(text: &str) -> &'static str {
    half_of(text).map_or("", |(word, _)| word)
}

/// What follows `点`, in minutes.
fn past_the_hour(text: &str) -> Option<i64> {
    match text {
        "" | "整" | "钟" => Some(0),
        "半" => Some(30),
        text => minutes(text).or_else(|| number(text).filter(|_| text.len() == 2)),
    }
}
