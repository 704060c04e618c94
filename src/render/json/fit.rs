//! `fit`: a layout, and the hours in force.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::slot::Times;
use crate::model::{Hours, Minutes, SlotId};
use crate::summary::{self, Deadline, FittedEvent, FittedSlot, Study};

/// A layout that is not recorded yet.
#[derive(JsonSchema, Serialize)]
pub(crate) struct Fit<'a> {
    hours: String,
    weekly_minutes: Minutes,
    from: NaiveDate,
    by: Option<NaiveDate>,
    whole: bool,
    minutes: Minutes,
    end: NaiveDate,
    end_now: NaiveDate,
    /// The last date with slots by the author.
    end_by_author: NaiveDate,
    slots_divided: usize,
    /// Slots without a length.
    assumed: Vec<&'a SlotId>,
    /// Slots that come before others that the plan has earlier, for an event.
    slots_overtaking: usize,
    /// Events before which not all that they cover has room.
    events_too_early: Vec<EventTooEarly<'a>>,
    deadline: Option<DeadlineMet>,
    sittings: Vec<Sitting<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct EventTooEarly<'a> {
    event: &'a SlotId,
    date: NaiveDate,
    slots_late: Vec<&'a SlotId>,
    minutes_late: Minutes,
}

#[derive(JsonSchema, Serialize)]
struct DeadlineMet {
    met: bool,
    /// Negative if it is met with days to spare.
    days_late: i64,
    minutes_late: Minutes,
    /// Hours that are enough, where these are not.
    enough: Option<Enough>,
}

#[derive(JsonSchema, Serialize)]
struct Enough {
    hours: String,
    weekly_minutes: Minutes,
}

/// A slot, or a part of it, where it is laid.
#[derive(JsonSchema, Serialize)]
struct Sitting<'a> {
    slot: &'a SlotId,
    n: usize,
    of: usize,
    date: NaiveDate,
    #[serde(flatten)]
    time: Times,
    minutes: Minutes,
    /// The date that the slot has now.
    date_now: NaiveDate,
}

/// The hours in force; `null` if none are known.
#[derive(JsonSchema, Serialize)]
pub(crate) struct HoursInForce {
    hours: Option<String>,
    weekly_minutes: Option<Minutes>,
    by: Option<NaiveDate>,
    /// `plan` or `config`.
    source: Option<&'static str>,
}

/// A layout that is not recorded yet.
pub(crate) fn fit<'a>(fit: &summary::Fit<'a>) -> Fit<'a> {
    let terms = &fit.terms;
    Fit {
        hours: terms.hours.to_string(),
        weekly_minutes: terms.hours.weekly(),
        from: fit.from,
        by: terms.by,
        whole: terms.whole,
        minutes: fit.minutes,
        end: fit.fitted.last,
        end_now: fit.now.last,
        end_by_author: fit.own_end,
        slots_divided: fit.divided(),
        assumed: fit.assumed.iter().map(|slot| &slot.place.slot.id).collect(),
        slots_overtaking: fit.overtaking,
        events_too_early: fit.events.iter().map(EventTooEarly::from).collect(),
        deadline: fit.deadline.as_ref().map(DeadlineMet::from),
        sittings: fit.slots.iter().flat_map(sittings).collect(),
    }
}

fn sittings<'s, 'a: 's>(slot: &'s FittedSlot<'a>) -> impl Iterator<Item = Sitting<'a>> + 's {
    let of = slot.sittings.len();
    (1..).zip(&slot.sittings).map(move |(n, sitting)| Sitting {
        slot: &slot.slot.place.slot.id,
        n,
        of,
        date: sitting.dates.first,
        time: Times::from(sitting.time),
        minutes: sitting.minutes,
        date_now: slot.now.first,
    })
}

impl<'a> From<&FittedEvent<'a>> for EventTooEarly<'a> {
    fn from(late: &FittedEvent<'a>) -> Self {
        let slots = late.slots.iter().map(|slot| &slot.place.slot.id);
        Self {
            event: &late.event.id,
            date: late.event.date,
            slots_late: slots.collect(),
            minutes_late: late.minutes,
        }
    }
}

impl From<&Deadline> for DeadlineMet {
    fn from(deadline: &Deadline) -> Self {
        let enough = |hours: &Hours| Enough {
            hours: hours.to_string(),
            weekly_minutes: hours.weekly(),
        };
        Self {
            met: deadline.days_late <= 0,
            days_late: deadline.days_late,
            minutes_late: deadline.minutes_late,
            enough: deadline.enough.as_ref().map(enough),
        }
    }
}

/// The hours in force: those of the plan's fit, else of the configuration.
pub(crate) fn hours_in_force(study: &Study) -> HoursInForce {
    let own = study.fit.as_ref();
    let hours = study.hours.as_ref();
    HoursInForce {
        hours: hours.map(ToString::to_string),
        weekly_minutes: hours.map(Hours::weekly),
        by: own.and_then(|terms| terms.by),
        source: hours.map(|_| if own.is_some() { "plan" } else { "config" }),
    }
}
