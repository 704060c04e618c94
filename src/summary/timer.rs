//! Timers that are running.

use chrono::{DateTime, FixedOffset};

use super::{SlotView, Study};
use crate::model::Minutes;
use crate::progress::{Mark, Timer};
use crate::text::SlotName;

/// A timer that is running.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TimerView<'a> {
    pub(crate) study: &'a Study,
    /// The id of its slot when it was started, or now if that is certain.
    pub(crate) slot: &'a str,
    pub(crate) title: &'a str,
    pub(crate) timer: &'a Timer,
    /// How long the slot was worked on today, with earlier runs; `None` if it was started on an earlier
    /// study day.
    pub(crate) minutes: Option<Minutes>,
}

impl<'a> TimerView<'a> {
    /// What messages call its slot, or the sitting that it is for.
    pub(crate) fn name(&self) -> SlotName {
        let unknown = || SlotName::new(&self.study.target(self.slot), self.title);
        self.slot_view().map_or_else(unknown, |slot| slot.name())
    }

    /// The sitting that it is for if the slot still has that one, else the slot.
    pub(crate) fn slot_view(&self) -> Option<SlotView<'a>> {
        let slot = self.study.slot(self.slot)?;
        let mut sittings = self.study.sittings(slot.place);
        let part = |sitting: &SlotView| sitting.sitting.map(|sitting| sitting.part);
        let own =
            sittings.find(|sitting| self.timer.part.is_some() && part(sitting) == self.timer.part);
        own.or(Some(slot))
    }
}

impl Study {
    /// The timers that are running at `now`, the first ones first, also those of slots that the plan no
    /// longer has.
    pub(crate) fn timers(&self, now: DateTime<FixedOffset>) -> Vec<TimerView<'_>> {
        let marks = self
            .reconciled
            .marks
            .iter()
            .filter(|(_, mark)| is_timed(mark));
        let marks = marks.map(|(id, mark)| (&**id, self.title(id).unwrap_or_default(), mark));
        let orphans = self.reconciled.orphans.iter();
        let orphans = orphans.filter(|orphan| !orphan.counts());
        let orphans = orphans.map(|orphan| (&*orphan.slot, &*orphan.title, &orphan.mark));
        let timers = marks.chain(orphans).flat_map(|(slot, title, mark)| {
            let minutes = mark.ran_on(self.today, now);
            mark.running().map(move |timer| TimerView {
                study: self,
                slot,
                title,
                timer,
                minutes: minutes.filter(|_| timer.day == self.today),
            })
        });
        let mut timers: Vec<TimerView> = timers.collect();
        timers.sort_by_key(|view| view.timer);
        timers
    }

    /// The timer that the event `id` started, and what is known of its slot.
    pub(crate) fn timer(&self, id: uuid::Uuid) -> Option<(&Mark, &Timer)> {
        let orphans = self.reconciled.orphans.iter().map(|orphan| &orphan.mark);
        let mut marks = self.reconciled.marks.values().chain(orphans);
        marks.find_map(|mark| Some((mark, mark.timer(id)?)))
    }
}

/// Whether a timer of the slot is running.
pub(super) fn is_timed(mark: &Mark) -> bool {
    mark.running().next().is_some()
}
