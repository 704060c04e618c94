//! Titles, numbers and weekdays of units.

use chrono::Weekday;

use super::mark::Mark;
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

pub(super) fn weekdays(mark: &Mark) -> Option<Weekdays> {
    let first = mark.dated.and_then(super::date::Dated::weekday);
    let by_date = first.map(|first| {
        let last = (1..width(mark)).fold(first, |day, _| day.succ());
        Weekdays { first, last }
    });
    mark.weekdays.or(by_date)
}

/// The weekdays of a day by its place in a week that names none: up to five days are spread over
/// Monday to Friday.
pub(super) fn by_position(before: u32, width: u32, total: u32) -> Weekdays {
    let day = |index: u32| {
        Weekday::try_from(u8::try_from(index % 7).unwrap_or(0)).unwrap_or(Weekday::Mon)
    };
    let first = if total <= 5 && width == 1 {
        before * 5 / total.max(1)
    } else {
        before
    };
    Weekdays {
        first: day(first),
        last: day(first + width - 1),
    }
}

pub(super) fn is_rest(title: &str) -> bool {
    let title = super::scan::folded(title);
    let title = title.trim().trim_matches(|c: char| !c.is_alphanumeric());
    [
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
    ]
    .contains(&title)
}
