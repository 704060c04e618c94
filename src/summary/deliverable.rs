//! What is to be handed in, as it stands now.

use serde::Serialize;

use super::{SlotView, Status, Study};
use crate::calendar::Dates;
use crate::model::{Deliverable, Phase, Week};
use crate::progress::Mark;

/// A deliverable with its marks.
#[derive(Debug, Clone, Copy)]
pub struct DeliverableView<'a> {
    /// The phase of its week.
    pub phase: &'a Phase,
    /// The week at whose end it is due.
    pub week: &'a Week,
    /// What it is.
    pub what: &'a Deliverable,
    /// From the first to the last date of its week's slots, wherever they are now.
    pub dates: Dates,
    /// Where it stands; overdue once its week is over.
    pub status: Status,
    /// What is known of it.
    pub mark: Option<&'a Mark>,
}

impl DeliverableView<'_> {
    /// Whether there is still something to do.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.status, Status::Open | Status::Overdue)
    }
}

/// How many deliverables there are, and how many are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct DeliverableTally {
    /// All.
    pub all: u32,
    /// Those done.
    pub done: u32,
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
    pub fn deliverables(&self) -> impl Iterator<Item = DeliverableView<'_>> {
        self.deliverables_among(self.slots())
    }

    /// The same where `slots` are known already: all of the plan's, in its order.
    pub(super) fn deliverables_among<'a>(
        &'a self,
        slots: impl IntoIterator<Item = SlotView<'a>>,
    ) -> impl Iterator<Item = DeliverableView<'a>> {
        let mut slots = slots.into_iter().peekable();
        self.plan.weeks().flat_map(move |(phase, week)| {
            let is_own = |slot: &SlotView| std::ptr::eq(slot.place.week, week);
            let own = std::iter::from_fn(|| slots.next_if(is_own));
            let dates = own.map(|slot| slot.dates).reduce(Dates::hull);
            let dates = dates.unwrap_or(Dates::on(self.calendar.start));
            let views = week.deliverables.iter();
            views.map(move |what| self.deliverable_view((phase, week), what, dates))
        })
    }

    fn deliverable_view<'a>(
        &'a self,
        (phase, week): (&'a Phase, &'a Week),
        what: &'a Deliverable,
        dates: Dates,
    ) -> DeliverableView<'a> {
        let mark = self.reconciled.marks.get(&what.id);
        DeliverableView {
            phase,
            week,
            what,
            dates,
            status: Status::of(mark, dates, self.today),
            mark,
        }
    }

    /// What the slot or deliverable called `id` is called.
    #[must_use]
    pub fn title(&self, id: &str) -> Option<&str> {
        let slot = self.plan.slots().find(|place| place.slot.id.as_str() == id);
        if let Some(place) = slot {
            return Some(&place.slot.title);
        }
        let mut deliverables = self.plan.weeks().flat_map(|(_, week)| &week.deliverables);
        deliverables
            .find(|what| what.id == id)
            .map(|what| what.text.as_str())
    }
}
