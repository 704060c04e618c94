//! Messages of `today`, `tomorrow`, `week` and `status`.

use chrono::NaiveDate;

use super::MovedTo;
use crate::model::Minutes;

/// What there is to say about days, beyond their slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Schedule {
    /// The plan starts later; its first day is shown.
    StartsLater {
        /// When it starts.
        date: NaiveDate,
    },
    /// No start is recorded yet; the first day is shown.
    NotStarted {
        /// The start that the first mark will record.
        date: NaiveDate,
    },
    /// A rest day, as a sentence.
    Rest {
        /// The learner's reason.
        reason: Option<String>,
    },
    /// A rest day, next to its date.
    RestDay {
        /// The learner's reason.
        reason: Option<String>,
    },
    /// A day that the plan sets aside for catching up, as a sentence.
    Buffer,
    /// A day that the plan sets aside for catching up, next to its date.
    BufferDay,
    /// Everything is done or skipped.
    Finished,
    /// The plan's last day has passed.
    Over,
    /// All slots of a day were moved to others.
    AllMoved,
    /// Nothing is planned for a day, as a sentence.
    Free,
    /// Nothing is planned for a day, next to its date.
    FreeDay,
    /// A day on which slots of the day before continue.
    Continued,
    /// A day before the plan starts.
    BeforeStart,
    /// A day after the plan ends.
    AfterEnd,
    /// How long a slot took.
    Took(Minutes),
    /// A slot is on now.
    Running {
        /// Minutes until it ends.
        left: Minutes,
    },
    /// The slot that is on now.
    Current {
        /// Its number today.
        ordinal: usize,
        title: String,
        /// Minutes until it ends.
        left: Minutes,
    },
    /// No slot is on now.
    NothingOn,
    /// A week without slots.
    NoSlots,
    /// Slots of a week that were moved to later weeks.
    MovedLater(MovedSlots),
    /// Slots of a week that were moved to earlier weeks.
    MovedEarlier(MovedSlots),
}

/// Slots that were moved to other weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MovedSlots {
    /// How many.
    pub(crate) count: usize,
    /// The first of them, by the dates they are on now.
    pub(crate) named: Vec<MovedTo>,
    /// How many are not named.
    pub(crate) more: usize,
}
