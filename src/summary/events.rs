//! Exams and other events on fixed dates, and how much of what they cover is done.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{SlotView, Status, Study};
use crate::calendar::in_study_day;
use crate::model::{Busy, Dates, FixedEvent, Minutes, Placement, Window};
use crate::progress::PlacedEvent;

/// How many events `today` shows.
const SHOWN: usize = 3;

/// How many days ahead it shows all of them; a single one is shown however far ahead it is.
const NEAR: i64 = 30;

/// The slots that an event covers, each counted once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct CoveredSlots {
    pub(crate) slots: u32,
    pub(crate) done: u32,
    pub(crate) skipped: u32,
    /// Those that are neither done nor skipped.
    pub(crate) open: u32,
    /// Those of them that are not planned before the event.
    pub(crate) late: u32,
}

/// An event, and how much of what it covers is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EventView {
    /// The event, on the date it has now.
    pub(crate) event: FixedEvent,
    /// Where the plan has it, or the learner who added it, if that differs.
    pub(crate) moved_from: Option<(NaiveDate, Option<Window>)>,
    /// Whether the learner added it.
    pub(crate) is_own: bool,
    /// Days until it; negative once it has passed.
    pub(crate) days_left: i64,
    pub(crate) covered: CoveredSlots,
}

impl EventView {
    /// Whether its date has passed.
    pub(crate) fn has_passed(&self) -> bool {
        self.days_left < 0
    }

    /// Whether it has passed, and something that it covers is still open.
    pub(crate) fn is_missed(&self) -> bool {
        self.has_passed() && self.covered.open > 0
    }
}

/// The events that `today` shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct EventsAhead {
    /// Those on the date, and on the learner's own today the next few, the first ones first.
    pub(crate) shown: Vec<EventView>,
    /// How many others are still to come.
    pub(crate) more: usize,
}

/// Every event, the first ones first.
pub(crate) fn events(study: &Study) -> Vec<EventView> {
    let slots: Vec<SlotView> = covered_slots(study);
    let events = study.events.iter();
    events.map(|placed| view(study, placed, &slots)).collect()
}

/// The events on some dates.
pub(super) fn events_on(study: &Study, dates: Dates) -> Vec<EventView> {
    let slots = covered_slots(study);
    let events = study.events.iter();
    let inside = events.filter(|placed| dates.contains(placed.event.date));
    inside.map(|placed| view(study, placed, &slots)).collect()
}

/// The events that are shown for `date`.
pub(super) fn events_ahead(study: &Study, date: NaiveDate) -> EventsAhead {
    events_ahead_where(study, date, |_| true)
}

/// The same, of those events that `is_meant` chooses.
pub(super) fn events_ahead_where(
    study: &Study,
    date: NaiveDate,
    is_meant: impl Fn(&FixedEvent) -> bool,
) -> EventsAhead {
    let days = |placed: &&PlacedEvent| (placed.event.date - date).num_days();
    let ahead = study.events.iter().filter(|placed| days(placed) >= 0);
    let ahead = ahead.filter(|placed| is_meant(&placed.event));
    let ahead: Vec<&PlacedEvent> = ahead.collect();
    let on_date = ahead.iter().filter(|placed| days(placed) == 0).count();
    let shown = if date == study.today {
        let near = ahead.iter().filter(|placed| days(placed) <= NEAR).count();
        on_date.max(near.clamp(1, SHOWN)).min(ahead.len())
    } else {
        on_date
    };
    let slots = if shown > 0 {
        covered_slots(study)
    } else {
        Vec::new()
    };
    let views = ahead[..shown]
        .iter()
        .map(|placed| view(study, placed, &slots));
    EventsAhead {
        shown: views.collect(),
        more: ahead.len() - shown,
    }
}

/// The slots that events can cover, each once; none if there are no events.
fn covered_slots(study: &Study) -> Vec<SlotView<'_>> {
    if study.events.is_empty() {
        return Vec::new();
    }
    study.whole_slots().collect()
}

/// An event of `study` whose slots are `slots`, each once.
pub(super) fn view(study: &Study, placed: &PlacedEvent, slots: &[SlotView]) -> EventView {
    let event = &placed.event;
    let mut covered = CoveredSlots::default();
    for slot in slots.iter().filter(|slot| event.covers(&slot.place)) {
        covered.slots += 1;
        match slot.status {
            Status::Done => covered.done += 1,
            Status::Skipped => covered.skipped += 1,
            Status::Open | Status::Overdue => {
                covered.open += 1;
                covered.late += u32::from(!study.is_before(slot.placement(), event));
            }
        }
    }
    let now = (event.date, event.time);
    EventView {
        event: event.clone(),
        moved_from: Some(placed.original).filter(|original| *original != now),
        is_own: placed.is_own,
        days_left: (event.date - study.today).num_days(),
        covered,
    }
}

impl Study {
    /// The date of the first event to come that covers a slot; it is to be done on an earlier one.
    pub(super) fn deadline(&self, slot: &SlotView) -> Option<NaiveDate> {
        let to_come = self.events.iter().map(|placed| &placed.event);
        let mut to_come = to_come.filter(|event| event.date > self.today);
        // They are sorted by their dates.
        let event = to_come.find(|event| event.covers(&slot.place));
        event.map(|event| event.date)
    }

    /// The times that events take: their hours, or whole days.
    pub(crate) fn times_of_events(&self) -> Busy {
        let mut busy = Busy::new();
        let starts = self.day_starts.0;
        for PlacedEvent { event, .. } in &self.events {
            let time = event.time.map(|time| in_study_day(time, self.day_starts));
            let range = time.unwrap_or((starts, starts + Minutes::DAY.0));
            busy.entry(event.date).or_default().push(range);
        }
        busy
    }

    /// Whether a slot at a placement is done before an event: on an earlier date, or on the same one
    /// by the time that it begins.
    pub(crate) fn is_before(&self, placement: Placement, event: &FixedEvent) -> bool {
        if placement.last != event.date {
            return placement.last < event.date;
        }
        let minutes = |time| in_study_day(time, self.day_starts);
        let times = placement.time.zip(event.time);
        times.is_some_and(|(slot, event)| minutes(slot).1 <= minutes(event).0)
    }
}

/// What is wrong with an event, or with the slots that it covers.
#[derive(Debug, Clone)]
pub(crate) enum EventProblem<'a> {
    /// It has passed with slots open, or it was before the plan begins.
    Passed,
    /// It is on a rest day of the learner's own.
    RestDay,
    /// These open slots, which it does not cover, are at its time.
    Overlaps(Vec<SlotView<'a>>),
    /// These open slots are not planned before it.
    Late(Vec<SlotView<'a>>),
}

/// What is wrong with the events of a study, the first ones first.
pub(crate) fn event_problems(study: &Study) -> Vec<(EventView, EventProblem<'_>)> {
    let slots = covered_slots(study);
    let open: Vec<SlotView> = study.slots().filter(SlotView::is_open).collect();
    let mut found = Vec::new();
    for placed in &study.events {
        let view = view(study, placed, &slots);
        let event = &placed.event;
        if view.has_passed() {
            if view.is_missed() || event.date < study.calendar.start {
                found.push((view, EventProblem::Passed));
            }
            continue;
        }
        if study.rests.on(event.date).is_some() {
            found.push((view.clone(), EventProblem::RestDay));
        }
        let is_then = |slot: &&SlotView| {
            let times = slot.time.zip(event.time);
            slot.is_open()
                && slot.dates.contains(event.date)
                && times.is_some_and(|(slot, event)| slot.overlaps(event))
                && !event.covers(&slot.place)
        };
        let then: Vec<SlotView> = open.iter().filter(is_then).copied().collect();
        if !then.is_empty() {
            found.push((view.clone(), EventProblem::Overlaps(then)));
        }
        if view.covered.late > 0 {
            let late = slots.iter().filter(|slot| {
                slot.is_open()
                    && event.covers(&slot.place)
                    && !study.is_before(slot.placement(), event)
            });
            found.push((view, EventProblem::Late(late.copied().collect())));
        }
    }
    found
}
