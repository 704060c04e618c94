//! Deliverables, and milestones: what each goal needs, and how much of that is done.

use chrono::NaiveDate;
use serde::Serialize;

use super::{SlotView, Status, Study, Tally};
use crate::calendar::after;
use crate::model::{Dates, Deliverable, Goal, Milestone, Phase, Week};
use crate::progress::Mark;

/// A deliverable with its marks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DeliverableView<'a> {
    /// The phase of its week.
    pub(crate) phase: &'a Phase,
    /// The week at whose end it is due.
    pub(crate) week: &'a Week,
    pub(crate) what: &'a Deliverable,
    /// From the first to the last date of its week's slots, wherever they are now.
    pub(crate) dates: Dates,
    /// Its status; overdue once these dates have passed.
    pub(crate) status: Status,
    pub(crate) mark: Option<&'a Mark>,
}

impl DeliverableView<'_> {
    /// Whether it is neither done nor skipped.
    pub(crate) fn is_open(&self) -> bool {
        matches!(self.status, Status::Open | Status::Overdue)
    }
}

/// Counts of deliverables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub(crate) struct DeliverableTally {
    pub(crate) all: u32,
    pub(crate) done: u32,
}

impl<'a> FromIterator<&'a DeliverableView<'a>> for DeliverableTally {
    fn from_iter<I: IntoIterator<Item = &'a DeliverableView<'a>>>(views: I) -> Self {
        views.into_iter().fold(Self::default(), |tally, view| Self {
            all: tally.all + 1,
            done: tally.done + u32::from(view.status == Status::Done),
        })
    }
}

impl Study {
    /// Every deliverable in the order of the plan.
    pub(crate) fn deliverables(&self) -> impl Iterator<Item = DeliverableView<'_>> {
        let mut slots = self.slots().peekable();
        self.plan.weeks().flat_map(move |(phase, week)| {
            let is_own = |slot: &SlotView| std::ptr::eq(slot.place.week, week);
            let own = std::iter::from_fn(|| slots.next_if(is_own));
            let dates = own.map(|slot| slot.dates).reduce(Dates::hull);
            let dates = dates.unwrap_or(Dates::on(self.calendar.start));
            week.deliverables.iter().map(move |what| {
                let mark = self.reconciled.marks.get(&what.id);
                DeliverableView {
                    phase,
                    week,
                    what,
                    dates,
                    status: Status::of(mark, dates, self.today),
                    mark,
                }
            })
        })
    }

    /// The title of the slot or deliverable with this id.
    pub(crate) fn title(&self, id: &str) -> Option<&str> {
        let mut named = self.plan.named();
        named.find(|(own, _)| *own == id).map(|(_, title)| title)
    }
}

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
