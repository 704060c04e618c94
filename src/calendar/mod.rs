//! Which day of the plan falls on which date.

mod scattered;

use std::collections::BTreeSet;

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};

use self::scattered::Scattered;
use crate::model::{Clock, Dates, Day, Minutes, Period, Plan, Window};

/// Time that the plan sets aside for catching up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Buffer {
    /// Index of the phase that declares it.
    pub(crate) phase: usize,
    /// When it is.
    pub(crate) dates: Dates,
}

/// A plan laid out from its start date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Calendar {
    /// The date of Day 1.
    pub(crate) start: NaiveDate,
    /// The dates of each day entry, in the order of [`Plan::days`].
    pub(crate) days: Vec<Dates>,
    /// Buffers, in order.
    pub(crate) buffers: Vec<Buffer>,
    /// The last date with slots, should it be on none of `days`.
    last_day: NaiveDate,
    /// The dates of the slots of each day entry, where they are not all on the same dates as the
    /// entry: after a fit or a shift.
    scattered: Option<Scattered>,
}

/// The Monday of the calendar week of `date`.
pub(crate) fn monday(date: NaiveDate) -> NaiveDate {
    date.week(Weekday::Mon).first_day()
}

/// The first date from `date` on that is a `weekday`.
pub(crate) fn on_or_after(date: NaiveDate, weekday: Weekday) -> NaiveDate {
    add(date, u64::from(weekday.days_since(date.weekday())))
}

/// The last date: years have four digits everywhere.
const LAST_DATE: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(date) => date,
    None => NaiveDate::MAX,
};

/// `days` after `date`, but no later than the last day of the year 9999.
pub(crate) fn add(date: NaiveDate, days: u64) -> NaiveDate {
    let sum = date.checked_add_days(Days::new(days));
    sum.unwrap_or(NaiveDate::MAX).min(LAST_DATE)
}

/// The study date at `now`: until `day_starts` it is still the day before.
pub(crate) fn study_date(now: NaiveDateTime, day_starts: Minutes) -> NaiveDate {
    (now - TimeDelta::minutes(i64::from(day_starts.0))).date()
}

/// The time `clock` of the study day `date`. Before `day_starts` that is in the night after it.
pub(crate) fn moment(date: NaiveDate, clock: Clock, day_starts: Minutes) -> NaiveDateTime {
    let night = u64::from(clock.minutes() < day_starts.0);
    let midnight = add(date, night).and_time(NaiveTime::MIN);
    midnight
        .checked_add_signed(TimeDelta::minutes(i64::from(clock.minutes())))
        .unwrap_or(midnight)
}

/// A time of day in minutes of the study day: before `day_starts` it is in the night after it.
pub(crate) fn in_study_day(time: Window, day_starts: Minutes) -> (u32, u32) {
    let start = time.start.minutes();
    let night = if start < day_starts.0 {
        Minutes::DAY.0
    } else {
        0
    };
    (start + night, start + night + time.length().0)
}

/// A period after `date`. A month after 31 January is 28 February.
pub(crate) fn after(date: NaiveDate, span: Period) -> NaiveDate {
    match span {
        Period::Days(n) => add(date, u64::from(n)),
        Period::Weeks(n) => add(date, 7 * u64::from(n)),
        Period::Months(n) => {
            let sum = date.checked_add_months(Months::new(n));
            sum.unwrap_or(NaiveDate::MAX).min(LAST_DATE)
        }
    }
}

/// The weekday that a day entry has to begin on, and how many dates it covers. A whole week begins
/// on Monday.
fn weekday_and_count(day: &Day) -> (Option<Weekday>, u32) {
    match (day.numbers, day.weekdays) {
        (None, _) => (Some(Weekday::Mon), 7),
        (Some((a, b)), weekdays) => (weekdays.map(|days| days.first), b - a + 1),
    }
}

/// The first date from `date` on that Day 1 of `plan` can fall on.
pub(crate) fn valid_start(plan: &Plan, date: NaiveDate) -> NaiveDate {
    let first = plan.days().find(|(.., day)| !day.is_added());
    let weekday = first.and_then(|(.., day)| weekday_and_count(day).0);
    weekday.map_or(date, |weekday| on_or_after(date, weekday))
}

/// The last of the `dates` of a plan's day entries, without slots that were added.
fn last_of(plan: &Plan, dates: &[Dates]) -> Option<NaiveDate> {
    let own = plan.days().zip(dates);
    let own = own.filter(|((.., day), _)| !day.is_added());
    own.map(|(_, dates)| dates.last).max()
}

impl Calendar {
    /// Lays out `plan` from `start`, which has to be a [`valid_start`].
    ///
    /// Each day goes to the first date after the previous day that has its weekday. A week without
    /// days goes to the next calendar week, and a buffer begins on the next Monday. Slots that were
    /// added have dates of their own.
    pub(crate) fn lay(plan: &Plan, start: NaiveDate) -> Self {
        let mut next = start;
        let (mut days, mut buffers) = (Vec::new(), Vec::new());
        for (index, phase) in plan.phases.iter().enumerate() {
            for day in phase.weeks.iter().flat_map(|week| &week.days) {
                if let Some(date) = day.added {
                    days.push(Dates::on(date));
                    continue;
                }
                let (weekday, count) = weekday_and_count(day);
                let first = weekday.map_or(next, |weekday| on_or_after(next, weekday));
                let last = add(first, u64::from(count) - 1);
                days.push(Dates { first, last });
                next = add(last, 1);
            }
            if let Some(span) = phase.buffer {
                let first = on_or_after(next, Weekday::Mon);
                let end = after(first, span);
                let last = end.pred_opt().unwrap_or(end);
                let dates = Dates { first, last };
                buffers.push(Buffer {
                    phase: index,
                    dates,
                });
                next = end;
            }
        }
        Self {
            start,
            last_day: last_of(plan, &days).unwrap_or(start),
            scattered: plan.has_added().then(|| {
                let days: Vec<(usize, Dates)> = (0..).zip(days.iter().copied()).collect();
                Scattered::new(&days)
            }),
            days,
            buffers,
        }
    }

    /// The same for an excerpt of the plan that has only the day entries at `days`.
    pub(crate) fn excerpt(&self, days: &BTreeSet<usize>) -> Self {
        let kept = days.iter().filter_map(|index| self.days.get(*index));
        Self {
            start: self.start,
            days: kept.copied().collect(),
            buffers: self.buffers.clone(),
            last_day: self.last_day,
            scattered: self.scattered.as_ref().map(|dates| dates.excerpt(days)),
        }
    }

    /// Gives each day entry the dates that its slots have been given since the plan was laid out.
    /// `slots` are the position of the entry and the dates of every slot, in the order of the plan.
    ///
    /// A fit leaves no buffers; otherwise each moves with the last slot before it.
    pub(crate) fn refit(&mut self, plan: &Plan, slots: &[(usize, Dates)], is_fit: bool) {
        if slots.iter().all(|(day, dates)| self.days[*day] == *dates) {
            return;
        }
        let own_phase = |day: &Day, phase| (!day.is_added()).then_some(phase);
        let phases = plan.days().map(|(at, .., day)| own_phase(day, at.phase));
        let phases: Vec<Option<usize>> = phases.collect();
        let by = |buffer: &Buffer| {
            let before =
                |slot: &&(usize, Dates)| phases[slot.0].is_some_and(|phase| phase <= buffer.phase);
            let last = slots
                .iter()
                .filter(before)
                .max_by_key(|slot| self.days[slot.0].last);
            last.map_or(TimeDelta::zero(), |(day, dates)| {
                dates.last - self.days[*day].last
            })
        };
        let moved = self.buffers.iter().map(|buffer| Buffer {
            dates: buffer.dates.moved(by(buffer)),
            ..*buffer
        });
        self.buffers = if is_fit { Vec::new() } else { moved.collect() };
        let mut hulls: Vec<Option<Dates>> = vec![None; self.days.len()];
        for (day, dates) in slots {
            let hull = hulls[*day].map_or(*dates, |hull| hull.hull(*dates));
            hulls[*day] = Some(hull);
        }
        for (day, hull) in self.days.iter_mut().zip(hulls) {
            *day = hull.unwrap_or(*day);
        }
        self.last_day = last_of(plan, &self.days).unwrap_or(self.last_day);
        self.scattered = Some(Scattered::new(slots));
    }

    /// The last date of the plan, buffers included.
    pub(crate) fn end(&self) -> NaiveDate {
        let last_buffer = self.buffers.last().map(|buffer| buffer.dates.last);
        last_buffer.map_or(self.last_day, |last| last.max(self.last_day))
    }

    /// Whether `date` is in a buffer.
    pub(crate) fn is_buffer(&self, date: NaiveDate) -> bool {
        let mut buffers = self.buffers.iter();
        buffers.any(|buffer| buffer.dates.contains(date))
    }

    /// The dates of the phase at this index, if it is a buffer.
    pub(crate) fn buffer_of(&self, phase: usize) -> Option<Dates> {
        let buffer = self.buffers.iter().find(|buffer| buffer.phase == phase);
        buffer.map(|buffer| buffer.dates)
    }

    /// The last date with slots of the plan file.
    pub(crate) fn last_day(&self) -> NaiveDate {
        self.last_day
    }

    /// The dates of the day entry at `index` around `date`: those of its slots there, if they are on
    /// several after a fit or a shift.
    pub(crate) fn around(&self, index: usize, date: NaiveDate) -> Dates {
        let scattered = self.scattered.as_ref();
        let run = scattered.and_then(|dates| dates.run(index, date));
        run.unwrap_or(self.days[index])
    }

    /// Indices of the day entries that cover `date`.
    pub(crate) fn on(&self, date: NaiveDate) -> impl Iterator<Item = usize> {
        let scattered = self.scattered.iter();
        let found = scattered.flat_map(move |dates| dates.on(date));
        // As the plan has them, they come one after another.
        let days = if self.scattered.is_some() {
            &[]
        } else {
            &*self.days
        };
        let from = days.partition_point(|dates| dates.last < date);
        let days = (from..).zip(&days[from..]);
        let days = days.take_while(move |(_, dates)| dates.first <= date);
        found.chain(days.map(|(index, _)| index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::parse;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn laid(days: &str, start: &str) -> Vec<String> {
        let text = format!("plan: p\ntitle: T\n{days}");
        let parsed = parse(&text);
        assert_eq!(parsed.diagnostics, []);
        let plan = parsed.plan.expect("a plan");
        let calendar = Calendar::lay(&plan, valid_start(&plan, date(start)));
        let days = calendar.days.iter().map(|dates| match *dates {
            Dates { first, last } if first == last => first.to_string(),
            Dates { first, last } => format!("{first}..{last}"),
        });
        let buffers = calendar.buffers.iter();
        days.chain(buffers.map(|b| format!("buffer {}..{}", b.dates.first, b.dates.last)))
            .collect()
    }

    #[test]
    fn a_day_waits_for_its_weekday_and_leaves_the_weekend_free() {
        let days = "days:\n\
            - {day: 12, weekday: fri, slots: [{title: a}]}\n\
            - {day: 13, weekday: mon, slots: [{title: a}]}\n\
            - {day: 18-19, weekday: sat-sun, slots: [{title: a}]}\n\
            - {day: 20, slots: [{title: a}]}\n";
        // 2 December 2026 is a Wednesday.
        assert_eq!(
            laid(days, "2026-12-02"),
            [
                "2026-12-04",
                "2026-12-07",
                "2026-12-12..2026-12-13",
                "2026-12-14"
            ]
        );
    }

    #[test]
    fn weeks_without_days_are_calendar_weeks_and_buffers_begin_on_monday() {
        let weeks = "phases:\n\
            - {title: A, weeks: [{slots: [{title: a}]}, {days: [{slots: [{title: b}]}]}]}\n\
            - {title: B, buffer: 1 week}\n";
        assert_eq!(
            laid(weeks, "2026-12-02"),
            [
                "2026-12-07..2026-12-13",
                "2026-12-14",
                "buffer 2026-12-21..2026-12-27"
            ]
        );
    }

    #[test]
    fn on_a_date_are_the_entries_that_cover_it() {
        let days = "weeks:\n\
            - {days: [{day: 1, slots: [{title: a}]}, {day: 2-4, slots: [{title: a}]}]}\n\
            - {slots: [{title: a}]}\n";
        let plan = parse(&format!("plan: p\ntitle: T\n{days}")).plan;
        let calendar = Calendar::lay(&plan.expect("a plan"), date("2026-12-02"));
        for day in date("2026-11-30").iter_days().take(20) {
            let all = calendar.days.iter().enumerate();
            let covering = all.filter(|(_, dates)| dates.contains(day));
            let covering: Vec<usize> = covering.map(|(index, _)| index).collect();
            assert_eq!(calendar.on(day).collect::<Vec<_>>(), covering, "{day}");
        }
    }

    #[test]
    fn a_month_after_the_thirty_first_is_the_last_of_a_short_month() {
        assert_eq!(
            after(date("2027-01-31"), Period::Months(1)),
            date("2027-02-28")
        );
        assert_eq!(
            after(date("2026-11-23"), Period::Weeks(2)),
            date("2026-12-07")
        );
    }
}
