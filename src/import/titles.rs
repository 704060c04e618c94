//! Titles, numbers and weekdays of units.

use chrono::Weekday;

use super::breaks::has_work;
use super::label::has_word;
use super::label_kind::names_exam;
use super::length::Length;
use super::mark::Mark;
use super::statement::says_daily;
use super::unit::UnitKind;
use crate::escape::is_invisible;
use crate::model::{Field, Note, Period, SlotId, Weekdays};

pub(super) fn untimed_id(day: u32, ordinal: usize, fallback: &SlotId) -> SlotId {
    SlotId::new(&format!("d{day:02}-{ordinal}")).unwrap_or_else(|| fallback.clone())
}

/// Weeks only have labelled lists.
pub(super) fn labelled_fields(fields: Vec<Field>) -> Vec<Field> {
    fields
        .into_iter()
        .filter(|field| field.label.is_some())
        .collect()
}

/// A labelled list as notes, for a level that has no such lists.
pub(super) fn remark(field: &Field) -> Vec<Note> {
    let label = field.label.clone().unwrap_or_default();
    let value = field
        .value
        .as_deref()
        .map(super::fields::goal_text)
        .unwrap_or_default();
    let first = if value.is_empty() {
        label
    } else {
        format!("{label}: {value}")
    };
    let items = field.items.iter().map(super::fields::goal_text);
    let texts = std::iter::once(first)
        .chain(items)
        .filter(|text| !text.is_empty());
    texts.map(|text| Note { line: None, text }).collect()
}

pub(super) fn shortened(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = text.chars().take(crate::source::LONGEST_TITLE).collect();
    if is_invisible(&short) {
        "…".to_owned()
    } else {
        short
    }
}

pub(super) fn weeks_of(span: Period) -> u32 {
    match span {
        Period::Days(days) => days.div_ceil(7),
        Period::Weeks(weeks) => weeks,
        // Rounded, so that the months of a year are 52 weeks.
        Period::Months(months) => (months * 52 + 6) / 12,
    }
    .clamp(1, 104)
}

/// A week's title; a range says so, since a week has one number.
pub(super) fn week_title(mark: &Mark, number: u32) -> Option<String> {
    let spans = mark.numbers.is_some_and(|(a, b)| b > a)
        || mark.numbers.is_none_or(|(first, _)| first != number)
        || mark.is_open;
    let title = match (mark.title.is_empty(), spans) {
        (false, false) => mark.title.clone(),
        (false, true) if mark.words.is_empty() => mark.title.clone(),
        (false, true) => format!("{}: {}", mark.words, mark.title),
        (true, _) => mark.words.clone(),
    };
    Some(title).filter(|title| !title.trim().is_empty())
}

/// How many days a day's mark covers.
pub(super) fn width(mark: &Mark) -> u32 {
    let by_numbers = mark.numbers.map(|(a, b)| b - a + 1);
    let by_weekdays = mark.weekdays.map(Weekdays::count);
    let by_dates = mark
        .dated
        .and_then(|dated| u32::try_from(dated.days()).ok());
    by_numbers
        .or(by_weekdays)
        .or(by_dates)
        .unwrap_or(1)
        .clamp(1, 7)
}

/// Sets how long a unit takes by `text`; of `45 min each` that is for each of its days.
pub(super) fn set_length(mark: &mut Mark, Length { low, high }: Length, text: &str) {
    let is_each = says_daily(text) || has_word(&text.to_lowercase(), "each");
    let is_day = is_each && mark.kind == UnitKind::Day;
    let days = if is_day { width(mark) } else { 1 };
    let (low, high) = (low * days, high * days);
    mark.is_each = is_day;
    mark.length = Some(Length { low, high });
}

pub(super) fn weekdays(mark: &Mark) -> Option<Weekdays> {
    let first = mark.dated.and_then(super::date::Dated::weekday);
    let by_date = first.map(|first| {
        let last = (1..width(mark)).fold(first, |day, _| day.succ());
        Weekdays { first, last }
    });
    mark.weekdays.or(by_date)
}

/// The weekdays of days by their places in weeks with these numbers. Numbered days follow each other
/// from Monday, or the weekday that the week begins on; up to five others are spread over five days.
pub(super) fn places(days: &[&Mark], weeks: (u32, u32), begins: Weekday) -> Vec<Option<Weekdays>> {
    let widths = || days.iter().map(|day| width(day));
    let total: u32 = widths().sum();
    let first = days
        .iter()
        .find_map(|day| day.numbers)
        .map_or(1, |(first, _)| first);
    // Day 8 is a Monday if it is in week 2, and so is the first day where numbers begin again.
    let monday = (weeks.0 * 7).saturating_sub(6);
    let monday = if first >= monday && first < monday + 7 {
        monday
    } else {
        first
    };
    let end = monday + 7 * (weeks.1 - weeks.0 + 1);
    let is_numbered = |day: &&Mark| day.numbers.is_some();
    let fits = |day: &&Mark| {
        let numbers = day.numbers.map_or((monday, monday), |numbers| numbers);
        numbers.0 >= monday && numbers.1 < end && !(is_numbered(day) && weekdays(day).is_some())
    };
    let all_fit = days.iter().all(fits);
    let is_free = total <= 7
        && !days
            .iter()
            .any(|day| is_numbered(day) || weekdays(day).is_some());
    let mut before = 0;
    let place = |day: &&Mark| {
        let width = width(day);
        let spread = if total <= 5 && width == 1 {
            before * 5 / total.max(1)
        } else {
            before
        };
        before += width;
        let numbered = day.numbers.map(|(first, _)| first.wrapping_sub(monday));
        let numbered = numbered.filter(|_| all_fit);
        let start = numbered.or(Some(spread).filter(|_| is_free))?;
        let before = begins.num_days_from_monday();
        let weekday = |index: u32| Weekday::try_from(u8::try_from((index + before) % 7).ok()?).ok();
        let (first, last) = (weekday(start)?, weekday(start + width - 1)?);
        Some(Weekdays { first, last })
    };
    days.iter().map(place).collect()
}

/// Whether a title says no more than that there is nothing to do, and why: `Rest`, `Rest / buffer`, `Off
/// (holiday)`.
pub(super) fn is_rest(title: &str) -> bool {
    const WORDS: [&str; 18] = [
        "休息",
        "休息日",
        "完全休息",
        "自由",
        "rest",
        "rest day",
        "day of rest",
        "off",
        "off day",
        "day off",
        "take a break",
        "休み",
        "休",
        "free",
        "free day",
        "buffer",
        "relax",
        "机动",
    ];
    let title = super::scan::folded(title);
    // What else there is to do on a free day: `Rest, pack the bag`.
    let (title, more) = title.split_once(',').unwrap_or((&title, ""));
    if has_work(more) || names_exam(more) {
        return false;
    }
    // The reason.
    let title = title.split(['(', '–', '—']).next().unwrap_or_default();
    let title = title.split(" - ").next().unwrap_or_default();
    let mut parts = title.split(['/', '&', '、']);
    parts.all(|part| WORDS.contains(&part.trim_matches(|c: char| !c.is_alphanumeric())))
}
