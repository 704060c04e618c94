//! How stranded slots could be rescheduled, and what each option would mean.

use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta};
use serde::Serialize;

use super::problem::{has_durations, problem};
use super::{OpenDeliverables, SlotView, Study, Tally, open_deliverables};
use crate::model::{Dates, Minutes, Placement};
use crate::reschedule::{Obstacle, Problem, Proposal, catch_up, extend, rebalance};

/// One of the three recovery strategies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum RecoveryStrategy {
    /// Fit stranded slots into free time; everything else stays where it is.
    CatchUp,
    /// Lay out everything that is not done anew from today.
    Rebalance,
    /// Move the rest of the plan by whole weeks.
    Extend,
}

impl RecoveryStrategy {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::CatchUp, Self::Rebalance, Self::Extend];

    /// Its name on the command line, in the journal and in JSON.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::CatchUp => "catch-up",
            Self::Rebalance => "rebalance",
            Self::Extend => "extend",
        }
    }
}

/// A proposal, and what it would mean.
#[derive(Debug, Clone)]
pub(crate) struct RecoveryOption<'a> {
    pub(crate) strategy: RecoveryStrategy,
    /// Slots with their new placements, in the order of the plan.
    pub(crate) moves: Vec<(SlotView<'a>, Placement)>,
    /// Planned minutes of the slots that move.
    pub(crate) minutes: Minutes,
    /// Slots for which there is no placement, and why.
    pub(crate) unplaced: Vec<(SlotView<'a>, UnplacedReason<'a>)>,
    /// The last date with something to do; `None` if some slots have no placement.
    pub(crate) end: Option<NaiveDate>,
    /// How many days that is after the plan's last date, buffers included; negative before it.
    pub(crate) late: Option<i64>,
    /// The heaviest date from today on; `None` if nothing is left, or the plan has no durations.
    pub(crate) heaviest: Option<HeaviestDay>,
    /// How many dates from today on exceed their budget.
    pub(crate) over: u32,
}

/// The date with the most minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct HeaviestDay {
    /// The first such date.
    pub(crate) date: NaiveDate,
    pub(crate) minutes: Minutes,
    /// How many other dates have as many.
    pub(crate) others: u32,
}

/// Why there is no placement for a slot.
#[derive(Debug, Clone, Copy)]
pub(crate) enum UnplacedReason<'a> {
    /// No day up to the end of the plan has room.
    NoRoom,
    /// It has to come before this one.
    Before(SlotView<'a>),
    /// It is longer than any day's budget.
    TooLong,
}

/// Stranded slots, and the options for rescheduling them.
#[derive(Debug, Clone)]
pub(crate) struct Recovery<'a> {
    /// Stranded slots in the order of the plan.
    pub(crate) stranded: Vec<SlotView<'a>>,
    pub(crate) tally: Tally,
    /// The first date of any of them.
    pub(crate) since: Option<NaiveDate>,
    /// The last date with something to do now.
    pub(crate) end: NaiveDate,
    /// The plan's last date, buffers included.
    pub(crate) plan_end: NaiveDate,
    /// What is still to be handed in.
    pub(crate) deliverables: OpenDeliverables,
    /// One option for each strategy.
    pub(crate) options: Vec<RecoveryOption<'a>>,
}

/// How stranded slots could be rescheduled.
pub(crate) fn recovery(study: &Study) -> Recovery<'_> {
    let slots: Vec<SlotView> = study.slots().collect();
    let problem = problem(study, &slots);
    let option = |strategy| {
        let mut option = option(strategy, &problem, &slots);
        if !has_durations(&study.plan) {
            // Minutes are only assumed then.
            (option.heaviest, option.over) = (None, 0);
        }
        option
    };
    let stranded: Vec<SlotView> = problem.stranded().map(|index| slots[index]).collect();
    Recovery {
        tally: stranded.iter().collect(),
        since: stranded.iter().map(|slot| slot.dates.first).min(),
        stranded,
        end: end(&problem, &Proposal::default()),
        plan_end: problem.plan_end,
        deliverables: open_deliverables(study),
        options: RecoveryStrategy::ALL.map(option).into(),
    }
}

fn option<'a>(
    strategy: RecoveryStrategy,
    problem: &Problem,
    slots: &[SlotView<'a>],
) -> RecoveryOption<'a> {
    let proposal = match strategy {
        RecoveryStrategy::CatchUp => catch_up(problem),
        RecoveryStrategy::Rebalance => rebalance(problem),
        RecoveryStrategy::Extend => extend(problem),
    };
    let mut loads = problem.loads_after(&proposal);
    loads.retain(|date, _| *date >= problem.today);
    let over = loads
        .iter()
        .filter(|(date, load)| **load > problem.budgets.on(**date).0);
    let unplaced_reason = |obstacle| match obstacle {
        Obstacle::NoRoom => UnplacedReason::NoRoom,
        Obstacle::Before(other) => UnplacedReason::Before(slots[other]),
        Obstacle::TooLong => UnplacedReason::TooLong,
    };
    let moves = proposal
        .moves
        .iter()
        .map(|(index, placement)| (slots[*index], *placement));
    let unplaced = proposal.unplaced.iter();
    let end = Some(end(problem, &proposal)).filter(|_| proposal.unplaced.is_empty());
    RecoveryOption {
        strategy,
        minutes: moves.clone().filter_map(|(slot, _)| slot.planned()).sum(),
        moves: moves.collect(),
        unplaced: unplaced
            .map(|(index, reason)| (slots[*index], unplaced_reason(*reason)))
            .collect(),
        end,
        late: end.map(|end| (end - problem.plan_end).num_days()),
        over: u32::try_from(over.count()).unwrap_or(u32::MAX),
        heaviest: heaviest(&loads),
    }
}

fn heaviest(loads: &HashMap<NaiveDate, u32>) -> Option<HeaviestDay> {
    let most = loads.values().max()?;
    let dates = loads.iter().filter(|(_, load)| *load == most);
    let count = dates.clone().count();
    Some(HeaviestDay {
        date: dates.map(|(date, _)| *date).min()?,
        minutes: Minutes(*most),
        others: u32::try_from(count - 1).unwrap_or(u32::MAX),
    })
}

/// The last date with something to do.
fn end(problem: &Problem, proposal: &Proposal) -> NaiveDate {
    let placements = problem.placements_after(proposal);
    let open = problem
        .jobs
        .iter()
        .zip(placements)
        .filter(|(job, _)| job.open);
    open.map(|(_, placement)| placement.last)
        .max()
        .unwrap_or(problem.plan_end)
}

/// Stranded slots in the order of the plan.
pub(crate) fn stranded(study: &Study) -> Vec<SlotView<'_>> {
    study.slots().filter(SlotView::is_stranded).collect()
}

/// Open slots whose dates are all among `dates`, in the order of the plan.
pub(crate) fn open_within(study: &Study, dates: Dates) -> Vec<SlotView<'_>> {
    let inside = |slot: &SlotView| {
        slot.is_open() && dates.first <= slot.dates.first && slot.dates.last <= dates.last
    };
    study.slots().filter(inside).collect()
}

impl RecoveryOption<'_> {
    /// Slots on a run of dates that would get fewer dates, because no run is free.
    pub(crate) fn narrowed(&self) -> impl Iterator<Item = &SlotView<'_>> {
        let days = |placement: Placement| placement.last - placement.date;
        let narrowed =
            move |(slot, to): &&(SlotView, Placement)| days(*to) < days(slot.placement());
        self.moves.iter().filter(narrowed).map(|(slot, _)| slot)
    }

    /// The slot that comes first, and by how many weeks it moves, if one week less would put it at a
    /// time of today that has passed.
    pub(crate) fn past_today(&self, study: &Study) -> Option<(i64, &SlotView<'_>)> {
        let (slot, to) = self.by_date(study).first().copied()?;
        let weeks = (to.date - slot.dates.first).num_weeks();
        let is_today = study.today == slot.dates.first + TimeDelta::weeks(weeks - 1);
        (self.strategy == RecoveryStrategy::Extend && weeks > 1 && is_today)
            .then_some((weeks, slot))
    }

    /// Its moves, sorted by the new placements.
    pub(crate) fn by_date(&self, study: &Study) -> Vec<&(SlotView<'_>, Placement)> {
        let mut moves: Vec<&(SlotView, Placement)> = self.moves.iter().collect();
        moves.sort_by_key(|(_, placement)| {
            let start = placement
                .time
                .map(|time| study.moment(placement.date, time.start));
            (placement.date, start, placement.time)
        });
        moves
    }
}
