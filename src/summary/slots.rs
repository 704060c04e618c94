//! The slots of a study, by plan and by date.

use chrono::NaiveDate;

use super::rows::Row;
use super::{SlotView, Study};
use crate::model::{Dates, Placement, SlotRef};
use crate::progress::Mark;

impl Study {
    /// Every slot in the order of the plan; of one in several sittings, each of them.
    pub(crate) fn slots(&self) -> impl Iterator<Item = SlotView<'_>> {
        self.plan.slots().flat_map(|place| self.sittings(place))
    }

    /// The same by where they were before they were moved, for what goes by their baselines.
    pub(crate) fn unmoved_slots(&self) -> impl Iterator<Item = SlotView<'_>> {
        self.plan.slots().flat_map(|place| self.unmoved(place))
    }

    fn unmoved<'a>(&'a self, place: SlotRef<'a>) -> impl Iterator<Item = SlotView<'a>> {
        let id = place.slot.id.as_str();
        let rows = self.unmoved.get(id).map(Vec::as_slice).unwrap_or_default();
        let mark = self.reconciled.marks.get(id);
        let before = rows.iter();
        let before = before.map(move |row| SlotView::of_row(self, place, *row, mark));
        let now = rows.is_empty().then(|| self.sittings(place));
        before.chain(now.into_iter().flatten())
    }

    /// Every slot once, in the order of the plan.
    pub(crate) fn whole_slots(&self) -> impl Iterator<Item = SlotView<'_>> {
        self.plan.slots().map(|place| SlotView::whole(self, place))
    }

    /// The sittings of a slot, which mostly is one.
    pub(crate) fn sittings<'a>(&'a self, place: SlotRef<'a>) -> impl Iterator<Item = SlotView<'a>> {
        let rows = self.rows.get(place.slot.id.as_str());
        let count = rows.map_or(1, Vec::len);
        let mark = self.reconciled.marks.get(place.slot.id.as_str());
        (0..count).map(move |at| {
            let row = rows.map_or_else(|| self.row(&place, mark), |rows| rows[at]);
            SlotView::of_row(self, place, row, mark)
        })
    }

    /// The slot called `id`, with all its sittings: its dates are those of the last one.
    pub(crate) fn slot(&self, id: &str) -> Option<SlotView<'_>> {
        let found = self.plan.slots().find(|place| place.slot.id.as_str() == id);
        found.map(|place| SlotView::whole(self, place))
    }

    /// The row of a slot that has no others.
    pub(super) fn row(&self, place: &SlotRef, mark: Option<&Mark>) -> Row {
        let Dates { first, last } = self.own_dates(place.day_index);
        let time = place.slot.time;
        let baseline = Placement {
            date: first,
            last,
            time,
        };
        let moved = mark.and_then(|mark| mark.placement);
        Row {
            baseline,
            now: moved.map_or(baseline, |(_, to)| to),
            sitting: None,
        }
    }

    /// Every slot that is or was planned for `date`, in the order of the plan. Most slots are
    /// passed over without a look at their marks.
    pub(super) fn slots_near(&self, date: NaiveDate) -> impl Iterator<Item = SlotView<'_>> {
        self.near(date).flat_map(|place| self.sittings(place))
    }

    /// The same by where they were before they were moved.
    fn unmoved_near(&self, date: NaiveDate) -> impl Iterator<Item = SlotView<'_>> {
        self.near(date).flat_map(|place| self.unmoved(place))
    }

    /// The slots that were planned for `date` and are on others now, in the order of the plan. A slot that
    /// was moved as a whole is one, whatever sittings it had.
    pub(super) fn moved_away(&self, date: NaiveDate) -> Vec<SlotView<'_>> {
        let near = self.unmoved_near(date);
        let left = |slot: &SlotView| slot.baseline.contains(date) && !slot.dates.contains(date);
        let mut away: Vec<SlotView> = near.filter(left).collect();
        for slot in &mut away {
            let is_whole = |mark: &Mark| mark.placement.is_some();
            if slot.mark.is_some_and(is_whole) {
                slot.sitting = None;
            }
        }
        away.dedup_by_key(|slot| slot.key());
        away
    }

    fn near(&self, date: NaiveDate) -> impl Iterator<Item = SlotRef<'_>> {
        let is_moved = |mark: &Mark| mark.placement.is_some();
        let any_moved = self.reconciled.marks.values().any(is_moved);
        let is_near = move |place: &SlotRef| {
            let id = place.slot.id.as_str();
            self.own_dates(place.day_index).contains(date)
                || any_moved && self.reconciled.marks.get(id).is_some_and(is_moved)
                || !self.rows.is_empty() && self.rows.contains_key(id)
        };
        self.plan.slots().filter(is_near)
    }

    /// Every slot by when it is to be done; at the same time, in the order of the plan.
    pub(crate) fn by_date(&self) -> Vec<SlotView<'_>> {
        let mut slots: Vec<SlotView> = self.slots().collect();
        number(&mut slots, |slot| slot.dates.first);
        slots
    }
}

/// Sorts slots as screens show them, and numbers each among those on the date that `on` gives for
/// it: the one place where slots get the numbers that are shown, and typed as targets.
///
/// Marks change no number. A move changes those of the two dates.
pub(super) fn number(slots: &mut [SlotView], on: impl Fn(&SlotView) -> NaiveDate) {
    slots.sort_by_key(SlotView::when);
    // Slots on a run of dates are also among those of its later dates.
    let mut before: Vec<Dates> = Vec::new();
    for slot in slots {
        let date = on(slot);
        before.retain(|dates| dates.contains(date));
        before.push(slot.dates);
        slot.ordinal = before.len();
    }
}
