//! How long was worked on each date of the calendar.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::Study;
use crate::calendar::study_date;
use crate::model::{Minutes, SlotRef};
use crate::progress::{Made, Mark, Recorded, Span, State};

/// The minutes that were worked on each date, as far as there are any: those of timers when they ran,
/// also for slots that are still open, and the others of slots that are done until they were done. What
/// was done after midnight is partly of the date before then; a mark for an earlier study day is of
/// that date.
pub(crate) fn worked(study: &Study) -> BTreeMap<NaiveDate, Minutes> {
    let mut hours = Hours::default();
    for place in study.plan.slots() {
        if let Some(mark) = study.reconciled.marks.get(place.slot.id.as_str()) {
            hours.slot(&place, mark);
        }
    }
    hours.place_untimed(study);
    hours.dates.retain(|_, minutes| *minutes > Minutes::ZERO);
    hours.dates
}

#[derive(Default)]
struct Hours {
    dates: BTreeMap<NaiveDate, Minutes>,
    /// Minutes that no timer has measured, and when what took them was done.
    untimed: Vec<(Made, Minutes)>,
}

impl Hours {
    fn slot(&mut self, place: &SlotRef, mark: &Mark) {
        let recorded: Vec<Recorded> = mark.recorded().collect();
        for one in &recorded {
            let spans = mark.spans(|part| part.is_some_and(|part| one.part.contains(part)));
            self.add(&spans, Some((one.made, one.length())));
        }
        let is_recorded = |part| recorded.iter().any(|one| one.part.contains(part));
        let spans = mark.spans(|part| !part.is_some_and(is_recorded));
        let made = mark.settled_when();
        let made = made.filter(|_| mark.state() == Some(State::Done));
        let done = made.map(|made| {
            let lengths: Minutes = recorded.iter().map(Recorded::length).sum();
            let parts: Minutes = recorded.iter().map(|one| one.part.length()).sum();
            let planned = place.slot.planned().unwrap_or_default();
            let rest = mark.actual().map(|all| all - lengths);
            (made, rest.unwrap_or(planned - parts))
        });
        self.add(&spans, done);
    }

    /// Adds what timers measured, and the rest of how long it took to be done. If that is less, the
    /// learner knows better.
    fn add(&mut self, spans: &[Span], done: Option<(Made, Minutes)>) {
        let timed = by_date(spans);
        let all: Minutes = timed.iter().map(|(_, minutes)| *minutes).sum();
        match done {
            Some((made, minutes)) if minutes < all => self.untimed.push((made, minutes)),
            done => {
                for (date, minutes) in timed {
                    *self.dates.entry(date).or_default() += minutes;
                }
                let rest = done.map(|(made, minutes)| (made, minutes - all));
                self.untimed.extend(rest);
            }
        }
    }

    /// Places what no timer has measured: one thing after the other until the time it was done.
    fn place_untimed(&mut self, study: &Study) {
        self.untimed
            .sort_unstable_by_key(|(made, _)| Reverse(made.at));
        let mut busy_from: Option<NaiveDateTime> = None;
        for (Made { day, at }, minutes) in std::mem::take(&mut self.untimed) {
            let date = at.date();
            let is_at_night = date > day && study_date(at, study.day_starts) == day;
            if !is_at_night {
                *self.dates.entry(day).or_default() += minutes;
                continue;
            }
            let midnight = date.and_time(NaiveTime::MIN);
            let until = busy_from.map_or(at, |from| from.min(at));
            let from = until - TimeDelta::minutes(i64::from(minutes.0));
            let late = (until - from.max(midnight)).num_minutes().max(0);
            let late = Minutes(u32::try_from(late).unwrap_or_default());
            *self.dates.entry(date).or_default() += late;
            *self.dates.entry(day).or_default() += minutes - late;
            busy_from = Some(from);
        }
    }
}

/// How many minutes of spans are on each date, rounded so that they add up.
fn by_date(spans: &[Span]) -> Vec<(NaiveDate, Minutes)> {
    let mut dates: BTreeMap<NaiveDate, TimeDelta> = BTreeMap::new();
    for (from, until) in spans {
        // A change of the offset after midnight does not matter to the first date.
        let (from, until) = (
            from.naive_local(),
            until.with_timezone(from.offset()).naive_local(),
        );
        let mut start = from;
        while start < until {
            let date = start.date();
            let next = date.succ_opt().map(|next| next.and_time(NaiveTime::MIN));
            let end = next.unwrap_or(until).min(until);
            *dates.entry(date).or_default() += end - start;
            start = end;
        }
    }
    let (mut so_far, mut given) = (TimeDelta::zero(), 0);
    let minutes = dates.into_iter().map(|(date, length)| {
        so_far += length;
        let all = (so_far.num_seconds() + 30) / 60;
        let minutes = u32::try_from(all - given).unwrap_or_default();
        given = all;
        (date, Minutes(minutes))
    });
    minutes.collect()
}
