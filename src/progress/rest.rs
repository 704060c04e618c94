//! Days of rest that the learner has declared.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Event, Order, What};

/// A declaration of rest, or its cancellation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Rest {
    /// The order of its event.
    pub(crate) order: Order,
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
    /// Why, if the learner said.
    pub(crate) why: Option<String>,
    /// Whether the dates are days of study again.
    pub(crate) cancel: bool,
}

/// All declarations of rest, the latest first. For each date the latest one decides.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Rests(Vec<Rest>);

impl Rests {
    /// Adds a live `off`. The order of adding doesn't matter.
    pub(super) fn take(&mut self, event: &Event) {
        let What::Off {
            first,
            last,
            why,
            cancel,
        } = &event.what
        else {
            return;
        };
        let rest = Rest {
            order: event.order(),
            first: *first,
            last: *last,
            why: why.clone(),
            cancel: *cancel,
        };
        let at = self.0.partition_point(|known| known.order > rest.order);
        self.0.insert(at, rest);
    }

    /// The declaration that makes `date` a day of rest.
    pub(crate) fn on(&self, date: NaiveDate) -> Option<&Rest> {
        let mut all = self.0.iter();
        let last = all.find(|rest| (rest.first..=rest.last).contains(&date));
        last.filter(|rest| !rest.cancel)
    }

    /// Whether there are no declarations.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
