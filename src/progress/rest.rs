//! Rest: dates on which nothing is studied, by the learner's own word.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Event, Order, What};

/// Rest that was declared, or called off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rest {
    /// Where its event stands.
    pub order: Order,
    /// The first date.
    pub first: NaiveDate,
    /// The last.
    pub last: NaiveDate,
    /// Why, if the learner said.
    pub why: Option<String>,
    /// Whether it calls rest off.
    pub cancel: bool,
}

/// All that was said of rest. Of what speaks of a date the highest decides.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rests(Vec<Rest>);

impl Rests {
    /// Takes in a live `off`; in whatever order they come.
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

    /// The rest that `date` is a day of.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> Option<&Rest> {
        let mut all = self.0.iter();
        let last = all.find(|rest| (rest.first..=rest.last).contains(&date));
        last.filter(|rest| !rest.cancel)
    }

    /// Whether none was ever declared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
