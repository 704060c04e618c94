//! Rest that the learner declared.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use self::date_set::DateSet;
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

impl Run {
    /// Some of the dates of a declaration.
    fn of(order: Order, dates: Dates, rest: &Rest) -> Self {
        Self {
            order,
            last: dates.last,
            free: None,
            rest: rest.clone(),
        }
    }
}

impl Rests {
    /// What the `off`s among live events add up to, in any order.
    pub(super) fn of<'e>(events: impl Iterator<Item = &'e Event>) -> Self {
        Self::declared_by(events.map(|event| (event.order(), &event.what)).collect())
    }

    /// Starts with the latest declaration: it takes its dates, and each earlier one those that are
    /// left. What a calendar withdraws are its own earlier declarations only. All of them together
    /// are near-linear.
    fn declared_by(mut offs: Vec<(Order, &What)>) -> Self {
        offs.sort_by_key(|(order, _)| Reverse(*order));
        let mut rests = Self::default();
        let mut taken = DateSet::default();
        let mut withdrawn: HashMap<&str, DateSet> = HashMap::new();
        for (order, what) in offs {
            let What::Off {
                first,
                last,
                why,
                cancel,
                source,
            } = what
            else {
                continue;
            };
            let (first, last) = (*first, *last);
            let rest = Rest {
                first,
                last,
                why: why.clone(),
                source: source.clone(),
            };
            let dates = Dates { first, last };
            let source = source.as_deref();
            let runs = match (cancel, why, source) {
                (false, ..) => Some(&mut rests.runs),
                (true, Some(_), _) => Some(&mut rests.work),
                (true, None, None) => None,
                (true, None, Some(source)) => {
                    withdrawn.entry(source).or_default().add(dates);
                    continue;
                }
            };
            let mut free = taken.gaps(dates);
            if let Some(withdrawn) = source.and_then(|source| withdrawn.get(source)) {
                free = free.iter().flat_map(|gap| withdrawn.gaps(*gap)).collect();
            }
            taken.add_all(&free);
            if let Some(runs) = runs {
                runs.extend(
                    free.into_iter()
                        .map(|gap| (gap.first, Run::of(order, gap, &rest))),
                );
            }
        }
        rests.find_free();
        rests
    }

    /// Rest on some dates.
    #[cfg(test)]
    pub(crate) fn on_dates(dates: &[NaiveDate]) -> Self {
        let off = |date: &NaiveDate| What::Off {
            first: *date,
            last: *date,
            why: None,
            cancel: false,
            source: None,
        };
        let offs: Vec<What> = dates.iter().map(off).collect();
        let order = (1, uuid::Uuid::nil());
        Self::declared_by(offs.iter().map(|off| (order, off)).collect())
    }

    /// A day at work.
    #[cfg(test)]
    pub(crate) fn working_on(date: NaiveDate) -> Self {
        let off = What::Off {
            first: date,
            last: date,
            why: Some("at work".to_owned()),
            cancel: true,
            source: None,
        };
        Self::declared_by(vec![((1, uuid::Uuid::nil()), &off)])
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

mod date_set;
#[cfg(test)]
mod tests;
