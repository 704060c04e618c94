//! Rules on days: budgets, long slots, gaps, and how long phases are.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Linter;
use super::allow::day_names;
use crate::calendar::monday;
use crate::model::{Budget, Dates, Day, Minutes, Period, Phase, Slot, SlotRef, Week};
use crate::source::{Part, Rule};
use crate::text::Lint;

/// A longer slot is warned about.
const LONG: Minutes = Minutes(120);

impl Linter<'_> {
    /// Days that plan more than their budget's upper bound, or less than half its lower one.
    pub(super) fn budgets(&mut self) {
        for (_, _, week, day) in self.plan.days() {
            let (Some(budget), Some(planned), Some((number, _))) =
                (self.budget(day), planned(day), day.numbers)
            else {
                continue;
            };
            if planned > budget.high {
                let lint = Lint::OverBudget {
                    day: number,
                    planned,
                    budget: budget.high,
                };
                self.warn_of_day(Rule::OverBudget, week, day, lint);
            } else if planned.0 * 2 < budget.low.0 {
                let lint = Lint::UnderBudget {
                    day: number,
                    planned,
                    budget: budget.low,
                };
                self.warn_of_day(Rule::UnderBudget, week, day, lint);
            }
        }
    }

    /// Days on weekdays that the plan says it leaves free.
    pub(super) fn rest_days(&mut self) {
        for (_, _, week, day) in self.plan.days() {
            let weekdays = day.weekdays.iter().flat_map(|weekdays| weekdays.days());
            let at_rest = weekdays.filter(|weekday| self.plan.rest.contains(weekday));
            let weekdays: Vec<Weekday> = at_rest.collect();
            if let (Some((number, _)), false) = (day.numbers, weekdays.is_empty()) {
                let lint = Lint::RestDay {
                    day: number,
                    weekdays,
                };
                self.warn_of_day(Rule::RestDay, week, day, lint);
            }
        }
    }

    /// Adds a warning about a day that has a number.
    fn warn_of_day(&mut self, rule: Rule, week: &Week, day: &Day, lint: Lint) {
        if let Some((number, _)) = day.numbers {
            self.warn_named(rule, &Part::Day(number), &day_names(week, day), lint);
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
        for place in self.plan.slots() {
            let planned = place.slot.planned().unwrap_or_default();
            if planned > LONG {
                let limit = LONG;
                let lint = Lint::LongSlot { planned, limit };
                self.warn_of_slot(Rule::LongSlot, &place, lint);
            }
        }
    }

    /// Slots in the night, which end the study day instead of beginning it.
    pub(super) fn slots_at_night(&mut self, day_starts: Minutes) {
        for place in self.plan.slots() {
            let start = place.slot.time.map(|time| time.start);
            if let Some(start) = start.filter(|start| start.minutes() < day_starts.0) {
                let lint = Lint::BeforeDayStart { start, day_starts };
                self.warn_of_slot(Rule::BeforeDayStart, &place, lint);
            }
        }
    }

    fn warn_of_slot(&mut self, rule: Rule, place: &SlotRef, lint: Lint) {
        let part = Part::Slot(place.slot.id.to_string());
        let day = day_names(place.week, place.day);
        let own = day.first().map(|day| format!("{day}.{}", place.ordinal));
        let names: Vec<String> = own.into_iter().chain(day).collect();
        self.warn_named(rule, &part, &names, lint);
    }

    /// Phases that cover more or fewer weeks than they declare, and gaps between their days.
    pub(super) fn periods_and_gaps(&mut self) {
        let mut rest = self.calendar.days.clone().into_iter();
        for (number, phase) in (1..).zip(&self.plan.phases) {
            let days = phase.weeks.iter().flat_map(|week| &week.days);
            let dates: Vec<Dates> = rest.by_ref().take(days.count()).collect();
            self.gaps(phase, &dates);
            let mondays = dates.iter().flat_map(|d| [monday(d.first), monday(d.last)]);
            let mut weeks: Vec<NaiveDate> = mondays.collect();
            weeks.dedup();
            let covered = u32::try_from(weeks.len()).unwrap_or(u32::MAX);
            if let Some(Period::Weeks(declared)) = phase.span
                && covered != declared
                && covered != 0
            {
                let phase = phase.title.clone().unwrap_or_default();
                let lint = Lint::PeriodDiffers {
                    phase,
                    declared,
                    covered,
                };
                self.warn(Rule::SpanDiffers, &Part::Phase(number), lint);
            }
        }
    }

    /// Dates without a plan day between the days of a phase, other than declared rest.
    fn gaps(&mut self, phase: &Phase, dates: &[Dates]) {
        let weeks = phase.weeks.iter();
        let days = weeks.flat_map(|week| week.days.iter().map(move |day| (week, day)));
        for (pair, (week, day)) in dates.windows(2).zip(days) {
            let between = pair[0].last.iter_days().skip(1);
            let between = between.take_while(|date| *date < pair[1].first);
            let free = between.filter(|date| !self.plan.rest.contains(&date.weekday()));
            let free: Vec<NaiveDate> = free.collect();
            let free_days = u32::try_from(free.len()).unwrap_or(u32::MAX);
            if let (1.., Some((_, after_day))) = (free_days, day.numbers) {
                let lint = Lint::Gap {
                    after_day,
                    free_days,
                    rest: self.rest_with(&free),
                };
                self.warn_of_day(Rule::Gap, week, day, lint);
            }
        }
    }
}

impl Linter<'_> {
    /// The weekdays that the plan would leave free with those of `dates`; none if it has days on them.
    fn rest_with(&self, dates: &[NaiveDate]) -> Vec<Weekday> {
        let days = self.plan.days().filter_map(|(.., day)| day.weekdays);
        let planned: Vec<Weekday> = days
            .flat_map(|weekdays| weekdays.days().collect::<Vec<_>>())
            .collect();
        let mut rest: Vec<Weekday> = dates.iter().map(Datelike::weekday).collect();
        if rest.iter().any(|weekday| planned.contains(weekday)) {
            return Vec::new();
        }
        rest.extend(&self.plan.rest);
        rest.sort_unstable_by_key(Weekday::num_days_from_monday);
        rest.dedup();
        rest
    }
}

/// The minutes a day entry plans, where each of its slots has a time or duration.
fn planned(day: &Day) -> Option<Minutes> {
    let minutes: Option<Vec<Minutes>> = day.slots().map(Slot::planned).collect();
    minutes.map(|minutes| minutes.into_iter().sum())
}
