//! Times that a calendar file takes.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::event::Moment;
use super::occurrences::Occurrence;
use super::{CalendarFile, Fault, Unread};
use crate::model::{Busy, Dates, Minutes};

impl CalendarFile {
    /// The times that its events take on `dates`, if study days begin at `day_starts` and `local` gives
    /// the learner's time for one in UTC. Events that leave one free take none.
    ///
    /// # Errors
    /// `TooManyOccurrences`.
    pub(crate) fn busy(
        &self,
        dates: Dates,
        day_starts: Minutes,
        local: &dyn Fn(NaiveDateTime) -> NaiveDateTime,
    ) -> Result<(Busy, Unread), Fault> {
        let mut unread = self.unread.clone();
        let found = self.occurrences(dates, &mut unread.rules)?;
        let mut busy = Busy::new();
        for one in found.iter().filter(|one| !one.event.is_free) {
            let taken = match one.start {
                Moment::Date(first) => one.whole_days(first, dates, day_starts),
                _ => one.minutes(dates, day_starts, local),
            };
            for (date, range) in taken {
                busy.entry(date).or_default().push(range);
            }
        }
        Ok((busy, unread))
    }
}

/// A study date, and minutes of it.
type Taken = (NaiveDate, (u32, u32));

impl Occurrence<'_> {
    /// All of each of its days.
    fn whole_days(self, first: NaiveDate, within: Dates, day_starts: Minutes) -> Vec<Taken> {
        let days = (self.length - TimeDelta::nanoseconds(1)).num_days();
        let last = first.checked_add_signed(TimeDelta::days(days));
        let dates = Dates {
            first: first.max(within.first),
            last: last.unwrap_or(first).min(within.last),
        };
        let all = (0, (Minutes::DAY + day_starts).0);
        dates.all().map(|date| (date, all)).collect()
    }

    /// The minutes that it takes of study days.
    fn minutes(
        self,
        within: Dates,
        day_starts: Minutes,
        local: &dyn Fn(NaiveDateTime) -> NaiveDateTime,
    ) -> Vec<Taken> {
        let after = |start: NaiveDateTime| start.checked_add_signed(self.length);
        let (start, end) = if let Some(start) = self.start.instant() {
            let start = start.naive_utc();
            (local(start), after(start).map(local))
        } else {
            let start = self.start.nominal();
            (start, after(start))
        };
        let end = end.unwrap_or(start);
        let (dawn, night) = (
            i64::from(day_starts.0),
            i64::from((Minutes::DAY + day_starts).0),
        );
        let before = start.date().pred_opt().unwrap_or(start.date());
        let dates = Dates {
            first: before.max(within.first),
            last: end.date().min(within.last),
        };
        let on = |date: NaiveDate| {
            let midnight = date.and_time(NaiveTime::MIN);
            let from = (start - midnight).num_seconds().div_euclid(60).max(dawn);
            let to = ((end - midnight).num_seconds() + 59)
                .div_euclid(60)
                .min(night);
            let range = (u32::try_from(from).ok()?, u32::try_from(to).ok()?);
            (range.0 < range.1).then_some((date, range))
        };
        dates.all().filter_map(on).collect()
    }
}
