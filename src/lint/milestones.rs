//! Milestones that are due before what fulfils them.
//!
//! A month has 28 to 31 days, so a milestone can be late from one date of Day 1 and not from
//! another. The author does not know when the plan will be begun: there is a warning if any start
//! makes the milestone late, and it names the days of the worst one.

use chrono::NaiveDate;

use super::Linter;
use crate::calendar::{Calendar, add, after};
use crate::model::{Goal, MilestoneDue, Period, Plan, SlotRef};
use crate::source::{Part, Rule};
use crate::text::Lint;

/// The weeks in which every date of a leap-year cycle falls on the weekday of the first: 4 x 365.25.
const STARTS: u64 = 1461;

/// A goal of a milestone with a due date.
struct Aim<'a> {
    /// The milestone's number from 1.
    milestone: usize,
    goal: &'a Goal,
    due: Period,
    /// Index of the last day entry that fulfils it.
    day: usize,
    /// By how many days it is late from the worst start.
    late: i64,
}

impl Linter<'_> {
    /// Milestones that are due before the last slot of what fulfils them.
    pub(super) fn milestones(&mut self) {
        let plan = self.plan;
        let mut aims = aims(plan);
        if aims.is_empty() {
            return;
        }
        let mut buffers = plan.phases.iter().filter_map(|phase| phase.buffer);
        let moves = buffers.any(in_months);
        let varies = moves || aims.iter().any(|aim| in_months(aim.due));
        for start in starts(self.calendar.start, varies) {
            // Days keep their distance from the start, except after a buffer of months.
            let laid = moves.then(|| Calendar::lay(plan, start));
            let calendar = laid.as_ref().unwrap_or(&self.calendar);
            for aim in &mut aims {
                let last = calendar.days[aim.day].last - calendar.start;
                let due = after(start, aim.due) - start;
                aim.late = aim.late.max((last - due).num_days());
            }
        }
        for aim in aims.iter().filter(|aim| aim.late > 0) {
            let lint = Lint::MilestoneLate {
                title: plan.milestones[aim.milestone - 1].title.clone(),
                goal: aim.goal.text.clone(),
                due: aim.due,
                days_late: u32::try_from(aim.late).unwrap_or(u32::MAX),
                at_most: moves || in_months(aim.due),
            };
            self.warn(Rule::MilestoneLate, &Part::Milestone(aim.milestone), lint);
        }
    }
}

fn in_months(span: Period) -> bool {
    matches!(span, Period::Months(_))
}

/// Dates that Day 1 can fall on: `first` alone unless it matters, else those of a whole cycle.
fn starts(first: NaiveDate, varies: bool) -> impl Iterator<Item = NaiveDate> {
    (0..if varies { STARTS } else { 1 }).map(move |week| add(first, 7 * week))
}

/// The goals with a due date that a slot fulfils.
fn aims(plan: &Plan) -> Vec<Aim<'_>> {
    let mut aims = Vec::new();
    for (milestone, entry) in (1..).zip(&plan.milestones) {
        // A date says nothing about a plan that can begin on any.
        let Some(MilestoneDue::After(due)) = entry.due else {
            continue;
        };
        aims.extend(entry.goals.iter().filter_map(|goal| {
            Some(Aim {
                milestone,
                goal,
                due,
                day: last_day(plan, goal)?,
                late: i64::MIN,
            })
        }));
    }
    aims
}

/// The index of the last day entry that fulfils a goal.
fn last_day(plan: &Plan, goal: &Goal) -> Option<usize> {
    let fulfils = |place: &SlotRef| {
        let mut deliverables = place.week.deliverables.iter();
        goal.is_fulfilled_by(place) || deliverables.any(|what| goal.by.contains(&what.id))
    };
    let places = plan.slots().filter(fulfils);
    places.map(|place| place.day_index).max()
}
