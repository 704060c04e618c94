//! What of a plan matters on one day, so that the rest of it need not be read.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Due, Status, Tally};
use crate::calendar::{Calendar, Dates};
use crate::model::{Load, Outline, SlotShape};
use crate::progress::{Brief, Briefs, Rests};

/// Which day entries have to be read to tell of a day, and what the others add up to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Glance {
    /// Indices of the day entries to read.
    pub days: BTreeSet<usize>,
    /// The slots of all others.
    pub elsewhere: Tally,
    /// Those of them that stand in the calendar week of the date.
    pub in_week: Tally,
}

/// Looks for what matters to someone whose study date is `today` and who asks about `date`.
/// `None` where a mark fits no slot: whose it is, only the whole plan can tell. The outline has to
/// hold every slot that has a mark.
///
/// Read have to be: the days of both dates; days with slots that are overdue, were put
/// elsewhere, or have to be; the dates they were put on; the next days with something to do; and
/// before the start the first one.
#[must_use]
pub fn glance(
    outline: &Outline,
    (marks, rests): (&Briefs, &Rests),
    calendar: &Calendar,
    (today, date): (NaiveDate, NaiveDate),
) -> Option<Glance> {
    let mut unknown = marks.iter().filter(|mark| !mark.is_empty()).count();
    let mut wanted = on_dates_of_placements(marks, calendar);
    let first = calendar.days.first().filter(|_| date < calendar.start);
    wanted.extend(first.map(|_| 0));
    let mut glance = Glance::default();
    // What is on already may be over for today; before the start the first day is shown as on.
    let mut ahead = [(today, 2), (date, 2)];
    let week = Dates::week_of(date);
    let mut marked = outline.slots.iter().peekable();
    for (index, (load, dates)) in (0..).zip(outline.days.iter().zip(&calendar.days)) {
        let mut day = Day::new(*load, dates.last < today);
        while let Some((_, slot)) = marked.next_if(|(of, _)| *of == index) {
            day.mark(slot, marks.get(slot.name));
        }
        unknown = unknown.saturating_sub(day.known);
        let is_open = day.is_open();
        let is_rest = is_open && is_rest(rests, *dates);
        let mut is_near = dates.contains(today) || dates.contains(date);
        is_near |= day.has_placement || is_rest || (is_open && day.is_over);
        for (from, left) in &mut ahead {
            if is_open && !is_rest && dates.last >= *from && *left > 0 {
                *left -= 1;
                is_near = true;
            }
        }
        let index = index as usize;
        if is_near {
            glance.days.insert(index);
        } else if !wanted.contains(&index) {
            day.add_to(&mut glance.elsewhere);
            if week.contains(dates.first) {
                day.add_to(&mut glance.in_week);
            }
        }
    }
    glance.days.extend(wanted);
    let handed_in = outline
        .deliverables
        .iter()
        .filter_map(|name| marks.get(*name));
    unknown = unknown.saturating_sub(handed_in.filter(|mark| !mark.is_empty()).count());
    (unknown == 0).then_some(glance)
}

/// What the marks say of one day entry, all of whose slots are due or none.
struct Day {
    is_over: bool,
    /// How many of its slots have marks.
    known: usize,
    /// Whether any with a mark is neither done nor skipped, and stands where the plan has it.
    any_open: bool,
    /// Whether any was put elsewhere.
    has_placement: bool,
    /// Its slots without marks.
    unmarked: Load,
    /// Those with marks, where there are any.
    marked: Option<Tally>,
}

impl Day {
    /// A day entry without marks.
    fn new(load: Load, is_over: bool) -> Self {
        Self {
            is_over,
            known: 0,
            any_open: false,
            has_placement: false,
            unmarked: load,
            marked: None,
        }
    }

    /// Takes in one of its slots that may have a mark; `None` where it has none after all.
    fn mark(&mut self, slot: &SlotShape, mark: Option<&Brief>) {
        let mark = mark.copied().unwrap_or_default();
        self.known += usize::from(!mark.is_empty());
        self.any_open |= mark.state.is_none() && mark.placement.is_none();
        self.has_placement |= mark.placement.is_some();
        self.unmarked = self.unmarked.without(slot);
        let status = mark.state.map_or(Status::Open, Status::from);
        let due = self.due();
        let marked = self.marked.get_or_insert_default();
        marked.count_one(slot.planned, due, status, mark.took);
    }

    fn is_open(&self) -> bool {
        self.any_open || self.unmarked.slots > 0
    }

    /// Now as by the plan, if none was put elsewhere.
    fn due(&self) -> Due {
        Due {
            now: self.is_over,
            by_plan: self.is_over,
        }
    }

    fn add_to(&self, tally: &mut Tally) {
        tally.count_open(self.unmarked.slots, self.unmarked.planned, self.due());
        if let Some(marked) = self.marked {
            *tally = *tally + marked;
        }
    }
}

fn is_rest(rests: &Rests, dates: Dates) -> bool {
    !rests.is_empty() && dates.all().all(|date| rests.on(date).is_some())
}

/// The day entries of the dates that slots were put on.
fn on_dates_of_placements(marks: &Briefs, calendar: &Calendar) -> BTreeSet<usize> {
    let dates: BTreeSet<NaiveDate> = marks.iter().filter_map(|mark| mark.placement).collect();
    dates.iter().flat_map(|date| calendar.on(*date)).collect()
}
