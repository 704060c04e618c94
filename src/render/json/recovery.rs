//! `recover`: what a place has to be found for, and the ways back.

use serde_json::{Value, json};

use super::slots;
use crate::progress::Placement;
use crate::summary::{Recovery, SlotView, Study, Way, WayBack, Why};

/// `recover`; of one way alone where it was asked for.
#[must_use]
pub fn recovery(study: &Study, recovery: &Recovery, only: Option<Way>) -> Value {
    let asked = |back: &&WayBack| only.is_none_or(|way| way == back.way);
    let ways = recovery.ways.iter().filter(asked);
    json!({
        "stranded": slots(study, &recovery.stranded),
        "end": recovery.end.to_string(),
        "plan_end": recovery.plan_end.to_string(),
        "ways": ways.map(way_back).collect::<Vec<_>>(),
    })
}

fn way_back(back: &WayBack) -> Value {
    let moves = back.moves.iter().map(|(slot, to)| {
        json!({"slot": slot.place.slot.id.as_str(), "from": placement(slot.placement()), "to": placement(*to)})
    });
    let unplaced = back.unplaced.iter().map(|(slot, why)| unplaced(slot, why));
    json!({
        "way": back.way.name(),
        "end": back.end.map(|end| end.to_string()),
        "days_after_plan": back.late,
        "slots_moved": back.moves.len(),
        "minutes_moved": back.minutes.0,
        "heaviest_day": back.heaviest.map(|day| json!({
            "date": day.date.to_string(), "minutes": day.minutes.0, "others": day.others,
        })),
        "days_over_budget": back.over,
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

fn unplaced(slot: &SlotView, why: &Why) -> Value {
    let (why, before) = match why {
        Why::NoRoom => ("no-room", None),
        Why::TooLong => ("too-long", None),
        Why::Before(other) => ("before", Some(other.place.slot.id.as_str())),
    };
    json!({"slot": slot.place.slot.id.as_str(), "why": why, "before": before})
}
