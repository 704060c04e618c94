//! Times of day, ranges of them, and durations.

use super::number::digits;
use super::scan::{Scan, ends_word, folded, literal, one_of, range_sign, spaces};
use crate::model::{Clock, Minutes, Window};

/// A time of day, before what is written around it has been considered.
#[derive(Clone, Copy)]
struct Time {
    minutes: u32,
    /// Whether it is said to be after noon; `None` if that is not said.
    is_pm: Option<bool>,
    /// Whether it is only a number.
    is_bare: bool,
}

/// From one time to another, as an author wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Times {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Times {
    /// As a window of one day; `None` if it ends no later than it starts.
    pub(super) fn window(self) -> Option<Window> {
        let (start, end) = (
            Clock::from_minutes(self.start)?,
            Clock::from_minutes(self.end)?,
        );
        (start < end).then_some(Window { start, end })
    }

    /// As a window of one day; a start without an end lasts so many minutes.
    pub(super) fn lasting(self, minutes: u32) -> Option<Window> {
        let start = Clock::from_minutes(self.start)?;
        let open = || Window::from(start, Minutes(minutes));
        self.window()
            .or_else(|| open().filter(|_| self.start == self.end))
    }

    /// How many minutes it takes; past midnight if it ends before it starts.
    pub(super) fn length(self) -> u32 {
        (self.end + 24 * 60 - self.start) % (24 * 60)
    }

    /// The same in the afternoon, if it must be: `2:00-3:30` below a heading that says so.
    pub(super) fn in_afternoon(self) -> Self {
        let late = |minutes: u32| {
            if minutes < 8 * 60 {
                minutes + 12 * 60
            } else {
                minutes
            }
        };
        let (start, end) = (late(self.start), late(self.end));
        if self.start < 8 * 60 && start < end {
            Self { start, end }
        } else {
            self
        }
    }
}

const HALVES: [(&str, bool); 10] = [
    ("上午", false),
    ("早上", false),
    ("凌晨", false),
    ("午前", false),
    ("下午", true),
    ("晚上", true),
    ("傍晚", true),
    ("午後", true),
    ("中午", true),
    ("夜", true),
];

fn time(text: &[char], at: usize) -> Option<(Time, usize)> {
    let (half, at) = match one_of(text, at, &HALVES) {
        Some((pm, end)) => (Some(pm), spaces(text, end)),
        None => (None, at),
    };
    let (hour, mut end) = digits(text, at).filter(|(hour, end)| *hour <= 24 && end - at <= 2)?;
    let (mut minute, mut is_bare) = (0, true);
    if let Some(colon) = literal(text, end, ":") {
        let (m, after) = digits(text, colon).filter(|(m, after)| *m < 60 && after - colon == 2)?;
        (minute, end, is_bare) = (m, after, false);
    } else if let Some(oclock) = literal(text, end, "点").or_else(|| literal(text, end, "时")) {
        // `2时间` and `2时半` in Japanese: the former is a duration.
        if text.get(oclock) == Some(&'间') {
            return None;
        }
        (end, is_bare) = (oclock, false);
        if let Some(half) = literal(text, end, "半") {
            (minute, end) = (30, half);
        } else if let Some((m, after)) = digits(text, end).filter(|(m, _)| *m < 60) {
            (minute, end) = (m, literal(text, after, "分").unwrap_or(after));
        }
    }
    let meridiem = meridiem(text, end);
    if let Some((_, after)) = meridiem {
        (end, is_bare) = (after, false);
    }
    let is_pm = meridiem.map(|(pm, _)| pm).or(half);
    let hour = match is_pm {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    let minutes = hour * 60 + minute;
    (minutes <= 24 * 60).then_some((
        Time {
            minutes,
            is_pm,
            is_bare,
        },
        end,
    ))
}

/// `am` or `pm` after a time, with whether it is the latter.
fn meridiem(text: &[char], at: usize) -> Option<(bool, usize)> {
    const WORDS: [(&str, bool); 6] = [
        ("am", false),
        ("a.m.", false),
        ("a.m", false),
        ("pm", true),
        ("p.m.", true),
        ("p.m", true),
    ];
    let found = one_of(text, spaces(text, at), &WORDS);
    found.filter(|(_, end)| ends_word(text, *end))
}

/// A range of times at `at`, and the position after it.
pub(super) fn times(text: &[char], at: usize) -> Option<(Times, usize)> {
    let (start, end) = time(text, at)?;
    let (last, end) = time(text, range_sign(text, end)?)?;
    if last.is_bare || (start.is_bare && last.is_pm.is_none()) {
        return None;
    }
    let (mut from, mut to) = (start.minutes, last.minutes);
    let noon = 12 * 60;
    if start.is_pm.is_none() && last.is_pm == Some(true) && from < noon && from + noon < to {
        from += noon;
    }
    if last.is_pm.is_none() && start.is_pm == Some(true) && to < noon && from < to + noon {
        to += noon;
    }
    Some((
        Times {
            start: from,
            end: to,
        },
        end,
    ))
}

/// A single time of day at `at` that cannot be anything else, in minutes, and the position after it.
pub(super) fn single(text: &[char], at: usize) -> Option<(u32, usize)> {
    let (time, end) = time(text, at)?;
    (!time.is_bare).then_some((time.minutes, end))
}

/// A range of times, or a single one as a start without an end.
pub(super) fn times_or_start(text: &[char], at: usize) -> Option<(Times, usize)> {
    times(text, at).or_else(|| {
        let (start, end) = single(text, at)?;
        Some((Times { start, end: start }, end))
    })
}

/// The times at the end of a text, after a sign, and what comes before them: `Final, 9:00-11:00`. A
/// single time must come after a comma, `@` or `at`.
pub(super) fn last_times(text: &str) -> Option<(Times, String)> {
    let scan = Scan::new(text);
    let chars = &scan.folded;
    let divided = |at: &usize| matches!(chars[at - 1], ' ' | ',' | ':' | '@' | '|' | '-' | ';');
    let found = (1..chars.len()).filter(divided).find_map(|at| {
        let before: String = chars[..at].iter().collect();
        let is_start = before.trim_end().ends_with([',', '@']) || before.ends_with(" at ");
        let found = times(chars, at);
        let found = found.or_else(|| times_or_start(chars, at).filter(|_| is_start));
        let (times, end) = found?;
        let is_last = !chars[end..].iter().any(|c| c.is_alphanumeric());
        is_last.then(|| (times, scan.slice(0, at)))
    });
    let (times, title) = found?;
    let title =
        title.trim_end_matches(|c: char| !c.is_alphanumeric() && !")）]】\"”」".contains(c));
    let title = title.strip_suffix(" at").unwrap_or(title);
    title
        .contains(char::is_alphanumeric)
        .then(|| (times, title.to_owned()))
}

/// The first times anywhere in `text`, which may be a start only; with what is before and after them.
pub(super) fn find_start(text: &str) -> Option<(Times, String, String)> {
    let scan = Scan::new(text);
    let starts = (0..scan.len()).filter(|at| !after_digit(&scan.folded, *at));
    let mut found = starts.filter_map(|at| Some((at, times_or_start(&scan.folded, at)?)));
    let (at, (times, end)) = found.next()?;
    Some((times, scan.slice(0, at), scan.rest(end)))
}

/// Whether words name a part of the day after noon.
pub(super) fn has_afternoon(words: &str) -> bool {
    const LATE: [&str; 9] = [
        "下午",
        "晚",
        "午後",
        "夜",
        "afternoon",
        "evening",
        "night",
        "傍晚",
        "晩",
    ];
    let words = folded(words);
    LATE.iter().any(|word| words.contains(word))
}

/// The first range of times anywhere in `text`.
pub(super) fn find_times(text: &str) -> Option<Times> {
    let scan = Scan::new(text);
    let starts = (0..scan.len()).filter(|at| !after_digit(&scan.folded, *at));
    let mut found = starts.filter_map(|at| times(&scan.folded, at));
    found.next().map(|(times, _)| times)
}

/// Whether the character before `at` belongs to a number.
pub(super) fn after_digit(text: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| text.get(at));
    let is_digit = |back: usize| {
        let c = at.checked_sub(back).and_then(|at| text.get(at));
        c.is_some_and(char::is_ascii_digit)
    };
    // The minutes of a time, or what follows a point; not what follows a label.
    is_digit(1) || before.is_some_and(|c| matches!(c, '.' | ':')) && is_digit(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(u32, u32)> {
        let scan = Scan::new(text);
        times(&scan.folded, 0).map(|(times, _)| (times.start, times.end))
    }

    #[test]
    fn ranges_of_times_in_every_notation() {
        for (text, range) in [
            ("09:00-10:30", (540, 630)),
            ("9：00～10：30", (540, 630)),
            ("7:00 AM - 8:30 AM", (420, 510)),
            ("11:00 AM - 12:00 PM", (660, 720)),
            ("1:00 - 3:00 pm", (780, 900)),
            ("9-11am", (540, 660)),
            ("上午9点-11点半", (540, 690)),
            ("9時〜11時", (540, 660)),
            ("14:00 至 15:30", (840, 930)),
        ] {
            assert_eq!(read(text), Some(range), "{text}");
        }
        for text in ["9-11", "09:00", "16:9-1", "2時間", "25:00-26:00"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
