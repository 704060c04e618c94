//! Rest that the learner declared.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{Event, Order, What};
use crate::model::{Dates, DayHours, Hours};

/// A declaration of rest, or of a day at work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Rest {
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
    /// Why, if the learner or a calendar said.
    pub(crate) why: Option<String>,
    /// The calendar that it was imported from.
    pub(crate) source: Option<String>,
}

/// Which dates are rest days or days at work, and by which declaration: for each date the latest
/// decides.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Rests {
    /// Runs of rest days, which do not overlap, by their first.
    runs: BTreeMap<NaiveDate, Run>,
    /// The same of days at work.
    work: BTreeMap<NaiveDate, Run>,
}

/// Dates for which the same declaration decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Run {
    /// The order of the event that declares it.
    order: Order,
    last: NaiveDate,
    /// The next date that is no rest day; `None` if all are.
    free: Option<NaiveDate>,
    rest: Rest,
}

impl Rests {
    /// What the `off`s among live events add up to, in any order.
    pub(super) fn of<'e>(events: impl Iterator<Item = &'e Event>) -> Self {
        let is_off = |event: &&Event| matches!(event.what, What::Off { .. });
        let mut events: Vec<&Event> = events.filter(is_off).collect();
        events.sort_by_key(|event| event.order());
        let mut rests = Self::default();
        for event in events {
            rests.declare(event.order(), &event.what);
        }
        rests.find_free();
        rests
    }

    /// Rest on some dates.
    #[cfg(test)]
    pub(crate) fn on_dates(dates: &[NaiveDate]) -> Self {
        let mut rests = Self::default();
        for date in dates {
            let off = What::Off {
                first: *date,
                last: *date,
                why: None,
                cancel: false,
                source: None,
            };
            rests.declare((1, uuid::Uuid::nil()), &off);
        }
        rests.find_free();
        rests
    }

    /// A day at work.
    #[cfg(test)]
    pub(crate) fn working_on(date: NaiveDate) -> Self {
        let mut rests = Self::default();
        let off = What::Off {
            first: date,
            last: date,
            why: Some("at work".to_owned()),
            cancel: true,
            source: None,
        };
        rests.declare((1, uuid::Uuid::nil()), &off);
        rests
    }

    /// Finds the next free date of each run, beyond those that follow it at once.
    fn find_free(&mut self) {
        let mut next: Option<(NaiveDate, Option<NaiveDate>)> = None;
        for (first, run) in self.runs.iter_mut().rev() {
            let after = run.last.succ_opt();
            let following = next.filter(|(next, _)| Some(*next) == after);
            run.free = following.map_or(after, |(_, free)| free);
            next = Some((*first, run.free));
        }
    }

    /// Takes in a later declaration. Each cuts at most two runs in two, so all of them together are
    /// near-linear.
    fn declare(&mut self, order: Order, what: &What) {
        let What::Off {
            first,
            last,
            why,
            cancel,
            source,
        } = what
        else {
            return;
        };
        let (first, last) = (*first, *last);
        cut(&mut self.runs, first, last);
        cut(&mut self.work, first, last);
        let runs = match (cancel, why) {
            (false, _) => &mut self.runs,
            (true, Some(_)) => &mut self.work,
            (true, None) => return,
        };
        let rest = Rest {
            first,
            last,
            why: why.clone(),
            source: source.clone(),
        };
        let free = None;
        let run = Run {
            order,
            last,
            free,
            rest,
        };
        runs.insert(first, run);
    }

    fn run(&self, date: NaiveDate) -> Option<&Run> {
        let (_, run) = self.runs.range(..=date).next_back()?;
        (date <= run.last).then_some(run)
    }

    /// The declaration that makes `date` a rest day.
    pub(crate) fn on(&self, date: NaiveDate) -> Option<&Rest> {
        self.run(date).map(|run| &run.rest)
    }

    /// The declaration that makes `date` a day at work.
    pub(crate) fn at_work(&self, date: NaiveDate) -> Option<&Rest> {
        let (_, run) = self.work.range(..=date).next_back()?;
        (date <= run.last).then_some(&run.rest)
    }

    /// The hours of a date: of its weekday, or on a day at work, of a Monday.
    pub(crate) fn hours_on<'h>(&self, hours: &'h Hours, date: NaiveDate) -> &'h DayHours {
        match self.at_work(date) {
            Some(_) => hours.on_weekday(Weekday::Mon),
            None => hours.on(date),
        }
    }

    /// Those of some dates that were imported from the calendar `source`.
    pub(crate) fn imported(&self, within: Dates, source: &str) -> Vec<NaiveDate> {
        let runs = self.runs.iter().chain(&self.work);
        let runs = runs.filter(|(_, run)| run.rest.source.as_deref() == Some(source));
        let dates = runs.flat_map(|(from, run)| {
            let (first, last) = (within.first.max(*from), within.last.min(run.last));
            Dates { first, last }.all()
        });
        dates.collect()
    }

    /// Whether all of these dates are rest days.
    pub(crate) fn cover(&self, dates: Dates) -> bool {
        self.run(dates.first)
            .is_some_and(|run| run.free.is_none_or(|free| dates.last < free))
    }

    /// The dates of each declaration that still decides for some date, the latest first; a part that
    /// was cancelled is left out at its ends.
    pub(crate) fn declared(&self) -> Vec<Dates> {
        let rests = self.runs.values().map(|run| (run.order, &run.rest));
        let rests: BTreeMap<Order, &Rest> = rests.collect();
        let declared = rests.into_values().rev().filter_map(|rest| {
            let next = || {
                self.runs
                    .range(rest.first..)
                    .next()
                    .map(|(first, _)| *first)
            };
            let first = self.run(rest.first).map(|_| rest.first).or_else(next)?;
            let (_, run) = self.runs.range(..=rest.last).next_back()?;
            let last = run.last.min(rest.last);
            Some(Dates { first, last })
        });
        declared.collect()
    }

    /// Whether there are no rest days.
    pub(crate) fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }
}

/// Takes the dates from `first` to `last` out of runs.
fn cut(runs: &mut BTreeMap<NaiveDate, Run>, first: NaiveDate, last: NaiveDate) {
    while let Some((from, run)) = runs.range(..=last).next_back()
        && run.last >= first
    {
        let (from, run) = (*from, run.clone());
        runs.remove(&from);
        if let Some(next) = last.succ_opt().filter(|next| *next <= run.last) {
            runs.insert(next, run.clone());
        }
        if let Some(last) = first.pred_opt().filter(|before| from <= *before) {
            runs.insert(from, Run { last, ..run });
        }
    }
}

#[cfg(test)]
mod tests;
