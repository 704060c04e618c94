//! `recover`: what a place has to be found for, and the recovery options.

use serde_json::{Value, json};

use super::slots;
use crate::progress::Placement;
use crate::summary::{Recovery, RecoveryOption, RecoveryStrategy, SlotView, Study, UnplacedReason};

/// `recover`; of one way alone where it was asked for.
#[must_use]
pub fn recovery(study: &Study, recovery: &Recovery, only: Option<RecoveryStrategy>) -> Value {
    let asked = |option: &&RecoveryOption| only.is_none_or(|way| way == option.strategy);
    let ways = recovery.options.iter().filter(asked);
    json!({
        "stranded": slots(study, &recovery.stranded),
        "end": recovery.end.to_string(),
        "plan_end": recovery.plan_end.to_string(),
        "ways": ways.map(recovery_option).collect::<Vec<_>>(),
    })
}

fn recovery_option(option: &RecoveryOption) -> Value {
    let moves = option.moves.iter().map(|(slot, to)| {
        json!({"slot": slot.place.slot.id.as_str(), "from": placement(slot.placement()), "to": placement(*to)})
    });
    let unplaced = option
        .unplaced
        .iter()
        .map(|(slot, why)| unplaced(slot, why));
    json!({
        "way": option.strategy.name(),
        "end": option.end.map(|end| end.to_string()),
        "days_after_plan": option.late,
        "slots_moved": option.moves.len(),
        "minutes_moved": option.minutes.0,
        "heaviest_day": option.heaviest.map(|day| json!({
            "date": day.date.to_string(), "minutes": day.minutes.0, "others": day.others,
        })),
        "days_over_budget": option.over,
        "moves": moves.collect::<Vec<_>>(),
        "unplaced": unplaced.collect::<Vec<_>>(),
    })
}

fn placement(placement: Placement) -> Value {
    json!({
        "date": placement.date.to_string(),
        "last_date": placement.last.to_string(),
        "start": placement.time.map(|time| time.start.to_string()),
        "end": placement.time.map(|time| time.end.to_string()),
    })
}

fn unplaced(slot: &SlotView, why: &UnplacedReason) -> Value {
    let (why, before) = match why {
        UnplacedReason::NoRoom => ("no-room", None),
        UnplacedReason::TooLong => ("too-long", None),
        UnplacedReason::Before(other) => ("before", Some(other.place.slot.id.as_str())),
    };
    json!({"slot": slot.place.slot.id.as_str(), "why": why, "before": before})
}
