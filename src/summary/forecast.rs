//! The forecast: when the plan will end, and which milestones will be met.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::event_odds::{self, EventOutlook, HOUR, next_events};
use super::task::task;
use super::{
    DeliverableView, MilestoneView, OpenDeliverables, SlotView, Status, Study, milestones,
    open_deliverables,
};
use crate::calendar::add;
use crate::forecast::{self, Basis, Bound, Estimate, Forecast, Goal, Outlook, Record};
use crate::model::Minutes;
use crate::progress::Mark;

/// A milestone is at risk if a smaller percentage of the futures meets it.
const AT_RISK_BELOW_PERCENT: u32 = 80;
/// The fewest days of a pause that is mentioned.
const LEAST_PAUSE_DAYS: u32 = 3;
/// A pause is mentioned if it is at least one in this many of the days that have passed.
const LEAST_PAUSE_FRACTION: u32 = 4;

/// What work is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Planned minutes.
    Minutes,
    /// Slots, if no slot has minutes.
    Slots,
}

/// The forecast of a study.
#[derive(Debug, Clone)]
pub(crate) struct ForecastView<'a> {
    /// What work is measured in.
    pub(crate) unit: Unit,
    /// The plan's last day with slots, by its own dates.
    pub(crate) planned_end: NaiveDate,
    /// The last day with slots now, without slots that were moved and then skipped.
    pub(crate) now_planned_end: NaiveDate,
    /// When the plan will end.
    pub(crate) prediction: Prediction,
    /// Every milestone, in the author's order.
    pub(crate) milestones: Vec<MilestoneOutlook<'a>>,
    /// The next events with open slots.
    pub(crate) events: Vec<EventOutlook>,
    /// What is still to be handed in.
    pub(crate) deliverables: OpenDeliverables,
}

/// When the plan will end.
#[derive(Debug, Clone)]
pub(crate) enum Prediction {
    /// No slot is left since this date.
    Finished(Option<NaiveDate>),
    /// Too little has happened.
    NotEnough(Basis),
    /// Nothing has been done since this date, which is long ago.
    Stalled(NaiveDate),
    Estimate {
        /// P10, P50, P80 and P90: the date by which that percentage of the futures has ended;
        /// `None` if the end is not in sight.
        ends: [Option<End>; 4],
        /// What it is based on.
        basis: Basis,
        /// Slots whose duration the learner has measured, if there are any.
        measured: Option<Measured>,
        /// The current pause, if it is long compared with all the days that have passed.
        pause: Option<Pause>,
    },
}

/// A current stretch of planned days without study.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pause {
    /// How many days it has so far, planned ones and others of the usual week.
    pub(crate) days: u32,
    /// When something was done last.
    pub(crate) since: NaiveDate,
}

/// How long slots took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Measured {
    pub(crate) planned: Minutes,
    pub(crate) actual: Minutes,
}

/// A predicted end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct End {
    /// When it is.
    pub(crate) date: NaiveDate,
    /// Days after the planned end; negative before it.
    pub(crate) days_late: i64,
}

/// A milestone, and whether and when it will be met.
#[derive(Debug, Clone)]
pub(crate) struct MilestoneOutlook<'a> {
    pub(crate) view: MilestoneView<'a>,
    /// Whether it will be met.
    pub(crate) state: MilestoneState,
    /// Half of the futures reach it by then; `None` if that is not in sight, or nothing is left to
    /// do.
    pub(crate) p50: Bound,
    /// How many futures in a hundred meet it, rounded down; only if something is left to do and it
    /// has a due date.
    pub(crate) chance: Option<u32>,
}

/// Whether a milestone will be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MilestoneState {
    /// Everything it needs is done or skipped.
    Reached,
    /// At least four futures in five meet it, or it has no due date.
    OnCourse,
    /// Fewer do.
    AtRisk,
    /// It was due, and something is left to do.
    Missed,
    /// No slot in the plan counts for it, or only deliverables are left.
    Unknown,
}

impl MilestoneState {
    /// Its name in JSON.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::OnCourse => "on-course",
            Self::AtRisk => "at-risk",
            Self::Missed => "missed",
            Self::Unknown => "unknown",
        }
    }
}

/// The last study date on which a slot was done or skipped; where no deliverable is open, these count
/// too.
pub(super) fn settled_on(study: &Study, slots: &[SlotView]) -> Option<NaiveDate> {
    let deliverables: Vec<DeliverableView> = study.deliverables().collect();
    let is_any_open = deliverables.iter().any(DeliverableView::is_open);
    let deliverables = deliverables.iter().filter(|_| !is_any_open);
    let marks = deliverables.filter_map(|view| view.mark);
    let marks = slots.iter().filter_map(|slot| slot.mark).chain(marks);
    marks.filter_map(Mark::settled_on).max()
}

/// Rest days from the start of the plan to the horizon of the forecast.
fn rest(study: &Study) -> Vec<NaiveDate> {
    if study.rests.is_empty() {
        return Vec::new();
    }
    let start = study.calendar.start.min(study.today);
    let last = add(study.today, forecast::HORIZON);
    let dates = start.iter_days().take_while(|date| *date <= last);
    dates
        .filter(|date| study.rests.on(*date).is_some())
        .collect()
}

/// The forecast of a study.
pub(crate) fn forecast(study: &Study) -> ForecastView<'_> {
    let slots: Vec<SlotView> = study.slots().collect();
    let (unit, missing) = measure(&slots);
    let kept = slots.iter().filter(|slot| slot.status != Status::Skipped);
    let kept: Vec<&SlotView> = kept.collect();
    let views = milestones(study);
    let events = next_events(study);
    let goals = views.iter().map(|view| goal(study, view, &kept));
    let of_events = events
        .iter()
        .map(|view| event_odds::goal(&view.event, &kept));
    let record = Record {
        goals: goals.chain(of_events).collect(),
        ..record(study, &kept, (unit, missing))
    };
    let planned_end = study.calendar.last_day();
    let mut outlooks = vec![Outlook::Settled; views.len()];
    let found = forecast::forecast(&record, forecast::FUTURES);
    let estimate = match &found {
        Forecast::Estimate(estimate) => Some((&**estimate, views.len())),
        _ => None,
    };
    let events = event_odds::outlooks(events, (&record, &kept), missing, estimate);
    let prediction = match found {
        Forecast::Finished { on } => Prediction::Finished(on.max(settled_on(study, &slots))),
        Forecast::NotEnough(basis) => Prediction::NotEnough(basis),
        Forecast::Stalled { since } => Prediction::Stalled(since),
        Forecast::Estimate(estimate) => {
            outlooks = estimate.goals[..views.len()].to_vec();
            Prediction::Estimate {
                ends: ends(&estimate, planned_end),
                basis: estimate.basis,
                measured: measured(&kept),
                pause: pause(study, estimate.basis, &kept),
            }
        }
    };
    let milestones = views.into_iter().zip(outlooks);
    ForecastView {
        unit,
        planned_end,
        now_planned_end: now_planned_end(&slots).unwrap_or(planned_end),
        prediction,
        milestones: milestones
            .map(|(view, outlook)| self::outlook(view, outlook))
            .collect(),
        events,
        deliverables: open_deliverables(study),
    }
}

/// The last date with slots now.
fn now_planned_end(slots: &[SlotView]) -> Option<NaiveDate> {
    let counts = |slot: &&SlotView| slot.status != Status::Skipped || !slot.is_moved();
    let now = slots.iter().filter(counts);
    now.map(|slot| slot.dates.last).max()
}

/// What is planned and done, without goals.
fn record(study: &Study, kept: &[&SlotView], (unit, missing): (Unit, u32)) -> Record {
    Record {
        today: study.today,
        tasks: kept.iter().map(|slot| task(slot, missing)).collect(),
        goals: Vec::new(),
        buffers: study.calendar.buffers.iter().map(|b| b.dates).collect(),
        rest: rest(study),
        more_a_week: if unit == Unit::Minutes { HOUR } else { 0 },
    }
}

/// The unit of work, and the weight of a slot without minutes: the median of the others, or 1 if no
/// slot has minutes.
fn measure(slots: &[SlotView]) -> (Unit, u32) {
    let minutes = slots.iter().filter_map(SlotView::planned);
    let mut minutes: Vec<u32> = minutes.map(|minutes| minutes.0).collect();
    minutes.sort_unstable();
    match minutes.get(minutes.len() / 2) {
        Some(median) => (Unit::Minutes, *median),
        None => (Unit::Slots, 1),
    }
}

/// What has to be done for a milestone: the slots of its weeks and topics, and those of weeks with
/// open deliverables for it.
fn goal(study: &Study, view: &MilestoneView, slots: &[&SlotView]) -> Goal {
    let goals = || view.goals.iter().map(|goal| goal.goal);
    let open = study.deliverables().filter(DeliverableView::is_open);
    let open = open.filter(|one| goals().any(|goal| goal.by.contains(&one.what.id)));
    let weeks: HashSet<Option<u32>> = open.map(|one| one.week.number).collect();
    let is_for = |slot: &SlotView| {
        weeks.contains(&slot.place.week.number)
            || goals().any(|goal| goal.is_fulfilled_by(&slot.place))
    };
    let tasks = slots.iter().enumerate().filter(|(_, slot)| is_for(slot));
    Goal {
        due: view.due,
        tasks: tasks.map(|(index, _)| index).collect(),
    }
}

fn measured(slots: &[&SlotView]) -> Option<Measured> {
    let measured = slots.iter().filter_map(|slot| {
        let (planned, actual) = slot.planned().zip(slot.actual())?;
        Some(Measured { planned, actual })
    });
    measured.reduce(|a, b| Measured {
        planned: a.planned + b.planned,
        actual: a.actual + b.actual,
    })
}

/// The current pause, if it is long.
fn pause(study: &Study, basis: Basis, slots: &[&SlotView]) -> Option<Pause> {
    let days = basis.idle_days;
    let done = slots.iter().filter_map(|slot| slot.done_on());
    let since = done.map(|day| day.min(study.today)).max()?;
    let is_long = days >= LEAST_PAUSE_DAYS && days * LEAST_PAUSE_FRACTION >= basis.passed_days();
    is_long.then_some(Pause { days, since })
}

fn ends(estimate: &Estimate, planned: NaiveDate) -> [Option<End>; 4] {
    let bounds = [estimate.p10, estimate.p50, estimate.p80, estimate.p90];
    bounds.map(|bound| {
        bound.map(|date| End {
            date,
            days_late: (date - planned).num_days(),
        })
    })
}

fn outlook(view: MilestoneView<'_>, outlook: Outlook) -> MilestoneOutlook<'_> {
    let (p50, chance) = match outlook {
        Outlook::Settled => (None, None),
        Outlook::Open { p50, chance } => (p50, chance),
    };
    let state = if view.reached_on.is_some() {
        MilestoneState::Reached
    } else if view.overdue {
        MilestoneState::Missed
    } else if outlook == Outlook::Settled {
        MilestoneState::Unknown
    } else if chance.is_some_and(|chance| chance < AT_RISK_BELOW_PERCENT) {
        MilestoneState::AtRisk
    } else {
        MilestoneState::OnCourse
    };
    MilestoneOutlook {
        view,
        state,
        p50,
        chance,
    }
}
