//! The plan as a whole.

use chrono::{Datelike, Weekday};

use super::milestones::{MilestoneView, milestones};
use super::reminders::Scope;
use super::report_rows::{PhaseRow, phase_rows};
use super::{SlotView, Study, Tally};
use crate::model::{Budget, Dates, Minutes, Reminder, Stage};

/// What the plan says of itself, and how far it is.
#[derive(Debug, Clone)]
pub(crate) struct Overview<'a> {
    /// From its first day to its last, by the plan.
    pub(crate) dates: Dates,
    pub(crate) tally: Tally,
    /// The budgets that it has, and what it plans of them.
    pub(crate) budgets: Vec<BudgetUse>,
    /// Reminders that are of no stage or phase.
    pub(crate) reminders: Vec<&'a Reminder>,
    pub(crate) stages: Vec<StageRow<'a>>,
    /// Its phases that have a title, each with its reminders.
    pub(crate) phases: Vec<(PhaseRow<'a>, Vec<&'a Reminder>)>,
    pub(crate) milestones: Vec<MilestoneView<'a>>,
}

/// How much of a budget the days of the plan use. Days of several dates, and those without times
/// and durations, are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BudgetUse {
    /// Whether it is that of Saturday and Sunday.
    pub(crate) weekend: bool,
    pub(crate) budget: Budget,
    /// How many days there are.
    pub(crate) days: u32,
    /// How many of them plan more than the budget.
    pub(crate) over: u32,
    /// Of a day on average, rounded.
    pub(crate) average: Minutes,
    /// Of the fullest day.
    pub(crate) most: Minutes,
}

/// A stage of the roadmap with the slots of its topics.
#[derive(Debug, Clone)]
pub(crate) struct StageRow<'a> {
    pub(crate) stage: &'a Stage,
    pub(crate) tally: Tally,
    pub(crate) reminders: Vec<&'a Reminder>,
}

impl MilestoneView<'_> {
    /// How many of its goals are reached.
    pub(crate) fn reached_goals(&self) -> usize {
        self.goals.iter().filter(|goal| goal.reached).count()
    }
}

/// What the plan says of itself, and how far it is.
pub(crate) fn overview(study: &Study) -> Overview<'_> {
    let slots: Vec<SlotView> = study.slots().collect();
    let plan = &study.plan;
    let scoped = |reminder| (Scope::of(plan, reminder), reminder);
    let reminders: Vec<(Scope, &Reminder)> = plan.reminders.iter().map(scoped).collect();
    let with = |is_it: &dyn Fn(&Scope) -> bool| -> Vec<&Reminder> {
        let found = reminders.iter().filter(|(scope, _)| is_it(scope));
        found.map(|(_, reminder)| *reminder).collect()
    };
    let stages = plan.roadmap.stages.iter().map(|stage| {
        let scope = Scope::Stage(stage);
        StageRow {
            stage,
            tally: slots.iter().filter(|slot| scope.has(slot)).collect(),
            reminders: with(&|s| matches!(s, Scope::Stage(of) if std::ptr::eq(*of, stage))),
        }
    });
    let phases = phase_rows(study, &slots).into_iter().map(|row| {
        let reminders = with(&|s| matches!(s, Scope::Phase(of) if std::ptr::eq(*of, row.phase)));
        (row, reminders)
    });
    Overview {
        dates: Dates {
            first: study.calendar.start,
            last: study.calendar.end(),
        },
        tally: slots.iter().collect(),
        budgets: budgets(study),
        reminders: with(&|scope| matches!(scope, Scope::Always)),
        stages: stages.collect(),
        phases: phases.collect(),
        milestones: milestones(study),
    }
}

fn budgets(study: &Study) -> Vec<BudgetUse> {
    let budget = study.plan.time_budget.as_ref();
    let of = |weekend: bool, budget: Option<Budget>| Some(used(study, weekend, budget?));
    let both = budget.map(|budget| [of(false, budget.weekday), of(true, budget.weekend)]);
    both.into_iter().flatten().flatten().collect()
}

fn used(study: &Study, weekend: bool, budget: Budget) -> BudgetUse {
    let is_own = |dates: &Dates| {
        let weekday = dates.first.weekday();
        dates.first == dates.last && matches!(weekday, Weekday::Sat | Weekday::Sun) == weekend
    };
    let own = study.days_of_file().filter(|(_, dates)| is_own(dates));
    let minutes = own.map(|(day, _)| {
        let planned = day.slots().filter_map(crate::model::Slot::planned);
        planned.map(|minutes| minutes.0).sum::<u32>()
    });
    let minutes: Vec<u32> = minutes.filter(|minutes| *minutes > 0).collect();
    let days = u32::try_from(minutes.len()).unwrap_or(u32::MAX);
    let over = minutes.iter().filter(|minutes| **minutes > budget.high.0);
    let all: u32 = minutes.iter().sum();
    BudgetUse {
        weekend,
        budget,
        days,
        over: u32::try_from(over.count()).unwrap_or(u32::MAX),
        average: Minutes((all + days / 2).checked_div(days).unwrap_or(0)),
        most: Minutes(minutes.iter().copied().max().unwrap_or(0)),
    }
}
