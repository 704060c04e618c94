//! Several plans on one screen.

use chrono::NaiveDate;

use super::day::turn;
use super::{DayKind, Pace, Report, SlotView, Study, Tally, Today};
use crate::calendar::in_study_day;
use crate::model::{Busy, Window};

/// Two open slots of different plans at the same time of a date.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Overlap<'a> {
    pub(crate) date: NaiveDate,
    pub(crate) slots: [SlotView<'a>; 2],
    /// The time that both take.
    pub(crate) time: Window,
}

/// A date in several plans.
#[derive(Debug, Clone)]
pub(crate) struct MergedDay<'a> {
    /// The slots of all of them, by their times.
    pub(crate) slots: Vec<SlotView<'a>>,
    pub(crate) overlaps: Vec<Overlap<'a>>,
}

/// A date in several plans: of each, its slots then.
pub(crate) fn merged_day<'a>(date: NaiveDate, plans: &[Vec<SlotView<'a>>]) -> MergedDay<'a> {
    let mut slots = plans.concat();
    // At the same time, those of the plan that comes first.
    slots.sort_by_key(SlotView::when);
    let mut overlaps = Vec::new();
    for (index, plan) in plans.iter().enumerate() {
        let others = || plans[index + 1..].iter().flatten();
        for one in plan {
            overlaps.extend(others().filter_map(|other| overlap(date, one, other)));
        }
    }
    overlaps.sort_by_key(|overlap| overlap.slots[0].when());
    MergedDay { slots, overlaps }
}

/// The time that both slots take of a date, if they are open.
pub(super) fn overlap<'a>(
    date: NaiveDate,
    one: &SlotView<'a>,
    other: &SlotView<'a>,
) -> Option<Overlap<'a>> {
    let is_then = |slot: &SlotView| slot.is_open() && !slot.displaced && slot.dates.first == date;
    if !is_then(one) || !is_then(other) {
        return None;
    }
    let time = one.time?.shared(other.time?)?;
    let slots = [*one, *other];
    Some(Overlap { date, slots, time })
}

/// What kind of a day it is in several plans: one to study if it is that in any of them.
pub(crate) fn merged_kind<'a>(days: impl IntoIterator<Item = &'a Today<'a>>) -> DayKind {
    let mut kinds = days.into_iter().map(|today| today.kind);
    let first = kinds.next().unwrap_or(DayKind::Free);
    if kinds.any(|kind| kind == DayKind::Study) {
        DayKind::Study
    } else {
        first
    }
}

/// The position of the slot to turn to first, among the next ones of several plans.
pub(crate) fn first_turn(next: &[Option<SlotView>], today: NaiveDate) -> Option<usize> {
    let turns = next.iter().enumerate();
    let turns = turns.filter_map(|(index, slot)| Some((index, slot.as_ref()?)));
    let first = turns.min_by_key(|(_, slot)| (turn(slot, today), slot.when()));
    first.map(|(index, _)| index)
}

/// What several plans add up to in a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct MergedReport {
    /// Slots planned in the range now.
    pub(crate) range: Tally,
    /// Slots that the plans have in it, wherever they are now.
    pub(crate) baseline: Tally,
    /// Slots outside it that were done on its dates.
    pub(crate) from_elsewhere: Tally,
    /// All slots.
    pub(crate) plan: Tally,
}

/// The sums of reports on several plans.
pub(crate) fn merged_report<'r, 'a: 'r>(
    reports: impl IntoIterator<Item = &'r Report<'a>>,
) -> MergedReport {
    let sum = |sum: MergedReport, report: &Report| MergedReport {
        range: sum.range + report.tally,
        baseline: sum.baseline + report.baseline,
        from_elsewhere: sum.from_elsewhere + report.from_elsewhere,
        plan: sum.plan + report.plan,
    };
    reports.into_iter().fold(MergedReport::default(), sum)
}

impl MergedReport {
    /// The pace by the plans' own dates; `None` as in [`Report::pace`].
    pub(crate) fn pace(&self) -> Option<Pace> {
        self.range.pace().filter(|_| self.baseline == self.range)
    }

    /// The pace by the current dates; `None` if that is the same.
    pub(crate) fn pace_now(&self) -> Option<Pace> {
        let now = self.range.pace_now();
        now.filter(|_| now != self.pace())
    }
}

/// The sum of several tallies.
pub(crate) fn together<'a>(tallies: impl IntoIterator<Item = &'a Tally>) -> Tally {
    tallies
        .into_iter()
        .fold(Tally::default(), |sum, tally| sum + *tally)
}

impl Study {
    /// Adds the times that its open slots and its events take from today on to `busy`: what another plan
    /// leaves free.
    pub(crate) fn take_times(&self, busy: &mut Busy) {
        let ahead = |slot: &SlotView| slot.is_open() && slot.dates.first >= self.today;
        for slot in self.slots().filter(ahead) {
            if let Some(time) = slot.time {
                let range = in_study_day(time, self.day_starts);
                busy.entry(slot.dates.first).or_default().push(range);
            }
        }
        for (date, ranges) in self.times_of_events() {
            if date >= self.today {
                busy.entry(date).or_default().extend(ranges);
            }
        }
    }
}
