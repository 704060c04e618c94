//! Deliverables with their marks.

use serde::Serialize;

use super::{SlotView, Status, Study};
use crate::calendar::Dates;
use crate::model::{Deliverable, Phase, Week};
use crate::progress::Mark;

/// A deliverable with its marks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DeliverableView<'a> {
    /// The phase of its week.
    pub(crate) phase: &'a Phase,
    /// The week at whose end it is due.
    pub(crate) week: &'a Week,
    pub(crate) what: &'a Deliverable,
    /// From the first to the last date of its week's slots, wherever they are now.
    pub(crate) dates: Dates,
    /// Its status; overdue once these dates have passed.
    pub(crate) status: Status,
    pub(crate) mark: Option<&'a Mark>,
}

impl DeliverableView<'_> {
    /// Whether it is neither done nor skipped.
    pub(crate) fn is_open(&self) -> bool {
        matches!(self.status, Status::Open | Status::Overdue)
    }
}

/// Counts of deliverables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub(crate) struct DeliverableTally {
    pub(crate) all: u32,
    pub(crate) done: u32,
}

impl<'a> FromIterator<&'a DeliverableView<'a>> for DeliverableTally {
    fn from_iter<I: IntoIterator<Item = &'a DeliverableView<'a>>>(views: I) -> Self {
        views.into_iter().fold(Self::default(), |tally, view| Self {
            all: tally.all + 1,
            done: tally.done + u32::from(view.status == Status::Done),
        })
    }
}

impl Study {
    /// Every deliverable in the order of the plan.
    pub(crate) fn deliverables(&self) -> impl Iterator<Item = DeliverableView<'_>> {
        let mut slots = self.slots().peekable();
        self.plan.weeks().flat_map(move |(phase, week)| {
            let is_own = |slot: &SlotView| std::ptr::eq(slot.place.week, week);
            let own = std::iter::from_fn(|| slots.next_if(is_own));
            let dates = own.map(|slot| slot.dates).reduce(Dates::hull);
            let dates = dates.unwrap_or(Dates::on(self.calendar.start));
            week.deliverables.iter().map(move |what| {
                let mark = self.reconciled.marks.get(&what.id);
                DeliverableView {
                    phase,
                    week,
                    what,
                    dates,
                    status: Status::of(mark, dates, self.today),
                    mark,
                }
            })
        })
    }

    /// The title of the slot or deliverable with this id.
    pub(crate) fn title(&self, id: &str) -> Option<&str> {
        let mut named = self.plan.named();
        named.find(|(own, _)| *own == id).map(|(_, title)| title)
    }
}
