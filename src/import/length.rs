//! Durations as people write them.

use super::clock::after_digit;
use super::number::{chinese, digits};
use super::scan::{Scan, ends_word, literal, one_of, range_sign, spaces};

/// The least and the most minutes that are said somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Length {
    pub(crate) low: u32,
    pub(crate) high: u32,
}

const UNITS: [(&str, u32); 25] = [
    ("小时", 60),
    ("个小时", 60),
    ("时间", 60),
    ("钟头", 60),
    ("hours", 60),
    ("hour", 60),
    ("hrs", 60),
    ("hr", 60),
    ("h", 60),
    ("分钟", 1),
    ("分间", 1),
    ("分", 1),
    ("minutes", 1),
    ("minute", 1),
    ("mins", 1),
    ("min", 1),
    ("pomodoros", 25),
    ("pomodoro", 25),
    ("pomos", 25),
    ("番茄钟", 25),
    ("个番茄钟", 25),
    ("个番茄", 25),
    ("🍅", 25),
    ("-hour", 60),
    ("-minute", 1),
];

/// Numbers in words, in hundredths.
const WORDS: [(&str, u32); 10] = [
    ("半", 50),
    ("half an ", 50),
    ("an ", 100),
    ("one ", 100),
    ("two ", 200),
    ("three ", 300),
    ("four ", 400),
    ("five ", 500),
    ("six ", 600),
    ("one and a half ", 150),
];

/// A number of hundredths: `1.5`, `2`, `两`, `two`.
fn decimal(text: &[char], at: usize) -> Option<(u32, usize)> {
    if let Some(found) = one_of(text, at, &WORDS) {
        return Some(found);
    }
    let Some((whole, end)) = digits(text, at) else {
        return chinese(text, at).map(|(value, end)| (value * 100, end));
    };
    let point = literal(text, end, ".").and_then(|at| Some((at, digits(text, at)?)));
    Some(match point {
        Some((at, (value, end))) if end - at == 1 => (whole * 100 + value * 10, end),
        Some((at, (value, end))) if end - at == 2 => (whole * 100 + value, end),
        _ => (whole * 100, end),
    })
}

/// A duration at `at`, and the position after it.
pub(super) fn length(text: &[char], at: usize) -> Option<(Length, usize)> {
    let (low, end) = decimal(text, at)?;
    let (high, end) = range_sign(text, end)
        .and_then(|at| decimal(text, at))
        .unwrap_or((low, end));
    let (unit, end) = one_of(text, spaces(text, end), &UNITS)?;
    if !ends_word(text, end) {
        return None;
    }
    let (mut low, mut high) = (low * unit / 100, high * unit / 100);
    let mut after = end;
    if unit == 60
        && let joint = spaces(text, end)
        && let next = literal(text, joint, "and ").unwrap_or(joint)
        && let Some((more, end)) = digits(text, spaces(text, next))
        && let Some((1, end)) =
            one_of(text, spaces(text, end), &UNITS).or_else(|| minutes(text, end))
        && ends_word(text, end)
    {
        (low, high, after) = (low + more, high + more, end);
    }
    (low > 0 && low <= high).then_some((Length { low, high }, after))
}

/// The `m` of `1h30m` and of `(15m)`, which alone could be metres.
pub(super) fn minutes(text: &[char], at: usize) -> Option<(u32, usize)> {
    literal(text, at, "m").map(|end| (1, end))
}

/// The first duration anywhere in `text`, with its position.
pub(super) fn find_length(text: &str) -> Option<(Length, usize)> {
    let scan = Scan::new(text);
    let starts = (0..scan.len()).filter(|at| !after_digit(&scan.folded, *at));
    let mut found = starts.filter_map(|at| Some((length(&scan.folded, at)?.0, at)));
    found.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_in_every_notation() {
        for (text, minutes) in [
            ("2 hours", (120, 120)),
            ("约1.5h/天", (90, 90)),
            ("2-3 hours", (120, 180)),
            ("（4小时）", (240, 240)),
            ("学習時間: 45分", (45, 45)),
            ("半小时", (30, 30)),
            ("两个小时", (120, 120)),
            ("1h30m", (90, 90)),
            ("one hour a day", (60, 60)),
            ("half an hour", (30, 30)),
            ("2 pomodoros", (50, 50)),
            ("1h 30min", (90, 90)),
            ("1小时30分钟", (90, 90)),
            ("1 hour and 30 minutes", (90, 90)),
        ] {
            let found = find_length(text).map(|(length, _)| (length.low, length.high));
            assert_eq!(found, Some(minutes), "{text}");
        }
        for text in ["hours", "5 houses", "3 天", "v1.5 happy"] {
            assert_eq!(find_length(text), None, "{text}");
        }
    }
}
