//! Deliverables, and milestones: what each goal needs, and how much of that is done.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::study::target;
use super::{SlotView, Status, Study, Tally};
use crate::model::{Dates, Deliverable, Goal, Milestone, Phase, PlanId, Week};
use crate::progress::Mark;
use crate::text::SlotName;

/// A deliverable with its marks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DeliverableView<'a> {
    /// The phase of its week.
    pub(crate) phase: &'a Phase,
    /// The week at whose end it is due.
    pub(crate) week: &'a Week,
    pub(crate) what: &'a Deliverable,
    /// Until when it can be handed in: from the first to the last date of its week's slots, wherever they
    /// are now; its due date alone if it has one.
    pub(crate) dates: Dates,
    /// Its status; overdue once these dates have passed.
    pub(crate) status: Status,
    /// Whether the learner has set its due date.
    pub(crate) is_due_set: bool,
    pub(crate) mark: Option<&'a Mark>,
    pub(crate) plan: &'a PlanId,
    /// Whether that is not the current plan.
    is_other: bool,
}

impl DeliverableView<'_> {
    /// Its id as a target: with the id of the plan, unless that is the current one.
    pub(crate) fn id(&self) -> String {
        target(self.is_other.then_some(self.plan), &self.what.id)
    }

    /// What messages call it.
    pub(crate) fn name(&self) -> SlotName {
        SlotName::new(&self.id(), &self.what.text)
    }

    /// Whether it is neither done nor skipped.
    pub(crate) fn is_open(&self) -> bool {
        matches!(self.status, Status::Open | Status::Overdue)
    }
}

/// Counts of deliverables.
#[derive(JsonSchema, Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub(crate) struct DeliverableTally {
    pub(crate) all: u32,
    pub(crate) done: u32,
    pub(crate) skipped: u32,
}

impl<'a> FromIterator<&'a DeliverableView<'a>> for DeliverableTally {
    fn from_iter<I: IntoIterator<Item = &'a DeliverableView<'a>>>(views: I) -> Self {
        views.into_iter().fold(Self::default(), |tally, view| Self {
            all: tally.all + 1,
            done: tally.done + u32::from(view.status == Status::Done),
            skipped: tally.skipped + u32::from(view.status == Status::Skipped),
        })
    }
}

/// A deliverable that is neither done nor skipped.
#[derive(JsonSchema, Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct OpenDeliverable {
    pub(crate) id: String,
    pub(crate) text: String,
    /// The number of its week.
    pub(crate) week: Option<u32>,
    /// Its due date, else the last date of its week's slots.
    pub(crate) due: NaiveDate,
}

/// What is still to be handed in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct OpenDeliverables {
    /// What is overdue on the learner's own today, oldest first: at least the first
    /// [`super::MAX_LISTED`].
    pub(crate) overdue: Vec<OpenDeliverable>,
    /// How many are overdue.
    pub(crate) all_overdue: u32,
    /// Those that are due on the date asked about.
    pub(crate) due: Vec<OpenDeliverable>,
    /// Those that are due later, the first ones first: at least the first [`super::MAX_LISTED`].
    pub(crate) later: Vec<OpenDeliverable>,
    /// How many are due later.
    pub(crate) all_later: u32,
    /// The first one that is not overdue.
    pub(crate) next: Option<OpenDeliverable>,
    /// How many are open, overdue or not.
    pub(crate) all: u32,
    /// Their plan, if that is not the current one.
    #[serde(skip)]
    pub(super) other_plan: Option<PlanId>,
}

impl OpenDeliverables {
    /// The id of one of them as a target: with the id of the plan, unless that is the current one.
    pub(crate) fn target(&self, what: &OpenDeliverable) -> String {
        target(self.other_plan.as_ref(), &what.id)
    }
}

/// What is still to be handed in.
pub(crate) fn open_deliverables(study: &Study) -> OpenDeliverables {
    open_deliverables_on(study, study.today)
}

/// Open deliverables that `is_meant` selects among `all`.
pub(super) fn open_deliverables_of(
    study: &Study,
    all: &[DeliverableView],
    is_meant: impl Fn(&DeliverableView) -> bool,
) -> OpenDeliverables {
    let meant = all.iter().copied().filter(is_meant);
    open_among(study, study.today, meant)
}

/// All open deliverables as of `date`; excludes those that became overdue later.
pub(super) fn open_deliverables_on(study: &Study, date: NaiveDate) -> OpenDeliverables {
    open_among(study, date, study.deliverables())
}

fn open_among<'a>(
    study: &Study,
    date: NaiveDate,
    deliverables: impl Iterator<Item = DeliverableView<'a>>,
) -> OpenDeliverables {
    let open = deliverables.filter(DeliverableView::is_open);
    let mut open: Vec<DeliverableView> = open.collect();
    open.sort_by_key(|view| view.dates.last);
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let today = date.min(study.today);
    let (overdue, later) = open.split_at(open.partition_point(|view| view.dates.last < today));
    let due = later.iter().filter(|view| view.dates.last == date);
    let after = later.iter().filter(|view| view.dates.last > date);
    let after: Vec<OpenDeliverable> = after.map(OpenDeliverable::from).collect();
    OpenDeliverables {
        overdue: overdue.iter().map(OpenDeliverable::from).collect(),
        all_overdue: count(overdue.len()),
        due: due.map(OpenDeliverable::from).collect(),
        all_later: count(after.len()),
        later: after,
        next: later.first().map(OpenDeliverable::from),
        all: count(open.len()),
        other_plan: study.other_plan().cloned(),
    }
}

impl From<&DeliverableView<'_>> for OpenDeliverable {
    fn from(view: &DeliverableView) -> Self {
        Self {
            id: view.what.id.clone(),
            text: view.what.text.clone(),
            week: view.week.number,
            due: view.dates.last,
        }
    }
}

impl Study {
    /// Every deliverable in the order of the plan. A week without slots ends with the one before it, and
    /// added slots do not make it longer.
    pub(crate) fn deliverables(&self) -> impl Iterator<Item = DeliverableView<'_>> {
        let slots = self.slots().filter(|slot| !slot.place.day.is_added());
        let mut slots = slots.peekable();
        let mut before = Dates::on(self.calendar.start);
        self.plan.weeks().flat_map(move |(phase, week)| {
            let is_own = |slot: &SlotView| std::ptr::eq(slot.place.week, week);
            let own = std::iter::from_fn(|| slots.next_if(is_own));
            let dates = own.map(|slot| slot.dates).reduce(Dates::hull);
            let dates = dates.unwrap_or(before);
            before = dates;
            week.deliverables.iter().map(move |what| {
                let mark = self.reconciled.marks.get(&what.id);
                let dates = self.due_date(what).map_or(dates, Dates::on);
                DeliverableView {
                    phase,
                    week,
                    what,
                    dates,
                    status: Status::of(mark, dates, self.today),
                    is_due_set: self.due_dates.deliverables.contains_key(&what.id),
                    mark,
                    plan: &self.plan.id,
                    is_other: self.is_other,
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
    /// Whether the learner has set that date.
    pub(crate) is_due_set: bool,
    /// The plan's own date, if it has one.
    pub(crate) due_by_plan: Option<NaiveDate>,
    /// Whether that date has passed with something left to do.
    pub(crate) overdue: bool,
    /// The study date on which the last of what it needs was done or skipped, if all of it is.
    pub(crate) reached_on: Option<NaiveDate>,
    pub(crate) goals: Vec<GoalView<'a>>,
}

/// A goal with its progress.
#[derive(Debug, Clone)]
pub(crate) struct GoalView<'a> {
    pub(crate) goal: &'a Goal,
    /// Slots of its weeks and topics, each once.
    pub(crate) tally: Tally,
    /// Deliverables that it names, or that are due in its weeks.
    pub(crate) deliverables: DeliverableTally,
    /// Whether all of these are done or skipped, and there are any.
    pub(crate) reached: bool,
    /// The study date on which the last of these was done or skipped.
    last_settled: Option<NaiveDate>,
}

impl MilestoneView<'_> {
    /// Whether it was reached after its due date.
    pub(crate) fn is_late(&self) -> bool {
        self.reached_on
            .zip(self.due)
            .is_some_and(|(reached, due)| reached > due)
    }

    /// When the last thing was done that the goals need; goals that nothing fulfils need nothing.
    fn reached_on(goals: &[GoalView]) -> Option<NaiveDate> {
        let mut needed = goals.iter().filter(|goal| !goal.goal.by.is_empty());
        let all = needed.clone().all(|goal| goal.reached);
        let last = needed.clone().filter_map(|goal| goal.last_settled).max();
        needed.next().and(last).filter(|_| all)
    }
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
        let due = study.due(milestone);
        let passed = due.is_some_and(|due| due < study.today);
        MilestoneView {
            milestone,
            is_due_set: study.due_dates.milestones.contains_key(&milestone.title),
            due_by_plan: study.due_by_plan(milestone),
            due,
            overdue: passed
                && goals
                    .iter()
                    .any(|goal| !goal.reached && !goal.goal.by.is_empty()),
            reached_on: MilestoneView::reached_on(&goals),
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
    let slots = slots.iter().filter(fulfils);
    let tally: Tally = slots.clone().collect();
    let counts =
        |view: &&DeliverableView| goal.is_fulfilled_by_deliverable(view.week, &view.what.id);
    let handed_in = deliverables.iter().filter(counts);
    let open = handed_in.clone().any(DeliverableView::is_open);
    let marks = slots.map(|slot| slot.mark);
    let marks = marks.chain(handed_in.clone().map(|view| view.mark));
    let last_settled = marks.filter_map(|mark| mark?.settled_on()).max();
    let handed_in: DeliverableTally = handed_in.collect();
    GoalView {
        goal,
        reached: tally.open() == 0 && !open && tally.slots + handed_in.all > 0,
        tally,
        deliverables: handed_in,
        last_settled,
    }
}
