//! A word for a unit with its number: `Week 3`, `W3`, `third week`, 第三周, 周3, 3週目.

use super::length::length;
use super::number::{after_word, digits, ordinal, plain};
use super::scan::{ends_word, literal, one_of, range_sign, spaces};
use super::unit::UnitKind;

/// A unit with its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counted {
    pub(crate) kind: UnitKind,
    pub(crate) numbers: (u32, u32),
    /// What follows the point of `Phase 1.5`.
    pub(crate) fraction: u32,
    /// `21+`
    pub(crate) is_open: bool,
    /// Whether the word is also used for other things.
    pub(crate) is_weak: bool,
}

/// A kind, and whether its word is weak.
type Word = (UnitKind, bool);

const ENGLISH: [(&str, Word); 32] = {
    use UnitKind::{Day, Month, Phase, Week};
    [
        ("week", (Week, false)),
        ("weeks", (Week, false)),
        ("wk", (Week, false)),
        ("wks", (Week, false)),
        ("day", (Day, false)),
        ("days", (Day, false)),
        ("month", (Month, false)),
        ("months", (Month, false)),
        ("phase", (Phase, false)),
        ("phases", (Phase, false)),
        ("stage", (Phase, false)),
        ("quarter", (Phase, false)),
        ("sprint", (Phase, true)),
        ("semester", (Phase, false)),
        ("module", (Phase, true)),
        ("modules", (Phase, true)),
        ("part", (Phase, true)),
        ("unit", (Phase, true)),
        ("step", (Phase, true)),
        ("level", (Phase, true)),
        ("section", (Phase, true)),
        ("chapter", (Phase, true)),
        ("block", (Phase, true)),
        ("term", (Phase, true)),
        ("track", (Phase, true)),
        ("tier", (Phase, true)),
        ("フェーズ", (Phase, false)),
        ("ステージ", (Phase, false)),
        ("ステップ", (Phase, true)),
        ("阶段", (Phase, false)),
        ("模块", (Phase, true)),
        ("步骤", (Phase, true)),
    ]
};

/// Letters and words that count only with digits right after them.
const SHORT: [(&str, Word); 6] = [
    ("w", (UnitKind::Week, false)),
    ("d", (UnitKind::Day, false)),
    ("周", (UnitKind::Week, false)),
    ("周 ", (UnitKind::Week, false)),
    ("天", (UnitKind::Day, false)),
    ("q", (UnitKind::Phase, true)),
];

/// What makes 周 and a number an amount per week: 周5~8h, 周3次.
const MEASURES: [(&str, ()); 9] = [
    ("h", ()),
    ("小时", ()),
    ("时间", ()),
    ("分", ()),
    ("次", ()),
    ("回", ()),
    ("题", ()),
    ("日", ()),
    ("天", ()),
];

/// After 第 and a number.
const CHINESE: [(&str, Word); 28] = {
    use UnitKind::{Day, Month, Phase, Week};
    [
        ("周", (Week, false)),
        ("周目", (Week, false)),
        ("周间", (Week, false)),
        ("个星期", (Week, false)),
        ("星期", (Week, false)),
        ("天", (Day, false)),
        ("日", (Day, false)),
        ("日目", (Day, false)),
        ("个月", (Month, false)),
        ("月", (Month, false)),
        ("ヶ月", (Month, false)),
        ("か月", (Month, false)),
        ("カ月", (Month, false)),
        ("ヶ月目", (Month, false)),
        ("阶段", (Phase, false)),
        ("段阶", (Phase, false)),
        ("フェーズ", (Phase, false)),
        ("ステージ", (Phase, false)),
        ("ステップ", (Phase, true)),
        ("部分", (Phase, true)),
        ("部", (Phase, true)),
        ("章", (Phase, true)),
        ("篇", (Phase, true)),
        ("单元", (Phase, true)),
        ("模块", (Phase, true)),
        ("步", (Phase, true)),
        ("轮", (Phase, false)),
        ("学期", (Phase, false)),
    ]
};

/// After a number alone.
const JAPANESE: [(&str, Word); 8] = [
    ("日目", (UnitKind::Day, false)),
    ("周目", (UnitKind::Week, false)),
    ("周间目", (UnitKind::Week, false)),
    ("ヶ月目", (UnitKind::Month, false)),
    ("か月目", (UnitKind::Month, false)),
    ("カ月目", (UnitKind::Month, false)),
    ("个月目", (UnitKind::Month, false)),
    ("天目", (UnitKind::Day, false)),
];

/// The unit at `at` with its number, and the position after it.
pub(super) fn counted(text: &[char], at: usize) -> Option<(Counted, usize)> {
    let chinese = || ordinal_chinese(text, at);
    chinese()
        .or_else(|| japanese(text, at))
        .or_else(|| english(text, at))
        .or_else(|| short(text, at))
        .or_else(|| nth(text, at))
}

fn found((kind, is_weak): Word, numbers: (u32, u32), is_open: bool) -> Counted {
    Counted {
        kind,
        numbers,
        fraction: 0,
        is_open,
        is_weak,
    }
}

/// 第三周, 第1-2周, 第1周-第2周.
fn ordinal_chinese(text: &[char], at: usize) -> Option<(Counted, usize)> {
    let start = spaces(text, literal(text, at, "第")?);
    let (first, end) = plain(text, start)?;
    let (inner, end) = second(text, end, |text, at| {
        let at = spaces(text, literal(text, at, "第").unwrap_or(at));
        plain(text, at)
    })
    .unwrap_or((first, end));
    let (word, end) = one_of(text, spaces(text, end), &CHINESE)?;
    let again = range_sign(text, end).and_then(|sign| {
        let (last, end) = plain(text, spaces(text, literal(text, sign, "第")?))?;
        let (other, end) = one_of(text, spaces(text, end), &CHINESE)?;
        (other.0 == word.0 && last > first).then_some((last, end))
    });
    let (last, end) = again.unwrap_or((inner, end));
    Some((found(word, (first, last), false), end))
}

/// 3日目, 1〜2週目.
fn japanese(text: &[char], at: usize) -> Option<(Counted, usize)> {
    let (first, end) = plain(text, at)?;
    let (last, end) = second(text, end, plain).unwrap_or((first, end));
    let (word, end) = one_of(text, spaces(text, end), &JAPANESE)?;
    // 11日目〜13日目
    let again = range_sign(text, end).and_then(|sign| {
        let (last, end) = plain(text, sign)?;
        let (other, end) = one_of(text, spaces(text, end), &JAPANESE)?;
        (other.0 == word.0 && last > first).then_some((last, end))
    });
    let (last, end) = again.unwrap_or((last, end));
    Some((found(word, (first, last), false), end))
}

fn english(text: &[char], at: usize) -> Option<(Counted, usize)> {
    let (word, end) = one_of(text, at, &ENGLISH)?;
    let number = |at: usize| {
        let at = spaces(text, at);
        let signs = [("#", ()), ("-", ()), ("_", ()), (".", ()), (":", ())];
        let at = one_of(text, at, &signs).map_or(at, |((), end)| spaces(text, end));
        after_word(text, at)
    };
    let (first, end) = number(end)?;
    ranged(text, word, first, end)
}

fn short(text: &[char], at: usize) -> Option<(Counted, usize)> {
    let (word, end) = one_of(text, at, &SHORT)?;
    let (first, end) = digits(text, end)?;
    let last = second(text, end, digits).map_or(end, |(_, end)| end);
    if one_of(text, last, &MEASURES).is_some() {
        return None;
    }
    ranged(text, word, first, end)
}

/// The rest of `Week 1-2`, `Week 1 & 2`, `Week 1 - Week 2` or `Week 21+` after its first number.
fn ranged(text: &[char], word: Word, first: u32, end: usize) -> Option<(Counted, usize)> {
    if !ends_word(text, end)
        || first > 999
        || matches!(text.get(end), Some('/') if digits(text, end + 1).is_some_and(|(_, after)| text.get(after) == Some(&'/')))
    {
        return None;
    }
    if let Some(plus) = literal(text, end, "+") {
        return Some((found(word, (first, first), true), plus));
    }
    let again = |text: &[char], at: usize| {
        let other = one_of(text, at, &ENGLISH).or_else(|| one_of(text, at, &SHORT));
        let at = other
            .filter(|(other, _)| other.0 == word.0)
            .map_or(at, |(_, end)| spaces(text, end));
        digits(text, at)
    };
    let last = second(text, end, again).filter(|(last, after)| {
        *last > first
            && last - first < 60
            && ends_word(text, *after)
            && !is_other(text, end, *after)
    });
    let (last, end) = last.unwrap_or((first, end));
    let mut found = found(word, (first, last), false);
    let point = literal(text, end, ".").filter(|_| first == last);
    let Some((fraction, end)) = point.and_then(|at| digits(text, at)) else {
        return Some((found, end));
    };
    found.fraction = fraction;
    Some((found, end))
}

/// Whether what looks like the second number of a range begins something else: `Day 1 - 2 hours`,
/// `Week 1 - 3 projects`, `Day 1 - 10:00`.
fn is_other(text: &[char], before: usize, after: usize) -> bool {
    let start = text[..after]
        .iter()
        .rposition(|c| !c.is_ascii_digit())
        .map_or(0, |at| at + 1);
    if length(text, start).is_some()
        || matches!(text.get(after), Some(':' | '.' | '/') if digits(text, after + 1).is_some())
    {
        return true;
    }
    let next = spaces(text, after);
    let spaced =
        text.get(before) == Some(&' ') && text.get(start - 1) == Some(&' ') && next > after;
    let between: String = text[before..start].iter().collect();
    spaced
        && between.trim().len() == 1
        && !between.contains('&')
        && text.get(next).is_some_and(|c| c.is_alphanumeric())
}

/// The second number of a range, which `read` reads, and the position after it.
fn second(
    text: &[char],
    at: usize,
    read: impl Fn(&[char], usize) -> Option<(u32, usize)>,
) -> Option<(u32, usize)> {
    let next = spaces(text, at);
    let joints = [
        ("&", ()),
        ("/", ()),
        ("、", ()),
        ("+", ()),
        ("和", ()),
        ("and ", ()),
        ("与", ()),
    ];
    let joint = one_of(text, next, &joints).map(|((), end)| spaces(text, end));
    read(text, range_sign(text, at).or(joint)?)
}

/// `first week`, `1st month`.
fn nth(text: &[char], at: usize) -> Option<(Counted, usize)> {
    let (number, end) = ordinal(text, at)?;
    let (word, end) = one_of(text, spaces(text, end), &ENGLISH)?;
    ends_word(text, end).then(|| (found(word, (number, number), false), end))
}
