//! Weekdays as people write them.

use chrono::Weekday;

use super::scan::{Scan, ends_word, literal, one_of, range_sign, spaces};
use crate::model::Weekdays;

const WEEKDAYS: [(&str, Weekday); 63] = {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    [
        ("monday", Mon),
        ("mondays", Mon),
        ("mon", Mon),
        ("tuesday", Tue),
        ("tuesdays", Tue),
        ("tues", Tue),
        ("tue", Tue),
        ("wednesday", Wed),
        ("wednesdays", Wed),
        ("wed", Wed),
        ("thursday", Thu),
        ("thursdays", Thu),
        ("thurs", Thu),
        ("thu", Thu),
        ("friday", Fri),
        ("fridays", Fri),
        ("fri", Fri),
        ("saturday", Sat),
        ("saturdays", Sat),
        ("sat", Sat),
        ("sunday", Sun),
        ("sundays", Sun),
        ("sun", Sun),
        ("周一", Mon),
        ("周二", Tue),
        ("周三", Wed),
        ("周四", Thu),
        ("周五", Fri),
        ("周六", Sat),
        ("周日", Sun),
        ("周天", Sun),
        ("星期一", Mon),
        ("星期二", Tue),
        ("星期三", Wed),
        ("星期四", Thu),
        ("星期五", Fri),
        ("星期六", Sat),
        ("星期日", Sun),
        ("星期天", Sun),
        ("礼拜一", Mon),
        ("礼拜二", Tue),
        ("礼拜三", Wed),
        ("礼拜四", Thu),
        ("礼拜五", Fri),
        ("礼拜六", Sat),
        ("礼拜日", Sun),
        ("礼拜天", Sun),
        ("月曜日", Mon),
        ("火曜日", Tue),
        ("水曜日", Wed),
        ("木曜日", Thu),
        ("金曜日", Fri),
        ("土曜日", Sat),
        ("日曜日", Sun),
        ("月曜", Mon),
        ("火曜", Tue),
        ("水曜", Wed),
        ("木曜", Thu),
        ("金曜", Fri),
        ("土曜", Sat),
        ("日曜", Sun),
        ("thur", Thu),
        ("weds", Wed),
    ]
};

const RANGES: [(&str, Weekdays); 11] = {
    const WEEKEND: Weekdays = Weekdays {
        first: Weekday::Sat,
        last: Weekday::Sun,
    };
    const WORKDAYS: Weekdays = Weekdays {
        first: Weekday::Mon,
        last: Weekday::Fri,
    };
    [
        ("周末", WEEKEND),
        ("土日", WEEKEND),
        ("weekends", WEEKEND),
        ("weekend", WEEKEND),
        ("双休日", WEEKEND),
        ("休日", WEEKEND),
        ("工作日", WORKDAYS),
        ("平日", WORKDAYS),
        ("weekdays", WORKDAYS),
        ("weekday", WORKDAYS),
        ("workdays", WORKDAYS),
    ]
};

/// Single characters, in brackets or after a range sign.
pub(super) const SHORT: [(&str, Weekday); 15] = {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    [
        ("月", Mon),
        ("火", Tue),
        ("水", Wed),
        ("木", Thu),
        ("金", Fri),
        ("土", Sat),
        ("日", Sun),
        ("一", Mon),
        ("二", Tue),
        ("三", Wed),
        ("四", Thu),
        ("五", Fri),
        ("六", Sat),
        ("天", Sun),
        ("末", Sun),
    ]
};

/// A weekday at `at`, and the position after it.
pub(super) fn weekday(text: &[char], at: usize) -> Option<(Weekday, usize)> {
    one_of(text, at, &WEEKDAYS).filter(|(_, end)| ends_word(text, *end))
}

/// A weekday or a range of them at `at`, and the position after it.
pub(super) fn weekdays(text: &[char], at: usize) -> Option<(Weekdays, usize)> {
    if let Some((range, end)) = one_of(text, at, &RANGES) {
        return ends_word(text, end).then_some((range, end));
    }
    let (first, end) = weekday(text, at)?;
    let last = range_sign(text, end).and_then(|sign| weekday(text, sign).or(short(text, sign)));
    if let Some((last, end)) = last {
        return Some((Weekdays { first, last }, end));
    }
    let mut last = (first, end);
    while let Some(next) = joined(text, last.1).filter(|(next, _)| *next == last.0.succ()) {
        last = next;
    }
    Some((
        Weekdays {
            first,
            last: last.0,
        },
        last.1,
    ))
}

/// A single character that is a weekday and ends a word.
fn short(text: &[char], at: usize) -> Option<(Weekday, usize)> {
    let found = one_of(text, at, &SHORT);
    found.filter(|(_, end)| !text.get(*end).is_some_and(|c| c.is_alphanumeric()))
}

/// The weekday after a sign that joins it to the one before: `周六、周日`, `Sat/Sun`, `周一三五`.
fn joined(text: &[char], at: usize) -> Option<(Weekday, usize)> {
    let signs = ["、", "/", "&", "+", ",", "和", "与", "and "];
    let at_sign = spaces(text, at);
    let sign = signs.iter().find_map(|sign| literal(text, at_sign, sign));
    let next = spaces(text, sign?);
    let is_chinese = at.checked_sub(2).is_some_and(|at| !text[at].is_ascii());
    weekday(text, next).or_else(|| short(text, next).filter(|_| is_chinese))
}

/// The weekdays that are listed after the first ones and do not follow them: `Mon, Wed, Fri`.
pub(super) fn more_weekdays(text: &[char], mut at: usize) -> (Vec<Weekday>, usize) {
    let mut more = Vec::new();
    while let Some((day, end)) = joined(text, at) {
        more.push(day);
        at = end;
    }
    (more, at)
}

/// A weekday that is all of `text`, also by a single character: `(土)`.
pub(super) fn whole_weekdays(text: &str) -> Option<Weekdays> {
    let scan = Scan::new(text.trim());
    let all = |end: usize| end == scan.len();
    if let Some((found, _)) = weekdays(&scan.folded, 0).filter(|(_, end)| all(*end)) {
        return Some(found);
    }
    let (first, mut end) = one_of(&scan.folded, 0, &SHORT)?;
    let mut last = first;
    while let Some(sign) = one_of(
        &scan.folded,
        end,
        &[("・", ()), ("、", ()), ("/", ()), ("~", ()), ("-", ())],
    ) {
        (last, end) = one_of(&scan.folded, sign.1, &SHORT)?;
    }
    all(end).then_some(Weekdays { first, last })
}
