//! The status of slots and deliverables.

use chrono::NaiveDate;

use crate::model::Dates;
use crate::progress::{Mark, State};

/// The status of a slot or deliverable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Status {
    /// Neither done nor skipped, and its study date has not passed.
    Open,
    Done,
    Skipped,
    /// Neither done nor skipped, and its study date has passed and is no rest day.
    Overdue,
}

impl Status {
    /// The status on `today` of something with such marks and dates.
    pub(crate) fn of(mark: Option<&Mark>, dates: Dates, today: NaiveDate) -> Self {
        match mark.and_then(Mark::state) {
            Some(state) => Self::from(state),
            None if dates.last < today => Self::Overdue,
            None => Self::Open,
        }
    }

    /// Its name in JSON.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Skipped => "skipped",
            Self::Overdue => "overdue",
        }
    }
}

impl From<State> for Status {
    fn from(state: State) -> Self {
        match state {
            State::Done => Self::Done,
            State::Skipped => Self::Skipped,
        }
    }
}

/// Whether a slot is due: its time has passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Due {
    /// By its date and time now.
    pub(crate) now: bool,
    /// By the plan's own date and time.
    pub(crate) by_plan: bool,
}
