//! Rules on days: budgets, long slots, gaps, and how long phases are.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Linter;
use crate::calendar::{add, monday};
use crate::model::{Budget, Day, Minutes, Period, Slot};
use crate::source::{Part, Rule};

/// A slot longer than this is asked about.
const LONG: Minutes = Minutes(120);

impl Linter<'_> {
    /// A day that plans more than its budget's upper bound, or less than half its lower one.
    pub(super) fn budgets(&mut self) {
        let plan = self.plan;
        for (_, _, _, day) in plan.days() {
            let (Some(budget), Some(planned), Some((number, _))) =
                (self.budget(day), planned(day), day.numbers)
            else {
                continue;
            };
            let (part, at) = (Part::Day(number), format!("d{number:02}"));
            if planned > budget.high {
                let (planned, high) = (planned.0, budget.high.0);
                let message =
                    format!("day {number} plans {planned} minutes, its budget is {high} at most");
                let help = "move a slot to another day, or raise `time_budget`";
                self.warn(Rule::OverBudget, &part, at, message, help);
            } else if planned.0 * 2 < budget.low.0 {
                let (planned, low) = (planned.0, budget.low.0);
                let message =
                    format!("day {number} plans {planned} minutes, its budget is {low} at least");
                let help = "is a part of the day missing?";
                self.warn(Rule::UnderBudget, &part, at, message, help);
            }
        }
    }

    /// The budget of a day entry: that of each of its days, added up.
    fn budget(&self, day: &Day) -> Option<Budget> {
        let budget = self.plan.time_budget.as_ref()?;
        let of = |weekday| match weekday {
            Weekday::Sat | Weekday::Sun => budget.weekend,
            _ => budget.weekday,
        };
        let budgets: Option<Vec<Budget>> = day.weekdays?.days().map(of).collect();
        let budgets = budgets?;
        Some(Budget {
            low: budgets.iter().map(|budget| budget.low).sum(),
            high: budgets.iter().map(|budget| budget.high).sum(),
        })
    }

    pub(super) fn long_slots(&mut self) {
        let plan = self.plan;
        for slot in plan.slots().map(|place| place.slot) {
            let Some(planned) = slot.planned().filter(|planned| *planned > LONG) else {
                continue;
            };
            let id = slot.id.to_string();
            let (minutes, most) = (planned.0, LONG.0);
            let message = format!("a slot of {minutes} minutes; {most} at a stretch are enough");
            let help = "split it, with a break between";
            self.warn(Rule::LongSlot, &Part::Slot(id.clone()), id, message, help);
        }
    }

    /// Phases that cover other than the weeks they declare, and days left out within one.
    pub(super) fn spans_and_gaps(&mut self) {
        let plan = self.plan;
        let mut index = 0;
        for (number, phase) in (1..).zip(&plan.phases) {
            let days: Vec<&Day> = phase.weeks.iter().flat_map(|week| &week.days).collect();
            let dates = self.calendar.days[index..index + days.len()].to_vec();
            index += days.len();
            for (pair, day) in dates.windows(2).zip(&days) {
                self.gap(day, pair[0].last, pair[1].first);
            }
            let mut weeks: Vec<NaiveDate> = dates
                .iter()
                .flat_map(|d| [monday(d.first), monday(d.last)])
                .collect();
            weeks.dedup();
            if let Some(Period::Weeks(declared)) = phase.span
                && weeks.len() != declared as usize
                && !weeks.is_empty()
            {
                let title = phase.title.as_deref().unwrap_or_default();
                let covered = weeks.len();
                let message =
                    format!("{title} declares {declared} week(s), its days cover {covered}");
                let help = "mend `span`, or move weeks between phases";
                self.warn(
                    Rule::SpanDiffers,
                    &Part::Phase(number),
                    format!("p{number}"),
                    message,
                    help,
                );
            }
        }
    }

    /// Days without a plan day after `day`, those of declared rest not counted.
    fn gap(&mut self, day: &Day, last: NaiveDate, next: NaiveDate) {
        let between = (next - last).num_days() - 1;
        let free = (1..)
            .take(usize::try_from(between).unwrap_or(0))
            .map(|n| add(last, n));
        let plan = self.plan;
        let free = free
            .filter(|date| !plan.rest.contains(&date.weekday()))
            .count();
        if let (1.., Some((first, number))) = (free, day.numbers) {
            let message = format!("{free} day(s) without a plan day after day {number}");
            let help = "declare `rest: sat-sun`, plan a `buffer`, or allow it with a reason";
            self.warn(
                Rule::Gap,
                &Part::Day(first),
                format!("d{first:02}"),
                message,
                help,
            );
        }
    }
}

/// The minutes a day entry plans, where each of its slots says.
fn planned(day: &Day) -> Option<Minutes> {
    let minutes: Option<Vec<Minutes>> = day.slots().map(Slot::planned).collect();
    minutes.map(|minutes| minutes.into_iter().sum())
}
