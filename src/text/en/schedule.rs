//! Messages of `today`, `tomorrow`, `week` and `status`.

use std::borrow::Cow;

use super::phrase::moved_to;
use super::words::{count, date, duration};
use crate::text::{MovedSlots, Schedule};

/// The message in English.
pub(super) fn text(message: &Schedule) -> Cow<'_, str> {
    match message {
        Schedule::StartsLater { date: day } => format!(
            "The plan begins on {}. A preview of its first day:",
            date(*day)
        )
        .into(),
        Schedule::NotStarted { date: day } => format!(
            "Not started yet: the first mark, or `plan init`, sets the start to {}. A preview:",
            date(*day)
        )
        .into(),
        Schedule::Rest { reason } => match reason {
            Some(reason) => format!("A rest day: {reason}.").into(),
            None => "A rest day.".into(),
        },
        Schedule::RestDay { reason } => match reason {
            Some(reason) => format!("rest day: {reason}").into(),
            None => "rest day".into(),
        },
        Schedule::Buffer => "Set aside for catching up.".into(),
        Schedule::BufferDay => "set aside for catching up".into(),
        Schedule::Finished => "The plan is finished: nothing is left to do.".into(),
        Schedule::Over => "The plan's last day has passed.".into(),
        Schedule::AllMoved => "All slots of this day were moved.".into(),
        Schedule::Free => "A free day.".into(),
        Schedule::FreeDay => "free".into(),
        Schedule::Continued => "continued".into(),
        Schedule::BeforeStart => "before the start".into(),
        Schedule::AfterEnd => "after the end".into(),
        Schedule::Took(minutes) => format!("took {}", duration(*minutes)).into(),
        Schedule::Running { left } => format!("now, {} left", duration(*left)).into(),
        Schedule::Current {
            ordinal,
            title,
            left,
        } => format!("{ordinal} {title}, {} left", duration(*left)).into(),
        Schedule::NothingOn => "nothing".into(),
        Schedule::NoSlots => "no slots".into(),
        Schedule::MovedLater(moved) => moved_slots(moved, "later").into(),
        Schedule::MovedEarlier(moved) => moved_slots(moved, "earlier").into(),
    }
}

fn moved_slots(moved: &MovedSlots, when: &str) -> String {
    let slots = count(moved.count, "slot");
    let more = match moved.more {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    format!(
        "{slots} moved to {when} weeks: {}{more}",
        moved_to(&moved.named)
    )
}
