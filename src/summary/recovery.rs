//! Ways back from what is overdue or stands on days of rest, and what each would mean.

use chrono::{NaiveDate, TimeDelta};
use serde::Serialize;

use super::problem::{problem, says_time};
use super::{SlotView, Status, Study, Tally};
use crate::calendar::Dates;
use crate::model::Minutes;
use crate::progress::Placement;
use crate::reschedule::{Obstacle, Problem, Proposal, catch_up, extend, rebalance};

/// One of the three recovery strategies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecoveryStrategy {
    /// Into free time, all else staying where it is.
    CatchUp,
    /// Everything not done laid out anew from today.
    Rebalance,
    /// The rest of the plan moved by whole weeks.
    Extend,
}

impl RecoveryStrategy {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::CatchUp, Self::Rebalance, Self::Extend];

    /// Its name on the command line and in the journal.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::CatchUp => "catch-up",
            Self::Rebalance => "rebalance",
            Self::Extend => "extend",
        }
    }
}

/// What a way back would mean.
#[derive(Debug, Clone)]
pub struct RecoveryOption<'a> {
    /// Which it is.
    pub strategy: RecoveryStrategy,
    /// Slots and where they would be put, in the order of the plan.
    pub moves: Vec<(SlotView<'a>, Placement)>,
    /// Planned minutes of those.
    pub minutes: Minutes,
    /// Slots for which there is no place, and why.
    pub unplaced: Vec<(SlotView<'a>, UnplacedReason<'a>)>,
    /// The last date with something to do; `None` where something is left without a place, so
    /// that no date is the end.
    pub end: Option<NaiveDate>,
    /// Days by which that is after the plan's last date, time for catching up included; less
    /// than 0 where it is before.
    pub late: Option<i64>,
    /// The date from today on that holds the most; `None` where nothing is left, or the plan says
    /// nothing of time.
    pub heaviest: Option<HeaviestDay>,
    /// Dates from today on that hold more than their budget.
    pub over: u32,
}

/// The date that holds the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct HeaviestDay {
    /// The first such date.
    pub date: NaiveDate,
    /// How much it holds.
    pub minutes: Minutes,
    /// How many other dates hold as much.
    pub others: u32,
}

/// Why there is no place for a slot.
#[derive(Debug, Clone, Copy)]
pub enum UnplacedReason<'a> {
    /// No day up to the end of the plan has room.
    NoRoom,
    /// It has to come before this one.
    Before(SlotView<'a>),
    /// It is longer than any day's budget.
    TooLong,
}

/// Everything that a place has to be found for, and the recovery options.
#[derive(Debug, Clone)]
pub struct Recovery<'a> {
    /// Overdue, or open on a day of rest; in the order of the plan.
    pub stranded: Vec<SlotView<'a>>,
    /// How many they are, and their planned minutes.
    pub tally: Tally,
    /// The first date that one of them stands on.
    pub since: Option<NaiveDate>,
    /// The last date with something to do, as things stand.
    pub end: NaiveDate,
    /// The plan's last date, time for catching up included.
    pub plan_end: NaiveDate,
    /// The three ways.
    pub options: Vec<RecoveryOption<'a>>,
}

/// The ways back from how things stand.
#[must_use]
pub fn recovery(study: &Study) -> Recovery<'_> {
    let slots: Vec<SlotView> = study.slots().collect();
    let problem = problem(study, &slots);
    let way = |way: &RecoveryStrategy| {
        let proposal = match way {
            RecoveryStrategy::CatchUp => catch_up(&problem),
            RecoveryStrategy::Rebalance => rebalance(&problem),
            RecoveryStrategy::Extend => extend(&problem),
        };
        let option = recovery_option(*way, &problem, &slots, &proposal);
        // What a day holds is a guess then, not a figure.
        let (heaviest, over) = if says_time(&study.plan) {
            (option.heaviest, option.over)
        } else {
            (None, 0)
        };
        RecoveryOption {
            heaviest,
            over,
            ..option
        }
    };
    let stranded: Vec<SlotView> = problem.stranded().map(|index| slots[index]).collect();
    Recovery {
        tally: stranded.iter().collect(),
        since: stranded.iter().map(|slot| slot.dates.first).min(),
        stranded,
        end: end(&problem, &Proposal::default()),
        plan_end: problem.plan_end,
        options: RecoveryStrategy::ALL.iter().map(way).collect(),
    }
}

fn recovery_option<'a>(
    strategy: RecoveryStrategy,
    problem: &Problem,
    slots: &[SlotView<'a>],
    proposal: &Proposal,
) -> RecoveryOption<'a> {
    let loads = problem.loads_after(proposal);
    let ahead = loads.iter().filter(|(date, _)| **date >= problem.today);
    let heaviest = heaviest(ahead.clone().map(|(date, load)| (*date, *load)));
    let over = ahead.filter(|(date, load)| **load > problem.budgets.on(**date).0);
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
    let end = Some(end(problem, proposal)).filter(|_| proposal.unplaced.is_empty());
    RecoveryOption {
        strategy,
        minutes: moves.clone().filter_map(|(slot, _)| slot.planned()).sum(),
        moves: moves.collect(),
        unplaced: unplaced
            .map(|(index, reason)| (slots[*index], unplaced_reason(*reason)))
            .collect(),
        end,
        late: end.map(|end| (end - problem.plan_end).num_days()),
        heaviest,
        over: u32::try_from(over.count()).unwrap_or(u32::MAX),
    }
}

/// The date that holds the most; the first, where several do.
fn heaviest(loads: impl Iterator<Item = (NaiveDate, u32)> + Clone) -> Option<HeaviestDay> {
    let most = loads.clone().map(|(_, load)| load).max()?;
    let alike = loads.filter(|(_, load)| *load == most);
    let dates: Vec<NaiveDate> = alike.map(|(date, _)| date).collect();
    Some(HeaviestDay {
        date: dates.iter().min().copied()?,
        minutes: Minutes(most),
        others: u32::try_from(dates.len() - 1).unwrap_or(u32::MAX),
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

/// What a place has to be found for: overdue, or open on a day of rest; in the order of the plan.
#[must_use]
pub fn stranded(study: &Study) -> Vec<SlotView<'_>> {
    study.slots().filter(is_stranded).collect()
}

pub(super) fn is_stranded(slot: &SlotView) -> bool {
    slot.status == Status::Overdue || slot.displaced
}

/// Open slots that stand on some dates, in the order of the plan.
#[must_use]
pub fn standing(study: &Study, dates: Dates) -> Vec<SlotView<'_>> {
    let inside = |slot: &SlotView| {
        slot.is_open() && dates.first <= slot.dates.first && slot.dates.last <= dates.last
    };
    study.slots().filter(inside).collect()
}

/// What stands on a date, against what should.
#[derive(Debug, Clone)]
pub struct DayLoad<'a> {
    /// Minutes that are planned there and not done; none where the plan says nothing of time.
    pub load: Minutes,
    /// The upper bound of the date's budget.
    pub budget: Minutes,
    /// Open slots whose times overlap.
    pub overlaps: Vec<(SlotView<'a>, SlotView<'a>)>,
}

/// What stands on `date`.
#[must_use]
pub fn day_load(study: &Study, date: NaiveDate) -> DayLoad<'_> {
    let slots: Vec<SlotView> = study.slots().collect();
    let problem = problem(study, &slots);
    let loads = problem.loads_after(&Proposal::default());
    let load = loads.get(&date).filter(|_| says_time(&study.plan));
    let here = |slot: &&SlotView| slot.is_open() && slot.dates.contains(date);
    let here: Vec<&SlotView> = slots.iter().filter(here).collect();
    let pairs = here.iter().enumerate();
    let pairs = pairs.flat_map(|(at, a)| here[at + 1..].iter().map(move |b| (**a, **b)));
    let overlap =
        |(a, b): &(SlotView, SlotView)| a.time.zip(b.time).is_some_and(|(a, b)| a.overlaps(b));
    DayLoad {
        load: Minutes(load.copied().unwrap_or_default()),
        budget: problem.budgets.on(date),
        overlaps: pairs.filter(overlap).collect(),
    }
}

impl RecoveryOption<'_> {
    /// Slots that stood on a run of dates and would be put on fewer, as no run was free.
    pub fn narrowed(&self) -> impl Iterator<Item = &SlotView<'_>> {
        let days = |placement: Placement| placement.last - placement.date;
        let narrowed =
            move |(slot, to): &&(SlotView, Placement)| days(*to) < days(slot.placement());
        self.moves.iter().filter(narrowed).map(|(slot, _)| slot)
    }

    /// By how many weeks it moves what comes first, and that slot, where a week less would put it
    /// at a time of today that has passed.
    #[must_use]
    pub fn past_today(&self, study: &Study) -> Option<(i64, &SlotView<'_>)> {
        let (slot, to) = self.by_date(study).first().copied()?;
        let weeks = (to.date - slot.dates.first).num_weeks();
        let is_today = study.today == slot.dates.first + TimeDelta::weeks(weeks - 1);
        (self.strategy == RecoveryStrategy::Extend && weeks > 1 && is_today)
            .then_some((weeks, slot))
    }

    /// What it moves, by when that would be to do.
    #[must_use]
    pub fn by_date(&self, study: &Study) -> Vec<&(SlotView<'_>, Placement)> {
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

impl SlotView<'_> {
    /// Where it stands now.
    #[must_use]
    pub fn placement(&self) -> Placement {
        Placement {
            date: self.dates.first,
            last: self.dates.last,
            time: self.time,
        }
    }
}
