//! Dates, times of day and durations as people type them.

pub(super) mod chinese;
mod dates;
mod ranges;
mod weeks;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::error::{Error, Result};
use crate::model::{Clock, Hours, Minutes, Window};
use crate::text::Input;

pub(crate) use dates::{DateReader, Looks};
pub(super) use dates::{day_word, written};

/// Text in the form that dates, times, durations and targets are read in: NFKC, so that `２`, `：`
/// and a letter with a combining accent are what they look like, with ASCII for the commas and
/// dashes that NFKC leaves as they are, and in small letters.
pub(super) fn normal(text: &str) -> String {
    let ascii = |c: char| match c {
        '、' => ',',
        '。' => '.',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '~' => '-',
        c => c,
    };
    let text = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
    let text: String = text.trim().chars().map(ascii).collect();
    text.to_lowercase()
}

/// A number of up to four digits.
fn number(text: &str) -> Option<u32> {
    let plain = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// Whether the text in normal form means everything.
pub(super) fn is_all(typed: &str) -> bool {
    matches!(typed, "all" | "全部" | "所有")
}

/// Whether the plan as a whole is meant.
pub(super) fn is_plan(typed: &str) -> bool {
    matches!(typed, "plan" | "计划")
}

/// Reads `80`, `80m`, `1h20m`, `1 h 20 min`, `1:20`, `1.5h`, `80分钟` or `一个半小时`.
///
/// # Errors
/// `Usage`, with the accepted forms.
pub(crate) fn minutes(text: &str) -> Result<Minutes> {
    let typed = normal(text);
    let found = Minutes::parse(&typed).or_else(|| chinese::duration(&typed));
    found.ok_or_else(|| {
        let text = text.to_owned();
        Error::usage(Input::InvalidDuration { text }).hint(Input::DurationForms)
    })
}

/// Reads a time of day from `0:00` to `23:59`, such as `9:30`, `9 pm`, `18` or `晚上8点`.
///
/// # Errors
/// `Usage`, with the accepted forms.
pub(crate) fn clock(text: &str) -> Result<Clock> {
    let typed = normal(text);
    let clock = Clock::parse(&typed)
        .or_else(|| Clock::parse(&format!("{typed}:00")))
        .or_else(|| chinese::clock(&typed));
    let clock = clock.filter(|clock| clock.minutes() < 24 * 60);
    clock.ok_or_else(|| {
        let text = text.to_owned();
        Error::usage(Input::InvalidTime { text }).hint(Input::TimeForms)
    })
}

/// A time of day, and when it ends if that was given.
pub(super) type Times = (Clock, Option<Window>);

/// Reads `19:00-20:00`, `7pm-8pm` or `晚上7点到8点`, or a start alone, in a form that [`clock`] reads.
///
/// # Errors
/// `Usage`, with the accepted forms.
pub(super) fn times(text: &str) -> Result<Times> {
    let typed = normal(text);
    let Some((first, last)) = typed.split_once(['-', '到', '至']) else {
        return Ok((clock(text)?, None));
    };
    let start = clock(first)?;
    let end = Clock::parse(last).map_or_else(|| clock(last), Ok)?;
    let length = |end: Clock| end.minutes().checked_sub(start.minutes()).map(Minutes);
    let window = |end: Clock| Window::from(start, length(end)?);
    // The half of the day may be said once: `7pm-8`.
    let is_bare = !last.contains(':');
    let later = || Clock::from_minutes(end.minutes() + 12 * 60).filter(|_| is_bare);
    let window = window(end).or_else(|| window(later()?));
    let window = window.ok_or_else(|| {
        let text = text.to_owned();
        Error::usage(Input::EndsBeforeStart { text }).hint(Input::TimesForms)
    })?;
    Ok((start, Some(window)))
}

/// Reads the hours of a week: `mon-fri=19:00-21:00,sat=2h`, or `周一-周五=19:00-21:00`.
///
/// # Errors
/// `Usage`, with what is wrong and the accepted forms.
pub(super) fn hours(text: &str) -> Result<Hours> {
    let hours = Hours::parse(&normal(text));
    hours.map_err(|fault| Error::usage(Input::InvalidHours(fault)).hint(Input::HoursForms))
}

/// Reads `1w`, `-2w`, `1 week`, `-2 weeks`, `两周` or `提前一周`.
///
/// # Errors
/// `Usage`, with the accepted forms.
pub(super) fn weeks(text: &str) -> Result<i32> {
    let typed = chinese::in_digits(&normal(text));
    let (typed, earlier) = direction(&typed);
    let mut units = ["weeks", "week", "w", "周", "个星期", "星期"].iter();
    let count = units
        .find_map(|unit| typed.strip_suffix(unit))
        .unwrap_or_default()
        .trim_end();
    let digits = count.trim_start_matches(['-', '+']);
    let plain = (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let weeks = plain.then(|| count.parse().ok()).flatten();
    let weeks = weeks.map(|weeks: i32| if earlier { -weeks } else { weeks });
    weeks.filter(|weeks| *weeks != 0).ok_or_else(|| {
        let text = text.to_owned();
        Error::usage(Input::InvalidWeeks { text }).hint(Input::WeekForms)
    })
}

/// What follows `推后` or `提前`, and whether it was the latter.
fn direction(text: &str) -> (&str, bool) {
    for (word, earlier) in [
        ("推后", false),
        ("推迟", false),
        ("延后", false),
        ("提前", true),
    ] {
        if let Some(rest) = text.strip_prefix(word) {
            return (rest.trim_start(), earlier);
        }
    }
    (text, false)
}

#[cfg(test)]
mod tests;
