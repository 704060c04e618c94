//! Halves of a day: `Morning`, 下午.

use super::mark::Mark;
use super::scan::{ends_word, one_of, spaces};
use super::unit::UnitKind;

const HALVES: [&str; 26] = [
    "上午",
    "下午",
    "晚上",
    "早上",
    "早晨",
    "清晨",
    "中午",
    "傍晚",
    "夜间",
    "夜晚",
    "晚间",
    "午前",
    "午後",
    "朝",
    "夜",
    "晩",
    "morning",
    "midday",
    "noon",
    "afternoon",
    "late afternoon",
    "evening",
    "late evening",
    "night",
    "early morning",
    "lunchtime",
];

/// A half of a day.
pub(super) fn half(text: &[char], at: usize) -> Option<(Mark, usize)> {
    let words = HALVES.map(|word| (word, ()));
    let ((), end) = one_of(text, at, &words)?;
    let sessions = [
        ("session", ()),
        ("block", ()),
        ("study", ()),
        ("学习", ()),
        ("时段", ()),
    ];
    let more = one_of(text, spaces(text, end), &sessions);
    let end = more.map_or(end, |((), end)| end);
    ends_word(text, end).then(|| (Mark::new(UnitKind::Half), end))
}
