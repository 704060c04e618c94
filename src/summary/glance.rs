//! What of a plan matters on one day, so that the rest of it need not be read.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Due, Status, Tally};
use crate::calendar::{Calendar, Dates};
use crate::model::{Outline, SlotShape};
use crate::progress::{Briefs, Rests};

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
/// `None` where a mark fits no slot: whose it is, only the whole plan can tell.
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
    let mut glance = Glance {
        days: on_dates_of_seats(marks, calendar),
        ..Glance::default()
    };
    let first = calendar.days.first().filter(|_| date < calendar.start);
    glance.days.extend(first.map(|_| 0));
    // What is on already may be over for today; before the start the first day is shown as on.
    let mut ahead = [(today, 2), (date, 2)];
    let week = Dates::week_of(date);
    for (index, (slots, dates)) in outline.by_day().zip(&calendar.days).enumerate() {
        let day = Day::of(slots, marks, dates.last < today);
        unknown = unknown.saturating_sub(day.known);
        let is_rest = day.is_open && dates.all().all(|date| rests.on(date).is_some());
        let mut is_near = dates.contains(today) || dates.contains(date);
        is_near |= day.is_seated || is_rest || (day.is_open && dates.last < today);
        for (from, left) in &mut ahead {
            if day.is_open && !is_rest && dates.last >= *from && *left > 0 {
                *left -= 1;
                is_near = true;
            }
        }
        if is_near {
            glance.days.insert(index);
        } else if !glance.days.contains(&index) {
            glance.elsewhere = glance.elsewhere + day.tally;
            if week.contains(dates.first) {
                glance.in_week = glance.in_week + day.tally;
            }
        }
    }
    let handed_in = outline
        .deliverables
        .iter()
        .filter_map(|name| marks.get(*name));
    unknown = unknown.saturating_sub(handed_in.filter(|mark| !mark.is_empty()).count());
    (unknown == 0).then_some(glance)
}

/// What the marks say of one day entry.
#[derive(Default)]
struct Day {
    /// How many of its slots have marks.
    known: usize,
    /// Whether any that stands where the plan has it is neither done nor skipped.
    is_open: bool,
    /// Whether any was put elsewhere.
    is_seated: bool,
    /// Its slots, all of them due or none.
    tally: Tally,
}

impl Day {
    fn of(slots: &[SlotShape], marks: &Briefs, due: bool) -> Self {
        let mut day = Self::default();
        let due = Due {
            now: due,
            by_plan: due,
        };
        for slot in slots {
            let Some(mark) = marks.get(slot.name) else {
                day.is_open = true;
                day.tally.count_one(slot.planned, due, Status::Open, None);
                continue;
            };
            day.known += usize::from(!mark.is_empty());
            day.is_open |= mark.state.is_none() && mark.seat.is_none();
            day.is_seated |= mark.seat.is_some();
            let status = mark.state.map_or(Status::Open, Status::from);
            day.tally.count_one(slot.planned, due, status, mark.took);
        }
        day
    }
}

/// The day entries of the dates that slots were put on.
fn on_dates_of_seats(marks: &Briefs, calendar: &Calendar) -> BTreeSet<usize> {
    let dates: BTreeSet<NaiveDate> = marks.iter().filter_map(|mark| mark.seat).collect();
    dates.iter().flat_map(|date| calendar.on(*date)).collect()
}
