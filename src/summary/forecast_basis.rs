//! What a forecast stands on.

use chrono::NaiveDate;

use super::{SlotView, Study};
use crate::forecast::Basis;
use crate::model::Minutes;

/// A stretch without study is a pause from so many planned days on...
const PAUSE: u32 = 3;
/// ...if it is at least this part of all that have passed: a quarter.
const PART: u32 = 4;

/// What an estimate stands on. Work is measured in the view's unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ForecastBasis {
    /// Planned days that have passed, skipped work left out.
    pub planned_days: u32,
    /// Those of them on which something was done.
    pub kept_days: u32,
    /// Days on which something was done, planned or not, today included.
    pub studied_days: u32,
    /// Work planned for a day, on average of those that have passed.
    pub planned_a_day: u64,
    /// Work done on a planned day, on average.
    pub done_a_day: u64,
    /// Work that is left.
    pub left: u64,
    /// How long slots took, where the learner said.
    pub measured: Option<Measured>,
    /// The latest stretch without study, where it is long beside all the days that have passed.
    pub pause: Option<Pause>,
}

/// A stretch without study that goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// How many planned days it holds so far.
    pub days: u32,
    /// When something was done last.
    pub since: NaiveDate,
}

/// How long slots took beside what was planned for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// Planned minutes of the slots that were measured.
    pub planned: Minutes,
    /// What they took.
    pub actual: Minutes,
}

/// What an estimate stands on, `slots` being those that are not skipped.
pub(super) fn forecast_basis(study: &Study, basis: Basis, slots: &[&SlotView]) -> ForecastBasis {
    let days = u64::from(basis.planned_days.max(1));
    let measured = slots.iter().filter_map(|slot| {
        let (planned, actual) = slot.planned().zip(slot.actual())?;
        Some(Measured { planned, actual })
    });
    let measured = measured.reduce(|a, b| Measured {
        planned: a.planned + b.planned,
        actual: a.actual + b.actual,
    });
    ForecastBasis {
        planned_days: basis.planned_days,
        kept_days: basis.kept_days,
        studied_days: basis.studied_days,
        planned_a_day: (basis.planned + days / 2) / days,
        done_a_day: (basis.done + days / 2) / days,
        left: basis.left,
        measured,
        pause: pause(study, basis, slots),
    }
}

/// The stretch without study that goes on, if it is long.
fn pause(study: &Study, basis: Basis, slots: &[&SlotView]) -> Option<Pause> {
    let days = basis.idle_days;
    let done = slots.iter().filter_map(|slot| slot.done_on());
    let since = done.map(|day| day.min(study.today)).max()?;
    let is_long = days >= PAUSE && days * PART >= basis.planned_days;
    is_long.then_some(Pause { days, since })
}
