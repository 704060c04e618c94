//! What a forecast is based on.

use chrono::NaiveDate;

use super::{SlotView, Study};
use crate::forecast::Basis;
use crate::model::Minutes;

/// The least planned days of a pause.
const PAUSE: u32 = 3;
/// A pause is at least one in so many of the planned days that have passed.
const PART: u32 = 4;

/// What a forecast is based on. Work is in the unit of the forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ForecastBasis {
    /// Planned days that have passed, skipped work left out.
    pub(crate) planned_days: u32,
    /// Those of them on which something was done.
    pub(crate) kept_days: u32,
    /// Days on which something was done, planned or not, today included.
    pub(crate) studied_days: u32,
    /// Average work planned for a planned day that has passed.
    pub(crate) planned_a_day: u64,
    /// Average work done on a planned day.
    pub(crate) done_a_day: u64,
    /// Work that is left.
    pub(crate) left: u64,
    /// How long slots took, if the learner has measured any.
    pub(crate) measured: Option<Measured>,
    /// The current pause, if it is long compared with all the days that have passed.
    pub(crate) pause: Option<Pause>,
}

/// A time without study that goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pause {
    /// How many planned days it has so far.
    pub(crate) days: u32,
    /// When something was done last.
    pub(crate) since: NaiveDate,
}

/// Slots whose duration the learner has measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Measured {
    pub(crate) planned: Minutes,
    /// Their measured minutes.
    pub(crate) actual: Minutes,
}

/// The basis of a forecast, given the slots that are not skipped.
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

/// The current pause, if it is long.
fn pause(study: &Study, basis: Basis, slots: &[&SlotView]) -> Option<Pause> {
    let days = basis.idle_days;
    let done = slots.iter().filter_map(|slot| slot.done_on());
    let since = done.map(|day| day.min(study.today)).max()?;
    let is_long = days >= PAUSE && days * PART >= basis.planned_days;
    is_long.then_some(Pause { days, since })
}
