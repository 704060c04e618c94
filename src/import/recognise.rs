//! The marks that make a line a unit of a plan: a word with a number (`Week 3`, 第三周, 3日目), a
//! weekday, a date or a half of a day.

use super::clock::times_or_start;
use super::date::{Dated, dated, month};
use super::half::half;
use super::mark::Mark;
use super::number::{chinese, digits};
use super::scan::{Scan, decoration, literal, range_sign, spaces};
use super::unit::{MarkPlace, UnitKind};
use super::unit_word::counted;
use super::weekday::{more_weekdays, weekdays};
use crate::model::Period;

/// The position after `1.`, `(2)`, `三、`, `1.2` or `1️⃣`, with decoration around it.
fn numbering(text: &[char], at: usize) -> Option<usize> {
    let (_, mut end) = digits(text, at)
        .filter(|(_, end)| end - at <= 2)
        .or_else(|| chinese(text, at))?;
    while let Some((_, after)) = literal(text, end, ".").and_then(|point| digits(text, point)) {
        end = after;
    }
    let signs = [".", "、", ")", "]", "\u{FE0F}", "\u{20E3}", " "];
    signs.iter().find_map(|sign| literal(text, end, sign))?;
    Some(decoration(text, end))
}

/// The mark that `text` begins with, or is titled by.
pub(super) fn mark(text: &str, place: MarkPlace) -> Option<Mark> {
    let scan = Scan::new(text);
    let start = decoration(&scan.folded, 0);
    let leading = leading(&scan, start, place);
    let after_number = || leading_after_number(&scan, start, place);
    let found = leading.or_else(after_number);
    found.or_else(|| {
        (place == MarkPlace::Heading)
            .then(|| trailing(&scan, start))
            .flatten()
    })
}

fn leading_after_number(scan: &Scan, start: usize, place: MarkPlace) -> Option<Mark> {
    leading(scan, numbering(&scan.folded, start)?, place)
}

fn leading(scan: &Scan, at: usize, place: MarkPlace) -> Option<Mark> {
    let text = &scan.folded;
    let (mut mark, end) = unit(text, at, place)?;
    mark.words = scan.slice(at, end);
    let next = text.get(end).copied();
    let is_divided = match next {
        None => true,
        Some(' ') => {
            let after = text.get(spaces(text, end)).copied();
            let is_word = after.is_some_and(char::is_alphanumeric);
            // A space divides Chinese words as well as a colon does, and so do dates and times.
            let next = spaces(text, end);
            let has_fact = times_or_start(text, next).is_some() || dated(text, next).is_some();
            !is_word || has_fact || !text[at].is_ascii() && mark.kind != UnitKind::Half
        }
        Some(c) => !c.is_alphanumeric(),
    };
    mark.is_loose = !is_divided && place != MarkPlace::Heading;
    if !is_divided && place != MarkPlace::Heading && mark.kind == UnitKind::Half {
        return None;
    }
    super::tail::read(scan, end, &mut mark);
    Some(mark)
}

/// The mark at `at`, and the position after it.
fn unit(text: &[char], at: usize, place: MarkPlace) -> Option<(Mark, usize)> {
    if let Some((found, end)) = counted(text, at) {
        return Some((Mark::counted(found), end));
    }
    if let Some(found) = week_of(text, at) {
        return Some(found);
    }
    if let Some((days, end)) = weekdays(text, at) {
        let mut mark = Mark::new(UnitKind::Day);
        mark.weekdays = Some(days);
        let (more, end) = more_weekdays(text, end);
        mark.more = more;
        return Some((mark, end));
    }
    if let Some((dated, end)) = dated(text, at) {
        return Some((of_dates(dated), end));
    }
    if let Some((half, end)) = half(text, at) {
        return Some((half, end));
    }
    if (place.is_title() || place == MarkPlace::Item)
        && let Some((month, end)) = calendar_month(text, at)
    {
        return Some((month, end));
    }
    place.is_title().then(|| named_phase(text, at)).flatten()
}

/// `Week of Dec 1`: a week by its first date.
fn week_of(text: &[char], at: usize) -> Option<(Mark, usize)> {
    let end = literal(text, at, "week of ").or_else(|| literal(text, at, "week starting "))?;
    let (dated, end) = dated(text, spaces(text, end))?;
    let mut mark = Mark::new(UnitKind::Week);
    mark.dated = Some(dated);
    Some((mark, end))
}

/// A date is a day, a range of five to eight of them a week, and a longer one a phase.
fn of_dates(dated: Dated) -> Mark {
    let kind = match dated.days() {
        ..=4 => UnitKind::Day,
        5..=8 => UnitKind::Week,
        _ => UnitKind::Phase,
    };
    let mut mark = Mark::new(kind);
    mark.dated = Some(dated);
    mark.is_weak = kind == UnitKind::Phase;
    mark
}

/// `3月`, `2026年3月`, `March`, `March 2026`, `3〜5月`.
fn calendar_month(text: &[char], at: usize) -> Option<(Mark, usize)> {
    let (first, end) = month(text, at)?;
    let last = range_sign(text, end).and_then(|sign| month(text, sign));
    let (last, end) = last.unwrap_or((first, end));
    let next = text.get(spaces(text, end));
    let ends = next.is_none_or(|c| !c.is_alphanumeric() || "份上中下".contains(*c));
    let mut mark = Mark::new(UnitKind::Month);
    (mark.numbers, mark.is_calendar) = (Some((first, first)), true);
    mark.span = Some(Period::Months((last + 12 - first) % 12 + 1));
    ends.then_some((mark, end))
}

/// `基础阶段`, `Foundation Phase`: a short name that ends with the word.
fn named_phase(text: &[char], at: usize) -> Option<(Mark, usize)> {
    let rest = &text[at..];
    let stop = |c: &char| matches!(c, ':' | '(' | '|' | '-' | '/' | ',' | '[');
    let len = rest.iter().position(stop).unwrap_or(rest.len());
    let name: String = rest[..len].iter().collect();
    let name = name.trim_end();
    let chinese = ["阶段", "フェーズ", "ステージ"]
        .iter()
        .any(|word| name.ends_with(word));
    let english = [" phase", " stage"].iter().any(|word| name.ends_with(word));
    let is_short = chinese && name.chars().count() <= 10 || english && name.split(' ').count() <= 4;
    let mut mark = Mark::new(UnitKind::Phase);
    mark.is_weak = true;
    is_short.then(|| (mark, at + name.chars().count()))
}

/// A heading that ends with its mark: `Python Basics (Week 1-2)`, `学习计划 第一周`.
fn trailing(scan: &Scan, start: usize) -> Option<Mark> {
    let text = &scan.folded;
    let divided =
        |at: usize| at > start && matches!(text[at - 1], ' ' | '(' | ':' | '-' | '|' | '[' | ',');
    let mut found = (start + 1..text.len())
        .filter(|at| divided(*at))
        .filter_map(|at| {
            let (found, end) = counted(text, at)?;
            let tail = &text[end..];
            let closed = tail.iter().all(|c| !c.is_alphanumeric());
            (closed && !found.is_weak).then_some((found, at, end))
        });
    let (counted, at, end) = found.next()?;
    let mut mark = Mark::counted(counted);
    mark.words = scan.slice(at, end);
    let title = scan.slice(start, at);
    let ends = |c: char| c.is_whitespace() || "(（[:：-–—|,，【".contains(c);
    title.trim_end_matches(ends).clone_into(&mut mark.title);
    Some(mark)
}

/// The first unit with a number that is named anywhere in `text`: `end of week 4`, `第4周末`.
pub(super) fn somewhere(text: &str) -> Option<Mark> {
    let scan = Scan::new(text);
    let text = &scan.folded;
    let begins = |at: &usize| *at == 0 || !text[*at - 1].is_ascii_alphanumeric();
    let mut found = (0..text.len())
        .filter(begins)
        .filter_map(|at| counted(text, at))
        .filter(|(found, _)| !found.is_weak);
    found.next().map(|(found, _)| Mark::counted(found))
}

#[cfg(test)]
mod tests;
