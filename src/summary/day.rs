//! Days, and the facts of today.

use chrono::NaiveDate;

use super::events::{EventsAhead, events_ahead};
use super::milestones::open_deliverables_on;
use super::reminders::weekly_reminders;
use super::slots::number;
use super::{OpenDeliverables, SlotView, Status, Study, Tally};
use crate::model::{Dates, Day, Phase, Reminder, Week};
use crate::progress::Rest;

/// A day entry of the plan, with its week and phase.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DayEntry<'a> {
    /// Its position among the plan's, from 0.
    pub(crate) index: usize,
    /// The dates the plan gives it.
    pub(crate) dates: Dates,
    /// The entry.
    pub(crate) day: &'a Day,
    pub(crate) week: &'a Week,
    pub(crate) phase: &'a Phase,
    /// The phase's number and how many there are; `None` where the plan has no phases.
    pub(crate) phase_number: Option<(usize, usize)>,
}

/// A day entry, or a date, with its slots.
#[derive(Debug, Clone)]
pub(crate) struct DayView<'a> {
    /// Its dates: those of the day entry, or the one date that slots were moved to.
    pub(crate) dates: Dates,
    /// The day entry; `None` on a date that the plan leaves free.
    pub(crate) entry: Option<DayEntry<'a>>,
    /// The entries that its slots are from, in the order of the plan; its own if it has no slots.
    pub(crate) names: Vec<DayEntry<'a>>,
    /// Its slots in order.
    pub(crate) slots: Vec<SlotView<'a>>,
    /// The slots of its entry that were moved elsewhere, where a date is meant.
    pub(crate) away: Vec<SlotView<'a>>,
}

impl Study {
    /// The day entry at `index` of the plan's, with its slots wherever they are now.
    pub(crate) fn day(&self, index: usize) -> Option<DayView<'_>> {
        let entry = self.entry(index)?;
        let slots = self.plan.slots().filter(|place| place.day_index == index);
        Some(DayView {
            dates: entry.dates,
            entry: Some(entry),
            names: vec![entry],
            slots: slots.flat_map(|place| self.sittings(place)).collect(),
            away: Vec::new(),
        })
    }

    /// The slots of the day entry at `index`, each once.
    pub(crate) fn slots_of_day(&self, index: usize) -> impl Iterator<Item = SlotView<'_>> {
        let slots = self
            .plan
            .slots()
            .filter(move |place| place.day_index == index);
        slots.map(|place| SlotView::whole(self, place))
    }

    /// The slots of `date`: those that the plan has there and that have not been moved away, and
    /// those moved there. `None` where the plan has no day entry and nothing was
    /// moved there.
    pub(crate) fn day_on(&self, date: NaiveDate) -> Option<DayView<'_>> {
        let entry = self.entry_on(date);
        let index = entry.map(|entry| entry.index);
        let covers = |slot: &SlotView| slot.dates.contains(date);
        let mut slots: Vec<SlotView> = self.slots_near(date).filter(covers).collect();
        number(&mut slots, |_| date);
        if entry.is_none() && slots.is_empty() {
            return None;
        }
        let away = self.moved_away(date);
        let named = if slots.is_empty() { &away } else { &slots };
        Some(DayView {
            dates: entry.map_or(Dates::on(date), |entry| {
                self.calendar.around(entry.index, date)
            }),
            entry,
            names: names(index, named)
                .into_iter()
                .filter_map(|index| self.entry(index))
                .collect(),
            slots,
            away,
        })
    }

    /// The day that is shown for `date`: its own, or while the plan has not begun, and for a date
    /// before its start, a preview of Day 1.
    pub(crate) fn shown_day(&self, date: NaiveDate) -> Option<DayView<'_>> {
        let is_ahead = date.max(self.today) < self.calendar.start;
        let is_preview = is_ahead && self.rests.on(date).is_none();
        let preview = || self.day_on(self.calendar.start).filter(|_| is_preview);
        self.day_on(date).or_else(preview)
    }

    /// The day entry that the plan has on `date`.
    fn entry_on(&self, date: NaiveDate) -> Option<DayEntry<'_>> {
        self.entry(self.entry_index_on(date)?)
    }

    /// The index of the day entry that the plan has on `date`: one of the plan file if there is any.
    pub(super) fn entry_index_on(&self, date: NaiveDate) -> Option<usize> {
        let mut here = self.calendar.on(date).peekable();
        let first = *here.peek()?;
        here.find(|index| !self.is_added(*index)).or(Some(first))
    }

    fn is_added(&self, index: usize) -> bool {
        let day = self.plan.days().nth(index);
        day.is_some_and(|(.., day)| day.is_added())
    }

    fn entry(&self, index: usize) -> Option<DayEntry<'_>> {
        let (at, phase, week, day) = self.plan.days().nth(index)?;
        Some(DayEntry {
            index,
            dates: *self.calendar.days.get(index)?,
            day,
            week,
            phase,
            phase_number: self.phase_number(at.phase),
        })
    }
}

/// Indices of the day entries that `slots` of a date are from; of its `own` entry if there are no
/// slots. Those of added slots are left out if there are others.
pub(super) fn names(own: Option<usize>, slots: &[SlotView]) -> Vec<usize> {
    if slots.is_empty() {
        return own.into_iter().collect();
    }
    let of_file = slots.iter().filter(|slot| !slot.place.day.is_added());
    let mut indices: Vec<usize> = of_file.map(|slot| slot.place.day_index).collect();
    if indices.is_empty() {
        indices = slots.iter().map(|slot| slot.place.day_index).collect();
    }
    indices.sort_unstable();
    indices.dedup();
    indices
}

impl DayView<'_> {
    /// The current dates of its slots, in order.
    pub(crate) fn current_dates(&self) -> Vec<Dates> {
        let mut dates: Vec<Dates> = self.slots.iter().map(|slot| slot.dates).collect();
        dates.sort_by_key(|dates| (dates.first, dates.last));
        dates.dedup();
        dates
    }

    /// Its slots that are still open.
    pub(crate) fn left(&self) -> Tally {
        self.slots.iter().filter(|slot| slot.is_open()).collect()
    }
}

/// The kind of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayKind {
    /// The plan has slots for it.
    Study,
    /// The plan has not begun: what is shown is Day 1.
    Before,
    /// Between days of the plan.
    Free,
    /// Set aside by the plan for catching up.
    Buffer,
    /// A rest day that the learner has recorded.
    Rest,
    /// After the plan's last day, and nothing that was moved is still to come.
    After,
}

/// Everything that `today` shows of a date.
#[derive(Debug, Clone)]
pub(crate) struct Today<'a> {
    /// The date asked about.
    pub(crate) date: NaiveDate,
    /// The kind of a day.
    pub(crate) kind: DayKind,
    /// Its slots; before the start, Day 1.
    pub(crate) day: Option<DayView<'a>>,
    /// What is overdue on the learner's own today, oldest first: at least the first
    /// [`super::MAX_LISTED`] slots; `plan` counts them all. For an earlier date, only what had been
    /// planned before it.
    pub(crate) overdue: Vec<SlotView<'a>>,
    /// The rest it is a day of.
    pub(crate) rest: Option<&'a Rest>,
    /// Slots still to come on rest days, which need another date.
    pub(crate) displaced: Vec<SlotView<'a>>,
    /// All displaced slots, those included that `displaced` leaves out.
    pub(crate) all_displaced: Tally,
    /// What is still to be handed in.
    pub(crate) deliverables: OpenDeliverables,
    /// Exams and other events that are near.
    pub(crate) events: EventsAhead,
    /// Reminders of the stage that the plan is in, on the first study day of the calendar week.
    pub(crate) reminders: Vec<Reminder>,
    /// The next day after it with something left to do.
    pub(crate) next: Option<DayView<'a>>,
    /// The calendar week of the date.
    pub(crate) week: Tally,
    /// The whole plan.
    pub(crate) plan: Tally,
}

impl<'a> Today<'a> {
    /// The slots that are shown of it. On a rest day, those that it displaced are only counted.
    pub(crate) fn shown_slots(&self) -> Vec<SlotView<'a>> {
        let slots = self.day.iter().flat_map(|day| &day.slots);
        slots.filter(|slot| !slot.displaced).copied().collect()
    }

    /// Whether everything is done or skipped, deliverables included.
    pub(crate) fn is_finished(&self) -> bool {
        self.plan.slots > 0 && self.plan.open() == 0 && self.deliverables.all == 0
    }
}

/// Whether the plan is over on `date`: its last day has passed, and nothing that is open was moved
/// to a later one, or was done on one.
pub(super) fn is_after(study: &Study, slots: &[SlotView], date: NaiveDate) -> bool {
    let is_later = |slot: &SlotView| {
        let open = slot.is_open().then_some(slot.dates.last);
        open.or(slot.done_on()).is_some_and(|last| last > date)
    };
    date > study.calendar.end() && !slots.iter().any(is_later)
}

/// Everything that `today` shows of `date`.
pub(crate) fn today(study: &Study, date: NaiveDate) -> Today<'_> {
    let slots = study.by_date();
    let week = Dates::week_of(date);
    let in_week = |slot: &&SlotView| week.contains(slot.dates.first);
    let overdue = slots.iter().filter(|slot| slot.status == Status::Overdue);
    let overdue = overdue.filter(|slot| slot.dates.last < date.min(study.today));
    let is_over = is_after(study, &slots, date);
    let own = study.day_on(date);
    let kind = match &own {
        _ if study.rests.on(date).is_some() => DayKind::Rest,
        Some(_) => DayKind::Study,
        None if date < study.calendar.start => DayKind::Before,
        None if study.calendar.is_buffer(date) => DayKind::Buffer,
        None if is_over => DayKind::After,
        None => DayKind::Free,
    };
    let day = match kind {
        DayKind::Before => study.shown_day(date),
        _ => own,
    };
    let is_shown = |slot: &SlotView| {
        let mut shown = day.iter().flat_map(|day| &day.slots);
        shown.any(|known| known.key() == slot.key())
    };
    let later = |slot: &&SlotView| {
        slot.dates.first > date && slot.is_open() && !slot.displaced && !is_shown(slot)
    };
    let next = slots.iter().find(later).map(|slot| slot.dates.first);
    let displaced = slots.iter().filter(|slot| slot.displaced);
    let displaced: Vec<SlotView> = displaced.copied().collect();
    let overdue: Vec<SlotView> = overdue.copied().collect();
    let mut plan: Tally = slots.iter().collect();
    if date < study.today {
        plan.overdue = overdue.iter().collect::<Tally>().overdue;
    }
    Today {
        date,
        kind,
        rest: study.rests.on(date),
        overdue,
        all_displaced: displaced.iter().collect(),
        displaced,
        deliverables: open_deliverables_on(study, date),
        events: events_ahead(study, date),
        reminders: weekly_reminders(study, &slots, date),
        next: next.and_then(|date| study.day_on(date)),
        week: slots.iter().filter(in_week).collect(),
        plan,
        day,
    }
}

/// The slot whose time is running, unless it is done or skipped already.
pub(crate) fn current<'a>(day: &DayView<'a>) -> Option<SlotView<'a>> {
    day.slots.iter().find(|slot| slot.now).copied()
}

/// The next slot to turn to: the one that is running, else the first of today's open ones whose
/// time is not over, else the first of the others today, else the first open one of a later day,
/// else the oldest that is overdue.
pub(crate) fn next_open(study: &Study) -> Option<SlotView<'_>> {
    let open = study.by_date().into_iter().filter(SlotView::is_open);
    open.min_by_key(|slot| turn(slot, study.today))
}

/// Which of open slots is turned to first: the lower, the sooner.
pub(super) fn turn(slot: &SlotView, today: NaiveDate) -> u8 {
    match slot {
        slot if slot.now => 0,
        slot if slot.displaced => 4,
        slot if slot.dates.contains(today) => 1 + u8::from(slot.due.now),
        slot if slot.dates.first > today => 3,
        _ => 4,
    }
}
