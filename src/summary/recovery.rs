//! How stranded slots could be rescheduled, and what each option would mean.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, TimeDelta};
use schemars::JsonSchema;
use serde::Serialize;

use super::misses::{Misses, misses};
use super::problem::{has_durations, problem};
use super::stranded::with_sittings;
use super::{OpenDeliverables, SlotView, Study, Tally, open_deliverables};
use crate::model::{Minutes, Placement};
use crate::reschedule::{Obstacle, Problem, Proposal, catch_up, extend, out_of_order, rebalance};

/// A way to deal with stranded slots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum RecoveryStrategy {
    /// Fit stranded slots into free time; everything else stays where it is.
    CatchUp,
    /// Reschedule every open slot from today on, in plan order.
    Rebalance,
    /// Move the rest of the plan by whole weeks.
    Extend,
    /// Skip stranded slots; everything else stays where it is.
    LetGo,
}

impl RecoveryStrategy {
    /// All of them.
    pub(crate) const ALL: [Self; 4] = [Self::CatchUp, Self::Rebalance, Self::Extend, Self::LetGo];

    /// Its name on the command line, in the journal and in JSON.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::CatchUp => "catch-up",
            Self::Rebalance => "rebalance",
            Self::Extend => "extend",
            Self::LetGo => "let-go",
        }
    }
}

/// A proposal, and what it would mean.
#[derive(Debug, Clone)]
pub(crate) struct RecoveryOption<'a> {
    pub(crate) strategy: RecoveryStrategy,
    /// Slots with their new placements, in the order of the plan.
    pub(crate) moves: Vec<(SlotView<'a>, Placement)>,
    /// Slots that are skipped, with each of their open sittings.
    pub(crate) skips: Vec<SlotView<'a>>,
    /// How many slots are open before it.
    pub(crate) open: u32,
    /// Planned minutes of the slots that move.
    pub(crate) minutes: Minutes,
    /// Slots for which there is no placement, each once, and why.
    pub(crate) unplaced: Vec<(SlotView<'a>, UnplacedReason<'a>)>,
    /// The last date with something to do; `None` if some slots have no placement.
    pub(crate) end: Option<NaiveDate>,
    /// How many days that is after the plan's last date, buffers included; negative before it.
    pub(crate) late: Option<i64>,
    /// How many days it is after the learner's deadline, 0 if in time; `None` without one.
    pub(crate) after_deadline: Option<i64>,
    /// The heaviest date from today on; `None` if nothing that takes time is left, or the plan has no
    /// durations.
    pub(crate) heaviest: Option<HeaviestDay>,
    /// How many dates from today on exceed their budget.
    pub(crate) over: u32,
    /// How many open slots are out of the plan's order, without those that have no placement.
    pub(crate) out_of_order: u32,
    pub(crate) misses: Misses<'a>,
}

/// The date with the most minutes.
#[derive(JsonSchema, Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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
    /// No day has room.
    NoRoom,
    /// It has to come before this one, and there is only room after that.
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
    /// By when the learner wants it to be done (`fit --by`).
    pub(crate) deadline: Option<NaiveDate>,
    /// What is still to be handed in.
    pub(crate) deliverables: OpenDeliverables,
    /// One option for each strategy.
    pub(crate) options: Vec<RecoveryOption<'a>>,
}

/// How stranded slots could be rescheduled. Only those of which `is_let_go` is true may be let go.
pub(crate) fn recovery(study: &Study, is_let_go: impl Fn(&SlotView) -> bool) -> Recovery<'_> {
    let slots: Vec<SlotView> = study.slots().collect();
    let problem = problem(study, &slots);
    let option = |strategy| {
        let (proposal, skips) = match strategy {
            RecoveryStrategy::CatchUp => (whole_slots(catch_up(&problem), &slots), Vec::new()),
            RecoveryStrategy::Rebalance => (rebalance(&problem), Vec::new()),
            RecoveryStrategy::Extend => (extend(&problem), Vec::new()),
            RecoveryStrategy::LetGo => {
                let is_let_go = |slot: &SlotView| slot.is_stranded() && is_let_go(slot);
                (Proposal::default(), with_sittings(&slots, is_let_go))
            }
        };
        let mut option = option(study, (&problem, &slots), strategy, (proposal, skips));
        if !has_durations(&study.plan) {
            // Minutes are only assumed then.
            (option.heaviest, option.over) = (None, 0);
        }
        option
    };
    let options = RecoveryStrategy::ALL.map(option);
    let stranded: Vec<SlotView> = problem.stranded().map(|index| slots[index]).collect();
    Recovery {
        tally: stranded.iter().collect(),
        since: stranded.iter().map(|slot| slot.dates.first).min(),
        stranded,
        end: end(&problem, &Proposal::default()),
        plan_end: problem.plan_end,
        deadline: deadline(study),
        deliverables: open_deliverables(study),
        options: options.into(),
    }
}

/// By when the learner wants it to be done.
fn deadline(study: &Study) -> Option<NaiveDate> {
    study.fit.as_ref()?.by
}

/// The proposal without the moves of slots of which another sitting has no placement.
fn whole_slots(mut proposal: Proposal, slots: &[SlotView]) -> Proposal {
    let slot = |index: usize| slots[index].place.index;
    let unplaced = proposal.unplaced.iter().map(|(index, _)| slot(*index));
    let unplaced: HashSet<usize> = unplaced.collect();
    let is_whole = |(index, _): &(usize, Placement)| !unplaced.contains(&slot(*index));
    proposal.moves.retain(is_whole);
    proposal
}

/// A proposal and the positions of the slots that are skipped, and what both would mean.
fn option<'a>(
    study: &'a Study,
    (problem, slots): (&Problem, &[SlotView<'a>]),
    strategy: RecoveryStrategy,
    (proposal, skips): (Proposal, Vec<usize>),
) -> RecoveryOption<'a> {
    let mut problem = problem.clone();
    let open: Tally = slots.iter().filter(|slot| slot.is_open()).collect();
    for index in &skips {
        problem.jobs[*index].open = false;
    }
    let mut loads = problem.loads_after(&proposal);
    loads.retain(|date, _| *date >= problem.today);
    let over = loads
        .iter()
        .filter(|(date, load)| **load > problem.budget(**date).0);
    let unplaced_reason = |obstacle| match obstacle {
        Obstacle::NoRoom => UnplacedReason::NoRoom,
        Obstacle::Before(other) => UnplacedReason::Before(slots[other]),
        Obstacle::TooLong => UnplacedReason::TooLong,
    };
    let moves = proposal
        .moves
        .iter()
        .map(|(index, placement)| (slots[*index], *placement));
    let mut known = HashSet::new();
    let unplaced = proposal.unplaced.iter();
    let unplaced = unplaced.filter(|(index, _)| known.insert(slots[*index].place.index));
    let end = Some(end(&problem, &proposal)).filter(|_| proposal.unplaced.is_empty());
    RecoveryOption {
        strategy,
        open: open.different,
        minutes: moves.clone().filter_map(|(slot, _)| slot.planned()).sum(),
        moves: moves.collect(),
        skips: skips.iter().map(|index| slots[*index]).collect(),
        unplaced: unplaced
            .map(|(index, reason)| (slots[*index], unplaced_reason(*reason)))
            .collect(),
        end,
        late: end.map(|end| (end - problem.plan_end).num_days()),
        after_deadline: end
            .zip(deadline(study))
            .map(|(end, deadline)| (end - deadline).num_days().max(0)),
        over: u32::try_from(over.count()).unwrap_or(u32::MAX),
        heaviest: heaviest(&loads),
        out_of_order: out_of_order(&problem, &proposal),
        misses: misses(study, &open_after(&problem, &proposal, slots)),
    }
}

/// The slots that are open after a proposal, with their placements; `None` for a slot that needs one
/// and has none.
fn open_after<'a>(
    problem: &Problem,
    proposal: &Proposal,
    slots: &[SlotView<'a>],
) -> Vec<(SlotView<'a>, Option<Placement>)> {
    let moved: HashSet<usize> = proposal.moves.iter().map(|(index, _)| *index).collect();
    let placements = problem.placements_after(proposal);
    let open = problem.jobs.iter().enumerate().filter(|(_, job)| job.open);
    let open = open.map(|(index, job)| {
        let is_placed = !job.stranded || moved.contains(&index);
        (slots[index], Some(placements[index]).filter(|_| is_placed))
    });
    open.collect()
}

fn heaviest(loads: &HashMap<NaiveDate, u32>) -> Option<HeaviestDay> {
    let most = loads.values().max().filter(|most| **most > 0)?;
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

impl RecoveryOption<'_> {
    /// How many slots are moved, or have sittings that are.
    pub(crate) fn slots_moved(&self) -> u32 {
        let moved = self.moves.iter().map(|(slot, _)| slot);
        moved.collect::<Tally>().different
    }

    /// How many slots are skipped.
    pub(crate) fn slots_skipped(&self) -> u32 {
        self.skips.iter().collect::<Tally>().different
    }

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
