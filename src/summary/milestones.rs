//! Milestones: what each goal needs, and how much of that is done.

use chrono::NaiveDate;

use super::{DeliverableTally, DeliverableView, SlotView, Study, Tally};
use crate::calendar::after;
use crate::model::{Goal, Milestone};

/// A milestone with its progress.
#[derive(Debug, Clone)]
pub(crate) struct MilestoneView<'a> {
    pub(crate) milestone: &'a Milestone,
    /// When it is due.
    pub(crate) due: Option<NaiveDate>,
    /// Whether that date has passed with something left to do.
    pub(crate) overdue: bool,
    pub(crate) goals: Vec<GoalView<'a>>,
}

/// A goal with its progress.
#[derive(Debug, Clone)]
pub(crate) struct GoalView<'a> {
    pub(crate) goal: &'a Goal,
    /// Slots of its weeks and topics, each once.
    pub(crate) tally: Tally,
    pub(crate) deliverables: DeliverableTally,
    /// Whether all of these are done or skipped, and there are any.
    pub(crate) reached: bool,
}

/// Every milestone, in the author's order.
pub(crate) fn milestones(study: &Study) -> Vec<MilestoneView<'_>> {
    let slots: Vec<SlotView> = study.slots().collect();
    let deliverables: Vec<DeliverableView> = study.deliverables().collect();
    let views = study.plan.milestones.iter().map(|milestone| {
        let goals = milestone
            .goals
            .iter()
            .map(|goal| view(goal, &slots, &deliverables));
        let goals: Vec<GoalView> = goals.collect();
        let due = milestone.due.map(|span| after(study.calendar.start, span));
        let passed = due.is_some_and(|due| due < study.today);
        MilestoneView {
            milestone,
            due,
            overdue: passed
                && goals
                    .iter()
                    .any(|goal| !goal.reached && !goal.goal.by.is_empty()),
            goals,
        }
    });
    views.collect()
}

fn view<'a>(
    goal: &'a Goal,
    slots: &[SlotView<'a>],
    deliverables: &[DeliverableView<'a>],
) -> GoalView<'a> {
    let fulfils = |slot: &&SlotView| goal.is_fulfilled_by(&slot.place);
    let tally: Tally = slots.iter().filter(fulfils).collect();
    let handed_in = deliverables
        .iter()
        .filter(|view| goal.by.contains(&view.what.id));
    let open = handed_in.clone().any(DeliverableView::is_open);
    let handed_in: DeliverableTally = handed_in.collect();
    GoalView {
        goal,
        reached: tally.open() == 0 && !open && tally.slots + handed_in.all > 0,
        tally,
        deliverables: handed_in,
    }
}
