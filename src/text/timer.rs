//! Messages about timers.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::SlotName;
use crate::model::Minutes;

/// When a timer was started.
type Since = DateTime<FixedOffset>;

/// What timers do, why they don't, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Timer {
    /// A timer was started, after the title of its slot.
    Started,
    /// A timer was stopped, in the same way.
    Stopped {
        since: Since,
        /// How long it ran; `None` if it was started on an earlier study day.
        ran: Option<Minutes>,
    },
    /// A timer is running, in the same way.
    Running {
        since: Since,
        /// How long the slot was worked on today; `None` if the timer was started on an earlier study
        /// day.
        minutes: Option<Minutes>,
        /// The device, if it is another one.
        device: Option<String>,
    },
    /// The timer of a slot is running already.
    AlreadyRunning { slot: SlotName, since: Since },
    /// No timer is running.
    NoneRunning,
    /// The target of `start` names so many slots.
    OneSlot(usize),
    /// Another timer goes on.
    GoesOn {
        slot: SlotName,
        /// Another device that it is on; `None` for one in another plan.
        device: Option<String>,
        since: Since,
    },
    /// How the running timer of a slot or a sitting is ended.
    StopOrDone(SlotName),
    /// How a timer is started.
    StartOne,
    /// A slot was done without minutes, because its timer is of another study day.
    SayHowLong {
        day: NaiveDate,
        slot: SlotName,
        /// How long it may have taken.
        took: Minutes,
    },
}
