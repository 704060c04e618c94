//! The fit that holds.

use std::collections::HashMap;

use uuid::Uuid;

use super::laid::{FitTerms, Sitting};
use super::{Event, Order, What};

/// A fit: where each slot of the plan is laid. Slots that it doesn't name are where the plan has
/// them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Layout {
    /// The order of its last event: only later moves count.
    pub(super) order: Order,
    pub(crate) terms: FitTerms,
    /// Sittings by the id of the slot.
    pub(crate) slots: HashMap<String, Vec<Sitting>>,
}

impl Layout {
    /// The fit that decides among live events: all lines of the op whose line is the highest.
    pub(super) fn of(live: &[&Event]) -> Option<Self> {
        let fits = || {
            live.iter()
                .filter(|event| matches!(event.what, What::Fit { .. }))
        };
        let highest = fits().max_by_key(|event| event.order())?;
        let What::Fit { terms, .. } = &highest.what else {
            return None;
        };
        let op = highest.op;
        let laid = fits().filter(|event| event.op == op);
        let laid = laid.filter_map(|event| match &event.what {
            What::Fit { laid, kept, .. } => Some(laid.iter().chain(kept)),
            _ => None,
        });
        let laid = laid.flatten();
        let mut layout = Self {
            order: highest.order(),
            terms: (**terms).clone(),
            slots: laid
                .map(|slot| (slot.slot.clone(), slot.sittings.clone()))
                .collect(),
        };
        layout.follow(live);
        Some(layout)
    }

    /// Follows slots that the plan has given other ids since.
    fn follow(&mut self, live: &[&Event]) {
        let is_later = |event: &&&Event| event.order() > self.order;
        let mut steps: Vec<(Order, Uuid, &str, &str)> = live
            .iter()
            .filter(is_later)
            .filter_map(|event| match &event.what {
                What::Relinked { from, to, .. } if from != to => {
                    Some((event.order(), event.op, &**from, &**to))
                }
                _ => None,
            })
            .collect();
        steps.sort_unstable();
        for step in steps.chunk_by(|a, b| a.1 == b.1) {
            let moved = step.iter().filter_map(|(.., from, to)| {
                let sittings = self.slots.remove(*from)?;
                Some(((*to).to_owned(), sittings))
            });
            let moved: Vec<_> = moved.collect();
            self.slots.extend(moved);
        }
    }
}
