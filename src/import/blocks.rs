//! Days of a note that are several days of the plan: the same on several weekdays, or more days in
//! a row than a plan has in one.

use chrono::Weekday;

use super::content::DayContent;
use super::layout;
use super::mark::Mark;
use super::slot::Draft;
use super::titles::{shortened, weekdays, width};
use crate::model::{Minutes, Weekdays};

/// A day of a note, and what is below it.
#[derive(Debug, Clone)]
pub(super) struct DayBlock {
    pub(crate) at: usize,
    pub(crate) content: DayContent,
    pub(crate) mark: Mark,
    pub(crate) title: String,
}

/// The most days that one day of a plan can be.
const LONGEST: u32 = 7;

/// Whether a day of a note is longer than a day of a plan can be.
pub(super) fn is_long(mark: &Mark) -> bool {
    mark.numbers
        .is_some_and(|(first, last)| last - first >= LONGEST)
}

/// The days as a plan has them. Where all days of a week have weekdays and no numbers, they are in the
/// order of the week: `Mon, Wed, Fri` before `Tue, Thu`.
pub(super) fn expand(blocks: Vec<DayBlock>) -> Vec<DayBlock> {
    let is_listed = blocks.iter().any(|block| !block.mark.more.is_empty());
    let by_weekday =
        |block: &DayBlock| weekdays(&block.mark).is_some() && block.mark.numbers.is_none();
    let is_sorted = is_listed && blocks.iter().all(by_weekday);
    let mut days: Vec<DayBlock> = Vec::new();
    for block in blocks {
        let more = block.mark.more.clone();
        if is_range(&block) {
            days.extend(each_day(&block));
        } else {
            days.extend(parts(block.clone()));
        }
        days.extend(more.into_iter().map(|day| {
            let mut again = block.clone();
            again.mark.weekdays = Some(day.into());
            again
        }));
    }
    if is_sorted {
        let first =
            |block: &DayBlock| weekdays(&block.mark).map(|days| days.first.num_days_from_monday());
        days.sort_by_key(first);
    }
    days
}

/// Whether each day of a block is a day of the plan: weekdays or dates in a row, or any days with times or
/// so much time for each. Another weekend or run of days with numbers is one day of the plan.
pub(super) fn is_range(block: &DayBlock) -> bool {
    let mark = &block.mark;
    let count = width(mark);
    let mut drafts = block.content.sessions.iter().flat_map(|(_, drafts)| drafts);
    let is_timed = drafts.any(|draft| draft.slot.time.is_some());
    let is_weekend = weekdays(mark).is_some_and(|days| days.first == Weekday::Sat);
    let is_week = mark.numbers.is_none() && !is_weekend;
    let is_each = mark.is_each && mark.numbers.is_none();
    !is_long(mark) && count >= 2 && (is_timed || is_week || is_each)
}

/// The days of a range.
fn each_day(block: &DayBlock) -> impl Iterator<Item = DayBlock> {
    let count = width(&block.mark);
    let weekdays: Vec<Weekday> = weekdays(&block.mark)
        .into_iter()
        .flat_map(Weekdays::days)
        .collect();
    let minutes = block.content.minutes;
    (0..count).map(move |index| {
        let mut day = block.clone();
        let mark = &mut day.mark;
        mark.numbers = mark
            .numbers
            .map(|(first, _)| (first + index, first + index));
        mark.weekdays = weekdays.get(index as usize).map(|day| (*day).into());
        mark.dated = mark.dated.map(|dated| dated.on(index));
        if block.mark.is_each {
            day.content.minutes = minutes.map(|all| all / count);
            return day;
        }
        day.content = share(&block.content, index, count);
        let is_daily = |all: &u32| is_daily(*all, count);
        day.content.minutes = minutes.map(|all| if is_daily(&all) { all } else { all / count });
        day
    })
}

/// Whether so many minutes are those of each of `count` days, not of all.
fn is_daily(minutes: u32, count: u32) -> bool {
    minutes <= 60 || minutes < 30 * count
}

/// The parts of a block that is longer than a day of a plan can be: its work is divided among them.
fn parts(block: DayBlock) -> Vec<DayBlock> {
    let Some((first, last)) = block.mark.numbers.filter(|(a, b)| b - a >= LONGEST) else {
        return vec![block];
    };
    let count = (last - first + 1).div_ceil(LONGEST);
    let part = |index: u32| {
        let mut part = block.clone();
        let from = first + index * LONGEST;
        part.mark.numbers = Some((from, last.min(from + LONGEST - 1)));
        part.mark.weekdays = None;
        part.content = share(&block.content, index, count);
        part
    };
    (0..count).map(part).collect()
}

/// The work of one of `count` parts: what is done every day, and of the rest as many slots as fall to
/// it, or a part of one.
fn share(content: &DayContent, index: u32, count: u32) -> DayContent {
    let mut part = content.clone();
    if index > 0 {
        part.deliverables.clear();
    }
    let is_each = |draft: &Draft| {
        let minutes = draft.slot.duration.map(|Minutes(minutes)| minutes);
        draft.slot.time.is_some() || minutes.is_some_and(|minutes| is_daily(minutes, count))
    };
    let drafts = content.sessions.iter().flat_map(|(_, drafts)| drafts);
    let slots = drafts.filter(|draft| !is_each(draft)).count();
    let total = u32::try_from(slots).unwrap_or(u32::MAX);
    let owner = |slot: u32| slot * count / total;
    let mut slot = 0;
    for (_, drafts) in &mut part.sessions {
        drafts.retain_mut(|draft| {
            if is_each(draft) {
                return true;
            }
            let own = slot;
            slot += 1;
            if total >= count {
                return owner(own) == index;
            }
            // Fewer slots than parts: each goes on for several parts.
            let (from, to) = (owner(own), owner(own + 1));
            let is_own = (from..to).contains(&index);
            if is_own && to - from > 1 {
                let (title, number) = (&draft.slot.title, index - from + 1);
                draft.slot.title = shortened(&format!("{title} ({number}/{})", to - from));
                if let Some(Minutes(all)) = &mut draft.slot.duration {
                    *all = layout::share(*all, to - from);
                }
            }
            is_own
        });
    }
    part.sessions.retain(|(_, drafts)| !drafts.is_empty());
    part
}
