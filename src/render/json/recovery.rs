//! `recover`: the slots to place, and the ways to place them.

use std::collections::HashSet;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::deliverable::{OpenDeliverable, open_deliverables};
use super::slot::{Slot, Times, slots};
use crate::model::{Minutes, SlotId};
use crate::progress;
use crate::summary::{
    self, Advantage, DeliverableView, HeaviestDay, RecoveryOption, RecoveryStrategy, SlotView,
    Study, UnplacedReason,
};

#[derive(JsonSchema, Serialize)]
pub(crate) struct Recovery<'a> {
    stranded: Vec<Slot<'a>>,
    overdue_deliverables: Vec<OpenDeliverable<'a>>,
    end: NaiveDate,
    plan_end: NaiveDate,
    /// By when it is to be done (`fit --by`).
    deadline: Option<NaiveDate>,
    ways: Vec<Way<'a>>,
    /// `None` if there is nothing to place.
    recommended: Option<Recommended>,
}

#[derive(JsonSchema, Serialize)]
struct Recommended {
    way: &'static str,
    why: Vec<&'static str>,
}

#[derive(JsonSchema, Serialize)]
struct Way<'a> {
    way: &'static str,
    end: Option<NaiveDate>,
    days_after_plan: Option<i64>,
    /// 0 if it is in time; `null` without a deadline, or if not all is placed.
    days_after_deadline: Option<i64>,
    slots_moved: u32,
    minutes_moved: Minutes,
    heaviest_day: Option<HeaviestDay>,
    days_over_budget: u32,
    moves: Vec<Move<'a>>,
    unplaced: Vec<Unplaced<'a>>,
    /// Slots that are skipped, each once.
    skips: Vec<&'a SlotId>,
    out_of_order: u32,
    misses: Misses<'a>,
}

#[derive(JsonSchema, Serialize)]
struct MissedEvent<'a> {
    event: &'a SlotId,
    slots_late: u32,
}

#[derive(JsonSchema, Serialize)]
struct Misses<'a> {
    /// Events before which some of what they cover is not done.
    events: Vec<MissedEvent<'a>>,
    /// Titles.
    milestones: Vec<&'a str>,
    /// Ids.
    deliverables: Vec<&'a str>,
}

#[derive(JsonSchema, Serialize)]
struct Move<'a> {
    slot: &'a SlotId,
    from: Placement,
    to: Placement,
}

#[derive(JsonSchema, Serialize)]
struct Placement {
    date: NaiveDate,
    last_date: NaiveDate,
    #[serde(flatten)]
    time: Times,
}

#[derive(JsonSchema, Serialize)]
struct Unplaced<'a> {
    slot: &'a SlotId,
    why: &'static str,
    /// The slot that has to come after it.
    before: Option<&'a SlotId>,
}

/// What `skip overdue` would skip.
#[derive(JsonSchema, Serialize)]
pub(crate) struct Overdue<'a> {
    /// With all their sittings.
    slots: Vec<Slot<'a>>,
    /// Ids.
    deliverables: Vec<&'a str>,
}

/// `skip overdue`, before it is applied.
pub(crate) fn overdue<'a>(
    study: &'a Study,
    overdue: &[SlotView<'a>],
    deliverables: &[DeliverableView<'a>],
) -> Overdue<'a> {
    Overdue {
        slots: slots(study, overdue),
        deliverables: deliverables
            .iter()
            .map(|view| view.what.id.as_str())
            .collect(),
    }
}

/// `recover`; of one way only, if asked for.
pub(crate) fn recovery<'a>(
    study: &'a Study,
    recovery: &summary::Recovery<'a>,
    only: Option<RecoveryStrategy>,
) -> Recovery<'a> {
    let asked = |option: &&RecoveryOption| only.is_none_or(|way| way == option.strategy);
    Recovery {
        stranded: slots(study, &recovery.stranded),
        overdue_deliverables: open_deliverables(study, &recovery.deliverables.overdue),
        end: recovery.end,
        plan_end: recovery.plan_end,
        deadline: recovery.deadline,
        ways: recovery
            .options
            .iter()
            .filter(asked)
            .map(Way::from)
            .collect(),
        recommended: (!recovery.stranded.is_empty()).then(|| recommended(recovery)),
    }
}

fn recommended(recovery: &summary::Recovery) -> Recommended {
    let best = summary::recommendation(&recovery.options);
    let why = best.reasons.into_iter().map(Advantage::name);
    Recommended {
        way: best.strategy.name(),
        why: why.collect(),
    }
}

impl<'a> From<&RecoveryOption<'a>> for Way<'a> {
    fn from(option: &RecoveryOption<'a>) -> Self {
        let moves = option.moves.iter().map(|(slot, to)| Move {
            slot: &slot.place.slot.id,
            from: Placement::from(slot.placement()),
            to: Placement::from(*to),
        });
        let mut known = HashSet::new();
        let skips = option.skips.iter().map(|slot| &slot.place.slot.id);
        let skips = skips.filter(|id| known.insert(*id));
        Self {
            way: option.strategy.name(),
            end: option.end,
            days_after_plan: option.late,
            days_after_deadline: option.after_deadline,
            slots_moved: option.slots_moved(),
            minutes_moved: option.minutes,
            heaviest_day: option.heaviest,
            days_over_budget: option.over,
            moves: moves.collect(),
            unplaced: option.unplaced.iter().map(Unplaced::from).collect(),
            skips: skips.collect(),
            out_of_order: option.out_of_order,
            misses: Misses {
                events: (option.misses.events.iter())
                    .map(|(event, slots)| MissedEvent {
                        event: &event.id,
                        slots_late: *slots,
                    })
                    .collect(),
                milestones: option
                    .misses
                    .milestones
                    .iter()
                    .map(|milestone| milestone.title.as_str())
                    .collect(),
                deliverables: option
                    .misses
                    .deliverables
                    .iter()
                    .map(|what| what.id.as_str())
                    .collect(),
            },
        }
    }
}

impl From<progress::Placement> for Placement {
    fn from(placement: progress::Placement) -> Self {
        Self {
            date: placement.date,
            last_date: placement.last,
            time: Times::from(placement.time),
        }
    }
}

impl<'a> From<&(SlotView<'a>, UnplacedReason<'a>)> for Unplaced<'a> {
    fn from((slot, why): &(SlotView<'a>, UnplacedReason<'a>)) -> Self {
        let (why, before) = match why {
            UnplacedReason::NoRoom => ("no-room", None),
            UnplacedReason::TooLong => ("too-long", None),
            UnplacedReason::Before(other) => ("before", Some(&other.place.slot.id)),
        };
        Self {
            slot: &slot.place.slot.id,
            why,
            before,
        }
    }
}
