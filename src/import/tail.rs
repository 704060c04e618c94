//! What is written after a mark: a weekday, dates, times, hours, how long it lasts, and the title.

use super::clock::{find_times, last_times, times_or_start};
use super::date::{dated, month};
use super::half::half;
use super::length::length;
use super::mark::Mark;
use super::number::plain;
use super::scan::{Scan, literal, one_of, range_sign, spaces};
use super::titles::set_length;
use super::unit::UnitKind;
use super::unit_word::counted;
use super::weekday::{weekdays, whole_weekdays};
use crate::model::Period;

/// Reads what follows a mark that ends at `at`.
pub(super) fn read(scan: &Scan, mut at: usize, mark: &mut Mark) {
    let text = &scan.folded;
    loop {
        at = separators(text, at);
        if text.get(at) == Some(&'(')
            && let Some(close) = closing(text, at)
        {
            let inner = scan.slice(at + 1, close);
            let is_last = separators(text, close + 1) >= text.len();
            if !is_last && half_of_day(&text[at + 1..close], mark) {
                mark.half = Some(inner);
            } else if !fact(&inner, mark) {
                if is_last && mark.title.is_empty() {
                    mark.title = inner;
                    return;
                }
                break;
            }
            at = close + 1;
            continue;
        }
        match bare_fact(text, at, mark) {
            Some(end) => at = end,
            None => break,
        }
    }
    mark.title = scan.rest(at);
    trailing_fact(mark);
    if mark.kind == UnitKind::Day && mark.times.is_none() {
        match last_times(&mark.title) {
            Some((times, title)) => (mark.times, mark.title) = (Some(times), title),
            None => mark.times = find_times(&mark.title),
        }
    }
}

/// Whether a bracket only names a part of the day.
fn half_of_day(inner: &[char], mark: &Mark) -> bool {
    let is_day = mark.kind == UnitKind::Day && mark.half.is_none();
    is_day && half(inner, 0).is_some_and(|(_, end)| end == inner.len())
}

/// The position after white space and the signs that divide a mark from a title.
fn separators(text: &[char], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let is_sign = |c: &&char| {
        matches!(
            c,
            ' ' | ':'
                | '-'
                | '|'
                | '.'
                | ','
                | '·'
                | '*'
                | '、'
                | ')'
                | ']'
                | '~'
                | '>'
                | '/'
                | '_'
                | '='
                | '@'
                | '\u{FE0F}'
        )
    };
    at + rest.iter().take_while(is_sign).count()
}

/// The bracket that closes the one at `open`.
fn closing(text: &[char], open: usize) -> Option<usize> {
    let mut depth = 0;
    let mut rest = (open..).zip(text.get(open..)?);
    let found = rest.find(|(_, c)| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    found.map(|(at, _)| at)
}

/// A weekday, date or duration after the mark, if nothing but a sign or the end follows it, or times.
fn bare_fact(text: &[char], at: usize, mark: &mut Mark) -> Option<usize> {
    let ends = |end: usize| {
        let next = text.get(spaces(text, end));
        next.is_none_or(|c| matches!(c, ':' | '-' | '|' | '(' | ')' | ',' | '*' | '·' | ']'))
    };
    if mark.weekdays.is_none()
        && mark.kind == UnitKind::Day
        && let Some((days, end)) = weekdays(text, at).filter(|(_, end)| ends(*end))
    {
        mark.weekdays = Some(days);
        return Some(end);
    }
    if mark.dated.is_none()
        && let Some((dated, end)) = dated(text, at).filter(|(_, end)| ends(*end))
    {
        mark.dated = Some(dated);
        return Some(end);
    }
    if mark.times.is_none()
        && mark.kind == UnitKind::Day
        && let Some((times, end)) = times_or_start(text, at)
    {
        mark.times = Some(times);
        return Some(end);
    }
    if mark.length.is_none()
        && let Some((length, end)) = length(text, at).filter(|(_, end)| ends(*end))
    {
        mark.length = Some(length);
        return Some(end);
    }
    None
}

/// Keeps what a bracket says, if that is a fact about the unit.
fn fact(inner: &str, mark: &mut Mark) -> bool {
    let scan = Scan::new(inner);
    let text = &scan.folded;
    if let Some(days) = whole_weekdays(inner) {
        mark.weekdays = Some(days);
    } else if let Some(times) = find_times(inner) {
        mark.times = Some(times);
    } else if let Some((times, end)) =
        times_or_start(text, 0).filter(|_| mark.kind == UnitKind::Day)
    {
        mark.times = Some(times);
        mark.length = first_length(&text[separators(text, end)..]).map(|(length, _)| length);
    } else if let Some((dated, end)) = dated(text, 0) {
        mark.dated = Some(dated);
        let rest = scan.rest(separators(text, end));
        mark.weekdays = mark.weekdays.or_else(|| whole_weekdays(&rest));
    } else if let Some((numbers, _)) = number_of(text, mark) {
        mark.numbers = Some(numbers);
    } else if let Some(weeks) = weeks(text) {
        mark.weeks = Some(weeks);
    } else if let Some(months) = months(text) {
        mark.span = Some(Period::Months(months));
    } else if let Some(span) = period(inner) {
        mark.span = Some(span);
    } else if let Some((length, end)) = first_length(text)
        // `10 minutes to pandas`
        && literal(text, spaces(text, end), "to ").is_none()
    {
        set_length(mark, length, inner);
    } else {
        return false;
    }
    true
}

/// The number of a unit that is marked by something else: `周一：数组（第 1 天）`.
fn number_of(text: &[char], mark: &Mark) -> Option<((u32, u32), usize)> {
    let (found, end) = counted(text, 0).filter(|(found, _)| found.kind == mark.kind)?;
    (mark.numbers.is_none() && end == text.len()).then_some((found.numbers, end))
}

/// How many months of the calendar are named: `3月-6月`, `Jan-Mar`, `12月`.
fn months(text: &[char]) -> Option<u32> {
    let (first, end) = month(text, 0)?;
    let last = range_sign(text, end).and_then(|sign| month(text, sign));
    let (last, end) = last.unwrap_or((first, end));
    (spaces(text, end) == text.len()).then_some((last + 12 - first) % 12 + 1)
}

fn first_length(text: &[char]) -> Option<(super::length::Length, usize)> {
    (0..text.len().min(12)).find_map(|at| {
        let inside = at > 0 && text[at - 1].is_ascii_digit();
        if inside { None } else { length(text, at) }
    })
}

/// `Weeks 1-4`, `第1-4周`, `1-4周`: numbers of weeks.
fn weeks(text: &[char]) -> Option<(u32, u32)> {
    if let Some((found, _)) = counted(text, 0).filter(|(found, _)| found.kind == UnitKind::Week) {
        return Some(found.numbers);
    }
    let (first, end) = plain(text, 0)?;
    let (last, end) = plain(text, range_sign(text, end)?)?;
    let ((), end) = one_of(text, spaces(text, end), &[("周", ())])?;
    let is_length = literal(text, end, "时间").is_some();
    // Two to three weeks are a length; the fifth to the eighth are not.
    (last > first && first > 1 && !is_length && last - first > 1).then_some((first, last))
}

/// How long something lasts: `2 周`, `约 3 个月`, `4 weeks`; of a range the longer.
pub(super) fn period(text: &str) -> Option<Period> {
    const UNITS: [(&str, u32); 14] = [
        ("周", 7),
        ("个星期", 7),
        ("weeks", 7),
        ("week", 7),
        ("天", 1),
        ("days", 1),
        ("day", 1),
        ("日间", 1),
        ("个月", 30),
        ("ヶ月", 30),
        ("か月", 30),
        ("カ月", 30),
        ("months", 30),
        ("month", 30),
    ];
    let scan = Scan::new(text);
    let text = &scan.folded;
    (0..text.len()).find_map(|at| {
        let before = |back: usize| at.checked_sub(back).map(|at| text[at]);
        let is_second =
            matches!(before(1), Some('-' | '~')) && before(2).is_some_and(|c| c.is_ascii_digit());
        if before(1).is_some_and(|c| c.is_ascii_digit() || c == '第') || is_second {
            return None;
        }
        let (first, end) = plain(text, at)?;
        let last = range_sign(text, end).and_then(|sign| plain(text, sign));
        let (count, end) = last.unwrap_or((first, end));
        let at = literal(text, end, "-").unwrap_or_else(|| spaces(text, end));
        let (unit, _) = one_of(text, at, &UNITS)?;
        let count = Some(count).filter(|count| (1..=104).contains(count))?;
        Some(match unit {
            1 => Period::Days(count),
            7 => Period::Weeks(count),
            _ => Period::Months(count),
        })
    })
}

/// A bracket at the end of a title that says how long it takes; the title keeps it.
fn trailing_fact(mark: &mut Mark) {
    let scan = Scan::new(&mark.title);
    let text = &scan.folded;
    let Some(close) = text.iter().rposition(|c| *c == ')') else {
        return;
    };
    let is_last = text[close..].iter().all(|c| !c.is_alphanumeric());
    if let Some(open) = text[..close]
        .iter()
        .rposition(|c| *c == '(')
        .filter(|_| is_last)
    {
        let inner = scan.slice(open + 1, close);
        fact(&inner, mark);
    }
}
