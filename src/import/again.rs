//! The same day more than once: lines of one list about one weekday, date or number are parts of that
//! day, not another week and not a repetition.

use super::blocks::DayBlock;
use super::chosen::{mark_of, parent};
use super::content::DayContent;
use super::date::Date;
use super::layout::share;
use super::mark::Mark;
use super::node::{Document, Form};
use super::titles::width;
use super::unit::UnitKind;
use crate::model::{Minutes, Weekdays};

/// What says which day a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Number(u32),
    Date(Date),
    Weekdays(Weekdays),
}

/// The day of a mark that is about a single one, or about a weekend.
fn key(mark: &Mark) -> Option<Key> {
    let is_day = mark.kind == UnitKind::Day;
    let single = is_day && width(mark) == 1;
    if let Some((number, _)) = mark.numbers {
        return single.then_some(Key::Number(number));
    }
    if let Some(dated) = mark.dated {
        return single.then_some(Key::Date(dated.first));
    }
    mark.weekdays.filter(|_| is_day).map(Key::Weekdays)
}

/// Whether the unit at `at` is about the day of one of `units` in the same list: the last one, or any
/// in the same week. A weekday that comes again later in a list without weeks is in the next one.
pub(super) fn is_again(document: &Document, units: &[usize], at: usize, outer: &[usize]) -> bool {
    let node = &document.nodes[at];
    let Some(mark) = mark_of(document, at) else {
        return false;
    };
    if !matches!(node.form, Form::Item | Form::Line | Form::Bold) {
        return false;
    }
    let is_near = |other: &&usize| {
        let other = &document.nodes[**other];
        other.parent == node.parent && other.form == node.form
    };
    let near: Vec<&Mark> = units
        .iter()
        .filter(is_near)
        .filter_map(|other| mark_of(document, *other))
        .collect();
    let own = key(mark);
    let is_same = |other: &&Mark| own.is_some() && key(other) == own;
    if near.last().is_some_and(is_same) {
        return true;
    }
    match own {
        Some(Key::Number(_) | Key::Date(_)) => near.iter().any(is_same),
        _ if is_in_one_week(document, at, outer) => near.iter().any(|other| shares(other, mark)),
        _ => false,
    }
}

/// Whether two marks by weekdays have one in common.
fn shares(a: &Mark, b: &Mark) -> bool {
    let is_plain = |mark: &Mark| mark.numbers.is_none() && mark.dated.is_none();
    let days = |mark: &Mark| {
        let first = mark.weekdays.into_iter().flat_map(Weekdays::days);
        first.chain(mark.more.clone()).collect::<Vec<_>>()
    };
    let of_a = days(a);
    is_plain(a) && is_plain(b) && days(b).iter().any(|day| of_a.contains(day))
}

fn is_in_one_week(document: &Document, at: usize, outer: &[usize]) -> bool {
    let week = parent(document, at, outer).and_then(|up| mark_of(document, up));
    week.is_some_and(|week| {
        week.kind == UnitKind::Week && week.numbers.is_none_or(|(first, last)| first == last)
    })
}

/// The days with the parts of each day together. Of those in one week, all are; else a weekday only
/// follows itself.
pub(super) fn together(
    document: &Document,
    blocks: Vec<DayBlock>,
    is_one_week: bool,
) -> Vec<DayBlock> {
    let mut days: Vec<DayBlock> = Vec::new();
    for block in blocks {
        let own = key(&block.mark);
        let up = document.nodes[block.at].parent;
        let is_same =
            |other: &DayBlock| key(&other.mark) == own && document.nodes[other.at].parent == up;
        let is_anywhere = is_one_week || !matches!(own, Some(Key::Weekdays(_)));
        let last = days.len().saturating_sub(1);
        let from = if is_anywhere { 0 } else { last };
        let found = days[from..].iter_mut().rev().find(|day| is_same(day));
        match found.filter(|_| own.is_some()) {
            Some(day) => join(day, block),
            None => days.push(block),
        }
    }
    days
}

/// Adds to a day what another line says about it.
fn join(day: &mut DayBlock, mut more: DayBlock) {
    settle(day);
    settle(&mut more);
    let DayContent {
        sessions,
        breaks,
        deliverables,
        ..
    } = more.content;
    let content = &mut day.content;
    for (session, drafts) in sessions {
        match content.sessions.last_mut() {
            Some((last, known)) if *last == session => known.extend(drafts),
            _ => content.sessions.push((session, drafts)),
        }
    }
    content.breaks.extend(breaks);
    content.deliverables.extend(deliverables);
}

/// Gives the slots of a line its time and name, which are not those of the whole day.
fn settle(block: &mut DayBlock) {
    let content = &mut block.content;
    let drafts = || content.sessions.iter().flat_map(|(_, drafts)| drafts);
    let open = drafts().filter(|draft| draft.slot.time.is_none()).count();
    let title = std::mem::take(&mut block.title);
    let is_slot = drafts().count() == 1 && drafts().any(|draft| draft.slot.title == title.trim());
    let minutes = content.minutes.take();
    let each = minutes.map(|all| Minutes(share(all, u32::try_from(open).unwrap_or(1))));
    for (session, drafts) in &mut content.sessions {
        if session.title.is_none() && !is_slot && !title.trim().is_empty() {
            session.title = Some(title.clone());
        }
        for slot in drafts.iter_mut().map(|draft| &mut draft.slot) {
            if slot.time.is_none() {
                slot.duration = slot.duration.or(each);
            }
        }
    }
}
